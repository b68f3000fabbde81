// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/lakereader.h"
#include "support/fakeclock.h"
#include "support/pagedservice.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "sync/syncjob.h"
#include "sync/verifyjob.h"

#include <QTemporaryDir>

using namespace gauge;
using sync::Remedy;
using sync::SyncJob;
using test::PagedService;

//! Whatever joins a system with the lake of another one is refused before it stores or marks anything.
class ForeignLakeTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anotherClientIdIsRefused_data();
    void anotherClientIdIsRefused();
    void adoptedItGoesOn();
    void anotherSystemHasNoRemedy();
    void aFailedFirstPageClaimsNothing();
    void aKeptPageIsRefused();
    void aComparisonIsRefused();

private:
    static lake::System system(const char *clientId, const char *host = "api.eu.example")
    {
        return {QStringLiteral("ACME"),
                QStringLiteral("c-1"),
                {QString::fromLatin1(host)},
                QString::fromLatin1(clientId)};
    }
    SyncJob::Context context(const lake::System &system) const;
    std::unique_ptr<SyncJob> run(const lake::System &system, lake::SyncKind kind, bool adopt = false);
    //! Responses in the lake that are not gone, and those that are.
    std::pair<qint64, qint64> records() const
    {
        const auto reader = lake::LakeReader::open(m_lake, m_catalog);
        query::Query gone;
        gone.presence = query::Presence::Gone;
        const QString feed = QStringLiteral("responses");
        return {(*reader)->count(feed, {}).value_or(-1), (*reader)->count(feed, gone).value_or(-1)};
    }
    qsizetype syncs() const
    {
        const auto reader = lake::LakeReader::open(m_lake, m_catalog);
        return qsizetype((*reader)->history(100, m_clock->now())->size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_lake;
    std::shared_ptr<PagedService> m_service;
    std::shared_ptr<test::FakeClock> m_clock;
    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
};

void ForeignLakeTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_lake = m_folder->filePath(QStringLiteral("lake.sqlite"));
    m_service = std::make_shared<PagedService>();
    m_clock = std::make_shared<test::FakeClock>();
    m_service->fill(QStringLiteral("responses"), 1, 25);
}

SyncJob::Context ForeignLakeTest::context(const lake::System &system) const
{
    service::Connection connection;
    connection.name = system.name;
    auto tokens = std::make_shared<service::TokenProvider>(
        connection, m_service, m_clock, []() -> QCoro::Task<Result<service::Credentials>> {
            co_return service::Credentials{QStringLiteral("id"), Secret("secret")};
        });
    auto client = std::make_shared<service::ServiceClient>(connection, m_service, tokens, m_clock,
                                                           net::RetryPolicy{}, [] { return 0.5; });
    SyncJob::Context context;
    context.client
        = [client](std::stop_token) -> QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> {
        co_return client;
    };
    context.system = system;
    context.lake = m_lake;
    context.catalog = m_catalog;
    context.clock = m_clock;
    return context;
}

std::unique_ptr<SyncJob> ForeignLakeTest::run(const lake::System &system, lake::SyncKind kind, bool adopt)
{
    sync::SyncPlan plan;
    plan.feeds = {*m_catalog.find(QStringLiteral("responses"))};
    plan.perPage = 10;
    plan.kind = kind;
    plan.adopt = adopt;
    if (kind == lake::SyncKind::Refresh) {
        plan.periodField = QStringLiteral("date_creation");
        plan.periodStart = QStringLiteral("2026-01-01");
        plan.periodEnd = QStringLiteral("2026-12-31");
    }
    auto job = std::make_unique<SyncJob>(QStringLiteral("Sync"), this, context(system), plan);
    job->start();
    if (!test::waitFor(*job))
        qFatal("the sync did not end");
    return job;
}

void ForeignLakeTest::anotherClientIdIsRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("incremental") << int(lake::SyncKind::Incremental);
    QTest::newRow("refresh") << int(lake::SyncKind::Refresh);
    QTest::newRow("reconcile") << int(lake::SyncKind::Reconcile);
}

void ForeignLakeTest::anotherClientIdIsRefused()
{
    QFETCH(const int, kind);
    QVERIFY(!run(system("one"), lake::SyncKind::Incremental)->error());
    const qsizetype syncsBefore = syncs();
    // Its credentials see a single record.
    m_service->feeds.clear();
    m_service->fill(QStringLiteral("responses"), 1000, 1);
    m_service->requests.clear();
    const auto job = run(system("two"), lake::SyncKind(kind));
    QVERIFY(job->error());
    QCOMPARE(job->error()->kind, ErrorKind::Storage);
    QCOMPARE(int(job->remedy()), int(Remedy::Adopt));
    QVERIFY(m_service->requests.isEmpty());
    QVERIFY(job->outcomes().empty());
    QCOMPARE(records(), (std::pair<qint64, qint64>(25, 0)));
    QCOMPARE(syncs(), syncsBefore);
}

void ForeignLakeTest::adoptedItGoesOn()
{
    QVERIFY(!run(system("one"), lake::SyncKind::Incremental)->error());
    m_service->fill(QStringLiteral("responses"), 26, 5);
    m_service->requests.clear();
    const auto adopted = run(system("two"), lake::SyncKind::Incremental, true);
    QVERIFY(!adopted->error());
    QCOMPARE(int(adopted->remedy()), int(Remedy::None));
    QCOMPARE(adopted->outcomes().front().counts.inserted, 5); // on from the checkpoint
    QVERIFY(!run(system("two"), lake::SyncKind::Incremental)->error());
    QCOMPARE(int(run(system("one"), lake::SyncKind::Incremental)->remedy()), int(Remedy::Adopt));
}

void ForeignLakeTest::anotherSystemHasNoRemedy()
{
    QVERIFY(!run(system("one"), lake::SyncKind::Incremental)->error());
    for (const bool adopt : {false, true}) {
        const auto job = run(system("two", "api.us.example"), lake::SyncKind::Reconcile, adopt);
        QVERIFY(job->error());
        QCOMPARE(int(job->remedy()), int(Remedy::None));
        QCOMPARE(records(), (std::pair<qint64, qint64>(25, 0)));
    }
}

void ForeignLakeTest::aFailedFirstPageClaimsNothing()
{
    m_service->hook = [](const QUrl &, const QUrlQuery &) -> std::optional<Result<net::HttpResponse>> {
        return net::HttpResponse{403, {}, "{}"};
    };
    QVERIFY(run(system("one"), lake::SyncKind::Incremental)->error());
    m_service->hook = {};
    QVERIFY(!run(system("two"), lake::SyncKind::Incremental)->error());
    QVERIFY(run(system("one"), lake::SyncKind::Incremental)->error());
}

void ForeignLakeTest::aKeptPageIsRefused()
{
    QVERIFY(!run(system("one"), lake::SyncKind::Incremental)->error());
    const catalog::Endpoint &feed = *m_catalog.find(QStringLiteral("responses"));
    catalog::Scope scope;
    scope.with = feed.with;
    const auto keep = [&](const lake::System &system) {
        return sync::storePage(m_lake, system, m_catalog, m_clock, feed, scope, catalog::Page());
    };
    QVERIFY(keep(system("one")));
    const auto refused = keep(system("two"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
}

void ForeignLakeTest::aComparisonIsRefused()
{
    QVERIFY(!run(system("one"), lake::SyncKind::Incremental)->error());
    sync::VerifyPlan plan;
    plan.feed = *m_catalog.find(QStringLiteral("responses"));
    m_service->requests.clear();
    sync::VerifyJob other(QStringLiteral("Verify"), this, context(system("two")), plan);
    other.start();
    QVERIFY(test::waitFor(other));
    QVERIFY(other.error());
    QCOMPARE(other.error()->kind, ErrorKind::Storage);
    QVERIFY(m_service->requests.isEmpty());
    sync::VerifyJob own(QStringLiteral("Verify"), this, context(system("one")), plan);
    own.start();
    QVERIFY(test::waitFor(own));
    QVERIFY(!own.error());
}

QTEST_GUILESS_MAIN(ForeignLakeTest)
#include "tst_foreignlake.moc"
