// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/fieldeditor.h"

#include "pages/upload/form/pickers.h"
#include "pages/upload/form/texteditors.h"

#include <QFocusEvent>

namespace gauge::ui {

FieldEditor *FieldEditor::make(const FormField &field, QWidget *parent)
{
    using catalog::ValueType;
    switch (field.editor) {
    case FormField::Editor::LongText:
        return new LongTextEditor(field, parent);
    case FormField::Editor::Score:
        return new ScoreEditor(parent);
    case FormField::Editor::Codes:
        return new CodesEditor(parent);
    case FormField::Editor::ByType:
        break;
    }
    switch (field.type) {
    case ValueType::Date:
    case ValueType::DateTime:
        return new DateEditor(field, parent);
    case ValueType::Choice:
        return new ChoiceEditor(field, parent);
    case ValueType::Text:
    case ValueType::Number:
    case ValueType::Email:
    case ValueType::Phone:
        break;
    }
    return new LineEditor(field, parent);
}

FieldEditor::FieldEditor(QWidget *parent)
    : QWidget(parent)
{}

QString FieldEditor::placeholder(const QString &defaultValue, const QString &shape)
{
    return defaultValue.isEmpty() ? shape : tr("%1 (when left empty)").arg(defaultValue);
}

void FieldEditor::watch(QWidget *part)
{
    part->installEventFilter(this);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        // A list that opens, or another window, is no farewell.
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            Q_EMIT left();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gauge::ui
