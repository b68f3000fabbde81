// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/recordkey.h"

namespace gauge::upload {

RecordKey keyOf(const Record &record, const QStringList &headings)
{
    for (const QString &heading : headings) {
        for (const Field &field : record) {
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
