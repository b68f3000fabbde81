// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/connection.h"
#include "support/testcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QTemporaryDir>

#include <thread>

using namespace gauge;
using namespace gauge::service;
using namespace gauge::test;

class TestConnectionStore : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreChecked();
    void anOddNameOfAnEarlierVersionStays();
    void init();
    void startsEmpty();
    void savesAndFinds();
    void filesAreTheOwnersAlone();
    void refusesDuplicateNames();
    void replacesById();
    void removes();
    void keepsUnknownKeys();
    void keepsTheSchedule();
    void keepsTheDaysThatAreReadAgain();
    void corruptFileIsNeverOverwritten_data();
    void corruptFileIsNeverOverwritten();
    void leavesNoHalfFile();
    void waitsForTheLock();
    void aLockOfAKilledProcessGoes();
    void twoAtOnceLoseNothing();
    void theSampleIsAddedOnce();
    void objections_data();
    void objections();
    void regions();
    void customHosts();
    void holdsNoSecret();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("data/connections.json")); }
    [[nodiscard]] ConnectionStore store() const
    {
        return ConnectionStore(m_folder->filePath(QStringLiteral("data")));
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile in(file());
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    static Connection named(const QString &name)
    {
        Connection connection;
        connection.name = name;
        connection.clientId = QStringLiteral("id-1");
        return connection;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestConnectionStore::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestConnectionStore::startsEmpty()
{
    const auto known = store().load();
    QVERIFY(known.has_value());
    QVERIFY(known->empty());
    QVERIFY(!QFile::exists(file()));
    QCOMPARE(store().find(QStringLiteral("x")).error().kind, ErrorKind::NotFound);
}

void TestConnectionStore::savesAndFinds()
{
    Connection connection = named(QStringLiteral("  ACME production "));
    connection.region = Region::Custom;
    connection.authUrl = QUrl(QStringLiteral("https://auth.example/a"));
    connection.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:81"));
    connection.importsUrl = QUrl(QStringLiteral("http://[::1]:82/x"));
    connection.secretPlace = SecretPlace::Environment;
    const auto saved = store().save(connection);
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().text));
    QCOMPARE(saved->id.size(), 36);
    QCOMPARE(saved->name, QStringLiteral("ACME production"));
    QCOMPARE(store().find(QStringLiteral("acme PRODUCTION")).value(), *saved);
    QCOMPARE(store().byId(saved->id).value(), *saved);
    QCOMPARE(store().find(saved->id).error().kind, ErrorKind::NotFound);
    QCOMPARE(store().byId(saved->name).error().kind, ErrorKind::NotFound);
    QCOMPARE(store().load().value(), std::vector<Connection>{*saved});
    QVERIFY(
        store().lakePath(*saved).endsWith(QStringLiteral("/lakes/") + saved->id + QStringLiteral(".sqlite")));
    const auto missing = store().find(QStringLiteral("nope"));
    QVERIFY2(missing.error().text.contains(QStringLiteral("ACME production")),
             qPrintable(missing.error().text));
}

void TestConnectionStore::filesAreTheOwnersAlone()
{
    QVERIFY(store().save(named(QStringLiteral("A"))).has_value());
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(file()).path()) & others));
    QFile::setPermissions(file(), QFile::permissions(file()) | QFile::ReadOther);
    QVERIFY(store().save(named(QStringLiteral("B"))).has_value());
    QVERIFY(!(QFile::permissions(file()) & others));
}

void TestConnectionStore::refusesDuplicateNames()
{
    QVERIFY(store().save(named(QStringLiteral("Größe"))).has_value());
    const auto again = store().save(named(QStringLiteral(" GRÖSSE")));
    QVERIFY(again.has_value()); // ß and SS are two names
    const auto same = store().save(named(QStringLiteral("GRÖßE")));
    QVERIFY(!same);
    QCOMPARE(same.error().kind, ErrorKind::Input);
    QCOMPARE(store().load()->size(), 2u);
}

void TestConnectionStore::replacesById()
{
    Connection first = store().save(named(QStringLiteral("A"))).value();
    const Connection second = store().save(named(QStringLiteral("B"))).value();
    first.name = QStringLiteral("a"); // its own name in another case
    first.region = Region::Au;
    QCOMPARE(store().save(first).value(), first);
    QCOMPARE(store().load().value(), (std::vector<Connection>{first, second}));
    first.name = QStringLiteral("b");
    QCOMPARE(store().save(first).error().kind, ErrorKind::Input);
}

void TestConnectionStore::removes()
{
    const Connection first = store().save(named(QStringLiteral("A"))).value();
    const Connection second = store().save(named(QStringLiteral("B"))).value();
    QVERIFY(store().remove(first.id).has_value());
    QCOMPARE(store().load().value(), std::vector<Connection>{second});
    QCOMPARE(store().remove(first.id).error().kind, ErrorKind::NotFound);
}

void TestConnectionStore::keepsTheSchedule()
{
    const QTemporaryDir folder;
    ConnectionStore store(folder.path());
    Connection connection;
    connection.name = QStringLiteral("ACME");
    QCOMPARE(store.save(connection)->syncMinutes, 60);
    connection = store.load()->front();
    for (const int minutes : {0, 15, 60, 1440}) {
        connection.syncMinutes = minutes;
        QVERIFY(store.save(connection));
        QCOMPARE(store.load()->front().syncMinutes, minutes);
    }
    // A file that was edited by hand.
    connection.syncMinutes = 15;
    QVERIFY(store.save(connection));
    QFile file(folder.filePath(QStringLiteral("connections.json")));
    for (const auto &[written, read] : std::initializer_list<std::pair<const char *, int>>{
             {"-5", 0}, {"999999999", 60 * 24 * 28}, {"\"often\"", 60}, {"null", 60}}) {
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray content = file.readAll();
        file.close();
        const auto at = content.indexOf("\"sync_minutes\"");
        QVERIFY(at > 0);
        const auto end = content.indexOf('\n', at);
        const bool comma = content.at(end - 1) == ',';
        QByteArray line("\"sync_minutes\": ");
        line.append(written).append(comma ? "," : "");
        content.replace(at, end - at, line);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(store.load()->front().syncMinutes, read);
    }
}

void TestConnectionStore::keepsTheDaysThatAreReadAgain()
{
    QVERIFY(store().save(named(QStringLiteral("A"))));
    QVERIFY(!content().contains("recheck_days"));
    Connection connection = store().load()->front();
    QCOMPARE(connection.recheckDays, std::nullopt);
    for (const int days : {0, 14, mostRecheckDays}) {
        connection.recheckDays = days;
        QVERIFY(store().save(connection));
        QCOMPARE(store().load()->front().recheckDays, std::optional(days));
    }
    QByteArray edited = content();
    write(edited.replace("\"recheck_days\": 3650", "\"recheck_days\": 99999"));
    QCOMPARE(store().load()->front().recheckDays, std::optional(mostRecheckDays));
    write(edited.replace("\"recheck_days\": 99999", "\"recheck_days\": \"many\""));
    QCOMPARE(store().load()->front().recheckDays, std::nullopt);
    connection.recheckDays = std::nullopt;
    QVERIFY(store().save(connection));
    QVERIFY(!content().contains("recheck_days"));
}

void TestConnectionStore::keepsUnknownKeys()
{
    write(
        R"({"version":1,"theme":"dark","connections":[{"id":"1","name":"A","region":"eu","secret_place":"keychain",
              "client_id":"c","schedule":{"minutes":60}}]})");
    Connection connection = store().find(QStringLiteral("A")).value();
    connection.name = QStringLiteral("B");
    QVERIFY(store().save(connection).has_value());
    const QJsonObject root = QJsonDocument::fromJson(content()).object();
    QCOMPARE(root.value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
    const QJsonObject item = root.value(QStringLiteral("connections")).toArray().at(0).toObject();
    QCOMPARE(item.value(QStringLiteral("name")).toString(), QStringLiteral("B"));
    QCOMPARE(item.value(QStringLiteral("schedule")).toObject().value(QStringLiteral("minutes")).toInt(), 60);
}

void TestConnectionStore::corruptFileIsNeverOverwritten_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("not json") << QByteArray("hello");
    QTest::newRow("truncated") << QByteArray(R"({"version":1,"connections":[{"id":)");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("connections is no list") << QByteArray(R"({"connections":{}})");
    QTest::newRow("newer") << QByteArray(R"({"version":2,"connections":[]})");
    QTest::newRow("no id") << QByteArray(
        R"({"connections":[{"name":"A","region":"eu","secret_place":"keychain"}]})");
    QTest::newRow("id leaves the folder") << QByteArray(
        R"({"connections":[{"id":"../../x","name":"A","region":"eu","secret_place":"keychain"}]})");
    QTest::newRow("unknown region") << QByteArray(
        R"({"connections":[{"id":"1","name":"A","region":"mars","secret_place":"keychain"}]})");
    QTest::newRow("unknown place") << QByteArray(
        R"({"connections":[{"id":"1","name":"A","region":"eu","secret_place":"cloud"}]})");
    QTest::newRow("plain http") << QByteArray(
        R"({"connections":[{"id":"1","name":"A","region":"custom","secret_place":"keychain",
        "auth_url":"http://evil.example","api_url":"https://a.example","imports_url":"https://a.example"}]})");
    QTest::newRow("item is no object") << QByteArray(R"({"connections":[7]})");
}

void TestConnectionStore::corruptFileIsNeverOverwritten()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    const auto loaded = store().load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Storage);
    QVERIFY2(loaded.error().text.contains(QStringLiteral("left as it is")), qPrintable(loaded.error().text));
    QCOMPARE(store().save(named(QStringLiteral("B"))).error().kind, ErrorKind::Storage);
    QCOMPARE(store().remove(QStringLiteral("1")).error().kind, ErrorKind::Storage);
    QCOMPARE(content(), bytes);
}

void TestConnectionStore::leavesNoHalfFile()
{
    QVERIFY(store().save(named(QStringLiteral("A"))).has_value());
    QVERIFY(store().save(named(QStringLiteral("B"))).has_value());
    QCOMPARE(QDir(QFileInfo(file()).path()).entryList(QDir::Files),
             QStringList{QStringLiteral("connections.json")});
}

void TestConnectionStore::waitsForTheLock()
{
    QVERIFY(store().save(named(QStringLiteral("A"))).has_value());
    QLockFile lock(file() + QStringLiteral(".lock"));
    QVERIFY(lock.tryLock(0));
    const QByteArray before = content();
    std::optional<Result<Connection>> outcome;
    std::thread other([&] { outcome = store().save(named(QStringLiteral("B"))); });
    QTest::qWait(50);
    QCOMPARE(content(), before);
    lock.unlock();
    other.join();
    QVERIFY(outcome->has_value());
    QCOMPARE(store().load()->size(), 2u);
}

// Killed between making the lock and writing its number into it: nothing tells who held it.
void TestConnectionStore::aLockOfAKilledProcessGoes()
{
    QVERIFY(store().save(named(QStringLiteral("A"))).has_value());
    QFile lock(file() + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-5), QFileDevice::FileModificationTime));
    lock.close();
    QVERIFY(store().save(named(QStringLiteral("B"))).has_value());
    QCOMPARE(store().load()->size(), 2u);
}

void TestConnectionStore::twoAtOnceLoseNothing()
{
    const auto many = [&](const QString &prefix) {
        for (int i = 0; i < 10; ++i) {
            if (!store().save(named(prefix + QString::number(i))))
                return;
        }
    };
    std::thread first(many, QStringLiteral("a"));
    std::thread second(many, QStringLiteral("b"));
    first.join();
    second.join();
    QCOMPARE(store().load()->size(), 20u);
}

void TestConnectionStore::theSampleIsAddedOnce()
{
    Connection sample = named(QStringLiteral("Sample data"));
    sample.region = Region::Custom;
    sample.secretPlace = SecretPlace::Sample;
    std::optional<Result<Connection>> first;
    std::optional<Result<Connection>> second;
    std::thread one([&] { first = store().addSample(sample); });
    std::thread two([&] { second = store().addSample(sample); });
    one.join();
    two.join();
    QVERIFY(first->has_value() && second->has_value());
    QCOMPARE((*first)->id, (*second)->id);
    QCOMPARE(store().load()->size(), 1u);
    // A connection of a person keeps its name.
    QVERIFY(store().remove((*first)->id));
    QVERIFY(store().save(named(QStringLiteral("Sample data"))).has_value());
    QCOMPARE(store().addSample(sample).error().kind, ErrorKind::Input);
}

void TestConnectionStore::objections_data()
{
    QTest::addColumn<QString>("auth");
    QTest::addColumn<QString>("words"); // empty: none
    QTest::newRow("fine") << QStringLiteral("https://a.example") << QString();
    QTest::newRow("path") << QStringLiteral("https://a.example/x/") << QString();
    QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080") << QString();
    QTest::newRow("missing") << QString() << QStringLiteral("three addresses");
    QTest::newRow("plain http") << QStringLiteral("http://a.example") << QStringLiteral("https");
    QTest::newRow("user") << QStringLiteral("https://u:p@a.example") << QStringLiteral("user name");
    QTest::newRow("query") << QStringLiteral("https://a.example/?a=1") << QStringLiteral("?");
    QTest::newRow("fragment") << QStringLiteral("https://a.example/#x") << QStringLiteral("#");
    QTest::newRow("no scheme") << QStringLiteral("a.example") << QStringLiteral("not an address");
    QTest::newRow("another scheme") << QStringLiteral("ftp://a.example") << QStringLiteral("https");
}

void TestConnectionStore::objections()
{
    QFETCH(QString, auth);
    QFETCH(QString, words);
    Connection connection = named(QStringLiteral("A"));
    connection.region = Region::Custom;
    connection.authUrl = QUrl(auth);
    connection.apiUrl = connection.importsUrl = QUrl(QStringLiteral("https://b.example"));
    const auto reason = validationError(connection);
    QCOMPARE(reason.has_value(), !words.isEmpty());
    if (reason) {
        QVERIFY2(reason->contains(words), qPrintable(*reason));
        QVERIFY(!reason->contains(QStringLiteral("u:p")));
        QCOMPARE(store().save(connection).error().kind, ErrorKind::Input);
    }
    connection.name = QStringLiteral(" ");
    QVERIFY(validationError(connection));
}

void TestConnectionStore::regions()
{
    Connection connection = named(QStringLiteral("A"));
    connection.region = Region::Us;
    connection.authUrl = QUrl(QStringLiteral("https://ignored.example"));
    QCOMPARE(connection.baseUrl(catalog::Host::Auth),
             QUrl(QStringLiteral("https://auth.us.customergauge.com")));
    QCOMPARE(connection.baseUrl(catalog::Host::Api),
             QUrl(QStringLiteral("https://api.us.customergauge.com")));
    QCOMPARE(connection.baseUrl(catalog::Host::Imports),
             QUrl(QStringLiteral("https://imports.api.us.customergauge.com")));
    QCOMPARE(
        connection.hosts(),
        (QStringList{QStringLiteral("auth.us.customergauge.com"), QStringLiteral("api.us.customergauge.com"),
                     QStringLiteral("imports.api.us.customergauge.com")}));
    for (const Region region : {Region::Eu, Region::Us, Region::Au, Region::Custom})
        QCOMPARE(regionFromName(regionName(region)), std::optional(region));
    QCOMPARE(regionFromName(QStringLiteral("EU")), std::optional(Region::Eu));
    QVERIFY(!regionFromName(QStringLiteral("asia")));
}

void TestConnectionStore::customHosts()
{
    Connection connection = named(QStringLiteral("A"));
    connection.region = Region::Custom;
    connection.secretPlace = SecretPlace::Sample;
    QVERIFY(!validationError(connection)); // the sandbox names its port when it starts
    QVERIFY(connection.hosts().isEmpty());
    connection.authUrl = connection.apiUrl = connection.importsUrl
        = QUrl(QStringLiteral("http://127.0.0.1:4711"));
    QCOMPARE(connection.hosts(), QStringList{QStringLiteral("127.0.0.1:4711")});
}

void TestConnectionStore::holdsNoSecret()
{
    QVERIFY(store().save(named(QStringLiteral("A"))).has_value());
    const QJsonObject item = QJsonDocument::fromJson(content())
                                 .object()
                                 .value(QStringLiteral("connections"))
                                 .toArray()
                                 .at(0)
                                 .toObject();
    QCOMPARE(item.keys(),
             (QStringList{QStringLiteral("client_id"), QStringLiteral("id"), QStringLiteral("name"),
                          QStringLiteral("region"), QStringLiteral("secret_place")}));
}

void TestConnectionStore::namesAreChecked()
{
    Connection connection = named(QStringLiteral("ACME"));
    const auto first = store().save(connection);
    QVERIFY(first);
    connection.name = QStringLiteral("  Other\u00A0one ");
    const auto second = store().save(connection);
    QVERIFY(second);
    QCOMPARE(second->name, QStringLiteral("Other one"));
    for (const QString &name : {first->id, first->id.toUpper(), QStringLiteral("AC\nME"),
                                QStringLiteral("AC\u200BME"), QString(5000, u'x')}) {
        Connection renamed = *second;
        renamed.name = name;
        const auto refused = store().save(renamed);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Input);
        QVERIFY(!store().check(renamed));
    }
    QCOMPARE(store().load()->size(), std::size_t(2));
    QVERIFY(store().check(*second));
}

void TestConnectionStore::anOddNameOfAnEarlierVersionStays()
{
    write(R"({"version":1,"connections":[{"id":"a","name":"AC\nME","region":"eu",
        "secret_place":"environment"}]})");
    const auto known = store().load();
    QVERIFY(known);
    Connection connection = known->front();
    connection.clientId = QStringLiteral("changed");
    QVERIFY(store().save(connection));
    connection.name = QStringLiteral("AC\tME"); // but not another odd one
    QVERIFY(!store().save(connection));
}

QTEST_GUILESS_MAIN(TestConnectionStore)
#include "tst_connectionstore.moc"
