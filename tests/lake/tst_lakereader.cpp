// SPDX-License-Identifier: GPL-3.0-or-later
#include "lakefixture.h"
#include "support/testcase.h"

#include <numeric>
#include <thread>

using namespace gauge;
using query::Query;

class LakeReaderTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void nothingSyncedYet();
    void rowsComeInTheOrderAsked();
    void sparseColumnsOfAWideFeedKeepTheirRows();
    void goneRowsMoveNoOther();
    void aMarkAtTheStartOfATextIsACharacter();
    void aRecordComesBackExactly();
    void scoresByTheirGroups();
    void walksStreamRowsAndRaws();
    void aWalkEndsWhenToldTo();
    void aStopDisturbsNothingLater();
    void aStopEndsALongStatement();
    void resolveTakesTitles();
    void resolveNamesTheNearest_data();
    void resolveNamesTheNearest();
    void readsWhileAWriterWrites();
    void aWalkSeesOneMomentOfTheLake();
    void severalQuestionsCanShareOneMoment();
    void newColumnsShowInAnOpenReader();

private:
    static void fill(test::LakeFixture &lake, lake::LakeWriter &writer, int records);
};

void LakeReaderTest::fill(test::LakeFixture &lake, lake::LakeWriter &writer, int records)
{
    test::PageBuilder page = lake.page();
    for (int i = 1; i <= records; ++i) {
        page.record({{"number_customergauge", i},
                     {"nps", i % 11},
                     {"comment_original", "Comment " + std::to_string(i)}},
                    {{"property.Country", i % 2 ? "NL" : "DE"}}, "{\"n\":" + std::to_string(i) + "}");
    }
    lake.store(writer, page);
}

void LakeReaderTest::nothingSyncedYet()
{
    test::LakeFixture lake;
    VERIFY_FAILS(lake::LakeReader::open(lake.location(), lake.catalog), ErrorKind::NotFound);
    const auto writer = lake.writer();
    QCOMPARE(*lake.reader()->count("responses", {}), 0);
    QVERIFY(lake.reader()->snapshot("responses", {})->keys.empty());
    // A feed that a newer catalog has and this file does not.
    catalog::Endpoint later = lake.feed("responses");
    later.id = "later";
    const auto reader = lake::LakeReader::open(lake.location(), catalog::Catalog({later}));
    VERIFY_OK(reader);
    VERIFY_FAILS((*reader)->count("later", {}), ErrorKind::NotFound);
    QCOMPARE((*reader)->status()->front().records, 0);
}

void LakeReaderTest::rowsComeInTheOrderAsked()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 10);
    const auto reader = lake.reader();
    const std::vector<qint64> keys{7, 2, 99, 7};
    const auto rows = reader->rows("responses", keys, {"nps", "property.Country", "email"});
    VERIFY_OK(rows);
    QCOMPARE(rows->size(), size_t(3));
    QCOMPARE((*rows)[0].key, 7);
    QCOMPARE((*rows)[0].display, (QStringList{"7", "NL", ""}));
    QCOMPARE((*rows)[0].null, (QList<bool>{false, false, true}));
    QCOMPARE((*rows)[1].display, (QStringList{"2", "DE", ""}));
    VERIFY_FAILS(reader->rows("responses", keys, {"npss"}), ErrorKind::Input);
    QVERIFY(reader->rows("responses", {}, {})->empty());
}

//! Continuation tables have a row only where a record has a value there; those without one come between.
void LakeReaderTest::sparseColumnsOfAWideFeedKeepTheirRows()
{
    constexpr int properties = 900; // two tables more
    constexpr int records = 1'100; // more than one fetch
    test::LakeFixture lake;
    const auto writer = lake.writer();
    test::PageBuilder page = lake.page();
    std::vector<QStringList> expected;
    const QStringList asked{"property.P0", "property.P450", "property.P899"};
    for (int i = 1; i <= records; ++i) {
        test::PageBuilder::Values extras;
        for (int p = i == 1 ? 0 : properties; p < properties; ++p) // the first one makes the columns
            extras.emplace_back(QStringLiteral("property.P%1").arg(p), "first");
        QStringList values(3, i == 1 ? QStringLiteral("first") : QString());
        for (int column = 0; column < 3 && i > 1; ++column) {
            if ((i * 7 + column * 3) % 11 > 2)
                continue;
            values[column] = QStringLiteral("%1 of %2").arg(column).arg(i);
            extras.emplace_back(asked[column], values[column].toStdString());
        }
        page.record({{"number_customergauge", i}}, extras);
        expected.push_back(values);
    }
    lake.store(*writer, page);
    const auto reader = lake.reader();
    QCOMPARE(reader->columns("responses")->back().part, 3);

    const auto shown = [](const catalog::Row &row) {
        QStringList values;
        for (const catalog::Cell &cell : row.cells)
            values.append(QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size())));
        return values;
    };
    for (const bool sorted : {false, true}) {
        Query query;
        query.columns = asked;
        if (sorted)
            query.sort = {{QStringLiteral("number_customergauge"), true}};
        std::vector<QStringList> walked;
        VERIFY_OK(reader->forEachRow("responses", query, {}, [&](const catalog::Row &row) {
            walked.push_back(shown(row));
            return true;
        }));
        if (sorted)
            std::reverse(walked.begin(), walked.end());
        QCOMPARE(walked.size(), expected.size());
        for (size_t i = 0; i < walked.size(); ++i)
            QCOMPARE(walked[i], expected[i]);
    }
    // A window of rows, from the end, with keys that are gone between them and one that is asked for twice.
    std::vector<qint64> keys;
    for (qint64 key = records; key > 0; key -= 3)
        keys.insert(keys.end(), {key, 5'000 + key, 6'000 + key});
    keys.insert(keys.begin() + 3, keys.front());
    const auto rows = reader->rows("responses", keys, asked);
    VERIFY_OK(rows);
    QCOMPARE(rows->size(), keys.size() - 2 * ((keys.size() - 1) / 3));
    for (const lake::OwnedRow &row : *rows)
        QCOMPARE(row.display, expected[size_t(row.key - 1)]);
    const auto counted = reader->values("responses", asked[2], Query(), 2'000, {});
    VERIFY_OK(counted);
    QHash<QString, qint64> values;
    for (const QStringList &row : expected)
        values[row[2]] += row[2].isEmpty() ? 0 : 1;
    QCOMPARE(qsizetype(counted->values.size()), values.size() - 1); // one is empty
    for (const lake::ValueCount &value : counted->values)
        QCOMPARE(value.records, values.value(value.text));
}

void LakeReaderTest::goneRowsMoveNoOther()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 10);
    const auto reader = lake.reader();
    const std::vector<qint64> keys{1, 77, 78, 2, 79, 80, 81, 3};
    QList<qint64> seen;
    VERIFY_OK(reader->forEachRaw("responses", keys, {}, [&](qint64 key, std::string_view raw) {
        seen.append(raw == "{\"n\":" + std::to_string(key) + "}" ? key : -key);
        return true;
    }));
    QCOMPARE(seen, (QList<qint64>{1, 2, 3}));
    const auto rows = reader->rows("responses", keys, {"number_customergauge"});
    VERIFY_OK(rows);
    QCOMPARE(rows->size(), size_t(3));
}

//! U+FEFF: a byte order mark at the start of a file, and a character at the start of a value.
void LakeReaderTest::aMarkAtTheStartOfATextIsACharacter()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    const QStringList texts{QStringLiteral(u"\uFEFFJan"), QStringLiteral(u"\uFEFFZo\u00EB"),
                            QStringLiteral("Jan")};
    test::PageBuilder page = lake.page();
    for (int i = 0; i < texts.size(); ++i) {
        page.record({{"number_customergauge", i + 1}, {"account_name", texts[i].toStdString()}},
                    {{"property.P", texts[i].toStdString()}});
    }
    lake.store(*writer, page);
    const auto reader = lake.reader();
    for (const QString column : {"account_name", "property.P"}) {
        QCOMPARE(lake.column(column), texts);
        const auto having = [&](query::Operator op, const QString &text) {
            Query query;
            query.where = {{column, op, {text}}};
            return *reader->count("responses", query);
        };
        QCOMPARE(having(query::Operator::Equal, texts[0]), 1);
        QCOMPARE(having(query::Operator::Equal, texts[2]), 1);
        QCOMPARE(having(query::Operator::StartsWith, QString(QChar(char16_t(0xFEFF)))), 2);
        QCOMPARE(having(query::Operator::Contains, texts[1].toUpper()), 1);
        QCOMPARE(having(query::Operator::StartsWith, QStringLiteral("jan")), 1);
        QCOMPARE(reader->values("responses", column, {}, 10)->values.size(), size_t(3));
        QStringList groups;
        const auto grouped = reader->scoreGroups("responses", {}, {column, {}});
        VERIFY_OK(grouped);
        for (const lake::ScoreGroup &group : *grouped)
            groups.append(group.name.value_or(QString()));
        QStringList expected = texts;
        expected.sort();
        groups.sort();
        QCOMPARE(groups, expected);
    }
}

void LakeReaderTest::aRecordComesBackExactly()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    // Not even valid UTF-8 changes on its way.
    const std::string raw = "{ \"a\" : \"\\u00e9 \xC3\xA9 \xFF\" ,\n\t\"b\":1.0e0 }";
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}, {}, raw));
    const auto detail = lake.reader()->record("responses", 1);
    VERIFY_OK(detail);
    QCOMPARE(detail->raw, QByteArray::fromStdString(raw));
    QCOMPARE(detail->row.display.size(), qsizetype(lake.feed("responses").columns.size()));
    VERIFY_FAILS(lake.reader()->record("responses", 2), ErrorKind::NotFound);
}

void LakeReaderTest::scoresByTheirGroups()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    test::PageBuilder page = lake.page();
    const std::vector<test::PageBuilder::Value> scores{0,  6,     7,   8,   9,    10, 11,
                                                       -1, "n/a", "9", 8.5, 10.0, {}, ""};
    for (size_t i = 0; i < scores.size(); ++i)
        page.record({{"number_customergauge", int(i)}, {"nps", scores[i]}});
    lake.store(*writer, page);
    const auto reader = lake.reader();
    // Promoters 9, 10, "9", 10.0; ignored 11, −1, "n/a", 8.5, nothing, "".
    QCOMPARE(*reader->scores("responses", {}), (lake::ScoreCounts{4, 2, 2, 6}));
    Query query;
    query.where = {{"nps", query::Operator::LessOrEqual, {"7"}}};
    QCOMPARE(*reader->scores("responses", query), (lake::ScoreCounts{0, 1, 2, 1}));
    query.where.clear();
    query.limit = 3;
    QCOMPARE(*reader->scores("responses", query), (lake::ScoreCounts{0, 1, 2, 0}));
    VERIFY_FAILS(reader->scores("non-responses", {}), ErrorKind::Input);
}

void LakeReaderTest::walksStreamRowsAndRaws()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 30);
    const auto reader = lake.reader();
    for (const bool sorted : {false, true}) {
        Query query;
        query.columns = {"number_customergauge", "property.Country"};
        query.where = {{"property.Country", query::Operator::Equal, {"NL"}}};
        if (sorted)
            query.sort = {{"number_customergauge", true}};
        std::vector<qint64> numbers;
        VERIFY_OK(reader->forEachRow("responses", query, {}, [&](const catalog::Row &row) {
            numbers.push_back(row.cells[0].integer);
            return row.cells.size() == 2 && row.cells[1].text == "NL";
        }));
        QCOMPARE(numbers.size(), size_t(15));
        QCOMPARE(numbers.front(), sorted ? 29 : 1);
        std::vector<std::string> raws;
        VERIFY_OK(reader->forEachRaw("responses", query, {}, [&](qint64, std::string_view raw) {
            raws.emplace_back(raw);
            return true;
        }));
        QCOMPARE(raws.size(), size_t(15));
        QCOMPARE(raws.front(), sorted ? std::string("{\"n\":29}") : std::string("{\"n\":1}"));
    }
    const std::vector<qint64> keys{5, 99, 3};
    std::vector<qint64> seen;
    VERIFY_OK(reader->forEachRow("responses", keys, {"nps"}, {}, [&](const catalog::Row &row) {
        seen.push_back(row.cells[0].integer);
        return true;
    }));
    VERIFY_OK(reader->forEachRaw("responses", keys, {}, [&](qint64 key, std::string_view) {
        seen.push_back(key);
        return true;
    }));
    QCOMPARE(seen, (std::vector<qint64>{5, 3, 5, 3}));
}

void LakeReaderTest::aWalkEndsWhenToldTo()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 30);
    const auto reader = lake.reader();
    int visited = 0;
    VERIFY_OK(
        reader->forEachRow("responses", Query(), {}, [&](const catalog::Row &) { return ++visited < 3; }));
    QCOMPARE(visited, 3);
    std::stop_source stop;
    const auto stopped
        = reader->forEachRaw("responses", Query(), stop.get_token(), [&](qint64, std::string_view) {
              stop.request_stop();
              return true;
          });
    VERIFY_FAILS(stopped, ErrorKind::Cancelled);
    // The reader is none the worse for it.
    QCOMPARE(*reader->count("responses", {}), 30);
}

//! What is asked next, of which the first is the end of the transaction, is not what was told to stop.
//! Several at once, so that a server is slow to begin with a statement.
void LakeReaderTest::aStopDisturbsNothingLater()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 30);
    std::atomic_int wellDone = 0;
    const auto stopAndAsk = [&] {
        const auto reader = lake.reader();
        for (int i = 0; i < 40; ++i) {
            std::stop_source stop;
            const auto stopped
                = reader->forEachRaw("responses", Query(), stop.get_token(), [&](qint64, std::string_view) {
                      stop.request_stop();
                      return true;
                  });
            const auto count = reader->count("responses", {});
            if (!stopped && stopped.error().kind == ErrorKind::Cancelled && count && *count == 30)
                ++wellDone;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back(stopAndAsk);
    }
    QCOMPARE(wellDone, 320);
}

void LakeReaderTest::aStopEndsALongStatement()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 20'000);
    const auto reader = lake.reader();
    std::stop_source stop;
    stop.request_stop(); // before the first step, where an interrupt would be lost
    Query query;
    query.sort = {{"comment_original", true}};
    query.where = {{"comment_original", query::Operator::Contains, {"nowhere"}}};
    VERIFY_FAILS(reader->snapshot("responses", query, stop.get_token()), ErrorKind::Cancelled);
    VERIFY_FAILS(reader->count("responses", query, stop.get_token()), ErrorKind::Cancelled);
    VERIFY_FAILS(reader->scores("responses", query, stop.get_token()), ErrorKind::Cancelled);
    query.where.clear();
    QCOMPARE(reader->snapshot("responses", query)->keys.size(), size_t(20'000));
}

void LakeReaderTest::resolveNamesTheNearest_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("case") << "Comment_Original"
                          << "comment_original";
    QTest::newRow("letters") << "coment_orignal"
                             << "comment_original";
    QTest::newRow("prefix left out") << "Property.Countri"
                                     << "property.Country";
    QTest::newRow("synonym") << "score"
                             << "nps";
}

// What stands above a column in the window.
void LakeReaderTest::resolveTakesTitles()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 2);
    const auto reader = lake.reader();
    const auto found = reader->resolve("responses", {"NPS", "country"});
    VERIFY_OK(found);
    QCOMPARE(found->front().name, QStringLiteral("nps"));
    QCOMPARE(found->back().name, QStringLiteral("property.Country"));
}

void LakeReaderTest::resolveNamesTheNearest()
{
    QFETCH(const QString, asked);
    QFETCH(const QString, nearest);
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 2);
    const auto reader = lake.reader();
    const auto resolved = reader->resolve("responses", {"nps", asked});
    VERIFY_FAILS(resolved, ErrorKind::Input);
    QVERIFY2(resolved.error().text.contains(QStringLiteral("“%1”").arg(nearest)),
             qPrintable(resolved.error().text));
    const auto found = reader->resolve("responses", {nearest, "status"});
    VERIFY_OK(found);
    QCOMPARE(found->front().name, nearest);
    QCOMPARE(found->size(), size_t(2));
}

void LakeReaderTest::readsWhileAWriterWrites()
{
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
    }
    test::Companion companion({"pages", lake.place()});
    QCOMPARE(companion.line(), QStringLiteral("1"));
    const auto reader = lake.reader();
    qint64 last = 0;
    for (int round = 0; round < 20; ++round) {
        QVERIFY(companion.line() != "(ended)");
        const auto count = reader->count("responses", {});
        VERIFY_OK(count);
        QVERIFY(*count % 100 == 0 && *count >= last);
        last = *count;
        QCOMPARE(reader->status()->back().records % 100, 0);
    }
    QVERIFY(last > 100);
}

void LakeReaderTest::aWalkSeesOneMomentOfTheLake()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 10);
    const auto reader = lake.reader();
    int visited = 0;
    VERIFY_OK(reader->forEachRow("responses", Query(), {}, [&](const catalog::Row &) {
        if (++visited == 1)
            fill(lake, *writer, 50);
        return true;
    }));
    QCOMPARE(visited, 10);
    QCOMPARE(*reader->count("responses", {}), 50);
}

void LakeReaderTest::severalQuestionsCanShareOneMoment()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 10);
    const auto reader = lake.reader();
    int visited = 0;
    const Result<void> asked = reader->inReadTransaction([&]() -> Result<void> {
        const auto counted = reader->count("responses", {});
        if (!counted || *counted != 10)
            return fail(ErrorKind::Input, QStringLiteral("not the first count"));
        fill(lake, *writer, 20);
        return reader->forEachRow("responses", Query(), {}, [&](const catalog::Row &) {
            ++visited;
            return true;
        });
    });
    VERIFY_OK(asked);
    QCOMPARE(visited, 10);
    QCOMPARE(*reader->count("responses", {}), 20);
    VERIFY_FAILS(
        reader->inReadTransaction([] { return Result<void>(fail(ErrorKind::Input, QStringLiteral("no"))); }),
        ErrorKind::Input);
}

void LakeReaderTest::newColumnsShowInAnOpenReader()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    fill(lake, *writer, 1);
    const auto reader = lake.reader();
    const auto before = reader->columns("responses")->size();
    lake.store(*writer, lake.page().record({{"number_customergauge", 2}}, {{"property.New", "n"}}));
    QCOMPARE(reader->columns("responses")->size(), before + 1);
    const std::vector<qint64> keys{2};
    QCOMPARE(reader->rows("responses", keys, {"property.New"})->front().display, QStringList{"n"});
}

QTEST_GUILESS_MAIN(LakeReaderTest)
#include "tst_lakereader.moc"
