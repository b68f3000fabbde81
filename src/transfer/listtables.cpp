// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/listtables.h"

#include "base/text.h"
#include "catalog/lists.h"

namespace gauge::transfer {

namespace {

using catalog::Cell;
using catalog::ColumnType;
using catalog::ListItem;
using catalog::Row;
using lake::LakeColumn;

constexpr std::size_t mostValues = 5000; // of all lists: a sheet has 16,384 columns

std::vector<ListItem> itemsOf(const Cell &cell)
{
    return cell.type == Cell::Type::Text ? catalog::listItems(cell.text) : std::vector<ListItem>();
}

LakeColumn textColumn(const QString &name)
{
    return {
        .name = name, .sqlName = name, .part = 0, .type = ColumnType::Text, .title = name, .personal = false};
}

//! Lists of pairs whose every name is a column of its own already ("question.…").
bool hasOwnColumns(const catalog::Endpoint &endpoint, const QString &name)
{
    const catalog::Column *column = endpoint.column(name);
    return column
        && std::any_of(
               endpoint.dynamicColumns.begin(), endpoint.dynamicColumns.end(),
               [&](const catalog::DynamicColumns &dynamic) { return dynamic.pointer == column->pointer; });
}

} // namespace

void ListContents::add(const std::string &name)
{
    if (places.try_emplace(name, names.size()).second)
        names.push_back(name);
}

//! A column for each value, in the place of its list.
class ValueColumns final : public TableWriter
{
public:
    ValueColumns(const ListExpander &lists, TableWriter &records)
        : m_lists(lists)
        , m_records(records)
    {}

    Result<void> begin(const std::vector<LakeColumn> &columns) override
    {
        std::vector<LakeColumn> wide;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto list = listAt(i);
            m_list.push_back(list);
            if (!list) {
                wide.push_back(columns[i]);
                continue;
            }
            for (const std::string &value : list->contents.names) {
                const QString text = fromUtf8(value);
                wide.push_back(textColumn(columns[i].name + QLatin1String(": ") + text));
                wide.back().type = ColumnType::Integer;
                wide.back().title = wide.back().name;
            }
        }
        return m_records.begin(wide);
    }

    Result<void> write(const Row &row) override
    {
        m_row.key = row.key;
        m_row.cells.clear();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (!m_list[i]) {
                m_row.cells.push_back(row.cells[i]);
                continue;
            }
            const std::size_t from = m_row.cells.size();
            m_row.cells.resize(from + m_list[i]->contents.names.size());
            for (const ListItem &item : itemsOf(row.cells[i])) {
                const auto place = m_list[i]->contents.places.find(item.label);
                if (place != m_list[i]->contents.places.end())
                    m_row.cells[from + place->second] = Cell::ofInteger(1);
            }
        }
        return m_records.write(m_row);
    }

    Result<void> end() override { return m_records.end(); }

private:
    [[nodiscard]] const ListExpander::List *listAt(std::size_t column) const
    {
        for (const ListExpander::List &list : m_lists.m_lists)
            if (list.column == column)
                return &list;
        return nullptr;
    }

    const ListExpander &m_lists;
    TableWriter &m_records;
    std::vector<const ListExpander::List *> m_list; //!< by column as read
    Row m_row;
};

//! A table for each list; the records go without.
class ChildTables final : public TableWriter
{
public:
    ChildTables(const ListExpander &lists, TableWriter &records)
        : m_lists(lists)
        , m_records(records)
    {}

    [[nodiscard]] Result<void> addTables(ExportWriter &tables)
    {
        for (const ListExpander::List &list : m_lists.m_lists) {
            GAUGE_TRY(const auto table, tables.add(ListExpander::tableName(m_lists.m_columns[list.column])));
            m_tables.push_back(table);
        }
        return {};
    }

    Result<void> begin(const std::vector<LakeColumn> &columns) override
    {
        std::vector<LakeColumn> plain;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].name == m_lists.m_keyColumn)
                m_key = i;
            if (i < m_lists.m_columns.size() && !isList(i)) {
                plain.push_back(columns[i]);
                m_plain.push_back(i);
            }
        }
        if (plain.empty()) { // only lists were asked for
            plain.push_back(columns[m_key]);
            m_plain.push_back(m_key);
        }
        GAUGE_CHECK(m_records.begin(plain));
        for (std::size_t i = 0; i < m_tables.size(); ++i) {
            std::vector<LakeColumn> fields{columns[m_key]};
            for (const std::string &name : m_lists.m_lists[i].contents.names)
                fields.push_back(textColumn(fromUtf8(name)));
            GAUGE_CHECK(m_tables[i]->begin(fields));
        }
        return {};
    }

    Result<void> write(const Row &row) override
    {
        m_row.key = row.key;
        m_row.cells.clear();
        for (const std::size_t column : m_plain)
            m_row.cells.push_back(row.cells[column]);
        GAUGE_CHECK(m_records.write(m_row));
        for (std::size_t i = 0; i < m_tables.size(); ++i) {
            const ListExpander::List &list = m_lists.m_lists[i];
            for (const ListItem &item : itemsOf(row.cells[list.column]))
                if (Result<void> written = writeItem(*m_tables[i], list, row.cells[m_key], item); !written)
                    return written;
        }
        return {};
    }

    Result<void> end() override
    {
        for (TableWriter *table : m_tables)
            if (Result<void> ended = table->end(); !ended)
                return ended;
        return m_records.end();
    }

private:
    [[nodiscard]] bool isList(std::size_t column) const
    {
        return std::any_of(m_lists.m_lists.begin(), m_lists.m_lists.end(),
                           [&](const ListExpander::List &list) { return list.column == column; });
    }

    [[nodiscard]] Result<void> writeItem(TableWriter &table, const ListExpander::List &list, const Cell &key,
                                         const ListItem &item)
    {
        m_row.cells.assign(1 + list.contents.names.size(), {});
        m_row.cells.front() = key;
        for (const auto &[name, value] : item.fields) {
            const auto place = list.contents.places.find(name);
            if (place != list.contents.places.end() && !value.empty())
                m_row.cells[1 + place->second] = Cell::ofText(value);
        }
        return table.write(m_row);
    }

    const ListExpander &m_lists;
    TableWriter &m_records;
    std::vector<TableWriter *> m_tables;
    std::size_t m_key = 0; //!< the column that has the record's number
    std::vector<std::size_t> m_plain; //!< columns that are no lists
    Row m_row;
};

ListExpander::ListExpander(const ExportPlan &plan, const std::vector<LakeColumn> &columns)
    : m_kind(plan.lists)
    , m_keyColumn(plan.endpoint.keyColumn)
    , m_columns(columns)
{
    if (m_kind == Lists::Readable)
        return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].type != ColumnType::List)
            continue;
        if (m_kind == Lists::Children || !hasOwnColumns(plan.endpoint, columns[i].name))
            m_lists.push_back({i, {}});
    }
}

QStringList ListExpander::surveyed() const
{
    QStringList names;
    for (const List &list : m_lists)
        names.append(m_columns[list.column].name);
    return names;
}

Result<void> ListExpander::survey(const Row &row)
{
    std::size_t values = 0;
    for (std::size_t i = 0; i < m_lists.size(); ++i) {
        ListContents &contents = m_lists[i].contents;
        for (const ListItem &item : itemsOf(row.cells[i])) {
            if (m_kind == Lists::Columns)
                contents.add(item.label);
            else
                for (const auto &field : item.fields)
                    contents.add(field.first);
        }
        values += contents.names.size();
    }
    if (values <= mostValues)
        return {};
    return fail(
        ErrorKind::Storage,
        QCoreApplication::translate(
            "transfer",
            "The lists of these rows have more than %1 different values, too many to be a column each. "
            "Nothing was exported. Choose readable lists or child tables.")
            .arg(mostValues));
}

QStringList ListExpander::read() const
{
    QStringList names;
    for (const LakeColumn &column : m_columns)
        names.append(column.name);
    if (m_kind == Lists::Children && !names.contains(m_keyColumn))
        names.append(m_keyColumn);
    return names;
}

int ListExpander::columnsOfRecords() const
{
    std::size_t columns = m_columns.size() - m_lists.size();
    if (m_kind == Lists::Columns)
        for (const List &list : m_lists)
            columns += list.contents.names.size();
    return int(std::max<std::size_t>(columns, m_kind == Lists::Children ? 1 : 0));
}

Result<std::unique_ptr<TableWriter>> ListExpander::writer(TableWriter &records, ExportWriter &tables) const
{
    if (m_kind == Lists::Columns)
        return std::make_unique<ValueColumns>(*this, records);
    auto children = std::make_unique<ChildTables>(*this, records);
    GAUGE_CHECK(children->addTables(tables));
    return children;
}

QString ListExpander::tableName(const LakeColumn &column)
{
    // The service calls them selected_drivers, people drivers.
    static const QString selected = QStringLiteral("selected_");
    const QString name = column.name.startsWith(selected) ? column.name.mid(selected.size()) : column.name;
    return QString(name).replace(QLatin1Char('/'), QLatin1Char('_'));
}

} // namespace gauge::transfer
