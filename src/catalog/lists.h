// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gauge::catalog {

//! One entry of a list column.
struct ListItem
{
    std::string label; //!< what it is called: a driver's primary, a tag's label, a question's title
    std::vector<std::pair<std::string, std::string>> fields; //!< name and readable value, as received

    bool operator==(const ListItem &) const = default;
};

//! The entries of a list column in their order. A plain entry has one field, "value". Text that is no
//! JSON list is one such entry; an empty text has none.
[[nodiscard]] std::vector<ListItem> listItems(std::string_view json);

// What somebody chose, out of the list columns of a record. What does not have the documented shape
// (service.md, "Sync feeds") is passed over: it cannot be counted.

//! One primary driver of a record.
struct DriverChoice
{
    std::string primary;
    std::vector<std::string> secondaries; //!< each once, in their order
    bool operator==(const DriverChoice &) const = default;
};

//! `[{"primary":"Ordering","secondary":["Ease"]}]`, the older `[{"label":"Ordering"}]`, or plain texts. Each
//! primary once, in their order; of one that is there twice the secondaries are put together.
[[nodiscard]] std::vector<DriverChoice> driverChoices(std::string_view json);

//! One topic or tag of a record.
struct TagChoice
{
    enum class Sentiment { None, Positive, Neutral, Mixed, Negative };
    std::string label;
    std::string type; //!< as received, or empty
    Sentiment sentiment = Sentiment::None; //!< a word that is none of these is None
    bool operator==(const TagChoice &) const = default;
};

//! `[{"label":"Delivery","type":"topic","sentiment":"negative"}]`, or plain texts. The same three are there
//! once.
[[nodiscard]] std::vector<TagChoice> tagChoices(std::string_view json);

//! A list column for people: "Ordering > Ease of Ordering, Product Information; Product".
//! Drivers read primary > secondaries, tags "Product (topic, mixed)", questions "title: answer";
//! other objects "key: value", plain items joined by "; ". Text that is not such JSON comes back
//! as it is. Appends to \a out.
void appendReadable(std::string &out, std::string_view json);

} // namespace gauge::catalog
