// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/picture.h"
#include "pages/dashboard/kpiheader.h"

#include <QObject>

namespace gauge::ui {

//! What stands at the top of a report.
struct ReportHead
{
    QString title;
    QString connection;
    QString filter; //!< in words
    QString date; //!< when it was made
    std::vector<Kpi> facts;
};

//! The dashboard on paper: A4, in light colours whatever the theme. A chart at a time, so that the window
//! never stands still for it; what is to be drawn must live until finished().
class Report final : public QObject
{
    Q_OBJECT
public:
    Report(ReportHead head, std::vector<const Chart *> charts, QObject *parent);
    ~Report() override;

    void start();

Q_SIGNALS:
    void finished(const QByteArray &pdf);

private:
    struct Paper;
    void drawHead();
    void drawNext();
    void drawTable(const Chart &chart);

    ReportHead m_head;
    std::vector<const Chart *> m_charts;
    std::size_t m_next = 0;
    std::unique_ptr<Paper> m_paper;
};

} // namespace gauge::ui
