// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/form/configuration.h"

#include <QHash>

namespace gauge::upload {

enum class Severity {
    Warning, //!< may be sent
    Error,
};

//! Whether a doubt stops a record.
enum class Strictness { Usual, Strict };

//! What a finding is about; each has one step that puts it right.
enum class FindingKind {
    RequiredMissing,
    OneOfMissing,
    WrongCase, //!< the service would drop the field without a word
    Unmapped,
    Repeated,
    TooLong,
    BadValue, //!< not what its type demands
};

//! Something that is wrong with a record, or may be.
struct RecordFinding
{
    QString heading; //!< as it was sent, or the one that is missing
    Severity severity = Severity::Error;
    FindingKind kind = FindingKind::BadValue;
    QString words; //!< a translated sentence
    QString instead = {}; //!< of WrongCase: how it is spelled

    bool operator==(const RecordFinding &) const = default;
};

[[nodiscard]] bool hasErrors(const std::vector<RecordFinding> &findings);

//! Looks at records before they are sent, as fast as files of many rows need it. Pure.
class RecordCheck
{
public:
    explicit RecordCheck(Configuration configuration, Strictness strictness = Strictness::Usual);

    //! Everything that is wrong with one record.
    [[nodiscard]] std::vector<RecordFinding> check(const FormRecord &record) const;

    //! The two halves of check(), for files whose rows all have the same headings: what is wrong with
    //! \a headings, once (missing ones included) …
    [[nodiscard]] std::vector<RecordFinding> checkHeadings(const QStringList &headings) const;
    //! … and what is wrong with the values of a row. A heading that is not mapped is passed over, and so is
    //! a required one that the row does not have at all.
    [[nodiscard]] std::vector<RecordFinding> checkValues(const FormRecord &record) const;

    [[nodiscard]] const Configuration &configuration() const { return m_configuration; }
    //! Text for a heading that is not mapped.
    [[nodiscard]] catalog::ValueType typeOf(const QString &heading) const;

private:
    struct Rule
    {
        catalog::ValueType type = catalog::ValueType::Text;
        bool required = false;
        bool oneOf = false;
        QStringList choices;
    };
    [[nodiscard]] std::optional<RecordFinding> headingFinding(const QString &heading) const;
    [[nodiscard]] RecordFinding oneOfMissing() const;
    void addMissing(const QStringList &headings, std::vector<RecordFinding> &findings) const;
    void addValueFindings(const FormValue &field, const Rule &rule,
                          std::vector<RecordFinding> &findings) const;

    Configuration m_configuration;
    Severity m_doubt;
    QHash<QString, Rule> m_rules; //!< by heading
    QHash<QString, QString> m_spelling; //!< the heading by its case-folded text
    QStringList m_required;
    QStringList m_oneOf;
};

//! What is wrong with one record.
[[nodiscard]] std::vector<RecordFinding> checkRecord(const Configuration &configuration,
                                                     const FormRecord &record,
                                                     Strictness strictness = Strictness::Usual);

//! What is wrong with \a value as one of \a type, in words; nothing: all is well. An empty value is.
[[nodiscard]] std::optional<QString> validationError(const QString &value, catalog::ValueType type,
                                                     const QStringList &choices = {});

} // namespace gauge::upload
