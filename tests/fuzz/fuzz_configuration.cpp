// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes: no crash, what is read can be used and is the same when it is read again, and headings
// that are pasted are told apart.
#include "demand.h"
#include "upload/form/configuration.h"

#include <QSet>

#include <cstdint>

using namespace gauge;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto read = upload::parseConfiguration(bytes);
    if (read) {
        demand(!upload::validationError(*read));
        const auto again = upload::parseConfiguration(upload::toJson(*read));
        demand(again && *again == *read);
    } else {
        demand(read.error().kind == ErrorKind::Input && !read.error().text.isEmpty());
    }
    QSet<QString> names;
    for (const upload::Heading &heading : upload::headingsFrom(QString::fromUtf8(bytes), nullptr)) {
        demand(!heading.name.trimmed().isEmpty() && !names.contains(heading.name));
        names.insert(heading.name);
    }
    return 0;
}
