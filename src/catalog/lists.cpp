// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/lists.h"

#include <algorithm>
#include <array>
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

namespace {

namespace dom = simdjson::dom;

//! The text at \a key, or empty.
std::string textOf(const dom::element &item, const char *key)
{
    std::string_view text;
    return item[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

//! Calls \a visit with each entry of a list.
template <typename Visit>
void forEachEntry(std::string_view json, Visit visit)
{
    if (json.size() < 3) // most are "[]"
        return;
    // One parser a thread: it keeps its buffers from list to list.
    thread_local dom::parser parser;
    dom::array entries;
    if (parser.parse(json.data(), json.size()).get(entries) != simdjson::SUCCESS)
        return;
    for (const dom::element entry : entries)
        visit(entry);
}

template <typename T>
void addOnce(std::vector<T> &to, T value)
{
    if (std::find(to.begin(), to.end(), value) == to.end())
        to.push_back(std::move(value));
}

//! The names in a list of texts, or the one that stands alone.
void addSecondaries(std::vector<std::string> &to, const dom::element &item)
{
    std::string_view text;
    dom::array list;
    const auto secondary = item["secondary"];
    if (secondary.get(text) == simdjson::SUCCESS && !text.empty()) {
        addOnce(to, std::string(text));
    } else if (secondary.get(list) == simdjson::SUCCESS) {
        for (const dom::element entry : list) {
            if (entry.get(text) == simdjson::SUCCESS && !text.empty())
                addOnce(to, std::string(text));
        }
    }
}

//! What an entry is called by the first of \a keys that it has; a plain text is its own name.
template <size_t n>
std::string nameOf(const dom::element &item, const std::array<const char *, n> &keys)
{
    if (std::string_view text; item.get(text) == simdjson::SUCCESS)
        return std::string(text);
    for (const char *key : keys) {
        if (std::string text = textOf(item, key); !text.empty())
            return text;
    }
    return {};
}

TagChoice::Sentiment sentimentOf(const std::string &word)
{
    using Sentiment = TagChoice::Sentiment;
    static constexpr std::array<std::pair<const char *, Sentiment>, 4> words{{
        {"positive", Sentiment::Positive},
        {"neutral", Sentiment::Neutral},
        {"mixed", Sentiment::Mixed},
        {"negative", Sentiment::Negative},
    }};
    for (const auto &[name, sentiment] : words) {
        if (word == name)
            return sentiment;
    }
    return Sentiment::None;
}

} // namespace

std::vector<DriverChoice> driverChoices(std::string_view json)
{
    std::vector<DriverChoice> choices;
    forEachEntry(json, [&](const dom::element &item) {
        std::string name = nameOf(item, std::array{"primary", "label"});
        if (name.empty())
            return;
        auto known = std::find_if(choices.begin(), choices.end(),
                                  [&](const DriverChoice &choice) { return choice.primary == name; });
        if (known == choices.end())
            known = choices.insert(known, {std::move(name), {}});
        addSecondaries(known->secondaries, item);
    });
    return choices;
}

std::vector<TagChoice> tagChoices(std::string_view json)
{
    std::vector<TagChoice> choices;
    forEachEntry(json, [&](const dom::element &item) {
        std::string label = nameOf(item, std::array{"label"});
        if (!label.empty())
            addOnce(choices,
                    {std::move(label), textOf(item, "type"), sentimentOf(textOf(item, "sentiment"))});
    });
    return choices;
}

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
