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
constexpr std::int64_t keyStep = 3;

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

Population::Population(Dice dice, Seconds anchor, std::int64_t responses)
    : m_dice(dice)
    , m_timeline(dice, anchor, responses)
    , m_responses(responses)
    , m_window(primeFrom(std::max<std::int64_t>(7, responses * 3 / Timeline::historyDays)))
{}

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
    const auto window = rank / m_window;
    const auto answerer
        = window * m_window + (rank % m_window * factorOf(window) + shiftOf(window)) % m_window;
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
    const auto window = answerer / m_window;
    const auto shifted = (answerer % m_window - shiftOf(window) + m_window) % m_window;
    return window * m_window + shifted * inverse(factorOf(window), m_window) % m_window;
}

Seconds Population::sentAt(std::int64_t invitation) const
{
    // One whole window before the window of its answer: an answer never comes before its invitation.
    return m_timeline.timeOf(invitation * answersInBlock / block - m_window - answersInBlock);
}

std::int64_t Population::sentBy(Seconds now) const
{
    if (m_responses == 0)
        return 0;
    std::int64_t low = 0;
    std::int64_t high
        = (m_timeline.answeredBy(now) + m_window + answersInBlock + 1) * block / answersInBlock + block;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (sentAt(middle) < now)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
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
    return firstKey + row * keyStep + static_cast<std::int64_t>(m_dice.pick(row, Purpose::Key, keyStep));
}

std::int64_t Population::rowAfter(std::int64_t key) const
{
    if (key < firstKey)
        return 0;
    const auto row = (key - firstKey) / keyStep;
    return keyOf(row) <= key ? row + 1 : row;
}

} // namespace gauge::sandbox
