// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/file/mappingstore.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::upload;
using Kind = MappedHeading::Kind;

//! What people have mapped, in files and beside what is suggested.
class MappingStoreTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsKeptComesFirst();
    void draftsAreKeptForEachConfiguration();
    void anyBytesMayCome_data();
    void anyBytesMayCome();
    void aFileThatCannotBeReadIsLeftAlone();
    void aFolderThatCannotBeWrittenIsTold();

private:
    static MappingDraft draft()
    {
        return {{{{"Reference", Kind::Column, "Nr"},
                  {"Source", Kind::Constant, "CRM"},
                  {"Subject", Kind::Template, "{First} {Last}"}}},
                {"Type"}};
    }
};

void MappingStoreTest::whatIsKeptComesFirst()
{
    const QStringList headings{"Account Name", "Reference", "Source", "Type", "Subject"};
    const QStringList columns{"account name", "Nr", "Reference", "Type", "First", "Last"};
    QCOMPARE(completed(draft(), columns, headings),
             (ColumnMapping{{{"Account Name", Kind::Column, "account name"},
                             {"Reference", Kind::Column, "Nr"},
                             {"Source", Kind::Constant, "CRM"},
                             {"Subject", Kind::Template, "{First} {Last}"}}}));
    // Of another file, and another configuration, as much as fits.
    QCOMPARE(completed(draft(), {"Reference", "First"}, {"Reference", "Type", "Other"}),
             (ColumnMapping{{{"Reference", Kind::Column, "Reference"}}}));
    QCOMPARE(completed({}, {}, {}), ColumnMapping());
}

void MappingStoreTest::draftsAreKeptForEachConfiguration()
{
    const QTemporaryDir folder;
    const MappingStore store(folder.path());
    QCOMPARE(*store.load("a"), MappingDraft());
    const QString builtIn = "/activities";
    const QString hostile = "../../../etc/passwd";
    for (const QString &id : {QStringLiteral("a"), builtIn, hostile})
        QVERIFY(store.save(id, draft()).has_value());
    QVERIFY(store.save("a", {}).has_value());
    QCOMPARE(*store.load("a"), MappingDraft());
    QCOMPARE(*store.load(builtIn), draft());
    QCOMPARE(*store.load(hostile), draft());
    const QFileInfoList files
        = QDir(folder.filePath("column-mappings")).entryInfoList({"*.json"}, QDir::Files);
    QCOMPARE(files.size(), 3);
    for (const QFileInfo &file : files)
        QVERIFY(!file.permission(QFile::ReadGroup) && !file.permission(QFile::ReadOther));
}

void MappingStoreTest::anyBytesMayCome_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("no JSON") << QByteArray("{\"gaugedesk\":") << false;
    QTest::newRow("another file") << QByteArray(R"({"gaugedesk":"import-configuration"})") << false;
    QTest::newRow("a list") << QByteArray("[1,2]") << false;
    QTest::newRow("bare") << QByteArray(R"({"gaugedesk":"column-mapping"})") << true;
    QTest::newRow("of other types") << QByteArray(
        R"({"gaugedesk":"column-mapping","headings":{"a":1},"left_out":7})")
                                    << true;
    QTest::newRow("of another time") << QByteArray(
        R"({"gaugedesk":"column-mapping","headings":[null,7,{"heading":"A","from":"spell","text":"x"}]})")
                                     << true;
}

void MappingStoreTest::anyBytesMayCome()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isRead);
    const auto read = parseMappingDraft(bytes);
    QCOMPARE(read.has_value(), isRead);
    if (read)
        QVERIFY(read->mapping.headings.empty());
    else
        QCOMPARE(read.error().kind, ErrorKind::Input);
    // A heading that is there twice has its first source.
    const auto twice = parseMappingDraft(R"({"gaugedesk":"column-mapping","headings":[
        {"heading":"A","from":"column","text":"x"},{"heading":"A","from":"constant","text":"y"}]})");
    QCOMPARE(twice->mapping, (ColumnMapping{{{"A", Kind::Column, "x"}}}));
}

void MappingStoreTest::aFileThatCannotBeReadIsLeftAlone()
{
    const QTemporaryDir folder;
    const MappingStore store(folder.path());
    QVERIFY(store.save("a", draft()).has_value());
    QFile file(folder.filePath("column-mappings/a.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("broken");
    file.close();
    const auto read = store.load("a");
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Storage);
    QVERIFY(read.error().text.contains("a.json"));
    QCOMPARE(QFileInfo(file).size(), 6);
}

void MappingStoreTest::aFolderThatCannotBeWrittenIsTold()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("column-mappings"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto saved = MappingStore(folder.path()).save("a", draft());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(MappingStoreTest)
#include "tst_mappingstore.moc"
