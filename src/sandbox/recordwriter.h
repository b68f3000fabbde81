// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/respondents.h"
#include "sandbox/vocabulary.h"

namespace gauge::sandbox {

//! What `with[]` asked for.
struct With
{
    bool drivers = false;
    bool tags = false;
    bool questions = false;
    bool properties = false;
};

//! Writes responses and non-responses as the service sends them: JSON text, appended.
class RecordWriter
{
public:
    RecordWriter(const Population &population, const Respondents &respondents, Shape shape)
        : m_population(population)
        , m_respondents(respondents)
        , m_shape(shape)
    {}

    void appendResponse(std::string &out, std::int64_t rank, Seconds now, With with) const;
    void appendNonResponse(std::string &out, std::int64_t invitation, Seconds now, With with) const;
    [[nodiscard]] int scoreOf(std::int64_t rank) const;

private:
    //! When somebody opened the mail of an invitation and clicked its link, before any answer.
    struct Visit
    {
        Seconds opened;
        Seconds clicked;
    };
    [[nodiscard]] Visit visitOf(std::int64_t invitation) const;
    [[nodiscard]] Driver driverOf(std::int64_t rank, Mood mood) const;
    [[nodiscard]] std::uint64_t roll(std::int64_t number, Purpose purpose) const
    {
        return m_population.dice().roll(number, purpose);
    }

    void appendComment(std::string &out, std::int64_t rank, std::int64_t invitation, Mood mood,
                       bool anonymised) const;
    void appendFollowUp(std::string &out, std::int64_t rank, Mood mood) const;
    void appendDrivers(std::string &out, std::int64_t rank, Mood mood) const;
    void appendTags(std::string &out, std::int64_t rank, Mood mood, Seconds now) const;
    //! Whether text analytics has assigned the topics: at once, or with late changes within two days.
    [[nodiscard]] bool hasTopics(std::int64_t rank, Seconds now) const;
    void appendQuestions(std::string &out, std::int64_t rank, int score) const;

    const Population &m_population;
    const Respondents &m_respondents;
    Shape m_shape;
};

} // namespace gauge::sandbox
