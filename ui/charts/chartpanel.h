// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/picture.h"

#include <QWidget>

#include <memory>

class QAction;
class QPrinter;

namespace gauge::ui {

class ChartView;

namespace Ui {
class ChartPanel;
}

//! A chart with its title, the same as a table, and ways to take it along: copy, save, print.
class ChartPanel final : public QWidget
{
    Q_OBJECT
public:
    //! Takes \a chart.
    explicit ChartPanel(Chart *chart, QWidget *parent = nullptr);
    ~ChartPanel() override;

    [[nodiscard]] Chart &chart() { return *m_chart; }
    [[nodiscard]] ChartView *view() const;
    //! Puts a control between title and chart.
    void addTool(QWidget *tool);
    void showTable(bool shown);
    //! What stands below a copy, a file or a print: which records it is of.
    void setOrigin(const QString &origin) { m_origin = origin; }
    void setStale(bool stale);
    //! Writes a file in the background; fileWritten() or writingFailed() tells.
    void write(ChartFormat format, const QString &path);
    //! On one page, as wide as that allows; writingFailed() tells where there is no printer.
    void print(QPrinter &printer);

Q_SIGNALS:
    //! The records of a point are wanted.
    void recordsWanted(const std::vector<gauge::query::Filter> &where);
    void fileWritten(const QString &path);
    void writingFailed(const gauge::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeMenu();
    void retranslate();
    void showTitle();
    void fitTable();
    void open(const QModelIndex &index);
    void copyPicture();
    void copyTable();
    void askForFile(ChartFormat format);
    void askForPrinter();
    [[nodiscard]] Caption caption() const;
    [[nodiscard]] QString fileName(ChartFormat format) const;

    std::unique_ptr<Ui::ChartPanel> m_ui;
    Chart *m_chart;
    QString m_origin;
    std::vector<std::pair<QAction *, const char *>> m_actions; //!< with their texts
};

} // namespace gauge::ui
