// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/filter/valuepicker.h"

#include <QPromise>

#include <deque>

namespace gauge::test {

//! Counts of values that are answered when the test says so.
class MadeUpValues
{
public:
    using Answer = Result<lake::ValueCounts>;

    struct Asked
    {
        QString column;
        QString where; //!< as it is printed
        std::stop_token stop;
        std::shared_ptr<QPromise<Answer>> promise;
    };

    [[nodiscard]] ui::ValueSource source()
    {
        return [this](const QString &column, const std::vector<query::Filter> &where, std::stop_token stop) {
            QStringList texts;
            for (const query::Filter &filter : where)
                texts.append(query::print(filter));
            auto promise = std::make_shared<QPromise<Answer>>();
            promise->start();
            asked.push_back({column, texts.join(QStringLiteral("; ")), std::move(stop), promise});
            return promise->future();
        };
    }

    //! Answers the oldest question that waits.
    void answer(Answer counts)
    {
        if (asked.empty())
            qFatal("nothing was asked");
        asked.front().promise->addResult(std::move(counts));
        asked.front().promise->finish();
        asked.pop_front();
    }

    std::deque<Asked> asked;
};

} // namespace gauge::test
