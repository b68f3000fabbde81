// SPDX-License-Identifier: GPL-3.0-or-later
// What a window does with a lake, without a window: windowcompanion DATA-FOLDER [FILE RESULTS]. Keeps a
// session on the lake of the connection "S" and reads it without end; sends the rows of FILE meanwhile, going
// on with an earlier upload of it. Prints "ready" when it reads, then "uploaded ACCEPTED REFUSED UNKNOWN
// NOT-SENT". Ends when the upload does or standard input is closed: with 3 where a file of the lake was
// deleted under it.
#include "engine/engine.h"
#include "engine/lakesession.h"
#include "vault/credentialstore.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QDirIterator>
#include <QSocketNotifier>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace gauge;
using engine::LakeSession;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

void end(int code)
{
    QCoreApplication::exit(code);
}

//! Ends with 3 where this process has a file of \a lake open that is not in its folder any more.
bool isUndisturbed(const QString &lake)
{
    QDirIterator descriptors(QStringLiteral("/proc/self/fd"), QDir::System | QDir::Files | QDir::Hidden);
    while (descriptors.hasNext()) {
        const QString target = QFile::symLinkTarget(descriptors.next());
        if (!target.startsWith(lake) || !target.endsWith(QLatin1String(" (deleted)")))
            continue;
        say(QStringLiteral("deleted under it: ") + target);
        end(3);
        return false;
    }
    return true;
}

//! Asks all threads of the session, again and again.
QCoro::Task<> read(LakeSession &session)
{
    const QString feed = QStringLiteral("responses");
    SystemClock clock;
    for (bool isFirst = true;; isFirst = false) {
        const QFuture<Result<LakeSession::SnapshotPointer>> searching = session.snapshot(feed, {}, {});
        const Result<LakeSession::SnapshotPointer> found = co_await searching;
        const QFuture<Result<lake::ValueCounts>> counting
            = session.values(feed, QStringLiteral("nps"), {}, 20, {});
        const Result<lake::ValueCounts> values = co_await counting;
        std::vector<qint64> keys;
        if (found)
            keys.assign((*found)->keys.begin(),
                        (*found)->keys.begin() + std::min<qsizetype>(50, qsizetype((*found)->keys.size())));
        const QStringList columns{QStringLiteral("number_customergauge"), QStringLiteral("nps")};
        const QFuture<Result<std::vector<lake::OwnedRow>>> reading = session.rows(feed, keys, columns);
        const Result<std::vector<lake::OwnedRow>> rows = co_await reading;
        for (const Error *error : {found ? nullptr : &found.error(), values ? nullptr : &values.error(),
                                   rows ? nullptr : &rows.error()}) {
            if (error) {
                say(QStringLiteral("error: ") + error->text + QLatin1Char(' ') + error->detail);
                end(4);
                co_return;
            }
        }
        if (isFirst)
            say(QStringLiteral("ready"));
        if (!isUndisturbed(session.location().text()))
            co_return;
        co_await clock.sleep(std::chrono::milliseconds(20), {});
    }
}

void send(engine::Engine &engine, const service::Connection &connection, const upload::UploadPlan &plan)
{
    auto *job = engine.fileUploads().send(connection, plan);
    QObject::connect(job, &Job::finished, &engine, [job] {
        const lake::UploadCounts counts = job->counts();
        say(QStringLiteral("uploaded %1 %2 %3 %4")
                .arg(counts.accepted)
                .arg(counts.refused)
                .arg(counts.unknown)
                .arg(counts.notSent));
        if (job->error())
            say(QStringLiteral("error: ") + job->error()->text + QLatin1Char(' ') + job->error()->detail);
        end(job->error() ? 1 : 0);
    });
}

void sendRows(engine::Engine &engine, const service::Connection &connection, const QString &file,
              const QString &results)
{
    upload::UploadPlan plan;
    plan.file.path = file;
    plan.file.configuration = upload::builtInConfigurations().front();
    const auto preview = upload::previewCsv(file, plan.file.dialect, 0);
    if (!preview)
        qFatal("%s", qPrintable(preview.error().text));
    plan.file.mapping = upload::mappingByName(preview->columns);
    plan.perSecond = 200;
    plan.results = results;
    auto *history = engine.fileUploads().history(connection, 1, {});
    QObject::connect(history, &Job::finished, &engine, [&engine, connection, plan, history]() mutable {
        // One that was killed before that has begun nothing.
        if (history->error() || !history->result().empty())
            plan.begin = upload::UploadPlan::Begin::Resume;
        send(engine, connection, plan);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    engine::Options options;
    options.dataFolder = arguments.value(1);
    options.keychain = std::make_shared<vault::MemoryStore>();
    engine::Engine engine(options);
    const auto connection = service::ConnectionStore(options.dataFolder).find(QStringLiteral("S"));
    if (!connection)
        return 2;
    LakeSession session(engine.lakeOf(*connection), engine.catalog(), engine.sharedClock());
    QSocketNotifier leash(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&leash, &QSocketNotifier::activated, &application,
                     [lake = session.location().text()] { end(isUndisturbed(lake) ? 0 : 3); });
    const QCoro::Task<> reading = read(session);
    if (arguments.size() > 3)
        sendRows(engine, *connection, arguments.at(2), arguments.at(3));
    const int code = QCoreApplication::exec();
    std::_Exit(code); // the reader is in the midst of a question
}
