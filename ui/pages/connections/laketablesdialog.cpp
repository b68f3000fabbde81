// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/laketablesdialog.h"

#include "kit/plaintext.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QVBoxLayout>

namespace gauge::ui {

LakeTablesDialog::LakeTablesDialog(engine::Engine &engine, const service::Connection &connection,
                                   QWidget *parent)
    : QDialog(parent)
    , m_words(new PlainLabel(tr("The local copy is being read…")))
    , m_tables(new QTreeWidget)
{
    setObjectName(QStringLiteral("lakeTablesDialog"));
    setWindowTitle(tr("Tables of “%1”").arg(connection.name));
    resize(880, 560);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_tables->setObjectName(QStringLiteral("lakeTables"));
    m_tables->setAccessibleName(tr("Tables and columns"));
    m_tables->setUniformRowHeights(true);
    m_tables->setAlternatingRowColors(true);
    m_tables->setHeaderLabels({tr("Column"), tr("Type"), tr("Field of the service"), tr("Meaning")});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_tables, 1);
    layout->addWidget(buttons);
    m_tables->setFocus(Qt::OtherFocusReason);

    const QString place = QDir::toNativeSeparators(engine.lakeOf(connection).text());
    auto *job = engine.describeLake(connection);
    connect(job, &Job::finished, this, [this, job, place] {
        if (job->error()) {
            m_words->setText(job->error()->text);
            return;
        }
        m_words->setText(tr("Any SQL tool may read the local copy, also while a sync runs. Do not write to "
                            "it. It is here: %1")
                             .arg(place));
        list(job->result());
    });
}

void LakeTablesDialog::list(const std::vector<lake::TableDescription> &tables)
{
    for (const lake::TableDescription &table : tables) {
        auto *top = new QTreeWidgetItem(m_tables, {table.table, {}, {}, table.meaning});
        for (const lake::ColumnDescription &column : table.columns)
            new QTreeWidgetItem(top, {column.column, column.type, column.field, column.meaning});
        for (int i = 0; i < 4; ++i)
            top->setToolTip(i, plainToolTip(table.meaning));
    }
    m_tables->expandItem(m_tables->topLevelItem(0));
    m_tables->header()->resizeSection(0, 240);
    m_tables->header()->resizeSection(1, 88);
    m_tables->header()->resizeSection(2, 200);
    m_tables->setCurrentItem(m_tables->topLevelItem(0));
}

} // namespace gauge::ui
