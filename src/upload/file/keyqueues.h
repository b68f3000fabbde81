// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/rowqueue.h"
#include "upload/form/recordkey.h"

#include <QCoroTask>
#include <QHash>
#include <QPromise>

#include <deque>
#include <memory>
#include <vector>

namespace gauge::upload {

//! Sends rows with one key one after another, in the order in which they join: what the last one says counts.
//! Rows without a key, and those of different keys, do not wait for each other. Confined to one thread.
class KeyQueues
{
public:
    //! \a headings: that identify a record, the first that has a value counts.
    explicit KeyQueues(QStringList headings);

    //! Returns when \a row may be sent: true. False: it was handed back by leave() with a row in front of it.
    [[nodiscard]] QCoro::Task<bool> join(RowToSend row);
    //! The fate of a row whose turn it was is known: the next one with its key may be sent.
    void finish(const RowToSend &row);
    //! A row whose turn it was is not sent for now. It and all that wait behind it: they must be given out
    //! again together, or one of them would overtake it.
    [[nodiscard]] std::vector<RowToSend> leave(const RowToSend &row);

private:
    struct Place
    {
        RowToSend row;
        std::shared_ptr<QPromise<bool>> turn;
    };
    using Line = std::deque<Place>; //!< the first is under way

    const QStringList m_headings;
    QHash<std::size_t, Line> m_lines; //!< by key
};

} // namespace gauge::upload
