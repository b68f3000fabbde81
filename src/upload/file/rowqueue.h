// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/write/uploadjournal.h"
#include "upload/file/resumption.h"

namespace gauge::upload {

//! What an upload of a file is asked to do.
struct UploadPlan
{
    //! What to do where the same file was begun before.
    enum class Begin {
        Once, //!< refuse while an earlier upload of it has an end to come
        Resume, //!< go on with it, also where the file was changed; refuse where there is nothing to resume
        Anew, //!< send every row again
    };

    FilePlan file;
    QString checkedSha256; //!< of the file as a person has checked it; empty: it was not
    Begin begin = Begin::Once;
    bool resendUnknown = false; //!< on a person's word: rows whose answer never came are sent again
    double perSecond = 20; //!< records; 0: as fast as it goes
    int atOnce = 4; //!< requests under way at most
    bool asJson = false; //!< RecordForm::JsonBody
    QString results; //!< file for every row with its outcome, or empty
    QString refused; //!< file for the rows that were refused, to be sent again, or empty
};

//! A row that was marked as sending.
struct RowToSend
{
    qint64 number = 0;
    qint64 line = 0;
    Record record;
    QString content; //!< see lake::UploadRow
};

//! The rows of a file that are still to be sent, and the journal that knows which. Confined to one thread;
//! every call blocks.
class RowQueue
{
public:
    struct Context
    {
        QString connection; //!< its name
        lake::Location lake;
        catalog::Catalog catalog;
        std::shared_ptr<Clock> clock;
        lake::System system = {}; //!< that the rows go to; a lake with the data of another one is refused
    };

    //! Checks the whole file, then takes its upload. Input error when nothing of it can be sent, when it is
    //! not what was checked, was begun before and \a plan does not say what to do, or cannot be resumed.
    [[nodiscard]] static Result<std::unique_ptr<RowQueue>>
    open(const UploadPlan &plan, const Context &context, std::stop_token stop, const OnBytes &progress);

    //! Writes down what became of rows that were given out, takes back those that were not sent after all,
    //! and gives out the next ones, \a wanted at most: they are on the disk as sending before this returns.
    //! None: there are no more. After an error no row was given out, and what is known is kept: the next call
    //! writes it with its own.
    [[nodiscard]] Result<std::vector<RowToSend>> advance(std::vector<lake::UploadRow> told,
                                                         std::vector<RowToSend> back, int wanted);
    //! A sign of life in a long wait.
    [[nodiscard]] Result<void> keepAlive() { return m_journal->keepAlive(); }
    //! The end, for now where \a error tells why. Writes down what an earlier call could not. May be called
    //! again after an error.
    [[nodiscard]] Result<void> finish(const QString &error);
    //! Whether the last call of advance() or finish() failed because the journal could not be written.
    [[nodiscard]] bool isWriteFailed() const { return m_isWriteFailed; }

    [[nodiscard]] qint64 upload() const { return m_upload; }
    [[nodiscard]] const FileReport &report() const { return m_report; }
    [[nodiscard]] const lake::UploadCounts &counts() const { return m_journal->counts(); }

private:
    RowQueue(UploadPlan plan, Context context);
    [[nodiscard]] Result<void> take(std::stop_token stop);
    [[nodiscard]] Result<std::optional<Resumption>> earlier(std::stop_token stop);
    [[nodiscard]] Result<void> resumeChanged(qint64 id, const lake::UploadRecord &about,
                                             std::stop_token stop);
    [[nodiscard]] bool isToBeSent(qint64 number) const;
    [[nodiscard]] lake::UploadRow rowOf(qint64 number, qint64 line, lake::UploadRowState state,
                                        const QString &message = {}) const;
    [[nodiscard]] Result<std::optional<RowToSend>> nextRow();
    [[nodiscard]] Result<std::vector<RowToSend>> readRows(int wanted);
    void putBack(std::vector<RowToSend> &rows);
    [[nodiscard]] Result<void> writeKnown();
    [[nodiscard]] Result<bool> readRow(MappedRow &row);

    UploadPlan m_plan;
    Context m_context;
    FileReport m_report;
    std::unique_ptr<lake::UploadJournal> m_journal;
    std::unique_ptr<MappedFile> m_file;
    std::vector<lake::UploadRow> m_unwritten; //!< what became of rows, not in the journal yet
    std::vector<RowToSend> m_back; //!< that were given out and not sent; the next one is the last
    qint64 m_upload = 0;
    bool m_atEnd = false;
    bool m_isWriteFailed = false;
};

//! "The file was changed …", of kind Input.
[[nodiscard]] tl::unexpected<Error> fileWasChanged();

} // namespace gauge::upload
