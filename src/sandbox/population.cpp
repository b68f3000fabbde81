// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/population.h"

#include <algorithm>
#include <vector>

namespace gauge::sandbox {

namespace {

constexpr std::int64_t block = 10;
constexpr std::int64_t answersInBlock = 3;
constexpr std::int64_t firstNumber = 100'000;
constexpr std::int64_t numberStep = 7;
constexpr std::int64_t firstKey = 100;
constexpr std::int64_t keyStep = 64;
constexpr std::size_t keySpread = 32; // leaves as many numbers free before the next key
constexpr std::int64_t partlyStep = 12; // one answer in twelve is a partly finished survey: the last one
// From an invitation to the response of a partly finished survey, at the mean volume of the two years before
// the anchor. The volume after the anchor is 0.94 to 1.9 times that, which makes 15 to 30 days of it.
constexpr std::int64_t partlyDays = 28;

std::int64_t primeFrom(std::int64_t n)
{
    const auto isPrime = [](std::int64_t candidate) {
        for (std::int64_t d = 2; d * d <= candidate; ++d) {
            if (candidate % d == 0)
                return false;
        }
        return candidate > 1;
    };
    while (!isPrime(n))
        ++n;
    return n;
}

std::int64_t inverse(std::int64_t factor, std::int64_t prime)
{
    std::int64_t result = 1; // factor to the power of prime − 2 (Fermat)
    for (std::int64_t exponent = prime - 2; exponent > 0; exponent /= 2) {
        if (exponent % 2 == 1)
            result = result * factor % prime;
        factor = factor * factor % prime;
    }
    return result;
}

std::vector<std::array<std::uint8_t, 3>> allPlaces()
{
    std::vector<std::array<std::uint8_t, 3>> places;
    for (std::uint8_t a = 0; a < block; ++a) {
        for (auto b = static_cast<std::uint8_t>(a + 1); b < block; ++b) {
            for (auto c = static_cast<std::uint8_t>(b + 1); c < block; ++c)
                places.push_back({a, b, c});
        }
    }
    return places;
}

} // namespace

Population::Population(Dice dice, Seconds anchor, std::int64_t responses, bool lateChanges)
    : m_dice(dice)
    , m_timeline(dice, anchor, responses)
    , m_responses(responses)
    , m_window(primeFrom(std::max<std::int64_t>(7, inRanks(3))))
    // One whole window before the window of its answer: an answer never comes before its invitation.
    , m_lead(m_window + answersInBlock)
{
    if (!lateChanges)
        return;
    m_lead = m_window * partlyStep / (partlyStep - 1) + 2 + answersInBlock;
    m_lag = std::max<std::int64_t>(1, (inRanks(partlyDays) - m_lead + partlyStep / 2) / partlyStep);
    m_first = m_lag * partlyStep; // ranks before would answer invitations before the first one
}

std::int64_t Population::inRanks(std::int64_t meanDays) const
{
    return m_responses * meanDays / Timeline::historyDays;
}

bool Population::isPartlyFinished(std::int64_t rank) const
{
    return m_lag > 0 && rank % partlyStep == partlyStep - 1;
}

// The answers without the partly finished surveys among them, counted anew, and back.
std::int64_t Population::compressed(std::int64_t answer) const
{
    return m_lag == 0 ? answer : answer / partlyStep * (partlyStep - 1) + answer % partlyStep;
}

std::int64_t Population::expanded(std::int64_t ordinary) const
{
    return m_lag == 0 ? ordinary : ordinary / (partlyStep - 1) * partlyStep + ordinary % (partlyStep - 1);
}

std::int64_t Population::spread() const
{
    return m_window + m_window / (partlyStep - 1) + 2;
}

const std::array<std::uint8_t, 3> &Population::answeringPlaces(std::int64_t number) const
{
    static const auto places = allPlaces();
    return places[m_dice.pick(number, Purpose::AnsweringPlaces, places.size())];
}

std::int64_t Population::factorOf(std::int64_t window) const
{
    return 1
        + static_cast<std::int64_t>(
               m_dice.pick(window, Purpose::OrderFactor, static_cast<std::size_t>(m_window - 1)));
}

std::int64_t Population::shiftOf(std::int64_t window) const
{
    return static_cast<std::int64_t>(
        m_dice.pick(window, Purpose::OrderShift, static_cast<std::size_t>(m_window)));
}

std::int64_t Population::invitationOf(std::int64_t rank) const
{
    std::int64_t answerer = rank - m_lag * partlyStep;
    if (!isPartlyFinished(rank)) {
        const auto ordinary = compressed(rank);
        const auto window = ordinary / m_window;
        answerer = expanded(window * m_window
                            + (ordinary % m_window * factorOf(window) + shiftOf(window)) % m_window);
    }
    const auto number = answerer / answersInBlock;
    return number * block + answeringPlaces(number)[static_cast<std::size_t>(answerer % answersInBlock)];
}

std::optional<std::int64_t> Population::rankOf(std::int64_t invitation) const
{
    const auto &places = answeringPlaces(invitation / block);
    const auto place = std::find(places.begin(), places.end(), invitation % block);
    if (place == places.end())
        return std::nullopt;
    const auto answerer = invitation / block * answersInBlock + (place - places.begin());
    if (isPartlyFinished(answerer))
        return answerer + m_lag * partlyStep;
    const auto ordinary = compressed(answerer);
    const auto window = ordinary / m_window;
    const auto shifted = (ordinary % m_window - shiftOf(window) + m_window) % m_window;
    return expanded(window * m_window + shifted * inverse(factorOf(window), m_window) % m_window);
}

Seconds Population::sentAt(std::int64_t invitation) const
{
    return m_timeline.timeOf(invitation * answersInBlock / block - m_lead - m_first);
}

Seconds Population::answeredAt(std::int64_t rank) const
{
    const auto arrived = arrivedAt(rank);
    if (!isPartlyFinished(rank))
        return arrived;
    const auto invitation = invitationOf(rank);
    const auto clicked = sentAt(invitation) + hour
        + static_cast<Seconds>(m_dice.roll(invitation, Purpose::LastClick) % (2 * day));
    return std::clamp(clicked, arrived - longestPartlyFinished, arrived - shortestPartlyFinished);
}

std::int64_t Population::sentBefore(Seconds now) const
{
    if (m_responses == 0)
        return 0;
    std::int64_t low = 0;
    std::int64_t high = (ranksBy(now).end + m_lead + 1) * block / answersInBlock + block;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (sentAt(middle) < now)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Range Population::sentBy(Seconds now) const
{
    const auto first = m_first * block / answersInBlock;
    return {first, std::max(first, sentBefore(now))};
}

Range Population::ranksAround(Range invitations) const
{
    return {invitations.begin * answersInBlock / block - answersInBlock - spread(),
            invitations.end * answersInBlock / block + answersInBlock + spread() + m_lag * partlyStep};
}

Range Population::invitationsAround(Range ranks) const
{
    const auto first = ranks.begin - spread() - m_lag * partlyStep;
    return {(first / answersInBlock - 1) * block, ((ranks.end + spread()) / answersInBlock + 1) * block};
}

bool Population::hasFailed(std::int64_t invitation, Seconds now) const
{
    if (m_dice.pick(invitation, Purpose::Failure, 30) != 0 || rankOf(invitation))
        return false;
    return sentAt(invitation)
        + static_cast<Seconds>(1 + m_dice.pick(invitation, Purpose::FailureHour, 46)) * hour
        <= now;
}

std::int64_t Population::numberOf(std::int64_t invitation) const
{
    return firstNumber + invitation * numberStep
        + static_cast<std::int64_t>(m_dice.pick(invitation, Purpose::Number, numberStep));
}

std::optional<std::int64_t> Population::invitationOfNumber(std::int64_t number) const
{
    if (number < firstNumber)
        return std::nullopt;
    const auto invitation = (number - firstNumber) / numberStep;
    return numberOf(invitation) == number ? std::optional(invitation) : std::nullopt;
}

std::int64_t Population::keyOf(std::int64_t row) const
{
    return firstKey + row * keyStep + static_cast<std::int64_t>(m_dice.pick(row, Purpose::Key, keySpread));
}

std::int64_t Population::rowAfter(std::int64_t key) const
{
    if (key < firstKey)
        return 0;
    const auto row = (key - firstKey) / keyStep;
    return keyOf(row) <= key ? row + 1 : row;
}

} // namespace gauge::sandbox
