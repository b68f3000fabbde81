// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "lake/read/scoregroups.h"
#include "query/datevalue.h"
#include "query/query.h"

#include <array>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gauge::metrics {

//! A range as the texts that dates in the lake are compared with, here as in its conditions.
struct DateTexts
{
    std::string start;
    std::string end;
    explicit DateTexts(const query::DateRange &range)
        : start(range.start.toString(Qt::ISODate).toStdString())
        , end(range.end.toString(Qt::ISODate).toStdString())
    {}
    [[nodiscard]] bool hold(std::string_view date) const { return date >= start && date < end; }
};

//! No period: of what is no date.
inline constexpr int noPeriod = std::numeric_limits<int>::min();

//! Days, weeks, months or quarters as whole numbers that follow each other.
[[nodiscard]] int periodNumber(QDate date, lake::Grouping::By by);
[[nodiscard]] query::DateRange periodDays(int number, lake::Grouping::By by);

//! The period of a date as it stands in the lake. A million dates are a few hundred days that come one after
//! the other, of which each is read once, mostly.
class PeriodReader
{
public:
    explicit PeriodReader(lake::Grouping::By by)
        : m_by(by)
    {}
    //! noPeriod for what does not begin with a date.
    [[nodiscard]] int periodOf(std::string_view date);

private:
    struct Day
    {
        quint64 yearAndMonth = 0; //!< the first eight characters
        quint16 day = 0; //!< and two more
        int period = noPeriod;
    };
    lake::Grouping::By m_by;
    std::array<Day, 1024>
        m_known{}; //!< by what the characters come to; a later day takes the place of another
};

//! What is added up by period. Records of one period mostly come together.
template <typename T>
class ByPeriod
{
public:
    ByPeriod() = default;
    Q_DISABLE_COPY_MOVE(ByPeriod)

    [[nodiscard]] T &at(int period)
    {
        if (!m_last || period != m_lastPeriod) {
            m_last = &m_all[period]; // elements never move
            m_lastPeriod = period;
        }
        return *m_last;
    }
    [[nodiscard]] const std::unordered_map<int, T> &all() const { return m_all; }

private:
    std::unordered_map<int, T> m_all;
    T *m_last = nullptr;
    int m_lastPeriod = 0;
};

//! Behind every date; what is no date at all is mostly behind this, too.
inline constexpr auto endOfDates = "9999-12-31";

//! A non-response is provisional until so many hours have passed since it was sent: people answer within
//! the first days, and the service's documentation advises 48 hours before one is believed.
//!
//! Dates of the service have no zone; they are compared with this computer's local time.
struct ProvisionalWindow
{
    static constexpr int usualHours = 48;

    std::shared_ptr<const Clock> clock;
    int hours = usualHours; //!< 0: none is provisional

    //! Who was sent later is provisional: as dates stand in the lake. Empty: nobody is.
    [[nodiscard]] QString since() const;
    //! Whether a non-response of this `date_sent` is provisional now; not without a date.
    [[nodiscard]] bool isProvisional(const QString &sent) const;
    //! \a query, of its non-responses the provisional ones only.
    [[nodiscard]] query::Query provisional(query::Query query) const;
};

} // namespace gauge::metrics
