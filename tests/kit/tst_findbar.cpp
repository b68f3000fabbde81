// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/findbar.h"
#include "support/testcase.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace gauge::ui;

class FindBarTest : public gauge::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void marksAllAndGoesRound();
    void tellsThatThereIsNone();
    void looksAgainWhenTheTextChanges();
    void manyAreCountedAndSomeMarked();
    void hasNothingToLookInto();

private:
    void type(const QString &text) { QTest::keyClicks(m_edit, text); }
    [[nodiscard]] QString count() const
    {
        return m_bar->findChild<QLabel *>(QStringLiteral("countLabel"))->text();
    }
    [[nodiscard]] int place() const { return m_view->textCursor().position(); }

    std::unique_ptr<QWidget> m_window;
    QPlainTextEdit *m_view = nullptr;
    FindBar *m_bar = nullptr;
    QLineEdit *m_edit = nullptr;
};

void FindBarTest::init()
{
    TestCase::init();
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_bar = new FindBar;
    m_view = new QPlainTextEdit;
    layout->addWidget(m_bar);
    layout->addWidget(m_view);
    m_view->setPlainText(QStringLiteral("One two\none\nthree ONE"));
    m_bar->setView(m_view);
    m_edit = m_bar->findChild<QLineEdit *>(QStringLiteral("findEdit"));
    m_window->show();
}

void FindBarTest::marksAllAndGoesRound()
{
    m_bar->start();
    QCOMPARE(m_window->focusWidget(), m_edit);
    type(QStringLiteral("one"));
    QCOMPARE(count(), QStringLiteral("1 of 3"));
    QCOMPARE(m_view->extraSelections().size(), 3);
    QCOMPARE(place(), 0);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(count(), QStringLiteral("2 of 3"));
    QCOMPARE(place(), 8);
    QTest::keyClick(m_edit, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(m_edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count(), QStringLiteral("3 of 3"));
    m_bar->findChild<QToolButton *>(QStringLiteral("nextButton"))->click();
    QCOMPARE(count(), QStringLiteral("1 of 3"));
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QVERIFY(m_edit->text().isEmpty());
    QVERIFY(m_view->extraSelections().isEmpty());
    QVERIFY(count().isEmpty());
}

void FindBarTest::tellsThatThereIsNone()
{
    type(QStringLiteral("four"));
    QCOMPARE(count(), QStringLiteral("Not found"));
    QVERIFY(!m_bar->findChild<QToolButton *>(QStringLiteral("nextButton"))->isEnabled());
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(place(), 0);
}

void FindBarTest::looksAgainWhenTheTextChanges()
{
    type(QStringLiteral("one"));
    m_view->setPlainText(QStringLiteral("none"));
    m_bar->refresh();
    QCOMPARE(count(), QStringLiteral("1 of 1"));
    m_view->clear();
    m_bar->refresh();
    QCOMPARE(count(), QStringLiteral("Not found"));
}

void FindBarTest::manyAreCountedAndSomeMarked()
{
    m_view->setPlainText(QString(5000, QLatin1Char('a')));
    type(QStringLiteral("a"));
    QCOMPARE(count(), QLocale().toString(1) + QStringLiteral(" of ") + QLocale().toString(5000));
    QCOMPARE(m_view->extraSelections().size(), FindBar::mostMarked);
    QTest::keyClick(m_edit, Qt::Key_Return, Qt::ShiftModifier); // the last one, which is chosen
    QCOMPARE(m_view->extraSelections().size(), FindBar::mostMarked + 1);
}

void FindBarTest::hasNothingToLookInto()
{
    FindBar bar;
    auto *edit = bar.findChild<QLineEdit *>(QStringLiteral("findEdit"));
    edit->setText(QStringLiteral("x"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("countLabel"))->text(), QStringLiteral("Not found"));
}

QTEST_MAIN(FindBarTest)
#include "tst_findbar.moc"
