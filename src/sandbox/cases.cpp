// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/cases.h"

#include "sandbox/recordtext.h"

namespace gauge::sandbox {

struct Cases::Times
{
    Seconds opened;
    std::int64_t hoursToFollowUp;
    std::int64_t hoursToClose;

    [[nodiscard]] Seconds followedUp() const { return opened + hoursToFollowUp * hour; }
    [[nodiscard]] Seconds closed() const { return opened + hoursToClose * hour; }
};

Cases::Times Cases::timesOf(std::int64_t rank) const
{
    const auto &dice = m_population.dice();
    const bool late = m_population.hasLateChanges();
    const auto hours = [&](Purpose purpose, std::size_t most) {
        return static_cast<std::int64_t>(dice.pick(rank, purpose, most));
    };
    const auto followUp
        = 1 + (late ? hours(Purpose::LongCaseFollowUp, 240) : hours(Purpose::CaseFollowUp, 96));
    const auto close
        = followUp + 2 + (late ? hours(Purpose::LongCaseClose, 600) : hours(Purpose::CaseClose, 240));
    return {m_population.arrivedAt(rank), followUp, close};
}

bool Cases::exists(std::int64_t rank) const
{
    return m_population.dice().pick(rank, Purpose::Case, 10) < 8 && m_records.scoreOf(rank) <= 6;
}

Seconds Cases::updatedAt(std::int64_t rank, Seconds now) const
{
    const auto times = timesOf(rank);
    const auto byItself = times.closed() < now ? times.closed()
        : times.followedUp() < now             ? times.followedUp()
                                               : times.opened;
    const auto set = m_set.find(rank);
    return set == m_set.end() ? byItself : std::max(byItself, set->second.setAt);
}

std::int64_t Cases::firstSet(std::int64_t otherwise) const
{
    return m_set.empty() ? otherwise : std::min(otherwise, m_set.begin()->first);
}

void Cases::setStatus(std::int64_t rank, std::string status, Seconds now)
{
    m_set[rank] = {std::move(status), now};
}

void Cases::append(std::string &out, std::int64_t rank, Seconds now) const
{
    const auto times = timesOf(rank);
    const auto set = m_set.find(rank);
    const auto appendHours = [&out](std::string_view key, std::int64_t hours, bool known) {
        out += ",\"";
        out += key;
        out += "\":";
        if (known)
            appendNumber(out, hours);
        else
            out += "null";
    };
    out += R"({"status":)";
    if (set != m_set.end())
        appendQuoted(out, set->second.text);
    else
        out += times.closed() < now    ? "\"CLOSED\""
            : times.followedUp() < now ? "\"IN-PROGRESS\""
                                       : "\"OPEN\"";
    out += ',';
    m_respondents.appendPerson(out, m_population.invitationOf(rank), false);
    out += R"(,"nps":)";
    appendNumber(out, m_records.scoreOf(rank));
    appendHours("time_to_follow_up", times.hoursToFollowUp, times.followedUp() < now);
    appendHours("time_to_close", times.hoursToClose, times.closed() < now);
    appendDate(out, "created_at", times.opened);
    appendDate(out, "updated_at", updatedAt(rank, now));
    out += '}';
}

} // namespace gauge::sandbox
