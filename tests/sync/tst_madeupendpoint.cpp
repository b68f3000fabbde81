// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/lakereader.h"
#include "support/fakeclock.h"
#include "support/pagedservice.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "sync/syncjob.h"
#include "transfer/exportjob.h"

#include <QTemporaryDir>

namespace gauge::catalog {
std::vector<Endpoint> madeUpEndpoints(); // generated from endpoints/
}

using namespace gauge;

//! The promise of the catalog: a feed that is described in one file can be synced, kept, queried and
//! exported, with no other line of code.
class MadeUpEndpointTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void goesFromTheWireToACsv();
};

void MadeUpEndpointTest::goesFromTheWireToACsv()
{
    const QTemporaryDir folder;
    const QString lakePath = folder.filePath(QStringLiteral("lake.sqlite"));
    const catalog::Catalog catalog(catalog::madeUpEndpoints());
    QCOMPARE(catalog.ids(), QStringList{QStringLiteral("weather-reports")});

    auto wire = std::make_shared<test::PagedService>();
    const QList<QByteArray> served{
        R"({"station":{"code":"NL-1"},"degrees":17.5,"rating":9,"clouds":["cirrus","cumulus"],"wind":{"from":"W"}})",
        R"({"station":{"code":"DE-7"},"degrees":-3,"rating":null,"instruments":[{"kind":"Rain gauge","serial":"007"}]})"};
    wire->feeds[QStringLiteral("weather-reports")] = served;
    auto clock = std::make_shared<test::FakeClock>();
    service::Connection connection;
    connection.name = QStringLiteral("Weather");
    auto tokens = std::make_shared<service::TokenProvider>(
        connection, wire, clock, []() -> QCoro::Task<Result<service::Credentials>> {
            co_return service::Credentials{QStringLiteral("id"), Secret("secret")};
        });
    auto client = std::make_shared<service::ServiceClient>(connection, wire, tokens, clock);
    sync::SyncJob::Context context;
    context.client
        = [client](std::stop_token) -> QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> {
        co_return client;
    };
    context.lake = lakePath;
    context.catalog = catalog;
    context.clock = clock;
    sync::SyncPlan syncPlan;
    syncPlan.feeds = catalog.endpoints();
    sync::SyncJob sync(QStringLiteral("Sync"), this, std::move(context), syncPlan);
    sync.start();
    QVERIFY(test::waitFor(sync));
    QVERIFY2(!sync.error(), sync.error() ? qPrintable(sync.error()->detail) : "");
    QVERIFY(wire->requests.front().startsWith(QLatin1String("/v9/weather-reports?")));
    QVERIFY(wire->requests.front().contains(QLatin1String("with[]=clouds")));

    const auto exported = [&](const transfer::ExportFormat *format, const query::Query &query) {
        transfer::ExportPlan plan;
        plan.endpoint = catalog.endpoints().front();
        plan.query = query;
        plan.format = format;
        plan.output = folder.filePath(QStringLiteral("out"));
        transfer::ExportJob job(QStringLiteral("Export"), this, lakePath, catalog, plan);
        job.start();
        if (!test::waitFor(job) || job.error())
            return job.error() ? job.error()->text.toUtf8() : QByteArray("did not end");
        QFile file(plan.output);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    };
    query::Query byDegrees;
    byDegrees.sort = {{QStringLiteral("degrees"), false}};
    QCOMPARE(exported(transfer::formatFromName(QStringLiteral("csv")), byDegrees),
             QByteArray("station,degrees,rating,clouds,other.wind,instrument.Rain gauge\r\n"
                        "DE-7,-3,,,,007\r\n"
                        "NL-1,17.5,9,cirrus; cumulus,\"{\"\"from\"\":\"\"W\"\"}\",\r\n"));
    query::Query warm;
    warm.where = {{QStringLiteral("degrees"), query::Operator::Greater, {QStringLiteral("0")}}};
    warm.columns = {QStringLiteral("station")};
    QCOMPARE(exported(transfer::formatFromName(QStringLiteral("csv")), warm),
             QByteArray("station\r\nNL-1\r\n"));
    QCOMPARE(exported(transfer::formatFromName(QStringLiteral("jsonl")), {}),
             served[0] + "\n" + served[1] + "\n");
}

QTEST_GUILESS_MAIN(MadeUpEndpointTest)
#include "tst_madeupendpoint.moc"
