// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/record.h"

#include <algorithm>

namespace gauge::upload {

QString valueOf(const Record &record, const QString &heading)
{
    const auto found = std::find_if(record.begin(), record.end(),
                                    [&](const Field &field) { return field.heading == heading; });
    return found == record.end() ? QString() : found->value;
}

bool isBlank(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

} // namespace gauge::upload
