// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/configurations/valuetypewords.h"

#include <QCoreApplication>

namespace gauge::ui {

QString valueTypeText(catalog::ValueType type)
{
    using catalog::ValueType;
    const auto translated = [](const char *text) { return QCoreApplication::translate("upload", text); };
    switch (type) {
    case ValueType::Text:
        break;
    case ValueType::Number:
        return translated(QT_TRANSLATE_NOOP("upload", "Number"));
    case ValueType::Date:
        return translated(QT_TRANSLATE_NOOP("upload", "Date"));
    case ValueType::DateTime:
        return translated(QT_TRANSLATE_NOOP("upload", "Date and time"));
    case ValueType::Choice:
        return translated(QT_TRANSLATE_NOOP("upload", "Choice"));
    case ValueType::Email:
        return translated(QT_TRANSLATE_NOOP("upload", "E-mail address"));
    case ValueType::Phone:
        return translated(QT_TRANSLATE_NOOP("upload", "Phone number"));
    }
    return translated(QT_TRANSLATE_NOOP("upload", "Text"));
}

} // namespace gauge::ui
