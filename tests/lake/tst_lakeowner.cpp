// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/maintenance.h"
#include "lake/maintenance/relocation.h"
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lake/state/lakeowner.h"
#include "lake/state/schema.h"
#include "lake/write/uploadjournal.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using lake::Standing;
using lake::System;

//! A lake belongs to one system and one client ID.
class LakeOwnerTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstPageMakesTheOwner();
    void standings_data();
    void standings();
    void aForeignWriterChangesNothing();
    void adoptingReplacesTheClientId();
    void anotherSystemIsNeverAdopted();
    void anEarlierLayoutIsClaimedByTheNextSync();
    void whoWasOvertakenStores();
    void anUploadOfAnotherSystemIsRefused();
    void aMovedLakeIsWrittenByNobody();
    void theClientIdIsNotInTheLake();
    void aPlaceIsLookedAtAndRemoved();
    void checkFindsABrokenOwner();

private:
    static System acme(const char *clientId = "acme-client-id-4711")
    {
        return {QStringLiteral("ACME"),
                QStringLiteral("c-1"),
                {QStringLiteral("auth.eu.example"), QStringLiteral("api.eu.example")},
                QString::fromLatin1(clientId)};
    }
    static System globex()
    {
        return {QStringLiteral("Globex"),
                QStringLiteral("c-2"),
                {QStringLiteral("auth.us.example"), QStringLiteral("api.us.example")},
                QStringLiteral("globex")};
    }
    //! A lake with one record of \a system.
    static void fill(test::LakeFixture &lake, const System &system)
    {
        const auto writer = lake.writer();
        VERIFY_OK(writer->bind(system));
        VERIFY_OK(writer->beginSync(QStringLiteral("responses"), {}, lake::SyncKind::Incremental));
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
    }
    static std::optional<lake::Owner> ownerOf(test::LakeFixture &lake)
    {
        const auto owner = lake.reader()->owner();
        return owner ? *owner : std::nullopt;
    }
};

void LakeOwnerTest::theFirstPageMakesTheOwner()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    VERIFY_OK(writer->bind(acme()));
    VERIFY_OK(writer->beginSync(QStringLiteral("responses"), {}, lake::SyncKind::Incremental));
    QVERIFY(!ownerOf(lake)); // nothing was read yet
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
    const auto owner = ownerOf(lake);
    QVERIFY(owner);
    QCOMPARE(owner->name, QStringLiteral("ACME"));
    QCOMPARE(owner->hosts, acme().hosts);
    QCOMPARE(owner->connection, QStringLiteral("c-1"));
    QVERIFY(owner->hasClientId(acme().clientId));
    QVERIFY(!owner->hasClientId(QStringLiteral("another")));
    QCOMPARE(owner->text(), QStringLiteral("“ACME” (api.eu.example)"));

    // The connection's new name is taken over, a teammate's is not.
    System renamed = acme();
    renamed.name = QStringLiteral("ACME GmbH");
    VERIFY_OK(writer->bind(renamed));
    lake.store(*writer, lake.page().record({{"number_customergauge", 2}}));
    QCOMPARE(ownerOf(lake)->name, renamed.name);
    System teammate = acme();
    teammate.name = QStringLiteral("Our lake");
    teammate.connection = QStringLiteral("c-9");
    VERIFY_OK(writer->bind(teammate));
    lake.store(*writer, lake.page().record({{"number_customergauge", 3}}));
    QCOMPARE(ownerOf(lake)->name, renamed.name);
    QCOMPARE(ownerOf(lake)->salt, owner->salt);
}

void LakeOwnerTest::standings_data()
{
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<int>("expected");
    const auto row
        = [](const char *name, const char *connection, const char *host, const char *id, Standing expected) {
              QTest::newRow(name) << QString::fromLatin1(connection) << QString::fromLatin1(host)
                                  << QString::fromLatin1(id) << int(expected);
          };
    row("the same", "c-1", "api.eu.example", "acme-client-id-4711", Standing::Own);
    row("another connection to it", "c-2", "api.eu.example", "acme-client-id-4711", Standing::Own);
    row("another client ID", "c-1", "api.eu.example", "other", Standing::OtherClientId);
    row("a teammate's client ID", "c-2", "api.eu.example", "other", Standing::OtherClientId);
    row("an edited address", "c-1", "api.us.example", "acme-client-id-4711", Standing::OtherHosts);
    row("another connection's address", "c-2", "api.us.example", "acme-client-id-4711", Standing::Foreign);
    row("another system", "c-1", "api.us.example", "other", Standing::Foreign);
    row("a connection without id", "", "api.us.example", "acme-client-id-4711", Standing::Foreign);
}

void LakeOwnerTest::standings()
{
    QFETCH(const QString, connection);
    QFETCH(const QString, host);
    QFETCH(const QString, clientId);
    QFETCH(const int, expected);
    test::LakeFixture lake;
    fill(lake, acme());
    System asked = acme();
    asked.connection = connection;
    asked.hosts.last() = host;
    asked.clientId = clientId;
    const auto owner = ownerOf(lake);
    QCOMPARE(int(lake::standingOf(asked, owner)), expected);
    const auto refused = lake::validationError(asked, owner);
    QCOMPARE(refused.has_value(), expected != int(Standing::Own));
    if (refused) {
        QCOMPARE(refused->kind, ErrorKind::Storage);
        QVERIFY(refused->text.contains(QStringLiteral("“ACME”")));
        QVERIFY(refused->text.contains(host));
    }
}

void LakeOwnerTest::aForeignWriterChangesNothing()
{
    test::LakeFixture lake;
    fill(lake, acme());
    auto writer = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK(writer);
    VERIFY_FAILS((*writer)->bind(globex()), ErrorKind::Storage);
    // Whoever does not heed that is refused at every door.
    const QString feed = QStringLiteral("responses");
    VERIFY_FAILS((*writer)->acquireLease(feed), ErrorKind::Storage);
    VERIFY_FAILS((*writer)->beginSync(feed, {}, lake::SyncKind::Reconcile), ErrorKind::Storage);
    VERIFY_FAILS((*writer)->markGone(feed), ErrorKind::Storage);
    VERIFY_FAILS((*writer)->store(lake.feed("responses"), {},
                                  lake.page().record({{"number_customergauge", 1}}).page(), std::nullopt),
                 ErrorKind::Storage);
    QCOMPARE(*lake.reader()->count(feed, {}), 1);
    QCOMPARE(lake.reader()->history(10, lake.clock->now())->size(), size_t(1));
    QVERIFY(ownerOf(lake)->hasClientId(acme().clientId));
}

void LakeOwnerTest::adoptingReplacesTheClientId()
{
    test::LakeFixture lake;
    fill(lake, acme());
    const auto before = ownerOf(lake);
    const System replaced = acme("acme-client-id-4712");
    const auto writer = lake.writer();
    VERIFY_FAILS(writer->bind(replaced), ErrorKind::Storage);
    VERIFY_OK(writer->bind(replaced, true));
    QCOMPARE(ownerOf(lake), before); // not before the service has answered with a page
    lake.store(*writer, lake.page().record({{"number_customergauge", 2}}));
    QVERIFY(ownerOf(lake)->hasClientId(replaced.clientId));
    QVERIFY(ownerOf(lake)->salt != before->salt);
    VERIFY_FAILS(writer->bind(acme()), ErrorKind::Storage);

    // The same client under another address, of the same connection.
    System moved = replaced;
    moved.hosts.last() = QStringLiteral("gateway.example/acme");
    VERIFY_FAILS(writer->bind(moved), ErrorKind::Storage);
    VERIFY_OK(writer->bind(moved, true));
    lake.store(*writer, lake.page().record({{"number_customergauge", 3}}));
    QCOMPARE(ownerOf(lake)->hosts, moved.hosts);
}

void LakeOwnerTest::anotherSystemIsNeverAdopted()
{
    test::LakeFixture lake;
    fill(lake, acme());
    const auto writer = lake.writer();
    VERIFY_FAILS(writer->bind(globex(), true), ErrorKind::Storage);
    VERIFY_FAILS(writer->store(lake.feed("responses"), {},
                               lake.page().record({{"number_customergauge", 2}}).page(), std::nullopt),
                 ErrorKind::Storage);
    QVERIFY(ownerOf(lake)->hasClientId(acme().clientId));
    QCOMPARE(*writer->standingOf(globex()), Standing::Foreign);
    QVERIFY(!lake::canBeAdopted(Standing::Foreign));
}

void LakeOwnerTest::anEarlierLayoutIsClaimedByTheNextSync()
{
    test::LakeFixture lake;
    fill(lake, acme());
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(connection);
        for (const char *sql :
             {"DROP TABLE lake_owner", "ALTER TABLE lake_upload_rows DROP COLUMN content",
              "ALTER TABLE lake_uploads DROP COLUMN folder", "ALTER TABLE lake_uploads DROP COLUMN host"})
            VERIFY_OK((*connection)->run(sql));
        VERIFY_OK((*connection)->setLayout(lake::layoutWithOwner - 1));
        const auto nobody = lake::readOwner(**connection);
        VERIFY_OK(nobody);
        QVERIFY(!*nobody);
    }
    fill(lake, globex());
    QVERIFY(ownerOf(lake)->hasClientId(globex().clientId));
}

//! Two that begin with an empty lake at once: who stores first has it.
void LakeOwnerTest::whoWasOvertakenStores()
{
    test::LakeFixture lake;
    const auto first = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    const auto second = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK(first);
    VERIFY_OK(second);
    VERIFY_OK((*first)->bind(acme()));
    VERIFY_OK((*second)->bind(globex()));
    VERIFY_OK((*first)->acquireLease(QStringLiteral("responses")));
    VERIFY_OK((*second)->acquireLease(QStringLiteral("close-loop")));
    lake.store(**first, lake.page().record({{"number_customergauge", 1}}));
    VERIFY_FAILS((*second)->store(lake.feed("close-loop"), {}, lake.page("close-loop").page(), std::nullopt),
                 ErrorKind::Storage);
    QVERIFY(ownerOf(lake)->hasClientId(acme().clientId));
}

void LakeOwnerTest::anUploadOfAnotherSystemIsRefused()
{
    test::LakeFixture lake;
    lake::UploadEntry about;
    about.connection = QStringLiteral("Globex");
    about.counts.notSent = 1;
    // A lake without an owner takes uploads, which do not claim it.
    {
        const auto journal = lake::UploadJournal::open(lake.location(), lake.catalog, lake.clock);
        VERIFY_OK(journal);
        VERIFY_OK((*journal)->bind(globex()));
        VERIFY_OK((*journal)->begin(about));
        VERIFY_OK((*journal)->finish({}));
    }
    fill(lake, acme());
    const auto journal = lake::UploadJournal::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK(journal);
    VERIFY_FAILS((*journal)->bind(globex()), ErrorKind::Storage);
    VERIFY_FAILS((*journal)->begin(about), ErrorKind::Storage);
    QCOMPARE((*journal)->id(), 0);
    VERIFY_OK((*journal)->bind(acme()));
    VERIFY_OK((*journal)->begin(about));
}

void LakeOwnerTest::aMovedLakeIsWrittenByNobody()
{
    test::LakeFixture lake;
    fill(lake, acme());
    const auto writer = lake.writer();
    VERIFY_OK(writer->bind(acme()));
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(connection);
        VERIFY_OK(lake::noteMove(**connection, QStringLiteral("/elsewhere/x.sqlite"), lake.clock->now()));
    }
    const auto stored = writer->store(lake.feed("responses"), {},
                                      lake.page().record({{"number_customergauge", 2}}).page(), std::nullopt);
    VERIFY_FAILS(stored, ErrorKind::Storage);
    QVERIFY(stored.error().text.contains(QStringLiteral("elsewhere")));
    VERIFY_FAILS(writer->bind(acme(), true), ErrorKind::Storage);
}

void LakeOwnerTest::theClientIdIsNotInTheLake()
{
    test::LakeFixture lake;
    fill(lake, acme());
    if (test::LakeFixture::isPostgres()) {
        const auto connection = lake::openReading(lake.location());
        VERIFY_OK(connection);
        QCOMPARE(*(*connection)->number("SELECT count(*) FROM lake_owner o WHERE o::text LIKE '%4711%'"), 0);
        return;
    }
    QFile file(lake.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("acme-client-id"));
}

void LakeOwnerTest::aPlaceIsLookedAtAndRemoved()
{
    test::LakeFixture lake;
    const auto look = [&] { return lake::lookAt(lake.location(), lake.clock->now(), {}); };
    QCOMPARE(look().value(), lake::PlaceReport());
    QCOMPARE(lake::removeLake(lake.location()).value(), false);
    fill(lake, acme());
    {
        const auto writer = lake.writer(); // holds the feeds
        const auto held = look();
        VERIFY_OK(held);
        QVERIFY(held->exists && held->holder);
        QCOMPARE(held->records, 1);
        QVERIFY(held->owner && held->owner->hasClientId(acme().clientId));
    }
    QVERIFY(!look()->holder);
    QCOMPARE(lake::removeLake(lake.location()).value(), true);
    QCOMPARE(look().value(), lake::PlaceReport());
}

void LakeOwnerTest::checkFindsABrokenOwner()
{
    test::LakeFixture lake;
    fill(lake, acme());
    const auto look = [&] {
        return lake::check(lake.location(), lake.catalog, lake::Depth::Quick, {}, [](qint64, qint64) {});
    };
    const auto sound = look();
    VERIFY_OK(sound);
    QVERIFY(sound->findings.empty());
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->run("UPDATE lake_owner SET fingerprint='x'"));
    }
    const auto broken = look();
    VERIFY_OK(broken);
    QCOMPARE(broken->findings.size(), size_t(1));
    QCOMPARE(broken->findings.front().check, QStringLiteral("owner"));
}

QTEST_GUILESS_MAIN(LakeOwnerTest)
#include "tst_lakeowner.moc"
