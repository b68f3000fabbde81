// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "growingsystem.h"
#include "kit/emptystate.h"
#include "pages/explore/explorepage.h"
#include "records/filter/conditionbar.h"
#include "records/table/recordtable.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>

using namespace gauge;
using namespace gauge::ui;
using service::Connection;

//! Non-responses in Explore: those that are there, and those that vanished.
class VanishedTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void emptyUntilAReconciliationFindsThem();
    void anotherViewWithItsOwnColumnsAndFilters();
    void theyAreExportedAsShown();
    void thereIsNoLivePageOfThem();
    void youngOnesAreProvisional();

private:
    void sync(lake::SyncKind kind = lake::SyncKind::Incremental);
    void makePage();
    //! Three non-responses, of which the second vanishes.
    void loseOne();
    void choose(const char *feed);
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] QString empty(const char *label) const
    {
        return part<QWidget>("lakeView")
            ->findChild<EmptyState *>(QStringLiteral("emptyState"))
            ->findChild<QLabel *>(QLatin1String(label))
            ->text();
    }
    [[nodiscard]] QString cell(int row, const char *title) const
    {
        const QAbstractItemModel *model = part<RecordTable>("lakeTable")->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal).toString() == QLatin1String(title))
                return model->index(row, column).data().toString();
        }
        return QStringLiteral("no such column");
    }
    [[nodiscard]] int rows() const { return part<RecordTable>("lakeTable")->model()->rowCount(); }
    [[nodiscard]] QString summary() const { return part<QLabel>("summaryLabel")->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::GrowingSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ExplorePage> m_page;
    Connection m_connection;
};

void VanishedTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<test::GrowingSystem>();
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("secret");
    auto *job = m_engine->saveConnection(m_system->connection(QStringLiteral("ACME")), secrets);
    connect(job, &Job::finished, this, [this, job] { m_connection = job->result(); });
    QVERIFY(test::waitFor(*job));
    makePage();
}

void VanishedTest::makePage()
{
    m_page = std::make_unique<ExplorePage>(*m_engine);
    m_page->resize(1200, 700);
    m_page->show();
    m_page->setConnection(m_connection);
}

void VanishedTest::cleanup()
{
    m_page.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

void VanishedTest::sync(lake::SyncKind kind)
{
    sync::SyncPlan plan;
    plan.feeds = {*m_engine->catalog().find(QStringLiteral("non-responses"))};
    plan.kind = kind;
    plan.acceptGone = true;
    auto *job = m_engine->sync(m_connection, plan);
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
}

void VanishedTest::loseOne()
{
    m_system->unanswered = {R"({"number_customergauge":1,"date_sent":"2025-03-01 10:00:00"})",
                            R"({"number_customergauge":2,"date_sent":"2025-03-02 10:00:00","language":"nl"})",
                            R"({"number_customergauge":3,"date_sent":"2025-03-03 10:00:00"})"};
    sync();
    m_system->unanswered.removeAt(1);
    sync(lake::SyncKind::Reconcile);
}

void VanishedTest::choose(const char *feed)
{
    auto *box = part<QComboBox>("feedBox");
    box->setCurrentIndex(box->findText(QString::fromUtf8(feed)));
}

void VanishedTest::emptyUntilAReconciliationFindsThem()
{
    m_system->unanswered = {R"({"number_customergauge":1,"date_sent":"2025-03-01 10:00:00"})",
                            R"({"number_customergauge":2,"date_sent":"2025-03-02 10:00:00"})"};
    sync();
    choose("Non-responses that vanished");
    QTRY_COMPARE(empty("titleLabel"), QStringLiteral("Non-responses that vanished: none found"));
    QVERIFY2(
        empty("wordsLabel").contains(QLatin1String("gaugedesk-cli sync \"ACME\" non-responses --reconcile")),
        qPrintable(empty("wordsLabel")));
    const QSignalSpy wanted(m_page.get(), &ExplorePage::reconcileRequested);
    part<QWidget>("lakeView")
        ->findChild<EmptyState *>(QStringLiteral("emptyState"))
        ->findChild<QPushButton *>()
        ->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("non-responses"));
    m_system->unanswered.removeLast();
    sync(lake::SyncKind::Reconcile);
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(cell(0, "No."), QStringLiteral("2"));
    QTRY_COMPARE(summary(), QStringLiteral("1 non-responses that vanished"));
    QTRY_VERIFY(
        part<QTextBrowser>("sheetView")->toPlainText().contains(QLatin1String("No longer found since")));
    // It is found again, and so it goes from here.
    m_system->unanswered.append(R"({"number_customergauge":2,"date_sent":"2025-03-02 10:00:00"})");
    sync(lake::SyncKind::Reconcile);
    QTRY_COMPARE(rows(), 0);
}

void VanishedTest::anotherViewWithItsOwnColumnsAndFilters()
{
    loseOne();
    choose("Non-responses");
    QTRY_COMPARE(rows(), 2);
    QTRY_COMPARE(cell(1, "No."), QStringLiteral("3"));
    auto *bar = part<ConditionBar>("conditionBar");
    bar->setConditions({*query::parseCondition(QStringLiteral("language = nl"))});
    Q_EMIT bar->conditionsChanged();
    QTRY_COMPARE(empty("titleLabel"), QStringLiteral("No matches"));
    choose("Non-responses that vanished");
    QTRY_COMPARE(rows(), 1);
    QVERIFY(bar->conditions().empty());
    bar->setConditions({*query::parseCondition(QStringLiteral("language = en"))});
    Q_EMIT bar->conditionsChanged();
    QTRY_COMPARE(empty("titleLabel"), QStringLiteral("No matches"));
    const QByteArray state = m_page->saveState();
    makePage();
    m_page->restoreState(state);
    QTRY_COMPARE(part<QComboBox>("feedBox")->currentText(), QStringLiteral("Non-responses that vanished"));
    QTRY_COMPARE(empty("titleLabel"), QStringLiteral("No matches"));
    part<ConditionBar>("conditionBar")->setConditions({});
    Q_EMIT part<ConditionBar>("conditionBar")->conditionsChanged();
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(cell(0, "No."), QStringLiteral("2"));
}

void VanishedTest::theyAreExportedAsShown()
{
    loseOne();
    choose("Non-responses that vanished");
    QTRY_COMPARE(rows(), 1);
    part<QPushButton>("exportButton")->click();
    auto *dialog = m_page->findChild<QDialog *>(QStringLiteral("exportDialog"));
    QVERIFY(dialog);
    const QString path = m_folder->filePath(QStringLiteral("vanished.csv"));
    dialog->findChild<QLineEdit *>(QStringLiteral("fileEdit"))->setText(path);
    dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok)->click();
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(path); }, 20'000));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray all = file.readAll();
    QCOMPARE(all.trimmed().count('\n'), 1); // a heading and one of them
    QVERIFY2(all.contains("2025-03-02 10:00:00"), all.constData());
}

void VanishedTest::thereIsNoLivePageOfThem()
{
    part<QToolButton>("liveButton")->click();
    choose("Non-responses that vanished");
    QVERIFY(part<QToolButton>("lakeButton")->isChecked());
    QVERIFY(part<QWidget>("lakeView")->isVisible());
    QVERIFY(!part<QToolButton>("liveButton")->isEnabled());
    choose("Non-responses");
    QVERIFY(part<QToolButton>("liveButton")->isEnabled());
}

void VanishedTest::youngOnesAreProvisional()
{
    const QString justNow = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_system->unanswered = {
        R"({"number_customergauge":1,"date_sent":"2025-03-01 10:00:00","date_opened":"2025-03-01 11:00:00"})",
        R"({"number_customergauge":2,"date_sent":")" + justNow.toLatin1() + "\"}"};
    sync();
    choose("Non-responses");
    QTRY_COMPARE(rows(), 2);
    QTRY_COMPARE(cell(0, "Life"), QStringLiteral("opened"));
    QCOMPARE(cell(1, "Life"), QStringLiteral("sent · provisional"));
    auto *table = part<RecordTable>("lakeTable");
    table->setCurrentIndex(table->model()->index(1, 0));
    auto *sheet = part<QTextBrowser>("sheetView");
    QTRY_VERIFY(sheet->toPlainText().contains(QLatin1String("provisional")));
    m_page->setSettlingHours(0);
    QCOMPARE(cell(1, "Life"), QStringLiteral("sent"));
    QTRY_VERIFY(!sheet->toPlainText().contains(QLatin1String("provisional")));
}

QTEST_MAIN(VanishedTest)
#include "tst_vanished.moc"
