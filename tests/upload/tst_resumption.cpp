// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/lakefixture.h"
#include "support/testcase.h"
#include "upload/file/resumption.h"

using namespace gauge;
using namespace gauge::upload;
using lake::UploadCounts;
using lake::UploadRow;
using State = lake::UploadRowState;

//! Which rows of a file are known from an upload.
class ResumptionTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aPrintIsOfRecordAndCells();
    void aPrintIsKeptAsText();
    void equalRowsAreCounted_data();
    void equalRowsAreCounted();
    void whatWasAcceptedIsFoundFirst();
    void aRowIsKnownByItsCells();
    void rowsThatAreGoneAreKeptWhereTheyWereSent();
    void manyEqualRowsTakeNoTime();

private:
    static RowPrint print(const QString &value)
    {
        return printOf({{QStringLiteral("Email"), value}}, {value});
    }
    static UploadRow row(qint64 number, const QString &value, State state)
    {
        return {number, number + 1, state, {}, {}, print(value).content()};
    }
    static PrintedRow now(const QString &value) { return {7, print(value), false}; }
};

void ResumptionTest::aPrintIsOfRecordAndCells()
{
    const FormRecord record{{"A", "1"}, {"B", "2"}, {"C", ""}};
    const RowPrint first = printOf(record, {"1", "2"});
    // The order of columns, what is empty, and separators behind the last cell are nothing that is sent.
    QCOMPARE(printOf({{"B", "2"}, {"A", "1"}}, {}).record, first.record);
    QCOMPARE(printOf({}, {"1", "2", "", ""}).cells, first.cells);
    QVERIFY(printOf({}, {"", "1", "2"}).cells != first.cells);
    // What stands on a border belongs to one side of it.
    QVERIFY(printOf({}, {"12", ""}).cells != printOf({}, {"1", "2"}).cells);
    QVERIFY(printOf({{"A", "1:2"}}, {}).record != printOf({{"A1", ":2"}}, {}).record);
    QVERIFY(printOf({{"A", "B"}, {"C", "D"}}, {}).record != printOf({{"A", "BC"}, {"", "D"}}, {}).record);
}

void ResumptionTest::aPrintIsKeptAsText()
{
    const RowPrint first = print("a@example.com");
    QCOMPARE(RowPrint::parse(first.content()), std::optional(first));
    QVERIFY(!first.content().contains("example"));
    const QStringList others{QString(), "half", first.content() + "AAAA", first.content().mid(4)};
    for (const QString &none : others)
        QCOMPARE(RowPrint::parse(none), std::nullopt);
}

void ResumptionTest::equalRowsAreCounted_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("fewer") << 3 << 2;
    QTest::newRow("as many") << 3 << 3;
    QTest::newRow("more") << 3 << 5;
}

void ResumptionTest::equalRowsAreCounted()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    std::vector<UploadRow> earlier;
    for (int i = 1; i <= before; ++i)
        earlier.push_back(row(i, "c", State::Accepted));
    const std::vector<PrintedRow> file(std::size_t(after), now("c"));
    const Recognition found = recognise(earlier, before, file);
    QCOMPARE(found.counts.accepted, std::min(before, after));
    QCOMPARE(found.toSend, std::max(after - before, 0));
    QCOMPARE(found.added, found.toSend);
    QCOMPARE(found.missing, std::max(before - after, 0));
    QCOMPARE(int(found.rows.size()), before);
    QSet<qint64> numbers;
    for (const UploadRow &each : found.rows)
        numbers.insert(each.row);
    QCOMPARE(int(numbers.size()), before);
}

void ResumptionTest::whatWasAcceptedIsFoundFirst()
{
    const std::vector<UploadRow> earlier{row(1, "c", State::NotSent), row(2, "c", State::Refused),
                                         row(3, "c", State::Unknown), row(4, "c", State::Accepted)};
    const auto countsOf = [&](int rows) {
        return recognise(earlier, 4, std::vector<PrintedRow>(std::size_t(rows), now("c"))).counts;
    };
    QCOMPARE(countsOf(1), (UploadCounts{1, 0, 0, 0}));
    QCOMPARE(countsOf(2), (UploadCounts{1, 0, 1, 0}));
    QCOMPARE(countsOf(3), (UploadCounts{1, 1, 1, 0}));
    QCOMPARE(countsOf(4), (UploadCounts{1, 1, 1, 1}));
}

void ResumptionTest::aRowIsKnownByItsCells()
{
    // The same cells are sent as another record: what was refused is corrected, what was accepted is not
    // sent again.
    const std::vector<UploadRow> earlier{row(1, "a", State::Accepted), row(2, "b", State::Refused)};
    const auto remapped = [](const QString &value) {
        return PrintedRow{9, printOf({{QStringLiteral("Phone"), value}}, {value}), false};
    };
    const Recognition found = recognise(earlier, 2, {remapped("b"), remapped("a")});
    QCOMPARE(found.counts, (UploadCounts{1, 0, 0, 1}));
    QCOMPARE(found.toSend, 1);
    QCOMPARE(found.added, 0);
    QCOMPARE(found.rows.at(0).row, 2);
    QCOMPARE(found.rows.at(0).line, 9);
    QCOMPARE(found.rows.at(0).content, remapped("a").print.content());
}

void ResumptionTest::rowsThatAreGoneAreKeptWhereTheyWereSent()
{
    // Two of five rows were never tried, so the upload does not have them.
    const std::vector<UploadRow> earlier{row(-1, "long gone", State::Accepted), row(1, "a", State::Accepted),
                                         row(2, "b", State::Refused), row(3, "c", State::Sending)};
    PrintedRow wrong = now("wrong");
    wrong.hasErrors = true;
    const Recognition found = recognise(earlier, 5, {now("new"), wrong, now("long gone")});
    QCOMPARE(found.counts, (UploadCounts{1, 0, 0, 2}));
    QCOMPARE(found.toSend, 1);
    QCOMPARE(found.added, 1);
    QCOMPARE(found.missing, 2); // a and c
    QCOMPARE(found.left, 3); // b, and two that were never tried
    QCOMPARE(int(found.rows.size()), 3);
    QCOMPARE(found.rows.at(0).row, 3);
    QCOMPARE(found.rows.at(1).row, -1);
    QCOMPARE(found.rows.at(2).row, -2);
    Configuration configuration;
    configuration.recordType = QStringLiteral("surveys");
    VERIFY_OK(mayResume(found, configuration));
    Recognition more = found;
    more.added = 4;
    VERIFY_FAILS(mayResume(more, configuration), ErrorKind::Input);
    configuration.recordType = QStringLiteral("contacts");
    VERIFY_OK(mayResume(more, configuration));
}

void ResumptionTest::manyEqualRowsTakeNoTime()
{
    constexpr int many = 100'000;
    std::vector<UploadRow> earlier;
    for (int i = 1; i <= many; ++i)
        earlier.push_back(row(i, "c", State::Accepted));
    QElapsedTimer timer;
    timer.start();
    const Recognition found
        = recognise(std::move(earlier), many, std::vector<PrintedRow>(many + 1, now("c")));
    QCOMPARE(found.counts.accepted, many);
    QCOMPARE(found.toSend, 1);
    QVERIFY2(timer.elapsed() < 30'000,
             qPrintable(QString::number(timer.elapsed()))); // 10^10 steps take longer
}

QTEST_GUILESS_MAIN(ResumptionTest)
#include "tst_resumption.moc"
