// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/conditioneditor.h"

#include "kit/labels.h"
#include "query/condition.h"
#include "query/datevalue.h"
#include "records/cells/display.h"
#include "records/filter/conditiontext.h"
#include "ui_conditioneditor.h"

#include <QCalendarWidget>
#include <QCompleter>
#include <QEvent>
#include <QMenu>
#include <QWidgetAction>

namespace gauge::ui {

using catalog::ColumnType;
using query::Operator;

ConditionEditor::ConditionEditor(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConditionEditor>())
    , m_periods(new QMenu(this))
    , m_days(new QMenu(this))
    , m_calendar(new QCalendarWidget)
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->hintLabel);
    makeDateMenus();
    // Hundreds of questions: typed letters find a column by any part of its name.
    m_ui->columnBox->setInsertPolicy(QComboBox::NoInsert);
    m_ui->columnBox->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_ui->columnBox->completer()->setFilterMode(Qt::MatchContains);
    m_ui->columnBox->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_ui->columnBox, &QComboBox::currentIndexChanged, this, [this] {
        m_missing.clear();
        m_ui->valueEdit->clear(); // it was one of another column
        m_ui->untilEdit->clear();
        showColumn();
        Q_EMIT changed();
    });
    connect(m_ui->operatorBox, &QComboBox::currentIndexChanged, this, [this] {
        showOperator();
        Q_EMIT changed();
    });
    connect(m_ui->flagBox, &QComboBox::currentIndexChanged, this, &ConditionEditor::changed);
    connect(m_ui->valueEdit, &QLineEdit::textChanged, this, &ConditionEditor::takeTyped);
    connect(m_ui->untilEdit, &QLineEdit::textChanged, this, &ConditionEditor::takeTyped);
    for (const QLineEdit *edit : {m_ui->valueEdit, m_ui->untilEdit})
        connect(edit, &QLineEdit::returnPressed, this, &ConditionEditor::confirmed);
    connect(m_ui->picker, &ValuePicker::tickedByPerson, this, &ConditionEditor::takeTicked);
    connect(m_ui->pickButton, &QPushButton::clicked, this, [this] {
        chooseOperator(Operator::In);
        m_ui->picker->setFocus();
    });
    m_ui->picker->setFocusProxy(m_ui->picker->findChild<QWidget *>(QStringLiteral("valueSearch")));
    showColumn();
}

ConditionEditor::~ConditionEditor() = default;

void ConditionEditor::makeDateMenus()
{
    m_periods->setObjectName(QStringLiteral("periodMenu"));
    m_ui->periodButton->setMenu(m_periods);
    connect(m_periods, &QMenu::triggered, this,
            [this](const QAction *action) { choosePeriod(action->data().toString()); });
    fillPeriods();
    m_days->setObjectName(QStringLiteral("dayMenu"));
    m_calendar->setObjectName(QStringLiteral("calendar"));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(m_calendar);
    m_days->addAction(action);
    m_ui->dayButton->setMenu(m_days);
    connect(m_days, &QMenu::aboutToShow, m_calendar, qOverload<>(&QWidget::setFocus));
    connect(m_calendar, &QCalendarWidget::activated, this, &ConditionEditor::chooseDay);
    connect(m_calendar, &QCalendarWidget::clicked, this, &ConditionEditor::chooseDay);
}

void ConditionEditor::fillPeriods()
{
    m_periods->clear();
    const std::vector<std::pair<QString, const char *>> periods{
        {tr("&Today"), "today"},
        {tr("&Yesterday"), "yesterday"},
        {tr("Last &7 days"), "last 7 days"},
        {tr("Last &30 days"), "last 30 days"},
        {tr("Last &90 days"), "last 90 days"},
        {{}, nullptr},
        {tr("This &month"), "this month"},
        {tr("L&ast month"), "last month"},
        {tr("This &quarter"), "this quarter"},
        {tr("Last q&uarter"), "last quarter"},
        {tr("This y&ear"), "this year"},
        {tr("&Last year"), "last year"},
    };
    for (const auto &[words, period] : periods) {
        if (period)
            m_periods->addAction(words)->setData(QLatin1String(period));
        else
            m_periods->addSeparator();
    }
}

void ConditionEditor::setColumns(std::vector<lake::LakeColumn> columns)
{
    m_columns = std::move(columns);
    fillColumns();
}

void ConditionEditor::fillColumns()
{
    const QVariant chosen = m_ui->columnBox->currentData();
    {
        const QSignalBlocker quiet(m_ui->columnBox);
        m_ui->columnBox->clear();
        const QStringList titles = display::titles(m_columns, 60);
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            m_ui->columnBox->addItem(titles[qsizetype(i)], m_columns[i].name);
        // The score is what most filters are about.
        const auto score
            = std::find_if(m_columns.begin(), m_columns.end(),
                           [](const lake::LakeColumn &column) { return column.type == ColumnType::Score; });
        const int usual = score == m_columns.end() ? 0 : int(score - m_columns.begin());
        const int kept = m_ui->columnBox->findData(chosen);
        m_ui->columnBox->setCurrentIndex(kept >= 0 ? kept : usual);
    }
    if (!m_missing.isEmpty())
        chooseColumn(m_missing);
    showColumn();
}

//! A column that the lake does not have stays in words, so that no other one is taken for it.
void ConditionEditor::chooseColumn(const QString &name)
{
    const QSignalBlocker quiet(m_ui->columnBox);
    const int index = m_ui->columnBox->findData(name);
    m_missing = index < 0 ? name : QString();
    m_ui->columnBox->setCurrentIndex(index);
    if (index < 0)
        m_ui->columnBox->setEditText(name);
}

void ConditionEditor::setValues(ValueSource source)
{
    m_ui->picker->setSource(std::move(source));
}

void ConditionEditor::setCondition(const std::optional<query::Condition> &condition,
                                   std::vector<query::Filter> others)
{
    const QSignalBlocker quiet(this);
    m_others = std::move(others);
    if (condition) {
        chooseColumn(condition->column);
        showColumn();
        const bool isList = condition->op == Operator::In;
        showOperatorOf(*condition);
        m_ui->valueEdit->setText(isList ? query::printList(condition->values) : condition->values.value(0));
        m_ui->untilEdit->setText(condition->values.value(1));
        const bool isNo = columnType() == ColumnType::Boolean
            && condition->values.value(0) != QLatin1String("1")
            && condition->values.value(0) != QLatin1String("true");
        m_ui->flagBox->setCurrentIndex(isNo ? 1 : 0);
    } else {
        m_ui->valueEdit->clear();
        m_ui->untilEdit->clear();
    }
    showOperator();
}

//! Filters that were typed or saved earlier may have an operator that is not offered for the column.
void ConditionEditor::showOperatorOf(const query::Condition &condition)
{
    const bool isPartOfDate = columnType() == ColumnType::DateTime
        && (condition.op == Operator::StartsWith || condition.op == Operator::Equal);
    const Operator meant = isPartOfDate ? Operator::In : condition.op;
    if (m_ui->operatorBox->findData(int(meant)) < 0)
        m_ui->operatorBox->addItem(operatorLabel(meant, columnType()), int(meant));
    chooseOperator(meant);
}

void ConditionEditor::rest()
{
    m_ui->picker->clear();
}

void ConditionEditor::focusColumn()
{
    m_ui->columnBox->setFocus();
}

void ConditionEditor::focusValue()
{
    if (!m_ui->valueEdit->isHidden())
        m_ui->valueEdit->setFocus();
    else
        (m_ui->flagBox->isHidden() ? m_ui->operatorBox : m_ui->flagBox)->setFocus();
}

Operator ConditionEditor::op() const
{
    return Operator(m_ui->operatorBox->currentData().toInt());
}

ColumnType ConditionEditor::columnType() const
{
    const int column = m_ui->columnBox->currentIndex();
    return column >= 0 && std::size_t(column) < m_columns.size() ? m_columns[std::size_t(column)].type
                                                                 : ColumnType::Text;
}

//! Dates have periods instead, and lists no single values. The columns may not be known yet.
bool ConditionEditor::canPick() const
{
    const ColumnType type = columnType();
    return m_ui->picker->hasSource() && m_ui->columnBox->currentIndex() >= 0 && type != ColumnType::DateTime
        && type != ColumnType::List && type != ColumnType::Boolean;
}

void ConditionEditor::showColumn()
{
    const QVariant chosen = m_ui->operatorBox->currentData();
    {
        const QSignalBlocker quiet(m_ui->operatorBox);
        m_ui->operatorBox->clear();
        for (const Operator each : operatorsFor(columnType()))
            m_ui->operatorBox->addItem(operatorLabel(each, columnType()), int(each));
        m_ui->operatorBox->setCurrentIndex(std::max(m_ui->operatorBox->findData(chosen), 0));
    }
    showOperator();
}

void ConditionEditor::showOperator()
{
    const bool takes = takesValue(op());
    const bool flag = columnType() == ColumnType::Boolean;
    const bool isDate = columnType() == ColumnType::DateTime;
    m_ui->valueEdit->setVisible(takes && !flag);
    m_ui->untilEdit->setVisible(op() == Operator::Between);
    m_ui->untilLabel->setVisible(op() == Operator::Between);
    m_ui->flagBox->setVisible(takes && flag);
    m_ui->valueLabel->setVisible(takes);
    m_ui->valueLabel->setBuddy(flag ? static_cast<QWidget *>(m_ui->flagBox) : m_ui->valueEdit);
    m_ui->pickButton->setVisible(canPick() && op() != Operator::In);
    m_ui->periodButton->setVisible(isDate && takes);
    m_ui->dayButton->setVisible(isDate && takes);
    showHint();
    showPicker();
    tell({});
}

void ConditionEditor::showHint()
{
    QString hint;
    const bool isDate = columnType() == ColumnType::DateTime && takesValue(op());
    if (isDate)
        hint = tr("A day as 2026-03-31, a month as 2026-03, or today, last 30 days, this quarter…");
    else if (op() == Operator::In && !canPick())
        hint = tr("Several values, separated by commas");
    m_ui->hintLabel->setText(hint);
    m_ui->hintLabel->setVisible(!hint.isEmpty());
}

void ConditionEditor::showPicker()
{
    const bool picks = canPick() && op() == Operator::In;
    m_ui->picker->setVisible(picks);
    if (!picks) {
        m_ui->picker->clear();
        return;
    }
    m_ui->picker->setTicked(condition().values);
    m_ui->picker->list(m_columns[std::size_t(m_ui->columnBox->currentIndex())], m_others);
}

void ConditionEditor::chooseOperator(Operator wanted)
{
    m_ui->operatorBox->setCurrentIndex(std::max(m_ui->operatorBox->findData(int(wanted)), 0));
}

//! Who picks a period wants the records within it, whatever the operator was before.
void ConditionEditor::choosePeriod(const QString &period)
{
    chooseOperator(Operator::In);
    m_ui->valueEdit->setText(period);
    m_ui->valueEdit->setFocus();
}

//! Of a range, the first day is chosen first.
void ConditionEditor::chooseDay(QDate day)
{
    m_days->close();
    const bool isLast = op() == Operator::Between && !m_ui->valueEdit->text().isEmpty();
    QLineEdit *edit = isLast ? m_ui->untilEdit : m_ui->valueEdit;
    edit->setText(day.toString(Qt::ISODate));
    edit->setFocus();
}

void ConditionEditor::takeTicked()
{
    const QSignalBlocker quiet(m_ui->valueEdit); // what is ticked is what it says
    m_ui->valueEdit->setText(query::printList(m_ui->picker->ticked()));
    tell({});
    Q_EMIT changed();
}

void ConditionEditor::takeTyped()
{
    if (!m_ui->picker->isHidden())
        m_ui->picker->setTicked(condition().values);
    tell({});
    Q_EMIT changed();
}

void ConditionEditor::tell(const QString &problem)
{
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->setVisible(!problem.isEmpty());
}

query::Condition ConditionEditor::condition() const
{
    query::Condition condition{m_ui->columnBox->currentData().toString(), op(), {}};
    if (!takesValue(condition.op))
        return condition;
    const QString text = m_ui->valueEdit->text();
    if (columnType() == ColumnType::Boolean) {
        condition.values = {m_ui->flagBox->currentIndex() == 0 ? QStringLiteral("1") : QStringLiteral("0")};
    } else if (condition.op == Operator::In) {
        condition.values = query::parseList(text);
        condition.values.removeAll(QString());
    } else {
        condition.values = {text.trimmed()};
        if (condition.op == Operator::Between)
            condition.values.append(m_ui->untilEdit->text().trimmed());
    }
    return condition;
}

bool ConditionEditor::check()
{
    if (m_ui->columnBox->currentIndex() < 0) {
        tell(tr("There is no column “%1”. Choose another one.").arg(m_ui->columnBox->currentText()));
        focusColumn();
        return false;
    }
    const std::optional<QString> problem = validationError(condition(), columnType());
    tell(problem.value_or(QString()));
    if (problem)
        focusValue();
    return !problem;
}

void ConditionEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillPeriods();
        fillColumns();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
