// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/outputfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace gauge;
using transfer::OutputFiles;

class OutputFilesTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingIsThereBeforeTheCommit();
    void whatCannotAllAppearDoesNotAppearAtAll();
    void digestsAreOfWhatWasWritten();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    void put(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void OutputFilesTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void OutputFilesTest::nothingIsThereBeforeTheCommit()
{
    put("main", "old");
    {
        OutputFiles files(false);
        for (const char *name : {"main", "child"}) {
            const auto device = files.open(path(name));
            QVERIFY(device);
            (*device)->write("new");
        }
        QCOMPARE(content("main"), QByteArray("old"));
        QCOMPARE(content("child"), QByteArray("no file"));
    }
    QCOMPARE(files(), QStringList{QStringLiteral("main")});
    QCOMPARE(content("main"), QByteArray("old"));
}

void OutputFilesTest::whatCannotAllAppearDoesNotAppearAtAll()
{
    put("child", "old");
    {
        OutputFiles files(false);
        for (const char *name : {"main", "child", "new child"}) {
            const auto device = files.open(path(name));
            QVERIFY(device);
            (*device)->write("new");
        }
        // The main file is the last to appear; a folder took its place meanwhile.
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("main/taken")));
        const Result<void> committed = files.commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::Storage);
    }
    QCOMPARE(files(), QStringList{QStringLiteral("child")});
    QCOMPARE(content("child"), QByteArray("old"));
}

void OutputFilesTest::digestsAreOfWhatWasWritten()
{
    put("child", "old");
    OutputFiles files(true);
    QByteArray bytes;
    for (const char *name : {"main", "child"}) {
        const auto device = files.open(path(name));
        QVERIFY(device);
        bytes = QByteArray(100'000, *name);
        (*device)->write(bytes.left(7));
        (*device)->write(bytes.mid(7));
        QCOMPARE(files.digest(path(name)),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    QCOMPARE(files.paths(), (QStringList{path("main"), path("child")}));
    QVERIFY(files.commit());
    QCOMPARE(content("child"), bytes);
    QCOMPARE(this->files().size(), 2);
}

QTEST_GUILESS_MAIN(OutputFilesTest)
#include "tst_outputfiles.moc"
