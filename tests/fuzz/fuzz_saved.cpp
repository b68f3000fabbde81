// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a saved view or export says: no crash, an error in words, or a value that is written in
// the same way when it was read again, with a file name that its placeholders cannot break.
#include "demand.h"
#include "saved/exportpreset.h"
#include "saved/view.h"

#include <cstdint>

using namespace gauge;

namespace {

template <typename Saved>
void check(const QString &text)
{
    const auto lines = saved::SavedText::read(Saved::kind, text);
    const auto read = lines ? Saved::read(*lines) : Result<Saved>(fail(lines.error()));
    if (!read) {
        demand(read.error().kind == ErrorKind::Input && !read.error().text.isEmpty());
        return;
    }
    const auto written = saved::SavedText::read(Saved::kind, read->print().text());
    demand(written.has_value());
    const auto again = Saved::read(*written);
    demand(again && again->print().text() == read->print().text()); // what has no effect is not written
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    check<saved::View>(text);
    check<saved::ExportPreset>(text);
    const QString name = saved::outputPath(text, {text, text, QDateTime()});
    demand(text.contains(QLatin1Char('{')) || name == text);
    return 0;
}
