// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/csvwriter.h"

#include <QBuffer>

using namespace gauge;
using catalog::Cell;
using catalog::ColumnType;

namespace {

std::vector<lake::LakeColumn> columnsOf(std::initializer_list<ColumnType> types)
{
    std::vector<lake::LakeColumn> columns;
    for (const ColumnType type : types) {
        const QString name = QStringLiteral("c%1").arg(columns.size());
        columns.push_back(
            {.name = name, .sqlName = name, .part = 0, .type = type, .title = name, .personal = false});
    }
    return columns;
}

QByteArray written(const std::vector<lake::LakeColumn> &columns, const std::vector<Cell> &cells,
                   const transfer::CsvOptions &options = {}, const transfer::CellOptions &texts = {})
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    transfer::CsvWriter writer(&buffer, options, texts);
    catalog::Row row;
    row.cells = cells;
    if (!writer.begin(columns) || !writer.write(row) || !writer.end())
        return "failed";
    return bytes.mid(bytes.indexOf("\r\n") + 2);
}

} // namespace

class CsvSinkTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void guardsFormulas_data();
    void guardsFormulas();
    void quotes_data();
    void quotes();
    void writesTypes();
    void masksPersonalColumnsOnly();
    void headerAndByteOrderMark();
    void aFullDeviceIsAnError();
};

void CsvSinkTest::guardsFormulas_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("guarded");
    for (const char *text : {"=1+1", "=", "@SUM(A1)", "\tx", "\rx", "+cmd|' /C calc'!A0", "-2+3+cmd", "-",
                             "+", "--", "+1a", "-A1"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text : {"", "x", "1", "-1", "+31 6 1234-5678", "+1 (555) 010.9999", "-1.5", "-1,5",
                             "+49/30/12", " =1", "'=1"})
        QTest::newRow(text) << QByteArray(text) << false;
    // All of these signs are allowed in a number or phone number, so "+1+1" is one by the contract.
    QTest::newRow("signs within") << QByteArray("+1+1") << false;
}

void CsvSinkTest::guardsFormulas()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, guarded);
    QCOMPARE(transfer::needsFormulaGuard(text.toStdString()), guarded);
}

void CsvSinkTest::quotes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << QByteArray("plain") << ',' << QByteArray("plain");
    QTest::newRow("comma") << QByteArray("a,b") << ',' << QByteArray("\"a,b\"");
    QTest::newRow("comma elsewhere") << QByteArray("a,b") << ';' << QByteArray("a,b");
    QTest::newRow("semicolon") << QByteArray("a;b") << ';' << QByteArray("\"a;b\"");
    QTest::newRow("tab") << QByteArray("a\tb") << '\t' << QByteArray("\"a\tb\"");
    QTest::newRow("quote") << QByteArray("a\"b\"\"") << ',' << QByteArray("\"a\"\"b\"\"\"\"\"");
    QTest::newRow("lines") << QByteArray("a\nb") << ',' << QByteArray("\"a\nb\"");
    QTest::newRow("carriage return") << QByteArray("a\rb") << ',' << QByteArray("\"a\rb\"");
    QTest::newRow("guard and quote") << QByteArray("=a,b") << ',' << QByteArray("\"'=a,b\"");
    QTest::newRow("leading zeros") << QByteArray("00042") << ',' << QByteArray("00042");
    QTest::newRow("other scripts") << QByteArray("ü 漢 😀") << ',' << QByteArray("ü 漢 😀");
}

void CsvSinkTest::quotes()
{
    QFETCH(QByteArray, text);
    QFETCH(char, delimiter);
    QFETCH(QByteArray, cell);
    transfer::CsvOptions options;
    options.delimiter = delimiter;
    const std::string value = text.toStdString();
    QCOMPARE(written(columnsOf({ColumnType::Text}), {Cell::ofText(value)}, options), cell + "\r\n");
    transfer::CellOptions raw;
    raw.rawFormulas = true;
    if (text.startsWith('='))
        QCOMPARE(written(columnsOf({ColumnType::Text}), {Cell::ofText(value)}, options, raw),
                 QByteArray("\"=a,b\"\r\n"));
}

void CsvSinkTest::writesTypes()
{
    const auto columns = columnsOf({ColumnType::Integer, ColumnType::Real, ColumnType::Boolean,
                                    ColumnType::Text, ColumnType::List, ColumnType::Boolean});
    const std::vector<Cell> cells{
        Cell::ofInteger(-9'007'199'254'740'993),
        Cell::ofReal(0.1),
        Cell::ofInteger(1),
        Cell{},
        Cell::ofText(R"([{"primary":"Ordering","secondary":["Ease of Ordering"]},{"primary":"Product"}])"),
        Cell::ofText("maybe")};
    QCOMPARE(written(columns, cells),
             QByteArray("-9007199254740993,0.1,true,,Ordering > Ease of Ordering; Product,maybe\r\n"));
}

void CsvSinkTest::masksPersonalColumnsOnly()
{
    auto columns = columnsOf({ColumnType::Text, ColumnType::Text, ColumnType::Text});
    columns[1].personal = true;
    columns[2].personal = true;
    transfer::CellOptions masked;
    masked.maskPersonal = true;
    QCOMPARE(written(columns, {Cell::ofText("a"), Cell::ofText("b"), Cell{}}, {}, masked),
             QByteArray("a,***,\r\n"));
}

void CsvSinkTest::headerAndByteOrderMark()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    auto columns = columnsOf({ColumnType::Text, ColumnType::Text});
    columns[1].title = QStringLiteral("=Title, \"quoted\"");
    transfer::CsvWriter writer(
        &buffer, {.delimiter = ',', .byteOrderMark = true},
        {.rawFormulas = false, .maskPersonal = false, .header = transfer::CellOptions::Header::Titles});
    QVERIFY(writer.begin(columns));
    QCOMPARE(bytes,
             QByteArray("\xEF\xBB\xBF"
                        "c0,\"'=Title, \"\"quoted\"\"\"\r\n"));
}

void CsvSinkTest::aFullDeviceIsAnError()
{
    QFile full(QStringLiteral("/dev/full"));
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    transfer::CsvWriter writer(&full, {}, {});
    const Result<void> begun = writer.begin(columnsOf({ColumnType::Text}));
    QVERIFY(!begun);
    QCOMPARE(begun.error().kind, ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(CsvSinkTest)
#include "tst_csvsink.moc"
