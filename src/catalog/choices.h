// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

//! What somebody chose, out of the list columns of a record. What does not have the documented shape
//! (service.md, "Sync feeds") is passed over: it cannot be counted.
namespace gauge::catalog {

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

} // namespace gauge::catalog
