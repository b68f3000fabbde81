// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/recordfilter.h"

namespace gauge::ui {

void RecordFilter::set(const std::vector<query::Filter> &where, const QString &search)
{
    if (where == m_where && search == m_search)
        return;
    m_where = where;
    m_search = search;
    Q_EMIT changed();
}

} // namespace gauge::ui
