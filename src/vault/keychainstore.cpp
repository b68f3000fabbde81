// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/keychainstore.h"

#include "base/log.h"
#include "vault/secretservice.h"

#include <QCoroSignal>
#include <QUuid>

#include <qt6keychain/keychain.h>

namespace gauge::vault {

namespace {

QString entryName(const QString &connectionId, SecretKind kind)
{
    return connectionId
        + (kind == SecretKind::ApiKey ? QLatin1String("/api-key") : QLatin1String("/client-secret"));
}

//! One entry of the keychain and how long to wait for it; passed by value into each coroutine, so
//! that none of them needs the store to stay alive.
struct Entry
{
    QString service;
    QString key;
    std::chrono::milliseconds patience;
};

//! How a QtKeychain job ended.
struct Outcome
{
    QKeychain::Error error = QKeychain::OtherError;
    QString message;
    bool timedOut = false;
    Secret secret; //!< of a read

    [[nodiscard]] QString detail() const
    {
        return redacted(QStringLiteral("QtKeychain error %1: %2").arg(error).arg(message));
    }
};

Outcome timedOut()
{
    Outcome outcome;
    outcome.message = QStringLiteral("no answer in time");
    outcome.timedOut = true;
    return outcome;
}

//! Runs \a job of which the caller keeps nothing but the awaited end: true when it ended in time.
//! A job given up stays alive until it ends, because libsecret still holds its address.
QCoro::Task<bool> ended(QKeychain::Job *job, Entry entry)
{
    job->setKey(entry.key);
    job->setInsecureFallback(false);
    job->setAutoDelete(false);
    job->start();
    const auto finished = co_await qCoro(job, &QKeychain::Job::finished, entry.patience);
    job->setAutoDelete(!finished.has_value());
    co_return finished.has_value();
}

Outcome outcomeOf(QKeychain::Job *job)
{
    Outcome outcome;
    outcome.error = job->error();
    outcome.message = job->errorString();
    job->deleteLater();
    return outcome;
}

QCoro::Task<Outcome> runRead(Entry entry)
{
    auto *job = new QKeychain::ReadPasswordJob(entry.service);
    if (!co_await ended(job, entry))
        co_return timedOut();
    Outcome outcome = outcomeOf(job);
    if (outcome.error == QKeychain::NoError)
        outcome.secret = Secret(job->binaryData());
    co_return outcome;
}

QCoro::Task<Outcome> runWrite(Entry entry, Secret secret)
{
    auto *job = new QKeychain::WritePasswordJob(entry.service);
    // Binary, because text ends at its first NUL.
    job->setBinaryData(secret.expose());
    if (!co_await ended(job, entry))
        co_return timedOut();
    co_return outcomeOf(job);
}

QCoro::Task<Outcome> runRemove(Entry entry)
{
    auto *job = new QKeychain::DeletePasswordJob(entry.service);
    if (!co_await ended(job, entry))
        co_return timedOut();
    co_return outcomeOf(job);
}

//! What a failed job says about the keychain on its own.
KeychainState stateOf(const Outcome &outcome)
{
    if (outcome.timedOut)
        return KeychainState::Locked;
    switch (outcome.error) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return KeychainState::Available;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainState::Absent;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return KeychainState::Denied;
}

tl::unexpected<Error> failure(KeychainState state, QString detail)
{
    qCInfo(logVault).noquote() << "the keychain refused:" << detail;
    return fail(ErrorKind::Keychain, explain(state), std::move(detail));
}

tl::unexpected<Error> failure(KeychainState state)
{
    return failure(state, QStringLiteral("keychain state %1").arg(static_cast<int>(state)));
}

//! A keychain that is there and open and still could not do it, without a reason that we know. On
//! Linux that is a keyring that was never made: the service asks for a password for a new one, and
//! the person did not give it.
QString unwilling()
{
    return QCoreApplication::translate(
               "vault",
               "Your keyring (%1) could not do this; perhaps it was never set up with a "
               "password. Nothing was changed. Set it up and try again, keep the secret for "
               "this session only, or set GAUGEDESK_CLIENT_SECRET in the environment.")
        .arg(keychainName());
}

//! The error of a job that failed: what the keychain says of itself now counts more than the job's
//! code, which is OtherError for nearly everything on Linux.
QCoro::Task<Error> explained(Outcome outcome)
{
    const QString detail = outcome.detail();
    const KeychainState now = co_await secretservice::state();
    if (now != KeychainState::Available)
        co_return failure(now, detail).value();
    if (outcome.error == QKeychain::OtherError && !outcome.timedOut)
        co_return Error{ErrorKind::Keychain, unwilling(), detail};
    co_return failure(stateOf(outcome), detail).value();
}

//! Reads an entry of a keychain that is known to be open.
QCoro::Task<Result<std::optional<Secret>>> readOpened(Entry entry)
{
    Outcome outcome = co_await runRead(entry);
    if (outcome.error == QKeychain::NoError)
        co_return Result<std::optional<Secret>>(std::move(outcome.secret));
    if (outcome.error != QKeychain::EntryNotFound)
        co_return fail(co_await explained(outcome));
    const KeychainState state = co_await secretservice::confirmMissing(entry.service, entry.key);
    if (state != KeychainState::Available)
        co_return failure(state, outcome.detail());
    co_return Result<std::optional<Secret>>(std::nullopt);
}

QCoro::Task<Result<std::optional<Secret>>> readEntry(Entry entry)
{
    const KeychainState state = co_await secretservice::unlocked(entry.patience);
    if (state != KeychainState::Available)
        co_return failure(state);
    auto secret = co_await readOpened(entry);
    co_return secret;
}

QCoro::Task<Result<void>> writeEntry(Entry entry, Secret secret)
{
    const KeychainState state = co_await secretservice::unlocked(entry.patience);
    if (state != KeychainState::Available)
        co_return failure(state);
    const Outcome outcome = co_await runWrite(entry, secret);
    if (outcome.error != QKeychain::NoError)
        co_return fail(co_await explained(outcome));
    GAUGE_CO_TRY(const auto kept, co_await readOpened(entry));
    if (!kept.has_value() || *kept != secret)
        co_return fail(ErrorKind::Keychain,
                       QCoreApplication::translate(
                           "vault",
                           "%1 gave back something else than was stored in it, so the secret is not safe "
                           "there. Nothing else was changed. Try again, or keep the secret for this "
                           "session only.")
                           .arg(keychainName()),
                       QStringLiteral("read-back differs"));
    co_return Result<void>();
}

QCoro::Task<Result<void>> removeEntry(Entry entry)
{
    const KeychainState state = co_await secretservice::unlocked(entry.patience);
    if (state != KeychainState::Available)
        co_return failure(state);
    const Outcome outcome = co_await runRemove(entry);
    if (outcome.error != QKeychain::NoError && outcome.error != QKeychain::EntryNotFound)
        co_return fail(co_await explained(outcome));
    // libsecret reports success for an entry it could not reach.
    GAUGE_CO_TRY(const auto left, co_await readOpened(entry));
    if (left.has_value())
        co_return failure(KeychainState::Denied,
                          QStringLiteral("the entry is still there after its removal"));
    co_return Result<void>();
}

QCoro::Task<KeychainState> probeEntry(Entry entry)
{
    const KeychainState state = co_await secretservice::state();
    if (state != KeychainState::Available)
        co_return state;
    const Outcome outcome = co_await runRead(entry);
    if (stateOf(outcome) != KeychainState::Available)
        qCInfo(logVault).noquote() << "the keychain cannot be used:" << outcome.detail();
    co_return stateOf(outcome);
}

} // namespace

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service))
    , m_patience(patience)
{}

QCoro::Task<Result<std::optional<Secret>>> KeychainStore::read(QString connectionId, SecretKind kind)
{
    return readEntry(Entry{m_service, entryName(connectionId, kind), m_patience});
}

QCoro::Task<Result<void>> KeychainStore::write(QString connectionId, SecretKind kind, Secret secret)
{
    return writeEntry(Entry{m_service, entryName(connectionId, kind), m_patience}, std::move(secret));
}

QCoro::Task<Result<void>> KeychainStore::remove(QString connectionId, SecretKind kind)
{
    return removeEntry(Entry{m_service, entryName(connectionId, kind), m_patience});
}

QCoro::Task<KeychainState> KeychainStore::probe()
{
    const QString key = QStringLiteral("probe/") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    return probeEntry(Entry{m_service, key, m_patience});
}

} // namespace gauge::vault
