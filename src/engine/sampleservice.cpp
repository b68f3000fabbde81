// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampleservice.h"

#include <QCoroFuture>
#include <QCoroProcess>
#include <QProcessEnvironment>
#include <QPromise>
#include <QRandomGenerator>

#include <array>

namespace gauge::engine {

namespace {

constexpr auto announcement = "listening ";

tl::unexpected<Error> cannotStart(const QString &program, const QString &reason)
{
    return fail(
        ErrorKind::Offline,
        QCoreApplication::translate("engine",
                                    "The sample service could not be started. The sample data that was "
                                    "downloaded before is still there. Check that %1 is installed.")
            .arg(program),
        reason);
}

} // namespace

namespace {

QByteArray randomSecret()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex();
}

} // namespace

SampleService::SampleService(QString program, int records)
    : m_program(std::move(program))
    , m_records(records)
    , m_secret(randomSecret())
{}

SampleService::~SampleService()
{
    if (!m_process)
        return;
    m_process->closeWriteChannel();
    // The sandbox leaves at once when its leash ends; QProcess warns about a child it has to kill.
    if (!m_process->waitForFinished(2000))
        m_process->kill();
    m_process->waitForFinished(2000);
}

// Public, as is the API key, which reads nothing (see src/sandbox/README.md).
QString SampleService::clientId()
{
    return QStringLiteral("sandbox");
}

QByteArray SampleService::apiKey()
{
    return "sandbox-key";
}

QCoro::Task<Result<QUrl>> SampleService::url()
{
    const bool starting = m_url.isValid() && !m_url.isFinished();
    const bool running = m_process && m_process->state() == QProcess::Running;
    if (!starting && !running) {
        QPromise<Result<QUrl>> promise;
        promise.start();
        m_url = promise.future();
        Result<QUrl> started = co_await start();
        promise.addResult(started);
        promise.finish();
        co_return started;
    }
    co_return co_await m_url;
}

QCoro::Task<Result<QUrl>> SampleService::start()
{
    constexpr std::chrono::seconds patience(10);
    m_process = std::make_unique<QProcess>();
    QProcess &process = *m_process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Not an argument, which other users of this computer can read.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GAUGEDESK_SANDBOX_SECRET"), QString::fromLatin1(m_secret.expose()));
    process.setProcessEnvironment(environment);
    // Not as a braced argument of the awaited call: GCC 12 cannot compile that.
    const QStringList arguments{QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--records"),
                                QString::number(m_records), QStringLiteral("--until-stdin-closes")};
    const bool started = co_await qCoro(process).start(m_program, arguments, QIODevice::ReadWrite, patience);
    if (!started)
        co_return cannotStart(m_program, process.errorString());
    while (!process.canReadLine()) {
        const bool readable = co_await qCoro(process).waitForReadyRead(patience);
        if (!readable)
            co_return cannotStart(m_program, QStringLiteral("it said nothing"));
    }
    const QByteArray line = process.readLine().trimmed();
    if (!line.startsWith(announcement))
        co_return cannotStart(m_program, QStringLiteral("it said: ") + QString::fromUtf8(line));
    co_return QUrl(QString::fromUtf8(line.mid(qsizetype(qstrlen(announcement)))));
}

} // namespace gauge::engine
