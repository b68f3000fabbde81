// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.h"

#include "lake/read/nomatch.h"

#include <QLocale>

#include <cstdlib>

namespace gauge::cli {

namespace {

QString progressText(const Job &job)
{
    const Progress progress = job.progress();
    const QLocale plain = QLocale::c();
    QString text = progress.note.isEmpty() ? job.title() : progress.note;
    text += QStringLiteral(": ") + plain.toString(progress.done);
    if (progress.total > 0)
        text += QStringLiteral(" / ") + plain.toString(progress.total);
    if (progress.perSecond > 0)
        text += QStringLiteral(", %1/s").arg(plain.toString(progress.perSecond, 'f', 0));
    return text;
}

} // namespace

Session::Session(engine::Engine &engine, Console &console, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_console(console)
{}

void Session::finish(ExitCode code)
{
    if (const Result<void> written = m_console.flush(); !written) {
        m_console.say(QStringLiteral("gaugedesk-cli: ") + written.error().text);
        if (code == ExitCode::Done)
            code = ExitCode::Failed;
    }
    QCoreApplication::exit(int(code));
}

void Session::finish(const Error &error, Source source)
{
    finish(error, exitCodeOf(error.kind, source));
}

void Session::finish(const Error &error, ExitCode code)
{
    m_console.error(error);
    finish(code);
}

void Session::interrupt()
{
    // Pages are committed whole, so ending at once loses nothing but the page under way.
    if (m_interrupted)
        std::_Exit(int(ExitCode::Interrupted));
    m_interrupted = true;
    m_engine.jobs().cancelAll();
}

void Session::withConnection(const QString &name, std::function<void(const service::Connection &)> next,
                             CalledBy calledBy)
{
    then(m_engine.loadConnections(), Source::Connections,
         [this, name, calledBy, next = std::move(next)](const std::vector<service::Connection> &known) {
             QStringList names;
             for (const service::Connection &connection : known) {
                 const bool isMeant = connection.name.compare(name, Qt::CaseInsensitive) == 0
                     || (calledBy == CalledBy::NameOrId && connection.id == name);
                 if (isMeant) {
                     next(connection);
                     return;
                 }
                 names.append(connection.name);
             }
             const QString words = names.isEmpty() ? tr("There is no connection “%1”; none has been made "
                                                        "yet. Make one with: gaugedesk-cli connection "
                                                        "add NAME --region eu")
                                                         .arg(name)
                                                   : tr("There is no connection “%1”. There are: %2.")
                                                         .arg(name, names.join(QStringLiteral(", ")));
             finish(Error{ErrorKind::NotFound, words, {}}, Source::Connections);
         });
}

void Session::finishWithNothing(const service::Connection &connection, const QString &feed,
                                const query::Query &query)
{
    readLake<QString>(
        connection,
        [feed, query](lake::LakeReader &reader, std::stop_token stop) {
            return lake::whyNothing(reader, feed, query, std::move(stop));
        },
        [this](const QString &reason) {
            if (!reason.isEmpty())
                m_console.note(reason);
            finish(ExitCode::Done);
        });
}

void Session::showProgress(Job *job)
{
    connect(job, &Job::changed, this, [this, job] {
        const bool hasNews = job->progress().done > 0 || !job->progress().note.isEmpty();
        if (job->state() == Job::State::Running && hasNews)
            m_console.progress(progressText(*job));
    });
}

} // namespace gauge::cli
