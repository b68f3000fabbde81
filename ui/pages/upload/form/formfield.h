// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/recordtype.h"

namespace gauge::ui {

//! One field of a form: what it is called, how it is typed, and what is known of its values.
struct FormField
{
    enum class Editor {
        ByType, //!< what `type` asks for
        LongText,
        Score, //!< 0 to 10, or none
        Codes, //!< several numbers, joined by commas
    };

    QString heading; //!< as it is sent
    QString title; //!< as it is shown; empty: the heading
    catalog::ValueType type = catalog::ValueType::Text;
    Editor editor = Editor::ByType;
    bool required = false;
    bool isAdded = false; //!< by a person, who may take it away again
    QString hint; //!< a word for those who fill it in
    QString defaultValue; //!< sent where nothing is typed
    QStringList choices; //!< of ValueType::Choice; others may be typed

    [[nodiscard]] QString name() const { return title.isEmpty() ? heading : title; }
    bool operator==(const FormField &) const = default;
};

} // namespace gauge::ui
