// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/accumulators/tags.h"

#include "metrics/figures/dashboard.h"

#include <algorithm>

namespace gauge::metrics {

namespace {

constexpr size_t mostKnown = 50'000;

bool goesFirst(const Tag &a, const Tag &b)
{
    if (a.figure.records != b.figure.records)
        return a.figure.records > b.figure.records;
    return a.name != b.name ? a.name < b.name : a.type < b.type;
}

} // namespace

TagAccumulator::TagAccumulator(NeededColumns &columns, const QString &column)
    : m_column(column)
    , m_place(columns.place(column))
{}

const std::vector<TagAccumulator::Choice> &TagAccumulator::choicesOf(std::string_view json)
{
    if (const auto known = m_known.find(json); known != m_known.end())
        return known->second;
    std::vector<Choice> choices;
    for (const catalog::TagChoice &read : catalog::tagChoices(json)) {
        const bool isWord = read.type.find('\n') == std::string::npos;
        const size_t tag = m_names.of((isWord ? read.type : std::string()) + '\n' + read.label);
        auto known = std::find_if(choices.begin(), choices.end(),
                                  [&](const Choice &choice) { return choice.tag == tag; });
        if (known == choices.end())
            known = choices.insert(known, {tag, {}});
        known->has[size_t(read.sentiment)] = true;
    }
    if (m_known.size() < mostKnown)
        return m_known.emplace(json, std::move(choices)).first->second;
    return m_unkept = std::move(choices);
}

void TagAccumulator::add(const ResponseRow &reading)
{
    if (!reading.isInRange)
        return;
    for (const Choice &choice : choicesOf(reading.cell(m_place).text)) {
        Tally &tally = grown(m_tallies, choice.tag);
        tally.figure.add(reading.score);
        for (size_t i = 0; i < sentiments; ++i)
            tally.bySentiment[i] += choice.has[i] ? 1 : 0;
    }
}

void TagAccumulator::merge(const Accumulator &part)
{
    const auto &other = static_cast<const TagAccumulator &>(part);
    for (size_t i = 0; i < other.m_tallies.size(); ++i) {
        Tally &to = grown(m_tallies, m_names.of(other.m_names.text(i)));
        to.figure += other.m_tallies[i].figure;
        for (size_t j = 0; j < sentiments; ++j)
            to.bySentiment[j] += other.m_tallies[i].bySentiment[j];
    }
}

void TagAccumulator::writeTo(Dashboard &dashboard) const
{
    using Sentiment = catalog::TagChoice::Sentiment;
    for (size_t i = 0; i < m_tallies.size(); ++i) {
        const Tally &tally = m_tallies[i];
        if (tally.figure.records == 0)
            continue;
        const QString name = m_names.string(i);
        const qsizetype between = name.indexOf(QLatin1Char('\n'));
        const auto with = [&](Sentiment sentiment) { return tally.bySentiment[size_t(sentiment)]; };
        Tag tag;
        tag.name = name.mid(between + 1);
        tag.type = name.left(between);
        tag.positive = with(Sentiment::Positive);
        tag.neutral = with(Sentiment::Neutral);
        tag.mixed = with(Sentiment::Mixed);
        tag.negative = with(Sentiment::Negative);
        tag.plain = with(Sentiment::None);
        tag.figure = tally.figure;
        tag.drillDown = listsName(m_column, tag.name);
        dashboard.tags.push_back(std::move(tag));
    }
    std::sort(dashboard.tags.begin(), dashboard.tags.end(), goesFirst);
}

} // namespace gauge::metrics
