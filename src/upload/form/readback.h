// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/serviceclient.h"
#include "upload/form/response.h"
#include "upload/form/send.h"

namespace gauge::upload {

//! How a record that became a response is found among the responses again, and what it should hold.
struct ReadBackQuestion
{
    QString number; //!< number_customergauge; empty: by e-mail and the day of completion
    QString email;
    QString completed; //!< YYYY-MM-DD…; needed without a number
    //! What was sent, by the column of the feed that should hold it; an empty column stands for any place
    //! in the record.
    struct Expected
    {
        QString heading;
        QString value;
        QString column;

        bool operator==(const Expected &) const = default;
    };
    std::vector<Expected> expected;

    //! Whether the service can be asked at all.
    [[nodiscard]] bool canBeAsked() const
    {
        return !number.isEmpty() || (!email.isEmpty() && !completed.isEmpty());
    }
};

//! Of a record of the type external-response.
[[nodiscard]] ReadBackQuestion questionFor(const FormRecord &record);
//! Of a single response that was accepted under \a number, which may be empty.
[[nodiscard]] ReadBackQuestion questionFor(const ResponseKeys &keys, const FormRecord &fields,
                                           const QString &number);

//! Asks the feed \a responses for the record. Looks through a few pages of its day when it has no number.
[[nodiscard]] QCoro::Task<Result<ReadBack>> readBack(std::shared_ptr<service::ServiceClient> client,
                                                     catalog::Endpoint responses, ReadBackQuestion question,
                                                     std::stop_token stop);

} // namespace gauge::upload
