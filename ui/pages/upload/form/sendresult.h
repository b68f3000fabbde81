// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/uploads.h"

#include <QPointer>

#include <functional>

namespace gauge::ui {

//! One record on its way. Its draft is marked as sent on the disk before it leaves, so that it is never sent
//! twice unasked, whenever the program ends; what became of it settles the draft. Lives until it has told.
class Sending final : public QObject
{
    Q_OBJECT
public:
    using Start = std::function<AsyncJob<upload::SendOutcome> *(const upload::FormRecord &)>;

    struct What
    {
        upload::FormKey key;
        upload::FormRecord typed; //!< the draft
        upload::FormRecord record; //!< the same as it is sent
        QDateTime unknownSince; //!< of an earlier try
        bool keepsValues = false; //!< when it is accepted, too
        Start start;
    };

    Sending(const engine::Uploads &uploads, What what, QObject *parent);

    void start(const QDateTime &now);
    void cancel();
    [[nodiscard]] const What &what() const { return m_what; }
    //! When something of this form was sent whose fate is not known; after concluded().
    [[nodiscard]] const QDateTime &unknownSince() const { return m_unknownSince; }

Q_SIGNALS:
    void concluded(const gauge::upload::SendOutcome &outcome);
    //! Nothing was sent: the mark could not be written.
    void notMarked(const gauge::Error &error);

private:
    void send();
    void settle(const upload::SendOutcome &outcome);

    const engine::Uploads m_uploads;
    const What m_what;
    QDateTime m_unknownSince;
    QPointer<Job> m_job;
    bool m_cancelled = false;
};

} // namespace gauge::ui
