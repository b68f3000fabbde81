// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartpanel.h"

#include "base/outputguard.h"
#include "charts/chartview.h"
#include "kit/fileplace.h"
#include "kit/labels.h"
#include "kit/onresult.h"
#include "kit/theme.h"
#include "ui_chartpanel.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QtConcurrentRun>

namespace gauge::ui {

ChartPanel::ChartPanel(Chart *chart, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ChartPanel>())
    , m_chart(chart)
{
    m_ui->setupUi(this);
    chart->setParent(this);
    makeGroupTitle(m_ui->titleLabel);
    makeQuiet(m_ui->noteLabel);
    m_ui->tableButton->setIcon(icon(QStringLiteral("explore")));
    m_ui->moreButton->setIcon(icon(QStringLiteral("more")));
    m_ui->chartView->setChart(chart);
    m_ui->tableView->setModel(chart);
    m_ui->tableView->verticalHeader()->hide();
    m_ui->tableView->horizontalHeader()->setHighlightSections(false);
    m_ui->tableView->horizontalHeader()->setMinimumSectionSize(48);
    m_ui->tableView->horizontalHeader()->setResizeContentsPrecision(100); // rows; ten thousand take too long
    makeMenu();
    connect(m_ui->tableButton, &QToolButton::toggled, this, &ChartPanel::showTable);
    connect(m_ui->chartView, &ChartView::opened, this, &ChartPanel::open);
    connect(m_ui->tableView, &QTableView::activated, this, &ChartPanel::open);
    connect(chart, &Chart::titleChanged, this, &ChartPanel::showTitle);
    connect(chart, &QAbstractItemModel::modelReset, this,
            [this] { showTable(m_ui->tableButton->isChecked()); });
    m_ui->tableButton->setVisible(chart->isDrawn());
    showTitle();
    showTable(false);
}

ChartPanel::~ChartPanel() = default;

ChartView *ChartPanel::view() const
{
    return m_ui->chartView;
}

void ChartPanel::addTool(QWidget *tool)
{
    m_ui->toolLayout->addWidget(tool);
    // By Tab as they are seen: title, controls, chart.
    QWidget *before = m_ui->moreButton;
    const auto controls = tool->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *control : controls) {
        if (control->focusPolicy() == Qt::NoFocus)
            continue;
        setTabOrder(before, control);
        before = control;
    }
    setTabOrder(before, m_ui->chartView);
}

void ChartPanel::makeMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [&](const char *text, const char *name, auto act) {
        QAction *action = menu->addAction(QString());
        action->setObjectName(QLatin1String(name));
        m_actions.emplace_back(action, text);
        connect(action, &QAction::triggered, this, act);
    };
    if (m_chart->isDrawn())
        add(QT_TR_NOOP("Copy &picture"), "copyPicture", &ChartPanel::copyPicture);
    add(QT_TR_NOOP("Copy &table"), "copyTable", &ChartPanel::copyTable);
    menu->addSeparator();
    const auto file = [this](ChartFormat format) { return [this, format] { askForFile(format); }; };
    if (m_chart->isDrawn()) {
        add(QT_TR_NOOP("Save as P&NG…"), "savePng", file(ChartFormat::Png));
        add(QT_TR_NOOP("Save as &SVG…"), "saveSvg", file(ChartFormat::Svg));
    }
    add(QT_TR_NOOP("Save as &CSV…"), "saveCsv", file(ChartFormat::Csv));
    if (m_chart->isDrawn()) {
        menu->addSeparator();
        add(QT_TR_NOOP("P&rint…"), "print", &ChartPanel::askForPrinter);
    }
    m_ui->moreButton->setMenu(menu);
    retranslate();
}

void ChartPanel::retranslate()
{
    for (const auto &[action, text] : m_actions)
        action->setText(tr(text));
}

void ChartPanel::showTitle()
{
    m_ui->titleLabel->setText(m_chart->title());
    m_ui->noteLabel->setText(m_chart->note());
    m_ui->noteLabel->setVisible(!m_chart->note().isEmpty());
    m_ui->tableView->setAccessibleName(m_chart->title());
    for (QWidget *button : {m_ui->tableButton, m_ui->moreButton}) // all charts have the same ones
        button->setAccessibleDescription(m_chart->title());
}

void ChartPanel::showTable(bool shown)
{
    const bool isTable = (shown || !m_chart->isDrawn()) && !m_chart->isEmpty();
    m_ui->chartView->setVisible(!isTable);
    m_ui->tableView->setVisible(isTable);
    if (isTable)
        fitTable();
}

//! As high as its rows, as far as these are few.
void ChartPanel::fitTable()
{
    constexpr int mostRows = 12;
    QTableView *table = m_ui->tableView;
    table->resizeColumnsToContents();
    for (int column = 0; column < m_chart->columnCount(); ++column)
        table->setColumnWidth(column, std::min(table->columnWidth(column), 280));
    // Names take what room is left, unless the table is wider than its place in any case.
    constexpr int mostBesideNames = 9;
    if (m_chart->columnCount() > 0)
        table->horizontalHeader()->setSectionResizeMode(
            0, m_chart->columnCount() > mostBesideNames ? QHeaderView::Interactive : QHeaderView::Stretch);
    const int rows = std::min(m_chart->rowCount(), mostRows);
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height()
                          + rows * table->verticalHeader()->defaultSectionSize() + 2 * table->frameWidth()
                          + table->horizontalScrollBar()->sizeHint().height());
}

void ChartPanel::setStale(bool stale)
{
    m_ui->chartView->setStale(stale);
    m_ui->tableView->setEnabled(!stale);
}

void ChartPanel::open(const QModelIndex &index)
{
    // In the table any cell of a row stands for it.
    std::vector<query::Filter> where = m_chart->where(index);
    for (int column = 0; where.empty() && column < m_chart->columnCount(); ++column)
        where = m_chart->where(index.siblingAtColumn(column));
    if (!where.empty())
        Q_EMIT recordsWanted(where);
}

Caption ChartPanel::caption() const
{
    return {m_chart->title(), m_origin};
}

void ChartPanel::copyPicture()
{
    QGuiApplication::clipboard()->setImage(chartImage(*m_chart, caption()));
}

void ChartPanel::copyTable()
{
    QGuiApplication::clipboard()->setMimeData(chartCells(*m_chart));
}

QString ChartPanel::fileName(ChartFormat format) const
{
    static const QRegularExpression unusable(QStringLiteral("[^\\w −+-]+"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    QString name = m_chart->title().left(60);
    return name.replace(unusable, QStringLiteral(" ")).simplified() + QLatin1Char('.') + endingOf(format);
}

void ChartPanel::askForFile(ChartFormat format)
{
    auto *chooser = new QFileDialog(this, tr("Save the chart as"));
    chooser->setObjectName(QStringLiteral("chartFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    const QString ending = endingOf(format);
    chooser->setNameFilter(tr("%1 files (*.%2)").arg(ending.toUpper(), ending));
    chooser->setDefaultSuffix(ending);
    chooser->setDirectory(usualFolder());
    chooser->selectFile(fileName(format));
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, format](const QString &path) { write(format, path); });
    chooser->open();
}

void ChartPanel::write(ChartFormat format, const QString &path)
{
    auto writer = chartWriter(*m_chart, caption(), format);
    onResult(QtConcurrent::run([writer = std::move(writer), path] { return writer(path); }), this,
             [this, path](const Result<void> &done) {
                 if (done)
                     Q_EMIT fileWritten(path);
                 else
                     Q_EMIT writingFailed(done.error());
             });
}

void ChartPanel::askForPrinter()
{
    auto printer = std::make_shared<QPrinter>();
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(QStringLiteral("printDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QPrintDialog::accepted), this, [this, printer] { print(*printer); });
    dialog->open();
}

void ChartPanel::print(QPrinter &printer)
{
    // "Print to file" is an output like any other.
    if (const QString file = printer.outputFileName(); !file.isEmpty()) {
        if (const Result<QString> target = outputTarget(file); !target) {
            Q_EMIT writingFailed(target.error());
            return;
        }
    }
    QPainter painter;
    if (painter.begin(&printer)) {
        const Caption words = caption();
        const QSizeF page = printer.pageRect(QPrinter::DevicePixel).size();
        const double height = pictureHeight(*m_chart, words, pictureWidth);
        const double scale = std::min(page.width() / pictureWidth, page.height() / height);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        paintPicture(painter, *m_chart, words, {0, 0, pictureWidth, height});
        if (painter.end() && printer.printerState() != QPrinter::Error)
            return;
    }
    Q_EMIT writingFailed({ErrorKind::Storage,
                          tr("The printer did not take the chart. Look whether it is on, or choose another."),
                          printer.printerName()});
}

void ChartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        showTitle();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
