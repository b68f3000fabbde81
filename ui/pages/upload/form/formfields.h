// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/recordtype.h"
#include "upload/form/recordcheck.h"
#include "upload/form/response.h"

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

// The fields of a form, from what is known of the record.

//! Those that are required first, each group in the order of the configuration. What the type requires is
//! there even where the configuration does not list it.
[[nodiscard]] std::vector<FormField> fieldsOf(const upload::Configuration &configuration);
//! Of a single response, under the keys of one system.
[[nodiscard]] std::vector<FormField> fieldsOf(const upload::ResponseKeys &keys);

//! A finding about several fields becomes one at each.
[[nodiscard]] std::vector<upload::RecordFinding>
atTheirFields(const std::vector<upload::RecordFinding> &findings, const upload::Configuration &configuration);

} // namespace gauge::ui
