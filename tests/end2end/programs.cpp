// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

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

Cli::Cli()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    setVariable(QStringLiteral("GAUGEDESK_DATA_DIR"), dataFolder());
    setVariable(QStringLiteral("GAUGEDESK_CLIENT_ID"), QStringLiteral("sandbox"));
    setVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"), QStringLiteral("sandbox-secret"));
}

std::unique_ptr<QProcess> Cli::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder.path());
    process->start(QStringLiteral(CLI_PROGRAM), arguments);
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
    return finish(*process);
}

Run Cli::connectTo(const QString &url) const
{
    return run({QStringLiteral("connection"), QStringLiteral("add"), QStringLiteral("S"),
                QStringLiteral("--region"), QStringLiteral("custom"), QStringLiteral("--auth-url"), url,
                QStringLiteral("--api-url"), url, QStringLiteral("--imports-url"), url,
                QStringLiteral("--no-keychain")});
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
