// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/readback.h"
#include "upload/file/csvfile.h"
#include "upload/file/csvreader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringEncoder>
#include <QTemporaryDir>

#include <sys/resource.h>

using namespace gauge;
using upload::CsvDialect;
using upload::CsvReader;
using upload::CsvRow;
using upload::TextEncoding;

class CsvReaderTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void csvSpectrum_data();
    void csvSpectrum();
    void othersReadTheSame_data();
    void othersReadTheSame();
    void linesAreTold();
    void aMarkIsDroppedAtTheStartOfTheFileOnly();
    void whatIsNoRecordIsPassedOver();
    void whatIsNotCertainIsTold_data();
    void whatIsNotCertainIsTold();
    void encodingsAndSeparatorsAreFound_data();
    void encodingsAndSeparatorsAreFound();
    void aGuessCanBeOverruled();
    void bigCells();
    void aMillionRowsInConstantMemory();
    void columnsCanBeToldApart();
    void aPreviewIsTheBeginning();
    void whatIsNoFile();
    void theSumIsOfAllBytes();

private:
    QString file(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + ".csv");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return path;
    }
    struct Read
    {
        std::vector<CsvRow> rows;
        std::optional<Error> error;
    };
    static Read readFile(const QString &path, CsvDialect dialect = {})
    {
        Read result;
        const auto reader = CsvReader::open(path, dialect);
        if (!reader)
            return {{}, reader.error()};
        CsvRow row;
        for (;;) {
            const auto found = (*reader)->next(row);
            if (!found)
                result.error = found.error();
            if (!found || !*found)
                return result;
            result.rows.push_back(row);
        }
    }
    Read read(const QByteArray &bytes, CsvDialect dialect = {}) { return readFile(file(bytes), dialect); }

    QTemporaryDir m_folder;
    int m_files = 0;
};

// The files of a corpus that several libraries test themselves with.
void CsvReaderTest::csvSpectrum_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(CSV_SPECTRUM "/csvs");
    const QStringList names = folder.entryList({"*.csv"});
    QVERIFY(names.size() >= 11);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << QFileInfo(name).completeBaseName();
}

void CsvReaderTest::csvSpectrum()
{
    QFETCH(const QString, name);
    QFile expected(QStringLiteral(CSV_SPECTRUM "/json/") + name + ".json");
    QVERIFY(expected.open(QIODevice::ReadOnly));
    const QString path = QStringLiteral(CSV_SPECTRUM "/csvs/") + name + ".csv";
    const Read found = readFile(path, upload::detectDialect(path)->dialect);
    QVERIFY(!found.error);
    QJsonArray objects;
    for (size_t i = 1; i < found.rows.size(); ++i) {
        QJsonObject object;
        for (qsizetype c = 0; c < found.rows[0].cells.size(); ++c)
            object.insert(found.rows[0].cells[c], found.rows[i].cells.value(c));
        objects.append(object);
    }
    QCOMPARE(objects, QJsonDocument::fromJson(expected.readAll()).array());
}

void CsvReaderTest::othersReadTheSame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("LF") << QByteArray("a,b\n1,2\n");
    QTest::newRow("no end") << QByteArray("a,b\n1,2");
    QTest::newRow("all line ends in cells") << QByteArray("a,b\r\n\"x\ny\r\nz\rw\",2\r\n3,\"\n\"\r\n");
    QTest::newRow("quotes") << QByteArray("\"a\"\"b\",\"\"\"\",\"\"\n\"\",\",\",\" x \"\n");
    QTest::newRow("spaces") << QByteArray(" a , b\t\n\t1, 2 \n");
    QTest::newRow("ragged") << QByteArray("a,b\n1\n1,2,3\n,3\n,,3\n");
    QTest::newRow("beyond ASCII") << QByteArray("naïve,日本語,😀\nÅ,é,\u2028\n");
    QTest::newRow("a last empty cell") << QByteArray("a,b\n1,");
}

void CsvReaderTest::othersReadTheSame()
{
    QFETCH(const QByteArray, bytes);
    const QString path = file(bytes);
    const Read found = readFile(path);
    QVERIFY2(!found.error, found.error ? qPrintable(found.error->text) : "");
    QJsonArray rows;
    for (const CsvRow &row : found.rows)
        rows.append(QJsonArray::fromStringList(row.cells));
    QCOMPARE(rows, test::readBack("csv", path).array());
}

void CsvReaderTest::aMarkIsDroppedAtTheStartOfTheFileOnly()
{
    const QByteArray mark("\xEF\xBB\xBF");
    const Read found = read(mark + "name,city\n" + mark + "Jan," + mark + "Breda\n");
    QVERIFY(!found.error);
    const QString kept(QChar(char16_t(0xFEFF)));
    QCOMPARE(found.rows.front().cells, (QStringList{QStringLiteral("name"), QStringLiteral("city")}));
    QCOMPARE(found.rows.back().cells,
             (QStringList{kept + QStringLiteral("Jan"), kept + QStringLiteral("Breda")}));
}

void CsvReaderTest::linesAreTold()
{
    const QList<QByteArray> ends{"\n", "\r\n", "\r"};
    for (const QByteArray &end : ends) {
        const QByteArray text = "a" + end + end + "\"b" + end + "b\"" + end + "c" + end + end + end + "d";
        const Read found = read(text);
        QVERIFY(!found.error);
        QList<qint64> lines;
        for (const CsvRow &row : found.rows)
            lines.append(row.line);
        QCOMPARE(lines, (QList<qint64>{1, 3, 5, 8}));
    }
    // A line end that two reads of the disk tear apart is one.
    QByteArray text("name\r\n");
    for (int i = 0; i < 30'000; ++i)
        text += QByteArray(i % 7, 'x') + "y\r\n";
    const Read found = read(text);
    QCOMPARE(found.rows.size(), size_t(30'001));
    QCOMPARE(found.rows.back().line, 30'001);
}

void CsvReaderTest::whatIsNoRecordIsPassedOver()
{
    const auto rowsOf = [&](const QByteArray &bytes, qint64 headerLine = 1) {
        CsvDialect dialect;
        dialect.headerLine = headerLine;
        const Read found = read(bytes, dialect);
        return found.error ? std::vector<CsvRow>() : found.rows;
    };
    const std::vector<CsvRow> two{{1, {"a", "b"}}, {2, {"1", "2"}}};
    QCOMPARE(rowsOf("a,b\n1,2\n"), two);
    QCOMPARE(rowsOf("a,b\n1,2\n,\n \xC2\xA0, \n,,,,\n"), two);
    // Ctrl-Z at the end, also many of them, as old programs fill their last block.
    QCOMPARE(rowsOf("a,b\n1,2\n\x1a"), two);
    QCOMPARE(rowsOf("a,b\n1,2\x1a"), two);
    QCOMPARE(rowsOf("a,b\r\n1,2\r\n" + QByteArray(200'000, '\x1a')), two);
    // The header once more, with the mark of the file that was appended, quoted or not.
    QCOMPARE(rowsOf("a,b\n1,2\n\xEF\xBB\xBF"
                    "a,b\n"),
             two);
    QCOMPARE(rowsOf("a,b\n1,2\n\xEF\xBB\xBF\"a\", b\n"), two);
    QCOMPARE(rowsOf("a,b\n1,2\na,c\n").size(), size_t(3));
    // Lines in front of the header, whatever is in them.
    QCOMPARE(rowsOf("sep=,\n\"5\" pipe\na,b\n1,2\n", 3),
             (std::vector<CsvRow>{{3, {"a", "b"}}, {4, {"1", "2"}}}));
    const auto reader = CsvReader::open(file("a\n\n \na\nx\na\n"), {});
    CsvRow row;
    while (*(*reader)->next(row)) {}
    QCOMPARE((*reader)->blankRecords(), 1);
    QCOMPARE((*reader)->repeatedHeaders(), (QList<qint64>{4, 6}));
}

void CsvReaderTest::whatIsNotCertainIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("words");
    const QString utf8("utf-8");
    const QString utf16("utf-16le");
    QTest::newRow("broken UTF-8") << QByteArray("a\nb\n\xC3(\n") << utf8 << "Line 3 is not in the encoding";
    QTest::newRow("a character cut off") << QByteArray("a\nb\xE2\x82") << utf8 << "Line 2 is not in";
    QTest::newRow("Latin-1 as UTF-8") << QByteArray("caf\xE9\n") << utf8 << "Line 1 is not in";
    QTest::newRow("NUL") << QByteArray("a\nb\0c\n", 6) << utf8 << "Line 2 has bytes that are not text";
    QTest::newRow("UTF-16 as UTF-8") << QByteArray("a\0\n\0", 4) << utf8 << "Line 1 has bytes";
    QTest::newRow("half a surrogate") << QByteArray("a\0\n\0\x3D\xD8x\0", 8) << utf16 << "Line 2 has";
    QTest::newRow("a surrogate at the end") << QByteArray("a\0\n\0\x3D\xD8", 6) << utf16 << "Line 2 has";
    QTest::newRow("half a unit") << QByteArray("a\0\n\0b", 5) << utf16 << "Line 2 has";
    QTest::newRow("a hole in Windows-1252") << QByteArray("a\nb\x81\n") << "windows-1252"
                                            << "Line 2 has bytes";
    QTest::newRow("half a character of Shift-JIS") << QByteArray("a\n\x93\n") << "shift_jis"
                                                   << "Line 2 has bytes";
    QTest::newRow("Ctrl-Z within") << QByteArray("a\nb\x1a\nc\n") << utf8
                                   << "Line 2 has the control character";
    QTest::newRow("a quote within") << QByteArray("a,b\n5\" pipe,1\n") << utf8 << "Line 2 cannot be divided";
    QTest::newRow("text behind a quote") << QByteArray("a\n\"b\"c\n") << utf8 << "Line 2 cannot be divided";
    QTest::newRow("never closed") << QByteArray("a\nb\n\"c\nd\n") << utf8 << "begins on line 3 is not closed";
    QTest::newRow("far too many cells") << QByteArray(10'001, ',') << utf8 << "more than 10,000 cells";
    QTest::newRow("a quote that swallows all")
        << QByteArray("a\n\"" + QByteArray(1023, 'x').append('\n').repeated(33 << 10)) << utf8
        << "begins on line 2 is longer";
    QTest::newRow("a line without an end")
        << QByteArray(33 << 20, 'x') << utf8 << "begins on line 1 is longer";
}

void CsvReaderTest::whatIsNotCertainIsTold()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, encoding);
    QFETCH(const QString, words);
    const Read found = read(bytes, {',', *TextEncoding::fromName(encoding), false});
    QVERIFY(found.error);
    QCOMPARE(kindName(found.error->kind), kindName(ErrorKind::Input));
    QVERIFY2(found.error->text.contains(words), qPrintable(found.error->text));
}

void CsvReaderTest::encodingsAndSeparatorsAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<char>("separator");
    const QString text = "Name;Größe\nJosé;\"1,5\"\n";
    QTest::newRow("UTF-8") << text.toUtf8() << "utf-8" << ';';
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF" + text.toUtf8()) << "utf-8" << ';';
    QTest::newRow("Windows-1252") << text.toLatin1() << "windows-1252" << ';';
    for (const bool mark : {true, false}) {
        const auto flag = mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default;
        QStringEncoder little(QStringConverter::Utf16LE, flag);
        QStringEncoder big(QStringConverter::Utf16BE, flag);
        QTest::newRow(mark ? "UTF-16LE with a mark" : "UTF-16LE")
            << QByteArray(little(text)) << "utf-16le" << ';';
        QTest::newRow(mark ? "UTF-16BE with a mark" : "UTF-16BE")
            << QByteArray(big(text)) << "utf-16be" << ';';
    }
    QTest::newRow("tab") << QByteArray("Name\tGröße\nJosé\t1,5\n") << "utf-8" << '\t';
    QTest::newRow("pipe") << QByteArray("Name|Größe\nJosé|1,5\n") << "utf-8" << '|';
    QTest::newRow("comma") << QByteArray("Name,Größe\nJosé,1;5\n") << "utf-8" << ',';
}

void CsvReaderTest::encodingsAndSeparatorsAreFound()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, encoding);
    QFETCH(const char, separator);
    const QString path = file(bytes);
    const auto guess = upload::detectDialect(path);
    QVERIFY(guess);
    QVERIFY(guess->isCertain());
    const std::optional dialect(guess->dialect);
    QCOMPARE(upload::encodingName(dialect->encoding), encoding);
    QCOMPARE(upload::encodingFromName(encoding.toUpper()), std::optional(dialect->encoding));
    QCOMPARE(dialect->separator, separator);
    const Read found = readFile(path, *dialect);
    QVERIFY(!found.error);
    QCOMPARE(found.rows.size(), size_t(2));
    QCOMPARE(found.rows[0].cells, (QStringList{"Name", "Größe"}));
    QCOMPARE(found.rows[1].cells.size(), 2);
    QCOMPARE(found.rows[1].cells[0], QString("José"));
}

void CsvReaderTest::aGuessCanBeOverruled()
{
    QCOMPARE(upload::guessDialect({}).dialect, CsvDialect());
    QCOMPARE(upload::guessDialect("alone\nx\n").dialect, CsvDialect());
    // A megabyte that ends within a character.
    const QByteArray cut = "x" + QByteArray("é").repeated(1 << 19).left((1 << 20) - 1);
    QCOMPARE(upload::guessDialect(cut, false).dialect.encoding, TextEncoding::utf8());
    // The whole of Windows-1252, but for its holes.
    QByteArray bytes;
    for (int code = 0x80; code < 0x100; ++code) {
        if (!QByteArray("\x81\x8d\x8f\x90\x9d").contains(char(code)))
            bytes += char(code);
    }
    const Read found = read(bytes, {',', TextEncoding::windows1252(), false});
    const QString text = found.rows.at(0).cells.at(0);
    QCOMPARE(text.size(), 123);
    QCOMPARE(text[0], QChar(0x20ac));
    QCOMPARE(text[26], QChar(0x178));
    QCOMPARE(text.mid(27), QString::fromLatin1(bytes.mid(27)));
    QCOMPARE(read("a;b,c\n", {';', TextEncoding::utf8(), false}).rows.at(0).cells, (QStringList{"a", "b,c"}));
}

void CsvReaderTest::bigCells()
{
    QByteArray big = QByteArray("line \"\"one\"\"\r\n").repeated(10 << 16);
    const Read found = read("a,b\n1,\"" + big + "\"\n2,3\n");
    QVERIFY(!found.error);
    QCOMPARE(found.rows.size(), size_t(3));
    QCOMPARE(found.rows[1].cells[1].toUtf8(), big.replace("\"\"", "\""));
    QCOMPARE(found.rows[2].cells, (QStringList{"2", "3"}));
    QCOMPARE(found.rows[2].line, 3 + (10 << 16));
}

void CsvReaderTest::aMillionRowsInConstantMemory()
{
    const QString path = m_folder.filePath("million.csv");
    {
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("number,name,\"a note\"\n");
        const QByteArray rest(",\"Jansen, J.\",nothing to see\n");
        for (int i = 0; i < 1'000'000; ++i)
            out.write(QByteArray::number(i) + rest);
    }
    rusage before{};
    ::getrusage(RUSAGE_SELF, &before);
    const auto reader = CsvReader::open(path, {});
    QVERIFY(reader);
    CsvRow row;
    qint64 rows = 0;
    for (;;) {
        const auto found = (*reader)->next(row);
        QVERIFY(found);
        if (!*found)
            break;
        ++rows;
    }
    QCOMPARE(rows, 1'000'001);
    QCOMPARE(row.cells.at(0), QString("999999"));
    QCOMPARE((*reader)->bytesRead(), (*reader)->size());
    rusage after{};
    ::getrusage(RUSAGE_SELF, &after);
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < 8 * 1024, qPrintable(QString::number(after.ru_maxrss)));
}

void CsvReaderTest::columnsCanBeToldApart()
{
    QCOMPARE(upload::columnNames({" a ", "", "a", "a (2)", "a", ""}),
             (QStringList{"a", "Column 2", "a (2)", "a (2) (2)", "a (3)", "Column 6"}));
}

void CsvReaderTest::aPreviewIsTheBeginning()
{
    const QString path = file("a,b\n1,2\n3\n\"broken\n");
    const auto two = upload::previewCsv(path, {}, 2);
    QVERIFY(two);
    QCOMPARE(two->columns, (QStringList{"a", "b"}));
    QCOMPARE(two->rows, (std::vector<CsvRow>{{2, {"1", "2"}}, {3, {"3"}}}));
    QVERIFY(!upload::previewCsv(path, {}, 3));
    const auto alone = upload::previewCsv(file("a,b\n"), {}, 3);
    QVERIFY(alone);
    QVERIFY(alone->rows.empty());
    for (const char *nothing : {"", "\n\r\n", "\xEF\xBB\xBF"}) {
        const auto empty = upload::previewCsv(file(nothing), {}, 3);
        QVERIFY(!empty);
        QVERIFY2(empty.error().text.contains("is empty"), qPrintable(empty.error().text));
    }
}

void CsvReaderTest::whatIsNoFile()
{
    for (const QString &path : {m_folder.filePath("missing.csv"), m_folder.path(), QString("/dev/null")}) {
        const auto dialect = upload::detectDialect(path);
        QVERIFY(!dialect);
        QCOMPARE(kindName(dialect.error().kind), kindName(ErrorKind::Input));
        QVERIFY(readFile(path).error);
    }
}

void CsvReaderTest::theSumIsOfAllBytes()
{
    const QByteArray bytes = "a;b\r\n" + QByteArray("1;2\n").repeated(40'000) + "\xEF\xBB\xBF";
    const auto reader = CsvReader::open(file(bytes), {';', TextEncoding::utf8(), false});
    CsvRow row;
    while (*(*reader)->next(row)) {}
    QVERIFY(!*(*reader)->next(row)); // and stays at its end
    QCOMPARE((*reader)->sha256(),
             QString(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
}

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "tst_csvreader.moc"
