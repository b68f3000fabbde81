// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/exportlake.h"
#include "transfer/readback.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

using namespace gauge;
using namespace gauge::test;

namespace {

//! The text of record \a i, from 1 on, in the given order.
QStringList texts()
{
    QStringList texts{
        QStringLiteral("plain"),
        QStringLiteral("\"quoted\" \"\"twice\"\" \""),
        QStringLiteral("a,b;c|d"),
        QStringLiteral("line\nfeed"),
        QStringLiteral("tab\tinside"),
        QStringLiteral("  spaces at both ends  "),
        QStringLiteral("😀 👩‍👩‍👧‍👦 𝒳"),
        QStringLiteral("שלום \u202Eعربي\u202C"),
        QStringLiteral("漢字 \u2028 \u00A0 é e\u0301"),
        QStringLiteral("=1+1"),
        QStringLiteral("+cmd|' /C calc'!A0"),
        QStringLiteral("@SUM(A1)"),
        QStringLiteral("-2+x"),
        QStringLiteral("'=already guarded"),
        QStringLiteral("00042"),
        QStringLiteral("123456789012345678"),
        QStringLiteral("1.50"),
        QStringLiteral("1e5"),
        QStringLiteral("true"),
        QStringLiteral("2026-11-24"),
        QStringLiteral("<b>&amp;</b> ]]> <!-- -->"),
        QStringLiteral("+31 6 1234-5678"),
        QStringLiteral("\\N \\\" \\"),
    };
    return texts;
}

//! Texts that some readers do not know how to read.
QStringList hardTexts()
{
    QString controls;
    for (char16_t c = 1; c < 32; ++c)
        controls += QChar(c);
    return {QStringLiteral("carriage\rreturn"),
            QStringLiteral("both\r\nof them\r\n"),
            QStringLiteral("_x0041_ _x000D_ _x005F_x0041_"),
            controls + QChar(0x7f) + QChar(0x85),
            QStringLiteral("nul ") + QChar(0) + QStringLiteral(" inside"),
            QStringLiteral("no characters: \uFFFE \uFFFF")};
}

QByteArray recordOf(int number, const QString &text)
{
    QJsonObject comment{{QStringLiteral("original"), text}};
    QByteArray json
        = QJsonDocument(QJsonObject{{QStringLiteral("number_customergauge"), number},
                                    {QStringLiteral("nps"), number % 11},
                                    {QStringLiteral("date_sent"), QStringLiteral("2026-11-24 07:08:09")},
                                    {QStringLiteral("comment"), comment}})
              .toJson(QJsonDocument::Compact);
    return json;
}

QList<QByteArray> recordsOf(const QStringList &texts)
{
    QList<QByteArray> records;
    for (const QString &text : texts)
        records.append(recordOf(int(records.size()) + 1, text));
    return records;
}

} // namespace

//! What was served is what readers that are not ours find in an export.
class ExportRoundTripTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyReaderFindsTheTexts_data();
    void everyReaderFindsTheTexts();
    void exactReadersFindHardTextsToo_data();
    void exactReadersFindHardTextsToo();
    void halfSurrogatesAreReplacedEverywhere();
    void longTextsAreWholeInCsvAndToldOfInWorkbooks();

private:
    static void addColumns()
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<QString>("name");
    }
    //! The texts that \a reader finds in an export of \a texts, and that all else is in order.
    static QStringList found(const QString &reader, const QString &name, const QStringList &texts);
};

QStringList ExportRoundTripTest::found(const QString &reader, const QString &name, const QStringList &texts)
{
    ExportLake lake(recordsOf(texts));
    transfer::ExportPlan plan = lake.plan(name);
    plan.query.columns = {QStringLiteral("number_customergauge"), QStringLiteral("nps"),
                          QStringLiteral("date_sent"), QStringLiteral("comment_original")};
    plan.cells.rawFormulas = true;
    const auto job = lake.run(plan);
    if (job->error())
        return {job->error()->text, job->error()->detail};
    const QJsonDocument read = readBack(reader, plan.output);
    const QJsonArray rows = read.isArray()
        ? read.array()
        : read.object().value(QLatin1String("sheets")).toObject().value(QLatin1String("Responses")).toArray();
    QStringList result;
    for (int i = 1; i < rows.size(); ++i) {
        const QJsonArray row = rows.at(i).toArray();
        const QString date = row.at(2).isObject()
            ? row.at(2).toObject().value(QLatin1String("date")).toString()
            : row.at(2).toString();
        if (row.size() != 4 || row.at(0).toString() != QString::number(i)
            || row.at(1).toVariant().toInt() != i % 11 || date != QLatin1String("2026-11-24 07:08:09"))
            result.append(QStringLiteral("row %1: ").arg(i)
                          + QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact)));
        else
            result.append(row.at(3).toString());
    }
    return result;
}

void ExportRoundTripTest::everyReaderFindsTheTexts_data()
{
    addColumns();
    QTest::newRow("Python's csv") << QStringLiteral("csv") << QStringLiteral("x.csv");
    QTest::newRow("sqlite3 .import") << QStringLiteral("sqlite3") << QStringLiteral("x.csv");
    QTest::newRow("the letter of the standard") << QStringLiteral("xml") << QStringLiteral("x.xlsx");
    QTest::newRow("xlsx2csv") << QStringLiteral("xlsx2csv") << QStringLiteral("x.xlsx");
    QTest::newRow("LibreOffice") << QStringLiteral("libreoffice") << QStringLiteral("x.xlsx");
}

void ExportRoundTripTest::everyReaderFindsTheTexts()
{
    QFETCH(const QString, reader);
    QFETCH(const QString, name);
    QCOMPARE(found(reader, name, texts()), texts());
}

void ExportRoundTripTest::exactReadersFindHardTextsToo_data()
{
    addColumns();
    QTest::newRow("Python's csv") << QStringLiteral("csv") << QStringLiteral("x.csv");
    QTest::newRow("the letter of the standard") << QStringLiteral("xml") << QStringLiteral("x.xlsx");
}

void ExportRoundTripTest::exactReadersFindHardTextsToo()
{
    QFETCH(const QString, reader);
    QFETCH(const QString, name);
    QCOMPARE(found(reader, name, hardTexts()), hardTexts());
}

void ExportRoundTripTest::halfSurrogatesAreReplacedEverywhere()
{
    const QByteArray record = R"({"number_customergauge":1, "phone":"a\ud83dz\udc00","x":1.0e2})";
    ExportLake lake({record});
    QVERIFY(!lake.run(lake.plan(QStringLiteral("x.jsonl")))->error());
    // JSON readers do not agree on them.
    QByteArray readable = record;
    readable.replace("\\ud83d", "\\ufffd").replace("\\udc00", "\\ufffd");
    QCOMPARE(lake.content(QStringLiteral("x.jsonl")), readable + '\n');
    transfer::ExportPlan csv = lake.plan(QStringLiteral("x.csv"));
    csv.query.columns = {QStringLiteral("phone")};
    QVERIFY(!lake.run(csv)->error());
    QCOMPARE(lake.content(QStringLiteral("x.csv")), QByteArray("phone\r\na\uFFFDz\uFFFD\r\n"));
}

void ExportRoundTripTest::longTextsAreWholeInCsvAndToldOfInWorkbooks()
{
    const QStringList long40{QString(40'000, QLatin1Char('x')), QString(32'767, QLatin1Char('y'))};
    QCOMPARE(found(QStringLiteral("csv"), QStringLiteral("x.csv"), long40), long40);
    QCOMPARE(found(QStringLiteral("sqlite3"), QStringLiteral("x.csv"), long40), long40);

    ExportLake lake(recordsOf(long40));
    transfer::ExportPlan plan = lake.plan(QStringLiteral("x.xlsx"));
    plan.query.columns = {QStringLiteral("comment_original")};
    const auto job = lake.run(plan);
    QVERIFY(!job->error());
    QCOMPARE(job->shortened(), 1);
    QVERIFY2(job->summary().contains(QLatin1String("longer than a cell")), qPrintable(job->summary()));
    const QJsonObject sheets
        = readBack(QStringLiteral("xml"), plan.output).object().value(QLatin1String("sheets")).toObject();
    const QJsonArray rows = sheets.value(QLatin1String("Responses")).toArray();
    const QString cut = rows.at(1).toArray().at(0).toString();
    QCOMPARE(cut.size(), 32'767);
    QVERIFY2(cut.contains(QLatin1String("characters in all]")), qPrintable(cut.right(60)));
    QCOMPARE(rows.at(2).toArray().at(0).toString(), long40.at(1));
    const QJsonArray about = sheets.value(QLatin1String("About this export")).toArray();
    QVERIFY(about.contains(QJsonArray({QStringLiteral("Texts cut"), 1})));
}

QTEST_GUILESS_MAIN(ExportRoundTripTest)
#include "tst_exportroundtrip.moc"
