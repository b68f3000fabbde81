// SPDX-License-Identifier: GPL-3.0-or-later
// How a file is written is found for certain, or a person is asked: never certain and wrong.
#include "languagetexts.h"
#include "upload/file/csvdialect.h"
#include "upload/file/csvreader.h"
#include "upload/file/textencoding.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unicode/ucnv.h>

using namespace gauge;
using upload::DialectGuess;
using upload::guessDialect;
using upload::TextEncoding;

namespace {

//! \a text in \a encoding; empty where that has not all of its characters.
QByteArray encoded(const QString &text, const QString &encoding)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter *)> converter(
        ucnv_open(encoding.toLatin1().constData(), &error), ucnv_close);
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    QByteArray bytes(8 * text.size() + 16, '\0');
    const int32_t length
        = ucnv_fromUChars(converter.get(), bytes.data(), int32_t(bytes.size()),
                          reinterpret_cast<const UChar *>(text.utf16()), int32_t(text.size()), &error);
    return U_SUCCESS(error) ? bytes.left(length) : QByteArray();
}

QString decoded(const QByteArray &bytes, const TextEncoding &encoding)
{
    upload::TextDecoder decoder(encoding);
    QByteArray text;
    decoder.append(bytes, text);
    decoder.finish(text);
    return QString::fromUtf8(text);
}

} // namespace

class CsvDialectTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encodingsAreCertainOrAsked_data();
    void encodingsAreCertainOrAsked();
    void mixedLanguagesAreNeverWrong();
    void usualFilesAreCertain_data();
    void usualFilesAreCertain();
    void damagedUtf8IsNamed();
    void encodingsGoByAnyName();
    void whatIsFarDownCounts();
    void separators_data();
    void separators();
    void headers_data();
    void headers();
};

void CsvDialectTest::encodingsAreCertainOrAsked_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QStringList>("rows");
    QSet<QString> encodings;
    for (const LanguageText &text : languageTexts()) {
        for (const QString &encoding : text.encodings) {
            encodings.insert(encoding);
            const QString name = text.language + QLatin1Char(' ') + encoding;
            QStringList capitals;
            for (const QString &row : text.rows)
                capitals.append(row.toUpper());
            QTest::newRow(qPrintable(name)) << encoding << text.rows;
            QTest::newRow(qPrintable(name + " capitals")) << encoding << capitals;
            for (qsizetype i = 0; i < text.rows.size(); ++i) {
                QTest::addRow("%s row %d", qPrintable(name), int(i)) << encoding << text.rows.mid(i, 1);
                QTest::addRow("%s name %d", qPrintable(name), int(i))
                    << encoding << QStringList(text.rows[i].section(',', 0, 0) + ",x");
            }
        }
    }
    QVERIFY(encodings.size() >= 36);
}

void CsvDialectTest::encodingsAreCertainOrAsked()
{
    QFETCH(const QString, encoding);
    QFETCH(const QStringList, rows);
    QString text = "Account Name,Comment\r\n" + rows.join("\r\n") + "\r\n";
    if (encoding == "windows-1258")
        text = withTones(text);
    const QByteArray bytes = encoded(text, encoding);
    if (bytes.isEmpty())
        return; // the encoding lacks a letter of these rows
    const DialectGuess guess = guessDialect(bytes);
    if (guess.encoding.isCertain) {
        QCOMPARE(decoded(bytes, guess.encoding.encoding), text);
        return;
    }
    QVERIFY(!guess.isCertain());
    QVERIFY(!guess.encoding.isDamagedUtf8);
    const auto &candidates = guess.encoding.candidates;
    const auto right = std::find_if(candidates.begin(), candidates.end(), [&](const auto &candidate) {
        return decoded(bytes, candidate.encoding) == text;
    });
    QVERIFY(right != candidates.end());
    QVERIFY(!right->sample.isEmpty());
    QVERIFY2(text.normalized(QString::NormalizationForm_C)
                 .contains(right->sample.normalized(QString::NormalizationForm_C)),
             qPrintable(right->sample));
}

// As lists of customers are.
void CsvDialectTest::mixedLanguagesAreNeverWrong()
{
    const QStringList west{"en", "de", "fr", "es", "pt", "it", "sv", "da", "fi", "nl", "is"};
    const QStringList east{"pl", "cs", "sk", "hu", "sl", "hr", "de", "ro"};
    const std::vector<std::pair<QStringList, QString>> lists{{west, "windows-1252"}, {west, "macintosh"},
                                                             {west, "ibm850"},       {east, "windows-1250"},
                                                             {east, "ibm852"},       {east, "iso-8859-2"}};
    const auto texts = languageTexts();
    quint32 seed = 1;
    const auto random = [&](qsizetype below) {
        seed = seed * 1103515245 + 12345;
        return qsizetype(seed >> 16 & 0x7fff) % below;
    };
    int asked = 0;
    for (int round = 0; round < 40; ++round) {
        for (const auto &[languages, encoding] : lists) {
            QStringList rows;
            for (qsizetype i = random(12); i >= 0; --i) {
                const QString language = languages[random(languages.size())];
                const auto text = std::find_if(texts.begin(), texts.end(),
                                               [&](const auto &known) { return known.language == language; });
                rows.append(text->rows[random(text->rows.size())]);
            }
            const QString text = "Account Name,Comment\n" + rows.join('\n') + '\n';
            const QByteArray bytes = encoded(text, encoding);
            if (bytes.isEmpty())
                continue;
            const DialectGuess guess = guessDialect(bytes);
            asked += guess.encoding.isCertain ? 0 : 1;
            if (guess.encoding.isCertain)
                QCOMPARE(decoded(bytes, guess.encoding.encoding), text);
        }
    }
    QVERIFY(asked > 0);
}

// The harmless siblings: what is usual is not asked about.
void CsvDialectTest::usualFilesAreCertain_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("encoding");
    for (const auto &[language, encoding] :
         {std::pair("de", "windows-1252"), std::pair("fr", "windows-1252"), std::pair("es", "windows-1252"),
          std::pair("it", "windows-1252"), std::pair("sv", "windows-1252"), std::pair("pl", "windows-1250"),
          std::pair("cs", "windows-1250"), std::pair("hu", "windows-1250"), std::pair("hr", "windows-1250"),
          std::pair("ru", "windows-1251"), std::pair("ru", "koi8-r"),       std::pair("uk", "windows-1251"),
          std::pair("he", "windows-1255"), std::pair("ja", "shift_jis"),    std::pair("ja", "iso-2022-jp"),
          std::pair("zh_Hant", "big5"),    std::pair("th", "windows-874"),  std::pair("pl", "iso-8859-2"),
          std::pair("ru", "utf-8"),        std::pair("zh", "utf-8"),        std::pair("en", "utf-8"),
          std::pair("ko", "utf-16le"),     std::pair("ja", "utf-16be"),     std::pair("el", "utf-32le"),
          std::pair("vi", "utf-8"),        std::pair("ar", "utf-8"),        std::pair("th", "utf-8")})
        QTest::addRow("%s %s", language, encoding) << QString(language) << QString(encoding);
}

void CsvDialectTest::usualFilesAreCertain()
{
    QFETCH(const QString, language);
    QFETCH(const QString, encoding);
    const auto texts = languageTexts();
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const auto &known) { return known.language == language; });
    const QString text = "Account Name,Comment\r\n" + found->rows.join("\r\n") + "\r\n";
    const QByteArray bytes = encoded(text, encoding);
    const DialectGuess guess = guessDialect(bytes);
    QVERIFY(guess.isCertain());
    QCOMPARE(decoded(bytes, guess.dialect.encoding), text);
    QCOMPARE(guess.dialect.separator, ',');
}

void CsvDialectTest::damagedUtf8IsNamed()
{
    const QByteArray good = QByteArray("Name,Reference\n") + QByteArray("Zoë Łaź,m\n").repeated(20);
    const DialectGuess guess = guessDialect(good + "M\xFCller,m99\n" + good);
    QVERIFY(!guess.isCertain());
    QVERIFY(guess.encoding.isDamagedUtf8);
    QCOMPARE(guess.encoding.damagedLine, 22);
    QCOMPARE(guess.encoding.damagedCell, QString("M\uFFFDller"));
    QVERIFY(guessDialect(good).isCertain());
    // A person may know better.
    const DialectGuess told
        = guessDialect(good + "M\xFCller,m99\n", true, {{}, TextEncoding::windows1252(), {}});
    QVERIFY(told.isCertain());
    QCOMPARE(told.dialect.encoding, TextEncoding::windows1252());
    // Bytes that are UTF-8 by chance.
    const DialectGuess chance = guessDialect(encoded("Name,Reference\nDvořák Jiří,1\n", "x-mac-ce"));
    QVERIFY(!chance.isCertain());
}

void CsvDialectTest::encodingsGoByAnyName()
{
    QCOMPARE(TextEncoding::fromName("UTF8"), std::optional(TextEncoding::utf8()));
    QCOMPARE(TextEncoding::fromName("cp1252"), std::optional(TextEncoding::windows1252()));
    QCOMPARE(TextEncoding::fromName("Shift_JIS")->name(), QByteArray("shift_jis"));
    QCOMPARE(TextEncoding::fromName("MacRoman"), TextEncoding::fromName("macintosh"));
    for (const QString &name : upload::encodingNames()) {
        QVERIFY2(TextEncoding::fromName(name), qPrintable(name));
        QCOMPARE(TextEncoding::fromName(name.toUpper()), TextEncoding::fromName(name));
    }
    for (const QString &name :
         {QString(), QString("utf-9"), QString("utf-8,swaplfnl"), QString("größe"), QString(100, 'x')})
        QVERIFY2(!TextEncoding::fromName(name), qPrintable(name));
}

// The first letter beyond ASCII may be behind the part that is looked at for the rest.
void CsvDialectTest::whatIsFarDownCounts()
{
    QTemporaryDir folder;
    const QByteArray plain = "Name,Reference\n" + QByteArray("Anna,1\n").repeated(200'000);
    const auto guessOf = [&](const QByteArray &bytes) {
        QFile file(folder.filePath("long.csv"));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        file.close();
        return upload::detectDialect(file.fileName());
    };
    QCOMPARE(guessOf(plain)->dialect, upload::CsvDialect());
    const QString polish("Łukasz Żółć,1\nWałęsa Święty,2\nGdańsk Źródło,3\nZażółć gęślą jaźń,4\n");
    const auto guess = guessOf(plain + encoded(polish, "windows-1250"));
    QVERIFY(guess->isCertain());
    QCOMPARE(guess->dialect.encoding.name(), QByteArray("windows-1250"));
    QVERIFY(!guessOf(plain + "M\xFCller,1\n")->isCertain());
}

void CsvDialectTest::separators_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::addColumn<bool>("isCertain");
    const auto add = [](const char *name, const char *text, char separator, bool isCertain = true) {
        QTest::newRow(name) << QByteArray(text) << separator << isCertain;
    };
    add("semicolons around commas", "Account Name;Opens (Mo, Tu, We)\r\nACME;9, 10, 11\r\nBeta;8, 9, 9\r\n",
        ';');
    add("commas around semicolons", "Account Name,Tags\nACME,a;b;c\nBeta,d;e;f\n", ',');
    add("decimal commas", "Name;Price;Weight\nA;1,5;2,5\nB;3,25;4,75\n", ';');
    add("a title above", "Report of 2026\n\nName;Type\nACME;Call\nBeta;Mail\n", ';');
    add("spaces behind commas", "Account Name, Reference, Source, Type\nACME, 27, CRM, Call\n", ',');
    add("one column", "Contact Reference\nc0\nc1\n", ',');
    add("named by the file", "sep=|\nName|A;B;C\nx|1;2;3\n", '|');
    add("a tab named by the file", "sep=\t\nName\tA;B;C\nx\t1;2;3\n", '\t');
    add("named in capitals and quotes", "\"SEP=;\"\nName,A;B\nx,1;2\n", ';');
    add("in doubt", "a,b;c\n1,2;3\n4,5;6\n", ';', false);
}

void CsvDialectTest::separators()
{
    QFETCH(const QByteArray, text);
    QFETCH(const char, separator);
    QFETCH(const bool, isCertain);
    const DialectGuess guess = guessDialect(text);
    QCOMPARE(guess.dialect.separator, separator);
    QCOMPARE(guess.isCertain(), isCertain);
    QCOMPARE(guessDialect(text, true, {'|', {}, {}}).dialect.separator, '|');
}

void CsvDialectTest::headers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<QString>("title");
    const auto add = [](const char *name, const char *text, qint64 line, const char *title = "") {
        QTest::newRow(name) << QByteArray(text) << line << QString(title);
    };
    add("the first line", "Name,Type\nACME,Call\n", 1);
    add("a separator line", "sep=;\r\nName;Type\r\nACME;Call\r\n", 2);
    add("a title", "Customers 2026\nName,Type\nACME,Call\n", 2, "Customers 2026");
    add("a title of Excel", "Customers 2026,,,\n,,,\nName,Reference,Source,Type\nACME,1,CRM,Call\n", 3,
        "Customers 2026");
    add("a title behind a separator line", "sep=,\nCustomers\n\nName,Type\nACME,Call\n", 4, "Customers");
    add("empty lines", "\n\nName,Type\nACME,Call\n", 3);
    add("one column", "Reference\nA\nB\n", 1);
    add("a column without a heading", "Name,\nACME,Call\nBeta,Mail\n", 1);
    add("headings that are missing", "Name,,Type,\nACME,x,Call,y\n", 1);
    add("no header at all", "ACME,1,a@example.com\nBeta,2,b@example.com\n", 1);
    add("a long text in the first row", "Name,Type\nACME,\nBeta,Call\n", 1);
}

void CsvDialectTest::headers()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, line);
    QFETCH(const QString, title);
    const DialectGuess guess = guessDialect(text);
    QCOMPARE(guess.dialect.headerLine, line);
    QCOMPARE(guess.title, title);
    QCOMPARE(guessDialect(text, true, {{}, {}, 2}).dialect.headerLine, 2);
}

QTEST_GUILESS_MAIN(CsvDialectTest)
#include "tst_csvdialect.moc"
