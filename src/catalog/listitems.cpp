// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/listitems.h"

#include "catalog/readable.h"

#include <simdjson.h>

namespace gauge::catalog {

namespace {

namespace dom = simdjson::dom;

std::string scalarText(dom::element value)
{
    if (std::string_view text; value.get(text) == simdjson::SUCCESS)
        return std::string(text);
    return value.is_null() ? std::string() : std::string(simdjson::minify(value));
}

bool isNested(dom::element value)
{
    return value.is_array() || value.is_object();
}

//! Plain values of an array joined, as a person reads them; whatever is nested deeper as JSON.
std::string valueText(dom::element value)
{
    dom::array items;
    if (value.get(items) != simdjson::SUCCESS || std::any_of(items.begin(), items.end(), isNested))
        return scalarText(value);
    std::string joined;
    for (dom::element item : items) {
        if (!joined.empty())
            joined += ", ";
        joined += scalarText(item);
    }
    return joined;
}

ListItem plainItem(std::string text)
{
    return {text, {{"value", text}}};
}

ListItem itemOf(dom::element element)
{
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS)
        return plainItem(valueText(element));
    ListItem item;
    for (const auto field : object)
        item.fields.emplace_back(std::string(field.key), valueText(field.value));
    for (const char *name : {"primary", "label", "title", "field"}) {
        std::string_view text;
        if (object[name].get(text) == simdjson::SUCCESS && !text.empty()) {
            item.label = text;
            return item;
        }
    }
    appendReadable(item.label, std::string(simdjson::minify(element)));
    return item;
}

} // namespace

std::vector<ListItem> listItems(std::string_view json)
{
    if (json.empty())
        return {};
    // One parser a thread: it keeps its buffers from list to list.
    thread_local dom::parser parser;
    dom::element root;
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS)
        return {plainItem(std::string(json))};
    dom::array entries;
    std::vector<ListItem> items;
    if (root.get(entries) != simdjson::SUCCESS) {
        items.push_back(itemOf(root));
        return items;
    }
    for (dom::element entry : entries)
        items.push_back(itemOf(entry));
    return items;
}

} // namespace gauge::catalog
