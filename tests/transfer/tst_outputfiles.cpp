// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/outputfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <cstdio>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

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
    void aTerminalObeysNothing();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    static void toStandardOutput(int file, const QByteArrayList &pieces);
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

//! Standard output becomes \a file while \a write runs.
void OutputFilesTest::toStandardOutput(int file, const QByteArrayList &pieces)
{
    std::fflush(stdout);
    const int before = ::dup(STDOUT_FILENO);
    ::dup2(file, STDOUT_FILENO);
    {
        OutputFiles files(false);
        const Result<QIODevice *> device = files.open(QStringLiteral("-"));
        for (const QByteArray &piece : pieces)
            (*device)->write(piece);
        static_cast<void>(files.commit());
    }
    ::dup2(before, STDOUT_FILENO);
    ::close(before);
}

void OutputFilesTest::aTerminalObeysNothing()
{
    // Divided within a character, and within a line break.
    const QByteArrayList pieces{"a\x1b[31m\xC2", "\x9b Zo\xC3", "\xAB\r", "\nb\r", "c\n"};
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    const int other = ::open(::ptsname(terminal), O_WRONLY | O_NOCTTY);
    QVERIFY(other >= 0);
    toStandardOutput(other, pieces);
    QByteArray shown(1000, '\0');
    shown.truncate(::read(terminal, shown.data(), std::size_t(shown.size())));
    ::close(other);
    ::close(terminal);
    QCOMPARE(QString::fromUtf8(shown), QStringLiteral(u"a\u241B[31m<U+009B> Zo\u00EB\r\nb\u240Dc\r\n"));

    QTemporaryFile file;
    QVERIFY(file.open());
    toStandardOutput(file.handle(), pieces);
    file.seek(0);
    QCOMPARE(file.readAll(), pieces.join()); // data stays exact
}

QTEST_GUILESS_MAIN(OutputFilesTest)
#include "tst_outputfiles.moc"
