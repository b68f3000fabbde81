// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/outputfile.h"
#include "base/platform.h"
#include "base/privatefile.h"
#include "base/secret.h"
#include "support/testcase.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace gauge;

//! Where outputs may be written, whatever they are, and how they appear; who controls the data folder.
class OutputGuardTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aNewFileAndAnOldOneAreFine();
    void whatIsNoFileIsRefused_data();
    void whatIsNoFileIsRefused();
    void inputsAndOtherOutputsAreRefused();
    void ownFilesAreRefused_data();
    void ownFilesAreRefused();
    void besideOwnFilesIsRoom();
    void databasesAreRecognized();
    void noGuardNoOwnFiles();
    void endingsFit_data();
    void endingsFit();
    void aFileAppearsWhole();
    void aLinkStaysALink();
    void theOwnerAloneReads();
    void aFolderThatCannotBeWritten();
    void leftoversOfDeadProgramsAreRemoved();
    void dataFoldersThatOthersControl();
    void whatIsMadeIsPrivateAndTheRestKeepsItsMode();
    void memoryStaysOutOfFiles();
    void wipedSecretsAreGone();

private:
    static constexpr auto everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
        | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    //! As a shell shows it, without the special bits.
    static int modeOf(const QString &path)
    {
        struct stat status = {};
        return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name, const QByteArray &bytes = "content") const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }
    [[nodiscard]] std::unique_ptr<OutputGuard> guard() const
    {
        return std::make_unique<OutputGuard>(path(QStringLiteral("data")), OutputGuard::IsOwn());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void OutputGuardTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    put(QStringLiteral("data/connections.json"));
    put(QStringLiteral("data/lakes/a.sqlite"));
    put(QStringLiteral("data/views/sad-1.gaugeview"));
}

void OutputGuardTest::aNewFileAndAnOldOneAreFine()
{
    const auto guarded = guard();
    put(QStringLiteral("old.csv"));
    QCOMPARE(outputTarget(path(QStringLiteral("old.csv"))).value(), path(QStringLiteral("old.csv")));
    QCOMPARE(outputTarget(path(QStringLiteral("x/../new.csv"))).value(), path(QStringLiteral("new.csv")));
    QVERIFY(QFile::link(path(QStringLiteral("old.csv")), path(QStringLiteral("link.csv"))));
    QCOMPARE(outputTarget(path(QStringLiteral("link.csv"))).value(), path(QStringLiteral("old.csv")));
}

void OutputGuardTest::whatIsNoFileIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << QStringLiteral("data");
    QTest::newRow("folder by its end") << QStringLiteral("new/");
    QTest::newRow("pipe") << QStringLiteral("pipe");
    QTest::newRow("link to a pipe") << QStringLiteral("link");
    // Its type alone is asked: nothing is opened.
    QTest::newRow("device") << QStringLiteral("/dev/null");
    QTest::newRow("standard output") << QStringLiteral("/dev/stdout");
    QTest::newRow("descriptor") << QStringLiteral("/dev/fd/1");
    QTest::newRow("process") << QStringLiteral("/proc/self/fd/1");
    QTest::newRow("nothing") << QString();
}

void OutputGuardTest::whatIsNoFileIsRefused()
{
    QFETCH(const QString, name);
    QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("pipe"))).constData(), 0600), 0);
    QVERIFY(QFile::link(path(QStringLiteral("pipe")), path(QStringLiteral("link"))));
    const QString asked = name.isEmpty() || name.startsWith(u'/') ? name : path(name);
    const auto target = outputTarget(asked);
    QVERIFY(!target);
    QCOMPARE(kindName(target.error().kind), kindName(ErrorKind::Input));
    QVERIFY(!target.error().text.isEmpty());
}

void OutputGuardTest::inputsAndOtherOutputsAreRefused()
{
    put(QStringLiteral("rows.csv"));
    const QString rows = path(QStringLiteral("rows.csv"));
    QVERIFY(QFile::link(rows, path(QStringLiteral("soft.csv"))));
    QCOMPARE(::link(QFile::encodeName(rows).constData(),
                    QFile::encodeName(path(QStringLiteral("hard.csv"))).constData()),
             0);
    for (const char *name : {"rows.csv", "soft.csv", "hard.csv", "data/../rows.csv"}) {
        const auto target = outputTarget(path(QLatin1String(name)), {rows});
        QVERIFY2(!target, name);
        QCOMPARE(kindName(target.error().kind), kindName(ErrorKind::Input));
    }
    // Outputs that are not there yet.
    QVERIFY(!outputTarget(path(QStringLiteral("new.csv")), {path(QStringLiteral("x/../new.csv"))}));
    QVERIFY(outputTarget(path(QStringLiteral("new.csv")), {rows, QString()}));
}

void OutputGuardTest::ownFilesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"data/connections.json", "data/lakes/a.sqlite", "data/lakes/a.sqlite-wal",
                             "data/lakes/a.sqlite-shm", "data/lakes/a.sqlite-journal", "data/lakes/new.csv",
                             "data/views/sad-1.gaugeview", "data/views/new.csv", "data/exports/new.csv",
                             "data/configurations/x.json", "data/window.ini", "data/connections.json.lock",
                             "data/gauge.log", "data/views2/../views/new.csv", "soft.csv", "hard.csv",
                             "alias/lakes/new.csv", "alias/connections.json", "data/forms"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void OutputGuardTest::ownFilesAreRefused()
{
    QFETCH(const QString, name);
    const QString lake = path(QStringLiteral("data/lakes/a.sqlite"));
    QVERIFY(QFile::link(lake, path(QStringLiteral("soft.csv"))));
    QCOMPARE(::link(QFile::encodeName(lake).constData(),
                    QFile::encodeName(path(QStringLiteral("hard.csv"))).constData()),
             0);
    QVERIFY(QFile::link(path(QStringLiteral("data")), path(QStringLiteral("alias"))));
    for (const char *folder : {"data/views2", "data/exports", "data/configurations"})
        QVERIFY(QDir().mkpath(path(QLatin1String(folder))));
    const auto guarded = guard();
    const auto target = outputTarget(path(name));
    QVERIFY(!target);
    QCOMPARE(kindName(target.error().kind), kindName(ErrorKind::Input));
    OutputFile file(path(name));
    QVERIFY(!file.begin());
    QCOMPARE(content(QStringLiteral("data/lakes/a.sqlite")), QByteArray("content"));
}

void OutputGuardTest::besideOwnFilesIsRoom()
{
    const auto guarded = guard();
    QVERIFY(outputTarget(path(QStringLiteral("data/rows.csv")))); // with --data-dir .
    QVERIFY(outputTarget(path(QStringLiteral("data/rows.csv.manifest.json"))));
    QVERIFY(outputTarget(path(QStringLiteral("data2/connections.json"))));
    QVERIFY(outputTarget(path(QStringLiteral("lakes/a.sqlite"))));
    QVERIFY(outputTarget(path(QStringLiteral("data/no/such/rows.csv")))); // fails when it is written
}

void OutputGuardTest::databasesAreRecognized()
{
    QList<Databases> asked;
    const OutputGuard elsewhere(path(QStringLiteral("data")), [&](const QString &file, Databases databases) {
        asked.append(databases);
        return file == path(QStringLiteral("my.lake"));
    });
    put(QStringLiteral("my.lake"));
    QVERIFY(!outputTarget(path(QStringLiteral("my.lake"))));
    QVERIFY(!outputTarget(path(QStringLiteral("my.lake-wal"))));
    QVERIFY(!outputTarget(path(QStringLiteral("my.lake-journal"))));
    QVERIFY(outputTarget(path(QStringLiteral("your.lake")), {}, Databases::Replaced));
    QCOMPARE(asked.front(), Databases::Kept);
    QCOMPARE(asked.back(), Databases::Replaced);
}

void OutputGuardTest::noGuardNoOwnFiles()
{
    guard().reset();
    QVERIFY(outputTarget(path(QStringLiteral("data/connections.json"))));
}

void OutputGuardTest::endingsFit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<OutputContent>("content");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, const OutputContent &content, bool fits) {
        QTest::addRow("%s %s", name, qPrintable(content.name))
            << QString::fromLatin1(name) << content << fits;
    };
    const OutputContent csv = OutputContent::csv();
    const OutputContent workbook{QStringLiteral("a workbook"), {QStringLiteral("xlsx")}};
    const OutputContent jsonLines = OutputContent::jsonLines();
    const OutputContent backup = OutputContent::backup();
    for (const char *name : {"a.csv", "a.CSV", "a.tsv", "a.txt", "a", "a.2026-11", "a.b", "a.dat"})
        row(name, csv, true);
    for (const char *name : {"a.json", "a.xls", "a.xlsx", "a.XLS", "a.ods", "a.parquet", "a.jsonl",
                             "a.sqlite", "a.lake", "a.db", "a.html", "a.pdf", "a.csv.gz", "a.zip", "a.docx"})
        row(name, csv, false);
    row("a.xlsx", workbook, true);
    row("a.xls", workbook, false);
    row("a.csv", workbook, false);
    row("a.jsonl", jsonLines, true);
    row("a.ndjson", jsonLines, true);
    row("a.json", jsonLines, false);
    row("a.csv", jsonLines, false);
    row("a.lake", backup, true);
    row("a.sqlite", backup, true);
    row("a.bak", backup, true);
    row("a.csv", backup, false);
}

void OutputGuardTest::endingsFit()
{
    QFETCH(const QString, name);
    QFETCH(const OutputContent, content);
    QFETCH(const bool, fits);
    const Result<void> checked = checkEnding(name, content);
    QCOMPARE(checked.has_value(), fits);
    if (checked)
        return;
    QCOMPARE(kindName(checked.error().kind), kindName(ErrorKind::Input));
    QVERIFY(checked.error().text.contains(name));
}

void OutputGuardTest::aFileAppearsWhole()
{
    put(QStringLiteral("x.csv"), "old");
    QVERIFY(QFile::setPermissions(path(QStringLiteral("x.csv")), QFile::ReadOwner | QFile::WriteOwner));
    {
        OutputFile file(path(QStringLiteral("x.csv")));
        QVERIFY(file.begin());
        QCOMPARE(file.write("new"), 3);
        QVERIFY(file.flush());
        QCOMPARE(content(QStringLiteral("x.csv")), QByteArray("old"));
        QCOMPARE(files().size(), 2);
    }
    QCOMPARE(files(), QStringList{QStringLiteral("x.csv")});
    OutputFile file(path(QStringLiteral("x.csv")));
    QVERIFY(file.begin());
    QCOMPARE(file.write("new"), 3);
    QVERIFY(file.commit());
    QCOMPARE(content(QStringLiteral("x.csv")), QByteArray("new"));
    QCOMPARE(files(), QStringList{QStringLiteral("x.csv")});
    // Who could not read the old file cannot read the new one.
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path(QStringLiteral("x.csv"))).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600);
}

void OutputGuardTest::aLinkStaysALink()
{
    put(QStringLiteral("real.csv"), "old");
    QVERIFY(QFile::link(path(QStringLiteral("real.csv")), path(QStringLiteral("link.csv"))));
    QVERIFY(QFile::link(path(QStringLiteral("later.csv")), path(QStringLiteral("dangling.csv"))));
    for (const char *name : {"link.csv", "dangling.csv"}) {
        OutputFile file(path(QLatin1String(name)));
        QVERIFY(file.begin());
        QCOMPARE(file.write("new"), 3);
        QVERIFY(file.commit());
        QVERIFY(QFileInfo(path(QLatin1String(name))).isSymLink());
    }
    QCOMPARE(content(QStringLiteral("real.csv")), QByteArray("new"));
    QCOMPARE(content(QStringLiteral("later.csv")), QByteArray("new"));
}

void OutputGuardTest::theOwnerAloneReads()
{
    OutputFile file(path(QStringLiteral("person.jsonl")), OutputFile::Readers::OwnerOnly);
    QVERIFY(file.begin());
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(file.fileName()).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600); // from the first byte
}

void OutputGuardTest::aFolderThatCannotBeWritten()
{
    put(QStringLiteral("file"));
    for (const char *name : {"no/such/x.csv", "file/x.csv"}) {
        const Result<void> possible = checkOutput(path(QLatin1String(name)));
        QVERIFY(!possible);
        QCOMPARE(kindName(possible.error().kind), kindName(ErrorKind::Storage));
    }
    QVERIFY(checkOutput(path(QStringLiteral("x.csv"))));
    QCOMPARE(files(), QStringList{QStringLiteral("file")});
}

void OutputGuardTest::leftoversOfDeadProgramsAreRemoved()
{
    QProcess ended;
    ended.start(QStringLiteral("true"), QStringList());
    QVERIFY(ended.waitForStarted());
    const QString dead = QString::number(ended.processId());
    QVERIFY(ended.waitForFinished());
    const auto named = [&](const QString &process, const QString &ending) {
        QString name = QFileInfo(temporaryTemplate(m_folder->path(), ending)).fileName();
        const QString own = QLatin1Char('-') + QString::number(QCoreApplication::applicationPid());
        return name.replace(own + QLatin1String("-XXXXXX"),
                            QLatin1Char('-') + process + QLatin1String("-a1B2c3"));
    };
    const QString own = QString::number(QCoreApplication::applicationPid());
    const QString part = QStringLiteral(".part");
    QString elsewhere = named(dead, part);
    elsewhere.replace(11, 8, QStringLiteral("00000000")); // another computer's, where it may still run
    const QStringList stay{named(own, part), elsewhere, QStringLiteral(".gaugedesk-mine.part"),
                           named(dead, QStringLiteral(".csv")), QStringLiteral("rows.csv.a1B2c3")};
    for (const QString &name : stay + QStringList{named(dead, part), named(dead, QStringLiteral(".xlsx"))})
        put(name);
    {
        OutputFile file(path(QStringLiteral("x.csv")));
        QVERIFY(file.begin());
    }
    QStringList left = stay;
    left.sort();
    QCOMPARE(files(), left);
}

void OutputGuardTest::dataFoldersThatOthersControl()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("data"));
    QVERIFY(QDir().mkdir(path));
    QVERIFY(QFile::setPermissions(path, everybody)); // who may read it is its owner's decision
    QVERIFY(checkDataFolder(path));
    QVERIFY(lockPrivateFolder(path, QStringLiteral(".lock"), QStringLiteral("locked")));
    QStringList texts;
    const auto expectRefusal = [&] {
        for (const QString &name : {path, folder.filePath(QStringLiteral("link"))}) {
            const Result<void> usable = checkDataFolder(name);
            QVERIFY(!usable);
            QCOMPARE(kindName(usable.error().kind), kindName(ErrorKind::Storage));
            QVERIFY2(usable.error().text.contains(name), qPrintable(usable.error().text));
            texts.append(QString(usable.error().text).remove(name));
        }
        QVERIFY(!lockPrivateFolder(path, QStringLiteral(".lock"), QStringLiteral("locked")));
    };
    QVERIFY(QFile::link(path, folder.filePath(QStringLiteral("link"))));
    for (const auto permission : {QFile::WriteGroup, QFile::WriteOther}) {
        QVERIFY(QFile::setPermissions(path, everybody | permission));
        expectRefusal();
    }
    QVERIFY(QFile::setPermissions(path, everybody));
    QVERIFY(checkDataFolder(path));
    texts.removeDuplicates();
    QCOMPARE(texts.size(), 1);
    QVERIFY(checkControl(QStringLiteral("/"))); // root is trusted, as by ssh
    if (::geteuid() != 0)
        return; // nobody else can give a folder away
    constexpr uid_t other = 65533;
    QCOMPARE(::chown(QFile::encodeName(path).constData(), other, 0), 0);
    expectRefusal();
    texts.removeDuplicates();
    QCOMPARE(texts.size(), 2); // another owner, and others who can write
}

void OutputGuardTest::whatIsMadeIsPrivateAndTheRestKeepsItsMode()
{
    const QTemporaryDir folder;
    const QString shared = folder.filePath(QStringLiteral("shared"));
    QVERIFY(QDir().mkdir(shared));
    QVERIFY(QFile::setPermissions(shared, everybody | QFile::WriteGroup));
    QVERIFY(platform::makePrivateFolder(shared));
    QCOMPARE(modeOf(shared), 0775);
    QVERIFY(platform::makePrivateFolder(shared + QStringLiteral("/a/b")));
    QCOMPARE(modeOf(shared), 0775);
    QCOMPARE(modeOf(shared + QStringLiteral("/a")), 0700);
    QCOMPARE(modeOf(shared + QStringLiteral("/a/b")), 0700);
    const QString file = shared + QStringLiteral("/a/file");
    QVERIFY(platform::makePrivateFile(file));
    QCOMPARE(modeOf(file), 0600);
    QVERIFY(QFile::setPermissions(file, everybody));
    QVERIFY(platform::makePrivateFile(file));
    QCOMPARE(modeOf(file), 0755);
    QVERIFY(!platform::makePrivateFolder(file));
    QVERIFY(!platform::makePrivateFolder(file + QStringLiteral("/in/it")));
}

void OutputGuardTest::memoryStaysOutOfFiles()
{
    // In a child: a test that crashes should leave its traces.
    const pid_t child = ::fork();
    if (child == 0) {
        rlimit limit = {};
        ::getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_CORE, &limit);
        platform::forbidCoreDumps();
        ::getrlimit(RLIMIT_CORE, &limit);
        bool isForbidden = limit.rlim_cur == 0;
#ifdef Q_OS_LINUX
        isForbidden = isForbidden && ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
#endif
        ::_exit(isForbidden ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void OutputGuardTest::wipedSecretsAreGone()
{
    const QByteArray bytes("CANARY-1-and-more");
    auto secret = std::make_unique<Secret>(bytes);
    const Secret copy(*secret);
    const QByteArray shared = secret->expose();
    secret.reset();
    QCOMPARE(shared, bytes); // somebody still sends it
    QCOMPARE(copy.expose(), bytes);
    QCOMPARE(bytes, QByteArray("CANARY-1-and-more"));
}

QTEST_GUILESS_MAIN(OutputGuardTest)
#include "tst_outputguard.moc"
