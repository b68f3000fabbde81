// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/recordtype.h"
#include "support/testcase.h"

#include <QSet>

using namespace gauge::catalog;

class RecordTypeTest : public gauge::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void theContractsTypesAreThere();
    void everyTypeHoldsTogether_data();
    void everyTypeHoldsTogether();
    void whatMayBeSentAgain();
    void whatTheServiceDemands();
    void valueTypesHaveNames();
};

void RecordTypeTest::theContractsTypesAreThere()
{
    QCOMPARE(recordTypeIds().front(), QStringLiteral("activities"));
    const QStringList ids = recordTypeIds();
    for (const char *id :
         {"activities", "accounts", "contacts", "aliases", "external-response", "surveys", "multi-object"})
        QVERIFY2(ids.contains(QLatin1String(id)), id);
    QVERIFY(findRecordType(QStringLiteral("Activities")) == nullptr);
    QVERIFY(findRecordType({}) == nullptr);
}

void RecordTypeTest::everyTypeHoldsTogether_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : recordTypeIds())
        QTest::newRow(qPrintable(id)) << id;
}

void RecordTypeTest::everyTypeHoldsTogether()
{
    QFETCH(const QString, id);
    const RecordType *type = findRecordType(id);
    QVERIFY(type != nullptr);
    QVERIFY(*type->title != '\0');
    QVERIFY(!type->reference.isEmpty());
    QVERIFY(!type->required.isEmpty() || !type->oneOf.isEmpty());
    for (const QString &name : type->required + type->oneOf)
        QVERIFY2(type->heading(name) != nullptr, qPrintable(name));
    QSet<QString> names;
    for (const StandardHeading &heading : type->headings) {
        QVERIFY2(!names.contains(heading.name.toLower()), qPrintable(heading.name));
        names.insert(heading.name.toLower());
        QCOMPARE(heading.type == ValueType::Choice, !heading.choices.isEmpty());
    }
    // What mails a customer says so, and only that warns.
    QCOMPARE(type->mailsCustomers, *type->warning != '\0');
    QVERIFY(!(type->mailsCustomers && type->isUpdatedByKey));
}

void RecordTypeTest::whatMayBeSentAgain()
{
    QStringList again;
    for (const QString &id : recordTypeIds()) {
        if (isUpdatedByKey(id))
            again.append(id);
    }
    again.sort();
    QCOMPARE(again, (QStringList{"accounts", "activities", "aliases", "contacts"}));
    QVERIFY(!isUpdatedByKey(QStringLiteral("response"))); // the older call
}

void RecordTypeTest::whatTheServiceDemands()
{
    QCOMPARE(findRecordType(QStringLiteral("activities"))->required,
             QStringList({QStringLiteral("Account Name"), QStringLiteral("Reference"),
                          QStringLiteral("Source"), QStringLiteral("Type")}));
    QCOMPARE(findRecordType(QStringLiteral("contacts"))->oneOf,
             QStringList({QStringLiteral("Email"), QStringLiteral("Phone")}));
    QCOMPARE(findRecordType(QStringLiteral("contacts"))->reference, QStringLiteral("contact"));
    QStringList mailing;
    for (const RecordType &type : recordTypes()) {
        if (type.mailsCustomers)
            mailing.append(type.id);
    }
    mailing.sort();
    QCOMPARE(mailing, QStringList({QStringLiteral("multi-object"), QStringLiteral("surveys")}));
}

void RecordTypeTest::valueTypesHaveNames()
{
    QCOMPARE(valueTypes().size(), std::size_t(7));
    for (const ValueType type : valueTypes()) {
        QVERIFY(!valueTypeName(type).isEmpty());
        QCOMPARE(valueTypeFromName(valueTypeName(type)), std::optional(type));
    }
    QVERIFY(!valueTypeFromName(QStringLiteral("Text")));
    QVERIFY(!valueTypeFromName({}));
}

QTEST_GUILESS_MAIN(RecordTypeTest)
#include "tst_recordtype.moc"
