// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

namespace gauge::test {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QList<QByteArray> Run::lines() const
{
    QList<QByteArray> lines = out.split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QJsonObject Run::json(qsizetype line) const
{
    return QJsonDocument::fromJson(lines().value(line)).object();
}

SandboxProcess::SandboxProcess(const QStringList &options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto variable = QStringLiteral("GAUGEDESK_SANDBOX_SECRET");
    m_secret = environment.value(variable, QStringLiteral("sandbox-secret"));
    environment.insert(variable, m_secret);
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(SANDBOX_PROGRAM),
                    QStringList{QStringLiteral("--until-stdin-closes")} + options);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(20'000))
            return;
    }
    const QByteArray line = m_process.readLine().trimmed();
    if (line.startsWith("listening "))
        m_url = QString::fromUtf8(line.mid(10));
}

SandboxProcess::~SandboxProcess()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5'000))
        m_process.kill();
    m_process.waitForFinished(5'000);
}

QByteArray SandboxProcess::control(const QString &method, const QString &call, const QByteArray &body) const
{
    QProcess curl;
    curl.start(QStringLiteral("curl"),
               {QStringLiteral("-sS"), QStringLiteral("--fail"), QStringLiteral("-X"), method,
                QStringLiteral("-H"), QStringLiteral("Authorization: Bearer ") + m_secret,
                QStringLiteral("--data-binary"), QStringLiteral("@-"),
                m_url + QStringLiteral("/sandbox/") + call});
    curl.write(body);
    curl.closeWriteChannel();
    if (!curl.waitForFinished() || curl.exitCode() != 0)
        qFatal("%s", curl.readAllStandardError().constData());
    return curl.readAllStandardOutput();
}

void SandboxProcess::setFaults(const QStringList &rules) const
{
    (void)control(QStringLiteral("POST"), QStringLiteral("faults"), rules.join(QLatin1Char('\n')).toUtf8());
}

void SandboxProcess::advance(int hours) const
{
    (void)control(QStringLiteral("POST"), QStringLiteral("advance?hours=%1").arg(hours));
}

QJsonArray SandboxProcess::requests() const
{
    return QJsonDocument::fromJson(control(QStringLiteral("GET"), QStringLiteral("requests")))
        .object()
        .value(QLatin1String("requests"))
        .toArray();
}

QStringList SandboxProcess::cursorsAsked(const QString &feed) const
{
    QStringList cursors;
    const QJsonArray asked = requests();
    for (const QJsonValue &request : asked) {
        const QString query = request[QLatin1String("query")].toString();
        const bool isPart = query.contains(QStringLiteral("start"));
        if (!isPart && request[QLatin1String("path")].toString().endsWith(QStringLiteral("/sync/") + feed))
            cursors.append(QUrlQuery(query).queryItemValue(QStringLiteral("cursor")));
    }
    return cursors;
}

int SandboxProcess::callsOf(const QString &path) const
{
    const QJsonArray asked = requests();
    return int(std::count_if(asked.begin(), asked.end(), [&](const QJsonValue &request) {
        return path.isEmpty() || request[QLatin1String("path")].toString() == path;
    }));
}

void SandboxProcess::forgetRequests() const
{
    (void)control(QStringLiteral("DELETE"), QStringLiteral("requests"));
}

QJsonArray SandboxProcess::received() const
{
    return QJsonDocument::fromJson(control(QStringLiteral("GET"), QStringLiteral("received")))
        .object()
        .value(QLatin1String("received"))
        .toArray();
}

void SandboxProcess::forgetReceived() const
{
    (void)control(QStringLiteral("DELETE"), QStringLiteral("received"));
}

Cli::Cli()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    setVariable(QStringLiteral("GAUGEDESK_DATA_DIR"), dataFolder());
    setVariable(QStringLiteral("GAUGEDESK_CLIENT_ID"), QStringLiteral("sandbox"));
    setVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"), QStringLiteral("sandbox-secret"));
    static int made = 0;
    if (isPostgres()) {
        m_global
            = {QStringLiteral("--lake"),
               qEnvironmentVariable("GAUGE_POSTGRES")
                   + QStringLiteral("?schema=c%1_%2").arg(QCoreApplication::applicationPid()).arg(++made)};
    }
}

std::unique_ptr<QProcess> Cli::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder.path());
    process->start(QStringLiteral(CLI_PROGRAM), m_global + arguments);
    return process;
}

Run Cli::finish(QProcess &process, int timeout)
{
    Run run;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(timeout)) {
        process.kill();
        process.waitForFinished();
    } else if (process.exitStatus() == QProcess::NormalExit) {
        run.exitCode = process.exitCode();
    }
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

Run Cli::run(const QStringList &arguments, const QByteArray &input) const
{
    const std::unique_ptr<QProcess> process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    Run run = finish(*process);
    // Whatever a command prints, no secret is in it.
    QStringList canaries = m_canaries;
    for (const char *name : {"GAUGEDESK_CLIENT_SECRET", "GAUGEDESK_API_KEY"})
        canaries.append(m_environment.value(QLatin1String(name)));
    canaries.removeAll(QString());
    for (const QString &canary : std::as_const(canaries)) {
        if (run.out.contains(canary.toUtf8()) || run.err.contains(canary.toUtf8()))
            QTest::qFail(qPrintable(arguments.join(u' ') + QStringLiteral(" printed ") + canary), __FILE__,
                         __LINE__);
    }
    return run;
}

Run Cli::connectTo(const QString &url) const
{
    return run({QStringLiteral("connection"), QStringLiteral("add"), QStringLiteral("S"),
                QStringLiteral("--region"), QStringLiteral("custom"), QStringLiteral("--auth-url"), url,
                QStringLiteral("--api-url"), url, QStringLiteral("--imports-url"), url,
                QStringLiteral("--no-keychain")});
}

QJsonObject Cli::status(const QString &feed) const
{
    const Run told = run(words("--format json status S"));
    for (qsizetype line = 0; line < told.lines().size(); ++line) {
        if (told.json(line).value(QLatin1String("feed")).toString() == feed)
            return told.json(line);
    }
    return {};
}

QByteArray Cli::validationError() const
{
    const QString feed = QStringLiteral("responses");
    const QJsonObject told = status(feed);
    QList<QByteArray> stored = exported(feed).split('\n');
    stored.removeLast();
    const QSet<QByteArray> distinct(stored.cbegin(), stored.cend());
    if (stored.isEmpty() || told.value(QLatin1String("records")).toInt() != stored.size())
        return QByteArray::number(stored.size()) + " records, and a status of "
            + QJsonDocument(told).toJson();
    if (distinct.size() != stored.size())
        return "a record is there twice";
    // The checkpoint is the sandbox's number of the record stored last: that one and the next.
    const int checkpoint = told.value(QLatin1String("checkpoint")).toString().toInt();
    const Run edge = run({QStringLiteral("fetch"), QStringLiteral("S"), feed, QStringLiteral("--per-page"),
                          QStringLiteral("2"), QStringLiteral("--with"), QString::fromLatin1(everything),
                          QStringLiteral("--cursor"), QString::number(checkpoint - 1)});
    if (edge.lines().value(0) != stored.last() || distinct.contains(edge.lines().value(1)))
        return "the checkpoint " + QByteArray::number(checkpoint) + " stands elsewhere: " + edge.said();
    if (isPostgres())
        return {}; // its own tools check a database
    const Run check = run(words("lake check S"));
    return check.exitCode == 0 ? QByteArray() : check.said();
}

QString Cli::lake() const
{
    if (isPostgres())
        return m_global.last();
    QDirIterator files(dataFolder() + QStringLiteral("/lakes"), {QStringLiteral("*.sqlite")});
    return files.next();
}

void Cli::changeLake(const QString &sql) const
{
    QProcess shell;
    if (isPostgres()) {
        const QStringList address = lake().split(QStringLiteral("?schema="));
        shell.start(QStringLiteral("psql"),
                    {QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-d"),
                     address.front(), QStringLiteral("-c"),
                     QStringLiteral("SET search_path TO ") + address.back(), QStringLiteral("-c"), sql});
    } else {
        shell.start(QStringLiteral("sqlite3"),
                    {QStringLiteral("-cmd"), QStringLiteral(".timeout 10000"), lake(), sql});
    }
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        qFatal("%s", shell.readAllStandardError().constData());
}

QByteArray Cli::everythingStored() const
{
    QByteArray all;
    QDirIterator files(dataFolder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

QByteArray Cli::exported(const QString &feed) const
{
    const QString output = path(QStringLiteral("exported.jsonl"));
    QFile::remove(output);
    const Run done
        = run({QStringLiteral("export"), QStringLiteral("S"), feed, QStringLiteral("--output"), output});
    QFile file(output);
    if (done.exitCode == 0 && file.open(QIODevice::ReadOnly))
        return file.readAll();
    return "no export: exit " + QByteArray::number(done.exitCode) + ", " + done.said();
}

QByteArray Cli::fetched(const QString &feed, const QString &with) const
{
    static const QRegularExpression next(QStringLiteral("next cursor: (\\S+)"));
    QByteArray all;
    QString cursor;
    while (true) {
        QStringList arguments{QStringLiteral("fetch"), QStringLiteral("S"), feed};
        if (!cursor.isEmpty())
            arguments += {QStringLiteral("--cursor"), cursor};
        if (!with.isEmpty())
            arguments += {QStringLiteral("--with"), with};
        const Run page = run(arguments);
        if (page.exitCode != 0 || page.out.isEmpty())
            return all;
        all += page.out;
        cursor = next.match(QString::fromUtf8(page.err)).captured(1);
    }
}

QStringList keysOf(const QByteArray &line)
{
    static const QRegularExpression key(QStringLiteral("\"([a-z_]+)\":"));
    QStringList keys;
    auto found = key.globalMatch(QString::fromUtf8(line));
    while (found.hasNext())
        keys.append(found.next().captured(1));
    return keys;
}

QByteArray sorted(const QByteArray &lines)
{
    QList<QByteArray> list = lines.split('\n');
    std::sort(list.begin(), list.end());
    return list.join('\n');
}

} // namespace gauge::test
