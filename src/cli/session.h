// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "cli/console.h"
#include "engine/engine.h"
#include "engine/joblist.h"
#include "lake/read/lakereader.h"

#include <QCoroFuture>

namespace gauge::cli {

//! One run of one command: the engine, the console, and the way from one job to the next. Lives in
//! the main thread; a command ends by calling finish().
class Session final : public QObject
{
    Q_OBJECT
public:
    Session(engine::Engine &engine, Console &console, QObject *parent = nullptr);

    [[nodiscard]] engine::Engine &engine() { return m_engine; }
    [[nodiscard]] Console &console() { return m_console; }

    //! Ends the program; with results that could not be written it fails after all.
    void finish(ExitCode code);
    //! Prints \a error and ends the program with its code.
    void finish(const Error &error, Source source);
    //! The same with a code that the kind of error does not have.
    void finish(const Error &error, ExitCode code);

    //! Stops what runs; a second time at once.
    void interrupt();

    //! Calls \a next with the result of \a job, or ends the program with its error.
    template <typename JobWithResult, typename Next>
    void then(JobWithResult *job, Source source, Next next)
    {
        connect(job, &Job::finished, this, [this, job, source, next = std::move(next)] {
            if (job->error())
                finish(*job->error(), source);
            else if (m_interrupted)
                finish(cancelled(), source);
            else
                next(job->result());
        });
    }

    enum class CalledBy {
        Name,
        NameOrId, //!< timers know ids, since a name can change; no name looks like one
    };
    //! The connection called \a name, or the end with an error that names those there are.
    void withConnection(const QString &name, std::function<void(const service::Connection &)> next,
                        CalledBy calledBy = CalledBy::Name);

    //! The rows to be asked for are those of a saved view, so what is wrong with them is no mistake in the
    //! command.
    void setRowsSaved() { m_rowsOf = Source::File; }

    //! Asks the lake of \a connection, away from the main thread. \a read may print rows.
    template <typename T, typename Next>
    void readLake(const service::Connection &connection,
                  std::function<Result<T>(lake::LakeReader &, std::stop_token)> read, Next next)
    {
        ask<T>(connection, std::move(read), std::nullopt, std::move(next));
    }

    //! The same; a lake that does not exist yet answers with an empty T.
    template <typename T, typename Next>
    void readLakeIfAny(const service::Connection &connection,
                       std::function<Result<T>(lake::LakeReader &, std::stop_token)> read, Next next)
    {
        ask<T>(connection, std::move(read), T{}, std::move(next));
    }

    //! Ends well with nothing found by \a query, and notes why that may be, see lake::whyNothing().
    void finishWithNothing(const service::Connection &connection, const QString &feed,
                           const query::Query &query);

    //! Shows the progress of \a job in the terminal's last line.
    void showProgress(Job *job);

private:
    template <typename T, typename Next>
    void ask(const service::Connection &connection,
             std::function<Result<T>(lake::LakeReader &, std::stop_token)> read, std::optional<T> withoutLake,
             Next next)
    {
        const lake::Location lake = m_engine.lakeOf(connection);
        auto work = [this, lake, read = std::move(read), withoutLake](std::stop_token stop) {
            return onLakeThread<T>(&m_lakeThread, [this, lake, read, withoutLake, stop]() -> Result<T> {
                auto reader = lake::LakeReader::open(lake, m_engine.catalog(), stop);
                if (!reader && reader.error().kind == ErrorKind::NotFound && withoutLake)
                    return *withoutLake;
                if (!reader)
                    return fail(reader.error());
                (*reader)->setToday(today(m_engine.clock()));
                return read(**reader, stop);
            });
        };
        auto *job = new AsyncJob<T>(tr("Read the lake of “%1”").arg(connection.name), this, std::move(work));
        m_engine.jobs().add(job, engine::JobList::Listing::Quiet);
        then(job, m_rowsOf, std::move(next));
    }

    template <typename T>
    static QCoro::Task<Result<T>> onLakeThread(BackgroundThread *thread, std::function<Result<T>()> read)
    {
        co_return co_await thread->run(std::move(read));
    }

    engine::Engine &m_engine;
    Console &m_console;
    BackgroundThread m_lakeThread;
    bool m_interrupted = false;
    Source m_rowsOf = Source::Lake; //!< who chose the rows that are asked for
};

} // namespace gauge::cli
