// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved/presetstore.h"

#include "saved/bigview.h"
#include "saved/exportpreset.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <thread>

using namespace gauge;
using namespace gauge::saved;
using namespace gauge::test;

class SavedStoreTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void startsEmpty();
    void savesAndFinds();
    void filesAreTheOwnersAlone();
    void hostileNamesAreNamesAndNothingElse_data();
    void hostileNamesAreNamesAndNothingElse();
    void namesThatCannotBeKept();
    void namesAreUniqueWithoutRegardToCase();
    void renamesAndDuplicates();
    void removalCanBeUndone();
    void sharesAndImports();
    void brokenFilesAreToldAndLeftAlone_data();
    void brokenFilesAreToldAndLeftAlone();
    void twoFilesOfOneName();
    void aFolderThatCannotBeWritten();
    void viewsAndExportsAreApart();
    void whoSavedAnExportIsKnown();
    void whatWasThereBeforeIsOnesOwn();
    void twoAtOnceLoseNothing();
    void twoProcessesLoseNothing();
    void killedWhileWritingOneOfThemIsWhole();

private:
    [[nodiscard]] QString data() const { return m_folder->filePath(QStringLiteral("data")); }
    [[nodiscard]] QString views() const { return data() + QStringLiteral("/views"); }
    [[nodiscard]] PresetStore<View> store() const { return PresetStore<View>(data()); }
    [[nodiscard]] QStringList files() const { return QDir(views()).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        const auto list = store().list();
        if (list)
            for (const View &view : list->things)
                names.append(view.name);
        return names;
    }
    static View view(const QString &name)
    {
        View view{name, QStringLiteral("responses"), {}, {}};
        view.query.where
            = {*query::parseFilter(QStringLiteral("nps <= 6 and property.Country in NL,\"a, b\""))};
        view.query.search = QStringLiteral("two\nlines \"quoted\"");
        view.query.columns = {QStringLiteral("nps"), QStringLiteral("property.Key, Contact")};
        view.query.sort = {{QStringLiteral("nps"), true}};
        view.query.presence = query::Presence::Both;
        view.widths = {{QStringLiteral("nps"), 64}, {QStringLiteral("property.a=b"), 120}};
        return view;
    }
    void write(const QString &file, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(views()));
        QFile out(views() + QLatin1Char('/') + file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray content(const QString &file) const
    {
        QFile in(views() + QLatin1Char('/') + file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("no file");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SavedStoreTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void SavedStoreTest::startsEmpty()
{
    const auto list = store().list();
    QVERIFY(list);
    QVERIFY(list->things.empty() && list->problems.isEmpty());
    QVERIFY(!QDir(views()).exists());
    const auto missing = store().find(QStringLiteral("x"));
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    QVERIFY2(missing.error().text.contains(QLatin1String("none has been saved")),
             qPrintable(missing.error().text));
    QCOMPARE(store().rename(QStringLiteral("x"), QStringLiteral("y")).error().kind, ErrorKind::NotFound);
    QCOMPARE(store().remove(QStringLiteral("x")).error().kind, ErrorKind::NotFound);
}

void SavedStoreTest::savesAndFinds()
{
    const View wanted = view(QStringLiteral("  Detractors \n this month "));
    const auto saved = store().save(wanted, Existing::Refuse);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().text));
    View expected = wanted;
    expected.name = QStringLiteral("Detractors this month");
    QCOMPARE(*saved, expected);
    QCOMPARE(store().find(QStringLiteral("DETRACTORS this MONTH")).value(), expected);
    QCOMPARE(store().list()->things, std::vector<View>{expected});
    const auto missing = store().find(QStringLiteral("nope"));
    QVERIFY2(missing.error().text.contains(expected.name), qPrintable(missing.error().text));
}

void SavedStoreTest::filesAreTheOwnersAlone()
{
    QVERIFY(store().save(view(QStringLiteral("A")), Existing::Refuse));
    QCOMPARE(files().size(), 1);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY((QFile::permissions(views() + QLatin1Char('/') + files().front()) & others) == 0);
    QVERIFY((QFile::permissions(views()) & others) == 0);
}

void SavedStoreTest::hostileNamesAreNamesAndNothingElse_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *tag, const QString &name) { QTest::newRow(tag) << name; };
    row("path", QStringLiteral("../../x"));
    row("absolute", QStringLiteral("/etc/passwd"));
    row("windows", QStringLiteral("C:\\x"));
    row("device", QStringLiteral("CON"));
    row("dots", QStringLiteral(".."));
    row("hidden", QStringLiteral(".view"));
    row("long", QString(300, QLatin1Char('x')));
    row("longer bytes", QString(500, QChar(0x4e2d)));
    row("quotes", QStringLiteral("a \"b\" ‘c’"));
    row("lines of a file", QStringLiteral("x feed close-loop # no comment"));
    row("comment", QStringLiteral("# x"));
    row("ampersand", QStringLiteral("R&D && more"));
    row("emoji", QStringLiteral("🎉 فيلتر"));
    row("ending", QStringLiteral("x.gaugeview"));
    row("number", QStringLiteral("x (2)"));
    row("wild", QStringLiteral("*?"));
    row("words", QStringLiteral("this and (that or those)"));
}

void SavedStoreTest::hostileNamesAreNamesAndNothingElse()
{
    QFETCH(QString, name);
    const View wanted = view(name);
    const auto saved = store().save(wanted, Existing::Refuse);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().text));
    QCOMPARE(*saved, wanted);
    QCOMPARE(store().find(name).value(), wanted);
    QCOMPARE(store().list()->things, std::vector<View>{wanted});
    QVERIFY(store().list()->problems.isEmpty());
    // One file, in the folder, and the folder alone.
    QCOMPARE(files().size(), 1);
    QVERIFY(files().front().toUtf8().size() < 100);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("data")});
    QCOMPARE(QDir(data()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("views")});
    QVERIFY(store().save(view(QStringLiteral("other")), Existing::Refuse));
    QCOMPARE(store().save(wanted, Existing::Refuse).error().kind, ErrorKind::Input);
    QVERIFY(store().remove(name));
    QCOMPARE(names(), QStringList{QStringLiteral("other")});
}

void SavedStoreTest::namesThatCannotBeKept()
{
    for (const QString &name :
         {QString(), QStringLiteral(" \n "), QString(QChar(0)), QString(501, QLatin1Char('x'))})
        QCOMPARE(store().save(view(name), Existing::Replace).error().kind, ErrorKind::Input);
    const auto odd = store().save(view(QStringLiteral("a\x01z") + QChar(0xd800)), Existing::Replace);
    QVERIFY(odd);
    QCOMPARE(odd->name, QStringLiteral("az?"));
    QCOMPARE(store().find(odd->name).value(), *odd);
}

void SavedStoreTest::namesAreUniqueWithoutRegardToCase()
{
    QVERIFY(store().save(view(QStringLiteral("Tags")), Existing::Refuse));
    const auto refused = store().save(view(QStringLiteral("tAGS")), Existing::Refuse);
    QVERIFY(!refused);
    QVERIFY2(refused.error().text.contains(QStringLiteral("“Tags”")), qPrintable(refused.error().text));
    QCOMPARE(names(), QStringList{QStringLiteral("Tags")});
    View changed = view(QStringLiteral("TAGS"));
    changed.query.search = QStringLiteral("other");
    QVERIFY(store().save(changed, Existing::Replace));
    QCOMPARE(store().list()->things, std::vector<View>{changed});
    QCOMPARE(files().size(), 1);
    QCOMPARE(store().save(view(QStringLiteral("tags")), Existing::TakeAnotherName)->name,
             QStringLiteral("tags (2)"));
    QCOMPARE(store().save(view(QStringLiteral("tags")), Existing::TakeAnotherName)->name,
             QStringLiteral("tags (3)"));
    // é in one character or in two.
    QVERIFY(store().save(view(QStringLiteral("caf\u00e9")), Existing::Refuse));
    QVERIFY(!store().save(view(QStringLiteral("CAFE\u0301")), Existing::Refuse));
}

void SavedStoreTest::renamesAndDuplicates()
{
    QVERIFY(store().save(view(QStringLiteral("A")), Existing::Refuse));
    QVERIFY(store().save(view(QStringLiteral("B")), Existing::Refuse));
    QCOMPARE(store().rename(QStringLiteral("a"), QStringLiteral("b")).error().kind, ErrorKind::Input);
    QCOMPARE(store().rename(QStringLiteral("a"), QStringLiteral(" ")).error().kind, ErrorKind::Input);
    QCOMPARE(names(), (QStringList{QStringLiteral("A"), QStringLiteral("B")}));
    QCOMPARE(store().rename(QStringLiteral("A"), QStringLiteral("a")).value(), view(QStringLiteral("a")));
    QCOMPARE(store().rename(QStringLiteral("a"), QStringLiteral("C")).value(), view(QStringLiteral("C")));
    // Its old name is free again.
    QVERIFY(store().save(view(QStringLiteral("A")), Existing::Refuse));
    QCOMPARE(store().duplicate(QStringLiteral("c")).value(), view(QStringLiteral("C (2)")));
    QCOMPARE(names(),
             (QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"),
                          QStringLiteral("C (2)")}));
    QVERIFY(store().list()->problems.isEmpty());
}

void SavedStoreTest::removalCanBeUndone()
{
    const View before = view(QStringLiteral("A"));
    QVERIFY(store().save(before, Existing::Refuse));
    const auto removed = store().remove(QStringLiteral("a"));
    QVERIFY(removed);
    QVERIFY(files().isEmpty());
    QCOMPARE(store().save(*removed, Existing::TakeAnotherName).value(), before);
    // Meanwhile somebody took the name: nothing of either is lost.
    const auto again = store().remove(QStringLiteral("A"));
    QVERIFY(store().save(view(QStringLiteral("a")), Existing::Refuse));
    QCOMPARE(store().save(*again, Existing::TakeAnotherName)->name, QStringLiteral("A (2)"));
}

void SavedStoreTest::sharesAndImports()
{
    const View wanted = view(QStringLiteral("A & B"));
    QVERIFY(store().save(wanted, Existing::Refuse));
    const QString file = m_folder->filePath(QStringLiteral("for others.gaugeview"));
    QVERIFY(store().share(wanted.name, file));
    QCOMPARE(store().find(file).value(), wanted); // a path where nothing is called so
    QCOMPARE(store().importFrom(file)->name, QStringLiteral("A & B (2)"));
    const PresetStore<View> theirs(m_folder->filePath(QStringLiteral("theirs")));
    QCOMPARE(theirs.importFrom(file).value(), wanted);
    QCOMPARE(theirs.find(wanted.name).value(), wanted);
    QCOMPARE(theirs.importFrom(m_folder->filePath(QStringLiteral("none"))).error().kind, ErrorKind::Storage);
    QCOMPARE(theirs.share(wanted.name, m_folder->filePath(QStringLiteral("no/such/folder"))).error().kind,
             ErrorKind::Storage);
    // As another system's editor leaves it.
    QFile edited(m_folder->filePath(QStringLiteral("edited.gaugeview")));
    QVERIFY(edited.open(QIODevice::WriteOnly));
    edited.write("\xEF\xBB\xBFgaugedesk-view 1\r\n# of mine\r\n\r\nwhere nps > 8\r\nwindow frozen 2\r\n"
                 "feed responses\r\nname Édité\r\n");
    edited.close();
    const auto read = theirs.importFrom(edited.fileName());
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QCOMPARE(read->name, QStringLiteral("Édité"));
    QCOMPARE(read->query.where, std::vector{*query::parseFilter(QStringLiteral("nps > 8"))});
}

void SavedStoreTest::brokenFilesAreToldAndLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *tag, const QByteArray &bytes, const char *words) {
        QTest::newRow(tag) << bytes << QString::fromLatin1(words);
    };
    row("empty", {}, "no saved view");
    row("something else", "{\"version\":1}", "no saved view");
    row("an export", "gaugedesk-export 1\nname A\nfeed responses\n", "no saved view");
    row("binary", QByteArray::fromHex("00ff00fe1234"), "no saved view");
    row("newer", "gaugedesk-view 2\nname A\nfeed responses\n", "newer GaugeDesk");
    row("no version", "gaugedesk-view\nname A\nfeed responses\n", "no saved view");
    row("no name", "gaugedesk-view 1\nfeed responses\n", "name is missing");
    row("two names", "gaugedesk-view 1\nname A\nname B\nfeed responses\n", "two names");
    row("no feed", "gaugedesk-view 1\nname A\n", "which feed");
    row("two feeds", "gaugedesk-view 1\nname A\nfeed a\nfeed b\n", "twice");
    row("unknown line", "gaugedesk-view 1\nname A\nfeed responses\ngroup nps\n", "Line 4");
    row("half a line", "gaugedesk-view 1\nname A\nfeed responses\nwhere nps >", "");
    row("bad condition", "gaugedesk-view 1\nname A\nfeed responses\n\nwhere nps\n", "Line 5");
    row("huge", QByteArray("gaugedesk-view 1\nname A\nfeed responses\n").append(QByteArray(2'000'000, '#')),
        "too large");
}

void SavedStoreTest::brokenFilesAreToldAndLeftAlone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    // Where a view called A would lie.
    QVERIFY(store().save(view(QStringLiteral("A")), Existing::Refuse));
    const QString file = files().front();
    write(file, bytes);
    const auto list = store().list();
    QVERIFY(list);
    if (words.isEmpty()) { // it reads: an empty value
        QCOMPARE(list->things.size(), 1U);
        return;
    }
    QVERIFY(list->things.empty());
    QCOMPARE(list->problems.size(), 1);
    QVERIFY2(list->problems.front().contains(words), qPrintable(list->problems.front()));
    QVERIFY2(list->problems.front().contains(file), qPrintable(list->problems.front()));
    const auto missing = store().find(QStringLiteral("A"));
    QCOMPARE(missing.error().kind, ErrorKind::Storage);
    QVERIFY(missing.error().text.contains(file));
    QVERIFY(store().save(view(QStringLiteral("A")), Existing::Replace));
    QCOMPARE(content(file), bytes);
    QCOMPARE(store().list()->things, std::vector<View>{view(QStringLiteral("A"))});
    QVERIFY(store().remove(QStringLiteral("A")));
    QCOMPARE(content(file), bytes);
}

void SavedStoreTest::twoFilesOfOneName()
{
    write(QStringLiteral("one.gaugeview"), "gaugedesk-view 1\nname A\nfeed responses\n");
    write(QStringLiteral("two.gaugeview"), "gaugedesk-view 1\nname a\nfeed close-loop\n");
    const auto list = store().list();
    QCOMPARE(list->things.size(), 1U);
    QCOMPARE(list->things.front().feed, QStringLiteral("responses"));
    QCOMPARE(list->problems.size(), 1);
    QVERIFY(list->problems.front().contains(QLatin1String("two.gaugeview")));
}

void SavedStoreTest::aFolderThatCannotBeWritten()
{
    QFile blocked(m_folder->filePath(QStringLiteral("data")));
    QVERIFY(blocked.open(QIODevice::WriteOnly));
    blocked.close();
    const auto saved = store().save(view(QStringLiteral("A")), Existing::Refuse);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QVERIFY(!saved.error().text.isEmpty());
}

void SavedStoreTest::viewsAndExportsAreApart()
{
    ExportPreset preset;
    preset.name = QStringLiteral("A");
    preset.feed = QStringLiteral("responses");
    const PresetStore<ExportPreset> exports(data());
    QVERIFY(exports.save(preset, Existing::Refuse));
    QVERIFY(names().isEmpty());
    QVERIFY(store().save(view(QStringLiteral("A")), Existing::Refuse));
    QCOMPARE(exports.list()->things, std::vector<ExportPreset>{preset});
}

void SavedStoreTest::twoAtOnceLoseNothing()
{
    constexpr int each = 10;
    const auto many = [this](const QString &prefix) {
        for (int i = 0; i < each; ++i)
            static_cast<void>(store().save(view(prefix + QString::number(i)), Existing::Refuse));
    };
    std::thread first(many, QStringLiteral("a"));
    std::thread second(many, QStringLiteral("b"));
    first.join();
    second.join();
    QCOMPARE(names().size(), 2 * each);
    // Both want one name: each gets one.
    const auto same = [this] {
        for (int i = 0; i < each; ++i)
            static_cast<void>(store().save(view(QStringLiteral("x")), Existing::TakeAnotherName));
    };
    std::thread third(same);
    std::thread fourth(same);
    third.join();
    fourth.join();
    QCOMPARE(names().size(), 4 * each);
    QVERIFY(store().list()->problems.isEmpty());
}

void SavedStoreTest::twoProcessesLoseNothing()
{
    QProcess one;
    QProcess two;
    one.start(QStringLiteral(COMPANION), {data(), QStringLiteral("a"), QStringLiteral("20")});
    two.start(QStringLiteral(COMPANION), {data(), QStringLiteral("b"), QStringLiteral("20")});
    for (QProcess *process : {&one, &two}) {
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 0);
    }
    QCOMPARE(names().size(), 40);
    QVERIFY(store().list()->problems.isEmpty());
}

void SavedStoreTest::killedWhileWritingOneOfThemIsWhole()
{
    for (int round = 0; round < 10; ++round) {
        QProcess companion;
        companion.start(QStringLiteral(COMPANION), {data()});
        qsizetype saved = 0;
        while (saved <= round) { // then somewhere in what follows
            QVERIFY(companion.canReadLine() || companion.waitForReadyRead());
            saved += companion.readAll().count('\n');
        }
        companion.kill();
        QVERIFY(companion.waitForFinished());
        const auto list = store().list();
        QVERIFY(list);
        QVERIFY2(list->problems.isEmpty(), qPrintable(list->problems.join(QLatin1Char('\n'))));
        QCOMPARE(list->things.size(), 1U);
        QVERIFY(list->things.front() == bigView(0) || list->things.front() == bigView(1));
        // And the next one is not kept waiting for a lock of the dead.
        QVERIFY(store().save(view(QStringLiteral("other")), Existing::Replace));
        QVERIFY(store().remove(QStringLiteral("other")));
    }
}

void SavedStoreTest::whoSavedAnExportIsKnown()
{
    const PresetStore<saved::ExportPreset> mine(data());
    saved::ExportPreset preset;
    preset.name = QStringLiteral("A");
    preset.feed = QStringLiteral("responses");
    preset.output = QStringLiteral("/tmp/{date}.csv");
    const QString file = m_folder->filePath(QStringLiteral("a.gaugeexport"));
    QVERIFY(mine.save(preset, Existing::Refuse)->unagreed.isEmpty());
    QVERIFY(mine.rename(QStringLiteral("A"), QStringLiteral("B"))->unagreed.isEmpty());
    QVERIFY(mine.duplicate(QStringLiteral("B"))->unagreed.isEmpty());
    QVERIFY(mine.share(QStringLiteral("B"), file));
    QVERIFY(mine.find(file)->unagreed.isEmpty()); // one's own, wherever it is

    const PresetStore<saved::ExportPreset> theirs(m_folder->filePath(QStringLiteral("theirs")));
    QVERIFY(!theirs.find(file)->unagreed.isEmpty());
    const saved::ExportPreset imported = theirs.importFrom(file).value();
    QVERIFY(!imported.unagreed.isEmpty());
    QVERIFY(!theirs.rename(imported.name, QStringLiteral("C"))->unagreed.isEmpty());
    QVERIFY(!theirs.duplicate(QStringLiteral("C"))->unagreed.isEmpty());
    const saved::ExportPreset removed = theirs.remove(QStringLiteral("C")).value();
    QVERIFY(!theirs.save(removed, Existing::TakeAnotherName)->unagreed.isEmpty()); // an undo
    QVERIFY(theirs.agree(imported)->unagreed.isEmpty());
    QVERIFY(theirs.find(QStringLiteral("C"))->unagreed.isEmpty());
    QVERIFY(theirs.list()->things.front().unagreed.isEmpty());
}

void SavedStoreTest::whatWasThereBeforeIsOnesOwn()
{
    const PresetStore<saved::ExportPreset> store(data());
    saved::ExportPreset preset;
    preset.name = QStringLiteral("A");
    preset.feed = QStringLiteral("responses");
    QVERIFY(store.save(preset, Existing::Refuse));
    const QDir folder(data() + QStringLiteral("/exports"));
    // As an earlier version left the folder, with a file of somebody else beside its own.
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral(".agreed"))));
    QFile theirs(folder.filePath(QStringLiteral("theirs.gaugeexport")));
    QVERIFY(theirs.open(QIODevice::WriteOnly));
    theirs.write("gaugedesk-export 1\nname T\nfeed responses\nfile /tmp/x.csv\n");
    theirs.close();
    QVERIFY(store.find(QStringLiteral("A"))->unagreed.isEmpty());
    QVERIFY(!store.find(QStringLiteral("T"))->unagreed.isEmpty());
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral(".agreed")))); // from now on nothing is adopted
}

QTEST_GUILESS_MAIN(SavedStoreTest)
#include "tst_savedstore.moc"
