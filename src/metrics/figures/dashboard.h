// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/scoregroups.h"
#include "metrics/figures/periods.h"
#include "metrics/figures/statistics.h"
#include "query/datevalue.h"
#include "query/query.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

//! The figures of a dashboard as values. Formulas: service.md, "Figures analysts expect". Whatever can be
//! opened in Explore has `opens`: filters that are and-ed to Dashboard::query find its records.
namespace gauge::metrics {

using Filters = std::vector<query::Filter>;

//! How many have each score, 0–10.
using Distribution = std::array<qint64, 11>;

//! One week, month or quarter.
struct TrendPoint
{
    QString period; //!< `2026-W07`, `2026-03` or `2026-Q1`, which sort as they follow each other
    query::DateRange days;
    Figure figure; //!< of what was answered (DashboardPlan::date) in it
    Distribution scores{};
    std::optional<Invited> invited; //!< of what was sent in it; nothing where rates are not known
    Filters drillDown; //!< those of `figure`
    bool operator==(const TrendPoint &) const = default;
};

//! A driver's secondary, or a primary with its secondaries inside.
struct Driver
{
    QString name; //!< empty: chosen without one (of secondaries: the primary alone; of primaries: “Other”)
    double contribution = 0; //!< in points of the NPS; those of all primaries sum to it
    Figure figure; //!< of the responses that chose it; `records` are its mentions
    std::vector<Driver> secondaries; //!< the greatest contribution first; theirs sum to that of the primary
    Filters drillDown; //!< empty where no filter says it: “Other”
    bool operator==(const Driver &) const = default;
};

//! A topic that was recognised in comments, or a tag that a person gave.
struct Tag
{
    QString name;
    QString type; //!< as received: “topic”, “tag”; empty where none came
    qint64 positive = 0; //!< responses that have it with that sentiment
    qint64 neutral = 0;
    qint64 mixed = 0;
    qint64 negative = 0;
    qint64 plain = 0; //!< with none of these
    Figure figure; //!< of the responses that have it
    Filters drillDown;
    bool operator==(const Tag &) const = default;
};

//! One answer to an additional question.
struct Answer
{
    QString text;
    Figure figure;
    Filters drillDown;
    bool operator==(const Answer &) const = default;
};

//! An additional question.
struct Question
{
    QString column; //!< “question.How was it?”
    QString title;
    qint64 answered = 0; //!< responses with an answer
    qint64 numbers = 0; //!< of the answers that are numbers up to a million, either side of 0
    std::optional<double> mean; //!< of those
    std::optional<double> deviation; //!< standard deviation (n − 1) of those; from two on
    qint64 pairs = 0; //!< responses with a number and a score
    //! Of number and score (Pearson), −1 … 1; nothing for fewer than three pairs, or where one of them is
    //! always the same.
    std::optional<double> correlation;
    std::vector<Answer> answers; //!< numbers in order, then texts; none where `isFreeText`
    bool isFreeText = false; //!< it has more than mostAnswers different answers
    Filters drillDown;
    bool operator==(const Question &) const = default;
};
inline constexpr size_t mostAnswers = 50;
inline constexpr size_t mostQuestions = 40; //!< each is a column to read

//! One value of a column.
struct SegmentValue
{
    std::optional<QString> value; //!< nothing: records without one
    Figure figure;
    std::optional<Comparison> againstRest; //!< against all other responses
    Filters drillDown;
    bool operator==(const SegmentValue &) const = default;
};

struct Segment
{
    QString column;
    std::vector<SegmentValue> values; //!< most records first, those without a value last
    bool isTooMany = false; //!< it has more than lake::mostGroups values: there are none here
    bool operator==(const Segment &) const = default;
};

//! A two-way table, or, against periods, several lines of a trend.
struct Cross
{
    QString rowColumn;
    QString columnColumn; //!< empty: periods, the same as in Dashboard::trend
    std::vector<std::optional<QString>> rows; //!< most records first, those without a value last
    std::vector<std::optional<QString>> columns; //!< periods in their order, else as rows
    std::vector<Figure> cells; //!< row by row
    bool isTooMany = false; //!< more than mostCrossed values one way or the other: the most frequent are here

    [[nodiscard]] const Figure &at(size_t row, size_t column) const
    {
        return cells[row * columns.size() + column];
    }
    //! Filters that find the records of a cell.
    [[nodiscard]] Filters drillDown(size_t row, size_t column) const;
    std::vector<Filters> rowOpens; //!< of each row
    std::vector<Filters> columnOpens;
    bool operator==(const Cross &) const = default;
};
inline constexpr size_t mostCrossed = 100;

//! An account, as far as it needs somebody.
struct Account
{
    QString name; //!< personal: hidden where personal data is masked
    Figure figure; //!< within the range
    Figure recent; //!< with a range: all of it; else the last days (AccountPlan)
    Figure earlier; //!< as long a time before
    std::optional<Comparison> change; //!< recent against earlier
    qint64 responses = 0; //!< within the range and as long before
    QString lastAnswer; //!< the day of its newest response, yyyy-MM-dd
    qint64 silentDays = 0; //!< since then, up to the end of the range or today
    qint64 detractors = 0; //!< responses within the range
    qint64 askedForFollowUp = 0; //!< detractors whose response asks for it
    // Of the detractors, where the feed of cases is synced:
    qint64 withoutCase = 0;
    qint64 waiting = 0; //!< with a case that nobody followed up yet
    qint64 followedUp = 0; //!< with a case that is followed up and not closed
    qint64 closed = 0;
    Filters drillDown; //!< its records
    bool operator==(const Account &) const = default;
};

struct Accounts
{
    QString column;
    bool hasCases = false; //!< the feed of close-loop cases is synced
    std::vector<Account> falling; //!< whose score fell, the adjusted one too; the most certain fall first
    //! Detractors that nobody followed up: without a case or waiting; where there are no cases, those that
    //! asked for it. Most of them first.
    std::vector<Account> unattended;
    std::vector<Account> silent; //!< no answer in so many days; most responses before that first
    qint64 fallingCount = 0; //!< of all, also those that are beyond AccountPlan::most
    qint64 unattendedCount = 0;
    qint64 silentCount = 0;
    bool isTooMany = false; //!< more accounts than mostAccounts: nothing is told
    bool operator==(const Accounts &) const = default;
};
inline constexpr size_t mostAccounts = 100'000;

//! Everything that a DashboardPlan asks of a query's result.
struct Dashboard
{
    query::Query query; //!< whose records these are: the one asked, and the range
    std::optional<query::DateRange> range;
    Figure figure;
    Distribution scores{};
    std::optional<Invited> invited; //!< nothing: not known, see isRated()

    std::optional<query::DateRange> previousRange; //!< with a range only
    Figure previous;
    std::optional<Invited> previousInvited;
    std::optional<Comparison> change; //!< against the previous

    std::vector<TrendPoint> trend; //!< without gaps, from the first period with a record to the last
    Figure undated; //!< of records whose date is missing or none: in no period

    std::vector<Driver> drivers; //!< the greatest contribution first, “Other” last
    std::vector<Tag> tags; //!< most mentions first
    std::vector<Question> questions; //!< most answers first
    qint64 questionsLeftOut = 0; //!< columns of questions beyond mostQuestions, the newest ones
    std::vector<Segment> segments; //!< in the order of the plan
    std::vector<Cross> crosses; //!< likewise
    std::optional<Accounts> accounts;

    bool operator==(const Dashboard &) const = default;
};

//! ValueIndex of one column against those of another, or against time.
struct CrossPlan
{
    QString rows; //!< a column
    QString columns; //!< a column; empty: periods. Its rows are then lines of a trend
    bool operator==(const CrossPlan &) const = default;
};

//! What is asked about accounts.
struct AccountPlan
{
    QString column = QStringLiteral("account_name");
    //! Without a range: so many days up to today are compared with as many before. An account is silent that
    //! did not answer in so many days.
    int days = 90;
    size_t most = 50; //!< of each list
    bool operator==(const AccountPlan &) const = default;
};

//! Which figures a dashboard needs. Each part costs time, so a page asks for what it shows; the quickest
//! answer comes with nothing but headline and trend.
struct DashboardPlan
{
    QString date = QStringLiteral("date_survey_response"); //!< by it a response is in a period
    QString sentDate = QStringLiteral("date_sent"); //!< by it response rates go: both feeds have it
    lake::Grouping::By period = lake::Grouping::By::Month; //!< of the trend: not Column
    //! Of `date`; the figures are of this, and compared with as long a time before. Nothing: all times.
    std::optional<query::DateRange> range;
    ProvisionalWindow settling; //!< its clock also says what today is

    bool rates = true; //!< needs the feed of non-responses
    bool drivers = true;
    bool tags = true;
    bool questions = true;
    QStringList segments; //!< columns
    std::vector<CrossPlan> crosses;
    std::optional<AccountPlan> accounts;
};

//! As long a time before \a range: the month before a month, the two quarters before two quarters; otherwise
//! as many days.
[[nodiscard]] query::DateRange previousOf(const query::DateRange &range);

// Filters that find the records of a figure.

//! Nothing: records without a value.
[[nodiscard]] Filters hasValue(const QString &column, const std::optional<QString> &value);
[[nodiscard]] Filters isWithin(const QString &column, const query::DateRange &range);
//! A list column has \a name in one of its entries, as their JSON writes it: plain, or as PHP escapes it.
[[nodiscard]] Filters listsName(const QString &column, const QString &name);

} // namespace gauge::metrics
