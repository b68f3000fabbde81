// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/lakeplacefield.h"
#include "support/testcase.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

using namespace gauge;
using engine::OldLake;
using ui::DatabaseAddress;
using ui::LakePlaceField;

class LakePlaceFieldTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_field.reset(); }
    void anAddressComesBackUnchanged_data();
    void anAddressComesBackUnchanged();
    void partsThatHaveNoFieldAreNotLost_data();
    void partsThatHaveNoFieldAreNotLost();
    void fieldsMakeAnAddress();
    void aWholeAddressIsSpreadOverTheFields();
    void theOldCopyIsKeptOrMoved();
    void aDatabaseCannotBeMoved();
    void thereIsNoFieldForAPassword();

private:
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_field->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    std::unique_ptr<LakePlaceField> m_field;
};

void LakePlaceFieldTest::init()
{
    TestCase::init();
    m_field = std::make_unique<LakePlaceField>();
    m_field->show();
}

void LakePlaceFieldTest::anAddressComesBackUnchanged_data()
{
    QTest::addColumn<QString>("lake");
    QTest::newRow("the usual file") << QString();
    QTest::newRow("a file") << QStringLiteral("/srv/copies/acme.sqlite");
    QTest::newRow("shortest") << QStringLiteral("postgresql://db.example.com/gauge");
    QTest::newRow("all parts") << QStringLiteral(
        "postgresql://anna@db.example.com:5433/gauge?schema=acme&sslmode=verify-full");
    QTest::newRow("letters that mean something")
        << QStringLiteral("postgresql://a%40b%3Ac@db.example.com/ga%2Fuge%3F?schema=acme");
    QTest::newRow("IPv6") << QStringLiteral("postgresql://anna@[::1]:5432/gauge");
    QTest::newRow("a socket") << QStringLiteral("postgresql:///gauge?host=/run/postgresql&schema=acme");
    QTest::newRow("other options") << QStringLiteral(
        "postgresql://db/gauge?sslmode=require&connect_timeout=5&application_name=a%20b");
    QTest::newRow("an unusual mode") << QStringLiteral("postgresql://db/gauge?sslmode=allow");
}

void LakePlaceFieldTest::anAddressComesBackUnchanged()
{
    QFETCH(QString, lake);
    m_field->setPlace(lake, QStringLiteral("here"));
    QCOMPARE(m_field->place(), lake);
    QVERIFY(!m_field->isChanged());
    QCOMPARE(part<QRadioButton>("lakeDatabaseButton")->isChecked(), lake::Location::isUrl(lake));
    QVERIFY(!part<QWidget>("oldCopyPane")->isVisible());
}

void LakePlaceFieldTest::partsThatHaveNoFieldAreNotLost_data()
{
    QTest::addColumn<QString>("lake");
    QTest::newRow("several hosts") << QStringLiteral("postgresql://a:1,b:2/gauge");
    QTest::newRow("a password, which is refused when it is saved")
        << QStringLiteral("postgresql://anna:secret@db/gauge");
    QTest::newRow("the other spelling") << QStringLiteral("postgres://anna@db/gauge");
}

void LakePlaceFieldTest::partsThatHaveNoFieldAreNotLost()
{
    QFETCH(QString, lake);
    m_field->setPlace(lake, {});
    QVERIFY(!m_field->isChanged());
    const auto parsed = DatabaseAddress::parse(lake);
    QCOMPARE(m_field->place(), parsed ? parsed->url() : lake);
}

void LakePlaceFieldTest::fieldsMakeAnAddress()
{
    part<QRadioButton>("lakeDatabaseButton")->setChecked(true);
    QVERIFY(part<QLineEdit>("lakeServerEdit")->isVisible());
    QVERIFY(!part<QLineEdit>("lakeFileEdit")->isVisible());
    part<QLineEdit>("lakeServerEdit")->setText(QStringLiteral("db.example.com"));
    part<QSpinBox>("lakePortBox")->setValue(6432);
    part<QLineEdit>("lakeDatabaseEdit")->setText(QStringLiteral("gauge"));
    part<QLineEdit>("lakeUserEdit")->setText(QStringLiteral("anna"));
    part<QLineEdit>("lakeSchemaEdit")->setText(QStringLiteral("acme"));
    auto *tls = part<QComboBox>("lakeTlsBox");
    auto *notice = part<QLabel>("lakeTlsNotice");
    // Another notice for each weaker choice; none for the recommended one.
    const auto noticeOf = [&](const char *mode) {
        tls->setCurrentIndex(tls->findData(QLatin1String(mode)));
        return notice->isVisible() ? notice->text() : QString();
    };
    QVERIFY(noticeOf("verify-full").isEmpty());
    QVERIFY(!noticeOf("").isEmpty());
    QCOMPARE(noticeOf("require"), noticeOf(""));
    QVERIFY(!noticeOf("disable").isEmpty());
    QVERIFY(noticeOf("disable") != noticeOf("require"));
    part<QLineEdit>("lakeServerEdit")->setText(QStringLiteral("localhost"));
    QVERIFY(noticeOf("disable").isEmpty());
    part<QLineEdit>("lakeServerEdit")->setText(QStringLiteral("db.example.com"));
    tls->setCurrentIndex(tls->findData(QStringLiteral("verify-full")));
    QCOMPARE(m_field->place(),
             QStringLiteral("postgresql://anna@db.example.com:6432/gauge?schema=acme&sslmode=verify-full"));
    QVERIFY(lake::Location::parse(m_field->place(), QStringLiteral("x")));
}

void LakePlaceFieldTest::aWholeAddressIsSpreadOverTheFields()
{
    part<QRadioButton>("lakeDatabaseButton")->setChecked(true);
    auto *server = part<QLineEdit>("lakeServerEdit");
    server->setText(QStringLiteral("postgresql://anna@db.example.com:5433/gauge?schema=acme"));
    QTest::keyClick(server, Qt::Key_Return);
    QCOMPARE(server->text(), QStringLiteral("db.example.com"));
    QCOMPARE(part<QSpinBox>("lakePortBox")->value(), 5433);
    QCOMPARE(part<QLineEdit>("lakeSchemaEdit")->text(), QStringLiteral("acme"));
}

void LakePlaceFieldTest::theOldCopyIsKeptOrMoved()
{
    m_field->setPlace({}, QStringLiteral("/home/anna/lakes/1.sqlite"));
    QVERIFY(!part<QWidget>("oldCopyPane")->isVisible());
    part<QLineEdit>("lakeFileEdit")->setText(QStringLiteral("/srv/acme.sqlite"));
    QVERIFY(part<QWidget>("oldCopyPane")->isVisible());
    QVERIFY(part<QRadioButton>("oldCopyMoveButton")->isVisible());
    QCOMPARE(m_field->oldLake(), OldLake::Keep);
    part<QRadioButton>("oldCopyMoveButton")->setChecked(true);
    QCOMPARE(m_field->oldLake(), OldLake::Move);
    // The choice is for files; what is not offered is not done.
    part<QRadioButton>("lakeDatabaseButton")->setChecked(true);
    QVERIFY(part<QWidget>("oldCopyPane")->isVisible());
    QVERIFY(!part<QRadioButton>("oldCopyMoveButton")->isVisible());
    QCOMPARE(m_field->oldLake(), OldLake::Keep);
    // A new connection has nothing to keep.
    m_field->setPlace({}, {});
    part<QLineEdit>("lakeFileEdit")->setText(QStringLiteral("/srv/acme.sqlite"));
    QVERIFY(!part<QWidget>("oldCopyPane")->isVisible());
}

void LakePlaceFieldTest::aDatabaseCannotBeMoved()
{
    m_field->setPlace(QStringLiteral("postgresql://db/gauge?schema=acme"), QStringLiteral("there"));
    part<QRadioButton>("lakeFileButton")->setChecked(true);
    QVERIFY(m_field->isChanged());
    QVERIFY(part<QWidget>("oldCopyPane")->isVisible());
    QVERIFY(!part<QRadioButton>("oldCopyMoveButton")->isVisible());
}

void LakePlaceFieldTest::thereIsNoFieldForAPassword()
{
    for (const QLineEdit *edit : m_field->findChildren<QLineEdit *>())
        QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    part<QRadioButton>("lakeDatabaseButton")->setChecked(true);
    QVERIFY(part<QWidget>("lakePasswordLabel")->isVisible());
}

QTEST_MAIN(LakePlaceFieldTest)
#include "tst_lakeplacefield.moc"
