// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace gauge::sandbox {

//! The languages that contacts answer in; they index names and phrases.
enum class Language : std::size_t {
    English,
    Dutch,
    German,
    French,
    Spanish,
    Portuguese,
    Italian,
    Japanese,
    Arabic
};
inline constexpr std::size_t languageCount = 9;

//! Drivers, in the order in which phrases are kept.
enum class Driver : std::size_t { Ordering, Delivery, Product, Support, Pricing, AccountTeam };
inline constexpr std::size_t driverCount = 6;

//! An invented customer of the invented company that runs this system.
struct Account
{
    std::string_view name;
    std::string_view number; //!< some with leading zeros
    std::string_view country;
    std::string_view division;
    Language language;
    std::string_view locale;
    int mood; //!< percentage points more (or fewer) promoters than the average account
};

//! A part of a name as it is shown and as it is written in an e-mail address.
struct Name
{
    std::string_view shown;
    std::string_view ascii;
};

struct DriverWords
{
    std::string_view primary;
    std::array<std::string_view, 3> secondary;
    std::string_view topic;
};

[[nodiscard]] std::span<const Account> accounts();
[[nodiscard]] std::span<const Name> firstNames(Language language);
[[nodiscard]] std::span<const Name> lastNames(Language language);
[[nodiscard]] std::string_view languageCode(Language language);
[[nodiscard]] const DriverWords &driverWords(Driver driver);
[[nodiscard]] std::span<const std::string_view> manualTags();
[[nodiscard]] std::span<const std::string_view> touchpoints();
[[nodiscard]] std::span<const std::string_view> productLines();
[[nodiscard]] std::span<const std::string_view> segments();
[[nodiscard]] std::span<const std::string_view> accountManagers();

//! How a respondent feels, from the score: detractor, passive, promoter.
enum class Mood : std::size_t { Bad, Mixed, Good };

//! What a respondent says about a driver; in English it is also the translation.
[[nodiscard]] std::string_view phrase(Language language, Driver driver, Mood mood);
//! A closing remark that fits any driver.
[[nodiscard]] std::string_view closing(Language language, Mood mood);
//! Texts that spreadsheets, terminals and careless programs stumble over: formulas, quotes, line
//! breaks, emoji, two directions of writing, markup, very long ones. English, chosen by \a roll.
[[nodiscard]] const std::string &awkwardText(Mood mood, std::uint64_t roll);

} // namespace gauge::sandbox
