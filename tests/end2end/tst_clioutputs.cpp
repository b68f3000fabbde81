// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace gauge::test;

namespace {

//! Each way in which the program writes a file that was named to it; OUTPUT stands for the file.
const QList<QByteArray> writers{
    "export S responses --as csv --output OUTPUT",
    "export S responses --as jsonl --output OUTPUT",
    "export S responses --as xlsx --output OUTPUT",
    "export S --preset Board --output OUTPUT",
    "verify S responses --report OUTPUT",
    "person S --email-stdin --output OUTPUT",
    "lake backup S --force --output OUTPUT",
    "lake import elsewhere.sqlite --output OUTPUT",
    "upload S activities --configuration activities --from rows.csv --results OUTPUT",
    "upload S activities --configuration activities --from rows.csv --refused OUTPUT",
    "upload S activities --configuration activities --from rows.csv --dry-run --findings OUTPUT",
};

} // namespace

//! Where outputs may go: the real program against the files that it must not touch.
class CliOutputsTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingReplacesOwnFiles_data();
    void nothingReplacesOwnFiles();
    void nothingReplacesALakeElsewhere();
    void whatIsReadIsNotWritten();
    void standardOutput();
    void standardOutputIsNotReplaced();
    void aFolderIsLookedAtBeforeTheFirstRow_data();
    void aFolderIsLookedAtBeforeTheFirstRow();
    void refusedRowsAndNoEmptyFile();
    void dataFoldersThatAreNone_data();
    void dataFoldersThatAreNone();
    void othersWhoCanChangeTheDataAreRefused();
    void outputsFollowTheUmask();
    void aSharedLakeStaysShared();
    void memoryStaysOutOfFiles_data();
    void memoryStaysOutOfFiles();
    void anIdIsNotAName();

private:
    void put(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_cli->path(name)).path()));
        QFile file(m_cli->path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_cli->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    [[nodiscard]] Run write(const QByteArray &writer, const QString &output) const
    {
        QStringList command = words(writer.constData());
        command.replace(command.indexOf(QStringLiteral("OUTPUT")), output);
        return m_cli->run(command, "nobody@example.com\n");
    }
    //! Paths and contents of all that the program keeps.
    [[nodiscard]] QMap<QString, QByteArray> own() const
    {
        QMap<QString, QByteArray> all;
        QDirIterator files(m_cli->dataFolder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            // A log that a reader of the lake has opened and closed comes and goes.
            const bool isLog = file.fileName().endsWith(QLatin1String("-shm"));
            if (!isLog && file.open(QIODevice::ReadOnly))
                all.insert(file.fileName(), file.readAll());
        }
        return all;
    }

    //! As a shell shows it, in octal.
    [[nodiscard]] QByteArray mode(const QString &path) const
    {
        struct stat status = {};
        const bool isThere = ::stat(QFile::encodeName(m_cli->path(path)).constData(), &status) == 0;
        return isThere ? QByteArray::number(status.st_mode & 0777, 8) : QByteArray("no file");
    }
    void setMode(const QString &path, mode_t mode) const
    {
        QCOMPARE(::chmod(QFile::encodeName(m_cli->path(path)).constData(), mode), 0);
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Cli> m_cli;
};

void CliOutputsTest::initTestCase()
{
    ::umask(022); // of the programs, too
    m_sandbox = std::make_unique<SandboxProcess>(words("--records 30"));
}

void CliOutputsTest::init()
{
    TestCase::init();
    m_sandbox->setFaults({});
    m_sandbox->forgetReceived();
    m_cli = std::make_unique<Cli>();
    QCOMPARE(m_cli->connectTo(m_sandbox->url()).exitCode, 0);
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    QCOMPARE(m_cli->run(words("lake backup S --output elsewhere.sqlite")).exitCode, 0);
    put(QStringLiteral("rows.csv"), "Account Name,Reference,Source,Type\nACME,1,Web,Call\n");
    put(QStringLiteral("data/exports/board-1.gaugeexport"),
        "gaugedesk-export 1\nname Board\nfeed responses\nformat csv\n");
    put(QStringLiteral("data/views/sad-1.gaugeview"), "gaugedesk-view 1\nname Sad\nfeed responses\n");
}

void CliOutputsTest::nothingReplacesOwnFiles_data()
{
    QTest::addColumn<QByteArray>("writer");
    for (const QByteArray &writer : writers)
        QTest::newRow(writer.constData()) << writer;
}

void CliOutputsTest::nothingReplacesOwnFiles()
{
    QFETCH(const QByteArray, writer);
    const QString lake = QFileInfo(m_cli->lake()).fileName();
    const auto hardLink = [&](const QString &to, const char *name) {
        QCOMPARE(::link(QFile::encodeName(to).constData(),
                        QFile::encodeName(m_cli->path(QLatin1String(name))).constData()),
                 0);
    };
    hardLink(m_cli->lake(), "hard");
    hardLink(m_cli->path(QStringLiteral("data/connections.json")), "hard2");
    QVERIFY(QFile::link(m_cli->lake(), m_cli->path(QStringLiteral("soft"))));
    QVERIFY(QFile::link(m_cli->dataFolder(), m_cli->path(QStringLiteral("alias"))));
    QCOMPARE(::mkfifo(QFile::encodeName(m_cli->path(QStringLiteral("pipe"))).constData(), 0600), 0);
    for (const char *folder : {"folder", "data/configurations", "data/column-mappings"})
        QVERIFY(QDir().mkpath(m_cli->path(QLatin1String(folder))));
    const QMap<QString, QByteArray> before = own();
    QVERIFY(before.size() > 3);
    const QString lakes = QStringLiteral("data/lakes/");
    const QStringList outputs{lakes + lake,
                              lakes + lake + QStringLiteral("-wal"),
                              lakes + lake + QStringLiteral("-shm"),
                              lakes + lake + QStringLiteral("-journal"),
                              QStringLiteral("./alias/../data/lakes/") + lake,
                              QStringLiteral("alias/lakes/new"),
                              QStringLiteral("data/connections.json"),
                              QStringLiteral("data/views/sad-1.gaugeview"),
                              QStringLiteral("data/exports/board-1.gaugeexport"),
                              QStringLiteral("data/configurations/new"),
                              QStringLiteral("data/column-mappings/new"),
                              QStringLiteral("data/window.ini"),
                              QStringLiteral("hard"),
                              QStringLiteral("hard2"),
                              QStringLiteral("soft"),
                              QStringLiteral("pipe"),
                              QStringLiteral("folder"),
                              QStringLiteral("new/")};
    for (const QString &output : outputs) {
        const Run run = write(writer, output);
        QVERIFY2(run.exitCode == 2, QByteArray(output.toUtf8() + ' ' + run.said()).constData());
        QVERIFY(!run.err.isEmpty());
    }
    QCOMPARE(own(), before);
    QCOMPARE(m_sandbox->received().size(), 0); // nor was a row sent before
    QVERIFY(QFileInfo(m_cli->path(QStringLiteral("soft"))).isSymLink());
    QVERIFY(!QFileInfo(m_cli->path(QStringLiteral("pipe"))).isFile());
}

void CliOutputsTest::nothingReplacesALakeElsewhere()
{
    QCOMPARE(m_cli->run(words("lake backup S --output copy")).exitCode, 0);
    const QByteArray before = content(QStringLiteral("copy"));
    QVERIFY(before.startsWith("SQLite format 3"));
    for (const QByteArray &writer : writers) {
        if (writer.startsWith("lake backup"))
            continue; // replaces an earlier one with --force
        const Run run = write(writer, QStringLiteral("copy"));
        QVERIFY2(run.exitCode == 2, run.said().constData());
        QCOMPARE(content(QStringLiteral("copy")), before);
    }
    // The lake that was named for this run is no backup.
    const Run run = m_cli->run(words("--lake copy lake backup S --force --output copy"));
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QCOMPARE(content(QStringLiteral("copy")), before);
}

void CliOutputsTest::whatIsReadIsNotWritten()
{
    const QString rows = QStringLiteral("rows.csv");
    const QByteArray upload = "upload S activities --configuration activities --from rows.csv ";
    for (const char *options : {"--results OUTPUT", "--refused OUTPUT", "--findings OUTPUT --dry-run"}) {
        QVERIFY(QFile::remove(m_cli->path(QStringLiteral("link.csv")))
                || !QFile::exists(m_cli->path(QStringLiteral("link.csv"))));
        QVERIFY(QFile::link(m_cli->path(rows), m_cli->path(QStringLiteral("link.csv"))));
        for (const QString &output : {rows, QStringLiteral("./x/../rows.csv"), QStringLiteral("link.csv")}) {
            const Run run = write(upload + options, output);
            QVERIFY2(run.exitCode == 2, run.said().constData());
        }
    }
    const Run twice = write(upload + "--results OUTPUT --refused ./same.csv", QStringLiteral("same.csv"));
    QVERIFY2(twice.exitCode == 2, twice.said().constData());
    QVERIFY(content(rows).startsWith("Account Name"));
    QCOMPARE(m_sandbox->received().size(), 0);
    put(QStringLiteral("mine.gaugeview"), "gaugedesk-view 1\nname Mine\nfeed responses\n");
    const Run view
        = write("export S --view mine.gaugeview --output OUTPUT", QStringLiteral("mine.gaugeview"));
    QVERIFY2(view.exitCode == 2, view.said().constData());
    QVERIFY(content(QStringLiteral("mine.gaugeview")).startsWith("gaugedesk-view"));
}

void CliOutputsTest::standardOutput()
{
    QCOMPARE(m_cli->run(words("export S responses --output file.csv --columns nps,email")).exitCode, 0);
    const Run csv = m_cli->run(words("export S responses --output - --columns nps,email"));
    QVERIFY2(csv.exitCode == 0, csv.said().constData());
    QCOMPARE(csv.out, content(QStringLiteral("file.csv")));
    QVERIFY(csv.err.contains("30"));
    const Run lines = m_cli->run(words("--format json export S responses --output - --as jsonl"));
    QVERIFY2(lines.exitCode == 0, lines.said().constData());
    QCOMPARE(lines.lines().size(), 30); // and nothing else among them
    const Run quiet = m_cli->run(words("--quiet export S responses --output -"));
    QCOMPARE(quiet.err, QByteArray());
    QCOMPARE(m_cli->run(words("export S responses --output - --as xlsx")).exitCode, 2);
    const QStringList files = QDir(m_cli->path(QString())).entryList(QDir::Files | QDir::Hidden);
    QVERIFY2(!files.contains(QStringLiteral("-")), qPrintable(files.join(u' ')));
}

//! The files that the shell has opened for the program are in use, too.
void CliOutputsTest::standardOutputIsNotReplaced()
{
    put(QStringLiteral("out.csv"), {});
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GAUGEDESK_DATA_DIR"), m_cli->dataFolder());
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_cli->path(QString()));
    process->setStandardOutputFile(m_cli->path(QStringLiteral("out.csv")));
    process->start(QStringLiteral(CLI_PROGRAM), words("export S responses --output out.csv"));
    QCOMPARE(Cli::finish(*process).exitCode, 2);
    QCOMPARE(content(QStringLiteral("out.csv")), QByteArray());
}

void CliOutputsTest::aFolderIsLookedAtBeforeTheFirstRow_data()
{
    QTest::addColumn<QString>("output");
    QTest::newRow("missing") << QStringLiteral("no/such/file");
    QTest::newRow("a file") << QStringLiteral("rows.csv/file");
    QTest::newRow("not for files") << QStringLiteral("/sys/file");
}

void CliOutputsTest::aFolderIsLookedAtBeforeTheFirstRow()
{
    QFETCH(const QString, output);
    m_sandbox->forgetRequests();
    for (const QByteArray &writer : writers) {
        const Run run = write(writer, output);
        QVERIFY2(run.exitCode == 1, QByteArray(writer + ' ' + run.said()).constData());
        QVERIFY(!run.err.isEmpty());
    }
    QCOMPARE(m_sandbox->received().size(), 0);
    QCOMPARE(m_sandbox->callsOf(QString()), 0);
}

void CliOutputsTest::refusedRowsAndNoEmptyFile()
{
    const QByteArray header = "Account Name,Reference,Source,Type\n";
    put(QStringLiteral("rows.csv"),
        header + "ACME,1,Web,Call\nACME,,Web,Call\n,3,Web,Call\nACME,4,Web,Call\n");
    const QStringList upload
        = words("upload S activities --configuration activities --type accounts --from rows.csv "
                "--results results.csv --refused refused.csv");
    const Run run = m_cli->run(upload);
    QVERIFY2(run.exitCode == 5, run.said().constData());
    QCOMPARE(content(QStringLiteral("refused.csv")),
             QByteArray("Account Name,Reference,Source,Type\r\nACME,,Web,Call\r\n,3,Web,Call\r\n"));
    put(QStringLiteral("rows.csv"), header + "ACME,5,Web,Call\n");
    QCOMPARE(m_cli->run(upload).exitCode, 0);
    QVERIFY(!QFile::exists(m_cli->path(QStringLiteral("refused.csv"))));
    QVERIFY(content(QStringLiteral("results.csv")).contains("accepted"));
}

void CliOutputsTest::dataFoldersThatAreNone_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("a file") << QStringLiteral("rows.csv");
    QTest::newRow("in a file") << QStringLiteral("rows.csv/data");
    QTest::newRow("a link that leads nowhere") << QStringLiteral("dangling");
}

void CliOutputsTest::dataFoldersThatAreNone()
{
    QFETCH(const QString, folder);
    QVERIFY(QFile::link(m_cli->path(QStringLiteral("nowhere")), m_cli->path(QStringLiteral("dangling"))));
    const QStringList there{QStringLiteral("--data-dir"), m_cli->path(folder)};
    for (const char *command :
         {"connection list", "status S", "sync S", "export S responses --output x.csv", "views", "presets",
          "configurations", "connection remove S", "connection add T --region eu --no-keychain"}) {
        const Run run = m_cli->run(there + words(command));
        QVERIFY2(run.exitCode == 1, QByteArray(command + run.said()).constData());
        QVERIFY2(run.err.contains(m_cli->path(folder).toUtf8()), run.said().constData());
    }
    QVERIFY(content(QStringLiteral("rows.csv")).startsWith("Account Name"));
    QVERIFY(!QFile::exists(m_cli->path(QStringLiteral("nowhere"))));
}

void CliOutputsTest::othersWhoCanChangeTheDataAreRefused()
{
    const QString folder = QStringLiteral("data");
    const QString file = QStringLiteral("data/connections.json");
    const int calls = m_sandbox->callsOf({});
    for (const auto &[path, open, harmless] : {std::tuple(folder, 0775, 0755), std::tuple(folder, 0707, 0705),
                                               std::tuple(file, 0664, 0644), std::tuple(file, 0606, 0604)}) {
        setMode(path, mode_t(open));
        const QMap<QString, QByteArray> before = own();
        for (const char *command : {"connection list", "status S", "sync S", "fetch S responses",
                                    "connection remove S", "connection add T --region eu --no-keychain"}) {
            const Run run = m_cli->run(words(command));
            QVERIFY2(run.exitCode == 1, QByteArray(command + run.said()).constData());
            QVERIFY2(run.err.contains(m_cli->path(path).toUtf8()), run.said().constData());
        }
        QCOMPARE(own(), before);
        QCOMPARE(mode(path), QByteArray::number(open, 8));
        setMode(path, mode_t(harmless));
        QCOMPARE(m_cli->run(words("status S")).exitCode, 0);
    }
    QCOMPARE(m_sandbox->callsOf({}), calls); // nothing was sent anywhere
    // What needs no connection looks at the folder, too.
    setMode(folder, 0777);
    for (const char *command : {"views", "presets", "configurations"})
        QCOMPARE(m_cli->run(words(command)).exitCode, 1);
    setMode(folder, 0755);
    if (::geteuid() != 0)
        return; // nobody else can give a file away
    constexpr uid_t other = 65533;
    for (const QString &path : {folder, file}) {
        const QByteArray name = QFile::encodeName(m_cli->path(path));
        QCOMPARE(::chown(name.constData(), other, 0), 0);
        QCOMPARE(m_cli->run(words("sync S")).exitCode, 1);
        QCOMPARE(::chown(name.constData(), 0, 0), 0);
        QCOMPARE(m_cli->run(words("status S")).exitCode, 0);
    }
}

void CliOutputsTest::outputsFollowTheUmask()
{
    const mode_t before = ::umask(027);
    QMap<QByteArray, QByteArray> modes;
    for (const QByteArray &writer : writers) {
        const Run run = write(writer, QStringLiteral("output"));
        if (run.exitCode == 0 && QFile::exists(m_cli->path(QStringLiteral("output"))))
            modes.insert(writer, mode(QStringLiteral("output")));
        QFile::remove(m_cli->path(QStringLiteral("output")));
    }
    ::umask(before);
    QVERIFY2(modes.size() >= 6, QByteArray::number(modes.size()).constData());
    for (auto each = modes.cbegin(); each != modes.cend(); ++each) {
        // A copy of everything, and a person's records, are their owner's alone.
        const bool isPrivate = each.key().startsWith("lake ") || each.key().startsWith("person");
        QVERIFY2(each.value() == (isPrivate ? "600" : "640"),
                 QByteArray(each.key() + ": " + each.value()).constData());
    }
    QVERIFY(modes.contains(writers.at(4)) && modes.contains(writers.at(6)));
}

void CliOutputsTest::aSharedLakeStaysShared()
{
    QVERIFY(QDir().mkdir(m_cli->path(QStringLiteral("shared"))));
    setMode(QStringLiteral("shared"), 0775);
    const QStringList sync = words("--lake shared/team.sqlite sync S responses");
    QCOMPARE(m_cli->run(sync).exitCode, 0);
    QCOMPARE(mode(QStringLiteral("shared")), QByteArray("775"));
    QCOMPARE(mode(QStringLiteral("shared/team.sqlite")), QByteArray("600"));
    setMode(QStringLiteral("shared/team.sqlite"), 0660); // whoever shares it does so on purpose
    QCOMPARE(m_cli->run(sync).exitCode, 0);
    QCOMPARE(mode(QStringLiteral("shared")), QByteArray("775"));
    QCOMPARE(mode(QStringLiteral("shared/team.sqlite")), QByteArray("660"));
    // The folder of the lakes in the data folder, too.
    setMode(QStringLiteral("data/lakes"), 0775);
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    QCOMPARE(mode(QStringLiteral("data/lakes")), QByteArray("775"));
}

void CliOutputsTest::memoryStaysOutOfFiles_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    // Both wait for their input.
    QTest::newRow("command line") << QStringLiteral(CLI_PROGRAM) << words("person S --email-stdin");
    QTest::newRow("sandbox") << QStringLiteral(SANDBOX_PROGRAM) << words("--until-stdin-closes");
}

void CliOutputsTest::memoryStaysOutOfFiles()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    QProcess process;
    process.setChildProcessModifier([] {
        rlimit limit = {};
        ::getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_CORE, &limit);
    });
    process.start(program, arguments);
    QVERIFY(process.waitForStarted());
    const auto coreLimit = [&] {
        QFile limits(QStringLiteral("/proc/%1/limits").arg(process.processId()));
        if (!limits.open(QIODevice::ReadOnly))
            return QString();
        static const QRegularExpression line(QStringLiteral("Max core file size\\s+(\\S+)"));
        return line.match(QString::fromUtf8(limits.readAll())).captured(1);
    };
#ifdef Q_OS_LINUX
    QTRY_COMPARE(coreLimit(), QStringLiteral("0"));
#endif
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
}

void CliOutputsTest::anIdIsNotAName()
{
    const QString id = QFileInfo(m_cli->lake()).completeBaseName();
    QCOMPARE(m_cli->run(QStringList{"status", id}).exitCode, 2);
    QCOMPARE(m_cli->run(QStringList{"connection", "remove", id}).exitCode, 2);
    const Run named = m_cli->run(QStringList{"connection", "add", id} + words("--region eu --no-keychain"));
    QVERIFY2(named.exitCode == 2, named.said().constData());
    QCOMPARE(m_cli->run(QStringList{"sync", id, "responses"}).exitCode, 0); // as timers call it
}

QTEST_GUILESS_MAIN(CliOutputsTest)
#include "tst_clioutputs.moc"
