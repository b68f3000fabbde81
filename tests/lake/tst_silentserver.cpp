// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "lake/maintenance/maintenance.h"
#include "lake/open/open.h"
#include "lake/postgres/encryption.h"
#include "lake/read/uploadhistory.h"
#include "lake/sql/connection.h"
#include "lakefixture.h"
#include "support/databaseproxy.h"
#include "support/fakedatabase.h"
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
    void theProtectionOfAnAddress_data();
    void theProtectionOfAnAddress();
    void nothingIsSentWithoutTls_data();
    void nothingIsSentWithoutTls();
    void aServerWithTlsIsTaken();
    void anAnswerWithoutEndIsLeft_data();
    void anAnswerWithoutEndIsLeft();

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
    const auto holder = lake::openWriting(lake.location());
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

void SilentServerTest::theProtectionOfAnAddress_data()
{
    using lake::Encryption;
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("environment"); // PGSSLMODE
    QTest::addColumn<QString>("encryption");
    QTest::addColumn<QByteArray>("sslMode");
    const auto row = [](const char *name, const char *address, const char *environment, Encryption encryption,
                        const char *mode) {
        QTest::newRow(name) << QString::fromLatin1(address) << QByteArray(environment)
                            << lake::encryptionName(encryption) << QByteArray(mode);
    };
    row("a socket", "postgresql:///gauge", "", Encryption::ThisComputer, "");
    row("a path", "postgresql:///gauge?host=/run/postgresql", "", Encryption::ThisComputer, "");
    row("loopback", "postgresql://127.0.0.1:5433/gauge", "", Encryption::ThisComputer, "");
    row("loopback by name", "postgresql://localhost/gauge", "disable", Encryption::ThisComputer, "");
    row("loopback of IPv6", "postgresql://[::1]/gauge?sslmode=disable", "", Encryption::ThisComputer,
        "disable");
    row("elsewhere", "postgresql://db.example/gauge", "", Encryption::Required, "require");
    row("an address", "postgresql://10.0.0.1/gauge", "", Encryption::Required, "require");
    row("a name like loopback", "postgresql://127.0.0.1.example/gauge", "", Encryption::Required, "require");
    row("one of two", "postgresql://localhost,db.example/gauge", "", Encryption::Required, "require");
    row("through this computer", "postgresql://db.example/gauge?hostaddr=127.0.0.1", "", Encryption::Required,
        "require");
    row("by another address", "postgresql://localhost/gauge?hostaddr=10.0.0.1", "", Encryption::Required,
        "require");
    row("a service", "postgresql:///gauge?service=team", "", Encryption::Required, "require");
    row("weak environment", "postgresql://db.example/gauge", "prefer", Encryption::Required, "require");
    row("strong environment", "postgresql://db.example/gauge", "verify-full", Encryption::Verified,
        "verify-full");
    row("recommended", "postgresql://db.example/gauge?sslmode=verify-full", "disable", Encryption::Verified,
        "verify-full");
    row("certificate", "postgresql://db.example/gauge?sslmode=verify-ca", "", Encryption::Required,
        "verify-ca");
    for (const char *mode : {"disable", "allow", "prefer"}) {
        QTest::newRow(mode) << QStringLiteral("postgresql://db.example/gauge?sslmode=") + QLatin1String(mode)
                            << QByteArray("require") << lake::encryptionName(Encryption::Open)
                            << QByteArray(mode);
    }
}

void SilentServerTest::theProtectionOfAnAddress()
{
    QFETCH(const QString, address);
    QFETCH(const QByteArray, environment);
    const auto reset = qScopeGuard([before = qgetenv("PGSSLMODE")] { qputenv("PGSSLMODE", before); });
    qputenv("PGSSLMODE", environment);
    const lake::Protection protection = lake::protectionOf(location(address));
    QTEST(lake::encryptionName(protection.encryption), "encryption");
    QTEST(protection.sslMode, "sslMode");
    const bool isFine = protection.encryption == lake::Encryption::ThisComputer
        || protection.encryption == lake::Encryption::Verified;
    QCOMPARE(lake::warningOf(protection.encryption).isEmpty(), isFine);
}

void SilentServerTest::nothingIsSentWithoutTls_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("user"); // whether it hears who comes
    QTest::addColumn<bool>("password"); // whether it hears the password
    const QString local = QStringLiteral("127.0.0.1");
    const QString remote = QStringLiteral("db.example");
    const QString way = QStringLiteral("hostaddr=127.0.0.1");
    QTest::newRow("by default") << remote << way << false << false;
    QTest::newRow("verified") << remote << way + "&sslmode=verify-full" << false << false;
    QTest::newRow("by choice") << remote << way + "&sslmode=disable" << true << false;
    QTest::newRow("perhaps") << remote << way + "&sslmode=prefer" << true << false;
    QTest::newRow("on this computer") << local << QString() << true << true;
}

void SilentServerTest::nothingIsSentWithoutTls()
{
    QFETCH(const QString, host);
    QFETCH(const QString, options);
    QFETCH(const bool, user);
    QFETCH(const bool, password);
    qputenv("PGPASSWORD", "CANARY-password");
    const auto reset = qScopeGuard([] { qunsetenv("PGPASSWORD"); });
    test::FakeDatabase server(test::FakeDatabase::Does::AsksForThePassword);
    const auto lake = location(QStringLiteral("postgresql://anna@%1:%2/gauge?%3")
                                   .arg(host, QString::number(server.port()), options));
    const Error error = errorOf(lake::LakeReader::open(lake, catalog::Catalog::builtIn()));
    QCOMPARE(kindName(error.kind), kindName(ErrorKind::Storage));
    QCOMPARE(server.heard().contains("anna"), user);
    QCOMPARE(server.heard().contains("CANARY-password"), password);
    QVERIFY(!password || redacted(QStringLiteral("echo CANARY-password")) == QLatin1String("echo [hidden]"));
    // What to do is said where TLS is what is missing.
    QCOMPARE(error.text.contains("sslmode="), !password);
}

void SilentServerTest::aServerWithTlsIsTaken()
{
    test::LakeFixture lake;
    fill(lake);
    const QString own = lake.place().section('@', 1).section('/', 0, 0);
    const QString certificate = QStringLiteral("&sslrootcert=") + qEnvironmentVariable("GAUGE_POSTGRES_CERT");
    const auto open = [&](const char *name, const QString &options) {
        const QString server = QString::fromLatin1(name) + u':' + own.section(':', 1);
        return lake::LakeReader::open(
            location(lake.place().replace(own, server) + QStringLiteral("&hostaddr=127.0.0.1") + options),
            lake.catalog);
    };
    const auto required = open("db.example", {});
    VERIFY_OK(required);
    QCOMPARE(*(*required)->count("responses", {}), 2);
    VERIFY_OK(open("db.example", QStringLiteral("&sslmode=verify-full") + certificate));
    // Another name than that of its certificate, and no authority that signed it.
    for (const auto &[name, options] :
         {std::pair("other.example", certificate), std::pair("db.example", QString("&sslrootcert=/none"))}) {
        const Error error = errorOf(open(name, QStringLiteral("&sslmode=verify-full") + options));
        QCOMPARE(kindName(error.kind), kindName(ErrorKind::Storage));
        QVERIFY2(error.text.contains("sslrootcert"), qPrintable(error.text));
    }
}

void SilentServerTest::anAnswerWithoutEndIsLeft_data()
{
    QTest::addColumn<int>("does");
    QTest::addColumn<qint64>("most");
    constexpr qint64 megabyte = 1024 * 1024;
    constexpr qint64 onTheWay = 16 * megabyte; // in the buffers of both ends
    QTest::newRow("rows") << int(test::FakeDatabase::Does::SendsRows) << 128 * megabyte + onTheWay;
    QTest::newRow("notices") << int(test::FakeDatabase::Does::SendsNotices) << megabyte + onTheWay;
}

void SilentServerTest::anAnswerWithoutEndIsLeft()
{
    QFETCH(const int, does);
    QFETCH(const qint64, most);
    test::FakeDatabase server{test::FakeDatabase::Does(does)};
    const auto lake = location(QStringLiteral("postgresql://anna@127.0.0.1:%1/gauge").arg(server.port()));
    const Error error = errorOf(lake::LakeReader::open(lake, catalog::Catalog::builtIn()));
    QCOMPARE(kindName(error.kind), kindName(ErrorKind::Storage));
    QCOMPARE(error.detail, QStringLiteral("answer too large"));
    QVERIFY2(server.sent() < most, QByteArray::number(server.sent()).constData());
}

QTEST_GUILESS_MAIN(SilentServerTest)
#include "tst_silentserver.moc"
