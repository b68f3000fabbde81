// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/connection.h"
#include "lake/upkeep.h"
#include "lake/uploadhistory.h"
#include "lakefixture.h"
#include "support/databaseproxy.h"
#include "support/testcase.h"

#include <QtConcurrentRun>

using namespace gauge;

//! Servers that accept a connection and never answer, from the beginning or from some moment on. No test here
//! ends by a time limit of the product: a stop ends what would wait for ever. Each waits for its background
//! work, so a stop that is not heeded shows as the time limit of the test.
class SilentServerTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void connectingEnds_data();
    void connectingEnds();
    void aServerThatIsSilentIsPassedOver();
    void aQuestionEnds_data();
    void aQuestionEnds();
    void aPageEnds();
    void aLateCancelHitsNothing();

private:
    //! The kernel takes connections for it, and nobody reads from them.
    static QString silentAddress(QTcpServer &server)
    {
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        return QStringLiteral("127.0.0.1:%1").arg(server.serverPort());
    }
    static lake::Location location(const QString &address)
    {
        return *lake::Location::parse(address, "silent");
    }
    //! The lake of \a lake, through \a proxy.
    static lake::Location location(const test::LakeFixture &lake, const test::DatabaseProxy &proxy)
    {
        return *lake::Location::parse(proxy.through(lake.place()), {});
    }
    template <typename T>
    static Error errorOf(const Result<T> &result)
    {
        return result ? Error{ErrorKind::Protocol, QStringLiteral("it succeeded"), {}} : result.error();
    }
    static void fill(test::LakeFixture &lake)
    {
        lake.store(*lake.writer(),
                   lake.page().record({{"number_customergauge", 1}}).record({{"number_customergauge", 2}}));
    }
};

using Work = std::function<Error(const lake::Location &, std::stop_token)>;
Q_DECLARE_METATYPE(Work)

void SilentServerTest::connectingEnds_data()
{
    static const catalog::Catalog feeds = catalog::Catalog::builtIn();
    QTest::addColumn<Work>("work");
    QTest::newRow("reader") << Work([](const lake::Location &lake, std::stop_token stop) {
        return errorOf(lake::LakeReader::open(lake, feeds, stop));
    });
    QTest::newRow("writer") << Work([](const lake::Location &lake, std::stop_token stop) {
        return errorOf(lake::LakeWriter::open(lake, feeds, std::make_shared<test::FakeClock>(), stop));
    });
    QTest::newRow("uploads") << Work([](const lake::Location &lake, std::stop_token stop) {
        return errorOf(lake::UploadHistory::open(lake, stop));
    });
    QTest::newRow("tables") << Work([](const lake::Location &lake, std::stop_token stop) {
        return errorOf(lake::describe(lake, feeds, stop));
    });
    QTest::newRow("check") << Work([](const lake::Location &lake, std::stop_token stop) {
        return errorOf(lake::check(lake, feeds, lake::Depth::Full, stop, [](qint64, qint64) {}));
    });
}

void SilentServerTest::connectingEnds()
{
    QFETCH(const Work, work);
    QTcpServer server;
    const auto lake
        = location("postgresql://anna@" + silentAddress(server) + "/gauge?connect_timeout=0&sslmode=disable");
    std::stop_source stop;
    const auto error = QtConcurrent::run([&] { return work(lake, stop.get_token()); });
    QVERIFY(server.waitForNewConnection(60'000));
    QTcpSocket *client = server.nextPendingConnection();
    QVERIFY(client->waitForReadyRead(60'000)); // it has said who it is, and waits
    stop.request_stop();
    QCOMPARE(kindName(error.result().kind), kindName(ErrorKind::Cancelled));
}

// The shortest time that libpq knows, two seconds, has to pass.
void SilentServerTest::aServerThatIsSilentIsPassedOver()
{
    test::LakeFixture lake;
    fill(lake);
    QTcpServer silent;
    QString address = lake.place();
    const QString own = address.section('@', 1).section('/', 0, 0);
    address.replace(own, silentAddress(silent) + ',' + own);
    const auto reader = lake::LakeReader::open(
        *lake::Location::parse(address + "&connect_timeout=2&sslmode=disable", {}), lake.catalog);
    VERIFY_OK(reader);
    QCOMPARE(*(*reader)->count("responses", {}), 2);
    QVERIFY(silent.hasPendingConnections() || silent.waitForNewConnection(0));
}

void SilentServerTest::aQuestionEnds_data()
{
    QTest::addColumn<bool>("closing");
    QTest::newRow("because the reader closes") << true;
    QTest::newRow("because it is not needed any more") << false;
}

void SilentServerTest::aQuestionEnds()
{
    QFETCH(const bool, closing);
    test::LakeFixture lake;
    fill(lake);
    test::DatabaseProxy proxy;
    std::stop_source stop;
    const auto reader = lake::LakeReader::open(location(lake, proxy), lake.catalog,
                                               closing ? stop.get_token() : std::stop_token());
    VERIFY_OK(reader);
    QCOMPARE(*(*reader)->count("responses", {}), 2);
    proxy.fallSilent();
    const auto counted = QtConcurrent::run([&] {
        return closing ? (*reader)->count("responses", {})
                       : (*reader)->count("responses", {}, stop.get_token());
    });
    QTRY_VERIFY_WITH_TIMEOUT(proxy.unheard() > 0, 60'000);
    stop.request_stop();
    QCOMPARE(kindName(errorOf(counted.result()).kind), kindName(ErrorKind::Cancelled));
    if (closing) // for good
        QCOMPARE(kindName(errorOf((*reader)->count("responses", {})).kind), kindName(ErrorKind::Cancelled));
}

void SilentServerTest::aPageEnds()
{
    test::LakeFixture lake;
    fill(lake);
    test::DatabaseProxy proxy;
    std::stop_source stop;
    // More than the sockets on the way hold.
    const std::string long1MB(1'000'000, 'x');
    test::PageBuilder page = lake.page();
    for (int i = 10; i < 40; ++i)
        page.record({{"number_customergauge", i}, {"comment_original", long1MB}});
    const auto stored = QtConcurrent::run([&]() -> Error {
        auto writer
            = lake::LakeWriter::open(location(lake, proxy), lake.catalog, lake.clock, stop.get_token());
        if (!writer)
            return writer.error();
        if (auto taken = (*writer)->acquireLease("responses"); !taken)
            return taken.error();
        proxy.fallSilent(1'000'000); // in the middle of its records
        return errorOf((*writer)->store(lake.feed("responses"), {}, page.page(), std::nullopt));
        // The lease stays, as after a crash: nobody can give it back.
    });
    QTRY_VERIFY_WITH_TIMEOUT(proxy.unheard() > 0, 60'000);
    stop.request_stop();
    QCOMPARE(kindName(stored.result().kind), kindName(ErrorKind::Cancelled));
    QCOMPARE(*lake.reader()->count("responses", {}), 2);
}

// A statement that is to be cancelled ends well before the request arrives, which hits the next one.
void SilentServerTest::aLateCancelHitsNothing()
{
    test::LakeFixture lake;
    fill(lake);
    test::DatabaseProxy proxy;
    const auto reader = lake::LakeReader::open(location(lake, proxy), lake.catalog);
    VERIFY_OK(reader);
    QCOMPARE(*(*reader)->count("responses", {}), 2);
    const auto holder = lake::Connection::openWriting(lake.location());
    VERIFY_OK(holder);
    const auto hold = [&] {
        auto held = lake::Transaction::begin(**holder, lake::Transaction::Kind::Write);
        if (!held || !(*holder)->run("LOCK TABLE responses IN ACCESS EXCLUSIVE MODE"))
            qFatal("no lock");
        return std::make_unique<lake::Transaction>(std::move(*held));
    };
    const auto waiters = [&] {
        return *(*holder)->number("SELECT count(*) FROM pg_locks WHERE NOT granted AND "
                                  "relation='responses'::regclass");
    };

    proxy.holdCancels();
    auto lock = hold();
    std::stop_source stop;
    const auto first = QtConcurrent::run([&] { return (*reader)->count("responses", {}, stop.get_token()); });
    QTRY_COMPARE_WITH_TIMEOUT(waiters(), 1, 60'000);
    stop.request_stop();
    QTRY_VERIFY_WITH_TIMEOUT(proxy.heldCancels() > 0, 60'000);
    lock.reset(); // it ends well, and its request is still on the way
    QVERIFY(first.result() || first.result().error().kind == ErrorKind::Cancelled);

    lock = hold();
    const auto second = QtConcurrent::run([&] { return (*reader)->count("responses", {}); });
    QTRY_COMPARE_WITH_TIMEOUT(waiters(), 1, 60'000);
    proxy.releaseCancels();
    // What the server does with the request it has done when it says so to somebody who comes later.
    QCOMPARE(*lake.reader()->count("non-responses", {}), 0);
    lock.reset();
    const auto counted = second.result();
    VERIFY_OK(counted);
    QCOMPARE(*counted, 2);
}

QTEST_GUILESS_MAIN(SilentServerTest)
#include "tst_silentserver.moc"
