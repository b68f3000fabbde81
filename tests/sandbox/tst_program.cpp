// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTcpSocket>

using namespace gauge;

namespace {

//! The program as the window and the tests start it.
class Program
{
public:
    explicit Program(const QStringList &arguments, const QString &secret = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("GAUGEDESK_SANDBOX_SECRET"));
        if (!secret.isEmpty())
            environment.insert(QStringLiteral("GAUGEDESK_SANDBOX_SECRET"), secret);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SANDBOX_PROGRAM), arguments);
    }

    //! The port from the line on standard output; 0 if the program does not say one.
    quint16 port()
    {
        if (!QTest::qWaitFor(
                [this] { return process.canReadLine() || process.state() == QProcess::NotRunning; }))
            return 0;
        const QRegularExpression expected(QStringLiteral("^listening http://127\\.0\\.0\\.1:(\\d+)\n$"));
        return expected.match(QString::fromUtf8(process.readLine())).captured(1).toUShort();
    }
    //! From the line after that; nothing where the secret came from the environment.
    QByteArray secret()
    {
        if (!QTest::qWaitFor([this] { return process.canReadLine(); }, 5'000))
            return {};
        const QByteArray line = process.readLine();
        return line.startsWith("secret ") ? line.mid(7).trimmed() : QByteArray();
    }
    bool ended()
    {
        return QTest::qWaitFor([this] { return process.state() == QProcess::NotRunning; }, 5'000);
    }

    QProcess process;
};

bool connects(const QString &host, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(host, port);
    return QTest::qWaitFor([&] {
               return socket.state() == QAbstractSocket::ConnectedState
                   || socket.error() != QAbstractSocket::UnknownSocketError;
           })
        && socket.state() == QAbstractSocket::ConnectedState;
}

QByteArray tokenAnswer(quint16 port, const QByteArray &secret)
{
    const QByteArray body = "grant_type=client_credentials&client_id=sandbox&client_secret=" + secret;
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    socket.write("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                 "application/x-www-form-urlencoded\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    const bool whole = QTest::qWaitFor([&] { return (answer += socket.readAll()).endsWith('}'); });
    return whole ? answer : QByteArray();
}

} // namespace

//! The executable from the outside: its line, its end, its manners.
class TestProgram : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithItsInput()
    {
        Program program(
            {QStringLiteral("--until-stdin-closes"), QStringLiteral("--records"), QStringLiteral("1000000")});
        QVERIFY(program.port() > 0);
        QCOMPARE(program.process.state(), QProcess::Running);
        program.process.closeWriteChannel();
        QVERIFY(program.ended());
        QCOMPARE(program.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process.exitCode(), 0);
    }

    void staysWithoutThatOption()
    {
        Program program({});
        const auto port = program.port();
        program.process.closeWriteChannel();
        QVERIFY(connects(QStringLiteral("127.0.0.1"), port));
        QVERIFY(tokenAnswer(port, program.secret()).contains(" 200 "));
        QCOMPARE(program.process.state(), QProcess::Running);
        program.process.terminate();
        QVERIFY(program.ended());
    }

    void listensOnLoopbackAlone()
    {
        Program program({QStringLiteral("--until-stdin-closes")});
        const auto port = program.port();
        QVERIFY(connects(QStringLiteral("127.0.0.1"), port));
        QVERIFY(
            !connects(QStringLiteral("127.0.0.2"), port)); // any address but its own: a wildcard would answer
        program.process.closeWriteChannel();
        QVERIFY(program.ended());
    }

    void aTakenPortIsSaid()
    {
        Program first({QStringLiteral("--until-stdin-closes")});
        const auto port = first.port();
        Program second({QStringLiteral("--port"), QString::number(port)});
        QVERIFY(second.ended());
        QCOMPARE(second.process.exitCode(), 1);
        QVERIFY(second.process.readAllStandardError().contains(QByteArray::number(port)));
        first.process.closeWriteChannel();
        QVERIFY(first.ended());
    }

    void theSecretIsAnotherOneAtEachStart()
    {
        QByteArrayList secrets;
        for (int i = 0; i < 2; ++i) {
            Program program({QStringLiteral("--until-stdin-closes")});
            const auto port = program.port();
            secrets.append(program.secret());
            QVERIFY(secrets.back().size() >= 32);
            QVERIFY(tokenAnswer(port, secrets.back()).contains(" 200 "));
            QVERIFY(tokenAnswer(port, "sandbox-secret").contains(" 401 "));
            program.process.closeWriteChannel();
            QVERIFY(program.ended());
        }
        QVERIFY(secrets.front() != secrets.back());
    }

    void theSecretCanBeSetInTheEnvironment()
    {
        Program program({QStringLiteral("--until-stdin-closes")}, QStringLiteral("another"));
        const auto port = program.port();
        QVERIFY(tokenAnswer(port, "another").contains(" 200 "));
        QVERIFY(tokenAnswer(port, "sandbox-secret").contains(" 401 "));
        program.process.closeWriteChannel();
        QVERIFY(program.ended());
        QVERIFY(!program.process.readAllStandardOutput().contains("another"));
    }

    void badOptionsEndWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList({QStringLiteral("--nonsense")});
        QTest::newRow("fault") << QStringList({QStringLiteral("--fault"), QStringLiteral("boom")});
        QTest::newRow("now") << QStringList({QStringLiteral("--now"), QStringLiteral("yesterday")});
        QTest::newRow("records") << QStringList({QStringLiteral("--records"), QStringLiteral("-1")});
        QTest::newRow("port") << QStringList({QStringLiteral("--port"), QStringLiteral("70000")});
    }
    void badOptionsEndWithTwo()
    {
        QFETCH(QStringList, arguments);
        Program program(arguments);
        QVERIFY(program.ended());
        QCOMPARE(program.process.exitCode(), 2);
        QVERIFY(!program.process.readAllStandardError().isEmpty());
    }

    void helpTeaches()
    {
        Program program({QStringLiteral("--help")});
        QVERIFY(program.ended());
        QCOMPARE(program.process.exitCode(), 0);
        QVERIFY(program.process.readAllStandardOutput().contains("--until-stdin-closes"));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
