// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/form/configurationstore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <thread>

using namespace gauge;
using namespace gauge::upload;

namespace {

Configuration made(const QString &name, const QString &reference = QStringLiteral("ref-1"))
{
    Configuration configuration = configurationFor(*catalog::findRecordType(QStringLiteral("activities")));
    configuration.name = name;
    configuration.reference = reference;
    return configuration;
}

} // namespace

class ConfigurationStoreTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void startsWithTheBuiltInOnes();
    void savesAndFinds();
    void filesAreTheOwnersAlone();
    void namesAreUnique();
    void aBuiltInOneBecomesASavedOne();
    void renames();
    void duplicates();
    void removesAndTakesBack();
    void sharesAndImports();
    void brokenFilesAreToldAndLeftAlone_data();
    void brokenFilesAreToldAndLeftAlone();
    void idsNameNoOtherFiles();
    void aFolderThatCannotBeWrittenIsTold();
    void manyAtOnceLoseNothing();

private:
    [[nodiscard]] ConfigurationStore store() const { return ConfigurationStore(data()); }
    [[nodiscard]] QString data() const { return m_folder->filePath(QStringLiteral("data")); }
    [[nodiscard]] QString folder() const { return data() + QStringLiteral("/configurations"); }
    [[nodiscard]] QString write(const QString &path, const QByteArray &bytes) const
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }
    [[nodiscard]] std::size_t savedCount() const
    {
        return store().list()->configurations.size() - builtInConfigurations().size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ConfigurationStoreTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void ConfigurationStoreTest::startsWithTheBuiltInOnes()
{
    const auto contents = store().list();
    QVERIFY(contents);
    QCOMPARE(contents->configurations, builtInConfigurations());
    QVERIFY(contents->problems.isEmpty());
    QVERIFY(!QFile::exists(data())); // looking makes nothing
    QCOMPARE(store().find(QStringLiteral("contact"))->recordType, QStringLiteral("contacts"));
    QVERIFY(store().find(QStringLiteral("contacts"))->isBuiltIn()); // by its name

    const auto missing = store().find(QStringLiteral("nope"));
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    QVERIFY(missing.error().text.contains(QStringLiteral("Activities")));
}

void ConfigurationStoreTest::savesAndFinds()
{
    const auto saved = store().save(made(QStringLiteral("  Visits ")));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().text));
    QCOMPARE(saved->name, QStringLiteral("Visits"));
    QVERIFY(!saved->id.isEmpty());
    QCOMPARE(*store().find(QStringLiteral("visits")), *saved);
    QCOMPARE(*store().find(QStringLiteral("ref-1")), *saved);
    QCOMPARE(*store().find(saved->id), *saved);
    Configuration changed = *saved;
    changed.headings.pop_back();
    QCOMPARE(*store().save(changed), changed);
    QCOMPARE(savedCount(), std::size_t(1));
    QCOMPARE(*store().find(saved->id), changed);
    QCOMPARE(store().save(made({})).error().kind, ErrorKind::Input);
    // What a person saved goes before what is built in.
    QVERIFY(store().save(made(QStringLiteral("Mine"), QStringLiteral("activities"))));
    QCOMPARE(store().find(QStringLiteral("activities"))->name, QStringLiteral("Mine"));
    QCOMPARE(store().find(QStringLiteral("contact"))->name, QStringLiteral("Contacts"));
}

void ConfigurationStoreTest::filesAreTheOwnersAlone()
{
    QVERIFY(store().save(made(QStringLiteral("Visits"))));
    QDirIterator files(folder(), {QStringLiteral("*.json")});
    QVERIFY(files.hasNext());
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(files.next()) & others));
    QVERIFY(!(QFile::permissions(folder()) & others));
}

void ConfigurationStoreTest::namesAreUnique()
{
    const auto first = store().save(made(QStringLiteral("Visits")));
    QVERIFY(first);
    const auto twin = store().save(made(QStringLiteral("VISITS ")));
    QCOMPARE(twin.error().kind, ErrorKind::Input);
    QVERIFY(twin.error().text.contains(QStringLiteral("Visits")));
    QCOMPARE(savedCount(), std::size_t(1));
}

void ConfigurationStoreTest::aBuiltInOneBecomesASavedOne()
{
    Configuration changed = builtInConfigurations().front();
    changed.headings.pop_back();
    const auto saved = store().save(changed);
    QVERIFY(saved);
    QVERIFY(!saved->isBuiltIn());
    QCOMPARE(*store().find(QStringLiteral("activities")), *saved);
    QCOMPARE(store().list()->configurations.front(), builtInConfigurations().front());
    QCOMPARE(store().remove(changed.id).error().kind, ErrorKind::Input);
}

void ConfigurationStoreTest::renames()
{
    const auto saved = store().save(made(QStringLiteral("Visits")));
    QVERIFY(store().save(made(QStringLiteral("Calls"))));
    QCOMPARE(store().rename(saved->id, QStringLiteral("Meetings"))->id, saved->id);
    QCOMPARE(store().find(saved->id)->name, QStringLiteral("Meetings"));
    QCOMPARE(store().rename(saved->id, QStringLiteral("calls")).error().kind, ErrorKind::Input);
    QCOMPARE(store().rename(saved->id, QStringLiteral(" ")).error().kind, ErrorKind::Input);
    QCOMPARE(store().rename(QStringLiteral("gone"), QStringLiteral("x")).error().kind, ErrorKind::NotFound);
    QCOMPARE(store().rename(saved->id, QStringLiteral("MEETINGS"))->name, QStringLiteral("MEETINGS"));
}

void ConfigurationStoreTest::duplicates()
{
    const auto saved = store().save(made(QStringLiteral("Visits")));
    const auto second = store().duplicate(saved->id);
    const auto third = store().duplicate(saved->id);
    QVERIFY(second && third);
    QCOMPARE(second->name, QStringLiteral("Visits (2)"));
    QCOMPARE(third->name, QStringLiteral("Visits (3)"));
    QCOMPARE(second->headings, saved->headings);
    QCOMPARE(store().duplicate(builtInConfigurations().front().id)->name, QStringLiteral("Activities"));
    QCOMPARE(store().duplicate({}).error().kind, ErrorKind::NotFound);
}

void ConfigurationStoreTest::removesAndTakesBack()
{
    const auto saved = store().save(made(QStringLiteral("Visits")));
    const auto removed = store().remove(saved->id);
    QVERIFY(removed);
    QCOMPARE(*removed, *saved);
    QCOMPARE(savedCount(), std::size_t(0));
    QCOMPARE(store().remove(saved->id).error().kind, ErrorKind::NotFound);
    QCOMPARE(*store().save(*removed), *saved);
    QCOMPARE(savedCount(), std::size_t(1));
}

void ConfigurationStoreTest::sharesAndImports()
{
    const auto saved = store().save(made(QStringLiteral("Visits")));
    const QString shared = m_folder->filePath(QStringLiteral("shared.json"));
    QVERIFY(store().exportTo(saved->id, shared));
    const auto imported = store().importFrom(shared);
    QVERIFY(imported);
    QCOMPARE(imported->name, QStringLiteral("Visits (2)"));
    QVERIFY(imported->id != saved->id);
    QCOMPARE(imported->headings, saved->headings);
    QCOMPARE(store().importFrom(m_folder->filePath(QStringLiteral("none"))).error().kind, ErrorKind::Storage);
    const QString foreign = write(m_folder->filePath(QStringLiteral("foreign")), "{\"a\":1}");
    QCOMPARE(store().importFrom(foreign).error().kind, ErrorKind::Input);
    QVERIFY(store().importFrom(foreign).error().text.contains(foreign));
    const auto nowhere
        = store().exportTo(saved->id, m_folder->filePath(QStringLiteral("no/such/folder.json")));
    QCOMPARE(nowhere.error().kind, ErrorKind::Storage);
}

void ConfigurationStoreTest::brokenFilesAreToldAndLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << toJson(made(QStringLiteral("Broken"))).left(100);
    QTest::newRow("binary") << QByteArray(5000, '\xff');
    QTest::newRow("huge") << QByteArray(2 << 20, ' ');
    QTest::newRow("newer")
        << toJson(made(QStringLiteral("Newer"))).replace("\"version\": 1", "\"version\": 9");
}

void ConfigurationStoreTest::brokenFilesAreToldAndLeftAlone()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(store().save(made(QStringLiteral("Visits"))));
    const QString path = write(folder() + QStringLiteral("/broken.json"), bytes);
    const auto contents = store().list();
    QVERIFY(contents);
    QCOMPARE(savedCount(), std::size_t(1));
    QCOMPARE(contents->problems.size(), 1);
    QVERIFY(contents->problems.front().contains(path));
    QVERIFY(store().save(made(QStringLiteral("Another"), QStringLiteral("ref-2"))));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    // Who asks for it learns why it is not there.
    QVERIFY(store().find(QStringLiteral("Broken")).error().text.contains(path));
}

void ConfigurationStoreTest::idsNameNoOtherFiles()
{
    Configuration configuration = made(QStringLiteral("Visits"));
    for (const char *id : {"../../escaped", "/absolute", "..\\up"}) {
        configuration.id = QLatin1String(id);
        configuration.name = QLatin1String(id);
        const auto saved = store().save(configuration);
        QVERIFY(saved);
        QVERIFY(saved->id != configuration.id);
        QVERIFY(QFile::exists(folder() + QLatin1Char('/') + saved->id + QStringLiteral(".json")));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("data")});
}

void ConfigurationStoreTest::aFolderThatCannotBeWrittenIsTold()
{
    QVERIFY(QDir().mkpath(data()));
    QVERIFY(!write(folder(), "a file where the folder should be").isEmpty());
    const auto saved = store().save(made(QStringLiteral("Visits")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QVERIFY(!saved.error().text.isEmpty());
}

void ConfigurationStoreTest::manyAtOnceLoseNothing()
{
    constexpr int each = 10;
    const auto work = [this](int worker) {
        for (int i = 0; i < each; ++i)
            (void)store().save(made(QStringLiteral("%1-%2").arg(worker).arg(i)));
    };
    std::thread other(work, 1);
    work(2);
    other.join();
    QCOMPARE(savedCount(), std::size_t(2 * each));
    QVERIFY(store().list()->problems.isEmpty());
}

QTEST_GUILESS_MAIN(ConfigurationStoreTest)
#include "tst_configurationstore.moc"
