// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/recordwriter.h"

#include "sandbox/recordtext.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gauge::sandbox {

namespace {

constexpr Seconds anonymisedAfter = 90 * day;

Mood moodOf(int score)
{
    return score >= 9 ? Mood::Good : score >= 7 ? Mood::Mixed : Mood::Bad;
}

} // namespace

int RecordWriter::scoreOf(std::int64_t rank) const
{
    // The NPS rises over the two years, with a dip in the middle of the second (a bad spring for
    // deliveries), and differs by account.
    const auto time = m_population.arrivedAt(rank);
    const double progress = std::clamp(m_population.timeline().progress(time), 0.0, 1.0);
    const double dip = 0.16 * std::max(0.0, 1.0 - std::abs(progress - 0.62) / 0.09);
    const double mood = m_respondents.accountOf(m_population.invitationOf(rank)).mood / 100.0;
    const double promoters = 0.36 + 0.16 * progress - dip + mood;
    const double detractors = 0.28 - 0.11 * progress + dip - mood / 2;
    const double u = m_population.dice().share(rank, Purpose::Score);
    const auto within = roll(rank, Purpose::ScoreWithin);
    if (u < promoters)
        return within % 5 < 2 ? 10 : 9;
    if (u < 1.0 - detractors)
        return within % 5 < 3 ? 8 : 7;
    constexpr std::string_view low = "000112233344445555566666666"; // most detractors are mild
    return low[within % low.size()] - '0';
}

Driver RecordWriter::driverOf(std::int64_t rank, Mood mood) const
{
    const auto pick = roll(rank, Purpose::Driver) % 100;
    // Detractors complain about delivery and price, promoters praise support and the account team.
    constexpr std::array<std::array<std::uint64_t, driverCount>, 3> upTo{{
        {12, 42, 55, 70, 92, 100},
        {18, 36, 58, 72, 88, 100},
        {10, 22, 45, 72, 80, 100},
    }};
    const auto &limits = upTo[static_cast<std::size_t>(mood)];
    return static_cast<Driver>(std::upper_bound(limits.begin(), limits.end(), pick) - limits.begin());
}

void RecordWriter::appendComment(std::string &out, std::int64_t rank, std::int64_t invitation, Mood mood,
                                 bool anonymised) const
{
    if (m_respondents.isQuirky(rank, Purpose::QuirkComment, 13)) {
        out += roll(rank, Purpose::QuirkComment) / 13 % 2 == 0 ? R"(,"comment":null)"
                                                               : R"(,"comment":"A plain old comment")";
        return;
    }
    const auto kind = roll(rank, Purpose::Comment) % 100;
    std::string original;
    std::string translation;
    if (anonymised) {
        original = "This comment has been anonymised based on customer request";
    } else if (kind < 3) {
        original = awkwardText(mood, roll(rank, Purpose::AwkwardComment));
    } else if (kind < 78) {
        const auto language = m_respondents.accountOf(invitation).language;
        const auto driver = driverOf(rank, mood);
        const auto compose = [&](Language l) {
            std::string text(phrase(l, driver, mood));
            if (kind < 33) {
                text += ' ';
                text += closing(l, mood);
            }
            return text;
        };
        original = compose(language);
        if (language != Language::English)
            translation = compose(Language::English);
    }
    out += R"(,"comment":{"original":)";
    appendQuoted(out, original);
    out += R"(,"translation":)";
    appendQuoted(out, translation);
    out += '}';
}

void RecordWriter::appendFollowUp(std::string &out, std::int64_t rank, Mood mood) const
{
    const auto pick = roll(rank, Purpose::FollowUp);
    if (pick % 100 >= (mood == Mood::Bad ? 40U : 5U)) {
        out += R"(,"follow_up":{"requested":false,"details":""})";
        return;
    }
    out += R"(,"follow_up":{"requested":true,"details":")";
    appendPadded(out, static_cast<std::int64_t>(205550000 + pick / 128 % 10000), 10);
    out += "\"}";
}

void RecordWriter::appendDrivers(std::string &out, std::int64_t rank, Mood mood) const
{
    const auto first = driverOf(rank, mood);
    const auto pick = roll(rank, Purpose::SecondDriver);
    const bool older = m_respondents.isQuirky(rank, Purpose::QuirkDrivers, 7);
    out += older ? R"(,"drivers":[)" : R"(,"selected_drivers":[)";
    const auto append = [&](Driver driver, std::uint64_t chosen) {
        const auto &words = driverWords(driver);
        if (out.back() != '[')
            out += ',';
        out += older ? R"({"label":)" : R"({"primary":)";
        appendQuoted(out, words.primary);
        if (!older) {
            out += R"(,"secondary":[)";
            for (std::size_t i = 0; i < words.secondary.size(); ++i) {
                if ((chosen >> i & 1U) == 0)
                    continue;
                if (out.back() != '[')
                    out += ',';
                appendQuoted(out, words.secondary[i]);
            }
            out += ']';
        }
        out += '}';
    };
    if (pick % 8 != 0) {
        append(first, roll(rank, Purpose::SecondaryDrivers));
        const auto second = static_cast<Driver>(pick / 8 % driverCount);
        if (pick / 64 % 3 == 0 && second != first)
            append(second, roll(rank, Purpose::SecondaryDrivers) >> 8U);
    }
    out += ']';
}

bool RecordWriter::hasTopics(std::int64_t rank, Seconds now) const
{
    if (roll(rank, Purpose::Comment) % 100 >= 78) // a topic needs a comment
        return false;
    const auto hours = 1 + static_cast<Seconds>(roll(rank, Purpose::TopicHour) % 47);
    return !m_population.hasLateChanges() || m_population.arrivedAt(rank) + hours * hour < now;
}

void RecordWriter::appendTags(std::string &out, std::int64_t rank, Mood mood, Seconds now) const
{
    const auto pick = roll(rank, Purpose::Tag);
    out += R"(,"tags":[)";
    if (hasTopics(rank, now)) {
        constexpr std::array<std::string_view, 3> sentiments{"negative", "mixed", "positive"};
        const bool neutral = pick % 9 == 0;
        out += R"({"label":)";
        appendQuoted(out, driverWords(driverOf(rank, mood)).topic);
        out += R"(,"type":"topic","sentiment":")";
        out += neutral ? "neutral" : sentiments[static_cast<std::size_t>(mood)];
        out += "\"}";
    }
    if (pick / 16 % 6 == 0) {
        if (out.back() != '[')
            out += ',';
        out += R"({"label":)";
        appendQuoted(out, manualTags()[static_cast<std::size_t>(pick / 128 % manualTags().size())]);
        out += R"(,"type":"tag"})";
    }
    out += ']';
}

void RecordWriter::appendQuestions(std::string &out, std::int64_t rank, int score) const
{
    const auto pick = roll(rank, Purpose::Question);
    const auto scaled = [&](int best, unsigned shift) {
        const int wobble = static_cast<int>(pick >> shift & 3U) - 1;
        return std::to_string(std::clamp(1 + (score * (best - 1) + 5) / 10 + wobble, 1, best));
    };
    out += R"(,"questions":[)";
    appendPair(out, "title", "We made it easy to handle your request.", "answer", scaled(7, 0));
    appendPair(out, "title", "How satisfied are you with our delivery?", "answer",
               pick % 10 == 0 ? "" : scaled(5, 4));
    appendPair(out, "title", "How would you rate our product?", "answer", scaled(5, 8));
    if (pick / 4096 % 3 == 0)
        appendPair(out, "title", "May we quote you?", "answer", score >= 9 ? "Yes" : "No, thanks");
    if (m_shape.extraQuestions > 0) {
        forSlice(rank, m_shape.extraQuestions, [&](std::int64_t n) {
            appendPair(out, "title", "Question " + std::to_string(n) + ": how well did we do?", "answer",
                       scaled(5, static_cast<unsigned>(n % 20)));
        });
    }
    out += ']';
}

void RecordWriter::appendResponse(std::string &out, std::int64_t rank, Seconds now, With with) const
{
    const auto invitation = m_population.invitationOf(rank);
    const auto answered = m_population.answeredAt(rank);
    const auto &account = m_respondents.accountOf(invitation);
    const int score = scoreOf(rank);
    const auto mood = moodOf(score);
    const bool anonymised = roll(rank, Purpose::Anonymised) % 250 == 0 && now - answered > anonymisedAfter;
    out += R"({"status":"response",)";
    m_respondents.appendPerson(out, invitation, anonymised);
    out += R"(,"nps":)";
    if (m_respondents.isQuirky(rank, Purpose::QuirkScore, 17))
        out += "null";
    else
        appendNumber(out, score);
    appendComment(out, rank, invitation, mood, anonymised);
    m_respondents.appendDates(out, invitation);
    appendDate(out, "date_survey_response", answered);
    appendText(out, "language", languageCode(account.language));
    if (!m_respondents.isQuirky(invitation, Purpose::QuirkMissing, 12)) {
        appendText(out, "locale", account.locale);
        appendFollowUp(out, rank, mood);
    }
    if (with.tags)
        appendTags(out, rank, mood, now);
    if (with.questions)
        appendQuestions(out, rank, score);
    if (with.drivers)
        appendDrivers(out, rank, mood);
    if (with.properties)
        m_respondents.appendProperties(out, invitation);
    m_respondents.appendOddities(out, invitation);
    out += '}';
}

RecordWriter::Visit RecordWriter::visitOf(std::int64_t invitation) const
{
    const auto rank = m_population.hasLateChanges() ? m_population.rankOf(invitation) : std::nullopt;
    if (rank && m_population.isPartlyFinished(*rank)) {
        const auto clicked = m_population.answeredAt(*rank);
        return {clicked - 40, clicked};
    }
    constexpr auto never = std::numeric_limits<Seconds>::max();
    const auto opened = m_population.sentAt(invitation)
        + static_cast<Seconds>(900 + roll(invitation, Purpose::Opened) % (2 * day));
    const auto clicked = opened + static_cast<Seconds>(20 + roll(invitation, Purpose::Clicked) % hour);
    const bool drillDown = roll(invitation, Purpose::Opened) / 64 % 100 < 45;
    const bool clicks = drillDown && roll(invitation, Purpose::Clicked) / 64 % 100 < 25;
    return {drillDown ? opened : never, clicks ? clicked : never};
}

void RecordWriter::appendNonResponse(std::string &out, std::int64_t invitation, Seconds now, With with) const
{
    const auto sent = m_population.sentAt(invitation);
    const auto [opened, clicked] = visitOf(invitation);
    const bool isOpened = opened < now;
    const bool isClicked = clicked < now;
    out += isClicked ? R"({"status":"survey-clicked",)"
        : isOpened   ? R"({"status":"survey-opened",)"
                     : R"({"status":"survey-sent",)";
    m_respondents.appendPerson(out, invitation, false);
    m_respondents.appendDates(out, invitation);
    if (isOpened)
        appendDate(out, "date_opened", opened);
    else
        out += R"(,"date_opened":null)";
    if (isClicked)
        appendDate(out, "date_clicked", clicked);
    else
        out += R"(,"date_clicked":null)";
    appendText(out, "language", languageCode(m_respondents.accountOf(invitation).language));
    out += R"(,"link":"https://survey.example.com/r/)";
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789-_";
    for (auto rest = roll(invitation, Purpose::Link) >> 4U; rest > 0; rest /= letters.size())
        out += letters[static_cast<std::size_t>(rest % letters.size())];
    out += '"';
    appendDate(out, "date_email_sent", sent + 35);
    if (with.properties)
        m_respondents.appendProperties(out, invitation);
    m_respondents.appendOddities(out, invitation);
    out += '}';
}

} // namespace gauge::sandbox
