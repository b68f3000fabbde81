// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "query/query.h"

#include <memory>

namespace gauge::metrics {

//! Behind every date; what is no date at all is mostly behind this, too.
inline constexpr auto endOfDates = "9999-12-31";

//! A non-response is provisional until so many hours have passed since it was sent: people answer within
//! the first days, and the service's documentation advises 48 hours before one is believed.
//!
//! Dates of the service have no zone; they are compared with this computer's local time.
struct Settling
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
