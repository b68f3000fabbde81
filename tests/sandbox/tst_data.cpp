// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/caller.h"
#include "support/testcase.h"

#include <QSet>

using namespace gauge;
using gauge::test::Caller;

namespace {

const std::string full
    = "per_page=1000&with[]=selected_drivers&with%5B%5D=tags&with[]=questions&with[]=properties";

sandbox::Options options(std::int64_t records, bool quirks = false)
{
    sandbox::Options options;
    options.records = records;
    options.shape.quirks = quirks;
    return options;
}

QString text(const QJsonObject &record, QLatin1StringView key)
{
    return record.value(key).toString();
}

QSet<qint64> numbers(const QList<QJsonObject> &records)
{
    QSet<qint64> numbers;
    for (const auto &record : records)
        numbers.insert(Caller::numberOf(record));
    return numbers;
}

double nps(const QList<QJsonObject> &records)
{
    int sum = 0;
    for (const auto &record : records) {
        const int score = record.value(QStringLiteral("nps")).toInt();
        sum += score >= 9 ? 1 : score <= 6 ? -1 : 0;
    }
    return 100.0 * sum / static_cast<double>(records.size());
}

} // namespace

//! The invented system: complete, repeatable, lifelike and in the documented shape.
class TestData : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameBytes()
    {
        Caller first(options(3000));
        Caller second(options(3000));
        auto other = options(3000);
        other.seed = 2;
        Caller third(other);
        const auto path = "/v7/rest/sync/responses";
        QCOMPARE(first.get(path, full).body, second.get(path, full).body);
        QCOMPARE(first.get(path, full).body, first.get(path, full).body);
        QVERIFY(first.get(path, full).body != third.get(path, full).body);
    }

    void pagesAreCompleteAtAnySize_data()
    {
        QTest::addColumn<int>("records");
        QTest::addColumn<int>("perPage");
        QTest::newRow("none") << 0 << 1000;
        QTest::newRow("one") << 1 << 1000;
        QTest::newRow("a few, one by one") << 40 << 1;
        QTest::newRow("even pages") << 2000 << 1000;
        QTest::newRow("odd pages") << 2500 << 77;
        QTest::newRow("many") << 10'000 << 1000;
    }
    void pagesAreCompleteAtAnySize()
    {
        QFETCH(int, records);
        QFETCH(int, perPage);
        Caller caller(options(records));
        const auto query = "per_page=" + std::to_string(perPage);
        const auto responses = caller.all("responses", query);
        QCOMPARE(responses.size(), records);
        QCOMPARE(numbers(responses).size(), records);
        const auto others = caller.all("non-responses", query);
        QCOMPARE(numbers(others).size(), others.size());
        QVERIFY(!numbers(others).intersects(numbers(responses)));
        if (records >= 2000) { // about 30 % of those asked answer
            const double rate = static_cast<double>(records) / static_cast<double>(records + others.size());
            QVERIFY2(rate > 0.28 && rate < 0.33, qPrintable(QString::number(rate)));
        }
    }

    void cursorRisesAndRepeatsOnTheEmptyPage()
    {
        Caller caller(options(25));
        auto page = caller.page("responses", "per_page=20");
        const auto first = Caller::cursorOf(page);
        page = caller.page("responses", "per_page=20&cursor=" + first);
        const auto second = Caller::cursorOf(page);
        QVERIFY(std::stoll(second) > std::stoll(first));
        page = caller.page("responses", "per_page=20&cursor=" + second);
        QVERIFY(page.value(QStringLiteral("data")).toArray().isEmpty());
        QCOMPARE(Caller::cursorOf(page), second);
        page = caller.page("responses", "per_page=20&cursor=99999999999999999");
        QVERIFY(page.value(QStringLiteral("data")).toArray().isEmpty());
    }

    void recordsHaveTheDocumentedShape()
    {
        Caller caller(options(50));
        const auto bare = caller.all("responses").first();
        QCOMPARE(
            bare.keys(),
            QStringList({QStringLiteral("account"), QStringLiteral("comment"), QStringLiteral("contact"),
                         QStringLiteral("date_creation"), QStringLiteral("date_order"),
                         QStringLiteral("date_sent"), QStringLiteral("date_survey_response"),
                         QStringLiteral("email"), QStringLiteral("follow_up"), QStringLiteral("language"),
                         QStringLiteral("locale"), QStringLiteral("nps"), QStringLiteral("number_customer"),
                         QStringLiteral("number_customergauge"), QStringLiteral("number_order"),
                         QStringLiteral("phone"), QStringLiteral("status")}));
        const auto wide = caller.all("responses", full).first();
        for (const auto key : {"selected_drivers", "tags", "questions", "properties"})
            QVERIFY2(wide.value(QLatin1StringView(key)).isArray(), key);
        QCOMPARE(wide.size(), bare.size() + 4);
        const auto other = caller.all("non-responses", "with[]=properties").first();
        for (const auto key : {"link", "date_opened", "date_clicked", "date_email_sent", "properties"})
            QVERIFY2(other.contains(QLatin1StringView(key)), key);
        QVERIFY(!other.contains(QStringLiteral("nps")));
        const auto closed = caller.all("close-loop").first();
        QVERIFY(closed.contains(QStringLiteral("time_to_follow_up"))
                && closed.contains(QStringLiteral("updated_at")));
        QVERIFY(closed.value(QStringLiteral("nps")).toInt() <= 6);
    }

    void datesAreInOrder()
    {
        Caller caller(options(3000));
        QString last;
        for (const auto &record : caller.all("responses")) {
            const auto answered = text(record, QLatin1StringView("date_survey_response"));
            QVERIFY(text(record, QLatin1StringView("date_order"))
                    < text(record, QLatin1StringView("date_creation")));
            QVERIFY(text(record, QLatin1StringView("date_creation"))
                    < text(record, QLatin1StringView("date_sent")));
            QVERIFY(text(record, QLatin1StringView("date_sent")) < answered);
            QVERIFY(answered < QStringLiteral("2026-01-01 00:00:00"));
            QVERIFY(last <= answered);
            last = answered;
        }
        QVERIFY(last > QStringLiteral("2025-12-31"));
    }

    void npsRisesWithADip()
    {
        Caller caller(options(12'000));
        const auto of = [&](const std::string &start, const std::string &end) {
            return nps(caller.all("responses",
                                  "per_page=1000&period[field]=date_survey_response&period[start]=" + start
                                      + "&period[end]=" + end));
        };
        const double first = of("2024-01-01", "2024-06-30");
        const double before = of("2024-11-01", "2025-01-15");
        const double dip = of("2025-03-01", "2025-04-30");
        const double last = of("2025-08-01", "2025-12-31");
        QVERIFY2(first + 5 < last, qPrintable(QStringLiteral("%1 %2").arg(first).arg(last)));
        QVERIFY2(dip + 8 < before, qPrintable(QStringLiteral("%1 %2").arg(dip).arg(before)));
    }

    void commentsFitAndExerciseExports()
    {
        Caller caller(options(12'000));
        bool formula = false, newline = false, quote = false, emoji = false, arabic = false, japanese = false,
             empty = false;
        QSet<QString> languages;
        for (const auto &record : caller.all("responses")) {
            const auto comment = record.value(QStringLiteral("comment")).toObject();
            const auto original = comment.value(QStringLiteral("original")).toString();
            languages.insert(text(record, QLatin1StringView("language")));
            formula |= original.startsWith(u'=');
            newline |= original.contains(u'\n');
            quote |= original.contains(u'"');
            emoji |= original.contains(QStringLiteral("🎉"));
            arabic |= original.contains(QStringLiteral("الطلب"));
            japanese |= original.contains(QStringLiteral("注文"));
            empty |= original.isEmpty();
            if (original == QStringLiteral("Der Support hat unser Problem in zehn Minuten gelöst.")) {
                QVERIFY(record.value(QStringLiteral("nps")).toInt() >= 9);
                QCOMPARE(comment.value(QStringLiteral("translation")).toString(),
                         QStringLiteral("Support solved our problem in ten minutes."));
            }
        }
        QVERIFY(formula && newline && quote && emoji && arabic && japanese && empty);
        QCOMPARE(languages.size(), 9);
    }

    void identifiersKeepZerosAndEighteenDigits()
    {
        Caller caller(options(200));
        bool zero = false, eighteen = false;
        for (const auto &record : caller.all("responses")) {
            QVERIFY(record.value(QStringLiteral("number_customer")).isString());
            zero |= text(record, QLatin1StringView("number_customer")).startsWith(u'0');
            eighteen |= text(record, QLatin1StringView("number_order")).size() == 18;
            QVERIFY(text(record, QLatin1StringView("email")).contains(QStringLiteral("@example.")));
        }
        QVERIFY(zero && eighteen);
    }

    void nonResponsesBecomeResponses()
    {
        Caller caller(options(12'000));
        const auto before = caller.all("responses");
        const auto waiting = numbers(caller.all("non-responses"));
        auto page = caller.page("responses", "per_page=1000&cursor=0");
        auto cursor = Caller::cursorOf(page);
        while (!page.value(QStringLiteral("data")).toArray().isEmpty()) {
            cursor = Caller::cursorOf(page);
            page = caller.page("responses", "per_page=1000&cursor=" + cursor);
        }

        QCOMPARE(caller.post("/sandbox/advance", {}, "hours=72").status, 200);
        caller.login(); // the tokens have expired meanwhile
        QSet<qint64> answered;
        for (const auto &record : caller.page("responses", "per_page=1000&cursor=" + cursor)
                                      .value(QStringLiteral("data"))
                                      .toArray())
            answered.insert(Caller::numberOf(record.toObject()));
        const auto still = numbers(caller.all("non-responses"));
        QVERIFY(answered.size() > 20);
        QVERIFY(!answered.intersects(numbers(before))); // at the end of the feed, nothing sent twice
        QVERIFY((answered & waiting).size() > 20); // most of them were asked before
        QVERIFY(!still.intersects(answered));
        QVERIFY(!((waiting - still) - answered).isEmpty()); // mails that came back: in neither feed
        QCOMPARE(caller.all("responses").mid(0, before.size()), before);
    }

    void wideDataSetsShowEveryName()
    {
        auto wide = options(1000);
        wide.shape.extraProperties = 3000;
        wide.shape.extraQuestions = 300;
        Caller caller(wide);
        QSet<QString> fields;
        QSet<QString> titles;
        for (const auto &record : caller.all("responses", full)) {
            for (const auto &property : record.value(QStringLiteral("properties")).toArray())
                fields.insert(property.toObject().value(QStringLiteral("field")).toString());
            for (const auto &question : record.value(QStringLiteral("questions")).toArray())
                titles.insert(question.toObject().value(QStringLiteral("title")).toString());
        }
        QCOMPARE(fields.size(), 3000 + 9);
        QCOMPARE(titles.size(), 300 + 4);
    }

    void quirksServeEveryDeviation()
    {
        Caller caller(options(3000, true));
        QSet<QString> seen;
        const auto page = caller.page("responses", "per_page=10");
        QVERIFY(page.value(QStringLiteral("cursor")).toObject().value(QStringLiteral("next")).isString());
        const auto records = caller.all("responses", full);
        QCOMPARE(numbers(records).size(), 3000);
        for (const auto &record : records) {
            const auto comment = record.value(QStringLiteral("comment"));
            if (record.value(QStringLiteral("number_customer")).isDouble())
                seen.insert(QStringLiteral("number"));
            if (comment.isNull() || comment.isString())
                seen.insert(comment.isNull() ? QStringLiteral("null comment")
                                             : QStringLiteral("plain comment"));
            if (record.value(QStringLiteral("nps")).isNull())
                seen.insert(QStringLiteral("null nps"));
            if (record.contains(QStringLiteral("drivers"))
                && !record.contains(QStringLiteral("selected_drivers")))
                seen.insert(QStringLiteral("older drivers"));
            if (record.contains(QStringLiteral("custom_fields")))
                seen.insert(QStringLiteral("custom fields"));
            if (!record.contains(QStringLiteral("phone")))
                seen.insert(QStringLiteral("missing"));
            if (record.contains(QStringLiteral("checksum")))
                seen.insert(QStringLiteral("unknown"));
        }
        QCOMPARE(seen.size(), 8);
    }

    void anonymisedPeopleKeepTheirRecord()
    {
        Caller caller(options(5000));
        int anonymised = 0;
        for (const auto &record : caller.all("responses")) {
            if (record.value(QStringLiteral("contact"))
                    .toObject()
                    .value(QStringLiteral("first_name"))
                    .toString()
                != QStringLiteral("***"))
                continue;
            ++anonymised;
            QCOMPARE(record.value(QStringLiteral("comment"))
                         .toObject()
                         .value(QStringLiteral("original"))
                         .toString(),
                     QStringLiteral("This comment has been anonymised based on customer request"));
        }
        QVERIFY(anonymised > 0);
    }

    void millionsNeedNoMemoryAndNoTime()
    {
        Caller caller(options(50'000'000));
        const auto page = caller.page("responses", "per_page=1000&cursor=120000000");
        QCOMPARE(page.value(QStringLiteral("data")).toArray().size(), 1000);
    }
};

QTEST_GUILESS_MAIN(TestData)
#include "tst_data.moc"
