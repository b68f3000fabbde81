// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/jsontexts.h"

#include <simdjson.h>

namespace gauge::catalog {

namespace {

namespace ondemand = simdjson::ondemand;
using ondemand::json_type;
using Visit = std::function<void(std::string_view)>;

//! One parser a thread: it keeps its buffers from record to record.
struct Reader
{
    ondemand::parser parser;
    std::string padded; //!< simdjson reads a little beyond the end

    simdjson::simdjson_result<ondemand::document> read(std::string_view json)
    {
        padded.reserve(json.size() + simdjson::SIMDJSON_PADDING);
        padded.assign(json);
        return parser.iterate(padded.data(), padded.size(), padded.capacity());
    }
};

Reader &reader()
{
    thread_local Reader own;
    return own;
}

bool visitTexts(ondemand::value value, const Visit &visit);

bool visitList(ondemand::array list, const Visit &visit)
{
    for (auto item : list) {
        ondemand::value value;
        if (item.get(value) != simdjson::SUCCESS || !visitTexts(value, visit))
            return false;
    }
    return true;
}

bool visitFields(ondemand::object object, const Visit &visit)
{
    for (auto result : object) {
        ondemand::field field;
        std::string_view key;
        if (std::move(result).get(field) != simdjson::SUCCESS
            || field.unescaped_key().get(key) != simdjson::SUCCESS)
            return false;
        visit(key);
        if (!visitTexts(field.value(), visit))
            return false;
    }
    return true;
}

bool visitTexts(ondemand::value value, const Visit &visit)
{
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return false;
    if (type == json_type::array) {
        ondemand::array list;
        return value.get_array().get(list) == simdjson::SUCCESS && visitList(list, visit);
    }
    if (type == json_type::object) {
        ondemand::object object;
        return value.get_object().get(object) == simdjson::SUCCESS && visitFields(object, visit);
    }
    std::string_view text;
    if (type != json_type::string)
        return true;
    if (value.get_string().get(text) != simdjson::SUCCESS)
        return false;
    visit(text);
    return true;
}

} // namespace

bool forEachText(std::string_view json, const Visit &visit)
{
    ondemand::document document;
    ondemand::value root;
    return reader().read(json).get(document) == simdjson::SUCCESS
        && document.get_value().get(root) == simdjson::SUCCESS && visitTexts(root, visit);
}

std::optional<std::string> textAt(std::string_view json, std::string_view pointer)
{
    ondemand::document document;
    ondemand::value value;
    json_type type{};
    if (reader().read(json).get(document) != simdjson::SUCCESS
        || document.at_pointer(pointer).get(value) != simdjson::SUCCESS
        || value.type().get(type) != simdjson::SUCCESS)
        return std::nullopt;
    std::string_view text = value.raw_json_token();
    if (type == json_type::string) {
        if (value.get_string().get(text) != simdjson::SUCCESS)
            return std::nullopt;
        return std::string(text);
    }
    if (type != json_type::number)
        return std::nullopt;
    // The token reaches to the next one.
    return std::string(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
}

} // namespace gauge::catalog
