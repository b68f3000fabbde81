// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/feedlayout.h"

#include "base/text.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/sql/titles.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>

namespace gauge::lake {

using catalog::ColumnType;

namespace {

constexpr const char *strayEnding = "~text";

struct TypeName
{
    ColumnType type;
    const char *name;
};

constexpr std::array typeNames{
    TypeName{ColumnType::Text, "Text"},         TypeName{ColumnType::Integer, "Integer"},
    TypeName{ColumnType::Real, "Real"},         TypeName{ColumnType::Boolean, "Boolean"},
    TypeName{ColumnType::DateTime, "DateTime"}, TypeName{ColumnType::Score, "Score"},
    TypeName{ColumnType::List, "List"},
};

const TypeName &entry(ColumnType type)
{
    return *std::find_if(typeNames.begin(), typeNames.end(),
                         [&](const TypeName &name) { return name.type == type; });
}

ColumnType typeFromName(const QString &text)
{
    for (const TypeName &name : typeNames) {
        if (text == QLatin1String(name.name))
            return name.type;
    }
    return ColumnType::Text; // of a later program: shown as it is
}

//! Enough of a name to recognise it; titles of questions can be pages long.
QString shortened(const QString &name)
{
    constexpr int enough = 60;
    return name.size() <= enough ? name : name.left(enough) + QChar(0x2026);
}

} // namespace

QString typeName(ColumnType type)
{
    return QLatin1String(entry(type).name);
}

FeedLayout::FeedLayout(const catalog::Endpoint &endpoint, const Dialect &dialect)
    : m_dialect(&dialect)
    , m_endpoint(&endpoint)
{}

Result<FeedLayout> FeedLayout::load(SqlConnection &connection, const catalog::Endpoint &endpoint)
{
    GAUGE_TRY(
        auto statement,
        Statement::prepare(
            connection,
            "SELECT name, physical, part, type, title FROM lake_columns WHERE feed=? ORDER BY position"));
    statement.bind(1, endpoint.id);
    std::vector<LakeColumn> stored;
    GAUGE_CHECK(statement.forEachRow([&] {
        LakeColumn column{statement.string(0),       statement.string(1),
                          int(statement.integer(2)), typeFromName(statement.string(3)),
                          statement.string(4),       false};
        if (const catalog::Column *known = endpoint.column(column.name)) {
            column.title = QString::fromUtf8(known->title);
            column.personal = known->personal;
        }
        stored.push_back(std::move(column));
    }));
    // Base columns stand in the catalog's order, also one that a newer program appended.
    const auto rank = [&](const LakeColumn &column) {
        const auto found
            = std::find_if(endpoint.columns.begin(), endpoint.columns.end(),
                           [&](const catalog::Column &known) { return known.name == column.name; });
        return found - endpoint.columns.begin();
    };
    std::stable_sort(stored.begin(), stored.end(),
                     [&](const LakeColumn &a, const LakeColumn &b) { return rank(a) < rank(b); });
    FeedLayout layout(endpoint, connection.dialect());
    for (LakeColumn &column : stored)
        layout.insert(std::move(column));
    return layout;
}

void FeedLayout::insert(LakeColumn column)
{
    if (column.name == m_endpoint->keyColumn)
        m_keyIndex = int(m_columns.size());
    m_byName.insert(column.name, int(m_columns.size()));
    m_physical.insert(column.sqlName.toCaseFolded());
    if (m_dialect->hasStray(column.type))
        m_physical.insert(QString(column.sqlName + QLatin1String(strayEnding)).toCaseFolded());
    ++m_used[column.part];
    m_lastPart = std::max(m_lastPart, column.part);
    m_columns.push_back(std::move(column));
}

int FeedLayout::add(const QString &name, ColumnType type, const QString &title, bool personal)
{
    if (m_used.value(m_lastPart) >= columnsPerTable)
        openTable();
    insert({name, freePhysicalName(name), m_lastPart, type, title, personal});
    return int(m_columns.size()) - 1;
}

QString FeedLayout::freePhysicalName(const QString &name)
{
    // Behind it there is room for "~12345", or for "~text".
    constexpr qsizetype room = 6;
    const qsizetype longest = m_dialect->longestName - room;
    QString base = name.left(longest);
    while (base.toUtf8().size() > longest)
        base.chop(1);
    if (!base.isEmpty() && base.back().isHighSurrogate())
        base.chop(1);
    base.replace(QChar(0), QChar(0xfffd)); // ends an SQL text
    const QString folded = base.toCaseFolded();
    if (!m_physical.contains(folded) && folded != QLatin1String("row_id") && !base.isEmpty())
        return base;
    int &suffix = m_nextSuffix[folded];
    suffix = std::max(suffix, 2);
    while (m_physical.contains(folded + QLatin1Char('~') + QString::number(suffix)))
        ++suffix;
    return base + QLatin1Char('~') + QString::number(suffix);
}

std::string FeedLayout::columnName(int column) const
{
    return quoted(m_columns[size_t(column)].sqlName);
}

bool FeedLayout::hasStray(int column) const
{
    return m_dialect->hasStray(m_columns[size_t(column)].type);
}

QString FeedLayout::strayPhysical(int column) const
{
    return m_columns[size_t(column)].sqlName + QLatin1String(strayEnding);
}

std::string FeedLayout::strayName(int column) const
{
    return quoted(strayPhysical(column));
}

std::string FeedLayout::strayReference(int column) const
{
    return 't' + std::to_string(m_columns[size_t(column)].part) + '.' + strayName(column);
}

Result<std::vector<int>> FeedLayout::select(const QStringList &names) const
{
    std::vector<int> result;
    if (names.isEmpty()) {
        result.resize(m_columns.size());
        std::iota(result.begin(), result.end(), 0);
    }
    for (const QString &name : names) {
        GAUGE_TRY(const auto index, find(name));
        result.push_back(index);
    }
    return result;
}

Result<int> FeedLayout::find(const QString &name) const
{
    for (const QString &form : normalForms(name)) {
        if (const int index = indexOf(m_dialect->kept(form)); index >= 0)
            return index;
    }
    const QString asked = shortened(name);
    const std::vector<int> titled = columnsTitled(name, m_columns);
    if (titled.size() == 1)
        return titled.front();
    if (titled.size() > 1) {
        QStringList names;
        for (const int index : titled)
            names.append(shortened(m_columns[size_t(index)].name));
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "lake", "“%1” is the title of several columns: %2. Write one of these names.")
                        .arg(asked, names.join(QStringLiteral(", "))));
    }
    const QString near = nearest(name);
    if (near.isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake", "There is no column “%1”.").arg(asked));
    }
    return fail(ErrorKind::Input,
                QCoreApplication::translate("lake", "There is no column “%1”. Did you mean “%2”?")
                    .arg(asked, shortened(near)));
}

QString FeedLayout::nearest(const QString &name) const
{
    // What people call the columns of a survey.
    static const QHash<QString, QString> synonyms{
        {QStringLiteral("score"), QStringLiteral("nps")},
        {QStringLiteral("rating"), QStringLiteral("nps")},
        {QStringLiteral("text"), QStringLiteral("comment_original")},
        {QStringLiteral("feedback"), QStringLiteral("comment_original")},
        {QStringLiteral("date"), QStringLiteral("date_survey_response")},
        {QStringLiteral("id"), QStringLiteral("number_customergauge")},
        {QStringLiteral("number"), QStringLiteral("number_customergauge")},
        {QStringLiteral("company"), QStringLiteral("account_name")},
        {QStringLiteral("customer"), QStringLiteral("account_name")},
        {QStringLiteral("mail"), QStringLiteral("email")},
    };
    const QString wanted = name.toCaseFolded();
    if (const QString synonym = synonyms.value(wanted); indexOf(synonym) >= 0)
        return synonym;
    QStringList names;
    for (const LakeColumn &column : m_columns) {
        // "Country" is meant to be "property.Country" sooner than anything that is spelt alike.
        if (column.name.toCaseFolded().endsWith(QLatin1Char('.') + wanted))
            return column.name;
        names.append(column.name);
    }
    return gauge::nearest(name, names);
}

QString FeedLayout::tableName(int part) const
{
    return part == 0 ? m_endpoint->table : m_endpoint->table + QLatin1Char('_') + QString::number(part);
}

std::string FeedLayout::table(int part) const
{
    return quoted(tableName(part));
}

std::string FeedLayout::companion(const char *suffix) const
{
    return quoted(m_endpoint->table + QLatin1String(suffix));
}

std::string FeedLayout::rawTable() const
{
    return companion("_raw");
}

std::string FeedLayout::versionsTable() const
{
    return companion("_versions");
}

std::string FeedLayout::searchTable() const
{
    return companion("_search");
}

std::string FeedLayout::reference(int column) const
{
    const LakeColumn &at = m_columns[size_t(column)];
    return 't' + std::to_string(at.part) + '.' + quoted(at.sqlName);
}

std::string FeedLayout::textReference(int column) const
{
    return hasStray(column) ? "coalesce(" + reference(column) + "::text," + strayReference(column) + ')'
                            : reference(column);
}

} // namespace gauge::lake
