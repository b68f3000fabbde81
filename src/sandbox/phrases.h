// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/vocabulary.h"

#include <string>

namespace gauge::sandbox {

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
