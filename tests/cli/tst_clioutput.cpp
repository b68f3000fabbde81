// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/console.h"
#include "cli/jsonline.h"
#include "cli/prompt.h"
#include "cli/session.h"
#include "cli/texttable.h"
#include "support/testcase.h"
#include "vault/credentialstore.h"

#include <CLI/App.hpp>

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cmath>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace gauge::cli {
//! Generated from tests/cli/commands/.
std::vector<CommandEntry> madeUpCommands();
} // namespace gauge::cli

using namespace gauge;
using namespace gauge::cli;
using catalog::Cell;
using catalog::ColumnType;

namespace {

//! A console whose two outputs are files that a test can read.
struct Recorder
{
    explicit Recorder(const Settings &settings = {})
        : console(settings, out, err)
    {}
    ~Recorder()
    {
        std::fclose(out);
        std::fclose(err);
    }
    Q_DISABLE_COPY_MOVE(Recorder)

    static QByteArray contents(std::FILE *file)
    {
        std::fflush(file);
        std::rewind(file);
        QByteArray bytes(1 << 16, '\0');
        bytes.truncate(qsizetype(std::fread(bytes.data(), 1, std::size_t(bytes.size()), file)));
        return bytes;
    }

    std::FILE *out = std::tmpfile();
    std::FILE *err = std::tmpfile();
    Console console;
};

QByteArray bytesOf(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

lake::LakeColumn column(const QString &name, ColumnType type)
{
    return {.name = name, .sqlName = name, .part = 0, .type = type, .title = name, .personal = false};
}

} // namespace

class CliOutputTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void keysKeepTheirOrder();
    void anyTextIsValidJson_data();
    void anyTextIsValidJson();
    void numbers();
    void rowsAreTyped();
    void aListThatIsNoJsonIsText();
    void tablesAlign();
    void errorsInTextAndJson();
    void errorsAreRedacted();
    void terminalControlsAreTakenOut();
    void noMessageLooksLikeTwo();
    void jsonHasNoControls();
    void recordsStayAsTheyAreInAPipe();
    void recordsAreHarmlessInATerminal();
    void quietSilencesNotesOnly();
    void noProgressOutsideATerminal();
    void aFullDeviceIsAnError();
    void secretLines_data();
    void secretLines();
    void exitCodes();
    void addressesAreNotRepeated();
    void aCommandIsOneFile();
};

void CliOutputTest::keysKeepTheirOrder()
{
    JsonLine line;
    line.add("zeta", QStringLiteral("z")).add("alpha", qint64(1)).add("middle", true).addNull("none");
    line.add("list", QStringList{QStringLiteral("b"), QStringLiteral("a")}).add("empty", QStringList());
    line.add("maybe", std::optional<double>(0.5)).add("not", std::optional<QString>());
    QCOMPARE(
        bytesOf(line.text()),
        QByteArray(
            R"({"zeta":"z","alpha":1,"middle":true,"none":null,"list":["b","a"],"empty":[],"maybe":0.5,"not":null})"));
    QCOMPARE(bytesOf(JsonLine().text()), QByteArray("{}"));
}

void CliOutputTest::anyTextIsValidJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("read");
    QTest::newRow("plain") << QByteArray("plain") << QStringLiteral("plain");
    QTest::newRow("quotes") << QByteArray(R"(a"b\c/)") << QStringLiteral(R"(a"b\c/)");
    QTest::newRow("controls") << QByteArray("\x01\n\r\t\x1f\x7f", 6) << QStringLiteral("\x01\n\r\t\x1f\x7f");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QString(QLatin1String("a\0b", 3));
    QTest::newRow("scripts") << QByteArray("ü漢😀") << QStringLiteral("ü漢😀");
    QTest::newRow("not UTF-8") << QByteArray("a\xff\xc3") << QStringLiteral("a\uFFFD\uFFFD");
}

void CliOutputTest::anyTextIsValidJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, read);
    std::string json = "[";
    appendJsonString(json, {text.constData(), std::size_t(text.size())});
    QVERIFY(!QByteArrayView(json).contains('\n'));
    const QJsonDocument document = QJsonDocument::fromJson(bytesOf(json + "]"));
    QVERIFY(document.isArray());
    QCOMPARE(document.array().at(0).toString(), read);
}

void CliOutputTest::numbers()
{
    const auto text = [](double value) {
        std::string out;
        appendJsonNumber(out, value);
        return bytesOf(out);
    };
    QCOMPARE(text(0.1), QByteArray("0.1"));
    QCOMPARE(text(22.82), QByteArray("22.82"));
    QCOMPARE(text(1e300), QByteArray("1e+300"));
    QCOMPARE(text(std::nan("")), QByteArray("null"));
    QCOMPARE(text(INFINITY), QByteArray("null"));
}

void CliOutputTest::rowsAreTyped()
{
    const std::vector<lake::LakeColumn> columns{column(QStringLiteral("n"), ColumnType::Integer),
                                                column(QStringLiteral("r"), ColumnType::Real),
                                                column(QStringLiteral("b"), ColumnType::Boolean),
                                                column(QStringLiteral("t"), ColumnType::Text),
                                                column(QStringLiteral("l"), ColumnType::List),
                                                column(QStringLiteral("question.\"?\""), ColumnType::Text),
                                                column(QStringLiteral("beyond"), ColumnType::Integer)};
    RowLine line(columns);
    catalog::Row row;
    row.cells = {Cell::ofInteger(-9'223'372'036'854'775'807),
                 Cell::ofReal(0.25),
                 Cell::ofInteger(1),
                 Cell::ofText("007"),
                 Cell::ofText("[{\"a\":\n1},null]"),
                 Cell{},
                 Cell::ofText("123456789012345678901")};
    QCOMPARE(bytesOf(line.text(row)),
             QByteArray(R"({"n":-9223372036854775807,"r":0.25,"b":true,"t":"007","l":[{"a": 1},null],)"
                        R"("question.\"?\"":null,"beyond":"123456789012345678901"})"));
    row.cells.clear();
    QCOMPARE(
        bytesOf(line.text(row)),
        QByteArray(R"({"n":null,"r":null,"b":null,"t":null,"l":null,"question.\"?\"":null,"beyond":null})"));
}

void CliOutputTest::aListThatIsNoJsonIsText()
{
    RowLine line({column(QStringLiteral("l"), ColumnType::List)});
    for (const char *text : {"", "plain", "[1,", "{\"a\":1}}", "[1] [2]"}) {
        catalog::Row row;
        row.cells = {Cell::ofText(text)};
        const QJsonDocument document = QJsonDocument::fromJson(bytesOf(line.text(row)));
        QVERIFY2(document.isObject(), text);
        QCOMPARE(document.object().value(QLatin1String("l")).toString(), QString::fromLatin1(text));
    }
}

void CliOutputTest::tablesAlign()
{
    TextTable table(
        {{QStringLiteral("NAME")}, {QStringLiteral("N"), TextTable::Align::Right}, {QStringLiteral("LAST")}});
    table.add({QStringLiteral("a"), QStringLiteral("12345"), QString()});
    table.add({QStringLiteral("two\nlines"), QStringLiteral("1"), QStringLiteral("x")});
    QCOMPARE(table.text(),
             QStringLiteral("NAME           N  LAST\n"
                            "a          12345\n"
                            "two lines      1  x"));
}

void CliOutputTest::errorsInTextAndJson()
{
    const Error error{ErrorKind::RateLimited, QStringLiteral("Too fast."), QStringLiteral("HTTP 429")};
    Recorder text;
    text.console.error(error);
    QCOMPARE(Recorder::contents(text.out), QByteArray());
    QCOMPARE(Recorder::contents(text.err), QByteArray("gaugedesk-cli: Too fast.\n"));

    Recorder verbose(Settings{.dataFolder = {}, .lake = {}, .verbose = true});
    verbose.console.error(error);
    QVERIFY(Recorder::contents(verbose.err).contains("HTTP 429"));

    Recorder json(Settings{.dataFolder = {}, .lake = {}, .format = OutputFormat::Json});
    json.console.error(error);
    QCOMPARE(Recorder::contents(json.out),
             QByteArray(R"({"error":{"kind":"rate-limited","message":"Too fast.","detail":"HTTP 429"}})"
                        "\n"));
    QCOMPARE(Recorder::contents(json.err), QByteArray());
}

void CliOutputTest::errorsAreRedacted()
{
    const Error error{ErrorKind::Server, QStringLiteral("It said: Authorization: Bearer abcDEF123456789"),
                      QStringLiteral("client_secret=planted-canary&x=1")};
    for (const OutputFormat format : {OutputFormat::Text, OutputFormat::Json}) {
        Recorder recorder(Settings{.dataFolder = {}, .lake = {}, .format = format, .verbose = true});
        recorder.console.error(error);
        const QByteArray all = Recorder::contents(recorder.out) + Recorder::contents(recorder.err);
        QVERIFY(all.contains("[hidden]"));
        QVERIFY(!all.contains("abcDEF123456789"));
        QVERIFY(!all.contains("planted-canary"));
    }
}

void CliOutputTest::terminalControlsAreTakenOut()
{
    Recorder recorder;
    recorder.console.print(QStringLiteral("name\x1b[31m\x07\u009b end"));
    recorder.console.note(QStringLiteral("note\x1b]0;title\x07"));
    const QByteArray all = Recorder::contents(recorder.out) + Recorder::contents(recorder.err);
    QVERIFY(all.contains("name") && all.contains("note"));
    QVERIFY(!all.contains('\x1b') && !all.contains('\x07') && !all.contains("\u009b"));
    Recorder table;
    TextTable cells({{QStringLiteral("NAME")}, {QStringLiteral("N")}});
    cells.add({QStringLiteral(u"a\u202Eb"), QStringLiteral("1")});
    cells.add({QStringLiteral("plain"), QStringLiteral("2")});
    table.console.print(cells.text());
    QCOMPARE(Recorder::contents(table.out),
             QByteArray("NAME        N\n"
                        "a<U+202E>b  1\n"
                        "plain       2\n"));
}

void CliOutputTest::noMessageLooksLikeTwo()
{
    Recorder recorder;
    recorder.console.error({ErrorKind::Input, QStringLiteral("It said: a\ngaugedesk-cli: all is sent"), {}});
    recorder.console.note(QStringLiteral("one\rtwo"));
    recorder.console.note(QStringLiteral("a note"));
    QCOMPARE(Recorder::contents(recorder.err),
             QByteArray("gaugedesk-cli: It said: a\n"
                        "  gaugedesk-cli: all is sent\n"
                        "one\u240Dtwo\n"
                        "a note\n"));
}

void CliOutputTest::jsonHasNoControls()
{
    const QString text = QStringLiteral(u"a\x1b\x7f\u009b\u202E\u2028\u2066 Zo\u00EB \u20AC");
    const std::string line = JsonLine().add("text", text).text();
    QCOMPARE(bytesOf(line), QByteArray(R"({"text":"a\u001b\u007f\u009b\u202e\u2028\u2066 Zoë €"})"));
    QCOMPARE(QJsonDocument::fromJson(bytesOf(line)).object().value(QLatin1String("text")).toString(), text);
}

void CliOutputTest::recordsStayAsTheyAreInAPipe()
{
    const QByteArray record("{\"a\":\"\u009b\u202E\x7f\"}");
    Recorder recorder;
    QVERIFY(recorder.console.printJson(record.toStdString()));
    QCOMPARE(Recorder::contents(recorder.out), QByteArray(record + '\n'));
}

void CliOutputTest::recordsAreHarmlessInATerminal()
{
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    std::FILE *out = std::fopen(::ptsname(terminal), "w");
    QVERIFY(out);
    const QByteArray record("{\"a\":\"\u009b\u202E\x7f\", \"b\":\"Zo\u00EB\"}");
    {
        Console console(Settings{}, out, stderr);
        QVERIFY(console.printJson(record.toStdString()));
        QVERIFY(console.flush());
    }
    QByteArray shown(1000, '\0');
    shown.truncate(::read(terminal, shown.data(), std::size_t(shown.size())));
    std::fclose(out);
    ::close(terminal);
    QCOMPARE(shown, QByteArray("{\"a\":\"\\u009b\\u202e\\u007f\", \"b\":\"Zo\u00EB\"}\r\n"));
}

void CliOutputTest::quietSilencesNotesOnly()
{
    Recorder recorder(Settings{.dataFolder = {}, .lake = {}, .quiet = true});
    recorder.console.note(QStringLiteral("a note"));
    recorder.console.progress(QStringLiteral("progress"));
    QCOMPARE(Recorder::contents(recorder.err), QByteArray());
    recorder.console.say(QStringLiteral("next cursor: 5"));
    recorder.console.print(QStringLiteral("result"));
    QCOMPARE(Recorder::contents(recorder.err), QByteArray("next cursor: 5\n"));
    QCOMPARE(Recorder::contents(recorder.out), QByteArray("result\n"));
}

void CliOutputTest::noProgressOutsideATerminal()
{
    Recorder recorder;
    recorder.console.progress(QStringLiteral("Responses: 1000"));
    QCOMPARE(Recorder::contents(recorder.err), QByteArray());
}

void CliOutputTest::aFullDeviceIsAnError()
{
    std::FILE *full = std::fopen("/dev/full", "w");
    QVERIFY(full);
    {
        Console console(Settings{}, full, stderr);
        console.print(QStringLiteral("lost"));
        const Result<void> flushed = console.flush();
        QVERIFY(!flushed);
        QCOMPARE(flushed.error().kind, ErrorKind::Storage);
        QVERIFY(!flushed.error().detail.isEmpty());
    }
    std::fclose(full);
}

void CliOutputTest::secretLines_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("line") << QByteArray("s3cret\n") << QByteArray("s3cret");
    QTest::newRow("no line break") << QByteArray("s3cret") << QByteArray("s3cret");
    QTest::newRow("carriage return") << QByteArray("s3cret\r\n") << QByteArray("s3cret");
    QTest::newRow("first line only") << QByteArray("one\ntwo\n") << QByteArray("one");
    QTest::newRow("spaces are kept") << QByteArray(" a b \n") << QByteArray(" a b ");
    QTest::newRow("bytes are kept") << QByteArray("\xff\x01\n") << QByteArray("\xff\x01");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("empty line") << QByteArray("\nlater\n") << QByteArray();
    QTest::newRow("too long") << QByteArray(70'000, 'x') << QByteArray();
}

void CliOutputTest::secretLines()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, secret);
    QBuffer buffer(&input);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const Result<Secret> read = readSecretLine(buffer, QStringLiteral("client secret"));
    QCOMPARE(read.has_value(), !secret.isEmpty());
    if (read)
        QCOMPARE(read->expose(), secret);
    else
        QCOMPARE(read.error().kind, ErrorKind::Input);
}

void CliOutputTest::addressesAreNotRepeated()
{
    QCOMPARE(addressesIn({"--where", "email = ann@example.com and nps=3", "bob@b.example", "ACME",
                          "postgresql://me@host/db", "--record=Email=carl@c.example"}),
             (QStringList{"ann@example.com", "bob@b.example", "carl@c.example"}));
    for (const auto format : {OutputFormat::Text, OutputFormat::Json}) {
        Settings settings;
        settings.format = format;
        settings.verbose = true;
        std::FILE *stream = std::tmpfile();
        {
            Console console(settings, stream, stream);
            console.hide({"ann@example.com"});
            console.error({ErrorKind::NotFound, "There is no “ann@example.com”.", "ann@example.com"});
            QVERIFY(console.flush());
        }
        std::rewind(stream);
        QByteArray written(4096, '\0');
        written.resize(qsizetype(std::fread(written.data(), 1, size_t(written.size()), stream)));
        std::fclose(stream);
        QVERIFY(written.contains("There is no"));
        QVERIFY2(!written.contains("ann@"), written.constData());
    }
}

void CliOutputTest::exitCodes()
{
    const auto code
        = [](ErrorKind kind, Source source = Source::Service) { return int(exitCodeOf(kind, source)); };
    // What a person typed, and what a timer meets without a mistake in its command.
    QCOMPARE(code(ErrorKind::Input, Source::Connections), 2);
    QCOMPARE(code(ErrorKind::Input, Source::Lake), 2);
    QCOMPARE(code(ErrorKind::Input, Source::Service), 1);
    QCOMPARE(code(ErrorKind::Input, Source::File), 1);
    QCOMPARE(code(ErrorKind::NotFound, Source::File), 1);
    QCOMPARE(code(ErrorKind::Unauthorized), 3);
    for (const ErrorKind kind :
         {ErrorKind::Offline, ErrorKind::Timeout, ErrorKind::RateLimited, ErrorKind::Server,
          ErrorKind::Protocol, ErrorKind::Forbidden, ErrorKind::NotFound})
        QCOMPARE(code(kind), 4);
    QCOMPARE(code(ErrorKind::NotFound, Source::Connections), 2);
    QCOMPARE(code(ErrorKind::NotFound, Source::Lake), 1);
    QCOMPARE(code(ErrorKind::Storage), 1);
    QCOMPARE(code(ErrorKind::Keychain), 1);
    QCOMPARE(code(ErrorKind::Busy), 6);
    QCOMPARE(code(ErrorKind::Cancelled), 130);
}

void CliOutputTest::aCommandIsOneFile()
{
    const std::vector<CommandEntry> entries = madeUpCommands();
    QCOMPARE(entries.size(), std::size_t(1));
    QCOMPARE(int(entries.front().group), int(CommandGroup::Lake));
    const std::unique_ptr<Command> command = entries.front().makers.front()();
    CLI::App app;
    const catalog::Catalog catalog = catalog::Catalog::builtIn();
    command->declare(app, catalog);
    app.parse(std::string("made-up hello"));
    QVERIFY(app.got_subcommand("made-up"));
    QVERIFY(command->check(catalog));
    const QTemporaryDir folder;
    engine::Options options;
    options.dataFolder = folder.path();
    options.keychain = std::make_shared<vault::MemoryStore>();
    engine::Engine engine(options);
    Recorder recorder;
    Session session(engine, recorder.console);
    command->run(session);
    QCOMPARE(Recorder::contents(recorder.out), QByteArray("hello\n"));
    // Those of the program, each group in its order.
    QCOMPARE(commandsOf(CommandGroup::Connection).size(), std::size_t(4));
    QCOMPARE(commandsOf(CommandGroup::Lake).size(), std::size_t(5));
    QCOMPARE(commandsOf(CommandGroup::Main).size(), std::size_t(17)); // views and presets are one file
}

QTEST_GUILESS_MAIN(CliOutputTest)
#include "tst_clioutput.moc"
