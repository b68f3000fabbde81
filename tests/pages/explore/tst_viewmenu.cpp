// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "growingsystem.h"
#include "kit/errorbanner.h"
#include "pages/explore/explorepage.h"
#include "records/filter/conditionbar.h"
#include "records/filter/searchfield.h"
#include "records/table/recordtable.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace gauge;
using namespace gauge::ui;
using saved::Existing;
using saved::View;
using service::Connection;

//! Saved views of Explore, in the real page over a real lake.
class ViewMenuTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void withoutALakeThereIsNothingToSave();
    void savesAndShowsAgain();
    void aChangeIsMarkedAndCanBeKept();
    void columnsBelongToAView();
    void renamesAndDuplicates();
    void removingCanBeUndone();
    void viewsOfOtherFeeds();
    void goneAndBothHaveTheirViews();
    void missingColumnsAreToldFirst();
    void aLimitIsForTheCommandLine();
    void filesAreSharedAndOpened();
    void brokenFilesAreTold();
    void theShownViewIsKept();
    void anotherConnectionForgetsIt();
    void itWorksByKeyboard();

private:
    Connection save(const QString &name);
    void sync(const Connection &connection);
    void makePage();
    //! A page with a lake of 22 responses.
    void open();
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] int rows() const { return part<RecordTable>("lakeTable")->model()->rowCount(); }
    [[nodiscard]] QString button() const { return part<QToolButton>("viewButton")->text(); }
    void filter(const char *condition)
    {
        auto *bar = part<ConditionBar>("conditionBar");
        bar->setConditions({*query::parseFilter(QString::fromLatin1(condition))});
        Q_EMIT bar->conditionsChanged();
    }
    [[nodiscard]] QString filters() const
    {
        QStringList texts;
        for (const query::Filter &filter : part<ConditionBar>("conditionBar")->conditions())
            texts.append(query::print(filter));
        return texts.join(QLatin1Char('|'));
    }
    //! The menu as it is when it opens.
    QMenu *menu() const
    {
        QMenu *menu = part<QToolButton>("viewButton")->menu();
        Q_EMIT menu->aboutToShow();
        return menu;
    }
    [[nodiscard]] QStringList entries() const
    {
        QStringList texts;
        const QList<QAction *> actions = menu()->actions();
        for (const QAction *action : actions)
            if (action->isCheckable() || action->menu())
                texts.append(action->text());
        return texts;
    }
    void trigger(const char *name) const
    {
        auto *action = menu()->findChild<QAction *>(QLatin1String(name));
        if (!action || !action->isEnabled())
            qFatal("no %s in the menu", name);
        action->trigger();
    }
    //! An entry of the menu or of one of its submenus.
    void choose(const char *text) const
    {
        const QList<QAction *> all = menu()->findChildren<QAction *>();
        for (QAction *action : all) {
            if (action->text() == QString::fromUtf8(text) && !action->menu()) {
                action->trigger();
                return;
            }
        }
        qFatal("no entry %s", text);
    }
    void giveName(const char *name) const
    {
        auto *dialog = m_page->window()->findChild<QDialog *>(QStringLiteral("nameDialog"));
        if (!dialog)
            qFatal("no name is asked for");
        dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->setText(QString::fromUtf8(name));
        auto *buttons = dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"));
        buttons->button(QDialogButtonBox::Ok)->click();
        delete dialog; // before another one is looked for
    }
    void saveAs(const char *name) const
    {
        trigger("saveView");
        giveName(name);
        const QString wanted = QString::fromUtf8(name).replace(QLatin1Char('&'), QLatin1String("&&"));
        QTRY_VERIFY(button().startsWith(wanted));
    }
    [[nodiscard]] std::vector<View> stored() const
    {
        const auto list = saved::PresetStore<View>(m_engine->dataFolder()).list();
        return list ? list->things : std::vector<View>();
    }
    [[nodiscard]] ErrorBanner *banner() const { return part<ErrorBanner>("savedBanner"); }
    void pressBanner() const { banner()->findChild<QPushButton *>(QStringLiteral("actionButton"))->click(); }
    void put(const View &view) const
    {
        QVERIFY(saved::PresetStore<View>(m_engine->dataFolder()).save(view, Existing::Replace));
    }
    static View view(const char *name, const char *lines)
    {
        View view{QString::fromUtf8(name), QStringLiteral("responses"), {}, {}};
        view.query = *query::parseQuery(QString::fromUtf8(lines));
        return view;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::GrowingSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ExplorePage> m_page;
    Connection m_connection;
};

void ViewMenuTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<test::GrowingSystem>();
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    makePage();
}

void ViewMenuTest::makePage()
{
    m_page = std::make_unique<ExplorePage>(*m_engine);
    m_page->resize(1200, 700);
    m_page->show();
}

void ViewMenuTest::cleanup()
{
    m_page.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

Connection ViewMenuTest::save(const QString &name)
{
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("secret");
    auto *job = m_engine->saveConnection(m_system->connection(name), secrets);
    std::optional<Connection> saved;
    connect(job, &Job::finished, this, [&, job] {
        if (job->state() == Job::State::Succeeded)
            saved = job->result();
    });
    if (!QTest::qWaitFor([&] { return saved.has_value(); }, 20'000))
        qFatal("the connection was not saved");
    return *saved;
}

void ViewMenuTest::sync(const Connection &connection)
{
    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    auto *job = m_engine->sync(connection, plan);
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
}

void ViewMenuTest::open()
{
    m_system->responses = 22;
    m_connection = save(QStringLiteral("ACME"));
    sync(m_connection);
    m_page->setConnection(m_connection);
    QTRY_COMPARE(rows(), 22);
}

void ViewMenuTest::withoutALakeThereIsNothingToSave()
{
    QCOMPARE(button(), QStringLiteral("Vie&w"));
    auto *saving = menu()->findChild<QAction *>(QStringLiteral("saveView"));
    QVERIFY(saving && !saving->isEnabled());
    QVERIFY(!menu()->findChild<QAction *>(QStringLiteral("removeView")));
    // One that was saved before can be chosen: it waits for the lake.
    put(view("Sad", "where nps <= 6"));
    QTRY_COMPARE(entries(), QStringList{QStringLiteral("Sad")});
    choose("Sad");
    QTRY_COMPARE(button(), QStringLiteral("Sad"));
    QVERIFY(!banner()->isVisible());
}

void ViewMenuTest::savesAndShowsAgain()
{
    open();
    filter("nps >= 9");
    QTRY_COMPARE(rows(), 4);
    auto *search = part<SearchField>("searchField");
    search->setText(QStringLiteral("ACME"));
    Q_EMIT search->returnPressed();
    part<RecordTable>("lakeTable")->model()->sort(0, Qt::DescendingOrder);
    saveAs("Pro & moters");
    QTRY_COMPARE(button(), QStringLiteral("Pro && moters"));
    QCOMPARE(part<QToolButton>("viewButton")->accessibleName(), QStringLiteral("View: Pro & moters"));
    const std::vector<View> kept = stored();
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept.front().feed, QStringLiteral("responses"));
    QCOMPARE(kept.front().query.search, QStringLiteral("ACME"));
    QCOMPARE(kept.front().query.sort.size(), 1U);
    QVERIFY(!kept.front().query.columns.isEmpty());
    part<QAbstractButton>("clearFiltersButton")->click();
    QTRY_COMPARE(rows(), 22);
    QVERIFY(button().endsWith(QLatin1String(" *")));
    choose("Pro && moters");
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(filters(), QStringLiteral("nps >= 9"));
    QCOMPARE(search->text(), QStringLiteral("ACME"));
    QTRY_COMPARE(button(), QStringLiteral("Pro && moters"));
}

void ViewMenuTest::aChangeIsMarkedAndCanBeKept()
{
    open();
    filter("nps >= 9");
    QTRY_COMPARE(rows(), 4);
    saveAs("Good");
    QVERIFY(!menu()->findChild<QAction *>(QStringLiteral("updateView"))->isEnabled());
    filter("nps >= 10");
    QTRY_COMPARE(rows(), 2);
    QTRY_COMPARE(button(), QStringLiteral("Good *"));
    QVERIFY(part<QToolButton>("viewButton")->accessibleName().contains(QLatin1String("changed")));
    trigger("updateView");
    QTRY_COMPARE(button(), QStringLiteral("Good"));
    QCOMPARE(query::print(stored().front().query.where.front()), QStringLiteral("nps >= 10"));
    filter("nps >= 9");
    QTRY_COMPARE(button(), QStringLiteral("Good *"));
    filter("nps >= 10"); // as it was
    QTRY_COMPARE(button(), QStringLiteral("Good"));
}

void ViewMenuTest::columnsBelongToAView()
{
    open();
    auto *table = part<RecordTable>("lakeTable");
    saveAs("Usual");
    const QStringList before = table->visibleNames();
    table->horizontalHeader()->moveSection(0, 2);
    QTRY_COMPARE(button(), QStringLiteral("Usual *"));
    Q_EMIT table->columnsWanted({QStringLiteral("nps")});
    QTRY_COMPARE(table->visibleNames(), QStringList{QStringLiteral("nps")});
    choose("Usual");
    QTRY_COMPARE(table->visibleNames(), before);
    QTRY_COMPARE(button(), QStringLiteral("Usual"));
    table->horizontalHeader()->resizeSection(1, 333);
    trigger("saveView");
    giveName("usual"); // the same name: it is replaced
    QTRY_VERIFY(!stored().empty() && stored().front().widths.value(before.at(1)) == 333);
    QCOMPARE(stored().size(), 1U);
}

void ViewMenuTest::renamesAndDuplicates()
{
    open();
    saveAs("A");
    saveAs("B");
    trigger("renameView");
    auto *dialog = m_page->window()->findChild<QDialog *>(QStringLiteral("nameDialog"));
    dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->setText(QStringLiteral("a"));
    QVERIFY(!dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))
                 ->button(QDialogButtonBox::Ok)
                 ->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("nameHint"))->text().contains(QStringLiteral("“A”")));
    giveName("C");
    QTRY_COMPARE(button(), QStringLiteral("C"));
    QTRY_COMPARE(entries(), (QStringList{QStringLiteral("A"), QStringLiteral("C")}));
    trigger("duplicateView");
    QTRY_COMPARE(button(), QStringLiteral("C (2)"));
    QTRY_COMPARE(entries().size(), 3);
}

void ViewMenuTest::removingCanBeUndone()
{
    open();
    filter("nps >= 9");
    QTRY_COMPARE(rows(), 4);
    saveAs("Good");
    const View before = stored().front();
    trigger("removeView");
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(banner()->text(), QStringLiteral("“Good” removed."));
    QVERIFY(stored().empty());
    QCOMPARE(button(), QStringLiteral("Vie&w"));
    QCOMPARE(rows(), 4); // the table stays
    pressBanner();
    QTRY_COMPARE(button(), QStringLiteral("Good"));
    QCOMPARE(stored(), std::vector<View>{before});
    QVERIFY(!banner()->isVisible());
}

void ViewMenuTest::viewsOfOtherFeeds()
{
    open();
    View silent{QStringLiteral("Silent"), QStringLiteral("non-responses"), {}, {}};
    put(silent);
    saveAs("Mine");
    QTRY_COMPARE(entries(), (QStringList{QStringLiteral("Mine"), QStringLiteral("Non-responses")}));
    part<QToolButton>("liveButton")->click();
    choose("Silent");
    QTRY_COMPARE(part<QComboBox>("feedBox")->currentData().toString(), QStringLiteral("non-responses"));
    QVERIFY(part<QToolButton>("lakeButton")->isChecked());
    QTRY_COMPARE(button(), QStringLiteral("Silent"));
    // Each feed has the view that was chosen for it.
    auto *feeds = part<QComboBox>("feedBox");
    feeds->setCurrentIndex(feeds->findData(QStringLiteral("responses")));
    QTRY_COMPARE(button(), QStringLiteral("Mine"));
    put(View{QStringLiteral("Strange"), QStringLiteral("weather"), {}, {}});
    QTRY_VERIFY(!entries().isEmpty());
    QVERIFY(!entries().contains(QStringLiteral("Strange"))); // there is no such feed
}

void ViewMenuTest::goneAndBothHaveTheirViews()
{
    m_system->unanswered = {R"({"number_customergauge":101})", R"({"number_customergauge":102})"};
    open();
    m_system->unanswered.removeLast();
    sync::SyncPlan plan;
    plan.feeds = {*m_engine->catalog().find(QStringLiteral("non-responses"))};
    plan.kind = lake::SyncKind::Reconcile;
    plan.acceptGone = true;
    QVERIFY(test::waitFor(*m_engine->sync(m_connection, plan)));
    View both{QStringLiteral("All of them"), QStringLiteral("non-responses"), {}, {}};
    both.query.presence = query::Presence::Both;
    View gone{QStringLiteral("Gone"), QStringLiteral("non-responses"), {}, {}};
    gone.query.presence = query::Presence::Gone;
    put(both);
    put(gone);
    QTRY_COMPARE(entries(), QStringList{QStringLiteral("Non-responses")});
    choose("All of them");
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(part<QComboBox>("feedBox")->currentData().toString(), QStringLiteral("non-responses/all"));
    choose("Gone");
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(button(), QStringLiteral("Gone"));
}

void ViewMenuTest::missingColumnsAreToldFirst()
{
    open();
    put(view("Gold",
             "where property.Tier = gold and nps > 8\nsort property.Tier\ncolumns nps,property.Tier,email"));
    QTRY_COMPARE(entries(), QStringList{QStringLiteral("Gold")});
    choose("Gold");
    QTRY_VERIFY(banner()->isVisible());
    const QString words = banner()->text();
    for (const char *word : {"“Gold”", "“ACME”", "property.Tier = gold", "left as it is"})
        QVERIFY2(words.contains(QString::fromUtf8(word)), qPrintable(words));
    QCOMPARE(rows(), 22);
    QCOMPARE(button(), QStringLiteral("Vie&w"));
    pressBanner();
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(filters(), QStringLiteral("nps > 8"));
    QCOMPARE(part<RecordTable>("lakeTable")->visibleNames(),
             (QStringList{QStringLiteral("nps"), QStringLiteral("email")}));
    QTRY_COMPARE(button(), QStringLiteral("Gold *")); // which it is not
    QVERIFY(!banner()->isVisible());
}

void ViewMenuTest::aLimitIsForTheCommandLine()
{
    open();
    put(view("First", "limit 3"));
    QTRY_COMPARE(entries(), QStringList{QStringLiteral("First")});
    choose("First");
    QTRY_VERIFY(banner()->isVisible());
    QVERIFY2(banner()->text().contains(QLatin1String("limited to 3")), qPrintable(banner()->text()));
    QTRY_COMPARE(rows(), 22);
    QTRY_COMPARE(button(), QStringLiteral("First"));
}

void ViewMenuTest::filesAreSharedAndOpened()
{
    open();
    filter("nps >= 9");
    QTRY_COMPARE(rows(), 4);
    saveAs("Good");
    const QString file = m_folder->filePath(QStringLiteral("good.gaugeview"));
    trigger("shareView");
    auto *sharing = m_page->window()->findChild<QFileDialog *>(QStringLiteral("shareDialog"));
    QVERIFY(sharing);
    Q_EMIT sharing->fileSelected(file);
    sharing->close();
    QTRY_VERIFY(banner()->isVisible() && QFile::exists(file));
    trigger("removeView");
    QTRY_VERIFY(stored().empty());
    filter("nps >= 0");
    QTRY_COMPARE(rows(), 22);
    trigger("openView");
    auto *opening = m_page->window()->findChild<QFileDialog *>(QStringLiteral("openViewDialog"));
    QVERIFY(opening);
    Q_EMIT opening->fileSelected(file);
    opening->close();
    QTRY_COMPARE(rows(), 4);
    QTRY_COMPARE(button(), QStringLiteral("Good"));
    QCOMPARE(stored().size(), 1U);
}

void ViewMenuTest::brokenFilesAreTold()
{
    open();
    QVERIFY(QDir().mkpath(m_engine->dataFolder() + QStringLiteral("/views")));
    QFile broken(m_engine->dataFolder() + QStringLiteral("/views/x.gaugeview"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("gaugedesk-view 9\nname X\n");
    broken.close();
    QTRY_VERIFY(menu()->findChild<QAction *>(QStringLiteral("viewProblems")));
    trigger("viewProblems");
    QVERIFY2(banner()->text().contains(QLatin1String("x.gaugeview"))
                 && banner()->text().contains(QLatin1String("newer")),
             qPrintable(banner()->text()));
    trigger("openView");
    auto *opening = m_page->window()->findChild<QFileDialog *>(QStringLiteral("openViewDialog"));
    banner()->dismiss();
    Q_EMIT opening->fileSelected(broken.fileName());
    opening->close();
    QTRY_VERIFY(banner()->text().contains(QLatin1String("newer")));
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Error);
}

void ViewMenuTest::theShownViewIsKept()
{
    open();
    filter("nps >= 9");
    QTRY_COMPARE(rows(), 4);
    saveAs("Good");
    const QByteArray state = m_page->saveState();
    makePage();
    m_page->restoreState(state);
    m_page->setConnection(m_connection);
    QTRY_COMPARE(rows(), 4);
    QTRY_COMPARE(button(), QStringLiteral("Good"));
    // Another process removed it meanwhile.
    QVERIFY(saved::PresetStore<View>(m_engine->dataFolder()).remove(QStringLiteral("Good")));
    QTRY_VERIFY(entries().isEmpty());
    QCOMPARE(button(), QStringLiteral("Vie&w"));
    QCOMPARE(rows(), 4);
}

void ViewMenuTest::anotherConnectionForgetsIt()
{
    open();
    filter("nps >= 9");
    QTRY_COMPARE(rows(), 4);
    saveAs("Good");
    const Connection other = save(QStringLiteral("Other"));
    sync(other);
    m_page->setConnection(other);
    QTRY_COMPARE(rows(), 22);
    QCOMPARE(button(), QStringLiteral("Vie&w"));
    choose("Good"); // views are for all connections
    QTRY_COMPARE(rows(), 4);
}

void ViewMenuTest::itWorksByKeyboard()
{
    open();
    saveAs("One");
    filter("nps >= 9");
    QTRY_COMPARE(rows(), 4);
    auto *button = part<QToolButton>("viewButton");
    QCOMPARE(button->focusPolicy(), Qt::StrongFocus);
    button->setFocus();
    QTimer::singleShot(0, this, [this] { // the menu has its own event loop while it is open
        auto *shown = part<QMenu>("viewMenu");
        QTest::keyClick(shown, Qt::Key_Down);
        QTest::keyClick(shown, Qt::Key_Return);
    });
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE(rows(), 22);
}

QTEST_MAIN(ViewMenuTest)
#include "tst_viewmenu.moc"
