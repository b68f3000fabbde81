// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/endpoint.h"
#include "support/testcase.h"

#include <QSet>

using namespace gauge;
using catalog::Catalog;
using catalog::Endpoint;
using catalog::Scope;

class EndpointTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyFeedIsThereInTheOrderOfSync();
    void descriptionsHoldTogether();
    void responsesHaveTheColumnsThatCallersRelyOn();
    void scopesAreCheckedBeforeTheyAreSent_data();
    void scopesAreCheckedBeforeTheyAreSent();
    void scopeKeysTellScopesApart();
};

void EndpointTest::everyFeedIsThereInTheOrderOfSync()
{
    const QStringList ids = Catalog::builtIn().ids();
    QCOMPARE(ids,
             (QStringList{QStringLiteral("responses"), QStringLiteral("close-loop"),
                          QStringLiteral("non-responses")}));
}

void EndpointTest::descriptionsHoldTogether()
{
    const Catalog catalog = Catalog::builtIn();
    for (const Endpoint &endpoint : catalog.endpoints()) {
        QVERIFY(endpoint.column(endpoint.keyColumn));
        QVERIFY(endpoint.supersedes.isEmpty() || catalog.find(endpoint.supersedes));
        // What is read again can be asked for, and found in the lake.
        QVERIFY(endpoint.possiblePeriodFields().contains(endpoint.recent.field));
        QVERIFY(endpoint.column(endpoint.recent.column));
        QCOMPARE(endpoint.column(endpoint.recent.column)->type, catalog::ColumnType::DateTime);
        QVERIFY(endpoint.scoreColumn.isEmpty() || endpoint.column(endpoint.scoreColumn));
        QVERIFY(endpoint.path.startsWith('/'));
        QSet<QString> names;
        for (const catalog::Column &column : endpoint.columns) {
            QVERIFY2(!names.contains(column.name.toLower()), qPrintable(column.name));
            names.insert(column.name.toLower());
            // The service sends it, or it is made of what the service sends.
            QCOMPARE(column.pointer.startsWith('/'), column.compute == nullptr);
            QCOMPARE(column.computedFrom.isEmpty(), column.compute == nullptr);
            for (const QString &from : column.computedFrom)
                QVERIFY(endpoint.column(from) && !endpoint.column(from)->compute);
            QVERIFY(qstrlen(column.title) > 0);
            // Dynamic names always hold a dot, so that the two kinds never meet.
            QVERIFY(!column.name.contains(QLatin1Char('.')));
        }
        for (const catalog::DynamicColumns &dynamic : endpoint.dynamicColumns)
            QVERIFY(dynamic.prefix.endsWith(QLatin1Char('.')));
        for (const QString &field : endpoint.periodFields)
            QVERIFY(endpoint.column(field));
    }
}

void EndpointTest::responsesHaveTheColumnsThatCallersRelyOn()
{
    const Catalog catalog = Catalog::builtIn();
    // The promise of cli.md, in its order.
    const QStringList promised
        = QStringLiteral(
              "number_customergauge status contact_first_name contact_last_name account_name account_number "
              "number_customer number_order email phone nps comment_original comment_translation "
              "date_creation "
              "date_order date_sent date_survey_response date_opened date_clicked date_email_sent language "
              "locale "
              "link follow_up_requested follow_up_details tags questions selected_drivers")
              .split(QLatin1Char(' '));
    const std::pair<const char *, const char *> computed[]
        = {{"responses", "days_to_answer"}, {"non-responses", "life"}};
    for (const auto &[feed, last] : computed) {
        QStringList names;
        for (const catalog::Column &column : catalog.find(QString::fromLatin1(feed))->columns)
            names.append(column.name);
        QCOMPARE(names, promised + QStringList(QString::fromLatin1(last)));
    }
}

void EndpointTest::scopesAreCheckedBeforeTheyAreSent_data()
{
    QTest::addColumn<QString>("feed");
    QTest::addColumn<Scope>("scope");
    QTest::addColumn<bool>("allowed");
    const QString responses = QStringLiteral("responses");
    const QString closeLoop = QStringLiteral("close-loop");
    const auto period = [](const char *field, const char *start, const char *end) {
        Scope scope;
        scope.periodField = QString::fromLatin1(field);
        scope.periodStart = QString::fromLatin1(start);
        scope.periodEnd = QString::fromLatin1(end);
        return scope;
    };
    Scope scope;
    QTest::newRow("everything") << responses << scope << true;
    scope.number = QStringLiteral("3414");
    QTest::newRow("number") << responses << scope << true;
    QTest::newRow("number of another feed") << closeLoop << scope << false;
    scope.number = QStringLiteral("34&cursor=1");
    QTest::newRow("hostile number") << responses << scope << false;
    scope = {};
    scope.outboundFilter = QStringLiteral("147b3662-cd7e-490c-b865-9be3480ca2fd");
    QTest::newRow("filter") << responses << scope << true;
    scope.outboundFilter = QStringLiteral("promoters");
    QTest::newRow("no reference") << responses << scope << false;
    scope = {};
    scope.with = QStringList{QStringLiteral("tags"), QStringLiteral("drivers")};
    QTest::newRow("unknown with") << responses << scope << false;
    QTest::newRow("period") << responses << period("date_sent", "2025-01-01", "2025-01-31") << true;
    QTest::newRow("period without end") << responses << period("date_sent", "2025-01-01", "") << false;
    QTest::newRow("period without field") << responses << period("", "2025-01-01", "2025-01-31") << false;
    QTest::newRow("no such day") << responses << period("date_sent", "2025-02-29", "2025-03-01") << false;
    QTest::newRow("backwards") << responses << period("date_sent", "2025-02-02", "2025-02-01") << false;
    QTest::newRow("field of another feed")
        << QStringLiteral("non-responses") << period("date_survey_response", "2025-01-01", "2025-01-31")
        << false;
    QTest::newRow("updated_at") << closeLoop << period("updated_at", "2025-01-01", "2025-01-31") << true;
}

void EndpointTest::scopesAreCheckedBeforeTheyAreSent()
{
    QFETCH(QString, feed);
    QFETCH(Scope, scope);
    QFETCH(bool, allowed);
    const Catalog catalog = Catalog::builtIn();
    const std::optional<QString> words = validationError(*catalog.find(feed), scope);
    QCOMPARE(!words.has_value(), allowed);
    if (words)
        QVERIFY(!words->isEmpty());
}

void EndpointTest::scopeKeysTellScopesApart()
{
    Scope whole;
    whole.with = QStringList{QStringLiteral("tags")};
    QCOMPARE(whole.key(), QString());
    Scope filtered;
    filtered.outboundFilter = QStringLiteral("147B3662-cd7e-490c-b865-9be3480ca2fd");
    Scope same = filtered;
    same.outboundFilter = filtered.outboundFilter.toLower();
    QCOMPARE(filtered.key(), same.key());
    QVERIFY(!filtered.key().isEmpty());
}

QTEST_GUILESS_MAIN(EndpointTest)
#include "tst_endpoint.moc"
