// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "kit/errorbanner.h"
#include "pages/upload/configurations/configurationeditor.h"
#include "pages/upload/configurations/headingmodel.h"
#include "support/testcase.h"
#include "vault/credentialstore.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace gauge;
using ui::ConfigurationEditor;
using ui::ErrorBanner;
using ui::HeadingModel;
using upload::Configuration;
using upload::ConfigurationStore;

//! The dialog of one configuration over real files.
class ConfigurationEditorTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aNewOneIsMadeByKeyboard();
    void whatIsMissingIsToldAtItsPlace();
    void aTakenNameIsRefused();
    void standardOnesBecomeACopy();
    void theTypeIsExplainedAndWarnsOfMails();
    void aProblemOfAHeadingStopsTheSaving();
    void headingsArePasted();
    void anEmptyClipboardIsTold();
    void aFileIsLearned();
    void aFileThatIsNoneIsTold();
    void whatIsBeingTypedIsSaved();
    void aFailureStaysInTheDialog();
    void changesAreNotThrownAwayAtOnce();
    void requiredHeadingsCannotBeRemoved();

private:
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_editor->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] ErrorBanner *banner() const { return part<ErrorBanner>("banner"); }
    [[nodiscard]] QTableView *table() const { return part<QTableView>("headingTable"); }
    [[nodiscard]] HeadingModel *model() const { return m_editor->findChild<HeadingModel *>(); }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const upload::Heading &heading : model()->headings())
            names.append(heading.name);
        return names;
    }
    void press(QDialogButtonBox::StandardButton which) const
    {
        part<QDialogButtonBox>("buttons")->button(which)->click();
    }
    void open(const Configuration &configuration = ConfigurationEditor::newConfiguration(),
              const QStringList &taken = {});
    void chooseType(const char *id) const;
    QString written(const QByteArray &text) const;
    [[nodiscard]] std::vector<Configuration> saved() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ConfigurationEditor> m_editor;
};

void ConfigurationEditorTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    engine::Options options;
    options.dataFolder = m_folder->path();
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
}

void ConfigurationEditorTest::cleanup()
{
    m_editor.reset();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

void ConfigurationEditorTest::open(const Configuration &configuration, const QStringList &taken)
{
    m_editor = std::make_unique<ConfigurationEditor>(*m_engine, configuration, taken);
    m_editor->show();
    m_editor->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
}

void ConfigurationEditorTest::chooseType(const char *id) const
{
    auto *box = part<QComboBox>("typeBox");
    box->setCurrentIndex(box->findData(QLatin1String(id)));
    Q_EMIT box->activated(box->currentIndex());
}

QString ConfigurationEditorTest::written(const QByteArray &text) const
{
    const QString path = m_folder->filePath(QStringLiteral("rows.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("not written");
    return path;
}

std::vector<Configuration> ConfigurationEditorTest::saved() const
{
    std::vector<Configuration> own;
    const auto contents = ConfigurationStore(m_folder->path()).list();
    if (!contents)
        return own;
    for (const Configuration &each : contents->configurations)
        if (!each.isBuiltIn())
            own.push_back(each);
    return own;
}

void ConfigurationEditorTest::aNewOneIsMadeByKeyboard()
{
    open();
    const QSignalSpy done(m_editor.get(), &ConfigurationEditor::saved);
    QCOMPARE(m_editor->focusWidget(), part<QLineEdit>("nameEdit"));
    QTest::keyClicks(m_editor->focusWidget(), QStringLiteral("Calls"));
    QTest::keyClick(m_editor->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(m_editor->focusWidget(), QStringLiteral("calls-2"));
    QTest::keyClick(m_editor->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_editor->focusWidget(), part<QComboBox>("typeBox"));
    QTest::keyClick(m_editor->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_editor->focusWidget(), table());
    // A row more, typed at once; the arrows and Space reach the other cells.
    QTest::keyClick(table(), Qt::Key_Insert);
    auto *cell = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(cell);
    QTest::keyClicks(cell, QStringLiteral("Agent"));
    QTest::keyClick(cell, Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), table());
    QTest::keyClick(table(), Qt::Key_Right);
    QTest::keyClick(table(), Qt::Key_Right);
    QTest::keyClick(table(), Qt::Key_Return); // edits where it can, and never saves
    QTest::keyClick(table(), Qt::Key_Space);
    QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(model()->headings()[0].name, QStringLiteral("Agent"));
    QTest::keyClick(table(), Qt::Key_Tab);
    QCOMPARE(m_editor->focusWidget(), part<QPushButton>("addButton")); // Tab leaves the table
    press(QDialogButtonBox::Save);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(saved().size(), 1U);
    QCOMPARE(saved()[0].reference, QStringLiteral("calls-2"));
    QVERIFY(saved()[0].headings[0].required);
    QVERIFY(m_editor->isHidden());
}

void ConfigurationEditorTest::whatIsMissingIsToldAtItsPlace()
{
    open();
    QVERIFY(!part<QLabel>("nameError")->isVisible());
    press(QDialogButtonBox::Save);
    QVERIFY(part<QLabel>("nameError")->isVisible());
    QVERIFY(part<QLabel>("referenceError")->isVisible());
    QCOMPARE(part<QLineEdit>("nameEdit")->accessibleDescription(), part<QLabel>("nameError")->text());
    QCOMPARE(m_editor->focusWidget(), part<QLineEdit>("nameEdit"));
    QTest::keyClicks(m_editor->focusWidget(), QStringLiteral("x"));
    QVERIFY(!part<QLabel>("nameError")->isVisible());
    press(QDialogButtonBox::Save);
    QCOMPARE(m_editor->focusWidget(), part<QLineEdit>("referenceEdit"));
    QVERIFY(saved().empty());
}

void ConfigurationEditorTest::aTakenNameIsRefused()
{
    Configuration configuration = ConfigurationEditor::newConfiguration();
    configuration.name = QStringLiteral("calls ");
    configuration.reference = QStringLiteral("r");
    open(configuration, {QStringLiteral("Calls")});
    press(QDialogButtonBox::Save);
    QVERIFY(part<QLabel>("nameError")->text().contains(QStringLiteral("Another")));
    QVERIFY(m_editor->isVisible());
}

void ConfigurationEditorTest::standardOnesBecomeACopy()
{
    open(upload::builtInConfigurations().front());
    QVERIFY(part<QLabel>("copyLabel")->isVisible());
    const QSignalSpy done(m_editor.get(), &ConfigurationEditor::saved);
    press(QDialogButtonBox::Save);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(saved().size(), 1U);
    QVERIFY(!saved()[0].isBuiltIn());
    QCOMPARE(ConfigurationStore(m_folder->path()).list()->configurations.size(), 3U);
}

void ConfigurationEditorTest::theTypeIsExplainedAndWarnsOfMails()
{
    open();
    QVERIFY(part<QLabel>("typeNote")->text().contains(QStringLiteral("Account Name, Reference")));
    QVERIFY(!part<QLabel>("warningLabel")->isVisible());
    chooseType("surveys");
    QVERIFY(part<QLabel>("warningLabel")->isVisible());
    QVERIFY(part<QLabel>("warningLabel")->text().contains(QStringLiteral("real customer")));
    QVERIFY(part<QComboBox>("typeBox")->accessibleDescription().contains(QStringLiteral("real customer")));
    QCOMPARE(names().front(), QStringLiteral("Contact Reference"));
    chooseType("contacts");
    QVERIFY(!part<QLabel>("warningLabel")->isVisible());
    QVERIFY(part<QLabel>("typeNote")->text().contains(QStringLiteral("Email, Phone")));
}

void ConfigurationEditorTest::aProblemOfAHeadingStopsTheSaving()
{
    Configuration configuration = upload::builtInConfigurations().front();
    open(configuration);
    model()->setData(model()->index(5, HeadingModel::NameColumn), QStringLiteral("reference"));
    QVERIFY(part<QLabel>("headingError")->isVisible());
    QVERIFY(part<QLabel>("headingError")->text().contains(QStringLiteral("“Reference” and “reference”")));
    press(QDialogButtonBox::Save);
    QCOMPARE(table()->currentIndex().row(), 5);
    QVERIFY(m_editor->isVisible());
    table()->selectRow(5);
    QTest::keyClick(table(), Qt::Key_Delete);
    QVERIFY(!part<QLabel>("headingError")->isVisible());
    QVERIFY(saved().empty());
}

void ConfigurationEditorTest::headingsArePasted()
{
    open();
    QGuiApplication::clipboard()->setText(QStringLiteral("Reference\tCalled at\tAgent\r\n"));
    table()->setFocus();
    QTest::keySequence(table(), QKeySequence::Paste);
    QCOMPARE(
        names(),
        QStringList({QStringLiteral("Account Name"), QStringLiteral("Source"), QStringLiteral("Type"),
                     QStringLiteral("Reference"), QStringLiteral("Called at"), QStringLiteral("Agent")}));
    QVERIFY(banner()->isVisible());
    part<QPushButton>("pasteButton")->click();
    QCOMPARE(names().size(), 6);
    QVERIFY(banner()->text().contains(QStringLiteral("already")));
    QVERIFY(table()->currentIndex().isValid());
}

void ConfigurationEditorTest::anEmptyClipboardIsTold()
{
    open();
    const QStringList before = names();
    QGuiApplication::clipboard()->setText(QStringLiteral(" ;;; \n"));
    part<QPushButton>("pasteButton")->click();
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Warning);
    QCOMPARE(names(), before);
}

void ConfigurationEditorTest::aFileIsLearned()
{
    open();
    part<QPushButton>("learnButton")->click();
    auto *chooser = m_editor->findChild<QFileDialog *>(QStringLiteral("learnDialog"));
    QVERIFY(chooser);
    Q_EMIT chooser->fileSelected(written("Account Name;Called at;\nACME;2026-01-02 10:11:12;x\n"));
    chooser->close();
    QTRY_VERIFY(names().contains(QStringLiteral("Called at")));
    QCOMPARE(names().size(), 5); // the type's own four, and one
    QCOMPARE(model()->headings().back().type, catalog::ValueType::DateTime);
    QVERIFY(part<QPushButton>("learnButton")->isEnabled());
}

void ConfigurationEditorTest::aFileThatIsNoneIsTold()
{
    open();
    const QStringList before = names();
    part<QPushButton>("learnButton")->click();
    auto *chooser = m_editor->findChild<QFileDialog *>(QStringLiteral("learnDialog"));
    Q_EMIT chooser->fileSelected(written(QByteArray()));
    QTRY_VERIFY(banner()->isVisible());
    QVERIFY(banner()->text().contains(QStringLiteral("empty")));
    Q_EMIT chooser->fileSelected(m_folder->filePath(QStringLiteral("not there.csv")));
    QTRY_VERIFY(banner()->text().contains(QStringLiteral("not there.csv")));
    chooser->close();
    QCOMPARE(names(), before);
    QVERIFY(part<QLineEdit>("nameEdit")->isEnabled());
}

void ConfigurationEditorTest::whatIsBeingTypedIsSaved()
{
    open(upload::builtInConfigurations().front());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Insert);
    auto *cell = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(cell && cell != part<QLineEdit>("nameEdit"));
    QTest::keyClicks(cell, QStringLiteral("Agent"));
    press(QDialogButtonBox::Save);
    QTRY_COMPARE(saved().size(), 1U);
    QVERIFY(saved()[0].heading(QStringLiteral("Agent")));
}

void ConfigurationEditorTest::aFailureStaysInTheDialog()
{
    open(upload::builtInConfigurations().front());
    // Where the folder should be there is a file.
    QFile obstacle(m_folder->filePath(QStringLiteral("configurations")));
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    obstacle.close();
    press(QDialogButtonBox::Save);
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Error);
    QVERIFY(m_editor->isVisible());
    QVERIFY(part<QLineEdit>("nameEdit")->isEnabled());
    QVERIFY(obstacle.remove());
    press(QDialogButtonBox::Save);
    QTRY_VERIFY(m_editor->isHidden());
}

void ConfigurationEditorTest::changesAreNotThrownAwayAtOnce()
{
    open();
    QTest::keyClicks(part<QLineEdit>("nameEdit"), QStringLiteral("Calls"));
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    QVERIFY(m_editor->isVisible());
    QVERIFY(banner()->isVisible());
    // Whoever goes on is warned anew.
    QTest::keyClicks(part<QLineEdit>("nameEdit"), QStringLiteral("!"));
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    QVERIFY(m_editor->isVisible());
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    QVERIFY(m_editor->isHidden());
    open();
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    QVERIFY(m_editor->isHidden());
}

void ConfigurationEditorTest::requiredHeadingsCannotBeRemoved()
{
    open(upload::builtInConfigurations().front());
    table()->selectRow(0);
    QVERIFY(!part<QPushButton>("removeButton")->isEnabled());
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(names().front(), QStringLiteral("Account Name"));
    table()->selectRow(6);
    QVERIFY(part<QPushButton>("removeButton")->isEnabled());
}

QTEST_MAIN(ConfigurationEditorTest)
#include "tst_configurationeditor.moc"
