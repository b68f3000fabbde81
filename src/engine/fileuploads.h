// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/joblist.h"
#include "engine/lakejob.h"
#include "service/connection.h"
#include "upload/file/mappingstore.h"
#include "upload/file/resultsfile.h"
#include "upload/file/uploadjob.h"

#include <memory>

namespace gauge::engine {

class ConnectionService;

//! A file as it looks before anything is decided about it.
struct FileLook
{
    upload::DialectGuess guess;
    upload::CsvPreview preview; //!< read in the likeliest way
    bool operator==(const FileLook &) const = default;
};

//! An upload that was not finished, and where its file is.
struct UnfinishedUpload
{
    lake::UploadEntry upload;
    QString path; //!< of its file when it was last sent
    bool hasFile = false; //!< it is still there
    bool operator==(const UnfinishedUpload &) const = default;
};

//! Uploading files, and the history of it, behind jobs. Every method has started its job.
class FileUploads
{
public:
    struct Parts
    {
        QObject *context = nullptr; //!< it and the jobs outlive what is asked here
        JobList *jobs = nullptr;
        std::shared_ptr<ConnectionService> worker;
        catalog::Catalog catalog;
        std::shared_ptr<Clock> clock;
        std::function<lake::Location(const service::Connection &)> lakeOf;
        QString dataFolder;
    };
    explicit FileUploads(Parts parts);

    //! How the file is written, as far as \a known does not say, and the first \a rows.
    BlockingJob<FileLook> *look(const QString &path, const upload::KnownDialect &known, int rows) const;
    //! Reads, maps and checks the whole file; nothing is sent.
    BlockingJob<upload::FileReport> *check(const upload::FilePlan &plan) const;
    //! Row \a number of the file, read again.
    BlockingJob<upload::MappedRow> *rowOf(const upload::FilePlan &plan, qint64 number) const;
    //! The upload that the file goes on with, which was checked as \a report says; see findResumption().
    BlockingJob<std::optional<upload::Resumption>> *earlier(const service::Connection &connection,
                                                            const upload::FilePlan &plan,
                                                            const upload::FileReport &report) const;
    //! What was mapped for a configuration.
    BlockingJob<upload::MappingDraft> *mappingOf(const QString &configurationId) const;
    BlockingJob<bool> *saveMapping(const QString &configurationId, const upload::MappingDraft &draft) const;
    BlockingJob<bool> *saveFindings(const upload::FileReport &report, const QString &path) const;
    upload::UploadJob *send(const service::Connection &connection, const upload::UploadPlan &plan) const;

    //! The newest \a limit uploads that \a search is in.
    BlockingJob<std::vector<lake::UploadEntry>> *history(const service::Connection &connection, qint64 limit,
                                                         const QString &search) const;
    //! The newest upload from this computer with rows that were not sent and that nobody sends; not one whose
    //! file was sent again since.
    BlockingJob<std::optional<UnfinishedUpload>> *unfinished(const service::Connection &connection) const;
    //! The first \a limit rows of an upload that are in the journal; \a only one state.
    BlockingJob<std::vector<lake::UploadRow>> *rows(const service::Connection &connection, qint64 id,
                                                    std::optional<lake::UploadRowState> only,
                                                    qint64 limit) const;
    //! Forgets an upload; Busy while it runs.
    BlockingJob<bool> *remove(const service::Connection &connection, qint64 id) const;
    //! Forgets all that do not run.
    BlockingJob<bool> *clearHistory(const service::Connection &connection) const;

private:
    template <typename T>
    BlockingJob<T> *launch(const QString &title, typename BlockingJob<T>::Work work,
                           const QString &lake = {}) const;
    template <typename Change>
    BlockingJob<bool> *change(const QString &title, const service::Connection &connection,
                              Change change) const;

    Parts m_parts;
};

} // namespace gauge::engine
