// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/accumulators/drivers.h"

#include "catalog/lists.h"
#include "metrics/figures/dashboard.h"

#include <algorithm>

namespace gauge::metrics {

namespace {

constexpr size_t mostKnown = 50'000;

int weightOf(int score)
{
    return score < 0 ? 0 : score >= 9 ? 1 : score >= 7 ? 0 : -1;
}

bool goesFirst(const Driver &a, const Driver &b)
{
    return a.contribution != b.contribution ? a.contribution > b.contribution : a.name < b.name;
}

} // namespace

DriverAccumulator::DriverAccumulator(NeededColumns &columns, const QString &column)
    : m_column(column)
    , m_place(columns.place(column))
{}

void DriverAccumulator::Tally::add(int score, double share)
{
    figure.add(score);
    weight += weightOf(score) * share;
}

const std::vector<DriverAccumulator::Choice> &DriverAccumulator::choicesOf(std::string_view json)
{
    if (const auto known = m_known.find(json); known != m_known.end())
        return known->second;
    std::vector<Choice> choices;
    for (catalog::DriverChoice &read : catalog::driverChoices(json)) {
        Choice choice{m_names.of(read.primary), {}};
        if (read.secondaries.empty())
            read.secondaries.emplace_back();
        Primary &primary = grown(m_primaries, choice.primary);
        for (const std::string &secondary : read.secondaries)
            choice.secondaries.push_back(primary.names.of(secondary));
        choices.push_back(std::move(choice));
    }
    if (m_known.size() < mostKnown)
        return m_known.emplace(json, std::move(choices)).first->second;
    return m_unkept = std::move(choices);
}

void DriverAccumulator::add(const ResponseRow &reading)
{
    if (!reading.isInRange)
        return;
    m_scored += reading.score >= 0 ? 1 : 0;
    const std::vector<Choice> &choices = choicesOf(reading.cell(m_place).text);
    if (choices.empty()) {
        m_others.add(reading.score, 1);
        return;
    }
    const double share = 1.0 / static_cast<double>(choices.size());
    for (const Choice &choice : choices) {
        Primary &primary = m_primaries[choice.primary];
        primary.tally.add(reading.score, share);
        const double part = share / static_cast<double>(choice.secondaries.size());
        for (const size_t secondary : choice.secondaries)
            grown(primary.secondaries, secondary).add(reading.score, part);
    }
}

void DriverAccumulator::merge(const Accumulator &part)
{
    const auto &other = static_cast<const DriverAccumulator &>(part);
    const auto join = [](Tally &to, const Tally &from) {
        to.weight += from.weight;
        to.figure += from.figure;
    };
    join(m_others, other.m_others);
    m_scored += other.m_scored;
    for (size_t i = 0; i < other.m_primaries.size(); ++i) {
        const Primary &from = other.m_primaries[i];
        Primary &to = grown(m_primaries, m_names.of(other.m_names.text(i)));
        join(to.tally, from.tally);
        for (size_t j = 0; j < from.secondaries.size(); ++j)
            join(grown(to.secondaries, to.names.of(from.names.text(j))), from.secondaries[j]);
    }
}

Driver DriverAccumulator::told(size_t number, qint64 scored) const
{
    const Primary &primary = m_primaries[number];
    const auto points = [&](const Tally &tally) {
        return scored > 0 ? 100 * tally.weight / static_cast<double>(scored) : 0.0;
    };
    Driver driver{m_names.string(number), points(primary.tally), primary.tally.figure, {}, {}};
    driver.drillDown = listsName(m_column, driver.name);
    for (size_t i = 0; i < primary.secondaries.size(); ++i) {
        const Tally &tally = primary.secondaries[i];
        Driver inner{primary.names.string(i), points(tally), tally.figure, {}, driver.drillDown};
        if (tally.figure.records == 0)
            continue;
        if (!inner.name.isEmpty()) {
            const Filters also = listsName(m_column, inner.name);
            inner.drillDown.insert(inner.drillDown.end(), also.begin(), also.end());
        }
        driver.secondaries.push_back(std::move(inner));
    }
    std::sort(driver.secondaries.begin(), driver.secondaries.end(), goesFirst);
    return driver;
}

void DriverAccumulator::writeTo(Dashboard &dashboard) const
{
    for (size_t i = 0; i < m_primaries.size(); ++i) {
        if (m_primaries[i].tally.figure.records > 0)
            dashboard.drivers.push_back(told(i, m_scored));
    }
    std::sort(dashboard.drivers.begin(), dashboard.drivers.end(), goesFirst);
    if (m_others.figure.records > 0) {
        const double contribution
            = m_scored > 0 ? 100 * m_others.weight / static_cast<double>(m_scored) : 0.0;
        dashboard.drivers.push_back({{}, contribution, m_others.figure, {}, {}});
    }
}

} // namespace gauge::metrics
