// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/computed.h"
#include "catalog/page.h"

#include <QHash>

#include <string>
#include <utility>
#include <vector>

namespace gauge::test {

//! Pages made by hand, as the parser would make them: texts live in the page's storage.
//!
//!     PageBuilder page(endpoint);
//!     page.record({{"number_customergauge", 7}, {"nps", 9}}, {{"property.Country", "NL"}});
//!     writer->store(endpoint, {}, page.page(), {});
class PageBuilder
{
public:
    //! A value by the name of its column; `Null` is the default.
    struct Value
    {
        Value() = default;
        Value(int integer)
            : cell(catalog::Cell::ofInteger(integer))
        {}
        Value(qint64 integer)
            : cell(catalog::Cell::ofInteger(integer))
        {}
        Value(double real)
            : cell(catalog::Cell::ofReal(real))
        {}
        Value(std::string value)
            : cell{catalog::Cell::Type::Text, 0, 0, {}}
            , text(std::move(value))
        {}
        Value(const char *value)
            : Value(std::string(value))
        {}
        catalog::Cell cell;
        std::string text;
    };
    using Values = std::vector<std::pair<QString, Value>>;

    explicit PageBuilder(const catalog::Endpoint &endpoint)
        : m_endpoint(endpoint)
    {}

    //! Names that the endpoint does not know among \a base are a mistake of the test.
    PageBuilder &record(const Values &base, const Values &extras = {}, std::string raw = {})
    {
        catalog::Record record;
        record.cells.resize(m_endpoint.columns.size());
        for (const auto &[name, value] : base) {
            const catalog::Column *column = m_endpoint.column(name);
            Q_ASSERT_X(column, "PageBuilder", qPrintable(name));
            record.cells[size_t(column - m_endpoint.columns.data())] = keep(value);
        }
        catalog::ComputedColumns(m_endpoint).fill(record.cells);
        for (const auto &[name, value] : extras)
            record.extras.push_back({nameIndex(name), keep(value)});
        if (raw.empty())
            raw = made(base, extras);
        record.raw = m_page.storage->texts.emplace_back(std::move(raw));
        m_page.records.push_back(std::move(record));
        return *this;
    }

    [[nodiscard]] const catalog::Page &page() const { return m_page; }
    [[nodiscard]] catalog::Page take() { return std::move(m_page); }

private:
    //! Another text for another record.
    static std::string made(const Values &base, const Values &extras)
    {
        std::string raw;
        for (const Values *values : {&base, &extras}) {
            for (const auto &[name, value] : *values) {
                raw += (raw.empty() ? "{\"" : ",\"") + name.toStdString() + "\":";
                switch (value.cell.type) {
                case catalog::Cell::Type::Null:
                    raw += "null";
                    break;
                case catalog::Cell::Type::Integer:
                    raw += std::to_string(value.cell.integer);
                    break;
                case catalog::Cell::Type::Real:
                    raw += std::to_string(value.cell.real);
                    break;
                case catalog::Cell::Type::Text:
                    raw += '"' + value.text + '"';
                    break;
                }
            }
        }
        return raw.empty() ? "{}" : raw + '}';
    }

    catalog::Cell keep(const Value &value)
    {
        catalog::Cell cell = value.cell;
        if (cell.type == catalog::Cell::Type::Text)
            cell.text = m_page.storage->texts.emplace_back(value.text);
        return cell;
    }

    std::size_t nameIndex(const QString &name)
    {
        const auto found = m_names.constFind(name);
        if (found != m_names.constEnd())
            return *found;
        m_page.dynamicNames.push_back(name);
        m_names.insert(name, m_page.dynamicNames.size() - 1);
        return m_page.dynamicNames.size() - 1;
    }

    const catalog::Endpoint &m_endpoint;
    catalog::Page m_page;
    QHash<QString, std::size_t> m_names;
};

} // namespace gauge::test
