// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/formrecord.h"

#include <algorithm>

namespace gauge::upload {

QString valueOf(const FormRecord &record, const QString &heading)
{
    const auto found = std::find_if(record.begin(), record.end(),
                                    [&](const FormValue &field) { return field.heading == heading; });
    return found == record.end() ? QString() : found->value;
}

bool isBlank(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

RecordKey keyOf(const FormRecord &record, const QStringList &headings)
{
    for (const QString &heading : headings) {
        for (const FormValue &field : record) {
            if (field.heading == heading && !isBlank(field.value))
                return {heading, field.value.trimmed()};
        }
    }
    return {};
}

std::size_t hashOf(const RecordKey &key)
{
    return qHashMulti(0, key.heading, key.value.toCaseFolded());
}

} // namespace gauge::upload
