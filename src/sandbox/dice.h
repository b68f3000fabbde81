// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace gauge::sandbox {

//! What the dice are thrown for; each purpose falls on its own.
enum class Purpose : std::uint64_t {
    TimeOfAnswer = 1,
    AnsweringPlaces,
    OrderFactor,
    OrderShift,
    Failure,
    FailureHour,
    Number,
    Key,
    Account = 10,
    Contact,
    FirstName,
    LastName,
    Phone,
    Creation,
    Order,
    Property,
    ExtraProperty,
    Score,
    ScoreWithin,
    Driver,
    SecondDriver,
    SecondaryDrivers,
    Comment,
    AwkwardComment,
    Anonymised,
    FollowUp,
    Tag,
    Question,
    Opened,
    Clicked,
    Link,
    Case,
    CaseFollowUp,
    CaseClose,
    QuirkCustomer,
    QuirkComment,
    QuirkScore,
    QuirkDrivers,
    QuirkFields,
    QuirkMissing,
    QuirkUnknown,
    LastClick,
    TopicHour,
    LongCaseFollowUp,
    LongCaseClose,
};

//! Chance as a pure function: the same (seed, number, purpose) always falls the same way, so that
//! record i needs no memory of the records before it. (splitmix64)
class Dice
{
public:
    constexpr explicit Dice(std::uint64_t seed = 1)
        : m_seed(seed)
    {}

    [[nodiscard]] constexpr std::uint64_t roll(std::int64_t number, Purpose purpose) const
    {
        const auto place = m_seed + 0x9E3779B97F4A7C15U * (static_cast<std::uint64_t>(number) + 1);
        return mix(mix(place) ^ (static_cast<std::uint64_t>(purpose) * 0xD1B54A32D192ED03U));
    }
    //! 0 … sides − 1
    [[nodiscard]] constexpr std::size_t pick(std::int64_t number, Purpose purpose, std::size_t sides) const
    {
        return static_cast<std::size_t>(roll(number, purpose) % sides);
    }
    //! 0 ≤ x < 1
    [[nodiscard]] constexpr double share(std::int64_t number, Purpose purpose) const
    {
        return static_cast<double>(roll(number, purpose) >> 11U) * 0x1.0p-53;
    }

private:
    static constexpr std::uint64_t mix(std::uint64_t x)
    {
        x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
        x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
        return x ^ (x >> 31U);
    }

    std::uint64_t m_seed;
};

} // namespace gauge::sandbox
