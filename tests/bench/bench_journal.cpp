// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal costs a run at full speed: bench_journal URL ROWS TURNS. Sends a file of activities to the
// sandbox at URL through an UploadJob, and the same records by the same client, four at a time, without a
// journal; turn about. Prints the quickest seconds of each.
#include "net/networktransport.h"
#include "service/serviceclient.h"
#include "upload/file/uploadjob.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace gauge;

namespace {

using Client = std::shared_ptr<service::ServiceClient>;

QCoro::Task<Result<service::Credentials>> credentials()
{
    co_return service::Credentials{QStringLiteral("sandbox"), Secret("sandbox-secret")};
}

Client makeClient(const QUrl &url, const std::shared_ptr<Clock> &clock)
{
    service::Connection connection;
    connection.name = QStringLiteral("bench");
    connection.region = service::Region::Custom;
    connection.authUrl = connection.apiUrl = connection.importsUrl = url;
    const auto transport = std::make_shared<net::NetworkTransport>(connection.hosts());
    const auto tokens = std::make_shared<service::TokenProvider>(connection, transport, clock,
                                                                 [] { return credentials(); });
    return std::make_shared<service::ServiceClient>(connection, transport, tokens, clock);
}

upload::FilePlan writeFile(const QString &path, int rows, int turn)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    file.write("Account Name,Reference,Source,Type\n");
    for (int i = 0; i < rows; ++i)
        file.write("ACME," + QByteArray::number(turn) + "-" + QByteArray::number(i) + ",Web,Call\n");
    file.close();
    upload::FilePlan plan;
    plan.path = path;
    plan.configuration = upload::builtInConfigurations().front();
    const auto preview = upload::previewCsv(path, plan.dialect, 0);
    plan.mapping = upload::mappingByName(preview->columns);
    return plan;
}

QCoro::Task<> sendRows(Client client, QString reference, std::vector<upload::FormRecord> &records,
                       size_t &next)
{
    while (next < records.size()) {
        const upload::FormRecord record = std::move(records[next++]);
        const upload::SendOutcome outcome = co_await upload::sendRecord(
            client, reference, record, upload::RecordForm::Parameters, {}, std::stop_token());
        if (outcome.state != upload::SendOutcome::State::Accepted)
            qFatal("a record was not accepted: %s", qPrintable(outcome.words()));
    }
}

QCoro::Task<> sendWithout(Client client, upload::FilePlan plan)
{
    // What a job does before it sends.
    const auto report = upload::checkFile(plan, {});
    const auto file = upload::MappedFile::open(plan);
    if (!report || !file)
        qFatal("the file cannot be read");
    std::vector<upload::FormRecord> records;
    upload::MappedRow row;
    for (auto found = (*file)->next(row); found && *found; found = (*file)->next(row))
        records.push_back(upload::withoutEmpty(std::move(row.record)));
    size_t next = 0;
    std::vector<QCoro::Task<>> lanes;
    for (int i = 0; i < 4; ++i)
        lanes.push_back(sendRows(client, plan.configuration.reference, records, next));
    for (QCoro::Task<> &lane : lanes)
        co_await lane;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QUrl url(arguments.value(1));
    const int rows = arguments.value(2, QStringLiteral("5000")).toInt();
    const int turns = arguments.value(3, QStringLiteral("3")).toInt();
    const QTemporaryDir folder;
    const auto clock = std::make_shared<SystemClock>();
    const Client client = makeClient(url, clock);
    double with = 1e9;
    double without = 1e9;
    for (int turn = 0; turn < turns; ++turn) {
        upload::UploadPlan plan;
        plan.file = writeFile(folder.filePath(QStringLiteral("rows.csv")), rows, turn);
        plan.perSecond = 0;
        QElapsedTimer timer;
        timer.start();
        QCoro::waitFor(sendWithout(client, plan.file));
        without = std::min(without, static_cast<double>(timer.nsecsElapsed()) / 1e9);

        upload::UploadJob::Context context;
        context.client = [client](std::stop_token) -> QCoro::Task<Result<Client>> { co_return client; };
        context.queue
            = {QStringLiteral("bench"), lake::Location(folder.filePath(QStringLiteral("lake.sqlite"))),
               catalog::Catalog::builtIn(), clock};
        upload::UploadJob job(QStringLiteral("bench"), &application, context, plan);
        QObject::connect(&job, &Job::finished, &application, &QCoreApplication::quit);
        timer.restart();
        job.start();
        QCoreApplication::exec();
        with = std::min(with, static_cast<double>(timer.nsecsElapsed()) / 1e9);
        if (job.counts().accepted != rows)
            qFatal("not all rows were accepted: %s", qPrintable(job.summary()));
    }
    std::printf("%.3f\t%.3f\n", with, without);
    return 0;
}
