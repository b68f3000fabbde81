// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/sidebar.h"

#include "kit/format.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "pages/connections/connectionwords.h"
#include "ui_sidebar.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>

namespace gauge::ui {

SideBar::SideBar(ConnectionListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_ui(std::make_unique<Ui::SideBar>())
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->lastSyncLabel);
    connect(m_ui->syncTroubleButton, &QToolButton::clicked, this, &SideBar::troubleOpened);
    showTrouble();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("connectionMenu"));
    m_ui->connectionButton->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &SideBar::fillMenu);

    m_ui->navigation->setItemDelegate(new CountDelegate(this));
    // The list lies in the window, not in a field of its own.
    m_ui->navigation->viewport()->setAutoFillBackground(false);
    for (const char *name : {"explore", "dashboard", "upload", "jobs", "connections", "settings"})
        m_ui->navigation->addItem(new QListWidgetItem(icon(QLatin1String(name)), QString()));
    connect(m_ui->navigation, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT pageChosen(static_cast<Page>(row));
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SideBar::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SideBar::refresh);
    applyTexts();
}

SideBar::~SideBar() = default;

void SideBar::setCurrentConnection(const QString &id)
{
    m_connectionId = id;
    refresh();
}

void SideBar::setSyncing(bool syncing)
{
    m_syncing = syncing;
    refresh();
}

void SideBar::setTrouble(const QString &words)
{
    m_trouble = words;
    showTrouble();
}

void SideBar::showTrouble()
{
    QToolButton *button = m_ui->syncTroubleButton;
    button->setVisible(!m_trouble.isEmpty());
    m_ui->lastSyncLabel->setVisible(m_trouble.isEmpty());
    button->setIcon(icon(QStringLiteral("warning"), signalColor(Signal::Attention, palette())));
    button->setAccessibleName(m_trouble);
    button->setToolTip(plainToolTip(m_trouble));
    QString elided = button->fontMetrics().elidedText(m_trouble, Qt::ElideRight, width() - 56);
    button->setText(elided.replace(QLatin1Char('&'), QStringLiteral("&&")));
}

void SideBar::setCurrentPage(Page page)
{
    m_ui->navigation->setCurrentRow(static_cast<int>(page));
}

void SideBar::setRunningJobs(int count)
{
    m_running = count;
    applyTexts();
}

void SideBar::refresh()
{
    const int row = m_model.rowOf(m_connectionId);
    m_ui->connectionButton->setEnabled(row >= 0);
    if (row < 0) {
        m_ui->connectionButton->setText(tr("No connection yet"));
        m_ui->connectionButton->setIcon({});
        m_ui->lastSyncLabel->clear();
        return;
    }
    const service::Connection &connection = *m_model.at(row);
    const QString shown = connection.isSample()
        ? connection.name
        : connection.name + QStringLiteral(" · ") + regionText(connection);
    QPixmap swatch(8, 16);
    swatch.fill(accentColor(connection.id, palette()));
    m_ui->connectionButton->setIcon(swatch);
    // The region stands at the end, where it must not be cut off.
    QString elided = m_ui->connectionButton->fontMetrics().elidedText(shown, Qt::ElideMiddle, width() - 60);
    m_ui->connectionButton->setText(elided.replace(QLatin1Char('&'), QStringLiteral("&&")));
    m_ui->connectionButton->setToolTip(plainToolTip(shown));
    m_ui->connectionButton->setAccessibleName(tr("Connection: %1").arg(shown));

    const std::optional<LakeFacts> &facts = m_model.facts(row);
    m_ui->lastSyncLabel->setText(
        m_syncing ? tr("syncing now")
                  : lakeStateText(facts ? facts->feeds : std::vector<lake::FeedStatus>(), m_model.now()));
}

void SideBar::fillMenu()
{
    QMenu *menu = m_ui->connectionButton->menu();
    menu->clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const service::Connection &connection = *m_model.at(row);
        QString text = connection.name + QStringLiteral(" · ") + regionText(connection);
        QPixmap swatch(16, 16);
        swatch.fill(accentColor(connection.id, palette()));
        QAction *action = menu->addAction(swatch, text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        QFont font = action->font();
        font.setBold(connection.id == m_connectionId);
        action->setFont(font);
        connect(action, &QAction::triggered, this,
                [this, id = connection.id] { Q_EMIT connectionChosen(id); });
    }
    menu->addSeparator();
    QAction *all = menu->addAction(icon(QStringLiteral("connections")), tr("All connections"));
    connect(all, &QAction::triggered, this, [this] { setCurrentPage(Page::Connections); });
}

void SideBar::applyTexts()
{
    m_ui->navigation->setAccessibleName(tr("Pages"));
    const QStringList names{tr("Explore"), tr("Dashboard"),   tr("Upload"),
                            tr("Jobs"),    tr("Connections"), tr("Settings")};
    for (int row = 0; row < names.size(); ++row)
        m_ui->navigation->item(row)->setText(names.at(row));
    QListWidgetItem *jobs = m_ui->navigation->item(static_cast<int>(Page::Jobs));
    jobs->setData(CountDelegate::CountRole, m_running);
    jobs->setData(Qt::AccessibleTextRole,
                  m_running > 0 ? tr("Jobs, running: %1").arg(countText(m_running)) : tr("Jobs"));
    refresh();
}

void SideBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
    } else if (event->type() == QEvent::PaletteChange) {
        showTrouble();
    }
    QWidget::changeEvent(event);
}

void CountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const int count = index.data(CountRole).toInt();
    if (count == 0)
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(option.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                      QLocale().toString(count));
    painter->restore();
}

QSize CountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize natural = QStyledItemDelegate::sizeHint(option, index);
    return {natural.width(), std::max(natural.height(), 32)};
}

} // namespace gauge::ui
