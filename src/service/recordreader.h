// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/computed.h"
#include "catalog/endpoint.h"
#include "catalog/page.h"
#include "service/jsontext.h"

#include <simdjson.h>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gauge::service {

//! An endpoint's pointers as a tree of keys, so that a record is flattened in one walk.
//! Pointers lead through objects, not through list positions.
struct FieldTree
{
    std::string key;
    std::string path; //!< keys from the record down, joined by dots; names what has no column
    int column = -1; //!< index into Endpoint::columns whose pointer ends here
    int aliasOf = -1; //!< index of the column whose alias ends here
    int list = -1; //!< index into Endpoint::dynamicColumns
    std::vector<FieldTree> children;
    std::size_t expected = 0; //!< records repeat the order of their keys: the child after the last one found

    //! The child with \a name, or null.
    FieldTree *find(std::string_view name);
    //! The node at a JSON pointer below this one, made where it is missing; null for no pointer.
    FieldTree *at(std::string_view pointer);
};

[[nodiscard]] FieldTree recordPlan(const catalog::Endpoint &endpoint);

//! Flattens the records of one page by their endpoint's description. What has no column of its own
//! becomes an extra, named after where it stood, and no two extras of a record share a name.
class RecordReader
{
public:
    //! Both must outlive the reader.
    RecordReader(const catalog::Endpoint &endpoint, catalog::Page &page);

    //! Appends one record to the page. False when simdjson cannot walk it.
    [[nodiscard]] bool read(simdjson::ondemand::object object);

private:
    using Object = simdjson::ondemand::object;
    using Array = simdjson::ondemand::array;
    using Value = simdjson::ondemand::value;

    struct Name
    {
        std::size_t record = 0; //!< the last record (counted from 1) that has this extra
        std::size_t times = 0; //!< how often that record asked for the name
    };

    bool readObject(Object object, FieldTree &node);
    bool readKnown(Value value, FieldTree &node);
    bool spreadList(Array array, FieldTree &node, JsonValue whole);
    bool spreadEntry(Object entry, const catalog::DynamicColumns &list, bool keepRest, bool &named);

    void place(FieldTree &node, JsonValue value);
    void setColumn(std::size_t column, catalog::Cell cell, const FieldTree &node);
    void settleAliases();
    void addOther(std::string_view path, catalog::Cell cell);
    void addExtra(std::string name, catalog::Cell cell);
    [[nodiscard]] bool hasRoomFor(const std::string &name) const;
    std::size_t nameIndex(const std::string &name);

    const catalog::Endpoint &m_endpoint;
    catalog::Page &m_page;
    FieldTree m_plan;
    catalog::ComputedColumns m_computed;
    std::size_t m_recordNumber = 0;
    catalog::Record *m_record = nullptr;

    struct Alias
    {
        const FieldTree *node;
        catalog::Cell cell;
    };
    std::vector<Alias> m_aliases;
    std::vector<std::size_t> m_columnSeen; //!< the last record that filled each column
    std::unordered_map<std::string, std::size_t> m_nameIndexes;
    std::vector<Name> m_names; //!< one per Page::dynamicNames
    std::string m_key; //!< an unescaped key
    std::vector<std::string> m_prefixes;
};

//! \a value as text; an object or a list is walked over to find its end.
[[nodiscard]] simdjson::simdjson_result<std::string_view> rawJson(simdjson::ondemand::value value);

//! The key of \a field, a view into the body or, where it needs unescaping, into \a scratch.
[[nodiscard]] std::string_view keyOf(const simdjson::ondemand::field &field, std::string &scratch);

} // namespace gauge::service
