// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recordreader.h"

#include "base/text.h"
#include "service/jsontext.h"

namespace gauge::service {

namespace {

//! RFC 6901: "~1" is "/", "~0" is "~".
std::string unescapedKey(std::string_view token)
{
    std::string key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape
            = token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
        key += escape ? (token[++i] == '1' ? '/' : '~') : token[i];
    }
    return key;
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

FieldTree *FieldTree::find(std::string_view name)
{
    const std::size_t count = children.size();
    for (std::size_t step = 0; step < count; ++step) {
        std::size_t index = expected + step;
        if (index >= count)
            index -= count;
        if (children[index].key == name) {
            expected = index + 1 == count ? 0 : index + 1;
            return &children[index];
        }
    }
    return nullptr;
}

FieldTree *FieldTree::at(std::string_view pointer)
{
    FieldTree *node = this;
    if (pointer.empty() || pointer.front() != '/')
        return nullptr;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t slash = std::min(pointer.find('/'), pointer.size());
        const std::string name = unescapedKey(pointer.substr(0, slash));
        pointer.remove_prefix(slash);
        FieldTree *child = node->find(name);
        if (!child) {
            FieldTree &made = node->children.emplace_back();
            made.key = name;
            made.path = node->path.empty() ? name : node->path + '.' + name;
            child = &made;
        }
        node = child;
    }
    return node;
}

FieldTree recordPlan(const catalog::Endpoint &endpoint)
{
    FieldTree root;
    for (std::size_t i = 0; i < endpoint.columns.size(); ++i) {
        const catalog::Column &column = endpoint.columns[i];
        if (FieldTree *node = root.at(view(column.pointer)))
            node->column = int(i);
        if (FieldTree *node = root.at(view(column.alias)))
            node->aliasOf = int(i);
    }
    for (std::size_t i = 0; i < endpoint.dynamicColumns.size(); ++i) {
        if (FieldTree *node = root.at(view(endpoint.dynamicColumns[i].pointer)))
            node->list = int(i);
    }
    return root;
}

using catalog::Cell;
using simdjson::ondemand::json_type;

simdjson::simdjson_result<std::string_view> rawJson(simdjson::ondemand::value value)
{
    json_type type{};
    if (const auto error = value.type().get(type))
        return error;
    std::string_view raw = value.raw_json_token();
    if (type == json_type::array) {
        simdjson::ondemand::array array;
        if (const auto error = value.get_array().get(array))
            return error;
        if (const auto error = array.raw_json().get(raw))
            return error;
    } else if (type == json_type::object) {
        simdjson::ondemand::object object;
        if (const auto error = value.get_object().get(object))
            return error;
        if (const auto error = object.raw_json().get(raw))
            return error;
    }
    return trimmed(raw);
}

std::string_view keyOf(const simdjson::ondemand::field &field, std::string &scratch)
{
    const char *const first = field.key().raw();
    const char *last = first;
    bool escaped = false;
    for (; *last != '"'; ++last) {
        if (*last == '\\') {
            escaped = true;
            ++last;
        }
    }
    const std::string_view key(first, std::size_t(last - first));
    if (!escaped)
        return key;
    scratch.clear();
    appendUnescaped(scratch, key);
    return scratch;
}

RecordReader::RecordReader(const catalog::Endpoint &endpoint, catalog::Page &page)
    : m_endpoint(endpoint)
    , m_page(page)
    , m_plan(recordPlan(endpoint))
    , m_computed(endpoint)
    , m_columnSeen(endpoint.columns.size(), 0)
{
    for (const catalog::DynamicColumns &list : endpoint.dynamicColumns)
        m_prefixes.push_back(list.prefix.toStdString());
}

bool RecordReader::read(Object object)
{
    std::string_view raw;
    if (object.raw_json().get(raw) || object.reset().error())
        return false;
    const std::size_t extras = m_page.records.empty() ? 0 : m_page.records.back().extras.size();
    m_record = &m_page.records.emplace_back();
    m_record->raw = trimmed(raw);
    m_record->cells.resize(m_endpoint.columns.size());
    m_record->extras.reserve(extras);
    ++m_recordNumber;
    m_aliases.clear();
    m_plan.expected = 0;
    if (!readObject(object, m_plan))
        return false;
    settleAliases();
    m_computed.fill(m_record->cells);
    return true;
}

bool RecordReader::readObject(Object object, FieldTree &node)
{
    for (auto result : object) {
        simdjson::ondemand::field field;
        if (std::move(result).get(field))
            return false;
        const std::string_view key = keyOf(field, m_key);
        if (FieldTree *child = node.find(key)) {
            if (!readKnown(field.value(), *child))
                return false;
            continue;
        }
        const std::string path = node.path.empty() ? std::string(key) : node.path + '.' + std::string(key);
        std::string_view raw;
        if (rawJson(field.value()).get(raw))
            return false;
        addOther(path, JsonValue(raw).cell(*m_page.storage));
    }
    return true;
}

bool RecordReader::readKnown(Value value, FieldTree &node)
{
    json_type type{};
    if (value.type().get(type))
        return false;
    std::string_view raw;
    if (type == json_type::object && !node.children.empty()) {
        Object object;
        if (value.get_object().get(object))
            return false;
        if (node.column >= 0) {
            if (object.raw_json().get(raw) || object.reset().error())
                return false;
            place(node, JsonValue(trimmed(raw)));
        }
        return readObject(object, node);
    }
    if (type == json_type::array && node.list >= 0) {
        Array array;
        if (value.get_array().get(array) || array.raw_json().get(raw) || array.reset().error())
            return false;
        return spreadList(array, node, JsonValue(trimmed(raw)));
    }
    if (rawJson(value).get(raw))
        return false;
    place(node, JsonValue(raw));
    return true;
}

bool RecordReader::spreadList(Array array, FieldTree &node, JsonValue whole)
{
    const catalog::DynamicColumns &list = m_endpoint.dynamicColumns[std::size_t(node.list)];
    const bool hasColumn = node.column >= 0 || node.aliasOf >= 0;
    bool allNamed = true;
    for (auto result : array) {
        Value value;
        json_type type{};
        if (std::move(result).get(value) || value.type().get(type))
            return false;
        bool named = false;
        if (type == json_type::object) {
            Object entry;
            if (value.get_object().get(entry) || !spreadEntry(entry, list, !hasColumn, named))
                return false;
        }
        allNamed = allNamed && named;
    }
    // A list of another form is kept whole, beside what could be read from it.
    if (hasColumn)
        place(node, whole);
    else if (!allNamed)
        addOther(node.path, Cell::ofText(whole.raw()));
    return true;
}

bool RecordReader::spreadEntry(Object entry, const catalog::DynamicColumns &list, bool keepRest, bool &named)
{
    const std::string_view nameKey(list.nameKey.constData(), std::size_t(list.nameKey.size()));
    const std::string_view valueKey(list.valueKey.constData(), std::size_t(list.valueKey.size()));
    std::string name = m_prefixes[std::size_t(&list - m_endpoint.dynamicColumns.data())];
    const std::size_t prefix = name.size();
    Cell cell;
    std::vector<std::pair<std::string, Cell>> rest;
    bool valued = false;
    named = false;
    for (auto result : entry) {
        simdjson::ondemand::field field;
        if (std::move(result).get(field))
            return false;
        const std::string key(keyOf(field, m_key));
        std::string_view raw;
        if (rawJson(field.value()).get(raw))
            return false;
        const JsonValue value(raw);
        if (key == nameKey && !named && !value.isContainer()) {
            named = true;
            if (!value.isNull())
                name += value.text(*m_page.storage);
        } else if (key == valueKey && !valued) {
            valued = true;
            cell = value.cell(*m_page.storage);
        } else if (keepRest) {
            rest.emplace_back(key, value.cell(*m_page.storage));
        }
    }
    if (!named)
        return true;
    for (auto &[key, other] : rest)
        addExtra(name + '.' + key, other);
    Q_ASSERT(name.size() >= prefix);
    addExtra(std::move(name), cell);
    return true;
}

void RecordReader::place(FieldTree &node, JsonValue value)
{
    catalog::Page::Storage &storage = *m_page.storage;
    if (node.column >= 0) {
        const auto column = std::size_t(node.column);
        setColumn(column, value.cell(m_endpoint.columns[column].type, storage), node);
    } else if (node.aliasOf >= 0) {
        const auto column = std::size_t(node.aliasOf);
        if (!value.isNull() && !(value.isEmptyContainer() && !node.children.empty()))
            m_aliases.push_back({&node, value.cell(m_endpoint.columns[column].type, storage)});
    } else if (!value.isNull() && !value.isEmptyContainer()) {
        addOther(node.path, value.cell(storage));
    }
}

void RecordReader::setColumn(std::size_t column, Cell cell, const FieldTree &node)
{
    Cell &place = m_record->cells[column];
    if (m_columnSeen[column] == m_recordNumber && !place.isNull())
        addOther(node.path, place); // a duplicate key: the last one counts, the first is kept
    m_columnSeen[column] = m_recordNumber;
    place = cell;
}

void RecordReader::settleAliases()
{
    // From the last to the first, as of duplicate keys the last one counts.
    for (auto alias = m_aliases.rbegin(); alias != m_aliases.rend(); ++alias) {
        Cell &place = m_record->cells[std::size_t(alias->node->aliasOf)];
        if (place.isNull())
            place = alias->cell;
        else
            addOther(alias->node->path, alias->cell);
    }
}

void RecordReader::addOther(std::string_view path, Cell cell)
{
    std::string name = catalog::otherPrefix;
    name += path;
    addExtra(std::move(name), cell);
}

void RecordReader::addExtra(std::string name, Cell cell)
{
    if (!hasRoomFor(name)) {
        ++m_page.valuesLeftOut;
        return;
    }
    std::size_t index = nameIndex(name);
    // The count makes a record of a million equal names no slower than one of different names.
    while (m_names[index].record == m_recordNumber) {
        const std::size_t times = ++m_names[index].times;
        const std::string again = name + " (" + std::to_string(times) + ')';
        if (!hasRoomFor(again)) {
            ++m_page.valuesLeftOut;
            return;
        }
        index = nameIndex(again);
    }
    m_names[index] = {m_recordNumber, 1};
    m_record->extras.push_back({index, cell});
}

bool RecordReader::hasRoomFor(const std::string &name) const
{
    return name.size() <= catalog::Page::longestName
        && (m_names.size() < catalog::Page::mostNames || m_nameIndexes.contains(name));
}

std::size_t RecordReader::nameIndex(const std::string &name)
{
    const auto [entry, added] = m_nameIndexes.try_emplace(name, m_names.size());
    if (added) {
        m_names.emplace_back();
        m_page.dynamicNames.push_back(fromUtf8(name));
    }
    return entry->second;
}

} // namespace gauge::service
