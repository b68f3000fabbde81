// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "kit/errorbanner.h"
#include "kit/plaintext.h"
#include "pages/jobs/synchistoryview.h"
#include "support/fakesystem.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>

using namespace gauge;
using service::Connection;
using test::FakeSystem;
using ui::SyncHistoryModel;
using ui::SyncHistoryView;

//! Earlier syncs: of a lake that another program may have filled.
class SyncHistoryTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void withoutALakeItSaysSo();
    void everySyncIsARow();
    void followsSyncsWhileItIsShown();
    void anUnreadableLakeIsAnErrorWithAWayOut();
    void partsAndStatesAreInWords();

private:
    Connection save(const QString &name);
    void sync(const Connection &connection);
    void show(const Connection &connection)
    {
        const QSignalSpy answered(m_view.get(), &SyncHistoryView::answered);
        m_view->setConnection(connection);
        QVERIFY(QTest::qWaitFor([&] { return !answered.isEmpty(); }));
    }
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_view->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return part<QTreeView>("historyTable")->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() const { return part<QTreeView>("historyTable")->model()->rowCount(); }
    [[nodiscard]] QString emptyTitle() const
    {
        return part<QWidget>("historyEmptyState")->findChild<QLabel *>(QStringLiteral("titleLabel"))->text();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<SyncHistoryView> m_view;
};

void SyncHistoryTest::init()
{
    TestCase::init();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<FakeSystem>();
    engine::Options options;
    options.dataFolder = m_folder->path();
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    m_view = std::make_unique<SyncHistoryView>(*m_engine);
    m_view->resize(900, 500);
    m_view->show();
}

void SyncHistoryTest::cleanup()
{
    m_view.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

Connection SyncHistoryTest::save(const QString &name)
{
    Connection connection = m_system->connection(name);
    auto *job = m_engine->saveConnection(connection, {Secret(FakeSystem::clientSecret), {}});
    connect(job, &Job::finished, this, [&, job] { connection = job->result(); });
    if (!QTest::qWaitFor([&] { return !connection.id.isEmpty(); }))
        qFatal("not saved");
    return connection;
}

void SyncHistoryTest::sync(const Connection &connection)
{
    sync::SyncPlan plan;
    plan.feeds = {*m_engine->catalog().find(QStringLiteral("responses"))};
    auto *job = m_engine->sync(connection, plan);
    QVERIFY(test::waitFor(*job));
}

void SyncHistoryTest::withoutALakeItSaysSo()
{
    QCOMPARE(emptyTitle(), QStringLiteral("No connection yet"));
    show(save(QStringLiteral("ACME")));
    QCOMPARE(emptyTitle(), QStringLiteral("Nothing synced yet"));
    QVERIFY(!part<ui::ErrorBanner>("historyBanner")->isVisible());
    QVERIFY(!part<QTreeView>("historyTable")->isVisible());
}

void SyncHistoryTest::everySyncIsARow()
{
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_system->forbidden = {QStringLiteral("responses")};
    sync(connection);
    show(connection);
    QCOMPARE(rows(), 2);
    QVERIFY(part<QTreeView>("historyTable")->isVisible());
    // Newest first, and its failure whole below.
    QVERIFY(!cell(0, SyncHistoryModel::Outcome).isEmpty());
    QVERIFY(cell(0, SyncHistoryModel::Outcome) != QStringLiteral("done"));
    QVERIFY2(part<QLabel>("historyWords")->text().startsWith(cell(0, SyncHistoryModel::Outcome)),
             qPrintable(part<QLabel>("historyWords")->text()));
    // What the service said is no markup in its tool tip.
    const QString tip = part<QTreeView>("historyTable")
                            ->model()
                            ->index(0, SyncHistoryModel::Outcome)
                            .data(Qt::ToolTipRole)
                            .toString();
    QCOMPARE(tip, ui::plainToolTip(part<QLabel>("historyWords")->text()));
    QCOMPARE(cell(1, SyncHistoryModel::Feed), QStringLiteral("Responses"));
    QCOMPARE(cell(1, SyncHistoryModel::Kind), QStringLiteral("Sync"));
    QCOMPARE(cell(1, SyncHistoryModel::Part), QStringLiteral("all"));
    QCOMPARE(cell(1, SyncHistoryModel::Pages), QStringLiteral("1"));
    QCOMPARE(cell(1, SyncHistoryModel::Received), QStringLiteral("3"));
    QCOMPARE(cell(1, SyncHistoryModel::New), QStringLiteral("3"));
    QCOMPARE(cell(1, SyncHistoryModel::Outcome), QStringLiteral("done"));
}

void SyncHistoryTest::followsSyncsWhileItIsShown()
{
    const Connection connection = save(QStringLiteral("ACME"));
    show(connection);
    sync(connection);
    QTRY_COMPARE(rows(), 1);
    // Hidden it reads nothing, and shown again it knows.
    m_view->hide();
    sync(connection);
    QCOMPARE(rows(), 1);
    m_view->show();
    QTRY_COMPARE(rows(), 2);
    // Another connection's syncs are another's.
    show(save(QStringLiteral("Beta")));
    QCOMPARE(rows(), 0);
}

void SyncHistoryTest::anUnreadableLakeIsAnErrorWithAWayOut()
{
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    const QString path = m_engine->lakeOf(connection).text();
    QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    show(connection);
    auto *banner = part<ui::ErrorBanner>("historyBanner");
    QVERIFY(banner->isVisible());
    QCOMPARE(emptyTitle(), QStringLiteral("Not shown"));
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QTRY_COMPARE(rows(), 1);
    QVERIFY(!banner->isVisible());
}

void SyncHistoryTest::partsAndStatesAreInWords()
{
    SyncHistoryModel model(catalog::Catalog::builtIn());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    lake::SyncRecord refresh;
    refresh.feed = QStringLiteral("responses");
    refresh.kind = lake::SyncKind::Refresh;
    refresh.scope = QStringLiteral("period=date_sent:2026-01-01..2026-01-31");
    refresh.state = lake::SyncRecord::State::Interrupted;
    lake::SyncRecord filtered;
    filtered.feed = QStringLiteral("unknown-feed");
    filtered.scope = QStringLiteral("filter=147b3662-cd7e-490c-b865-9be3480ca2fd");
    filtered.state = lake::SyncRecord::State::Running;
    model.setRecords({refresh, filtered});
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, SyncHistoryModel::Kind), QStringLiteral("Period again"));
    QVERIFY2(text(0, SyncHistoryModel::Part).endsWith(QStringLiteral(" 2026-01-01 – 2026-01-31")),
             qPrintable(text(0, SyncHistoryModel::Part)));
    QVERIFY(text(0, SyncHistoryModel::Outcome).startsWith(QLatin1String("was interrupted")));
    QCOMPARE(text(1, SyncHistoryModel::Feed), QStringLiteral("unknown-feed"));
    QVERIFY(text(1, SyncHistoryModel::Part).startsWith(QLatin1String("filter 147b3662")));
    QCOMPARE(text(1, SyncHistoryModel::Outcome), QStringLiteral("running"));
    // What the service says is text, and one line.
    lake::SyncRecord hostile;
    hostile.feed = QStringLiteral("responses");
    hostile.state = lake::SyncRecord::State::Failed;
    hostile.error = QStringLiteral(u"422: <img src='/tmp/x'> \x1b[31m\u202E");
    lake::SyncRecord harmless = hostile;
    harmless.error = QStringLiteral("422: the field is missing");
    model.setRecords({hostile, harmless});
    const auto tip = [&](int row) {
        return model.index(row, SyncHistoryModel::Outcome).data(Qt::ToolTipRole).toString();
    };
    QVERIFY(tip(0).contains(QLatin1String("&lt;img")) && !tip(0).contains(QLatin1String("<img")));
    QVERIFY(text(0, SyncHistoryModel::Outcome).contains(QStringLiteral(u"\u241B[31m<U+202E>")));
    QVERIFY(tip(1).contains(harmless.error));
    QVERIFY(text(1, SyncHistoryModel::Outcome).contains(harmless.error));
}

QTEST_MAIN(SyncHistoryTest)
#include "tst_synchistory.moc"
