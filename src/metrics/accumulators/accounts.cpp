// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/accumulators/accounts.h"

#include "lake/read/scoregroups.h"
#include "metrics/figures/dashboard.h"

#include <algorithm>

namespace gauge::metrics {

namespace {

//! The feed that says when a case was followed up; null: there is none.
const catalog::Endpoint *feedOfCases(const catalog::Catalog &catalog)
{
    const auto &all = catalog.endpoints();
    const auto found = std::find_if(all.begin(), all.end(), [](const catalog::Endpoint &endpoint) {
        return endpoint.column(QStringLiteral("time_to_follow_up"))
            && endpoint.column(QStringLiteral("time_to_close"));
    });
    return found == all.end() ? nullptr : &*found;
}

bool isEmpty(const catalog::Cell &cell)
{
    return cell.isNull() || (cell.type == catalog::Cell::Type::Text && cell.text.empty());
}

} // namespace

void Cases::add(const catalog::Cell &number, CaseState state)
{
    if (number.type == catalog::Cell::Type::Integer)
        m_numbers.emplace_back(number.integer, state);
    else
        m_texts.emplace(number.text, state);
}

void Cases::sort()
{
    std::sort(m_numbers.begin(), m_numbers.end());
}

std::optional<CaseState> Cases::of(const catalog::Cell &number) const
{
    if (number.type == catalog::Cell::Type::Integer) {
        const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(),
                                            std::pair(number.integer, CaseState::Waiting));
        return found != m_numbers.end() && found->first == number.integer ? std::optional(found->second)
                                                                          : std::nullopt;
    }
    const auto found = m_texts.find(number.text);
    return found == m_texts.end() ? std::nullopt : std::optional(found->second);
}

Result<Cases> readCases(lake::LakeReader &reader, const catalog::Catalog &catalog,
                        const std::stop_token &stop)
{
    Cases cases;
    const catalog::Endpoint *feed = feedOfCases(catalog);
    if (!feed)
        return cases;
    GAUGE_TRY(const bool synced, reader.wasSynced(feed->id));
    if (!synced)
        return cases;
    cases.areSynced = true;
    query::Query query;
    query.columns = {feed->keyColumn, QStringLiteral("time_to_follow_up"), QStringLiteral("time_to_close")};
    GAUGE_CHECK(reader.forEachRow(feed->id, query, stop, [&](const catalog::Row &row) {
        const CaseState state = !isEmpty(row.cells[2]) ? CaseState::Closed
            : !isEmpty(row.cells[1])                   ? CaseState::FollowedUp
                                                       : CaseState::Waiting;
        cases.add(row.cells[0], state);
        return true;
    }));
    cases.sort();
    return cases;
}

namespace {

constexpr size_t dayLength = 10;

qint64 unattendedOf(const Account &account, bool hasCases)
{
    return hasCases ? account.withoutCase + account.waiting : account.askedForFollowUp;
}

//! The first \a most of \a all in the order of \a goesFirst, and how many there were.
template <typename Order>
std::vector<Account> firstOf(std::vector<Account> all, size_t most, qint64 &count, Order goesFirst)
{
    count = qint64(all.size());
    std::sort(all.begin(), all.end(), [&](const Account &a, const Account &b) {
        return goesFirst(a, b) || (!goesFirst(b, a) && a.name < b.name);
    });
    if (all.size() > most)
        all.erase(all.begin() + std::ptrdiff_t(most), all.end());
    return all;
}

//! Its score, and the adjusted one: where few have answered that may fall alone.
bool fell(const Account &account)
{
    return account.change && account.change->delta < 0
        && account.recent.nps()->score < account.earlier.nps()->score;
}

} // namespace

AccountAccumulator::AccountAccumulator(NeededColumns &columns, const DashboardPlan &plan,
                                       const catalog::Endpoint &feed, const Cases &cases)
    : m_account(*plan.accounts)
    , m_cases(&cases)
    , m_place(columns.place(m_account.column))
    , m_keyPlace(columns.place(feed.keyColumn))
    , m_askedPlace(columns.place(QStringLiteral("follow_up_requested")))
{
    if (plan.range) {
        m_lastDay = plan.range->end.addDays(-1);
    } else if (plan.settling.clock) {
        m_lastDay = today(*plan.settling.clock);
        const query::DateRange recent{m_lastDay.addDays(1 - m_account.days), m_lastDay.addDays(1)};
        m_recent.emplace(recent);
        m_earlier.emplace(query::DateRange{recent.start.addDays(-m_account.days), recent.start});
    }
}

void AccountAccumulator::addDetractor(Tally &tally, const ResponseRow &reading) const
{
    const catalog::Cell &asked = reading.cell(m_askedPlace);
    if (asked.type == catalog::Cell::Type::Integer && asked.integer == 1)
        ++tally.asked;
    if (const catalog::Cell &number = reading.cell(m_keyPlace); number.type == catalog::Cell::Type::Integer)
        tally.detractors.push_back(number.integer);
    else
        tally.otherDetractors.emplace_back(number.text);
}

void AccountAccumulator::addCases(Account &account, const Tally &tally) const
{
    const auto count = [&](const catalog::Cell &number) {
        const std::optional<CaseState> state = m_cases->of(number);
        if (!state)
            ++account.withoutCase;
        else if (*state == CaseState::Waiting)
            ++account.waiting;
        else
            ++(*state == CaseState::Closed ? account.closed : account.followedUp);
    };
    for (const qint64 number : tally.detractors)
        count(catalog::Cell::ofInteger(number));
    for (const std::string &number : tally.otherDetractors)
        count(catalog::Cell::ofText(number));
}

void AccountAccumulator::add(const ResponseRow &reading)
{
    const std::string_view name = lake::groupText(reading.cell(m_place), m_buffer);
    if (name.empty() || m_isTooMany)
        return;
    const size_t account = m_names.of(name);
    if (m_names.size() > mostAccounts) {
        m_isTooMany = true;
        m_tallies = {};
        return;
    }
    Tally &tally = grown(m_tallies, account);
    ++tally.records;
    if (reading.period != noPeriod && reading.date.substr(0, dayLength) > tally.lastDay)
        tally.lastDay = reading.date.substr(0, dayLength);
    if (m_recent ? m_recent->hold(reading.date) : reading.isInRange)
        tally.recent.add(reading.score);
    if (m_earlier ? m_earlier->hold(reading.date) : reading.isInPrevious)
        tally.earlier.add(reading.score);
    if (!reading.isInRange)
        return;
    tally.figure.add(reading.score);
    if (reading.score >= 0 && reading.score <= 6)
        addDetractor(tally, reading);
}

void AccountAccumulator::merge(const Accumulator &part)
{
    const auto &other = static_cast<const AccountAccumulator &>(part);
    m_isTooMany = m_isTooMany || other.m_isTooMany;
    for (size_t i = 0; i < other.m_tallies.size() && !m_isTooMany; ++i) {
        const Tally &from = other.m_tallies[i];
        Tally &to = grown(m_tallies, m_names.of(other.m_names.text(i)));
        m_isTooMany = m_names.size() > mostAccounts;
        to.figure += from.figure;
        to.recent += from.recent;
        to.earlier += from.earlier;
        to.records += from.records;
        to.asked += from.asked;
        to.detractors.insert(to.detractors.end(), from.detractors.begin(), from.detractors.end());
        to.otherDetractors.insert(to.otherDetractors.end(), from.otherDetractors.begin(),
                                  from.otherDetractors.end());
        to.lastDay = std::max(to.lastDay, from.lastDay);
    }
}

Account AccountAccumulator::told(size_t number) const
{
    const Tally &tally = m_tallies[number];
    Account account;
    account.name = m_names.string(number);
    account.figure = tally.figure;
    account.recent = tally.recent;
    account.earlier = tally.earlier;
    account.change = compare(tally.recent.counts, tally.earlier.counts);
    account.responses = tally.records;
    account.lastAnswer = QString::fromStdString(tally.lastDay);
    const QDate last = QDate::fromString(account.lastAnswer, Qt::ISODate);
    account.silentDays = last.isValid() && m_lastDay.isValid() ? last.daysTo(m_lastDay) : 0;
    account.detractors = tally.figure.counts.detractors;
    account.askedForFollowUp = tally.asked;
    if (m_cases->areSynced)
        addCases(account, tally);
    account.drillDown = hasValue(m_account.column, account.name);
    return account;
}

void AccountAccumulator::writeTo(Dashboard &dashboard) const
{
    Accounts accounts;
    accounts.column = m_account.column;
    accounts.hasCases = m_cases->areSynced;
    accounts.isTooMany = m_isTooMany;
    std::vector<Account> falling;
    std::vector<Account> unattended;
    std::vector<Account> silent;
    for (size_t i = 0; i < m_tallies.size() && !m_isTooMany; ++i) {
        const Account account = told(i);
        if (fell(account))
            falling.push_back(account);
        if (unattendedOf(account, accounts.hasCases) > 0)
            unattended.push_back(account);
        if (account.silentDays > m_account.days)
            silent.push_back(account);
    }
    accounts.falling = firstOf(std::move(falling), m_account.most, accounts.fallingCount,
                               [](const Account &a, const Account &b) { return a.change->z > b.change->z; });
    accounts.unattended
        = firstOf(std::move(unattended), m_account.most, accounts.unattendedCount,
                  [&](const Account &a, const Account &b) {
                      return unattendedOf(a, accounts.hasCases) > unattendedOf(b, accounts.hasCases);
                  });
    accounts.silent = firstOf(std::move(silent), m_account.most, accounts.silentCount,
                              [](const Account &a, const Account &b) { return a.responses > b.responses; });
    dashboard.accounts = std::move(accounts);
}

} // namespace gauge::metrics
