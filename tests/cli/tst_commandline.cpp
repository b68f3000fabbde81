// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/options.h"
#include "support/testcase.h"

#include <QDir>
#include <QRegularExpression>

using namespace gauge;
using namespace gauge::cli;

namespace {

QStringList words(const QString &line)
{
    // Simple tests need no quoting: '~' stands for a space inside a word.
    QStringList list = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString &word : list)
        word.replace(QLatin1Char('~'), QLatin1Char(' '));
    return list;
}

Result<std::variant<Invocation, Information>> parsed(const QString &line)
{
    return parse(words(line), catalog::Catalog::builtIn());
}

QString helpOf(const QString &line)
{
    const auto result = parsed(line);
    const auto *information = result ? std::get_if<Information>(&*result) : nullptr;
    return information ? information->text : QString();
}

} // namespace

class CommandLineTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void mistypedWordsAreCorrected_data();
    void mistypedWordsAreCorrected();
    void valuesAreNotRepeated_data();
    void valuesAreNotRepeated();
    void namesOfConnections_data();
    void namesOfConnections();
    void globalOptionsBeforeAndAfter();
    void dataFolderFromTheEnvironment();
    void helpTeaches();
    void version();
    void periods();
    void lakes();
    void delimiters();
    void formatOfABrokenLine();
};

void CommandLineTest::accepts_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {
             "connection add ACME --region eu",
             "connection add ACME --region us --client-id abc --secret-stdin --api-key-stdin",
             "connection add ACME --region au --no-keychain",
             "connection add ACME --region custom --auth-url http://127.0.0.1:1 --api-url https://a.example "
             "--imports-url http://localhost:2",
             "connection add Sample~data --sample",
             "connection list",
             "connection test ACME",
             "connection remove ACME --keep-lake",
             "sync ACME",
             "sync sync",
             "sync ACME responses non-responses --per-page 1 --max-pages 3",
             "sync ACME --filter 147b3662-cd7e-490c-b865-9be3480ca2fd",
             "sync ACME --with tags,properties",
             "sync ACME --with none",
             "sync ACME responses --refresh date_creation:2026-01-01..2026-01-31",
             "sync ACME close-loop --refresh updated_at:2026-01-01..2026-01-31",
             "sync ACME responses non-responses --reconcile",
             "fetch ACME responses --per-page 1000 --cursor 5 --number 17 --with tags",
             "fetch ACME responses --period date_creation:2026-01-01..2026-01-31",
             "fetch ACME close-loop --period updated_at:2026-01-01..2026-01-31",
             "status ACME",
             "status query",
             "history ACME",
             "history ACME --limit 5",
             "uploads ACME",
             "uploads ACME --limit 5 --search calls",
             "configurations",
             "query ACME responses --where nps~>=~9 --where comment_original~not-empty --search slow --sort "
             "nps:desc --columns nps --limit 0",
             "query ACME responses --where nps=9",
             "query ACME responses --where question.[a,b]~=~1",
             "export ACME responses --output x.jsonl --as jsonl",
             "export ACME responses --output -",
             "export ACME responses --output - --as jsonl",
             "export ACME responses --output x.csv --delimiter ; --bom --mask-personal --raw-formulas "
             "--header titles",
             "export ACME responses --output x --delimiter tab",
             "metrics ACME --where nps~>=~0",
             "lake schema ACME",
             "verify ACME responses --report x.jsonl --per-page 10",
             "schedule ACME",
             "schedule ACME --every 15",
             "schedule ACME --every Mon..Fri~07:30",
             "schedule ACME --show",
             "schedule ACME --remove",
             "schedule ACME --print windows --every daily",
             "lake backup ACME --output x.lake --force",
             "lake check ACME --quick",
             "lake compact ACME",
             "upload ACME activities --configuration activities --record Account~Name=X --strict --yes",
             "upload ACME activities --configuration r --type external-response --record a=b --read-back",
             "upload ACME response --field Email=a@example.com --answer xml --dry-run",
             "life ACME --where date_sent~in~last~3~months --settling-hours 24",
             "query ACME non-responses --gone --limit 5",
             "export ACME responses --output x.csv --gone",
             "values ACME responses property.Country",
             "values ACME responses nps --where nps~>=~7 --search late --limit 3 --gone",
             "metrics ACME --by week",
             "metrics ACME --by month --date date_survey_response",
             "metrics ACME --by property.Country",
             "query ACME responses --where nps~>=~9~and~(date_sent~in~last~30~days~or~email~is-empty)",
         })
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CommandLineTest::accepts()
{
    QFETCH(QString, line);
    const auto result = parsed(line);
    QVERIFY2(result, result ? "" : qPrintable(result.error().text));
    QVERIFY(std::holds_alternative<Invocation>(*result));
}

void CommandLineTest::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("hint"); // what the words must hold
    const auto row = [](const char *line, const char *hint) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(hint);
    };
    row("", "--help");
    row("nonsense", "nonsense");
    row("connection", "gaugedesk-cli connection --help");
    row("--quiet", "--help");
    row("connection nonsense", "nonsense");
    row("connection add", "NAME");
    row("connection add ACME", "--region");
    row("connection add ACME --region nl", "eu, us, au or custom");
    row("connection add ACME --region custom", "");
    row("connection add ACME --region eu --api-url http://127.0.0.1", "--region custom");
    row("connection add ACME --region custom --auth-url http://evil.example --api-url https://a.example "
        "--imports-url https://a.example",
        "");
    row("connection add ACME --region eu --secret hunter2", "--secret");
    row("connection add ACME --region eu --no-keychain --secret-stdin", "--no-keychain");
    row("connection add ACME --sample --region eu", "--sample");
    row("connection add ACME extra --region eu", "not expected");
    row("sync", "NAME");
    row("sync ACME nonsense", "responses");
    row("sync ACME --refresh date_creation:2026-01-01..2026-01-31", "Name the feeds");
    row("sync ACME --reconcile", "Name the feeds");
    row("sync ACME responses --refresh nps:2026-01-01..2026-01-31", "date_creation");
    row("sync ACME responses --refresh date_creation", "FIELD:START..END");
    row("sync ACME responses --refresh=", "FIELD:START..END");
    row("sync ACME responses --reconcile --refresh date_creation:2026-01-01..2026-01-31", "--re");
    row("sync ACME responses --reconcile --max-pages 3", "--reconcile");
    row("sync ACME responses --reconcile --filter 147b3662-cd7e-490c-b865-9be3480ca2fd", "--filter");
    row("sync ACME --per-page 0", "1 to 1000");
    row("sync ACME --per-page 1001", "1 to 1000");
    row("sync ACME --per-page many", "many");
    row("sync ACME --per-page", "--per-page");
    row("sync ACME --max-pages 0", "--max-pages");
    row("sync ACME --max-pages 99999999999999999999", "--max-pages");
    row("sync ACME --max-pages 0x10", "--max-pages");
    row("sync ACME --filter nonsense", "responses");
    row("sync ACME close-loop --filter 147b3662-cd7e-490c-b865-9be3480ca2fd", "close-loop");
    row("sync ACME --with nonsense", "nonsense");
    row("sync ACME non-responses --with tags", "tags");
    row("fetch ACME", "FEED");
    row("fetch ACME nonsense", "non-responses");
    row("fetch ACME responses --number 12x", "digits");
    row("fetch ACME close-loop --number 12", "close-loop");
    row("fetch ACME responses --period date_creation", "FIELD:START..END");
    row("fetch ACME responses --period date_creation:2026-02-01..2026-01-01", "ends before");
    row("fetch ACME responses --period date_creation:2026-02-30..2026-03-01", "yyyy-mm-dd");
    row("fetch ACME responses --period nps:2026-01-01..2026-01-31", "date_creation");
    row("fetch ACME non-responses --with tags", "tags");
    row("query ACME responses --where nps", "nps");
    row("query ACME responses --where (nps~=~9", "parenthesis");
    row("query ACME responses --where nps~=~9~and~nothing~or~nps~=~8", "character 13");
    row("query ACME responses --sort :desc", "COLUMN");
    row("query ACME responses --limit -1", "--limit");
    row("query ACME responses --limit x", "--limit");
    row("export ACME responses", "--output");
    row("export ACME responses --output - --as xlsx", "--output FILE");
    row("export ACME responses --output - --manifest", "--output FILE");
    row("export ACME responses --output - --lists children", "--output FILE");
    row("export ACME responses --output x.json", ".jsonl");
    row("export ACME responses --output x.xls", ".xlsx");
    row("export ACME responses --output x.parquet", ".csv");
    row("export ACME responses --output x.csv --as jsonl", ".jsonl");
    row("export ACME responses --output /dev/null", "standard output");
    row("person ACME --email-stdin --output -", "./-");
    row("person ACME --email-stdin --output x.csv", ".jsonl");
    row("verify ACME responses --report -", "./-");
    row("verify ACME responses --report x.xlsx", ".jsonl");
    row("verify ACME responses --report=", "--report");
    row("lake backup ACME --output -", "./-");
    row("lake backup ACME --output x.csv", ".lake");
    row("upload ACME activities --configuration a --from a.csv --results -", "./-");
    row("upload ACME activities --configuration a --from a.csv --results=", "--results");
    row("upload ACME activities --configuration a --from a.csv --refused r.xlsx", ".csv");
    row("upload ACME activities --configuration a --from a.csv --findings f.json", ".csv");
    row("upload ACME activities --configuration a --from a.csv --results ./a.csv", "./a.csv");
    row("upload ACME activities --configuration a --from a.csv --results b.csv --refused b.csv", "b.csv");
    row("upload ACME activities --configuration a --from a.csv --results b.csv --findings x/../b.csv",
        "b.csv");
    row("export ACME responses --output /tmp", "folder");
    row("export ACME responses --output x --as pdf", "csv, xlsx, jsonl");
    row("export ACME responses --output x.csv --lists tree", "readable, columns, children");
    row("export ACME responses --output x --delimiter x", "tab");
    row("export ACME responses --output x --header none", "titles");
    row("export ACME responses --output x.jsonl --mask-personal", "csv");
    row("metrics ACME --date date_sent", "--by");
    row("metrics ACME --by nps --date date_sent", "--by");
    row("metrics ACME --by", "--by");
    row("status ACME --lake postgresql://me:word@host:5432/db", "password");
    row("status ACME --lake postgresql://me@host:5432/db?nothing=1", "PostgreSQL");
    row("status ACME --lake postgresql://me@host/db?schema=pg_catalog", "schema");
    row("status ACME --lake https://example.com/lake", "lake");
    row("status ACME --format yaml", "text, json");
    row("status ACME --quiet --verbose", "--quiet");
    row("upload ACME activities", "--configuration");
    row("upload ACME response", "--field");
    row("upload ACME surveys --configuration x --record a=b", "--type");
    row("verify ACME", "FEED");
    row("history ACME --limit 0", "--limit");
    row("uploads ACME --limit 0", "--limit");
    row("uploads", "NAME");
    row("verify ACME nonsense", "responses");
    row("schedule ACME --every 0", "hourly");
    row("schedule ACME --every a?b", "OnCalendar");
    row("schedule ACME --print solaris", "launchd");
    row("schedule ACME --show --remove", "--show");
    row("schedule ACME --remove --every 5", "--remove");
    row("lake", "gaugedesk-cli lake --help");
    row("lake schema", "NAME");
    row("lake backup ACME", "--output");
    row("lake backup ACME --output=", "--output");
}

void CommandLineTest::refuses()
{
    QFETCH(QString, line);
    QFETCH(QString, hint);
    const auto result = parsed(line);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Input);
    QVERIFY2(result.error().text.contains(hint), qPrintable(result.error().text));
}

void CommandLineTest::mistypedWordsAreCorrected_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("meant"); // between quotes in the message; empty: nothing is suggested
    const auto row = [](const char *line, const char *meant) { QTest::newRow(line) << line << meant; };
    row("snyc ACME", "sync");
    row("exprt ACME responses --output a.csv", "export");
    row("connections list", "connection");
    row("connection lsit", "list");
    row("connection delete ACME", "remove");
    row("add ACME", "connection add");
    row("compact ACME", "lake compact");
    row("download ACME", "export");
    row("nps ACME", "metrics");
    row("SYNC ACME", "sync");
    row("frobnicate", "");
    row("sync ACME --recnocile", "--reconcile");
    row("query ACME responses --colums=nps", "--columns");
    row("query ACME responses --fromat json", "--format");
    row("query ACME responses --frobnicate", "");
    row("sync ACME -x", "");
}

void CommandLineTest::mistypedWordsAreCorrected()
{
    QFETCH(const QString, line);
    QFETCH(const QString, meant);
    const auto result = parsed(line);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Input);
    const QString text = result.error().text;
    QVERIFY2(text.contains(QStringLiteral("--help")), qPrintable(text));
    const QStringList named = text.split(QRegularExpression(QStringLiteral("[“”]")));
    // Text, what was typed, text, what is meant, text.
    QCOMPARE(named.value(3), meant);
}

//! Neither a secret nor a person is an argument; what was typed all the same is in no message.
void CommandLineTest::valuesAreNotRepeated_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *line, const char *hint) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(hint);
    };
    row("connection add ACME --region eu --client-secret CANARY", "--secret-stdin");
    row("connection add ACME --region eu --client-secret=CANARY", "--client-secret");
    row("connection add ACME --region eu --secret-stdin=CANARY", "--help");
    row("connection add ACME --region eu --secret-stdin CANARY", "not expected");
    row("connection add ACME --region eu --api-key CANARY", "--api-key-stdin");
    row("connection add ACME CANARY --region eu", "not expected");
    row("connection add ACME --region CANARY", "--region");
    row("--token CANARY status ACME", "--token");
    row("person ACME ann.CANARY@example.com", "not expected");
    row("person ACME --email-stdin=CANARY", "--help");
    row("person ACME --email-stdin CANARY", "not expected");
    row("person ACME --email CANARY", "--email");
    row("person ACME --customer-number-stdin CANARY", "not expected");
    row("upload ACME activities --configuration a --record CANARY", "HEADING=VALUE");
    row("upload ACME response --field CANARY", "HEADING=VALUE");
}

void CommandLineTest::valuesAreNotRepeated()
{
    QFETCH(const QString, line);
    QFETCH(const QString, hint);
    const auto result = parsed(line);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Input);
    const QString text = result.error().text + result.error().detail;
    QVERIFY2(!text.contains(QLatin1String("CANARY")), qPrintable(text));
    QVERIFY2(text.contains(hint), qPrintable(text));
}

void CommandLineTest::namesOfConnections_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("line break") << QStringLiteral("AC\nME");
    QTest::newRow("invisible") << QStringLiteral("AC\u200BME");
    QTest::newRow("5,000 letters") << QString(5000, u'x');
    QTest::newRow("more than the window takes") << QString(81, u'x');
    QTest::newRow("an id") << QStringLiteral("147b3662-cd7e-490c-b865-9be3480ca2fd");
}

void CommandLineTest::namesOfConnections()
{
    QFETCH(const QString, name);
    const auto result = cli::parse({"connection", "add", name, "--region", "eu", "--no-keychain"},
                                   catalog::Catalog::builtIn());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Input);
    QVERIFY(result.error().text.size() < 300);
}

void CommandLineTest::globalOptionsBeforeAndAfter()
{
    for (const char *line : {"--data-dir /d --format json --lake l.sqlite --quiet status ACME",
                             "status --data-dir /d --format json --lake l.sqlite --quiet ACME",
                             "status ACME --quiet --format=json --lake=l.sqlite --data-dir=/d"}) {
        const auto result = parsed(QString::fromLatin1(line));
        QVERIFY2(result, line);
        const Settings settings = std::get<Invocation>(*result).settings;
        QCOMPARE(settings.dataFolder, QStringLiteral("/d"));
        QCOMPARE(settings.format, OutputFormat::Json);
        QCOMPARE(settings.lake, QDir::current().absoluteFilePath(QStringLiteral("l.sqlite")));
        QVERIFY(settings.quiet);
        QVERIFY(!settings.verbose);
    }
}

void CommandLineTest::dataFolderFromTheEnvironment()
{
    qputenv("GAUGEDESK_DATA_DIR", "/from/environment");
    const auto byEnvironment = parsed(QStringLiteral("status ACME"));
    const auto byOption = parsed(QStringLiteral("status ACME --data-dir relative"));
    qunsetenv("GAUGEDESK_DATA_DIR");
    QVERIFY(byEnvironment && byOption);
    QCOMPARE(std::get<Invocation>(*byEnvironment).settings.dataFolder, QStringLiteral("/from/environment"));
    QCOMPARE(std::get<Invocation>(*byOption).settings.dataFolder,
             QDir::current().absoluteFilePath(QStringLiteral("relative")));
}

void CommandLineTest::helpTeaches()
{
    const QString overview = helpOf(QStringLiteral("--help"));
    for (const char *word :
         {"connection", "sync", "fetch", "status", "query", "export", "metrics", "life", "lake", "--data-dir",
          "--lake", "--format", "--quiet", "--verbose", "GAUGEDESK_CLIENT_SECRET", "130"})
        QVERIFY2(overview.contains(QLatin1String(word)), word);
    for (const char *line : {"sync --help",
                             "fetch -h",
                             "status --help",
                             "query --help",
                             "export --help",
                             "metrics --help",
                             "life --help",
                             "connection add --help",
                             "connection list --help",
                             "connection test --help",
                             "connection remove --help",
                             "lake schema --help",
                             "lake backup --help",
                             "lake check --help",
                             "lake compact --help",
                             "schedule --help",
                             "verify --help",
                             "upload --help",
                             "history --help",
                             "uploads --help",
                             "configurations --help",
                             "values --help",
                             "views --help",
                             "presets --help"}) {
        const QString help = helpOf(QString::fromLatin1(line));
        QVERIFY2(help.contains(QLatin1String("Example")), line);
        QVERIFY2(help.contains(QLatin1String("gaugedesk-cli ")), line);
    }
    const QString sync = helpOf(QStringLiteral("sync --help"));
    for (const QString &feed : catalog::Catalog::builtIn().ids())
        QVERIFY(sync.contains(feed));
}

void CommandLineTest::version()
{
    QVERIFY(helpOf(QStringLiteral("--version")).startsWith(QLatin1String("gaugedesk-cli ")));
}

void CommandLineTest::periods()
{
    catalog::Scope scope;
    QVERIFY(readPeriod(QStringLiteral("date_sent:2026-01-01..2026-02-01"), scope));
    QCOMPARE(scope.periodField, QStringLiteral("date_sent"));
    QCOMPARE(scope.periodStart, QStringLiteral("2026-01-01"));
    QCOMPARE(scope.periodEnd, QStringLiteral("2026-02-01"));
    for (const char *text :
         {"", ":", "..", "date_sent", "date_sent:2026-01-01", ":2026-01-01..2026-02-01", "a..b:c"})
        QVERIFY2(!readPeriod(QString::fromLatin1(text), scope), text);
}

void CommandLineTest::lakes()
{
    QCOMPARE(readLake(QStringLiteral("/a/../b.sqlite")).value(), QStringLiteral("/b.sqlite"));
    QCOMPARE(readLake(QStringLiteral("file:///a/b%20c.sqlite")).value(), QStringLiteral("/a/b c.sqlite"));
    QCOMPARE(readLake(QStringLiteral("a b.sqlite")).value(),
             QDir::current().absoluteFilePath(QStringLiteral("a b.sqlite")));
    QCOMPARE(readLake(QStringLiteral("postgresql://u@h:1/d")).value(),
             QStringLiteral("postgresql://u@h:1/d"));
    for (const char *text :
         {"", "postgresql://u:p@h:1/d", "http://x/y", "file://otherhost/x",
          "file:", ":memory:", "file:x.sqlite", "file:x?mode=memory", "file:///x?mode=memory", ":/icons/x"})
        QVERIFY2(!readLake(QString::fromLatin1(text)), text);
}

void CommandLineTest::delimiters()
{
    QCOMPARE(readDelimiter(QStringLiteral(",")).value(), ',');
    QCOMPARE(readDelimiter(QStringLiteral(";")).value(), ';');
    QCOMPARE(readDelimiter(QStringLiteral("tab")).value(), '\t');
    for (const char *text : {"", "|", ",,", "TAB"})
        QVERIFY2(!readDelimiter(QString::fromLatin1(text)), text);
}

void CommandLineTest::formatOfABrokenLine()
{
    QCOMPARE(formatOf(words(QStringLiteral("sync --format json"))), OutputFormat::Json);
    QCOMPARE(formatOf(words(QStringLiteral("--format=json nonsense"))), OutputFormat::Json);
    QCOMPARE(formatOf(words(QStringLiteral("sync json"))), OutputFormat::Text);
    QCOMPARE(formatOf(words(QStringLiteral("sync --format"))), OutputFormat::Text);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
