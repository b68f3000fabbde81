// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/recordform.h"

#include "kit/plaintext.h"
#include "kit/theme.h"
#include "pages/upload/form/fieldeditor.h"
#include "pages/upload/form/fieldrow.h"

#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace gauge::ui {

using upload::FieldError;
using upload::FormRecord;
using upload::RecordFinding;

namespace {

constexpr int widestForm = 720; // a line of text longer than this is hard to read
constexpr int longestHeading = 128;

FormField addedField(const QString &heading)
{
    FormField field;
    field.heading = heading;
    field.isAdded = true;
    return field;
}

} // namespace

RecordForm::RecordForm(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_layout(new QFormLayout(m_content))
    , m_addLine(new QWidget(m_content))
    , m_addLabel(new PlainLabel(m_content))
    , m_addEdit(new QLineEdit(m_addLine))
    , m_addButton(new QPushButton(m_addLine))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_content->setMaximumWidth(widestForm);
    m_layout->setContentsMargins(0, 8, 8, 8);
    m_layout->setHorizontalSpacing(16);
    m_layout->setVerticalSpacing(8);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    makeAddLine();
    setWidget(m_content);
    applyTexts();
}

void RecordForm::makeAddLine()
{
    m_addEdit->setObjectName(QStringLiteral("addFieldEdit"));
    m_addEdit->setMaxLength(longestHeading);
    m_addButton->setObjectName(QStringLiteral("addFieldButton"));
    m_addButton->setIcon(icon(QStringLiteral("plus")));
    m_addButton->setAutoDefault(false);
    m_addButton->setEnabled(false);
    m_addLabel->setBuddy(m_addEdit);
    auto *line = new QHBoxLayout(m_addLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_addEdit, 1);
    line->addWidget(m_addButton);
    m_layout->addRow(m_addLabel, m_addLine);
    connect(m_addEdit, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_addButton->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_addEdit, &QLineEdit::returnPressed, this, &RecordForm::addTyped);
    connect(m_addButton, &QPushButton::clicked, this, &RecordForm::addTyped);
}

void RecordForm::setCheck(Check check)
{
    m_check = std::move(check);
    look();
}

void RecordForm::setFields(const std::vector<FormField> &fields)
{
    clearRows();
    m_recent.clear();
    for (const FormField &field : fields)
        insertRow(field);
    orderTabs();
}

FieldRow *RecordForm::insertRow(const FormField &field)
{
    auto *row = new FieldRow(field, m_content);
    m_layout->insertRow(m_layout->rowCount() - 1, row->label(), row);
    row->label()->show(); // the layout would do so later, and leave out until then what it is to scroll to
    row->show();
    m_rows.push_back(row);
    if (const auto recent = m_recent.find(field.heading); recent != m_recent.end())
        row->editor()->setRecent(recent->second);
    connect(row, &FieldRow::edited, this, [this] {
        look();
        Q_EMIT edited();
    });
    connect(row, &FieldRow::left, this, &RecordForm::look);
    connect(row, &FieldRow::removeWanted, this, [this, row] {
        removeRow(row);
        m_addEdit->setFocus(Qt::OtherFocusReason);
        look();
        Q_EMIT edited();
    });
    connect(row, &FieldRow::spellingWanted, this,
            [this, row](const QString &heading) { useSpelling(row, heading); });
    return row;
}

void RecordForm::removeRow(FieldRow *row)
{
    std::erase(m_rows, row);
    const QFormLayout::TakeRowResult taken = m_layout->takeRow(row);
    delete taken.labelItem;
    delete taken.fieldItem;
    row->hide();
    row->label()->hide();
    row->label()->deleteLater(); // the layout has made both children of the content
    row->deleteLater(); // it may be the sender
}

void RecordForm::clearRows()
{
    while (!m_rows.empty())
        removeRow(m_rows.back());
}

// Rows are made at any time and stand before the line that adds another one.
void RecordForm::orderTabs()
{
    QWidget *last = nullptr;
    const auto follow = [&last](QWidget *next) {
        if (last)
            setTabOrder(last, next);
        last = next;
    };
    for (const FieldRow *row : m_rows) {
        for (QWidget *stop : row->tabStops())
            follow(stop);
    }
    follow(m_addEdit);
    follow(m_addButton);
}

FieldRow *RecordForm::rowOf(const QString &heading) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&heading](const FieldRow *row) {
        return row->field().heading == heading;
    });
    return found == m_rows.end() ? nullptr : *found;
}

void RecordForm::setRecord(const FormRecord &record)
{
    const std::vector<FieldRow *> all = m_rows;
    for (FieldRow *row : all) {
        if (row->field().isAdded) {
            removeRow(row);
            continue;
        }
        row->setValue({});
        row->setVisited(false);
    }
    for (const upload::FormValue &field : record) {
        FieldRow *row = rowOf(field.heading);
        if (!row)
            row = insertRow(addedField(field.heading));
        row->setValue(field.value);
    }
    orderTabs();
    look();
}

FormRecord RecordForm::record() const
{
    FormRecord record;
    for (const FieldRow *row : m_rows) {
        if (!row->value().isEmpty() || row->field().isAdded)
            record.push_back({row->field().heading, row->value()});
    }
    return record;
}

void RecordForm::setRecent(const upload::RecentValues &recent)
{
    m_recent = recent;
    for (const FieldRow *row : m_rows) {
        const auto found = m_recent.find(row->field().heading);
        row->editor()->setRecent(found == m_recent.end() ? QStringList() : found->second);
    }
}

void RecordForm::addTyped()
{
    const QString heading = m_addEdit->text().trimmed();
    if (heading.isEmpty())
        return;
    m_addEdit->clear();
    FieldRow *row = rowOf(heading);
    if (!row) {
        row = insertRow(addedField(heading));
        orderTabs();
        look();
        Q_EMIT edited();
    }
    focus(row);
}

//! The value goes to the field that is spelled so. Where that one has another already, a person decides.
void RecordForm::useSpelling(FieldRow *row, const QString &heading)
{
    const QString value = row->value();
    FieldRow *right = rowOf(heading);
    if (right && !right->value().isEmpty() && right->value() != value) {
        focus(right);
        return;
    }
    removeRow(row);
    if (!right) {
        right = insertRow(addedField(heading));
        orderTabs();
    }
    right->setValue(value);
    look();
    Q_EMIT edited();
    focus(right);
}

void RecordForm::look()
{
    const std::vector<RecordFinding> findings = m_check ? m_check(record()) : std::vector<RecordFinding>();
    for (FieldRow *row : m_rows) {
        std::vector<RecordFinding> its;
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(its),
                     [row](const RecordFinding &finding) { return finding.heading == row->field().heading; });
        row->setFindings(its);
    }
}

std::vector<RecordFinding> RecordForm::validate()
{
    for (FieldRow *row : m_rows) {
        row->setVisited(true);
        row->forgetRefusal();
    }
    look();
    const auto bad
        = std::find_if(m_rows.begin(), m_rows.end(), [](const FieldRow *row) { return row->hasError(); });
    if (bad != m_rows.end())
        focus(*bad);
    std::vector<RecordFinding> others = m_check ? m_check(record()) : std::vector<RecordFinding>();
    std::erase_if(others, [this](const RecordFinding &finding) {
        return finding.severity != upload::Severity::Error || rowOf(finding.heading);
    });
    return others;
}

bool RecordForm::hasErrors() const
{
    return m_check && upload::hasErrors(m_check(record()));
}

std::vector<FieldError> RecordForm::showRefusals(const std::vector<FieldError> &errors)
{
    std::vector<FieldError> others;
    FieldRow *first = nullptr;
    for (const FieldError &error : errors) {
        FieldRow *row = rowOf(error.heading);
        if (!row) {
            others.push_back(error);
            continue;
        }
        row->setRefusal(error.words);
        if (!first)
            first = row;
    }
    if (first)
        focus(first);
    return others;
}

void RecordForm::focus(FieldRow *row)
{
    row->editor()->control()->setFocus(Qt::OtherFocusReason);
    // What is said below it takes its place first.
    QTimer::singleShot(0, row, [this, row] {
        QCoreApplication::sendPostedEvents(m_content, QEvent::LayoutRequest);
        ensureWidgetVisible(row, 0, 8);
    });
}

void RecordForm::focusFirst()
{
    if (!m_rows.empty())
        focus(m_rows.front());
}

void RecordForm::applyTexts()
{
    m_addLabel->setText(tr("&Add a field"));
    m_addEdit->setPlaceholderText(tr("Its name, exactly as CustomerGauge has it"));
    m_addEdit->setAccessibleName(tr("Name of a field to add"));
    m_addButton->setText(tr("A&dd"));
    m_addButton->setAccessibleName(tr("Add a field of this name"));
}

void RecordForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        applyTexts();
    QScrollArea::changeEvent(event);
}

} // namespace gauge::ui
