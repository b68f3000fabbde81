// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace gauge::test;

namespace {

QStringList json(const char *line)
{
    return words("--format json") + words(line);
}

} // namespace

//! Saved views and exports on the command line, over records of the sandbox.
class CliSavedTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void nothingIsSavedAtFirst();
    void viewsAreListed();
    void aViewChoosesTheRows();
    void optionsNarrowAndReplaceIt();
    void theFeedMustAgree();
    void aSharedFileIsAView();
    void brokenFilesAreToldInWords();
    void metricsTakeAView();
    void aPresetWritesWhatWasSaved();
    void optionsReplaceWhatAPresetSays();
    void whatHasNoEffectIsTold();
    void aPresetFromElsewhereOnlyProposes();
    void anAgreedPresetIsOnesOwn();
    void aPresetFromElsewhereHasAUsualName_data();
    void aPresetFromElsewhereHasAUsualName();

private:
    void write(const QString &file, const QByteArray &text) const;
    void saveView(const QByteArray &name, const QByteArray &lines) const
    {
        write(QStringLiteral("data/views/") + QString::fromUtf8(name).toLower()
                  + QStringLiteral(".gaugeview"),
              "gaugedesk-view 1\nname " + name + '\n' + lines);
    }
    //! As an earlier version has saved it.
    void savePreset(const QByteArray &name, const QByteArray &lines) const
    {
        const QString file = QStringLiteral("data/exports/") + QString::fromUtf8(name).toLower()
            + QStringLiteral("-0123456789ab.gaugeexport");
        write(file, "gaugedesk-export 1\nname " + name + '\n' + lines);
        QVERIFY(QFile::setPermissions(m_cli.path(file), QFile::ReadOwner | QFile::WriteOwner));
    }
    //! As a colleague sends it. Returns its path.
    QString receivePreset(const QByteArray &lines) const
    {
        const QString file = QStringLiteral("theirs.gaugeexport");
        write(file, "gaugedesk-export 1\nname Theirs\nfeed responses\nlimit 3\n" + lines);
        return m_cli.path(file);
    }
    [[nodiscard]] Run runPreset(const QString &file, const QStringList &options = {}) const
    {
        return m_cli.run(words("export S --preset") + QStringList(file) + options);
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_cli.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    void fails(const QStringList &arguments, const char *said, int code = 2) const
    {
        const Run run = m_cli.run(arguments);
        QVERIFY2(run.exitCode == code, run.said().constData());
        QVERIFY2(run.err.contains(said), run.said().constData());
    }
    //! The same output of two command lines.
    void same(const QStringList &one, const QStringList &other) const
    {
        const Run first = m_cli.run(one);
        const Run second = m_cli.run(other);
        QVERIFY2(first.exitCode == 0, first.said().constData());
        QVERIFY2(second.exitCode == 0 && !second.out.isEmpty(), second.said().constData());
        QCOMPARE(first.out, second.out);
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    Cli m_cli;
};

void CliSavedTest::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(words("--records 400 --seed 5"));
    QCOMPARE(m_cli.connectTo(m_sandbox->url()).exitCode, 0);
    const Run synced = m_cli.run(words("sync S responses non-responses"));
    QVERIFY2(synced.exitCode == 0, synced.said().constData());
}

void CliSavedTest::cleanup()
{
    QDir(m_cli.path(QStringLiteral("data/views"))).removeRecursively();
    QDir(m_cli.path(QStringLiteral("data/exports"))).removeRecursively();
}

void CliSavedTest::write(const QString &file, const QByteArray &text) const
{
    const QString path = m_cli.path(file);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(text), text.size());
}

void CliSavedTest::nothingIsSavedAtFirst()
{
    for (const char *command : {"views", "presets"}) {
        const Run run = m_cli.run(words(command));
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.isEmpty() && run.err.contains("Nothing is saved yet"), run.said().constData());
        QVERIFY(m_cli.run(json(command)).out.isEmpty());
    }
    fails(words("query S --view none"), "none has been saved");
    fails(words("export S --preset none"), "none has been saved");
    fails(words("query S"), "FEED is required");
    fails(words("export S --output x.csv"), "FEED is required");
    fails(words("export S responses"), "--output");
    fails(words("export S --view a --preset b --output x"), "--preset");
}

void CliSavedTest::viewsAreListed()
{
    saveView("Sad", "feed responses\nwhere nps <= 6\nsort nps:desc\nwindow widths nps=64\n");
    saveView("\"All, of them\"", "feed non-responses\n");
    const Run table = m_cli.run(words("views"));
    QVERIFY2(table.exitCode == 0 && table.out.startsWith("NAME"), table.said().constData());
    QVERIFY2(table.out.contains("where nps <= 6; sort nps:desc"), table.said().constData());
    const Run lines = m_cli.run(json("views"));
    QCOMPARE(lines.lines().size(), 2);
    QCOMPARE(keysOf(lines.lines().value(0)), words("name feed query"));
    QCOMPARE(lines.json(0).value(QLatin1String("name")).toString(), QStringLiteral("All, of them"));
    QCOMPARE(lines.json(1).value(QLatin1String("query")).toString(),
             QStringLiteral("where nps <= 6\nsort nps:desc"));
    savePreset("Board", "feed responses\nformat xlsx\nfile /x/{date}.xlsx\nlimit 3\n");
    const Run presets = m_cli.run(json("presets"));
    QCOMPARE(keysOf(presets.lines().value(0)), words("name feed format output query"));
    QCOMPARE(presets.json().value(QLatin1String("format")).toString(), QStringLiteral("xlsx"));
    QVERIFY(m_cli.run(words("presets")).out.contains("Board"));
}

void CliSavedTest::aViewChoosesTheRows()
{
    saveView("Sad",
             "feed responses\nwhere nps <= 6\nsort nps:desc,number_customergauge\n"
             "columns number_customergauge,nps\nlimit 7\n");
    const QStringList plain
        = words("query S responses --where nps<=6 --sort nps:desc --sort number_customergauge "
                "--columns number_customergauge,nps --limit 7");
    same(words("query S --view sad"), plain);
    same(words("query S responses --view SAD"), plain);
    const Run exported
        = m_cli.run(json("export S --view Sad --output") + QStringList(m_cli.path(QStringLiteral("v.csv"))));
    QVERIFY2(exported.exitCode == 0, exported.said().constData());
    QCOMPARE(exported.json().value(QLatin1String("rows")).toInt(), 7);
    QVERIFY(content(QStringLiteral("v.csv")).startsWith("number_customergauge,nps\r\n"));
}

void CliSavedTest::optionsNarrowAndReplaceIt()
{
    saveView("Sad", "feed responses\nwhere nps <= 6\nsearch the\nsort nps:desc\ncolumns nps\nlimit 7\n");
    same(
        words("query S --view Sad --where number_customergauge>20 --limit 5"),
        words("query S responses --where nps<=6 --where number_customergauge>20 --search the --sort nps:desc "
              "--columns nps --limit 5"));
    same(
        words("query S --view Sad --sort number_customergauge --columns number_customergauge,nps --search a"),
        words("query S responses --where nps<=6 --search a --sort number_customergauge --columns "
              "number_customergauge,nps --limit 7"));
    same(words("query S --view Sad --search") + QStringList(QString()),
         words("query S responses --where nps<=6 --sort nps:desc --columns nps --limit 7"));
    fails(words("query S --view Sad --where nps"), "nps");
    fails(words("query S --view Sad --columns npx"), "npx");
}

void CliSavedTest::theFeedMustAgree()
{
    saveView("Silent", "feed non-responses\n");
    fails(words("query S responses --view Silent"), "is about non-responses, not responses");
    fails(words("export S responses --output x.csv --view Silent"), "is about non-responses");
    saveView("Strange", "feed weather\n");
    fails(words("query S --view Strange"), "There is no feed", 1);
    // A column that a timer's view had, and that is not there any more.
    saveView("Lost", "feed responses\nwhere property.Lost = 1\n");
    fails(words("query S --view Lost"), "property.Lost", 1);
    fails(words("metrics S --view Lost"), "property.Lost", 1);
    fails(words("query S responses --where property.Lost=1"), "property.Lost");
    savePreset("Board", "feed responses\nfile x.csv\n");
    fails(words("export S close-loop --preset Board"), "is about responses, not close-loop");
    fails(words("query S nonsense --view Silent"), "There is no feed");
}

void CliSavedTest::aSharedFileIsAView()
{
    write(QStringLiteral("from Ann.gaugeview"), "gaugedesk-view 1\nname Any\nfeed responses\nlimit 2\n");
    const QString file = m_cli.path(QStringLiteral("from Ann.gaugeview"));
    same(words("query S --view") + QStringList(file), words("query S responses --limit 2"));
    QVERIFY(!QFileInfo::exists(m_cli.path(QStringLiteral("data/views")))); // it is read, not kept
}

void CliSavedTest::brokenFilesAreToldInWords()
{
    saveView("Newer", "feed responses\ngroup by nps\n");
    saveView("Fine", "feed responses\n");
    const Run listed = m_cli.run(words("views --quiet"));
    QCOMPARE(listed.exitCode, 0);
    QVERIFY2(listed.err.contains("newer.gaugeview") && listed.err.contains("“group”"),
             listed.said().constData());
    QVERIFY(listed.out.contains("Fine") && !listed.out.contains("Newer"));
    fails(words("query S --view Newer"), "newer.gaugeview");
    fails(words("query S --view") + QStringList(m_cli.path(QStringLiteral("data/views/newer.gaugeview"))),
          "“group”", 1);
    savePreset("Odd", "feed responses\nformat pdf\n");
    fails(words("export S --preset Odd"), "csv, xlsx, jsonl");
    QVERIFY(content(QStringLiteral("data/views/newer.gaugeview")).contains("group by nps"));
}

void CliSavedTest::metricsTakeAView()
{
    saveView("Dutch", "feed responses\nwhere property.Country = NL\nsort nps\nlimit 1\n");
    same(json("metrics S --view Dutch"), json("metrics S --where property.Country=NL"));
    saveView("Wordy", "feed responses\nsearch the\n");
    const Run wordy = m_cli.run(json("metrics S --view Wordy"));
    QVERIFY2(wordy.exitCode == 0 && wordy.json().value(QLatin1String("n")).toInt() > 0,
             wordy.said().constData());
    QVERIFY(wordy.json().value(QLatin1String("response_rate")).isNull()); // silence cannot be searched
    QVERIFY(!m_cli.run(json("metrics S --view Dutch")).json().value(QLatin1String("response_rate")).isNull());
    saveView("Silent", "feed non-responses\n");
    fails(words("metrics S --view Silent"), "is about non-responses");
    saveView("Gone", "feed responses\nrecords gone\n");
    fails(words("metrics S --view Gone"), "vanished");
}

void CliSavedTest::aPresetWritesWhatWasSaved()
{
    const QString pattern = m_cli.path(QStringLiteral("{connection} {feed} {date}.csv"));
    savePreset(
        "Board",
        "feed responses\nfile " + pattern.toUtf8()
            + "\nopened-with custom\nseparator bar\nbyte-order-mark yes\nheader titles\nlists children\n"
              "manifest yes\nwhere nps <= 6\ncolumns nps,tags\nsort number_customergauge\nlimit 3\n");
    const QString before = QDate::currentDate().toString(Qt::ISODate);
    const Run run = m_cli.run(json("export S --preset board"));
    QVERIFY2(run.exitCode == 0, run.said().constData());
    const QString after = QDate::currentDate().toString(Qt::ISODate);
    const QString output = run.json().value(QLatin1String("output")).toString();
    const auto expected
        = [&](const QString &day) { return m_cli.path(QStringLiteral("S responses %1.csv").arg(day)); };
    QVERIFY2(output == expected(before) || output == expected(after), qPrintable(output));
    QCOMPARE(run.json().value(QLatin1String("rows")).toInt(), 3);
    const QByteArray written = content(QFileInfo(output).fileName());
    QVERIFY2(written.startsWith("\xEF\xBB\xBFNPS\r\n"), written.constData());
    const QString stem = output.chopped(4);
    QVERIFY(QFileInfo::exists(stem + QStringLiteral(".tags.csv")));
    QVERIFY(QFileInfo::exists(output + QStringLiteral(".manifest.json")));
    // Again: replaced as a whole.
    QCOMPARE(m_cli.run(json("export S responses --preset board")).exitCode, 0);
    QCOMPARE(content(QFileInfo(output).fileName()), written);
}

void CliSavedTest::optionsReplaceWhatAPresetSays()
{
    savePreset("Board",
               "feed responses\nformat xlsx\nheader titles\nmask-personal yes\ncolumns nps,email\n"
               "where nps <= 6\nlimit 4\n");
    fails(words("export S --preset Board"), "--output");
    const auto file = [&](const char *name) { return QStringList(m_cli.path(QLatin1String(name))); };
    const Run csv = m_cli.run(
        json("export S --preset Board --header names --delimiter ; --where nps>=2 --columns email,nps "
             "--output")
        + file("{date}.csv"));
    QVERIFY2(csv.exitCode == 0, csv.said().constData());
    const QByteArray text = content(QStringLiteral("{date}.csv")); // as it was typed
    QVERIFY2(text.startsWith("email;nps\r\n"), text.constData());
    QVERIFY(text.contains("***;"));
    QCOMPARE(csv.json().value(QLatin1String("rows")).toInt(), 4);
    // An ending that says nothing leaves the format that was saved.
    QCOMPARE(m_cli.run(words("export S --preset Board --output") + file("book")).exitCode, 0);
    QVERIFY(content(QStringLiteral("book")).startsWith("PK"));
    fails(words("export S --preset Board --as jsonl --output") + file("x"), "cannot be masked");
}

void CliSavedTest::whatHasNoEffectIsTold()
{
    const auto said = [&](const char *options, const char *name) {
        const Run run = m_cli.run(words("export S responses") + words(options) + words("--output")
                                  + QStringList(m_cli.path(QLatin1String(name))));
        return run.exitCode == 0 ? run.err : run.said();
    };
    for (const char *name : {"n.xlsx", "n.jsonl"}) {
        const QByteArray both = said("--delimiter ; --bom", name);
        QVERIFY2(both.contains("--delimiter has no effect") && both.contains("--bom has no effect"),
                 both.constData());
    }
    for (const char *option : {"--columns nps", "--lists columns", "--header titles", "--raw-formulas"}) {
        const QByteArray note = said(option, "n.jsonl");
        const QByteArray wanted = words(option).front().toUtf8() + " has no effect";
        QVERIFY2(note.contains(wanted), note.constData());
        QVERIFY(!said(option, "n.csv").contains("no effect"));
    }
    QVERIFY(!said("--delimiter ; --bom", "n.csv").contains("no effect"));
    // What is saved is not to blame: the file was named here.
    saveView("Sad", "feed responses\ncolumns nps\n");
    QVERIFY(
        !m_cli.run(words("export S --view Sad --output") + QStringList(m_cli.path(QStringLiteral("v.jsonl"))))
             .err.contains("no effect"));
}

void CliSavedTest::aPresetFromElsewhereOnlyProposes()
{
    const QString output = m_cli.path(QStringLiteral("theirs.csv"));
    const QString raw = receivePreset("raw-formulas yes\nfile " + output.toUtf8() + '\n');
    const QStringList elsewhere{QStringLiteral("--output"), m_cli.path(QStringLiteral("mine.csv"))};
    for (const QStringList &options : {QStringList(), elsewhere}) {
        const Run run = runPreset(raw, options);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("--accept-preset"), run.said().constData());
        QCOMPARE(run.err.contains(output.toUtf8()), options.isEmpty());
    }
    QVERIFY(!QFileInfo::exists(output) && !QFileInfo::exists(elsewhere.back()));
    const Run formulas = runPreset(raw, elsewhere + words("--raw-formulas"));
    QVERIFY2(formulas.exitCode == 0, formulas.said().constData());
    // One that decides nothing needs no agreement.
    const Run harmless = runPreset(receivePreset("header titles\n"), elsewhere);
    QVERIFY2(harmless.exitCode == 0, harmless.said().constData());
    // In the data folder it is as foreign.
    QVERIFY(QDir().mkpath(m_cli.path(QStringLiteral("data/exports"))));
    QVERIFY(QFile::copy(receivePreset("file " + output.toUtf8() + '\n'),
                        m_cli.path(QStringLiteral("data/exports/theirs-0123456789ab.gaugeexport"))));
    fails(words("export S --preset Theirs"), "--accept-preset");
    QVERIFY(!QFileInfo::exists(output));
}

void CliSavedTest::anAgreedPresetIsOnesOwn()
{
    const QString output = m_cli.path(QStringLiteral("agreed.csv"));
    const QByteArray lines = "file " + output.toUtf8() + '\n';
    const QString file = receivePreset(lines);
    write(QStringLiteral("agreed.csv"), "mine");
    QCOMPARE(runPreset(file, words("--accept-preset")).exitCode, 2); // replaces nothing
    QCOMPARE(content(QStringLiteral("agreed.csv")), QByteArray("mine"));
    QVERIFY(QFile::remove(output));
    // Nor anything that is written beside it.
    for (const char *beside : {"agreed.csv.manifest.json", "agreed.tags.csv"}) {
        write(QLatin1String(beside), "mine");
        const Run run
            = runPreset(receivePreset(lines + "lists children\nmanifest yes\n"), words("--accept-preset"));
        QVERIFY2(run.exitCode == 2 && run.err.contains(beside), run.said().constData());
        QCOMPARE(content(QLatin1String(beside)), QByteArray("mine"));
        QVERIFY(QFile::remove(m_cli.path(QLatin1String(beside))));
    }
    receivePreset(lines);
    QCOMPARE(runPreset(file).exitCode, 2); // a refusal is no agreement
    const Run agreed = runPreset(file, words("--accept-preset"));
    QVERIFY2(agreed.exitCode == 0, agreed.said().constData());
    const QByteArray written = content(QStringLiteral("agreed.csv"));
    QVERIFY(written.contains("nps"));
    // By the clock, over the file of the day before.
    write(QStringLiteral("agreed.csv"), "old");
    QCOMPARE(runPreset(file).exitCode, 0);
    QCOMPARE(content(QStringLiteral("agreed.csv")), written);
    receivePreset(lines + "header titles\n"); // another text
    QCOMPARE(runPreset(file).exitCode, 2);
}

void CliSavedTest::aPresetFromElsewhereHasAUsualName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("possible");
    QTest::newRow("usual") << QStringLiteral("usual.csv") << true;
    QTest::newRow("a shell reads it") << QStringLiteral(".profile") << false;
    QTest::newRow("hidden") << QStringLiteral(".hidden.csv") << false;
    QTest::newRow("a desktop runs it") << QStringLiteral("a.desktop") << false;
    QTest::newRow("no ending") << QStringLiteral("authorized_keys") << false;
}

void CliSavedTest::aPresetFromElsewhereHasAUsualName()
{
    QFETCH(QString, name);
    QFETCH(bool, possible);
    const QString file = receivePreset("file " + m_cli.path(name).toUtf8() + '\n');
    const Run run = runPreset(file, words("--accept-preset"));
    QVERIFY2(run.exitCode == (possible ? 0 : 2), run.said().constData());
    QCOMPARE(QFileInfo::exists(m_cli.path(name)), possible);
}

QTEST_GUILESS_MAIN(CliSavedTest)
#include "tst_clisaved.moc"
