// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/population.h"
#include "sandbox/vocabulary.h"

#include <string>

namespace gauge::sandbox {

//! What the pages of responses and cases are ordered by.
enum class Order {
    Arrival, //!< a new response is always the last one
    Number, //!< by the survey's number: a late answer comes between those that were read before
};

//! How wide and how regular the records are, and how they come.
struct Shape
{
    int extraProperties = 0; //!< distinct additional properties over the whole data set
    int extraQuestions = 0; //!< distinct additional questions
    bool quirks = false; //!< serve the deviations that service.md lists
    Order order = Order::Arrival;
    bool lateChanges
        = false; //!< partly finished surveys, topics within two days, cases that change for weeks
};

//! What is known of an invitation before anybody answers it: who, when, about what.
class Respondents
{
public:
    Respondents(const Population &population, Shape shape)
        : m_population(population)
        , m_dice(population.dice())
        , m_shape(shape)
    {}

    [[nodiscard]] const Account &accountOf(std::int64_t invitation) const;
    [[nodiscard]] Seconds createdAt(std::int64_t invitation) const;
    [[nodiscard]] Seconds orderedAt(std::int64_t invitation) const;

    void appendPerson(std::string &out, std::int64_t invitation, bool anonymised) const;
    void appendDates(std::string &out, std::int64_t invitation) const;
    void appendProperties(std::string &out, std::int64_t invitation) const;
    //! Custom and unknown keys, in the quirky shape only.
    void appendOddities(std::string &out, std::int64_t invitation) const;
    //! Whether record \a number has the deviation \a purpose, which one in \a every has.
    [[nodiscard]] bool isQuirky(std::int64_t number, Purpose purpose, unsigned every) const
    {
        return m_shape.quirks && roll(number, purpose) % every == 0;
    }

private:
    struct Person;

    [[nodiscard]] Person personOf(std::int64_t invitation) const;
    [[nodiscard]] std::uint64_t roll(std::int64_t number, Purpose purpose) const
    {
        return m_dice.roll(number, purpose);
    }
    void appendNumbers(std::string &out, std::int64_t invitation, const Person &person) const;
    void appendReach(std::string &out, std::int64_t invitation, const Person &person, bool anonymised) const;

    const Population &m_population;
    Dice m_dice;
    Shape m_shape;
};

} // namespace gauge::sandbox
