// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/readagaindialog.h"

#include "kit/labels.h"
#include "kit/onresult.h"
#include "kit/plaintext.h"
#include "ui_readagaindialog.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLayout>
#include <QPushButton>
#include <QtConcurrentRun>

namespace gauge::ui {

using catalog::Endpoint;

namespace {

QString fieldTitle(const Endpoint &feed, const QString &field)
{
    const catalog::Column *column = feed.column(field);
    return column ? QCoreApplication::translate("catalog", column->title) : field;
}

//! Those that every one of \a feeds takes.
QStringList commonFields(const std::vector<Endpoint> &feeds)
{
    QStringList fields = feeds.empty() ? QStringList() : feeds.front().possiblePeriodFields();
    for (const Endpoint &feed : feeds) {
        const QStringList its = feed.possiblePeriodFields();
        fields.removeIf([&its](const QString &field) { return !its.contains(field); });
    }
    return fields;
}

} // namespace

ReadAgainDialog::ReadAgainDialog(catalog::Catalog catalog, const QString &connection, QDate today,
                                 QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReadAgainDialog>())
    , m_catalog(std::move(catalog))
    , m_connection(connection)
    , m_today(today)
{
    m_ui->setupUi(this);
    makeGroupTitle(m_ui->feedsLabel);
    for (PlainLabel *label : {m_ui->periodHint, m_ui->reconcileHint, m_ui->compareHint})
        makeQuiet(label);
    makeFeeds();
    setTabOrders();
    m_ui->fromEdit->setDate(m_today.addMonths(-1));
    m_ui->toEdit->setDate(m_today);
    m_ui->periodButton->setChecked(true);
    wire();
    applyTexts();
    refresh();
    m_ui->periodButton->setFocus(Qt::OtherFocusReason);
}

ReadAgainDialog::~ReadAgainDialog() = default;

void ReadAgainDialog::makeFeeds()
{
    // A feed that supersedes another is the one people come for.
    const std::vector<Endpoint> &feeds = m_catalog.endpoints();
    const auto usual = std::find_if(feeds.begin(), feeds.end(),
                                    [](const Endpoint &feed) { return !feed.supersedes.isEmpty(); });
    for (auto feed = feeds.begin(); feed != feeds.end(); ++feed) {
        auto *box = new QCheckBox(this);
        box->setObjectName(QStringLiteral("feed_") + feed->id);
        box->setChecked(usual == feeds.end() || feed == usual);
        m_ui->feedsLayout->addWidget(box);
        m_feeds.push_back(box);
        connect(box, &QCheckBox::toggled, this, &ReadAgainDialog::refresh);
    }
    m_ui->feedsLayout->addStretch();
}

// The feeds were made last and stand first.
void ReadAgainDialog::setTabOrders()
{
    QWidget *last = nullptr;
    std::vector<QWidget *> order(m_feeds.begin(), m_feeds.end());
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->periodButton, m_ui->fieldBox, m_ui->fromEdit, m_ui->toEdit, m_ui->reconcileButton,
             m_ui->compareButton, m_ui->reportCheck, m_ui->reportEdit, m_ui->browseButton, m_ui->buttons})
        order.push_back(widget);
    for (QWidget *widget : order) {
        if (last)
            setTabOrder(last, widget);
        last = widget;
    }
}

void ReadAgainDialog::wire()
{
    for (QRadioButton *button : {m_ui->periodButton, m_ui->reconcileButton, m_ui->compareButton})
        connect(button, &QRadioButton::toggled, this, &ReadAgainDialog::refresh);
    connect(m_ui->fieldBox, &QComboBox::currentIndexChanged, this, &ReadAgainDialog::refresh);
    connect(m_ui->fromEdit, &QDateEdit::dateChanged, this, &ReadAgainDialog::refresh);
    connect(m_ui->toEdit, &QDateEdit::dateChanged, this, &ReadAgainDialog::refresh);
    connect(m_ui->reportCheck, &QCheckBox::toggled, this, [this](bool wanted) {
        if (wanted && m_ui->reportEdit->text().isEmpty()) {
            const QString name
                = QStringLiteral("gaugedesk-differences-%1.jsonl").arg(m_today.toString(Qt::ISODate));
            m_ui->reportEdit->setText(QDir::toNativeSeparators(QDir(usualFolder()).filePath(name)));
        }
        refresh();
    });
    connect(m_ui->reportEdit, &QLineEdit::textChanged, this, &ReadAgainDialog::lookForReport);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ReadAgainDialog::browse);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ReadAgainDialog::finish);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ReadAgainDialog::applyTexts()
{
    setWindowTitle(tr("Read “%1” again").arg(m_connection));
    for (std::size_t i = 0; i < m_feeds.size(); ++i)
        m_feeds[i]->setText(QCoreApplication::translate("catalog", m_catalog.endpoints()[i].title));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Start"));
}

std::vector<Endpoint> ReadAgainDialog::chosen() const
{
    std::vector<Endpoint> feeds;
    for (std::size_t i = 0; i < m_feeds.size(); ++i) {
        if (m_feeds[i]->isChecked())
            feeds.push_back(m_catalog.endpoints()[i]);
    }
    return feeds;
}

void ReadAgainDialog::fillFields()
{
    const QSignalBlocker quiet(m_ui->fieldBox);
    const QVariant kept = m_ui->fieldBox->currentData();
    const std::vector<Endpoint> feeds = chosen();
    m_ui->fieldBox->clear();
    const QStringList fields = commonFields(feeds);
    for (const QString &field : fields)
        m_ui->fieldBox->addItem(fieldTitle(feeds.front(), field), field);
    if (!fields.isEmpty())
        m_ui->fieldBox->setCurrentIndex(std::max(m_ui->fieldBox->findData(kept), 0));
}

void ReadAgainDialog::refresh()
{
    fillFields();
    m_ui->periodPane->setVisible(m_ui->periodButton->isChecked());
    m_ui->reportPane->setVisible(m_ui->compareButton->isChecked());
    m_ui->reportEdit->setEnabled(m_ui->reportCheck->isChecked());
    m_ui->browseButton->setEnabled(m_ui->reportCheck->isChecked());
    const QString words = validationError();
    // Not started before it is known whether the report has a place: a comparison may take an hour.
    const bool waits = writesReport() && !m_obstacle;
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(words.isEmpty() && !waits);
    const bool replaces = words.isEmpty() && writesReport() && m_obstacle == Obstacle::WillBeReplaced;
    m_ui->objectionLabel->setText(
        replaces ? tr("This file exists. It is replaced once the comparison is complete.") : words);
    makeRoom();
}

// A dialog does not grow by itself for words that wrap.
void ReadAgainDialog::makeRoom()
{
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    if (isVisible() && needed > height())
        resize(width(), needed);
}

catalog::Scope ReadAgainDialog::period() const
{
    catalog::Scope scope;
    scope.periodField = m_ui->fieldBox->currentData().toString();
    scope.periodStart = m_ui->fromEdit->date().toString(Qt::ISODate);
    scope.periodEnd = m_ui->toEdit->date().toString(Qt::ISODate);
    return scope;
}

QString ReadAgainDialog::validationError() const
{
    if (chosen().empty())
        return tr("Choose at least one feed.");
    if (m_ui->periodButton->isChecked())
        return objectionToPeriod();
    return writesReport() ? objectionToReport() : QString();
}

QString ReadAgainDialog::objectionToPeriod() const
{
    const std::vector<Endpoint> feeds = chosen();
    if (feeds.size() > 1 && m_ui->fieldBox->count() == 0)
        return tr("These feeds have no date in common. Read them one after the other.");
    for (const Endpoint &feed : feeds) {
        if (const auto words = catalog::validationError(feed, period()))
            return *words;
    }
    return {};
}

bool ReadAgainDialog::writesReport() const
{
    return m_ui->compareButton->isChecked() && m_ui->reportCheck->isChecked();
}

QString ReadAgainDialog::report() const
{
    return QDir::fromNativeSeparators(m_ui->reportEdit->text().trimmed());
}

QString ReadAgainDialog::objectionToReport() const
{
    if (chosen().size() > 1)
        return tr("The file is about one feed. Choose one, or write no file.");
    if (!QFileInfo(report()).isAbsolute())
        return tr("Enter a file with its folder.");
    if (m_obstacle == Obstacle::NoFolder)
        return tr("This folder does not exist.");
    if (m_obstacle == Obstacle::IsFolder)
        return tr("This is a folder. Add a file name.");
    return {};
}

void ReadAgainDialog::lookForReport()
{
    const quint64 lookup = ++m_lookup;
    m_obstacle.reset();
    refresh();
    onResult(QtConcurrent::run(obstacleAt, report()), this, [this, lookup](Obstacle obstacle) {
        if (lookup != m_lookup)
            return;
        m_obstacle = obstacle;
        refresh();
    });
}

void ReadAgainDialog::browse()
{
    auto *chooser = new QFileDialog(this, tr("Write differences to"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("JSON lines (*.jsonl)"));
    chooser->setDefaultSuffix(QStringLiteral("jsonl"));
    chooser->setDirectory(QFileInfo(report()).path());
    chooser->selectFile(QFileInfo(report()).fileName());
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_ui->reportEdit->setText(QDir::toNativeSeparators(file)); });
    chooser->open();
}

void ReadAgainDialog::finish()
{
    if (m_ui->compareButton->isChecked()) {
        std::vector<sync::VerifyPlan> plans;
        for (const Endpoint &feed : chosen()) {
            plans.emplace_back().feed = feed;
            plans.back().report = writesReport() ? report() : QString();
        }
        Q_EMIT compareWanted(plans);
        accept();
        return;
    }
    sync::SyncPlan plan;
    plan.feeds = chosen();
    plan.kind = lake::SyncKind::Reconcile;
    if (m_ui->periodButton->isChecked()) {
        const catalog::Scope scope = period();
        plan.kind = lake::SyncKind::Refresh;
        plan.periodField = scope.periodField;
        plan.periodStart = scope.periodStart;
        plan.periodEnd = scope.periodEnd;
    }
    Q_EMIT readWanted(plan);
    accept();
}

void ReadAgainDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
