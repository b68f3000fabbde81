// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/choices.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace gauge::catalog {

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

} // namespace gauge::catalog
