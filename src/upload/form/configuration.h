// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/recordtype.h"
#include "upload/form/formrecord.h"

#include <optional>
#include <vector>

//! Records and single responses on their way to the service.
namespace gauge::upload {

//! A field of a configuration, spelled exactly as it is mapped in CustomerGauge.
struct Heading
{
    QString name;
    catalog::ValueType type = catalog::ValueType::Text;
    bool required = false; //!< beyond what the record type requires
    QString defaultValue; //!< sent where the record has nothing
    QString hint; //!< a word for those who fill in the form
    QStringList choices; //!< of ValueType::Choice

    bool operator==(const Heading &) const = default;
};

//! An import configuration as a person told it: the reference that the service knows, the type of its
//! records and the headings that are mapped there. The service tells none of it.
struct Configuration
{
    QString id; //!< names its file; empty: not saved
    QString name; //!< unique without regard to case
    QString reference;
    QString recordType; //!< id of a catalog::RecordType
    std::vector<Heading> headings;

    //! Null: no heading is spelled so.
    [[nodiscard]] const Heading *heading(const QString &name) const;
    //! Its id cannot be the name of a file.
    [[nodiscard]] bool isBuiltIn() const { return id.startsWith(QLatin1Char('/')); }
    bool operator==(const Configuration &) const = default;
};

//! Why \a configuration cannot be used, in words, or nothing: no name, no reference, an unknown type,
//! headings that are empty, too long or there twice.
[[nodiscard]] std::optional<QString> validationError(const Configuration &configuration);
//! The same of its parts, each at its place: one text for each heading, empty where all is well. Of headings
//! that are spelled the same but for case, and of defaults that their own type refuses, none can be meant.
[[nodiscard]] std::optional<QString> objectionToName(const QString &name);
[[nodiscard]] std::optional<QString> objectionToReference(const QString &reference);
[[nodiscard]] QStringList objectionsToHeadings(const std::vector<Heading> &headings);

//! A configuration of a type with the headings that it usually has.
[[nodiscard]] Configuration configurationFor(const catalog::RecordType &type);
//! What systems have from the start: activities and contact.
[[nodiscard]] std::vector<Configuration> builtInConfigurations();

//! A heading that was only named: with the type and necessity that \a type knows of it.
[[nodiscard]] Heading headingFor(const catalog::RecordType *type, const QString &name);
//! Headings from a row of a spreadsheet or the first line of a CSV file: separated by tabs, line breaks,
//! semicolons or commas, whichever there is first in this order; quotes are taken off. Empty ones and
//! repeated ones are left out.
[[nodiscard]] std::vector<Heading> headingsFrom(const QString &row, const catalog::RecordType *type);

//! \a record with the default values of \a configuration where it has nothing.
[[nodiscard]] FormRecord withDefaults(const Configuration &configuration, FormRecord record);

//! The file of a configuration; its id is not in it.
[[nodiscard]] QByteArray toJson(const Configuration &configuration);
//! Errors (Input) say what is wrong with the text. Any bytes may come.
[[nodiscard]] Result<Configuration> parseConfiguration(const QByteArray &json);

} // namespace gauge::upload
