// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/formfields.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace gauge::ui {

namespace {

//! Headings whose values are rarely one line.
bool isLong(const upload::Heading &heading)
{
    static const QSet<QString> names{QStringLiteral("comment"), QStringLiteral("comments"),
                                     QStringLiteral("description"), QStringLiteral("note"),
                                     QStringLiteral("notes")};
    return heading.type == catalog::ValueType::Text && names.contains(heading.name.toCaseFolded());
}

FormField fieldOf(const upload::Heading &heading, bool required)
{
    FormField field;
    field.heading = heading.name;
    field.type = heading.type;
    field.editor = isLong(heading) ? FormField::Editor::LongText : FormField::Editor::ByType;
    field.required = required;
    field.hint = heading.hint;
    field.defaultValue = heading.defaultValue;
    field.choices = heading.choices;
    return field;
}

FormField fieldOf(const upload::ResponseFieldInfo &info)
{
    using F = upload::ResponseField;
    using catalog::ValueType;
    FormField field;
    field.title = QCoreApplication::translate("upload", info.title);
    switch (info.field) {
    case F::Email:
        field.type = ValueType::Email;
        break;
    case F::Score:
        field.editor = FormField::Editor::Score;
        break;
    case F::Comment:
        field.editor = FormField::Editor::LongText;
        break;
    case F::Sent:
    case F::Completed:
        field.type = ValueType::DateTime;
        break;
    case F::FollowUp:
        field.type = ValueType::Choice;
        field.choices = {QStringLiteral("Y"), QStringLiteral("N")};
        break;
    case F::Workflow:
        field.type = ValueType::Choice;
        field.choices = upload::workflowNames();
        field.hint
            = QCoreApplication::translate("upload", "Or 0 to 99, where the system has an extended set");
        break;
    case F::Reasons:
        field.editor = FormField::Editor::Codes;
        break;
    case F::CustomerNumber:
    case F::FirstName:
    case F::LastName:
        break;
    }
    return field;
}

} // namespace

std::vector<FormField> fieldsOf(const upload::Configuration &configuration)
{
    const catalog::RecordType *type = catalog::findRecordType(configuration.recordType);
    const QStringList required = type ? type->required : QStringList();
    const QStringList oneOf = type ? type->oneOf : QStringList();
    std::vector<FormField> fields;
    for (const QString &name : required + oneOf) {
        const upload::Heading *heading = configuration.heading(name);
        fields.push_back(
            fieldOf(heading ? *heading : upload::headingFor(type, name), required.contains(name)));
    }
    const auto isThere = [&fields](const upload::Heading &heading) {
        return std::any_of(fields.begin(), fields.end(),
                           [&heading](const FormField &field) { return field.heading == heading.name; });
    };
    for (const bool wanted : {true, false}) {
        for (const upload::Heading &heading : configuration.headings) {
            if (heading.required == wanted && !isThere(heading))
                fields.push_back(fieldOf(heading, heading.required));
        }
    }
    return fields;
}

std::vector<FormField> fieldsOf(const upload::ResponseKeys &keys)
{
    std::vector<FormField> fields;
    for (const upload::ResponseFieldInfo &info : upload::responseFields()) {
        FormField field = fieldOf(info);
        field.heading = keys.key(info.field);
        fields.push_back(field);
    }
    return fields;
}

std::vector<upload::RecordFinding> atTheirFields(const std::vector<upload::RecordFinding> &findings,
                                                 const upload::Configuration &configuration)
{
    const catalog::RecordType *type = catalog::findRecordType(configuration.recordType);
    std::vector<upload::RecordFinding> all;
    for (const upload::RecordFinding &finding : findings) {
        if (finding.kind != upload::FindingKind::OneOfMissing || !type) {
            all.push_back(finding);
            continue;
        }
        for (const QString &heading : type->oneOf) {
            all.push_back(finding);
            all.back().heading = heading;
        }
    }
    return all;
}

} // namespace gauge::ui
