// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/conditionpopup.h"

#include "kit/headings.h"
#include "kit/icons.h"
#include "records/conditionwords.h"
#include "records/display.h"
#include "ui_conditionpopup.h"

#include <QCompleter>
#include <QEvent>
#include <QScreen>

namespace gauge::ui {

ConditionPopup::ConditionPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_ui(std::make_unique<Ui::ConditionPopup>())
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->hintLabel);
    // Hundreds of questions: typed letters find a column by any part of its name.
    m_ui->columnBox->setInsertPolicy(QComboBox::NoInsert);
    m_ui->columnBox->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_ui->columnBox->completer()->setFilterMode(Qt::MatchContains);
    m_ui->columnBox->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_ui->columnBox, &QComboBox::currentIndexChanged, this, &ConditionPopup::showColumn);
    connect(m_ui->operatorBox, &QComboBox::currentIndexChanged, this, &ConditionPopup::showOperator);
    connect(m_ui->valueEdit, &QLineEdit::returnPressed, this, &ConditionPopup::accept);
    connect(m_ui->valueEdit, &QLineEdit::textChanged, this, [this] { tell({}); });
    connect(m_ui->applyButton, &QPushButton::clicked, this, &ConditionPopup::accept);
}

ConditionPopup::~ConditionPopup() = default;

void ConditionPopup::setColumns(std::vector<lake::LakeColumn> columns)
{
    m_columns = std::move(columns);
    const QSignalBlocker quiet(m_ui->columnBox);
    m_ui->columnBox->clear();
    const QStringList titles = display::titles(m_columns, 60);
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_ui->columnBox->addItem(titles[qsizetype(i)], m_columns[i].name);
    // The score is what most filters are about.
    const auto score = std::find_if(m_columns.begin(), m_columns.end(), [](const lake::LakeColumn &column) {
        return column.type == catalog::ColumnType::Score;
    });
    if (score != m_columns.end())
        m_ui->columnBox->setCurrentIndex(int(score - m_columns.begin()));
}

void ConditionPopup::open(QWidget *anchor, const std::optional<query::Condition> &condition)
{
    tell({});
    const int column
        = condition ? m_ui->columnBox->findData(condition->column) : m_ui->columnBox->currentIndex();
    m_ui->columnBox->setCurrentIndex(std::max(column, 0));
    showColumn();
    if (condition) {
        m_ui->operatorBox->setCurrentIndex(std::max(m_ui->operatorBox->findData(int(condition->op)), 0));
        m_ui->valueEdit->setText(condition->values.join(QStringLiteral(", ")));
        const int flag = m_ui->flagBox->findData(condition->values.value(0));
        m_ui->flagBox->setCurrentIndex(std::max(flag, 0));
    } else {
        m_ui->valueEdit->clear();
    }
    adjustSize();
    QPoint corner = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    if (const QScreen *screen = anchor->screen())
        corner.setX(std::max(screen->availableGeometry().left(),
                             std::min(corner.x(), screen->availableGeometry().right() - width())));
    move(corner);
    show();
    if (condition)
        m_ui->valueEdit->setFocus();
    else
        m_ui->columnBox->setFocus();
}

catalog::ColumnType ConditionPopup::columnType() const
{
    const int column = m_ui->columnBox->currentIndex();
    return column >= 0 && std::size_t(column) < m_columns.size() ? m_columns[std::size_t(column)].type
                                                                 : catalog::ColumnType::Text;
}

void ConditionPopup::showColumn()
{
    const QVariant chosen = m_ui->operatorBox->currentData();
    {
        const QSignalBlocker quiet(m_ui->operatorBox);
        m_ui->operatorBox->clear();
        for (const query::Operator op : operatorsFor(columnType()))
            m_ui->operatorBox->addItem(operatorWords(op), int(op));
        m_ui->operatorBox->setCurrentIndex(std::max(m_ui->operatorBox->findData(chosen), 0));
    }
    showOperator();
}

void ConditionPopup::showOperator()
{
    const auto op = query::Operator(m_ui->operatorBox->currentData().toInt());
    const bool flag = columnType() == catalog::ColumnType::Boolean;
    m_ui->valueEdit->setVisible(takesValue(op) && !flag);
    m_ui->flagBox->setVisible(takesValue(op) && flag);
    m_ui->valueLabel->setVisible(takesValue(op));
    m_ui->valueLabel->setBuddy(flag ? static_cast<QWidget *>(m_ui->flagBox) : m_ui->valueEdit);
    QString hint;
    const bool isDate = columnType() == catalog::ColumnType::DateTime && takesValue(op);
    if (isDate && op != query::Operator::StartsWith)
        hint = tr("A date as 2026-03-31, or today, last 30 days, this quarter…");
    else if (isDate)
        hint = tr("A date as 2026-03-31, or the beginning of one");
    else if (op == query::Operator::In)
        hint = tr("Several values, separated by commas");
    m_ui->hintLabel->setText(hint);
    m_ui->hintLabel->setVisible(!hint.isEmpty());
    tell({});
}

void ConditionPopup::tell(const QString &problem)
{
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->setVisible(!problem.isEmpty());
    adjustSize();
}

query::Condition ConditionPopup::condition() const
{
    query::Condition condition;
    condition.column = m_ui->columnBox->currentData().toString();
    condition.op = query::Operator(m_ui->operatorBox->currentData().toInt());
    if (!takesValue(condition.op))
        return condition;
    if (columnType() == catalog::ColumnType::Boolean) {
        condition.values = {m_ui->flagBox->currentIndex() == 0 ? QStringLiteral("1") : QStringLiteral("0")};
    } else if (condition.op == query::Operator::In) {
        const QStringList parts = m_ui->valueEdit->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString &part : parts)
            condition.values.append(part.trimmed());
    } else {
        condition.values = {m_ui->valueEdit->text().trimmed()};
    }
    return condition;
}

void ConditionPopup::accept()
{
    const query::Condition wanted = condition();
    if (const std::optional<QString> problem = objection(wanted, columnType())) {
        tell(*problem);
        m_ui->valueEdit->setFocus();
        return;
    }
    hide();
    Q_EMIT accepted(wanted);
}

void ConditionPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        setColumns(m_columns);
    }
    QFrame::changeEvent(event);
}

} // namespace gauge::ui
