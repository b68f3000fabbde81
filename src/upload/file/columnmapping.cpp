// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/columnmapping.h"

#include "base/text.h"
#include "upload/form/recordcheck.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <limits>

namespace gauge::upload {

namespace {

//! Letters and digits alone, without case.
QString bare(const QString &name)
{
    QString result;
    const QString folded = name.toCaseFolded();
    for (const QChar c : folded) {
        if (c.isLetterOrNumber())
            result += c;
    }
    return result;
}

tl::unexpected<Error> unknownColumn(const QString &name, const QStringList &columns)
{
    constexpr int enough = 60;
    int best = std::numeric_limits<int>::max();
    QString nearest;
    for (const QString &column : columns) {
        const int distance
            = editDistance(name.left(enough).toCaseFolded(), column.left(enough).toCaseFolded());
        if (distance < best) {
            best = distance;
            nearest = column;
        }
    }
    return fail(ErrorKind::Input,
                QCoreApplication::translate("upload", "The file has no column “%1”. The nearest is “%2”.")
                    .arg(name.left(enough), nearest.left(enough)));
}

bool isQuoted(const QString &text)
{
    return text.size() >= 2 && text.startsWith(QLatin1Char('"')) && text.endsWith(QLatin1Char('"'));
}

//! What stands before the equals sign of a mapping.
Result<MappedHeading> parseSource(const QString &source, const QString &heading, const QStringList &columns)
{
    using Kind = MappedHeading::Kind;
    if (columns.contains(source))
        return MappedHeading{heading, Kind::Column, source};
    if (isQuoted(source))
        return MappedHeading{heading, Kind::Constant, source.mid(1, source.size() - 2)};
    if (source.contains(QLatin1Char('{')))
        return MappedHeading{heading, Kind::Template, source};
    return unknownColumn(source, columns);
}

} // namespace

const QStringList &resultColumns()
{
    static const QStringList names{QStringLiteral("GaugeDesk outcome"), QStringLiteral("GaugeDesk message"),
                                   QStringLiteral("GaugeDesk time")};
    return names;
}

bool isNameMadeUp(const QStringList &columns, const QStringList &header, qsizetype at)
{
    return at < header.size() && header[at].trimmed() != columns[at];
}

ColumnMapping mappingByName(const QStringList &columns, const QStringList &header,
                            const Configuration &configuration)
{
    ColumnMapping mapping;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (resultColumns().contains(columns[i]) || isNameMadeUp(columns, header, i))
            continue;
        const bool isKept = i < header.size() && configuration.heading(header[i]) != nullptr;
        mapping.headings.push_back(
            {isKept ? header[i] : columns[i], MappedHeading::Kind::Column, columns[i]});
    }
    return mapping;
}

Result<ColumnMapping> parseMapping(const QStringList &texts, const QStringList &columns,
                                   const QStringList &header, const Configuration &configuration)
{
    ColumnMapping mapping = mappingByName(columns, header, configuration);
    // A column that is named goes where it is told and no longer under its own name.
    std::vector<MappedHeading> added;
    for (const QString &text : texts) {
        const qsizetype equals = text.lastIndexOf(QLatin1Char('='));
        if (equals <= 0) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate("upload",
                                                    "“%1” is no mapping. Write Column=Heading, for "
                                                    "example E-mail address=Email.")
                            .arg(text));
        }
        const QString heading = text.mid(equals + 1).trimmed();
        GAUGE_TRY(const auto parsed, parseSource(text.left(equals), heading, columns));
        if (parsed.kind == MappedHeading::Kind::Column) {
            std::erase_if(mapping.headings,
                          [&](const MappedHeading &known) { return known.text == parsed.text; });
        }
        if (!heading.isEmpty())
            added.push_back(parsed);
    }
    // What is told about a heading stands instead of the column that has its name.
    for (const MappedHeading &told : added) {
        std::erase_if(mapping.headings,
                      [&](const MappedHeading &known) { return known.heading == told.heading; });
    }
    mapping.headings.insert(mapping.headings.end(), added.begin(), added.end());
    return mapping;
}

Suggestion::Certainty certaintyOf(const QString &column, const QString &heading)
{
    if (column == heading)
        return Suggestion::Certainty::Exact;
    const QString one = bare(column);
    const QString other = bare(heading);
    if (one.isEmpty() || other.isEmpty())
        return Suggestion::Certainty::None;
    if (one == other)
        return Suggestion::Certainty::Similar;
    // A letter in five, and never more than two: "Emaill" is Email, "Mate" is not Date.
    const qsizetype most = std::min<qsizetype>(2, std::min(one.size(), other.size()) / 5);
    if (std::abs(one.size() - other.size()) > most)
        return Suggestion::Certainty::None;
    return editDistance(one, other) <= most ? Suggestion::Certainty::Near : Suggestion::Certainty::None;
}

std::vector<Suggestion> suggestHeadings(const QStringList &columns, const QStringList &headings)
{
    using Certainty = Suggestion::Certainty;
    std::vector<Suggestion> suggestions;
    for (const QString &column : columns)
        suggestions.push_back({column, {}, Certainty::None});
    QStringList free = headings;
    for (const Certainty wanted : {Certainty::Exact, Certainty::Similar, Certainty::Near}) {
        for (Suggestion &suggestion : suggestions) {
            if (suggestion.certainty != Certainty::None)
                continue;
            const auto found = std::find_if(free.cbegin(), free.cend(), [&](const QString &heading) {
                return certaintyOf(suggestion.column, heading) == wanted;
            });
            if (found == free.cend())
                continue;
            suggestion.heading = *found;
            suggestion.certainty = wanted;
            free.erase(found);
        }
    }
    return suggestions;
}

ColumnMapping mappingOf(const std::vector<Suggestion> &suggestions)
{
    ColumnMapping mapping;
    for (const Suggestion &suggestion : suggestions) {
        if (suggestion.certainty != Suggestion::Certainty::None) {
            mapping.headings.push_back({suggestion.heading, MappedHeading::Kind::Column, suggestion.column});
        }
    }
    return mapping;
}

Result<MappedHeading> readSource(const QString &typed, const QString &heading, const QStringList &columns)
{
    using Kind = MappedHeading::Kind;
    const QString text = typed.trimmed();
    if (columns.contains(typed) || columns.contains(text))
        return MappedHeading{heading, Kind::Column, columns.contains(typed) ? typed : text};
    if (isQuoted(text))
        return MappedHeading{heading, Kind::Constant, text.mid(1, text.size() - 2)};
    if (!text.contains(QLatin1Char('{')))
        return MappedHeading{heading, Kind::Constant, text};
    const MappedHeading mapped{heading, Kind::Template, text};
    const auto possible = RowMapper::make({{mapped}}, columns, {});
    return possible ? Result<MappedHeading>(mapped) : fail(possible.error());
}

QString sourceText(const MappedHeading &mapped, const QStringList &columns)
{
    const bool isPlain = mapped.kind != MappedHeading::Kind::Constant
        || (!columns.contains(mapped.text) && !mapped.text.contains(QLatin1Char('{'))
            && mapped.text == mapped.text.trimmed() && !isQuoted(mapped.text) && !mapped.text.isEmpty());
    return isPlain ? mapped.text : QLatin1Char('"') + mapped.text + QLatin1Char('"');
}

QStringList unusedColumns(const ColumnMapping &mapping, const QStringList &columns)
{
    QStringList unused;
    for (const QString &column : columns) {
        const QString braced = QLatin1Char('{') + column + QLatin1Char('}');
        const bool isUsed
            = std::any_of(mapping.headings.begin(), mapping.headings.end(), [&](const MappedHeading &mapped) {
                  return mapped.kind == MappedHeading::Kind::Column
                      ? mapped.text == column
                      : mapped.kind == MappedHeading::Kind::Template && mapped.text.contains(braced);
              });
        if (!isUsed && !resultColumns().contains(column))
            unused.append(column);
    }
    return unused;
}

Result<std::vector<RowMapper::Piece>> RowMapper::parseTemplate(const QString &text,
                                                               const QStringList &columns)
{
    std::vector<Piece> pieces(1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isBrace = c == QLatin1Char('{') || c == QLatin1Char('}');
        if (!isBrace || (i + 1 < text.size() && text[i + 1] == c)) {
            pieces.back().text += c;
            i += isBrace ? 1 : 0;
            continue;
        }
        const qsizetype end = text.indexOf(QLatin1Char('}'), i);
        if (c == QLatin1Char('}') || end < 0) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate("upload",
                                                    "The braces of “%1” do not match. Write {Column}, and "
                                                    "{{ or }} for a brace itself.")
                            .arg(text));
        }
        const QString name = text.mid(i + 1, end - i - 1);
        pieces.back().column = columns.indexOf(name);
        if (pieces.back().column < 0)
            return unknownColumn(name, columns);
        pieces.emplace_back();
        i = end;
    }
    return pieces;
}

Result<std::vector<RowMapper::Piece>> RowMapper::pieces(const MappedHeading &mapped,
                                                        const QStringList &columns)
{
    switch (mapped.kind) {
    case MappedHeading::Kind::Constant:
        return std::vector<Piece>{{mapped.text, -1}};
    case MappedHeading::Kind::Template:
        return parseTemplate(mapped.text, columns);
    case MappedHeading::Kind::Column:
        break;
    }
    const qsizetype column = columns.indexOf(mapped.text);
    if (column < 0)
        return unknownColumn(mapped.text, columns);
    return std::vector<Piece>{{{}, column}};
}

Result<RowMapper> RowMapper::make(const ColumnMapping &mapping, const QStringList &columns,
                                  const Configuration &configuration)
{
    RowMapper mapper;
    for (const MappedHeading &mapped : mapping.headings) {
        GAUGE_TRY(auto parts, pieces(mapped, columns));
        const Heading *known = configuration.heading(mapped.heading);
        mapper.m_targets.push_back(
            {mapped.heading, std::move(parts), known ? known->defaultValue : QString()});
    }
    const QStringList present = mapper.headings();
    for (const Heading &heading : configuration.headings) {
        if (!heading.defaultValue.isEmpty() && !present.contains(heading.name))
            mapper.m_targets.push_back({heading.name, {{heading.defaultValue, -1}}, {}});
    }
    return mapper;
}

QStringList RowMapper::headings() const
{
    QStringList names;
    for (const Target &target : m_targets)
        names.append(target.heading);
    return names;
}

FormRecord RowMapper::record(const QStringList &cells) const
{
    FormRecord record;
    record.reserve(m_targets.size());
    for (const Target &target : m_targets) {
        QString value;
        for (const Piece &piece : target.pieces) {
            // A lone cell is shared with the row, not copied.
            if (piece.text.isEmpty() && value.isEmpty() && piece.column >= 0)
                value = cells.value(piece.column);
            else
                value += piece.text + (piece.column >= 0 ? cells.value(piece.column) : QString());
        }
        if (isBlank(value) && !target.defaultValue.isEmpty())
            value = target.defaultValue;
        record.push_back({target.heading, std::move(value)});
    }
    return record;
}

namespace {

using catalog::ValueType;

//! Whether there are values in the column, and all are of \a type.
bool isOf(const CsvPreview &preview, qsizetype column, ValueType type)
{
    bool any = false;
    for (const CsvRow &row : preview.rows) {
        const QString value = row.cells.value(column);
        if (validationError(value, type))
            return false;
        any = any || !value.isEmpty();
    }
    return any;
}

//! Numbers and phones are left to a person: a column of digits is often one of names, and a wrong guess
//! would refuse the first one with a letter.
ValueType guessed(const CsvPreview &preview, qsizetype column)
{
    for (const ValueType type : {ValueType::DateTime, ValueType::Date, ValueType::Email})
        if (isOf(preview, column, type))
            return type;
    return ValueType::Text;
}

} // namespace

std::vector<Heading> learnedHeadings(const CsvPreview &preview, const catalog::RecordType *type)
{
    std::vector<Heading> headings;
    QSet<QString> seen;
    for (qsizetype column = 0; column < preview.header.size(); ++column) {
        const QString name = preview.header[column].trimmed();
        if (name.isEmpty() || seen.contains(name))
            continue;
        seen.insert(name);
        Heading heading = headingFor(type, name);
        if (!type || !type->heading(name))
            heading.type = guessed(preview, column);
        headings.push_back(std::move(heading));
    }
    return headings;
}

} // namespace gauge::upload
