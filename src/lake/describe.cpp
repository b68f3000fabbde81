// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/feedlayout.h"
#include "lake/meanings.h"
#include "lake/sqlite/sqlitefile.h"
#include "lake/upkeep.h"

#include <QCoreApplication>

namespace gauge::lake {

namespace {

using catalog::Endpoint;

//! Where the value of \a column is in a record of the service.
QString fieldOf(const Endpoint &endpoint, const QString &column)
{
    if (const catalog::Column *base = endpoint.column(column)) {
        return base->compute ? QCoreApplication::translate("lake", "made of %1")
                                   .arg(base->computedFrom.join(QStringLiteral(", ")))
                             : QString::fromUtf8(base->pointer);
    }
    for (const catalog::DynamicColumns &dynamic : endpoint.dynamicColumns) {
        if (column.startsWith(dynamic.prefix)) {
            return QStringLiteral("%1[%2=%4]/%3")
                .arg(QString::fromUtf8(dynamic.pointer), QString::fromUtf8(dynamic.nameKey),
                     QString::fromUtf8(dynamic.valueKey), column.mid(dynamic.prefix.size()));
        }
    }
    const QLatin1String other(catalog::otherPrefix);
    return column.startsWith(other) ? QLatin1Char('/') + column.mid(other.size()) : QString();
}

QString titleOf(const Endpoint &endpoint, const LakeColumn &column)
{
    if (const catalog::Column *base = endpoint.column(column.name))
        return QCoreApplication::translate("catalog", base->title);
    const QString words = column.name.startsWith(QLatin1String(catalog::otherPrefix))
        ? QCoreApplication::translate("lake", "“%1”, a field that GaugeDesk does not know")
        : QCoreApplication::translate("lake", "“%1”, as the service named it");
    return words.arg(column.title);
}

//! Describes tables of one lake.
class Describer
{
public:
    Describer(Connection &connection, const catalog::Catalog &catalog)
        : m_connection(connection)
        , m_catalog(catalog)
    {}

    Result<void> load()
    {
        for (const Endpoint &endpoint : m_catalog.endpoints()) {
            auto layout = FeedLayout::load(m_connection, endpoint);
            if (!layout)
                return fail(std::move(layout.error()));
            m_layouts.push_back(std::move(*layout));
        }
        return {};
    }

    Result<TableDescription> table(const QString &name)
    {
        auto columns = listColumns(m_connection, name);
        if (!columns)
            return fail(std::move(columns.error()));
        TableDescription table{name, meaningOf(name), {}, std::move(*columns)};
        for (ColumnDescription &column : table.columns)
            column.meaning = meaningOf(name, column.column);
        for (const FeedLayout &layout : m_layouts)
            describeFeed(layout, table);
        return table;
    }

private:
    static void describeFeed(const FeedLayout &layout, TableDescription &table)
    {
        const QString own = layout.endpoint().table;
        const QString suffix = table.table.mid(own.size() + 1);
        bool isNumber = false;
        const int part = table.table == own ? 0 : suffix.toInt(&isNumber);
        const bool isRecords = table.table == own || isNumber;
        if (!isRecords && !(table.table.startsWith(own + QLatin1Char('_')) && isKnown(suffix)))
            return;
        table.feed = layout.endpoint().id;
        const QString pattern = table.table == own ? QStringLiteral("*")
            : isNumber                             ? QStringLiteral("*_n")
                                                   : QStringLiteral("*_") + suffix;
        table.meaning = meaningOf(pattern);
        for (ColumnDescription &column : table.columns)
            describeColumn(layout, pattern, isRecords ? part : -1, column);
    }

    static void describeColumn(const FeedLayout &layout, const QString &pattern, int part,
                               ColumnDescription &column)
    {
        column.meaning = meaningOf(pattern, column.column);
        for (const LakeColumn &known : layout.columns()) {
            if (known.part != part || known.physical != column.column)
                continue;
            column.name = known.name;
            column.meaning = titleOf(layout.endpoint(), known);
            column.field = fieldOf(layout.endpoint(), known.name);
        }
    }

    static bool isKnown(const QString &suffix) { return !meaningOf(QStringLiteral("*_") + suffix).isEmpty(); }

    Connection &m_connection;
    const catalog::Catalog &m_catalog;
    std::vector<FeedLayout> m_layouts;
};

} // namespace

Result<std::vector<TableDescription>> describe(const QString &path, const catalog::Catalog &catalog)
{
    auto connection = Connection::openReading(path);
    if (!connection)
        return fail(std::move(connection.error()));
    const auto transaction = Transaction::begin(**connection, Transaction::Kind::Read);
    if (!transaction)
        return fail(transaction.error());
    const auto names = listTables(**connection);
    if (!names)
        return fail(names.error());
    Describer describer(**connection, catalog);
    if (!names->isEmpty()) {
        if (auto loaded = describer.load(); !loaded)
            return fail(std::move(loaded.error()));
    }
    std::vector<TableDescription> tables;
    for (const QString &name : *names) {
        auto table = describer.table(name);
        if (!table)
            return fail(std::move(table.error()));
        tables.push_back(std::move(*table));
    }
    return tables;
}

} // namespace gauge::lake
