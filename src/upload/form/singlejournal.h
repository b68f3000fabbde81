// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "lake/write/uploadjournal.h"
#include "upload/form/send.h"

namespace gauge::upload {

//! lake::UploadEntry::recordType of a response by the older call.
inline constexpr auto singleResponseType = "response";

//! Writes a record that is sent by itself into the history of uploads, as an upload of one row that has no
//! file. Of the record itself there is only what labelOf() tells.
class SingleJournal
{
public:
    struct Place
    {
        lake::Location lake;
        catalog::Catalog catalog;
        std::shared_ptr<Clock> clock;
        lake::System system = {}; //!< that the record goes to; a lake with the data of another one is refused
    };
    explicit SingleJournal(Place place);
    ~SingleJournal();
    Q_DISABLE_COPY_MOVE(SingleJournal)

    //! It is on the disk as sending when this succeeds; killed after that, it is unknown.
    [[nodiscard]] QCoro::Task<Result<void>> begin(lake::UploadEntry about);
    //! A write that fails is tried again a few times. A disk that takes no more then leaves it unknown, which
    //! the log tells: the outcome is what it is.
    [[nodiscard]] QCoro::Task<> conclude(QString label, SendOutcome outcome);

private:
    [[nodiscard]] Result<void> open(lake::UploadEntry about);
    [[nodiscard]] QFuture<Result<void>> tryToConclude(const QString &words, const SendOutcome &outcome);
    [[nodiscard]] Result<void> write(lake::UploadRowState state, const QString &message);

    const Place m_place;
    std::unique_ptr<lake::UploadJournal> m_journal; //!< used in m_thread alone
    BackgroundThread m_thread;
};

//! By what a person finds the record again in CustomerGauge, in words, or empty: its reference.
[[nodiscard]] QString labelOf(const FormRecord &record);
//! The same of a response that was accepted: its number.
[[nodiscard]] QString labelOf(const SendOutcome &outcome);

//! How an outcome is written down.
[[nodiscard]] lake::UploadRowState rowStateOf(SendOutcome::State state);

} // namespace gauge::upload
