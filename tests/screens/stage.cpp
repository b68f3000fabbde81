// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/stage.h"

#include "kit/theme.h"
#include "mainwindow/windowstate.h"
#include "sync/syncjob.h"
#include "vault/credentialstore.h"

#include <QApplication>
#include <QTest>

namespace gauge::screens {

namespace {

//! Secrets in memory under a keychain of any mood.
class StagedKeychain final : public vault::CredentialStore
{
public:
    explicit StagedKeychain(vault::KeychainState state)
        : m_state(state)
    {}
    QCoro::Task<Result<std::optional<Secret>>> read(QString id, vault::SecretKind kind) override
    {
        return m_store.read(std::move(id), kind);
    }
    QCoro::Task<Result<void>> write(QString id, vault::SecretKind kind, Secret secret) override
    {
        return m_store.write(std::move(id), kind, std::move(secret));
    }
    QCoro::Task<Result<void>> remove(QString id, vault::SecretKind kind) override
    {
        return m_store.remove(std::move(id), kind);
    }
    QCoro::Task<vault::KeychainState> probe() override { co_return m_state; }

private:
    vault::MemoryStore m_store;
    vault::KeychainState m_state;
};

} // namespace

Stage::Stage(const Variant &variant, QString folder, vault::KeychainState keychain)
    : m_variant(variant)
    , m_folder(std::move(folder))
{
    ui::forceColorScheme(variant.colorScheme);
    {
        ui::WindowState state(m_data.path());
        state.set(QStringLiteral("window/language"), variant.language);
        state.save();
    } // which waits until it is written
    engine::Options options;
    options.dataFolder = m_data.path();
    options.keychain = std::make_shared<StagedKeychain>(keychain);
    m_engine = std::make_unique<engine::Engine>(options);
    m_language = std::make_unique<ui::Language>();
    m_window = std::make_unique<ui::MainWindow>(*m_engine, *m_language, m_data.path());
    m_window->resize(variant.size);
    m_window->show();
    m_window->load();
    waitUntilIdle();
    settle();
}

Stage::~Stage()
{
    m_engine->jobs().cancelAll();
    waitUntilIdle();
    m_window.reset();
}

void Stage::waitUntil(const std::function<bool()> &condition, int milliseconds)
{
    if (!QTest::qWaitFor(condition, milliseconds))
        qFatal("a scene waited in vain");
}

void Stage::waitUntilIdle()
{
    waitUntil([this] { return m_engine->jobs().isIdle(); });
}

void Stage::settle()
{
    // Pictures, not tests: late answers of lake readers have no signal that a scene could await.
    QTest::qWait(250);
}

void Stage::picture(const QString &name, QWidget *widget)
{
    settle();
    const QString file
        = m_folder + QLatin1Char('/') + name + QLatin1Char('-') + m_variant.name + QStringLiteral(".png");
    if (!(widget ? widget : m_window.get())->grab().save(file))
        qFatal("cannot write %s", qPrintable(file));
}

service::Connection Stage::addConnection(const QString &name, service::Region region)
{
    service::Connection connection = m_system.connection(name);
    if (region != service::Region::Custom) {
        connection.region = region;
        connection.authUrl = connection.apiUrl = connection.importsUrl = QUrl();
    }
    auto *job = m_engine->saveConnection(connection, {Secret(test::FakeSystem::clientSecret), {}});
    QObject::connect(job, &Job::finished, m_window.get(), [&, job] { connection = job->result(); });
    waitUntil([&] { return !connection.id.isEmpty(); });
    waitUntilIdle();
    settle();
    return connection;
}

void Stage::openSample()
{
    m_window->openSample();
    // The sample is saved, then synced; between the two no job runs.
    waitUntil([this] {
        const QList<Job *> jobs = m_engine->jobs().listed();
        return std::any_of(jobs.begin(), jobs.end(), [](const Job *job) {
            return job->isFinished() && qobject_cast<const sync::SyncJob *>(job) != nullptr;
        });
    });
    waitUntilIdle();
    settle();
}

} // namespace gauge::screens
