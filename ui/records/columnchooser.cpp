// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/columnchooser.h"

#include "kit/headings.h"
#include "records/display.h"
#include "records/recordmodel.h"
#include "ui_columnchooser.h"

#include <QEvent>
#include <QPushButton>

namespace gauge::ui {

ColumnChooser::ColumnChooser(catalog::Endpoint endpoint, std::vector<lake::LakeColumn> columns,
                             QStringList shown, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ColumnChooser>())
    , m_endpoint(std::move(endpoint))
    , m_columns(std::move(columns))
    , m_shown(std::move(shown))
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->countLabel);
    const QStringList titles = display::titles(m_columns, 100);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        auto *item = new QListWidgetItem(titles[qsizetype(i)], m_ui->list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setToolTip(display::toolTip(m_columns[i].name));
    }
    tick(m_shown);
    if (m_ui->list->count() > 0)
        m_ui->list->setCurrentRow(0);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &ColumnChooser::filter);
    connect(m_ui->list, &QListWidget::itemChanged, this, &ColumnChooser::showCount);
    connect(m_ui->usualButton, &QPushButton::clicked, this,
            [this] { tick(display::usualColumns(m_endpoint, m_columns)); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ColumnChooser::finish);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ColumnChooser::~ColumnChooser() = default;

void ColumnChooser::tick(const QStringList &names)
{
    {
        const QSignalBlocker quiet(m_ui->list);
        for (int i = 0; i < m_ui->list->count(); ++i) {
            m_ui->list->item(i)->setCheckState(
                names.contains(m_columns[std::size_t(i)].name) ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_ui->list->viewport()->update();
    showCount();
}

void ColumnChooser::filter(const QString &text)
{
    for (int i = 0; i < m_ui->list->count(); ++i) {
        const bool found = m_ui->list->item(i)->text().contains(text, Qt::CaseInsensitive)
            || m_columns[std::size_t(i)].name.contains(text, Qt::CaseInsensitive);
        m_ui->list->item(i)->setHidden(!found);
    }
}

QStringList ColumnChooser::ticked() const
{
    // Those that are shown keep their place, new ones follow.
    QStringList names;
    for (int i = 0; i < m_ui->list->count(); ++i) {
        if (m_ui->list->item(i)->checkState() == Qt::Checked)
            names.append(m_columns[std::size_t(i)].name);
    }
    QStringList ordered;
    for (const QString &name : m_shown) {
        if (names.removeAll(name) > 0)
            ordered.append(name);
    }
    return ordered + names;
}

void ColumnChooser::showCount()
{
    const int count = int(ticked().size());
    const bool fits = count > 0 && count <= RecordModel::maxColumns;
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(fits);
    if (count > RecordModel::maxColumns) {
        m_ui->countLabel->setText(
            tr("%L1 of %L2 chosen. A table shows up to %L3 at once; an export of everything "
               "has them all.")
                .arg(count)
                .arg(m_columns.size())
                .arg(RecordModel::maxColumns));
    } else {
        m_ui->countLabel->setText(tr("%L1 of %L2 chosen").arg(count).arg(m_columns.size()));
    }
}

void ColumnChooser::finish()
{
    Q_EMIT chosen(ticked());
    accept();
}

void ColumnChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showCount();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
