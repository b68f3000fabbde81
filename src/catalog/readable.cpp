// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/readable.h"

#include <simdjson.h>

namespace gauge::catalog {

namespace {

namespace dom = simdjson::dom;

void appendScalar(std::string &out, dom::element value)
{
    if (std::string_view text; value.get(text) == simdjson::SUCCESS)
        out += text;
    else if (!value.is_null())
        out += simdjson::minify(value);
}

std::string_view textAt(dom::object object, std::string_view key)
{
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

void appendJoined(std::string &out, dom::array items, std::string_view separator)
{
    bool first = true;
    for (dom::element item : items) {
        if (!std::exchange(first, false))
            out += separator;
        appendScalar(out, item);
    }
}

void appendKeyValues(std::string &out, dom::object object)
{
    bool first = true;
    for (const auto field : object) {
        if (!std::exchange(first, false))
            out += ", ";
        out += field.key;
        out += ": ";
        appendScalar(out, field.value);
    }
}

//! {"primary": …, "secondary": […]}, or a plain value instead of the list
bool appendDriver(std::string &out, dom::object object)
{
    const std::string_view primary = textAt(object, "primary");
    if (primary.empty())
        return false;
    out += primary;
    dom::element secondary;
    if (object["secondary"].get(secondary) != simdjson::SUCCESS)
        return true;
    const std::size_t end = out.size();
    out += " > ";
    const std::size_t below = out.size();
    if (dom::array items; secondary.get(items) == simdjson::SUCCESS)
        appendJoined(out, items, ", ");
    else
        appendScalar(out, secondary);
    if (out.size() == below)
        out.resize(end);
    return true;
}

//! {"label": …, "type": …, "sentiment": …}
bool appendTag(std::string &out, dom::object object)
{
    const std::string_view label = textAt(object, "label");
    if (label.empty())
        return false;
    out += label;
    const std::string_view type = textAt(object, "type");
    const std::string_view sentiment = textAt(object, "sentiment");
    if (!type.empty() || !sentiment.empty()) {
        out += " (";
        out += type;
        if (!type.empty() && !sentiment.empty())
            out += ", ";
        out += sentiment;
        out += ')';
    }
    return true;
}

//! {"title": …, "answer": …} and {"field": …, "reference": …}
bool appendPair(std::string &out, dom::object object, std::string_view name, std::string_view value)
{
    const std::string_view title = textAt(object, name);
    dom::element answer;
    if (title.empty() || object[value].get(answer) != simdjson::SUCCESS)
        return false;
    out += title;
    out += ": ";
    appendScalar(out, answer);
    return true;
}

void appendItem(std::string &out, dom::element item)
{
    dom::object object;
    if (item.get(object) != simdjson::SUCCESS) {
        appendScalar(out, item);
        return;
    }
    if (!appendDriver(out, object) && !appendTag(out, object) && !appendPair(out, object, "title", "answer")
        && !appendPair(out, object, "field", "reference"))
        appendKeyValues(out, object);
}

} // namespace

void appendReadable(std::string &out, std::string_view json)
{
    if (json.empty() || (json.front() != '[' && json.front() != '{')) {
        out += json;
        return;
    }
    // One parser a thread: it keeps its buffers from list to list.
    thread_local dom::parser parser;
    dom::element root;
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) {
        out += json;
        return;
    }
    dom::array items;
    if (root.get(items) != simdjson::SUCCESS) {
        appendItem(out, root);
        return;
    }
    bool first = true;
    for (dom::element item : items) {
        if (!std::exchange(first, false))
            out += "; ";
        appendItem(out, item);
    }
}

} // namespace gauge::catalog
