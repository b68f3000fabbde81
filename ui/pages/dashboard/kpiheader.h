// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/dashboard/chartfactory.h"

#include <QWidget>

namespace gauge::ui {

//! A figure of the headline in words: what it is, what it says, and what else is to be known.
struct Kpi
{
    QString caption;
    QString value;
    QString words;
    bool operator==(const Kpi &) const = default;
};

//! The NPS first, then what it is made of, what it rests on and how it stands to other figures.
[[nodiscard]] std::vector<Kpi> headlineFacts(const ChartContext &context, int settlingHours);

//! The first row of the dashboard. The first fact is the headline figure.
class KpiHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit KpiHeader(QWidget *parent = nullptr);

    void setFacts(const std::vector<Kpi> &facts);
    [[nodiscard]] const std::vector<Kpi> &facts() const { return m_facts; }

private:
    QWidget *makeFact(const Kpi &fact, bool isFirst);

    std::vector<Kpi> m_facts;
};

} // namespace gauge::ui
