// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "upload/file/csvreader.h"
#include "upload/form/configuration.h"

#include <QStringList>

namespace gauge::upload {

//! Where the value of one heading comes from.
struct MappedHeading
{
    enum class Kind {
        Column, //!< `text` is the name of a column
        Constant, //!< `text` is the value of all rows
        Template, //!< `text` has names of columns in braces: "{First} {Last}"; {{ and }} are braces
    };
    QString heading;
    Kind kind = Kind::Column;
    QString text;

    bool operator==(const MappedHeading &) const = default;
};

//! How rows of a file become records, in the order in which their fields are sent.
struct ColumnMapping
{
    std::vector<MappedHeading> headings;

    bool operator==(const ColumnMapping &) const = default;
};

//! Every column under its own name; those that a results file adds are left out, and those whose names were
//! made up because \a header, as it is in the file, has none for them or has it twice. A heading of
//! \a configuration that has blanks around it, as in \a header, keeps them.
[[nodiscard]] ColumnMapping mappingByName(const QStringList &columns, const QStringList &header = {},
                                          const Configuration &configuration = {});
//! Whether the name of column \a at is not what \a header says.
[[nodiscard]] bool isNameMadeUp(const QStringList &columns, const QStringList &header, qsizetype at);
//! The same, changed by `Column=Heading`, `"a constant"=Heading`, `{First} {Last}=Heading` or, to leave a
//! column out, `Column=`. A column that has such a name is meant before anything else. Input errors name what
//! is wrong.
[[nodiscard]] Result<ColumnMapping> parseMapping(const QStringList &texts, const QStringList &columns,
                                                 const QStringList &header = {},
                                                 const Configuration &configuration = {});

//! What a person types about one heading: the name of a column, {First} {Last}, or a text for all rows, in
//! quotation marks or not. Input errors name what is wrong with the braces.
[[nodiscard]] Result<MappedHeading> readSource(const QString &typed, const QString &heading,
                                               const QStringList &columns);
//! What readSource() reads as \a mapped.
[[nodiscard]] QString sourceText(const MappedHeading &mapped, const QStringList &columns);
//! Columns that are sent under no heading.
[[nodiscard]] QStringList unusedColumns(const ColumnMapping &mapping, const QStringList &columns);

//! A heading that a column probably belongs to.
struct Suggestion
{
    enum class Certainty {
        None, //!< nothing is near
        Near, //!< spelt alike
        Similar, //!< differs in case, spaces and punctuation
        Exact,
    };
    QString column;
    QString heading; //!< empty for None
    Certainty certainty = Certainty::None;

    bool operator==(const Suggestion &) const = default;
};

//! One for each of \a columns; no heading is suggested twice, the surest come first.
[[nodiscard]] std::vector<Suggestion> suggestHeadings(const QStringList &columns,
                                                      const QStringList &headings);
//! The mapping that the suggestions make.
[[nodiscard]] ColumnMapping mappingOf(const std::vector<Suggestion> &suggestions);
//! How alike a column and a heading are.
[[nodiscard]] Suggestion::Certainty certaintyOf(const QString &column, const QString &heading);

//! Makes records of rows.
class RowMapper
{
public:
    //! Input error when the mapping names a column that is not among \a columns, or a template is malformed.
    //! Headings of \a configuration with a default value have it where a row has nothing.
    [[nodiscard]] static Result<RowMapper> make(const ColumnMapping &mapping, const QStringList &columns,
                                                const Configuration &configuration);

    //! The headings of every record, in order.
    [[nodiscard]] QStringList headings() const;
    //! Cells that a row lacks are empty.
    [[nodiscard]] FormRecord record(const QStringList &cells) const;

private:
    struct Piece
    {
        QString text; //!< in front of the cell
        qsizetype column = -1; //!< -1: text alone
    };
    struct Target
    {
        QString heading;
        std::vector<Piece> pieces;
        QString defaultValue;
    };
    [[nodiscard]] static Result<std::vector<Piece>> pieces(const MappedHeading &mapped,
                                                           const QStringList &columns);
    [[nodiscard]] static Result<std::vector<Piece>> parseTemplate(const QString &text,
                                                                  const QStringList &columns);

    std::vector<Target> m_targets;
};

//! Headings of the columns that a results file has behind those of its input.
[[nodiscard]] const QStringList &resultColumns();

//! Headings as the columns of a file name them. Those that \a type knows are as it knows them; of the others,
//! dates and e-mail addresses are told by all values of the preview. Columns without a name, and repeated
//! ones, are left out.
[[nodiscard]] std::vector<Heading> learnedHeadings(const CsvPreview &preview,
                                                   const catalog::RecordType *type);

} // namespace gauge::upload
