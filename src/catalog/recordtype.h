// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace gauge::catalog {

//! What the value of an uploaded field must look like.
enum class ValueType {
    Text,
    Number,
    Date, //!< YYYY-MM-DD, a time may follow
    DateTime, //!< YYYY-MM-DD HH:MM:SS
    Choice,
    Email,
    Phone, //!< digits, spaces and ( ) - +
};

//! Stable name of a type ("date-time"), as saved in files.
[[nodiscard]] QString valueTypeName(ValueType type);
[[nodiscard]] std::optional<ValueType> valueTypeFromName(const QString &name);
[[nodiscard]] std::vector<ValueType> valueTypes();

//! A field that records of a type usually have, spelled as CustomerGauge suggests it.
struct StandardHeading
{
    QString name;
    ValueType type = ValueType::Text;
    QStringList choices = {}; //!< of ValueType::Choice

    bool operator==(const StandardHeading &) const = default;
};

//! A kind of record that can be uploaded. One file in recordtypes/ describes one; forms, checks and the
//! command line are derived from it.
struct RecordType
{
    QString id; //!< on the command line: "external-response"
    const char *title = ""; //!< QT_TRANSLATE_NOOP("catalog", …)
    QString reference; //!< of the configuration that systems usually have for it
    QStringList required; //!< headings
    QStringList oneOf; //!< headings of which at least one is required
    QStringList keys = {}; //!< headings of which the first with a value identifies a record
    std::vector<StandardHeading> headings; //!< all that are known, the required ones first
    //! A record is made, or changed where its key is known, and mails nobody: one whose answer was lost may
    //! be sent again. Otherwise it never is without a person's word.
    bool isUpdatedByKey = false;
    bool mailsCustomers = false; //!< a record can make CustomerGauge write to a real customer
    const char *warning = ""; //!< QT_TRANSLATE_NOOP("catalog", …): what to say before the first send
    bool becomesResponse = false; //!< it arrives in the feed of responses and can be read back there

    [[nodiscard]] const StandardHeading *heading(const QString &name) const;
    bool operator==(const RecordType &) const = default;
};

//! All files of catalog/recordtypes/, activities first.
[[nodiscard]] const std::vector<RecordType> &recordTypes();
//! Null: there is no such type.
[[nodiscard]] const RecordType *findRecordType(const QString &id);
[[nodiscard]] QStringList recordTypeIds();
//! Whether records of the type \a id may be sent again; those of a type that is not known may not.
[[nodiscard]] bool isUpdatedByKey(const QString &id);

} // namespace gauge::catalog
