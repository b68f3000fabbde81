// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "kit/errorbanner.h"
#include "pages/connections/connectionspage.h"
#include "support/fakesystem.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>

using namespace gauge;
using service::Connection;
using test::FakeSystem;
using ui::ConnectionListModel;
using ui::ErrorBanner;

class ConnectionsPageTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void listsWhatIsSavedAndWhatItsLakeHolds();
    void aDatabaseWithoutTlsIsMarked();
    void testsInWords();
    void removeAsksInPlaceAndKeepsTheLake();
    void removeDeletesTheLakeWhenAsked();
    void aSyncingConnectionStays();
    void editReturnsToTheList();
    void anUnreadableListIsAnError();
    void readsAgainUnlessItSyncs();
    void whoSyncsAFeedElsewhereIsTold();

private:
    Connection save(const QString &name, const QString &lake = {});
    bool sync(const Connection &connection);
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ConnectionListModel> m_model;
    std::unique_ptr<ui::ConnectionsPage> m_page;
};

void ConnectionsPageTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<FakeSystem>();
    engine::Options options;
    options.dataFolder = m_folder->path();
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    m_model = std::make_unique<ConnectionListModel>(*m_engine);
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_model.get());
    m_page = std::make_unique<ui::ConnectionsPage>(*m_engine, *m_model);
    m_page->resize(900, 600);
    m_page->show();
}

void ConnectionsPageTest::cleanup()
{
    m_page.reset();
    m_model.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

Connection ConnectionsPageTest::save(const QString &name, const QString &lake)
{
    Connection connection = m_system->connection(name);
    connection.lake = lake;
    const QSignalSpy loaded(m_model.get(), &ConnectionListModel::loaded);
    auto *job = m_engine->saveConnection(connection, {Secret(FakeSystem::clientSecret), {}});
    connect(job, &Job::finished, this, [&, job] { connection = job->result(); });
    if (!QTest::qWaitFor([&] { return !connection.id.isEmpty() && !loaded.isEmpty(); }))
        qFatal("not saved");
    return connection;
}

bool ConnectionsPageTest::sync(const Connection &connection)
{
    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    auto *job = m_engine->sync(connection, plan);
    if (!test::waitFor(*job) || job->state() != Job::State::Succeeded)
        return false;
    const QSignalSpy facts(m_model.get(), &ConnectionListModel::factsChanged);
    m_model->refreshFacts(connection.id);
    return QTest::qWaitFor([&] { return !facts.isEmpty(); });
}

void ConnectionsPageTest::listsWhatIsSavedAndWhatItsLakeHolds()
{
    const Connection second = save(QStringLiteral("Beta"));
    save(QStringLiteral("ACME"));
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(cell(0, ConnectionListModel::Name), QStringLiteral("ACME"));
    QCOMPARE(cell(1, ConnectionListModel::ClientId), QLatin1String(FakeSystem::clientId));
    QCOMPARE(cell(1, ConnectionListModel::LastSync), QStringLiteral("not synced yet"));
    QVERIFY(sync(second));
    QVERIFY(m_model->facts(1)->records >= 3);
    QVERIFY(m_model->facts(1)->bytes > 0);
    QCOMPARE(cell(1, ConnectionListModel::LastSync), QStringLiteral("synced just now"));
    QCOMPARE(cell(0, ConnectionListModel::LastSync), QStringLiteral("not synced yet"));
}

void ConnectionsPageTest::aDatabaseWithoutTlsIsMarked()
{
    save(QStringLiteral("A"));
    save(QStringLiteral("B"), QStringLiteral("postgresql://gauge@192.0.2.1/lakes?sslmode=prefer"));
    save(QStringLiteral("C"), QStringLiteral("postgresql://gauge@192.0.2.1/lakes?sslmode=verify-full"));
    const auto isMarked = [this](int row) {
        const QModelIndex size = m_model->index(row, ConnectionListModel::Size);
        return !size.data(Qt::DecorationRole).isNull() && size.data() != QVariant(QStringLiteral("–"))
            && size.data(Qt::ToolTipRole).toString().contains(QLatin1String("sslmode"));
    };
    QVERIFY(!isMarked(0));
    QVERIFY(isMarked(1));
    QVERIFY(!isMarked(2));
}

void ConnectionsPageTest::testsInWords()
{
    save(QStringLiteral("ACME"));
    part<QPushButton>("testSelectedButton")->click();
    auto *banner = part<ErrorBanner>("connectionsBanner");
    QVERIFY(QTest::qWaitFor([&] { return banner->isVisible(); }, 20'000));
    QCOMPARE(banner->severity(), ErrorBanner::Severity::Success);
    QVERIFY(banner->text().startsWith(QLatin1String("ACME: ")));
}

void ConnectionsPageTest::removeAsksInPlaceAndKeepsTheLake()
{
    const Connection connection = save(QStringLiteral("ACME"));
    QVERIFY(sync(connection));
    part<QPushButton>("removeButton")->click();
    QVERIFY(part<QWidget>("confirmFrame")->isVisible());
    QVERIFY(part<QPushButton>("keepButton")->hasFocus() || !m_page->isActiveWindow());
    part<QPushButton>("keepButton")->click();
    QVERIFY(!part<QWidget>("confirmFrame")->isVisible());
    QCOMPARE(m_model->rowCount(), 1);

    part<QPushButton>("removeButton")->click();
    QVERIFY(!part<QCheckBox>("deleteLakeCheck")->isChecked());
    part<QPushButton>("confirmButton")->click();
    QVERIFY(QTest::qWaitFor([this] { return m_model->rowCount() == 0; }));
    QVERIFY(QFile::exists(m_engine->lakeOf(connection).text()));
}

void ConnectionsPageTest::removeDeletesTheLakeWhenAsked()
{
    const Connection connection = save(QStringLiteral("ACME"));
    QVERIFY(sync(connection));
    part<QPushButton>("removeButton")->click();
    part<QCheckBox>("deleteLakeCheck")->click();
    part<QPushButton>("confirmButton")->click();
    QVERIFY(QTest::qWaitFor([this] { return m_model->rowCount() == 0; }));
    QVERIFY(!QFile::exists(m_engine->lakeOf(connection).text()));
}

void ConnectionsPageTest::aSyncingConnectionStays()
{
    const Connection connection = save(QStringLiteral("ACME"));
    const QSignalSpy requested(m_page.get(), &ui::ConnectionsPage::syncRequested);
    part<QPushButton>("syncButton")->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).toString(), connection.id);
    m_page->setSyncing({connection.id});
    QVERIFY(!part<QPushButton>("syncButton")->isEnabled());
    QVERIFY(!part<QPushButton>("removeButton")->isEnabled());
    m_page->setSyncing({});
    QVERIFY(part<QPushButton>("removeButton")->isEnabled());
}

void ConnectionsPageTest::editReturnsToTheList()
{
    save(QStringLiteral("ACME"));
    part<QPushButton>("editButton")->click();
    QVERIFY(part<QWidget>("connectionEditor")->isVisible());
    part<QWidget>("connectionEditor")->findChild<QPushButton *>(QStringLiteral("cancelButton"))->click();
    QVERIFY(part<QTreeView>("table")->isVisible());
    part<QPushButton>("addButton")->click();
    QVERIFY(part<QWidget>("connectionEditor")->isVisible());
}

void ConnectionsPageTest::anUnreadableListIsAnError()
{
    QFile file(m_folder->path() + QStringLiteral("/connections.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[{\"half");
    file.close();
    const QSignalSpy failed(m_model.get(), &ConnectionListModel::loadFailed);
    m_model->reload();
    QVERIFY(QTest::qWaitFor([&] { return failed.size() == 1; }));
    QVERIFY(!m_model->isLoaded());
}

void ConnectionsPageTest::readsAgainUnlessItSyncs()
{
    const Connection connection = save(QStringLiteral("ACME"));
    const QSignalSpy wanted(m_page.get(), &ui::ConnectionsPage::readAgainRequested);
    part<QPushButton>("readAgainButton")->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toString(), connection.id);
    m_page->setSyncing({connection.id});
    QVERIFY(!part<QPushButton>("readAgainButton")->isEnabled());
}

void ConnectionsPageTest::whoSyncsAFeedElsewhereIsTold()
{
    const Connection connection = save(QStringLiteral("ACME"));
    QVERIFY(sync(connection));
    QVERIFY(!part<QLabel>("holderLabel")->isVisible());
    // A lease of another computer, as it stands in the file.
    const auto hold = [&](const QDateTime &heartbeat) {
        const QString sql = QStringLiteral("INSERT OR REPLACE INTO lake_leases VALUES('responses','other:1',"
                                           "'build-2',4711,'%1')")
                                .arg(heartbeat.toUTC().toString(Qt::ISODateWithMs));
        QProcess sqlite;
        sqlite.start(QStringLiteral("sqlite3"), {m_engine->lakeOf(connection).text(), sql});
        return sqlite.waitForFinished() && sqlite.exitCode() == 0;
    };
    const auto look = [&] {
        const QSignalSpy facts(m_model.get(), &ConnectionListModel::factsChanged);
        m_page->lookAgain();
        return QTest::qWaitFor([&] { return !facts.isEmpty(); });
    };
    QVERIFY(hold(QDateTime::currentDateTimeUtc()));
    QVERIFY(look());
    const QString words = part<QLabel>("holderLabel")->text();
    QVERIFY2(words.contains(QLatin1String("process 4711 on build-2")), qPrintable(words));
    QVERIFY2(words.contains(QLatin1String("just now")), qPrintable(words));
    QVERIFY(part<QLabel>("holderLabel")->isVisible());
    QCOMPARE(cell(0, ConnectionListModel::LastSync), QStringLiteral("being synced elsewhere"));
    // A lease that has run out holds nobody up.
    QVERIFY(hold(QDateTime::currentDateTimeUtc().addSecs(-180)));
    QVERIFY(look());
    QVERIFY(!part<QLabel>("holderLabel")->isVisible());
    QCOMPARE(cell(0, ConnectionListModel::LastSync), QStringLiteral("synced just now"));
}

QTEST_MAIN(ConnectionsPageTest)
#include "tst_connectionspage.moc"
