// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "kit/errorbanner.h"
#include "pages/upload/configurations/configurationbox.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace gauge;
using ui::ConfigurationBox;
using ui::ErrorBanner;
using upload::Configuration;
using upload::ConfigurationStore;

//! The choice of a configuration over real files.
class ConfigurationBoxTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theStandardOnesAreThereAtOnce();
    void savedOnesFollow();
    void aChoiceMayComeBeforeTheList();
    void choosingByKeyboard();
    void anEditElsewhereIsSeen();
    void duplicatesAndRenames();
    void removingCanBeUndone();
    void anUndoThatFailsIsOfferedAgain();
    void standardOnesStay();
    void filesAreExportedAndImported();
    void aForeignFileIsRefusedInWords();
    void brokenFilesAreTold();

private:
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_box->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] ErrorBanner *banner() const { return part<ErrorBanner>("configurationBanner"); }
    [[nodiscard]] QString name() const { return m_box->current() ? m_box->current()->name : QString(); }
    [[nodiscard]] QAction *action(const char *name) const { return part<QAction>(name); }
    void trigger(const char *name) const
    {
        if (!action(name)->isEnabled())
            qFatal("%s is not offered", name);
        action(name)->trigger();
    }
    void answerBanner() const { banner()->findChild<QPushButton *>(QStringLiteral("actionButton"))->click(); }
    [[nodiscard]] ConfigurationStore store() const { return ConfigurationStore(m_folder->path()); }
    Configuration saved(const QString &name) const;
    void makeBox() { m_box = std::make_unique<ConfigurationBox>(*m_engine); }
    void open(const QString &name = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ConfigurationBox> m_box;
};

void ConfigurationBoxTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    engine::Options options;
    options.dataFolder = m_folder->path();
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
}

void ConfigurationBoxTest::cleanup()
{
    m_box.reset();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

Configuration ConfigurationBoxTest::saved(const QString &name) const
{
    Configuration configuration = upload::builtInConfigurations().front();
    configuration.id.clear();
    configuration.name = name;
    configuration.reference = QStringLiteral("calls");
    const Result<Configuration> done = store().save(configuration);
    if (!done)
        qFatal("%s", qPrintable(done.error().text));
    return *done;
}

//! A box whose list has come; the saved \a name is chosen.
void ConfigurationBoxTest::open(const QString &name)
{
    QString id;
    if (!name.isEmpty())
        id = saved(name).id;
    makeBox();
    if (!id.isEmpty())
        m_box->choose(id);
    m_box->show();
    QTRY_VERIFY(m_box->current());
    QTRY_VERIFY(m_engine->jobs().isIdle());
}

void ConfigurationBoxTest::theStandardOnesAreThereAtOnce()
{
    makeBox();
    QVERIFY(!m_box->current());
    QVERIFY(!action("duplicateConfiguration")->isEnabled());
    const QSignalSpy changes(m_box.get(), &ConfigurationBox::currentChanged);
    m_box->show();
    QTRY_COMPARE(name(), QStringLiteral("Activities"));
    QTRY_VERIFY(m_engine->jobs().isIdle());
    QCOMPARE(changes.size(), 1);
    const auto *combo = part<QComboBox>("configurationCombo");
    QCOMPARE(combo->count(), 2);
    QCOMPARE(combo->currentText(), QStringLiteral("Activities (activities), standard"));
    QVERIFY(!banner()->isVisible());
}

void ConfigurationBoxTest::savedOnesFollow()
{
    saved(QStringLiteral("Zendesk & co"));
    saved(QStringLiteral("Aircall"));
    open();
    const auto *combo = part<QComboBox>("configurationCombo");
    QCOMPARE(combo->count(), 5); // with the line between
    QCOMPARE(combo->itemText(3), QStringLiteral("Aircall (calls)"));
    QCOMPARE(combo->itemText(4), QStringLiteral("Zendesk & co (calls)"));
}

void ConfigurationBoxTest::aChoiceMayComeBeforeTheList()
{
    const Configuration calls = saved(QStringLiteral("Calls"));
    makeBox();
    const QSignalSpy changes(m_box.get(), &ConfigurationBox::currentChanged);
    m_box->choose(calls.id);
    QTRY_COMPARE(name(), calls.name);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(*m_box->current(), calls);
    m_box->choose(QStringLiteral("../../etc/passwd"));
    QCOMPARE(name(), calls.name);
}

void ConfigurationBoxTest::choosingByKeyboard()
{
    open(QStringLiteral("Calls"));
    m_box->activateWindow();
    m_box->setFocus();
    const QSignalSpy changes(m_box.get(), &ConfigurationBox::currentChanged);
    QTest::keyClick(part<QComboBox>("configurationCombo"), Qt::Key_Up);
    QCOMPARE(m_box->current()->id, QStringLiteral("/contacts"));
    QTest::keyClick(part<QComboBox>("configurationCombo"), Qt::Key_Down);
    QCOMPARE(name(), QStringLiteral("Calls"));
    QCOMPARE(changes.size(), 2);
}

void ConfigurationBoxTest::anEditElsewhereIsSeen()
{
    open(QStringLiteral("Calls"));
    Configuration changed = *m_box->current();
    changed.headings.push_back(upload::headingFor(nullptr, QStringLiteral("Agent")));
    QVERIFY(store().save(changed));
    const QSignalSpy changes(m_box.get(), &ConfigurationBox::currentChanged);
    m_box->hide();
    m_box->show();
    QTRY_COMPARE(*m_box->current(), changed);
    QCOMPARE(changes.size(), 1);
}

void ConfigurationBoxTest::duplicatesAndRenames()
{
    open(QStringLiteral("Calls"));
    trigger("duplicateConfiguration");
    QTRY_COMPARE(name(), QStringLiteral("Calls (2)"));
    trigger("renameConfiguration");
    auto *dialog = m_box->window()->findChild<QDialog *>(QStringLiteral("nameDialog"));
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"));
    const auto *accept = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    edit->setText(QStringLiteral("CALLS"));
    QVERIFY(!accept->isEnabled());
    edit->setText(QStringLiteral("Chats"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(name(), QStringLiteral("Chats"));
    QCOMPARE(store().list()->configurations.size(), 4U);
}

void ConfigurationBoxTest::removingCanBeUndone()
{
    open(QStringLiteral("Calls"));
    const Configuration before = *m_box->current();
    trigger("removeConfiguration");
    QTRY_COMPARE(name(), QStringLiteral("Activities"));
    QVERIFY(banner()->isVisible());
    QCOMPARE(store().list()->configurations.size(), 2U);
    answerBanner();
    QTRY_COMPARE(name(), before.name);
    QCOMPARE(*m_box->current(), before);
    QCOMPARE(*store().find(before.id), before);
}

void ConfigurationBoxTest::anUndoThatFailsIsOfferedAgain()
{
    open(QStringLiteral("Calls"));
    trigger("removeConfiguration");
    QTRY_VERIFY(banner()->isVisible());
    const Configuration other = saved(QStringLiteral("calls"));
    answerBanner();
    QTRY_VERIFY(banner()->text().contains(QStringLiteral("There is already")));
    QVERIFY(store().remove(other.id));
    answerBanner();
    QTRY_COMPARE(name(), QStringLiteral("Calls"));
}

void ConfigurationBoxTest::standardOnesStay()
{
    open();
    QVERIFY(!action("removeConfiguration")->isEnabled());
    QVERIFY(!action("renameConfiguration")->isEnabled());
    QVERIFY(action("exportConfiguration")->isEnabled());
    trigger("duplicateConfiguration");
    QTRY_VERIFY(!m_box->current()->isBuiltIn());
    QVERIFY(action("removeConfiguration")->isEnabled());
}

void ConfigurationBoxTest::filesAreExportedAndImported()
{
    open(QStringLiteral("Calls/{date}"));
    trigger("exportConfiguration");
    auto *sharing = m_box->window()->findChild<QFileDialog *>(QStringLiteral("exportConfigurationDialog"));
    QVERIFY(sharing);
    const QString file = m_folder->filePath(QStringLiteral("shared.json"));
    Q_EMIT sharing->fileSelected(file);
    QTRY_VERIFY(banner()->text().contains(QDir::toNativeSeparators(file)));
    QVERIFY(QFile::exists(file));
    sharing->close();
    trigger("importConfiguration");
    auto *opening = m_box->window()->findChild<QFileDialog *>(QStringLiteral("importConfigurationDialog"));
    QVERIFY(opening);
    Q_EMIT opening->fileSelected(file);
    QTRY_COMPARE(name(), QStringLiteral("Calls/{date} (2)"));
    opening->close();
}

void ConfigurationBoxTest::aForeignFileIsRefusedInWords()
{
    open();
    const QString path = m_folder->filePath(QStringLiteral("foreign.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xff\xfe[1,2");
    file.close();
    trigger("importConfiguration");
    auto *opening = m_box->window()->findChild<QFileDialog *>(QStringLiteral("importConfigurationDialog"));
    Q_EMIT opening->fileSelected(path);
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Error);
    QVERIFY(banner()->text().contains(QStringLiteral("foreign.json")));
    QCOMPARE(name(), QStringLiteral("Activities"));
    opening->close();
}

void ConfigurationBoxTest::brokenFilesAreTold()
{
    saved(QStringLiteral("Calls"));
    QFile broken(m_folder->filePath(QStringLiteral("configurations/broken.json")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{");
    broken.close();
    open();
    QVERIFY(banner()->isVisible());
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Warning);
    QVERIFY(banner()->text().contains(QStringLiteral("broken.json")));
    QCOMPARE(part<QComboBox>("configurationCombo")->count(), 4);
    // Once is enough.
    banner()->dismiss();
    m_box->hide();
    m_box->show();
    QTRY_VERIFY(m_engine->jobs().isIdle());
    QVERIFY(!banner()->isVisible());
}

QTEST_MAIN(ConfigurationBoxTest)
#include "tst_configurationbox.moc"
