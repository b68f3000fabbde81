// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/accumulators/accounts.h"
#include "metrics/accumulators/accumulator.h"
#include "metrics/accumulators/questions.h"
#include "metrics/accumulators/trend.h"

#include <memory>

namespace gauge::metrics {

//! What all threads that add up one dashboard have in common.
struct Task
{
    const catalog::Endpoint *feed = nullptr; //!< of the responses
    DashboardPlan plan;
    std::vector<QuestionAccumulator::Asked> questions;
    Cases cases; //!< there when all is added up
    bool isRated = false;
};

//! A dashboard while one thread adds it up.
class DashboardAggregator
{
public:
    explicit DashboardAggregator(const Task &task);

    //! The columns that a row of responses must have, in this order.
    [[nodiscard]] const QStringList &columns() const { return m_columns.names(); }
    void addResponse(const catalog::Row &row);
    //! A non-response whose only cell is when it was sent.
    void addUnanswered(const catalog::Row &row);
    //! All non-responses by the day on which they were sent, and those of them that are young.
    void addUnanswered(const lake::DayCounts &all, const lake::DayCounts &young);
    void merge(const DashboardAggregator &other);
    void writeTo(Dashboard &dashboard) const;

private:
    template <typename Kind, typename... Arguments>
    void addPart(Arguments &&...arguments)
    {
        m_parts.push_back(std::make_unique<Kind>(std::forward<Arguments>(arguments)...));
    }
    void addParts(const Task &task);

    NeededColumns m_columns;
    size_t m_scorePlace;
    size_t m_datePlace;
    size_t m_sentPlace;
    std::optional<DateTexts> m_range;
    std::optional<DateTexts> m_previous;
    PeriodReader m_periods;
    std::optional<InvitationCounter> m_sent;
    std::vector<std::unique_ptr<Accumulator>> m_parts;
};

} // namespace gauge::metrics
