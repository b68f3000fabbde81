// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartpanel.h"
#include "lake/sql/types.h"
#include "pages/dashboard/chartfactory.h"

#include <QComboBox>
#include <QWidget>

namespace gauge::ui {

//! Columns to divide responses by: properties, language, account and what else holds few values; and, where
//! it makes sense, none of them.
class ColumnBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit ColumnBox(QWidget *parent = nullptr);

    //! \a none: the words of the first entry, which is no column; empty: there is none.
    void setColumns(const std::vector<lake::LakeColumn> &columns, const QString &none);
    //! Without a signal; what is not there is none.
    void choose(const QString &column);
    [[nodiscard]] QString column() const { return currentData().toString(); }

Q_SIGNALS:
    void chosen();
};

//! Those of \a columns, the likely ones first.
[[nodiscard]] std::vector<lake::LakeColumn> dividingColumns(const std::vector<lake::LakeColumn> &columns);

} // namespace gauge::ui

class QCheckBox;
class QGridLayout;

namespace gauge::ui {

class KpiHeader;

//! All charts of the dashboard in their order: two columns, or one where there is little room.
class DashboardGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit DashboardGrid(QWidget *parent = nullptr);

    //! Fills the headline and every chart.
    void show(const ChartContext &context, int settlingHours);
    void setColumns(const std::vector<lake::LakeColumn> &columns);
    void setChoices(const DashboardChoices &choices);
    //! \a choices with what is chosen here.
    [[nodiscard]] DashboardChoices choices(DashboardChoices choices) const;
    void setStale(bool stale);
    //! Which records all of it is of: for copies, files and prints.
    void setOrigin(const QString &origin);

    [[nodiscard]] const std::vector<ChartPanel *> &panels() const { return m_panels; }
    [[nodiscard]] const KpiHeader &headline() const { return *m_headline; }

Q_SIGNALS:
    void choicesChanged();
    //! Other lists of accounts, of the same figures.
    void listChanged();
    void recordsWanted(const std::vector<gauge::query::Filter> &where);
    void fileWritten(const QString &path);
    void writingFailed(const gauge::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Width { Column, Whole };
    template <typename T>
    T *add(Width width, const char *name);
    void addTools();
    void retranslate();
    void arrange();
    [[nodiscard]] AccountList accountList() const;
    void nameAccountLists(const std::optional<metrics::Accounts> &accounts);

    KpiHeader *m_headline;
    QGridLayout *m_grid;
    std::vector<ChartPanel *> m_panels;
    std::vector<Width> m_widths; //!< of each
    TrendChart *m_trend;
    DistributionChart *m_distribution;
    ContributionChart *m_drivers;
    SentimentChart *m_topics;
    RankedChart *m_segments;
    SharesChart *m_shares;
    QuestionChart *m_questions;
    TwoWayChart *m_twoWay;
    ListChart *m_accounts;
    ColumnBox *m_linesBox;
    QCheckBox *m_rateCheck;
    ColumnBox *m_segmentBox;
    ColumnBox *m_rowsBox;
    ColumnBox *m_columnsBox;
    QComboBox *m_accountBox;
    std::vector<lake::LakeColumn> m_columns;
    int m_arranged = 0; //!< columns
};

} // namespace gauge::ui
