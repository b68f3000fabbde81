// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QDirIterator>
#include <QFile>

#include <cerrno>

using namespace gauge::test;

//! A disk that is full, or fails, at any write of a sync: words, no damage, and the next sync goes on.
//! All writes in ./dev soak, every nineteenth otherwise.
class CliDiskTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aWriteFails_data();
    void aWriteFails();
    void aSmallFileFindsNoRoom();

private:
    [[nodiscard]] static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! The sync whose write \a number fails with \a error; 0: none does.
    static Run sync(Cli &cli, int number, int error)
    {
        cli.setVariable(QStringLiteral("LD_PRELOAD"), QStringLiteral(FAULTY_IO));
        cli.setVariable(QStringLiteral("GAUGE_FAULT_PATH"), QStringLiteral(".sqlite"));
        cli.setVariable(QStringLiteral("GAUGE_FAULT_AT"), QString::number(number));
        cli.setVariable(QStringLiteral("GAUGE_FAULT_ERRNO"), QString::number(error));
        cli.setVariable(QStringLiteral("GAUGE_FAULT_COUNT"), cli.path(QStringLiteral("count")));
        Run run = cli.run(words("--format json sync S responses --per-page 20"));
        cli.unsetVariable(QStringLiteral("LD_PRELOAD"));
        return run;
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    QByteArray m_served;
    int m_writes = 0;
};

void CliDiskTest::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(words("--records 60"));
    Cli cli;
    QCOMPARE(cli.connectTo(m_sandbox->url()).exitCode, 0);
    m_served = cli.fetched(QStringLiteral("responses"), QString::fromLatin1(everything));
    QCOMPARE(m_served.count('\n'), 60);
    const Run run = sync(cli, 0, 0);
    QVERIFY2(run.exitCode == 0, run.said().constData());
    m_writes = content(cli.path(QStringLiteral("count"))).trimmed().toInt();
    QVERIFY2(m_writes > 30, qPrintable(QString::number(m_writes)));
    qInfo("a sync of 4 pages makes %d writes", m_writes);
}

void CliDiskTest::aWriteFails_data()
{
    QTest::addColumn<int>("error");
    QTest::newRow("full") << ENOSPC;
    QTest::newRow("broken") << EIO;
}

void CliDiskTest::aWriteFails()
{
    QFETCH(const int, error);
    const int step = qEnvironmentVariableIsSet("GAUGE_SOAK") ? 1 : 19;
    int failed = 0;
    int tried = 0;
    for (int number = 1; number <= m_writes; number += step) {
        Cli cli;
        QCOMPARE(cli.connectTo(m_sandbox->url()).exitCode, 0);
        const Run run = sync(cli, number, error);
        const QByteArray where = "write " + QByteArray::number(number) + ": " + run.said();
        ++tried;
        // It did without that write (a merge of the log can be put off), or it says what is wrong.
        if (run.exitCode != 0) {
            ++failed;
            QCOMPARE(run.exitCode, 1);
            const QJsonObject told
                = run.json(run.lines().size() - 1).value(QLatin1String("error")).toObject();
            QVERIFY2(told.value(QLatin1String("kind")).toString() == QLatin1String("storage"),
                     where.constData());
            QVERIFY2(!told.value(QLatin1String("message")).toString().isEmpty(), where.constData());
        }
        const Run rest = cli.run(words("sync S responses --per-page 20"));
        QVERIFY2(rest.exitCode == 0, QByteArray(where + rest.said()).constData());
        QCOMPARE(where + cli.validationError(), where);
        QVERIFY2(cli.exported(QStringLiteral("responses")) == m_served, where.constData());
    }
    qInfo("%d of %d ended the sync", failed, tried);
    QVERIFY2(failed * 2 > tried, qPrintable(QString::number(failed)));
}

//! What was there before stays, whichever of its few writes fails.
void CliDiskTest::aSmallFileFindsNoRoom()
{
    Cli cli;
    QCOMPARE(cli.connectTo(m_sandbox->url()).exitCode, 0);
    const QByteArray before = content(cli.path(QStringLiteral("data/connections.json")));
    QVERIFY(!before.isEmpty());
    cli.setVariable(QStringLiteral("LD_PRELOAD"), QStringLiteral(FAULTY_IO));
    cli.setVariable(QStringLiteral("GAUGE_FAULT_PATH"), cli.path(QStringLiteral("data")));
    cli.setVariable(QStringLiteral("GAUGE_FAULT_AT"), QStringLiteral("2")); // the first is of the lock
    cli.setVariable(QStringLiteral("GAUGE_FAULT_ERRNO"), QString::number(ENOSPC));
    const Run added = cli.run(words("connection add T --region eu --no-keychain"));
    cli.unsetVariable(QStringLiteral("LD_PRELOAD"));
    QCOMPARE(added.exitCode, 1);
    QCOMPARE(content(cli.path(QStringLiteral("data/connections.json"))), before);
    QCOMPARE(cli.run(words("sync S responses")).exitCode, 0);
}

QTEST_GUILESS_MAIN(CliDiskTest)
#include "tst_clidisk.moc"
