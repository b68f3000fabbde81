// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledlake.h"
#include "lake/maintenance/meanings.h"
#include "lake/sql/feedlayout.h"
#include "support/testcase.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace gauge;
using test::begun;
using test::checked;
using test::fill;
using test::stopped;

namespace {

//! Another program at the lake's file.
void damageFile(const QString &path, const QString &sql)
{
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "damage");
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
        database.close();
    }
    QSqlDatabase::removeDatabase("damage");
}

//! Another program at the lake.
void damage(const test::LakeFixture &lake, const QString &sql)
{
    if (!test::LakeFixture::isPostgres()) {
        damageFile(lake.path(), sql);
        return;
    }
    const QString inSchema
        = QStringLiteral("SET search_path TO \"%1\"; %2").arg(lake.location().schema(), sql);
    QCOMPARE(QProcess::execute("psql",
                               {"-q", "-v", "ON_ERROR_STOP=1", "-d", qEnvironmentVariable("GAUGE_POSTGRES"),
                                "-c", inSchema}),
             0);
}

lake::Meaning::In engine()
{
    return test::LakeFixture::isPostgres() ? lake::Meaning::In::Database : lake::Meaning::In::File;
}

} // namespace

//! A lake described and checked, whatever keeps it.
class LakeCheckTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyTableAndColumnIsDescribed();
    void columnsOfRecordsNameTheServicesField();
    void everyMeaningBelongsToARealColumn();
    void theReadmeSaysTheSame();
    void noLakeIsNotFound();
    void aSoundLake();
    void whatIsWrongIsFound_data();
    void whatIsWrongIsFound();
    void aCheckCanBeCancelled();
};

void LakeCheckTest::everyTableAndColumnIsDescribed()
{
    test::LakeFixture lake;
    fill(lake);
    {
        const auto writer = begun(lake);
        auto wide = lake.page();
        test::PageBuilder::Values questions;
        for (int i = 0; i < lake::FeedLayout::columnsPerTable; ++i)
            questions.emplace_back(QStringLiteral("question.Question %1?").arg(i), "yes");
        wide.record({{"number_customergauge", 9}}, questions);
        lake.store(*writer, wide);
    }
    const auto tables = lake::describe(lake.location(), lake.catalog);
    VERIFY_OK(tables);
    QStringList names;
    for (const lake::TableDescription &table : *tables) {
        names.append(table.table);
        QVERIFY2(!table.meaning.isEmpty(),
                 qPrintable(table.table + " has no words; add them to src/lake/meanings.cpp"));
        QVERIFY(!table.columns.empty());
        for (const lake::ColumnDescription &column : table.columns) {
            const QString where = table.table + '.' + column.column;
            QVERIFY2(!column.meaning.isEmpty(),
                     qPrintable(where + " has no words; add them to src/lake/meanings.cpp"));
        }
    }
    for (const char *table : {"responses", "responses_2", "responses_raw", "non_responses", "close_loop",
                              "lake_feeds", "lake_columns", "lake_checkpoints", "lake_syncs", "lake_leases"})
        QVERIFY2(names.contains(QLatin1String(table)), table);
}

void LakeCheckTest::columnsOfRecordsNameTheServicesField()
{
    test::LakeFixture lake;
    fill(lake);
    const auto tables = lake::describe(lake.location(), lake.catalog);
    VERIFY_OK(tables);
    const auto table = std::find_if(tables->begin(), tables->end(),
                                    [](const auto &t) { return t.table == QLatin1String("responses"); });
    QVERIFY(table != tables->end());
    QCOMPARE(table->feed, "responses");
    const bool isPostgres = test::LakeFixture::isPostgres();
    QHash<QString, lake::ColumnDescription> byColumn;
    for (const lake::ColumnDescription &column : table->columns)
        byColumn.insert(column.column, column);
    QCOMPARE(byColumn.value("contact_first_name").field, "/contact/first_name");
    QCOMPARE(byColumn.value("property.Country").field, "/properties[field=Country]/reference");
    QVERIFY(byColumn.value("property.Country").meaning.contains("Country"));
    QCOMPARE(byColumn.value("other.region").field, "/region");
    QCOMPARE(byColumn.value("date_sent").type, isPostgres ? "text" : "TEXT");
    QCOMPARE(byColumn.value("nps").type, isPostgres ? "numeric" : "INTEGER");
    // What is no number stands beside the column, under the same name for queries.
    QCOMPARE(byColumn.contains("nps~text"), isPostgres);
    if (isPostgres) {
        QCOMPARE(byColumn.value("nps~text").name, "nps");
        QVERIFY(byColumn.value("nps~text").meaning.contains("no number"));
    }
}

void LakeCheckTest::everyMeaningBelongsToARealColumn()
{
    test::LakeFixture lake;
    fill(lake);
    const auto tables = lake::describe(lake.location(), lake.catalog);
    VERIFY_OK(tables);
    QSet<QString> real;
    for (const lake::TableDescription &table : *tables) {
        real.insert(table.table);
        for (const lake::ColumnDescription &column : table.columns)
            real.insert(table.table + '.' + column.column);
    }
    for (const lake::Meaning &meaning : lake::meanings()) {
        QString name = QString::fromUtf8(meaning.table);
        if (meaning.in != lake::Meaning::In::Every && meaning.in != engine())
            continue;
        if (name == "*_n")
            continue; // only where there are more columns than fit one table
        name.replace("*", "responses");
        if (*meaning.column)
            name += '.' + QLatin1String(meaning.column);
        QVERIFY2(real.contains(name), qPrintable(name + " is described but not there"));
    }
}

void LakeCheckTest::theReadmeSaysTheSame()
{
    QFile file(QStringLiteral(GAUGE_LAKE_README));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString readme = QString::fromUtf8(file.readAll());
    for (const lake::Meaning &meaning : lake::meanings()) {
        if (qstrcmp(meaning.table, "*_n") == 0 || !*meaning.column)
            continue;
        const QString row = QStringLiteral("| `%1` | %2 |")
                                .arg(QLatin1String(meaning.column), QString::fromUtf8(meaning.text));
        QVERIFY2(readme.contains(row), qPrintable("src/lake/README.md lacks the row " + row));
    }
}

void LakeCheckTest::noLakeIsNotFound()
{
    test::LakeFixture lake;
    VERIFY_FAILS(lake::describe(lake.location(), lake.catalog), ErrorKind::NotFound);
    VERIFY_FAILS(checked(lake), ErrorKind::NotFound);
    QCOMPARE(QDir(lake.folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void LakeCheckTest::aSoundLake()
{
    test::LakeFixture lake;
    fill(lake, 20);
    for (const auto depth : {lake::Depth::Quick, lake::Depth::Full}) {
        const auto report = checked(lake, depth);
        VERIFY_OK(report);
        QCOMPARE(report->records, 21);
        QVERIFY2(report->findings.empty(),
                 report->findings.empty() ? "" : qPrintable(report->findings.front().text));
    }
}

void LakeCheckTest::whatIsWrongIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("feed");
    const auto row = [](const char *name, const char *sql, const char *check, const char *feed) {
        QTest::newRow(name) << sql << check << feed;
    };
    row("a record without its JSON", "DELETE FROM responses_raw WHERE row_id=2", "raw", "responses");
    row("JSON without its record", "DELETE FROM responses WHERE row_id=2", "raw", "responses");
    row("a key in both feeds", "UPDATE non_responses SET number_customergauge='2'", "superseded",
        "responses");
    row("a number that will be used again", "UPDATE lake_feeds SET next_row_id=2 WHERE feed='responses'",
        "numbers", "responses");
    row("a feed that nobody knows of", "DELETE FROM lake_feeds WHERE feed='responses'", "numbers",
        "responses");
    row("a sync that nobody wrote down", "UPDATE responses_raw SET seen_sync=999 WHERE row_id=1", "raw",
        "responses");
    row("a missing column", "ALTER TABLE responses DROP COLUMN nps", "columns", "responses");
    row("a checkpoint that is no truth", "UPDATE lake_checkpoints SET complete=7", "checkpoint", "responses");
    row("a checkpoint of no time", "UPDATE lake_checkpoints SET updated_at='yesterday'", "checkpoint",
        "responses");
    row("a checkpoint ahead of its rows",
        "INSERT INTO lake_checkpoints VALUES('close-loop','','17',1,'2026-01-01T00:00:00.000Z')",
        "checkpoint", "close-loop");
    row("a JSON cut short", "UPDATE responses_raw SET body=substr(body,1,length(body)-1) WHERE row_id=1",
        "content", "responses");
    row("the same of a record that is gone",
        "UPDATE responses_raw SET gone_sync=1, body=substr(body,1,length(body)-1) WHERE row_id=1", "content",
        "responses");
}

void LakeCheckTest::whatIsWrongIsFound()
{
    QFETCH(QString, sql);
    QFETCH(QString, check);
    QFETCH(QString, feed);
    test::LakeFixture lake;
    fill(lake);
    damage(lake, sql);
    const auto report = checked(lake);
    VERIFY_OK(report);
    QVERIFY(!report->findings.empty());
    QCOMPARE(report->findings.front().check, check);
    QStringList feeds;
    for (const lake::IntegrityFinding &finding : report->findings) {
        feeds.append(finding.feed);
        QVERIFY(!finding.text.isEmpty());
    }
    QVERIFY2(feeds.contains(feed), qPrintable(feeds.join(' ')));
}

void LakeCheckTest::aCheckCanBeCancelled()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    VERIFY_FAILS(checked(lake, lake::Depth::Full, stopped()), ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(LakeCheckTest)
#include "tst_lakecheck.moc"
