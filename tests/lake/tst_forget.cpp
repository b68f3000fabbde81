// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledlake.h"
#include "lake/open/open.h"
#include "lake/people/person.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/state/recordbody.h"
#include "support/testcase.h"

#include <QDirIterator>

using namespace gauge;
using lake::Mentions;
using lake::PersonErasure;
using lake::PersonInLake;
using lake::PersonKey;
using test::ignoreProgress;
using test::LakeFixture;
using Kind = PersonKey::Kind;

namespace {

constexpr auto person = "Evelyne.Okonkwo@example.com";
constexpr auto comment = "My zebrafinch aviary was delivered to Quillfeather Lane by mistake";

PersonKey keyOf(const QString &text, Kind kind = Kind::Email)
{
    const auto key = PersonKey::make(kind, text);
    if (!key)
        qFatal("%s", qPrintable(key.error().text));
    return *key;
}

PersonInLake found(const LakeFixture &lake, const PersonKey &key = keyOf(person))
{
    auto result = lake::findPerson(lake.location(), lake.catalog, key, {}, ignoreProgress);
    if (!result)
        qFatal("%s %s", qPrintable(result.error().text), qPrintable(result.error().detail));
    return *result;
}

Result<PersonErasure> erased(const LakeFixture &lake, Mentions mentions = Mentions::Kept,
                             const PersonKey &key = keyOf(person), std::stop_token stop = {})
{
    return lake::erasePerson(lake.location(), lake.catalog, key, mentions, std::move(stop), ignoreProgress);
}

//! "records/versions/mentions" of a feed.
QString counts(const std::vector<lake::PersonInFeed> &feeds, const char *feed)
{
    for (const lake::PersonInFeed &one : feeds) {
        if (one.feed == QLatin1String(feed))
            return QStringLiteral("%1/%2/%3").arg(one.records).arg(one.versions).arg(one.mentions);
    }
    return QStringLiteral("not there");
}

QString counts(const PersonInLake &in, const char *feed)
{
    return counts(in.feeds, feed);
}

//! Texts that repeat from record to record as the service's do, enough of them for a dictionary.
void fillPage(test::PageBuilder &page, int first, int count)
{
    for (int i = first; i < first + count; ++i) {
        const std::string number = std::to_string(i);
        page.record({{"number_customergauge", i},
                     {"email", "customer" + number + "@example.org"},
                     {"contact_first_name", "Given" + number},
                     {"number_customer", "C" + number},
                     {"nps", i % 11},
                     {"link", "https://survey.example.org/answer/" + number},
                     {"comment_original", std::string(600, char('a' + i % 26)) + number}},
                    {{"property.Country", "NL"}});
    }
}

//! Many records of the person, so that a dictionary learns their words.
void addPerson(test::PageBuilder &page, int first, int count)
{
    for (int i = first; i < first + count; ++i) {
        page.record({{"number_customergauge", i},
                     {"email", person},
                     {"contact_last_name", "Okonkwofamily"},
                     {"number_customer", "EO-1"},
                     {"comment_original", comment}},
                    {{"property.Nickname", "Evy Zebrafinch"}});
    }
}

//! Bytes of everything that keeps the lake, on the disk.
QByteArray bytesOf(LakeFixture &lake)
{
    QByteArray all;
    const auto add = [&all](const QString &path) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    };
    if (!LakeFixture::isPostgres()) {
        for (const char *suffix : {"", "-wal", "-shm"})
            add(lake.path() + QLatin1String(suffix));
        return all;
    }
    auto connection = lake::openReading(lake.location());
    if (!connection || !(*connection)->run("CHECKPOINT"))
        qFatal("no checkpoint");
    // Statistics of all databases of the server (pg_statistic) are the administrator's to clean.
    const auto names = (*connection)->tables();
    for (const QString &name : *names) {
        auto files = lake::Statement::prepare(
            **connection,
            "SELECT pg_relation_filepath(i) FROM (SELECT ?::regclass AS i UNION SELECT "
            "indexrelid FROM pg_index WHERE indrelid=?::regclass UNION SELECT reltoastrelid "
            "FROM pg_class WHERE oid=?::regclass AND reltoastrelid<>0) all_files");
        for (int i = 1; i <= 3; ++i)
            files->bind(i, QLatin1Char('"') + name + QLatin1Char('"'));
        QStringList paths;
        if (!files->forEachRow([&] { paths.append(files->string(0)); }))
            qFatal("no files");
        const QString data = QFileInfo(qEnvironmentVariable("GAUGE_POSTGRES_CTL")).path() + "/data/";
        for (const QString &path : std::as_const(paths))
            add(data + path);
    }
    return all;
}

QByteArray dictionariesOf(const LakeFixture &lake)
{
    QByteArray all;
    auto connection = lake::openReading(lake.location());
    auto rows = lake::Statement::prepare(**connection, "SELECT content FROM lake_dictionaries");
    const auto read
        = rows->forEachRow([&] { all.append(rows->bytes(0).data(), qsizetype(rows->bytes(0).size())); });
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return all;
}

//! Every record and version unpacked, and every dictionary.
QByteArray contentsOf(const LakeFixture &lake)
{
    QByteArray all;
    auto connection = lake::openReading(lake.location());
    const auto transaction = lake::Transaction::begin(**connection, lake::Transaction::Kind::Read);
    lake::BodyUnpacker unpacker;
    for (const catalog::Endpoint &endpoint : lake.catalog.endpoints()) {
        for (const char *table : {"_raw", "_versions"}) {
            auto rows = lake::Statement::prepare(**connection,
                                                 "SELECT body FROM " + endpoint.table.toStdString() + table);
            const auto read = rows->forEachRow([&] {
                const auto body = unpacker.unpack(**connection, rows->bytes(0));
                if (!body)
                    qFatal("%s", qPrintable(body.error().detail));
                all.append(body->data(), qsizetype(body->size()));
            });
            if (!read)
                qFatal("%s", qPrintable(read.error().detail));
        }
    }
    return all + dictionariesOf(lake);
}

QStringList dictionaryFeeds(const LakeFixture &lake)
{
    auto connection = lake::openReading(lake.location());
    auto rows = lake::Statement::prepare(**connection, "SELECT feed FROM lake_dictionaries ORDER BY feed");
    QStringList feeds;
    if (!rows->forEachRow([&] { feeds.append(rows->string(0)); }))
        qFatal("no dictionaries");
    return feeds;
}

} // namespace

//! A person found in a lake and erased from it, whatever keeps the lake.
class ForgetTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void noLakeIsNotFound();
    void aPersonIsFoundEverywhere();
    void aColumnThatCameLaterFindsPeople();
    void gonePeopleAreFound();
    void recordsAreVisitedAsReceived();
    void aCustomerNumberIsFoundExactly();
    void hostileKeysFindNobody_data();
    void hostileKeysFindNobody();

    void nothingIsLeft();
    void earlierVersionsAlone();
    void mentionsStayUnlessTheyAreToGo();
    void answersToUploadsLoseTheirWords();
    void uploadedFilesLoseTheirNames();
    void otherRecordsAreAsTheyWere();
    void syncsGoOn();
    void aSyncThatRunsIsLeftAlone();
    void cancelledBeforeItBegan();
    void aReaderKeepsTracesUntilLater();
    void killedAtEveryStep();
    void theMarkIsDescribed();
};

void ForgetTest::noLakeIsNotFound()
{
    test::LakeFixture lake;
    VERIFY_FAILS(lake::findPerson(lake.location(), lake.catalog, keyOf(person), {}, ignoreProgress),
                 ErrorKind::NotFound);
    VERIFY_FAILS(erased(lake), ErrorKind::NotFound);
    QCOMPARE(QDir(lake.folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void ForgetTest::aPersonIsFoundEverywhere()
{
    test::LakeFixture lake;
    const auto writer = test::begun(lake);
    auto page = lake.page();
    page.record(
        {{"number_customergauge", 1}, {"email", "evelyne.okonkwo@EXAMPLE.com"}, {"number_customer", "7"}});
    page.record({{"number_customergauge", 2}, {"email", "  Evelyne.Okonkwo@example.com "}, {"nps", 3}});
    page.record({{"number_customergauge", 3},
                 {"email", "piet@example.com"},
                 {"comment_original", "Ask evelyne.okonkwo@example.com."}});
    page.record({{"number_customergauge", 4}, {"email", "xevelyne.okonkwo@example.com"}});
    page.record({{"number_customergauge", 5}, {"email", "temporary@example.com"}});
    page.record({{"number_customergauge", 6}, {"email", person}});
    lake.store(*writer, page);
    lake.store(*writer, lake.page("non-responses").record({{"number_customergauge", 11}, {"email", person}}),
               "non-responses");
    // A case without an address belongs to the response of its number.
    lake.store(*writer, lake.page("close-loop").record({{"number_customergauge", 1}, {"status", "open"}}),
               "close-loop");
    auto later = lake.page();
    later.record({{"number_customergauge", 1}, {"email", person}, {"number_customer", "8"}});
    later.record({{"number_customergauge", 3}, {"email", "piet@example.com"}});
    later.record({{"number_customergauge", 6}, {"email", "new.address@example.com"}});
    lake.store(*writer, later);

    const PersonInLake in = found(lake);
    // 1 and 2 with what 1 was before; what 6 was before; 3 mentioned her before.
    QCOMPARE(counts(in, "responses"), "2/2/1");
    QCOMPARE(counts(in, "non-responses"), "1/0/0");
    QCOMPARE(counts(in, "close-loop"), "1/0/0");
    QCOMPARE(in.otherNumbers, (std::map<QString, qint64>{{"8", 1}}));
    QCOMPARE(in.otherAddresses, (std::map<QString, qint64>{{"new.address@example.com", 1}}));
    QCOMPARE(in.total().records, 4);
    QVERIFY(!in.needsCleanup);
    QCOMPARE(in.isFile, !LakeFixture::isPostgres());
}

// A version of GaugeDesk that knows a column more meets a lake whose first table is full.
void ForgetTest::aColumnThatCameLaterFindsPeople()
{
    test::LakeFixture lake;
    const catalog::Catalog full = lake.catalog;
    std::vector<catalog::Endpoint> endpoints = full.endpoints();
    for (catalog::Endpoint &endpoint : endpoints)
        std::erase_if(endpoint.columns, [](const catalog::Column &column) { return column.name == "email"; });
    lake.catalog = catalog::Catalog(endpoints);
    {
        test::PageBuilder::Values extras;
        for (int i = 0; i < 450; ++i)
            extras.emplace_back(QStringLiteral("property.P%1").arg(i), "x");
        const auto writer = test::begun(lake);
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}}, extras));
    }
    lake.catalog = full;
    {
        const auto writer = test::begun(lake);
        lake.store(*writer,
                   lake.page()
                       .record({{"number_customergauge", 2}, {"email", person}, {"number_customer", "7"}})
                       .record({{"number_customergauge", 3}, {"email", "other@example.com"}}));
    }
    const auto columns = lake.reader()->columns("responses");
    VERIFY_OK(columns);
    const auto email = std::find_if(columns->begin(), columns->end(),
                                    [](const lake::LakeColumn &column) { return column.name == "email"; });
    QVERIFY(email != columns->end() && email->part != 0);
    const PersonInLake in = found(lake);
    const auto own = std::find_if(in.feeds.begin(), in.feeds.end(),
                                  [](const lake::PersonInFeed &feed) { return feed.feed == "responses"; });
    QVERIFY(own != in.feeds.end());
    QCOMPARE(own->records, 1);
    QCOMPARE(in.otherNumbers.at("7"), 1);
}

void ForgetTest::gonePeopleAreFound()
{
    test::LakeFixture lake;
    {
        const auto writer = test::begun(lake);
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}, {"email", person}}));
    }
    {
        const auto writer = lake.writer();
        VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Reconcile));
        lake.store(*writer, lake.page().record({{"number_customergauge", 2}}));
        VERIFY_OK(writer->markGone("responses"));
    }
    QCOMPARE(lake.column("number_customergauge"), QStringList{"2"});
    QCOMPARE(counts(found(lake), "responses"), "1/0/0");
}

void ForgetTest::recordsAreVisitedAsReceived()
{
    test::LakeFixture lake;
    const auto writer = test::begun(lake);
    const std::string first = R"({"number_customergauge":1, "email":"evelyne.okonkwo\u0040example.com"})";
    const std::string second
        = R"({"number_customergauge":1,"email":"Evelyne.Okonkwo@example.com","x":1e400})";
    const std::string third = R"({"number_customergauge":2,"comment":"evelyne.okonkwo@example.com"})";
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}, {"email", person}}, {}, first));
    lake.store(*writer,
               lake.page()
                   .record({{"number_customergauge", 1}, {"email", person}}, {}, second)
                   .record({{"number_customergauge", 2}}, {}, third));
    QStringList seen;
    const auto visited = lake::findPerson(
        lake.location(), lake.catalog, keyOf(person), {}, ignoreProgress,
        [&](const lake::PersonRecord &record) -> Result<void> {
            seen.append(QString::number(int(record.what)) + ' ' + record.feed + ' '
                        + QString::fromUtf8(record.raw.data(), qsizetype(record.raw.size())));
            return {};
        });
    VERIFY_OK(visited);
    seen.sort();
    QCOMPARE(seen,
             (QStringList{"0 responses " + QString::fromStdString(second),
                          "1 responses " + QString::fromStdString(first),
                          "2 responses " + QString::fromStdString(third)}));
    const auto refused = lake::findPerson(
        lake.location(), lake.catalog, keyOf(person), {}, ignoreProgress,
        [](const lake::PersonRecord &) -> Result<void> { return fail(ErrorKind::Storage, "full"); });
    VERIFY_FAILS(refused, ErrorKind::Storage);
}

void ForgetTest::aCustomerNumberIsFoundExactly()
{
    test::LakeFixture lake;
    const auto writer = test::begun(lake);
    auto page = lake.page();
    page.record({{"number_customergauge", 1}, {"number_customer", "0042"}, {"email", "a@example.com"}});
    page.record({{"number_customergauge", 2}, {"number_customer", "42"}, {"email", "b@example.com"}});
    page.record({{"number_customergauge", 3}, {"number_customer", "10042"}});
    page.record({{"number_customergauge", 4}, {"comment_original", "0042"}});
    lake.store(*writer, page);
    lake.store(*writer, lake.page("close-loop").record({{"number_customergauge", 1}}), "close-loop");
    // It was a number once, not a text.
    lake.store(*writer,
               lake.page().record({{"number_customergauge", 5}}, {},
                                  R"({"number_customergauge":5,"number_customer":42 })"));
    lake.store(*writer, lake.page().record({{"number_customergauge", 5}, {"number_customer", "43"}}));
    const PersonInLake zeros = found(lake, keyOf("0042", Kind::CustomerNumber));
    QCOMPARE(counts(zeros, "responses"), "1/0/0");
    QCOMPARE(counts(zeros, "close-loop"), "1/0/0");
    QCOMPARE(zeros.otherAddresses, (std::map<QString, qint64>{{"a@example.com", 1}}));
    const PersonInLake plain = found(lake, keyOf("42", Kind::CustomerNumber));
    QCOMPARE(counts(plain, "responses"), "1/1/0");
    QCOMPARE(plain.otherNumbers, (std::map<QString, qint64>{{"43", 1}}));

    const auto gone = erased(lake, Mentions::Kept, keyOf("0042", Kind::CustomerNumber));
    VERIFY_OK(gone);
    QVERIFY(gone->isProven());
    QVERIFY(!gone->bytesLeft); // a number is in other numbers, too
    QCOMPARE(lake.column("number_customergauge"), (QStringList{"2", "3", "4", "5"}));
    QCOMPARE(lake.column("number_customergauge", {}, "close-loop"), QStringList());
}

void ForgetTest::hostileKeysFindNobody_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quote") << "'@'";
    QTest::newRow("statement") << "x@y'; DROP TABLE responses; --";
    QTest::newRow("double quote") << "\"@\"";
    QTest::newRow("any") << "%@%";
    QTest::newRow("one") << "_@_";
    QTest::newRow("backslash") << "\\@\\";
    QTest::newRow("long") << QString(10'000, 'a') + '@' + QString(10'000, 'b');
    QTest::newRow("zero") << QString::fromLatin1("a\0@b", 4);
    QTest::newRow("line breaks") << "a@b\r\nc@d";
    QTest::newRow("other script") << QStringLiteral("почта@пример.рф");
}

void ForgetTest::hostileKeysFindNobody()
{
    QFETCH(const QString, text);
    test::LakeFixture lake;
    test::fill(lake, 20);
    QCOMPARE(found(lake, keyOf(text)).total(), lake::PersonInFeed());
    QCOMPARE(found(lake, keyOf(text, Kind::CustomerNumber)).total(), lake::PersonInFeed());
    // And one that has such an address is found.
    lake.store(*test::begun(lake),
               lake.page().record({{"number_customergauge", 99}, {"email", text.toStdString()}}, {}, "{}"));
    const bool isKept = !LakeFixture::isPostgres() || !text.contains(QChar(0));
    QCOMPARE(found(lake, keyOf(text)).total().records, isKept ? 1 : 0);
    VERIFY_OK(erased(lake, Mentions::Kept, keyOf(text)));
    QCOMPARE(lake.column("number_customergauge").size(), isKept ? 20 : 21);
    QVERIFY(test::checked(lake)->findings.empty());
}

void ForgetTest::nothingIsLeft()
{
    test::LakeFixture lake;
    {
        const auto writer = test::begun(lake);
        auto silent = lake.page("non-responses");
        addPerson(silent, 1, 150);
        fillPage(silent, 1001, 1000);
        lake.store(*writer, silent, "non-responses");
        auto page = lake.page();
        addPerson(page, 1, 150); // leave for responses; the other dictionary remembers them
        fillPage(page, 2001, 1000);
        lake.store(*writer, page);
        auto changed = lake.page(); // and become earlier versions
        changed.record({{"number_customergauge", 1}, {"email", person}, {"comment_original", comment}});
        lake.store(*writer, changed);
    }
    QVERIFY(contentsOf(lake).contains("Okonkwofamily"));
    QCOMPARE(dictionaryFeeds(lake), (QStringList{"non-responses", "responses"}));
    const QByteArray dictionaries = dictionariesOf(lake);
    QVERIFY(dictionaries.count("zebrafinch aviary") >= 2);
    QVERIFY(dictionaries.contains("Okonkwofamily"));
    QVERIFY(bytesOf(lake).contains(person));
    query::Query search;
    search.search = "zebrafinch";
    QCOMPARE(lake.column("number_customergauge", search).size(), 150);

    const auto gone = erased(lake);
    VERIFY_OK(gone);
    QCOMPARE(counts(gone->feeds, "responses"), "150/1/0");
    QVERIFY2(!gone->unfinished, gone->unfinished ? qPrintable(gone->unfinished->detail) : "");
    QVERIFY(gone->isProven());
    QCOMPARE(gone->bytesLeft, LakeFixture::isPostgres() ? std::nullopt : std::optional<qint64>(0));

    const QByteArray bytes = bytesOf(lake).toLower();
    const QByteArray contents = contentsOf(lake).toLower();
    for (const char *word :
         {person, comment, "Okonkwofamily", "zebrafinch", "Quillfeather", "EO-1", "Evy "}) {
        const QByteArray low = QByteArray(word).toLower();
        QVERIFY2(!contents.contains(low), word);
        QVERIFY2(!bytes.contains(low), word);
    }
    QVERIFY(contents.contains("customer1500@example.org"));
    QCOMPARE(dictionaryFeeds(lake), (QStringList{"non-responses", "responses"}));
    QCOMPARE(lake.column("number_customergauge", search).size(), 0);
    QCOMPARE(lake.column("number_customergauge").size(), 1000);
    const auto sound = test::checked(lake);
    VERIFY_OK(sound);
    QVERIFY2(sound->findings.empty(), sound->findings.empty() ? "" : qPrintable(sound->findings[0].text));
    // Once more finds nothing, and is no error.
    const auto again = erased(lake);
    VERIFY_OK(again);
    QCOMPARE(again->total(), lake::PersonInFeed());
    QVERIFY(again->isProven());
}

void ForgetTest::earlierVersionsAlone()
{
    test::LakeFixture lake;
    {
        const auto writer = test::begun(lake);
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}, {"email", person}}));
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}, {"email", "x@example.com"}}));
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}, {"email", "y@example.com"}}));
    }
    const auto gone = erased(lake);
    VERIFY_OK(gone);
    QCOMPARE(counts(gone->feeds, "responses"), "0/1/0");
    QVERIFY(gone->isProven());
    QCOMPARE(lake.column("email"), QStringList{"y@example.com"});
    const auto detail = lake.reader()->record("responses", 1);
    VERIFY_OK(detail);
    QCOMPARE(detail->versions.size(), 1U);
    QVERIFY(detail->versions.front().raw.contains("x@example.com"));
    QVERIFY(!bytesOf(lake).contains(person));
}

void ForgetTest::mentionsStayUnlessTheyAreToGo()
{
    test::LakeFixture lake;
    {
        const auto writer = test::begun(lake);
        auto page = lake.page();
        page.record({{"number_customergauge", 1}, {"email", person}});
        page.record({{"number_customergauge", 2}, {"comment_original", person}});
        page.record({{"number_customergauge", 3}}, {{"custom.Second address", person}});
        page.record({{"number_customergauge", 4}, {"comment_original", person}});
        lake.store(*writer, page);
        lake.store(*writer, lake.page().record({{"number_customergauge", 4}}));
    }
    QCOMPARE(counts(found(lake), "responses"), "1/0/3");
    const auto kept = erased(lake);
    VERIFY_OK(kept);
    QCOMPARE(counts(kept->feeds, "responses"), "1/0/0");
    QVERIFY(kept->isProven());
    QCOMPARE(kept->left.mentions, 3);
    QVERIFY(LakeFixture::isPostgres() || *kept->bytesLeft > 0);
    QCOMPARE(lake.column("number_customergauge"), (QStringList{"2", "3", "4"}));

    const auto gone = erased(lake, Mentions::Erased);
    VERIFY_OK(gone);
    QCOMPARE(counts(gone->feeds, "responses"), "0/0/3");
    QVERIFY(gone->isProven());
    QVERIFY(LakeFixture::isPostgres() || *gone->bytesLeft == 0);
    QCOMPARE(lake.column("number_customergauge"), QStringList{"4"});
    QVERIFY(!bytesOf(lake).contains(person));
}

void ForgetTest::answersToUploadsLoseTheirWords()
{
    test::LakeFixture lake;
    test::begun(lake).reset();
    {
        auto connection = lake::openWriting(lake.location());
        for (const char *row :
             {"1, 'refused', 'Email Evelyne.OKONKWO@example.com is on a block list'",
              "2, 'refused', 'Email piet@example.com is on a block list'", "3, 'accepted', ''"}) {
            VERIFY_OK((*connection)
                          ->run("INSERT INTO lake_upload_rows(upload, line, row_number, state, message, "
                                "changed, content) VALUES(1, 1, "
                                + std::string(row) + ", '2026-01-01T00:00:00Z', 'PRINT-OF-ROW')"));
        }
    }
    QCOMPARE(counts(found(lake), "uploads"), "1/0/0");
    QCOMPARE(counts(found(lake, keyOf("okonkwo", Kind::CustomerNumber)), "uploads"), "not there");
    const auto gone = erased(lake);
    VERIFY_OK(gone);
    QCOMPARE(counts(gone->feeds, "uploads"), "1/0/0");
    QVERIFY(gone->isProven());
    QVERIFY(!bytesOf(lake).toLower().contains("okonkwo@example"));
    auto connection = lake::openReading(lake.location());
    const auto refused = (*connection)->number("SELECT count(*) FROM lake_upload_rows WHERE state='refused'");
    VERIFY_OK(refused);
    QCOMPARE(*refused, 2);
    QVERIFY(bytesOf(lake).contains("piet@example.com"));
    // By them somebody who has the row could tell that it was sent.
    QVERIFY(!bytesOf(lake).contains("PRINT-OF-ROW"));
}

void ForgetTest::uploadedFilesLoseTheirNames()
{
    test::LakeFixture lake;
    test::begun(lake).reset();
    {
        auto connection = lake::openWriting(lake.location());
        for (const char *file : {"1, 'Evelyne.Okonkwo@Example.com.csv', '/home/calls', ''",
                                 "2, 'calls.csv', '/home/evelyne.okonkwo@example.com', ''",
                                 "3, 'calls.csv', '/home/calls', 'Line 2: evelyne.okonkwo@example.com'",
                                 "4, 'piet@example.com.csv', '/home/calls', 'Line 2'"}) {
            VERIFY_OK(
                (*connection)
                    ->run("INSERT INTO lake_uploads(connection, configuration, record_type, started, sha256, "
                          "bytes, accepted, refused, unknown, not_sent, id, file, folder, error) "
                          "VALUES('S', 'c', 'contacts', '2026-01-01T00:00:00Z', 'SUM', 1, 1, 0, 0, 0, "
                          + std::string(file) + ')'));
        }
    }
    QCOMPARE(counts(found(lake), "uploads"), "3/0/0");
    const auto gone = erased(lake);
    VERIFY_OK(gone);
    QVERIFY(gone->isProven());
    QVERIFY(!bytesOf(lake).toLower().contains("okonkwo"));
    auto connection = lake::openReading(lake.location());
    auto rows
        = lake::Statement::prepare(**connection, "SELECT file, folder, sha256 FROM lake_uploads ORDER BY id");
    VERIFY_OK(rows);
    QStringList kept;
    VERIFY_OK(rows->forEachRow(
        [&] { kept.append(rows->string(0) + ' ' + rows->string(1) + ' ' + rows->string(2)); }));
    QCOMPARE(kept,
             (QStringList{QString::fromUtf8("…  SUM"), QString::fromUtf8("…  SUM"),
                          QString::fromUtf8("…  SUM"), "piet@example.com.csv /home/calls SUM"}));
}

void ForgetTest::otherRecordsAreAsTheyWere()
{
    test::LakeFixture lake;
    {
        const auto writer = test::begun(lake);
        auto page = lake.page();
        addPerson(page, 1, 40);
        fillPage(page, 1001, 5000);
        // Wide enough for a continuation table.
        test::PageBuilder::Values many;
        for (int i = 0; i < 500; ++i)
            many.emplace_back(QStringLiteral("question.%1").arg(i), i);
        page.record({{"number_customergauge", 9001}, {"email", "wide@example.com"}}, many);
        page.record({{"number_customergauge", 9002}, {"email", person}}, many);
        lake.store(*writer, page);
        auto again = lake.page();
        for (int i = 5500; i < 5700; ++i) // what they were becomes earlier versions
            again.record({{"number_customergauge", i}, {"email", "new@example.com"}, {"nps", 1}}, {},
                         "{\"Changed\":" + std::to_string(i) + '}');
        lake.store(*writer, again);
    }
    const QStringList addresses = lake.column("email");
    const auto keys = lake.reader()->snapshot("responses", {});
    std::vector<qint64> others; // a sample of them
    for (size_t i = 0; i < keys->keys.size(); ++i) {
        if (addresses[qsizetype(i)] != person && (i % 40 == 0 || i + 10 > keys->keys.size()))
            others.push_back(keys->keys[i]);
    }
    QVERIFY(others.size() > 100);
    const auto all = [&lake, &others] {
        QByteArray texts;
        const auto reader = lake.reader();
        for (const qint64 key : others) {
            const auto detail = reader->record("responses", key);
            if (!detail)
                qFatal("%s", qPrintable(detail.error().text));
            texts += detail->raw + detail->row.display.join('|').toUtf8();
            for (const lake::RecordVersion &version : detail->versions)
                texts += version.raw + version.since.toString().toUtf8();
        }
        return texts;
    };
    const QByteArray before = all();
    QVERIFY(before.contains("wide@example.com") && before.contains("Changed"));
    const QByteArray contents = contentsOf(lake);
    VERIFY_OK(erased(lake));
    QVERIFY(all() == before);
    QVERIFY(contentsOf(lake).size() > contents.size() / 2);
    QCOMPARE(lake.column("number_customergauge").size(), 5001);
}

void ForgetTest::syncsGoOn()
{
    test::LakeFixture lake;
    const auto sleeper = test::begun(lake); // holds the feeds of before
    auto page = lake.page();
    addPerson(page, 1, 20);
    fillPage(page, 1001, 1000);
    lake.store(*sleeper, page);
    for (const QString &feed : lake.catalog.ids())
        sleeper->releaseLease(feed);
    VERIFY_OK(erased(lake));
    // It knew a dictionary that is no more.
    for (const QString &feed : lake.catalog.ids())
        VERIFY_OK(sleeper->acquireLease(feed));
    auto next = lake.page();
    fillPage(next, 3001, 1000);
    lake.store(*sleeper, next);
    QCOMPARE(lake.column("number_customergauge").size(), 2000);
    QVERIFY(contentsOf(lake).contains("customer3500@example.org"));
    QVERIFY(test::checked(lake)->findings.empty());
    // What the service still has comes back with a sync that reads it.
    lake.store(*sleeper, lake.page().record({{"number_customergauge", 1}, {"email", person}}));
    QCOMPARE(counts(found(lake), "responses"), "1/0/0");
}

void ForgetTest::aSyncThatRunsIsLeftAlone()
{
    test::LakeFixture lake;
    const auto writer = test::begun(lake);
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}, {"email", person}}));
    for (const QString &feed : lake.catalog.ids())
        writer->releaseLease(feed);
    test::Companion other({"hold", lake.place(), "close-loop"});
    QCOMPARE(other.line(), "held");
    VERIFY_FAILS(erased(lake), ErrorKind::Busy);
    QCOMPARE(counts(found(lake), "responses"), "1/0/0");
    QVERIFY(!found(lake).needsCleanup);
    VERIFY_OK(writer->acquireLease("responses")); // none was kept
    writer->releaseLease("responses");
    other.kill();
    VERIFY_OK(erased(lake));
}

void ForgetTest::cancelledBeforeItBegan()
{
    test::LakeFixture lake;
    lake.store(*test::begun(lake), lake.page().record({{"number_customergauge", 1}, {"email", person}}));
    VERIFY_FAILS(erased(lake, Mentions::Kept, keyOf(person), test::stopped()), ErrorKind::Cancelled);
    VERIFY_FAILS(
        lake::findPerson(lake.location(), lake.catalog, keyOf(person), test::stopped(), ignoreProgress),
        ErrorKind::Cancelled);
    QCOMPARE(counts(found(lake), "responses"), "1/0/0");
    // Stopped behind the records themselves, the rest is told and done later.
    std::stop_source stop;
    int steps = 0;
    const auto half = lake::erasePerson(lake.location(), lake.catalog, keyOf(person), Mentions::Kept,
                                        stop.get_token(), [&](qint64, qint64) {
                                            if (++steps == 5) // search, three feeds, committed
                                                stop.request_stop();
                                        });
    VERIFY_OK(half);
    QVERIFY(half->unfinished && half->unfinished->kind == ErrorKind::Cancelled);
    QVERIFY(!half->isProven());
    QCOMPARE(half->total().records, 1);
    QVERIFY(found(lake).needsCleanup);
    VERIFY_OK(lake::finishErasure(lake.location(), lake.catalog, {}));
    QVERIFY(!found(lake).needsCleanup);
    QVERIFY(!bytesOf(lake).contains(person));
}

void ForgetTest::aReaderKeepsTracesUntilLater()
{
    test::LakeFixture lake;
    lake.store(*test::begun(lake), lake.page().record({{"number_customergauge", 1}, {"email", person}}));
    const auto reader = lake.reader();
    const auto read = reader->inReadTransaction([&]() -> Result<void> {
        if (reader->count("responses", {}).value_or(0) != 1)
            return fail(ErrorKind::Storage, "nothing to read");
        const auto half = erased(lake);
        if (!half || !half->unfinished)
            return fail(ErrorKind::Storage, "it did not wait");
        // One state: still there for who began to read before.
        return reader->count("responses", {}).value_or(0) == 1 ? Result<void>()
                                                               : fail(ErrorKind::Storage, "another state");
    });
    VERIFY_OK(read);
    QCOMPARE(counts(found(lake), "responses"), "0/0/0");
    QVERIFY(found(lake).needsCleanup);
    if (LakeFixture::isPostgres())
        VERIFY_OK(lake::finishErasure(lake.location(), lake.catalog, {}));
    else
        VERIFY_OK(lake::compact(lake.path(), lake.catalog, {}));
    QVERIFY(!found(lake).needsCleanup);
    QVERIFY(!bytesOf(lake).contains(person));
}

void ForgetTest::killedAtEveryStep()
{
    bool wasFinished = false;
    int step = 1;
    for (; !wasFinished; ++step) {
        QVERIFY(step < 60);
        test::LakeFixture lake;
        {
            const auto writer = test::begun(lake);
            auto page = lake.page();
            addPerson(page, 1, 30);
            fillPage(page, 1001, 1000);
            lake.store(*writer, page);
        }
        test::Companion eraser({"erase", lake.place(), person, QString::number(step)});
        const QString line = eraser.line();
        QVERIFY2(line == "erased" || line == "(ended)", qPrintable(line));
        wasFinished = line == "erased";
        eraser.kill();
        const PersonInLake after = found(lake);
        QVERIFY2(counts(after, "responses") == "30/0/0" || counts(after, "responses") == "0/0/0",
                 qPrintable(counts(after, "responses")));
        const bool hasRecords = after.total().records > 0;
        QVERIFY(!(hasRecords && after.needsCleanup));
        QVERIFY(test::checked(lake)->findings.empty());
        // Whatever was missing, once more finishes it.
        if (hasRecords || after.needsCleanup) {
            const auto gone = erased(lake);
            VERIFY_OK(gone);
            QVERIFY2(gone->isProven(), qPrintable(QString::number(step)));
        }
        QVERIFY(!found(lake).needsCleanup);
        QVERIFY2(!bytesOf(lake).toLower().contains(QByteArray(person).toLower()),
                 qPrintable(QString::number(step)));
        QVERIFY(!contentsOf(lake).contains("Zebrafinch"));
        QCOMPARE(lake.column("number_customergauge").size(), 1000);
    }
    QVERIFY2(step > 10, qPrintable(QString::number(step)));
}

void ForgetTest::theMarkIsDescribed()
{
    test::LakeFixture lake;
    lake.store(*test::begun(lake), lake.page().record({{"number_customergauge", 1}, {"email", person}}));
    test::Companion eraser({"erase", lake.place(), person, "6"});
    QCOMPARE(eraser.line(), "(ended)");
    QVERIFY(found(lake).needsCleanup);
    const auto tables = lake::describe(lake.location(), lake.catalog);
    VERIFY_OK(tables);
    const auto mark = std::find_if(tables->begin(), tables->end(),
                                   [](const auto &table) { return table.table == "lake_erasures"; });
    QVERIFY(mark != tables->end());
    QVERIFY(!mark->meaning.isEmpty() && !mark->columns.front().meaning.isEmpty());
    // The next writer of a sync opens it as ever.
    lake.store(*test::begun(lake), lake.page().record({{"number_customergauge", 2}}));
    VERIFY_OK(lake::finishErasure(lake.location(), lake.catalog, {}));
    QVERIFY(!found(lake).needsCleanup);
}

QTEST_GUILESS_MAIN(ForgetTest)
#include "tst_forget.moc"
