// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timer/timer.h"
#include "support/testcase.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace gauge;
using namespace gauge::cli::timer;

namespace {

Plan planOf(const QString &every, const QString &name = QStringLiteral("ACME"))
{
    return {QStringLiteral("6f1c2f9e-0000-4000-8000-000000000001"),
            name,
            {QStringLiteral("/usr/bin/true"), QStringLiteral("--data-dir"),
             QStringLiteral("/data/50% \"off\" $HOME \\ back"), QStringLiteral("sync"), QStringLiteral("id")},
            readCadence(every).value()};
}

QStringList textsOf(const QByteArray &xml, const QString &element)
{
    QXmlStreamReader reader(xml);
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            texts.append(reader.readElementText());
    }
    return reader.hasError() ? QStringList{reader.errorString()} : texts;
}

} // namespace

//! The files that let a system sync by itself.
class TimerTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void cadences_data();
    void cadences();
    void hostileCadences();
    void systemdTakesTheFiles_data();
    void systemdTakesTheFiles();
    void systemdRunsExactlyTheCommand();
    void nothingOfANameGetsOut();
    void launchd();
    void windows();
};

void TimerTest::cadences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("again");
    QTest::newRow("hourly") << "hourly" << 60 << "hourly";
    QTest::newRow("60") << "60" << 60 << "hourly";
    QTest::newRow("daily") << "daily" << 1440 << "daily";
    QTest::newRow("minutes") << " 15 " << 15 << "15";
    QTest::newRow("calendar") << "Mon..Fri *-*-* 07:30:00 Europe/Amsterdam" << 60
                              << "Mon..Fri *-*-* 07:30:00 Europe/Amsterdam";
}

void TimerTest::cadences()
{
    QFETCH(QString, text);
    const auto cadence = readCadence(text);
    QVERIFY(cadence);
    QTEST(cadence->minutes, "minutes");
    QTEST(cadenceText(*cadence), "again");
    // What was written can be read back from the timer.
    QCOMPARE(systemdCadence(systemdFiles(planOf(text)).at(1).content).value(), cadenceText(*cadence));
}

void TimerTest::hostileCadences()
{
    for (const char *text : {"", "0", "-5", "99999999", "hourly\nExecStart=/bin/sh", "--version", "a\"b",
                             "%h", "$(reboot)", "every day?"})
        QVERIFY2(!readCadence(QString::fromLatin1(text)), text);
    QVERIFY(!systemdCadence("[Timer]\nOnCalendar=hourly\n"));
}

void TimerTest::systemdTakesTheFiles_data()
{
    QTest::addColumn<QString>("every");
    for (const char *every :
         {"hourly", "daily", "1", "7", "15", "90", "120", "360", "1441", "Mon..Fri 07:30"})
        QTest::newRow(every) << every;
}

void TimerTest::systemdTakesTheFiles()
{
    QFETCH(QString, every);
    const QString analyze = QStandardPaths::findExecutable("systemd-analyze");
    QVERIFY2(!analyze.isEmpty(), "systemd-analyze is needed (package systemd)");
    const QTemporaryDir folder;
    QStringList paths;
    for (const File &file : systemdFiles(planOf(every, "Tom & \"Jerry\" 100% \\o/"))) {
        paths.append(folder.filePath(file.name));
        QFile target(paths.last());
        QVERIFY(target.open(QIODevice::WriteOnly));
        QVERIFY(target.write(file.content) > 0);
    }
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("SYSTEMD_UNIT_PATH", folder.path() + ":/usr/lib/systemd/user");
    environment.insert("XDG_RUNTIME_DIR", folder.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(analyze, QStringList{"--user", "--man=no", "verify"} + paths);
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAll();
    QVERIFY2(process.exitCode() == 0, said.constData());
    QVERIFY2(!said.contains("gaugedesk"), said.constData()); // no warning about our files
}

void TimerTest::systemdRunsExactlyTheCommand()
{
    const QByteArray service = systemdFiles(planOf("hourly")).at(0).content;
    QVERIFY2(service.contains(R"(ExecStart="/usr/bin/true" "--data-dir" "/data/50%% \"off\" $$HOME \\ back" )"
                              R"("sync" "id")"),
             service.constData());
}

void TimerTest::nothingOfANameGetsOut()
{
    const auto files = systemdFiles(planOf("hourly", "x\nExecStart=/bin/evil\r[Service]"));
    for (const File &file : files) {
        QVERIFY2(!file.content.contains("\nExecStart=/bin/evil"), file.content.constData());
        QVERIFY(file.name.startsWith("gaugedesk-sync-6f1c2f9e-"));
    }
}

void TimerTest::launchd()
{
    const auto files = launchdFiles(planOf("15", "<&>"));
    QVERIFY(files);
    QCOMPARE(files->size(), 1U);
    QVERIFY(files->front().name.endsWith(".plist"));
    QCOMPARE(textsOf(files->front().content, "integer"), QStringList{"900"});
    QVERIFY(textsOf(files->front().content, "string").contains("/data/50% \"off\" $HOME \\ back"));
    QVERIFY(!launchdFiles(planOf("Mon..Fri 07:30")));
}

void TimerTest::windows()
{
    const auto files = windowsFiles(planOf("daily", "<&>"));
    QVERIFY(files);
    const QByteArray xml = files->front().content;
    QCOMPARE(textsOf(xml, "Interval"), QStringList{"PT1440M"});
    QCOMPARE(textsOf(xml, "Command"), QStringList{"\"/usr/bin/true\""});
    QCOMPARE(textsOf(xml, "Arguments"),
             QStringList{R"("--data-dir" "/data/50% \"off\" $HOME \ back" "sync" "id")"});
    QVERIFY(!windowsFiles(planOf("Mon..Fri 07:30")));
}

QTEST_GUILESS_MAIN(TimerTest)
#include "tst_timer.moc"
