// SPDX-License-Identifier: GPL-3.0-or-later
// The other process of the uploads' tests: uploadcompanion URL LAKE FILE RESULTS MOMENT NUMBER TYPE uploads
// FILE, whose records are of that type, and kills itself at the given moment of its request of that number;
// 0: it does not. Prints the counts.
#include "net/networktransport.h"
#include "upload/file/uploadjob.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QRandomGenerator>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace gauge;

namespace {

void killMyself()
{
    std::raise(SIGKILL);
}

//! Kills this process somewhere around a request.
class KillingTransport final : public net::HttpTransport
{
public:
    KillingTransport(const QString &host, QString moment, int number)
        : m_inner({host})
        , m_moment(std::move(moment))
        , m_number(number)
    {}

    QCoro::Task<Result<net::HttpResponse>> send(net::HttpRequest request, std::stop_token stop) override
    {
        const bool isIt = request.method == "PUT" && ++m_requests == m_number;
        if (isIt && m_moment == QLatin1String("before"))
            killMyself();
        // The sandbox takes 4 ms; it dies within those.
        if (isIt && m_moment == QLatin1String("sent"))
            QTimer::singleShot(QRandomGenerator::global()->bounded(5), [] { killMyself(); });
        const Result<net::HttpResponse> response = co_await m_inner.send(request, stop);
        if (isIt && m_moment == QLatin1String("answered"))
            killMyself();
        // The journal is being written in another thread, or is about to be.
        if (isIt && m_moment == QLatin1String("told"))
            QTimer::singleShot(QRandomGenerator::global()->bounded(8), [] { killMyself(); });
        co_return response;
    }

private:
    net::NetworkTransport m_inner;
    const QString m_moment;
    const int m_number;
    int m_requests = 0;
};

//! One that is killed marks few rows ahead, as at any usual rate.
upload::UploadPlan planOf(const lake::Location &lake, const QString &file, const QString &results,
                          bool isKilled, const QString &recordType)
{
    upload::UploadPlan plan;
    plan.file.path = file;
    plan.file.configuration = upload::builtInConfigurations().front();
    plan.file.configuration.recordType = recordType;
    const auto preview = upload::previewCsv(file, plan.file.dialect, 0);
    if (!preview)
        qFatal("%s", qPrintable(preview.error().text));
    plan.file.mapping = upload::mappingByName(preview->columns);
    const auto history = lake::UploadHistory::open(lake);
    const auto uploads = history->uploads(1, {}, QDateTime::currentDateTimeUtc());
    if (!uploads)
        qFatal("%s", qPrintable(uploads.error().text));
    if (!uploads->empty()) // one that was killed before that has none
        plan.begin = upload::UploadPlan::Begin::Resume;
    plan.perSecond = isKilled ? 100 : 0;
    plan.results = results;
    return plan;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 8)
        return 2;
    service::Connection connection;
    connection.name = QStringLiteral("S");
    connection.region = service::Region::Custom;
    connection.authUrl = connection.apiUrl = connection.importsUrl = arguments[1];
    const auto clock = std::make_shared<SystemClock>();
    const auto transport = std::make_shared<KillingTransport>(net::hostAndPort(QUrl(arguments[1])),
                                                              arguments[5], arguments[6].toInt());
    const auto tokens = std::make_shared<service::TokenProvider>(
        connection, transport, clock, []() -> QCoro::Task<Result<service::Credentials>> {
            co_return service::Credentials{QStringLiteral("sandbox"), Secret("sandbox-secret")};
        });
    const auto client = std::make_shared<service::ServiceClient>(connection, transport, tokens, clock);
    upload::UploadJob::Context context;
    context.client
        = [client](std::stop_token) -> QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> {
        auto shared = client;
        co_return shared;
    };
    context.queue
        = {connection.name, *lake::Location::parse(arguments[2], {}), catalog::Catalog::builtIn(), clock};
    upload::UploadJob job({}, &application, context,
                          planOf(context.queue.lake, arguments[3], arguments[4],
                                 arguments[6] != QLatin1String("0"), arguments[7]));
    QObject::connect(&job, &Job::finished, &application, [&job] {
        const lake::UploadCounts &counts = job.counts();
        std::printf("%lld %lld %lld %lld %s\n", counts.accepted, counts.refused, counts.unknown,
                    counts.notSent, job.error() ? qPrintable(job.error()->text) : "");
        QCoreApplication::exit(job.error() ? 1 : 0);
    });
    job.start();
    return QCoreApplication::exec();
}
