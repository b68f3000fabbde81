// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/texteditors.h"

#include "kit/theme.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringListModel>

namespace gauge::ui {

namespace {

constexpr int linesShown = 4;

void fillWith(QWidget *outer, QWidget *inner)
{
    auto *layout = new QHBoxLayout(outer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(inner);
    outer->setFocusProxy(inner);
}

} // namespace

LineEditor::LineEditor(const FormField &field, QWidget *parent)
    : FieldEditor(parent)
    , m_default(field.defaultValue)
    , m_edit(new QLineEdit(this))
    , m_recent(new QStringListModel(this))
    , m_offer(new QAction(icon(QStringLiteral("chevron-down")), QString(), this))
{
    fillWith(this, m_edit);
    auto *completer = new QCompleter(m_recent, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_edit->setCompleter(completer);
    m_edit->addAction(m_offer, QLineEdit::TrailingPosition);
    m_offer->setVisible(false);
    connect(m_offer, &QAction::triggered, this, &LineEditor::offerAll);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &FieldEditor::edited);
    watch(m_edit);
    retranslate();
}

QString LineEditor::value() const
{
    return m_edit->text();
}

void LineEditor::setValue(const QString &value)
{
    m_edit->setText(value);
}

void LineEditor::setRecent(const QStringList &values)
{
    m_recent->setStringList(values);
    m_offer->setVisible(!values.isEmpty());
}

QWidget *LineEditor::control() const
{
    return m_edit;
}

void LineEditor::offerAll()
{
    m_edit->completer()->setCompletionPrefix({});
    m_edit->completer()->complete();
}

void LineEditor::retranslate()
{
    m_offer->setText(tr("Values sent before"));
    m_offer->setToolTip(tr("Values sent before (Down)"));
    m_edit->setPlaceholderText(placeholder(m_default));
}

bool LineEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down
        && m_offer->isVisible()) {
        offerAll();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

ChoiceEditor::ChoiceEditor(const FormField &field, QWidget *parent)
    : FieldEditor(parent)
    , m_default(field.defaultValue)
    , m_choices(field.choices)
    , m_box(new QComboBox(this))
{
    fillWith(this, m_box);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setFocusPolicy(Qt::StrongFocus);
    fill(m_choices);
    connect(m_box, &QComboBox::editTextChanged, this, &FieldEditor::edited);
    watch(m_box);
    watch(m_box->lineEdit());
    retranslate();
}

QString ChoiceEditor::value() const
{
    return m_box->currentText();
}

void ChoiceEditor::setValue(const QString &value)
{
    const QSignalBlocker quiet(m_box);
    m_box->setCurrentIndex(m_box->findText(value, Qt::MatchExactly | Qt::MatchCaseSensitive));
    m_box->setEditText(value);
}

void ChoiceEditor::setRecent(const QStringList &values)
{
    // Where the values are known, those of before say nothing new.
    if (m_choices.isEmpty())
        fill(values);
}

void ChoiceEditor::fill(const QStringList &values)
{
    const QSignalBlocker quiet(m_box);
    const QString typed = m_box->currentText();
    m_box->clear();
    m_box->addItems(values);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    setValue(typed);
}

QWidget *ChoiceEditor::control() const
{
    return m_box;
}

void ChoiceEditor::retranslate()
{
    m_box->lineEdit()->setPlaceholderText(placeholder(m_default));
}

bool ChoiceEditor::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the form; it does not change what it passes.
    if (event->type() == QEvent::Wheel && !m_box->hasFocus()) {
        event->ignore();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

LongTextEditor::LongTextEditor(const FormField &field, QWidget *parent)
    : FieldEditor(parent)
    , m_default(field.defaultValue)
    , m_edit(new QPlainTextEdit(this))
{
    fillWith(this, m_edit);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * linesShown + 16);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
    watch(m_edit);
    retranslate();
}

QString LongTextEditor::value() const
{
    return m_edit->toPlainText();
}

void LongTextEditor::setValue(const QString &value)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(value);
}

QWidget *LongTextEditor::control() const
{
    return m_edit;
}

void LongTextEditor::retranslate()
{
    m_edit->setPlaceholderText(placeholder(m_default));
}

} // namespace gauge::ui
