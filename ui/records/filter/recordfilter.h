// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QObject>

namespace gauge::ui {

//! Which responses the person looks at: one filter for all pages that show them.
class RecordFilter final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<query::Filter> &where() const { return m_where; }
    [[nodiscard]] const QString &search() const { return m_search; }
    [[nodiscard]] bool isEmpty() const { return m_where.empty() && m_search.isEmpty(); }
    //! With a signal where it is another one.
    void set(const std::vector<query::Filter> &where, const QString &search);

    //! The feed that it is about.
    [[nodiscard]] static QString feed() { return QStringLiteral("responses"); }

Q_SIGNALS:
    void changed();

private:
    std::vector<query::Filter> m_where;
    QString m_search;
};

} // namespace gauge::ui
