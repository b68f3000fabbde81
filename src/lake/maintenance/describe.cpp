// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/meanings.h"
#include "lake/maintenance/upkeep.h"
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lake/sql/feedlayout.h"

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
            GAUGE_TRY(auto layout, FeedLayout::load(m_connection, endpoint));
            m_layouts.push_back(std::move(layout));
        }
        return {};
    }

    Result<TableDescription> table(const QString &name)
    {
        GAUGE_TRY(const auto columns, m_connection.columnsOf(name));
        TableDescription table{name, meaning(name), {}, {}};
        for (const StoredColumn &column : columns)
            table.columns.push_back({column.name, column.type, meaning(name, column.name), {}, {}});
        for (const FeedLayout &layout : m_layouts)
            describeFeed(layout, table);
        return table;
    }

private:
    [[nodiscard]] QString meaning(const QString &table, const QString &column = {}) const
    {
        return meaningOf(table, column, m_connection.isRemote() ? Meaning::In::Database : Meaning::In::File);
    }

    void describeFeed(const FeedLayout &layout, TableDescription &table) const
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
        table.meaning = meaning(pattern);
        for (ColumnDescription &column : table.columns)
            describeColumn(layout, pattern, isRecords ? part : -1, column);
    }

    void describeColumn(const FeedLayout &layout, const QString &pattern, int part,
                        ColumnDescription &column) const
    {
        column.meaning = meaning(pattern, column.column);
        for (int i = 0; i < int(layout.columns().size()); ++i) {
            const LakeColumn &known = layout.columns()[size_t(i)];
            const bool isStray = layout.hasStray(i) && layout.strayPhysical(i) == column.column;
            if (known.part != part || (known.physical != column.column && !isStray))
                continue;
            column.name = known.name;
            column.meaning = titleOf(layout.endpoint(), known);
            if (isStray) {
                column.meaning = QCoreApplication::translate("lake", "%1: what came and is no number")
                                     .arg(column.meaning);
            }
            column.field = fieldOf(layout.endpoint(), known.name);
        }
    }

    [[nodiscard]] bool isKnown(const QString &suffix) const
    {
        return !meaning(QStringLiteral("*_") + suffix).isEmpty();
    }

    Connection &m_connection;
    const catalog::Catalog &m_catalog;
    std::vector<FeedLayout> m_layouts;
};

} // namespace

Result<std::vector<TableDescription>> describe(const Location &location, const catalog::Catalog &catalog,
                                               std::stop_token stop)
{
    GAUGE_TRY(auto connection, openReading(location, std::move(stop)));
    GAUGE_TRY(const auto transaction, Transaction::begin(*connection, Transaction::Kind::Read));
    GAUGE_TRY(const auto names, connection->tables());
    Describer describer(*connection, catalog);
    if (!names.isEmpty()) {
        GAUGE_CHECK(describer.load());
    }
    std::vector<TableDescription> tables;
    for (const QString &name : names) {
        GAUGE_TRY(auto table, describer.table(name));
        tables.push_back(std::move(table));
    }
    return tables;
}

} // namespace gauge::lake
