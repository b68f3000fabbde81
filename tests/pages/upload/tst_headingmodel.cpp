// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/configurations/headingmodel.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>

using namespace gauge;
using catalog::ValueType;
using ui::HeadingModel;
using upload::Heading;

//! Headings as they are edited; every step is watched by Qt's own tester of models.
class HeadingModelTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatTheTypeRequiresIsThereAndStays();
    void cellsAreEdited();
    void choicesMakeAChoice();
    void problemsAreAtTheirRows();
    void aSecondOneOfARequiredNameCanBePutRight();
    void blankRowsDoNotCount();
    void rowsMoveAndGo();
    void anotherTypeChangesWhatNobodyTouched();
    void anotherTypeKeepsWhatSomebodyTyped();
    void takenHeadings();
    void manyHeadings();

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const Heading &heading : m_model->headings())
            names.append(heading.name);
        return names;
    }
    bool set(int row, int column, const QVariant &value, int role = Qt::EditRole)
    {
        return m_model->setData(m_model->index(row, column), value, role);
    }
    [[nodiscard]] QVariant get(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, column).data(role);
    }
    static const catalog::RecordType *type(const char *id)
    {
        return catalog::findRecordType(QLatin1String(id));
    }
    static Heading plain(const QString &name) { return upload::headingFor(nullptr, name); }

    std::unique_ptr<HeadingModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void HeadingModelTest::init()
{
    TestCase::init();
    m_model = std::make_unique<HeadingModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void HeadingModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void HeadingModelTest::whatTheTypeRequiresIsThereAndStays()
{
    m_model->setHeadings({plain(QStringLiteral("Type")), plain(QStringLiteral("Mine"))}, type("activities"));
    QCOMPARE(names(),
             QStringList({QStringLiteral("Account Name"), QStringLiteral("Reference"),
                          QStringLiteral("Source"), QStringLiteral("Type"), QStringLiteral("Mine")}));
    for (int row = 0; row < 4; ++row) {
        QVERIFY(m_model->isFixed(row));
        QCOMPARE(get(row, HeadingModel::RequiredColumn, Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(!set(row, HeadingModel::RequiredColumn, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!set(row, HeadingModel::NameColumn, QStringLiteral("x")));
    }
    m_model->remove({0, 1, 2, 3, 4, 4});
    QCOMPARE(names().size(), 4);
    QVERIFY(set(0, HeadingModel::HintColumn, QStringLiteral("as in the CRM")));
}

void HeadingModelTest::cellsAreEdited()
{
    m_model->setHeadings({plain(QStringLiteral("Mine"))}, type("contacts"));
    QVERIFY(set(0, HeadingModel::NameColumn, QStringLiteral("  Yours ")));
    QVERIFY(set(0, HeadingModel::TypeColumn, int(ValueType::Date)));
    QVERIFY(set(0, HeadingModel::RequiredColumn, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(set(0, HeadingModel::DefaultColumn, QStringLiteral("2026-01-01")));
    QVERIFY(set(0, HeadingModel::HintColumn, QStringLiteral("<b>when</b>")));
    const Heading expected{QStringLiteral("Yours"),
                           ValueType::Date,
                           true,
                           QStringLiteral("2026-01-01"),
                           QStringLiteral("<b>when</b>"),
                           {}};
    QCOMPARE(m_model->headings(), std::vector<Heading>{expected});
    QVERIFY(!set(0, HeadingModel::TypeColumn, 4711));
    QVERIFY(!set(0, HeadingModel::TypeColumn, -1));
    QVERIFY(!m_model->setData({}, QStringLiteral("x")));
    QCOMPARE(m_model->headings().front().type, ValueType::Date);
}

void HeadingModelTest::choicesMakeAChoice()
{
    m_model->setHeadings({plain(QStringLiteral("Kind"))}, nullptr);
    QVERIFY(set(0, HeadingModel::ChoicesColumn, QStringLiteral(" Call;;Visit ; Call; a, b;")));
    const Heading kind = m_model->headings().front();
    QCOMPARE(kind.type, ValueType::Choice);
    QCOMPARE(kind.choices,
             QStringList({QStringLiteral("Call"), QStringLiteral("Visit"), QStringLiteral("a, b")}));
    // From a file: a choice with a semicolon lives on when the cell is only looked at.
    Heading other = plain(QStringLiteral("Odd"));
    other.type = ValueType::Choice;
    other.choices = {QStringLiteral("a; b"), QStringLiteral("c")};
    m_model->setHeadings({other}, nullptr);
    QVERIFY(set(0, HeadingModel::ChoicesColumn, get(0, HeadingModel::ChoicesColumn, Qt::EditRole)));
    QCOMPARE(m_model->headings().front(), other);
}

void HeadingModelTest::problemsAreAtTheirRows()
{
    m_model->setHeadings({plain(QStringLiteral("Email")), plain(QStringLiteral("Phone"))}, type("contacts"));
    QCOMPARE(m_model->firstProblem(), -1);
    QVERIFY(set(1, HeadingModel::NameColumn, QStringLiteral("email")));
    QCOMPARE(m_model->firstProblem(), 1);
    QVERIFY(m_model->problem(1).contains(QStringLiteral("case")));
    QCOMPARE(get(1, HeadingModel::NameColumn, Qt::AccessibleDescriptionRole).toString(), m_model->problem(1));
    QVERIFY(get(1, HeadingModel::NameColumn, Qt::DecorationRole).isValid());
    QVERIFY(set(1, HeadingModel::NameColumn, QStringLiteral("Mail <2>")));
    QCOMPARE(m_model->firstProblem(), -1);
    QVERIFY(set(1, HeadingModel::DefaultColumn, QStringLiteral("x")));
    QVERIFY(set(1, HeadingModel::TypeColumn, int(ValueType::Number)));
    QCOMPARE(m_model->firstProblem(), 1);
    QVERIFY(
        get(1, HeadingModel::NameColumn, Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;2&gt;")));
}

void HeadingModelTest::aSecondOneOfARequiredNameCanBePutRight()
{
    m_model->setHeadings({}, type("accounts"));
    const int row = m_model->add(0);
    QVERIFY(set(row, HeadingModel::NameColumn, QStringLiteral("Account Name")));
    QCOMPARE(m_model->firstProblem(), row);
    QVERIFY(m_model->isFixed(0) && !m_model->isFixed(row));
    QVERIFY(set(row, HeadingModel::NameColumn, QStringLiteral("Account Name 2")));
    QCOMPARE(m_model->firstProblem(), -1);
}

void HeadingModelTest::blankRowsDoNotCount()
{
    m_model->setHeadings({plain(QStringLiteral("A"))}, nullptr);
    QCOMPARE(m_model->add(-1), 0);
    QCOMPARE(m_model->add(99), 2);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->firstProblem(), -1);
    QCOMPARE(names(), QStringList(QStringLiteral("A")));
    QVERIFY(set(2, HeadingModel::HintColumn, QStringLiteral("a hint")));
    QCOMPARE(m_model->firstProblem(), 2);
}

void HeadingModelTest::rowsMoveAndGo()
{
    m_model->setHeadings({plain(QStringLiteral("A")), plain(QStringLiteral("B")), plain(QStringLiteral("C"))},
                         nullptr);
    QCOMPARE(m_model->move(0, 1), 1);
    QCOMPARE(names().join(QString()), QStringLiteral("BAC"));
    QCOMPARE(m_model->move(2, -2), 0);
    QCOMPARE(names().join(QString()), QStringLiteral("CBA"));
    QCOMPARE(m_model->move(0, -1), 0);
    QCOMPARE(m_model->move(2, 1), 2);
    QCOMPARE(m_model->move(-1, 1), -1);
    m_model->remove({0, 2});
    QCOMPARE(names().join(QString()), QStringLiteral("B"));
    m_model->remove({0});
    QCOMPARE(m_model->rowCount(), 0);
}

void HeadingModelTest::anotherTypeChangesWhatNobodyTouched()
{
    m_model->setHeadings(upload::configurationFor(*type("activities")).headings, type("activities"));
    m_model->setRecordType(type("surveys"));
    QCOMPARE(m_model->headings(), upload::configurationFor(*type("surveys")).headings);
    QVERIFY(m_model->isFixed(0));
}

void HeadingModelTest::anotherTypeKeepsWhatSomebodyTyped()
{
    m_model->setHeadings(upload::configurationFor(*type("activities")).headings, type("activities"));
    QVERIFY(set(4, HeadingModel::HintColumn, QStringLiteral("mine")));
    const int before = m_model->rowCount();
    m_model->setRecordType(type("surveys"));
    QCOMPARE(m_model->rowCount(), before + 1);
    QCOMPARE(names().front(), QStringLiteral("Contact Reference"));
    QVERIFY(!m_model->isFixed(1));
    QVERIFY(set(1, HeadingModel::RequiredColumn, Qt::Unchecked, Qt::CheckStateRole));
}

void HeadingModelTest::takenHeadings()
{
    m_model->setHeadings(upload::configurationFor(*type("accounts")).headings, type("accounts"));
    // Nobody touched the usual ones: what is pasted is what there is.
    auto taken = m_model->take({plain(QStringLiteral("Tier")), plain(QStringLiteral("Country"))});
    QCOMPARE(taken.added, 2);
    QCOMPARE(
        names(),
        QStringList({QStringLiteral("Account Name"), QStringLiteral("Tier"), QStringLiteral("Country")}));
    taken = m_model->take({plain(QStringLiteral("Tier")), plain(QStringLiteral("tier"))});
    QCOMPARE(taken.added, 1);
    QCOMPARE(taken.known, 1);
    QCOMPARE(m_model->firstProblem(), 3);
}

void HeadingModelTest::manyHeadings()
{
    std::vector<Heading> many;
    for (int i = 0; i < 2'000; ++i)
        many.push_back(plain(QStringLiteral("Heading %1").arg(i)));
    m_model->setHeadings({}, type("activities"));
    QCOMPARE(m_model->take(many).added, 2'000);
    QCOMPARE(m_model->rowCount(), 2'004);
    QCOMPARE(m_model->firstProblem(), -1);
}

QTEST_MAIN(HeadingModelTest)
#include "tst_headingmodel.moc"
