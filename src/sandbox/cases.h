// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/recordwriter.h"

#include <map>

namespace gauge::sandbox {

//! Close-loop cases: most detractors have one; it is followed up and closed within two weeks, with late
//! changes within five, or set by hand.
class Cases
{
public:
    //! From a case's creation to its last change that nobody sets by hand, at most.
    static constexpr Seconds longestLife = 36 * day;

    Cases(const Population &population, const Respondents &respondents, const RecordWriter &records)
        : m_population(population)
        , m_respondents(respondents)
        , m_records(records)
    {}

    [[nodiscard]] bool exists(std::int64_t rank) const;
    [[nodiscard]] Seconds updatedAt(std::int64_t rank, Seconds now) const;
    void append(std::string &out, std::int64_t rank, Seconds now) const;
    //! The lowest rank whose status was set by hand, or \a otherwise.
    [[nodiscard]] std::int64_t firstSet(std::int64_t otherwise) const;
    void setStatus(std::int64_t rank, std::string status, Seconds now);

private:
    struct Times;
    struct Status
    {
        std::string text;
        Seconds setAt = 0;
    };

    [[nodiscard]] Times timesOf(std::int64_t rank) const;

    const Population &m_population;
    const Respondents &m_respondents;
    const RecordWriter &m_records;
    std::map<std::int64_t, Status> m_set; //!< by rank
};

} // namespace gauge::sandbox
