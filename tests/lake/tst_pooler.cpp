// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <QSet>
#include <QtConcurrentRun>

using namespace gauge;

//! Lakes behind a real PgBouncer that gives each transaction one of two sessions (with-pgbouncer.sh).
class PoolerTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void twoLakesStayApart();
    void transactionsOfTwoLakesInterleave();
    void nothingStaysInASession();
    void statementPoolingIsRefused();

private:
    //! A schema of its own in the pooled database, or, \a direct, past the pooler.
    static lake::Location schema(const QString &name, bool direct = false)
    {
        const QString server = qEnvironmentVariable(direct ? "GAUGE_POSTGRES_DIRECT" : "GAUGE_POSTGRES_TWO");
        return *lake::Location::parse(server + QStringLiteral("?schema=") + name, {});
    }
    //! Syncs \a pages pages into \a name, of which each comes twice: the second time with other texts.
    static QString sync(const QString &name, int pages);
    //! What is wrong with the lake \a name after that.
    static QString validationError(const QString &name, int pages);
    static constexpr int perPage = 50;
};

QString PoolerTest::sync(const QString &name, int pages)
{
    const test::LakeFixture feeds;
    auto writer = lake::LakeWriter::open(schema(name), feeds.catalog, feeds.clock);
    if (!writer)
        return writer.error().text + writer.error().detail;
    if (auto taken = (*writer)->acquireLease("responses"); !taken)
        return taken.error().text + taken.error().detail;
    for (int round = 0; round < 2 * pages; ++round) {
        test::PageBuilder page = feeds.page();
        for (int i = 0; i < perPage; ++i) {
            const int number = round / 2 * perPage + i + 1;
            const std::string text
                = name.toStdString() + (round % 2 ? " changed " : " first ") + std::to_string(number);
            page.record({{"number_customergauge", number}, {"comment_original", text}},
                        {{"property." + name, text}});
        }
        auto stored = (*writer)->store(feeds.feed("responses"), {}, page.page(),
                                       lake::Checkpoint{QString::number(round), false});
        if (!stored)
            return stored.error().text + stored.error().detail;
        // In between somebody looks, with another connection.
        const auto reader = lake::LakeReader::open(schema(name), feeds.catalog);
        const auto count = reader ? (*reader)->count("responses", {}) : Result<qint64>(fail(reader.error()));
        if (!count || *count != (round / 2 + 1) * perPage)
            return count ? QStringLiteral("%1 of %2 records").arg(*count).arg((round / 2 + 1) * perPage)
                         : count.error().text + count.error().detail;
    }
    return {};
}

QString PoolerTest::validationError(const QString &name, int pages)
{
    const test::LakeFixture feeds;
    const auto reader = lake::LakeReader::open(schema(name, true), feeds.catalog);
    if (!reader)
        return reader.error().text;
    query::Query query;
    query.columns = {"number_customergauge", "comment_original", "property." + name};
    QSet<qint64> numbers;
    QString wrong;
    const auto read = (*reader)->forEachRow("responses", query, {}, [&](const catalog::Row &row) {
        const std::string text = name.toStdString() + " changed " + std::to_string(row.cells[0].integer);
        if (row.cells[1].text != text || row.cells[2].text != text)
            wrong = QString::fromStdString(std::string(row.cells[1].text));
        numbers.insert(row.cells[0].integer);
        return true;
    });
    if (!read)
        return read.error().text + read.error().detail;
    if (!wrong.isEmpty() || numbers.size() != pages * perPage)
        return QStringLiteral("%1 has %2 records, and “%3”").arg(name).arg(numbers.size()).arg(wrong);
    query.columns.clear();
    query.search = name;
    const auto found = (*reader)->count("responses", query);
    if (!found || *found != pages * perPage)
        return QStringLiteral("a search finds %1").arg(found.value_or(-1));
    const auto columns = (*reader)->columns("responses");
    if (!columns)
        return columns.error().text;
    for (const lake::LakeColumn &column : *columns) {
        if (column.name.startsWith("property.") && column.name != "property." + name)
            return column.name;
    }
    return {};
}

void PoolerTest::twoLakesStayApart()
{
    const int pages = qEnvironmentVariableIsSet("GAUGE_SOAK") ? 200 : 10;
    const QStringList names{"acme", "zebra"};
    QList<QFuture<QString>> syncs;
    for (const QString &name : names)
        syncs.append(QtConcurrent::run([name, pages] { return sync(name, pages); }));
    for (const auto &ended : syncs)
        QCOMPARE(ended.result(), QString());
    for (const QString &name : names)
        QCOMPARE(validationError(name, pages), QString());
    // And nothing beside them.
    const auto direct = lake::openReading(schema("acme", true));
    VERIFY_OK(direct);
    QCOMPARE(*(*direct)->number("SELECT count(*) FROM pg_class WHERE relname='responses'"), 2);
}

//! One transaction of each at a time, in turns, so that each meets the session of the other.
void PoolerTest::transactionsOfTwoLakesInterleave()
{
    const test::LakeFixture feeds;
    std::vector<std::unique_ptr<lake::SqlConnection>> lakes;
    for (const char *name : {"left_lake", "right_lake"}) {
        const auto made = lake::LakeWriter::open(schema(name), feeds.catalog, feeds.clock);
        VERIFY_OK(made);
        auto opened = lake::openWriting(schema(name));
        VERIFY_OK(opened);
        lakes.push_back(std::move(*opened));
    }
    for (int round = 1; round <= 20; ++round) {
        std::vector<lake::Transaction> open;
        for (const auto &lake : lakes) {
            auto begun = lake::Transaction::begin(*lake, lake::Transaction::Kind::Write);
            VERIFY_OK(begun);
            open.push_back(std::move(*begun));
        }
        for (const auto &lake : lakes)
            VERIFY_OK(lake->run("INSERT INTO lake_dictionaries(feed, made_at, content) VALUES('x','y','z')"));
        // The session that is free first is the other one each time.
        for (size_t i = 0; i < open.size(); ++i)
            VERIFY_OK(open[round % 2 ? i : open.size() - 1 - i].commit());
        // Outside of a transaction, too.
        for (const auto &lake : lakes)
            QCOMPARE(*lake->number("SELECT count(*) FROM lake_dictionaries"), round);
    }
}

void PoolerTest::nothingStaysInASession()
{
    QCOMPARE(sync("tidy", 2), QString());
    const auto direct = lake::openReading(schema("tidy", true));
    VERIFY_OK(direct);
    QCOMPARE(*(*direct)->number("SELECT count(*) FROM pg_class WHERE relpersistence='t'"), 0);
    // As another program finds the sessions that the pooler has kept.
    for (const char *rows :
         {"pg_prepared_statements", "pg_cursors", "pg_locks WHERE locktype='advisory'",
          "pg_settings WHERE source='session' AND name IN ('search_path', 'lock_timeout', 'jit', "
          "'bytea_output', 'synchronous_commit')"}) {
        QProcess shell;
        shell.start("psql",
                    {"-At", "-d", qEnvironmentVariable("GAUGE_POSTGRES_TWO"), "-c",
                     QStringLiteral("SELECT count(*) FROM ") + rows});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput().trimmed(), QByteArray("0"));
    }
}

void PoolerTest::statementPoolingIsRefused()
{
    const test::LakeFixture feeds;
    const auto location = lake::Location::parse(
        qEnvironmentVariable("GAUGE_POSTGRES_STATEMENT") + QStringLiteral("?schema=refused"), {});
    const auto written = lake::LakeWriter::open(*location, feeds.catalog, feeds.clock);
    VERIFY_FAILS(written, ErrorKind::Storage);
    QVERIFY2(written.error().text.contains("pool_mode"), qPrintable(written.error().text));
    const auto read = lake::LakeReader::open(*location, feeds.catalog);
    VERIFY_FAILS(read, ErrorKind::Storage);
    QVERIFY2(read.error().text.contains("pool_mode"), qPrintable(read.error().text));
    const auto direct = lake::openReading(schema("tidy", true));
    VERIFY_OK(direct);
    QCOMPARE(*(*direct)->number("SELECT count(*) FROM pg_namespace WHERE nspname='refused'"), 0);
}

QTEST_GUILESS_MAIN(PoolerTest)
#include "tst_pooler.moc"
