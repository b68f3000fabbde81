// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gauge::catalog {

//! One value of one record. Text is a view: it lives as long as the Page, Row or statement that
//! made it. UTF-8.
struct Cell
{
    enum class Type : quint8 { Null, Integer, Real, Text };
    Type type = Type::Null;
    qint64 integer = 0;
    double real = 0;
    std::string_view text;

    [[nodiscard]] static Cell ofInteger(qint64 value) { return {Type::Integer, value, 0, {}}; }
    [[nodiscard]] static Cell ofReal(double value) { return {Type::Real, 0, value, {}}; }
    [[nodiscard]] static Cell ofText(std::string_view value) { return {Type::Text, 0, 0, value}; }
    [[nodiscard]] bool isNull() const { return type == Type::Null; }
    bool operator==(const Cell &) const = default;
};

//! One record of a page, flattened by its endpoint's description.
struct Record
{
    std::string_view raw; //!< its JSON as received, with damaged texts repaired (jsonrepair.h)
    std::vector<Cell> cells; //!< one per Endpoint::columns, in that order
    struct Extra
    {
        std::size_t name = 0; //!< index into Page::dynamicNames
        Cell cell;
    };
    std::vector<Extra> extras; //!< segment properties, questions, unknown keys
};

//! One page as the service sent it. Cells and raw slices point into the page's own storage, which
//! moves with it; a Page can be moved, not copied.
struct Page
{
    Page() = default;
    Page(Page &&) = default;
    Page &operator=(Page &&) = default;
    Q_DISABLE_COPY(Page)

    std::vector<Record> records;
    //! Full column names met on this page ("property.Country"), each once.
    std::vector<QString> dynamicNames;
    //! cursor.next as text (integers and strings are both accepted); empty when null or missing.
    QString nextCursor;
    //! Values that became no Extra: a page has mostNames names at most, each of longestName bytes at most.
    //! Their records still have them.
    qint64 valuesLeftOut = 0;
    static constexpr std::size_t mostNames = 10'000;
    static constexpr std::size_t longestName = 100'000;
    //! Texts in which U+FFFD replaces what is not Unicode (RepairedJson::replacedTexts).
    qint64 replacedTexts = 0;

    //! What the views point into.
    struct Storage
    {
        std::string body; //!< the answer's bytes, with room for the parser behind them
        std::deque<std::string> texts; //!< unescaped strings; a deque never moves its elements
    };
    std::unique_ptr<Storage> storage = std::make_unique<Storage>();
};

//! One row of a table of records, detached from where it was read.
struct Row
{
    qint64 key = 0; //!< the lake's row id
    std::vector<Cell> cells;
};

} // namespace gauge::catalog
