// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboard/dashboardgrid.h"

#include "charts/chartview.h"
#include "kit/plaintext.h"
#include "pages/dashboard/kpiheader.h"
#include "records/cells/display.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gauge::ui {

namespace {

//! Where a column stands in the list; nothing: its values are as many as there are records.
std::optional<int> rankOf(const lake::LakeColumn &column)
{
    static const QStringList known{QStringLiteral("language"), QStringLiteral("locale"),
                                   QStringLiteral("account_name"), QStringLiteral("status"),
                                   QStringLiteral("follow_up_requested")};
    int rank = 0;
    for (const char *prefix : {"property.", "custom."}) {
        if (column.name.startsWith(QLatin1String(prefix)))
            return rank;
        ++rank;
    }
    if (const qsizetype place = known.indexOf(column.name); place >= 0)
        return rank + int(place);
    return column.name.startsWith(QLatin1String("question.")) ? std::optional(rank + int(known.size()))
                                                              : std::nullopt;
}

} // namespace

std::vector<lake::LakeColumn> dividingColumns(const std::vector<lake::LakeColumn> &columns)
{
    std::vector<lake::LakeColumn> found;
    std::copy_if(columns.begin(), columns.end(), std::back_inserter(found),
                 [](const lake::LakeColumn &column) { return rankOf(column).has_value(); });
    std::stable_sort(found.begin(), found.end(), [](const lake::LakeColumn &a, const lake::LakeColumn &b) {
        return *rankOf(a) < *rankOf(b);
    });
    return found;
}

ColumnBox::ColumnBox(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(8);
    setMaximumWidth(240);
    connect(this, &QComboBox::activated, this, &ColumnBox::chosen);
}

void ColumnBox::setColumns(const std::vector<lake::LakeColumn> &columns, const QString &none)
{
    const QString kept = column();
    const QSignalBlocker quiet(this);
    clear();
    if (!none.isEmpty())
        addItem(none, QString());
    for (const lake::LakeColumn &each : dividingColumns(columns))
        addItem(display::oneLine(display::title(each), 60), each.name);
    choose(kept);
}

void ColumnBox::choose(const QString &column)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(std::max(0, findData(column)));
}

namespace {

// Below this width charts lie under each other.
constexpr int narrowBoard = 760;

//! Controls in a row at the left.
QWidget *toolRow(std::initializer_list<QWidget *> tools)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(8);
    for (QWidget *tool : tools)
        layout->addWidget(tool);
    layout->addStretch();
    return row;
}

} // namespace

template <typename T>
T *DashboardGrid::add(Width width, const char *name)
{
    auto *chart = new T;
    auto *panel = new ChartPanel(chart, this);
    panel->setObjectName(QLatin1String(name));
    connect(panel, &ChartPanel::recordsWanted, this, &DashboardGrid::recordsWanted);
    connect(panel, &ChartPanel::fileWritten, this, &DashboardGrid::fileWritten);
    connect(panel, &ChartPanel::writingFailed, this, &DashboardGrid::writingFailed);
    m_panels.push_back(panel);
    m_widths.push_back(width);
    return chart;
}

DashboardGrid::DashboardGrid(QWidget *parent)
    : QWidget(parent)
    , m_headline(new KpiHeader(this))
    , m_grid(new QGridLayout)
{
    m_headline->setObjectName(QStringLiteral("headline"));
    m_trend = add<TrendChart>(Width::Whole, "trendPanel");
    m_distribution = add<DistributionChart>(Width::Column, "distributionPanel");
    m_drivers = add<ContributionChart>(Width::Column, "driversPanel");
    m_topics = add<SentimentChart>(Width::Column, "topicsPanel");
    m_segments = add<RankedChart>(Width::Column, "segmentsPanel");
    m_shares = add<SharesChart>(Width::Column, "sharesPanel");
    m_questions = add<QuestionChart>(Width::Column, "questionsPanel");
    m_twoWay = add<TwoWayChart>(Width::Whole, "twoWayPanel");
    m_accounts = add<ListChart>(Width::Whole, "accountsPanel");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(24);
    column->addWidget(m_headline);
    column->addLayout(m_grid);
    column->addStretch();
    m_grid->setHorizontalSpacing(32);
    m_grid->setVerticalSpacing(24);
    addTools();
    arrange();
}

void DashboardGrid::addTools()
{
    const auto box = [this](const char *name) {
        auto *made = new ColumnBox;
        made->setObjectName(QLatin1String(name));
        connect(made, &ColumnBox::chosen, this, &DashboardGrid::choicesChanged);
        return made;
    };
    m_linesBox = box("linesBox");
    m_segmentBox = box("segmentBox");
    m_rowsBox = box("rowsBox");
    m_columnsBox = box("columnsBox");
    m_rateCheck = new QCheckBox;
    m_rateCheck->setObjectName(QStringLiteral("rateCheck"));
    connect(m_rateCheck, &QCheckBox::clicked, this, &DashboardGrid::choicesChanged);
    m_accountBox = new QComboBox;
    m_accountBox->setObjectName(QStringLiteral("accountBox"));
    m_accountBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (int list = 0; list < 3; ++list)
        m_accountBox->addItem(QString());
    connect(m_accountBox, &QComboBox::activated, this, &DashboardGrid::listChanged);
    const auto panelOf = [this](const QObject *chart) {
        return *std::find_if(m_panels.begin(), m_panels.end(),
                             [chart](ChartPanel *panel) { return &panel->chart() == chart; });
    };
    panelOf(m_trend)->addTool(toolRow({m_linesBox, m_rateCheck}));
    panelOf(m_segments)->addTool(toolRow({m_segmentBox}));
    panelOf(m_twoWay)->addTool(toolRow({m_rowsBox, new PlainLabel(QStringLiteral("×")), m_columnsBox}));
    panelOf(m_accounts)->addTool(toolRow({m_accountBox}));
    retranslate();
}

void DashboardGrid::retranslate()
{
    m_linesBox->setAccessibleName(tr("A line for each"));
    m_linesBox->setToolTip(tr("A line for each value of a column"));
    m_segmentBox->setAccessibleName(tr("Compare by"));
    m_segmentBox->setToolTip(tr("The column to compare by"));
    m_rowsBox->setAccessibleName(tr("Rows of the table"));
    m_rowsBox->setToolTip(tr("Rows of the table"));
    m_columnsBox->setAccessibleName(tr("Columns of the table"));
    m_columnsBox->setToolTip(tr("Columns of the table"));
    m_rateCheck->setText(tr("&Response rate below"));
    m_accountBox->setAccessibleName(tr("Which accounts"));
    nameAccountLists({});
    setColumns(m_columns);
}

void DashboardGrid::setColumns(const std::vector<lake::LakeColumn> &columns)
{
    m_columns = columns;
    m_linesBox->setColumns(columns, tr("All together"));
    m_segmentBox->setColumns(columns, {});
    m_rowsBox->setColumns(columns, {});
    m_columnsBox->setColumns(columns, tr("Over time"));
}

void DashboardGrid::setChoices(const DashboardChoices &choices)
{
    m_linesBox->choose(choices.lines);
    m_segmentBox->choose(choices.segment);
    m_rowsBox->choose(choices.rows);
    m_columnsBox->choose(choices.columns);
    m_rateCheck->setChecked(choices.showsRate);
}

DashboardChoices DashboardGrid::choices(DashboardChoices choices) const
{
    choices.lines = m_linesBox->column();
    choices.segment = m_segmentBox->column();
    choices.rows = m_rowsBox->column();
    choices.columns = m_columnsBox->column();
    choices.showsRate = m_rateCheck->isChecked();
    return choices;
}

void DashboardGrid::show(const ChartContext &context, int settlingHours)
{
    m_headline->setFacts(headlineFacts(context, settlingHours));
    fillTrend(*m_trend, context);
    fillDistribution(*m_distribution, context);
    fillDrivers(*m_drivers, context);
    fillTopics(*m_topics, context);
    fillSegments(*m_segments, context);
    fillShares(*m_shares, context);
    fillQuestions(*m_questions, context);
    fillTwoWay(*m_twoWay, context);
    nameAccountLists(context.figures.accounts);
    fillAccounts(*m_accounts, accountList(), context);
    if (context.isTooFew()) {
        for (ChartPanel *panel : m_panels)
            panel->chart().setEmptyText(tooFewText(context.least));
    }
}

AccountList DashboardGrid::accountList() const
{
    return static_cast<AccountList>(std::max(m_accountBox->currentIndex(), 0));
}

void DashboardGrid::nameAccountLists(const std::optional<metrics::Accounts> &accounts)
{
    for (int list = 0; list < m_accountBox->count(); ++list)
        m_accountBox->setItemText(list, accountListTitle(static_cast<AccountList>(list), accounts));
}

void DashboardGrid::setStale(bool stale)
{
    m_headline->setEnabled(!stale);
    for (ChartPanel *panel : m_panels)
        panel->setStale(stale);
}

void DashboardGrid::setOrigin(const QString &origin)
{
    for (ChartPanel *panel : m_panels)
        panel->setOrigin(origin);
}

void DashboardGrid::arrange()
{
    const int columns = width() < narrowBoard ? 1 : 2;
    if (columns == m_arranged)
        return;
    m_arranged = columns;
    int row = 0;
    int column = 0;
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        m_grid->removeWidget(m_panels[i]);
        const bool isWhole = m_widths[i] == Width::Whole || columns == 1;
        if (isWhole && column > 0) {
            ++row;
            column = 0;
        }
        m_grid->addWidget(m_panels[i], row, column, 1, isWhole ? columns : 1);
        column += isWhole ? columns : 1;
        if (column >= columns) {
            ++row;
            column = 0;
        }
    }
    for (const int each : {0, 1})
        m_grid->setColumnStretch(each, each < columns ? 1 : 0);
}

void DashboardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DashboardGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
