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

    //! Read to its end in order of the survey's number, the feed gets most of its later answers elsewhere.
    void lateAnswersLieBehindTheCursor()
    {
        for (const auto order : {sandbox::Order::Arrival, sandbox::Order::Number}) {
            auto some = options(8000);
            some.shape.order = order;
            Caller caller(some);
            for (const auto *feed : {"responses", "close-loop"}) {
                const auto before = numbers(caller.all(feed));
                const auto cursor = caller.endOf(feed);
                caller.advance(3 * 24);
                const auto fresh = numbers(caller.all(feed)) - before;
                const auto found = numbers(caller.all(feed, "per_page=1000&cursor=" + cursor));
                QVERIFY(fresh.contains(found));
                QVERIFY(fresh.size() > 4);
                if (order == sandbox::Order::Arrival)
                    QCOMPARE(found.size(), fresh.size());
                else
                    QVERIFY2(found.size() < fresh.size(), feed);
            }
            const auto inOrder = caller.all("responses");
            const bool rises = std::is_sorted(inOrder.begin(), inOrder.end(), [](auto &a, auto &b) {
                return Caller::numberOf(a) < Caller::numberOf(b);
            });
            QCOMPARE(rises, order == sandbox::Order::Number);
        }
    }

    void bothOrdersHaveTheSameRecords()
    {
        for (const bool late : {false, true}) {
            auto one = options(2500);
            one.shape.lateChanges = late;
            auto other = one;
            other.shape.order = sandbox::Order::Number;
            Caller first(one);
            Caller second(other);
            for (const auto *feed : {"responses", "non-responses", "close-loop"}) {
                auto records = first.all(feed);
                auto reordered = second.all(feed, "per_page=77");
                QVERIFY(!records.isEmpty());
                const auto byNumber
                    = [](auto &a, auto &b) { return Caller::numberOf(a) < Caller::numberOf(b); };
                std::sort(records.begin(), records.end(), byNumber);
                std::sort(reordered.begin(), reordered.end(), byNumber);
                QCOMPARE(records, reordered);
            }
            QCOMPARE(first.all("responses").size(), 2500);
        }
    }

    void periodsFindWhatAFullWalkFinds_data()
    {
        QTest::addColumn<bool>("byNumber");
        QTest::addColumn<bool>("late");
        QTest::newRow("arrival") << false << false;
        QTest::newRow("number") << true << false;
        QTest::newRow("arrival, late changes") << false << true;
        QTest::newRow("number, late changes") << true << true;
    }
    void periodsFindWhatAFullWalkFinds()
    {
        QFETCH(bool, byNumber);
        QFETCH(bool, late);
        auto some = options(3000);
        some.shape.order = byNumber ? sandbox::Order::Number : sandbox::Order::Arrival;
        some.shape.lateChanges = late;
        Caller caller(some);
        caller.advance(45 * 24);
        for (const auto &[feed, field] : {std::pair("responses", "date_survey_response"),
                                          {"responses", "date_sent"},
                                          {"responses", "date_order"},
                                          {"responses", "date_creation"},
                                          {"non-responses", "date_sent"},
                                          {"non-responses", "date_order"},
                                          {"close-loop", "updated_at"}}) {
            const auto all = caller.all(feed);
            for (const auto &[start, end] : {std::pair("2026-02-05", "2026-02-15"),
                                             {"2026-01-10", "2026-01-12"},
                                             {"2024-01-01", "2024-01-20"}}) {
                QSet<qint64> expected;
                for (const auto &record : all) {
                    const auto date = text(record, QLatin1StringView(field)).left(10);
                    if (date >= QLatin1StringView(start) && date <= QLatin1StringView(end))
                        expected.insert(Caller::numberOf(record));
                }
                const std::string name = field == std::string("updated_at") ? "updated_at" : "period";
                auto query = "per_page=20&" + name + "[start]=" + start + '&' + name + "[end]=" + end;
                if (name == "period")
                    query += std::string("&period[field]=") + field;
                QCOMPARE(numbers(caller.all(feed, query)), expected);
            }
        }
    }

    //! A survey with a click and no more becomes a response 10 to 30 days later, dated by that click.
    void partlyFinishedSurveysBecomeResponses()
    {
        auto some = options(3000);
        some.shape.lateChanges = true;
        Caller caller(some);
        auto cursor = caller.endOf("responses");
        int partly = 0;
        int ordinary = 0;
        for (int day = 1; day <= 120; ++day) {
            QHash<qint64, QJsonObject> waiting;
            for (const auto &record : caller.all(
                     "non-responses",
                     "per_page=1000&period[field]=date_sent&period[start]=2025-11-15&period[end]=2026-05-01"))
                waiting.insert(Caller::numberOf(record), record);
            caller.advance(24);
            const auto now = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addDays(day);
            for (const auto &record : caller.all("responses", "per_page=1000", &cursor)) {
                const auto answered = text(record, QLatin1StringView("date_survey_response"));
                auto when = QDateTime::fromString(answered, QStringLiteral("yyyy-MM-dd hh:mm:ss"));
                when.setTimeSpec(Qt::UTC);
                const auto days = when.daysTo(now);
                if (days <= 1) {
                    ++ordinary;
                    continue;
                }
                ++partly;
                QVERIFY2(days >= 10 && days <= 31, qPrintable(answered));
                const auto before = waiting.value(Caller::numberOf(record));
                QCOMPARE(text(before, QLatin1StringView("date_clicked")), answered);
                QCOMPARE(text(before, QLatin1StringView("status")), QStringLiteral("survey-clicked"));
            }
        }
        QVERIFY2(partly > 30 && partly * 8 < ordinary, qPrintable(QString::number(partly)));
    }

    void topicsComeWithinTwoDays()
    {
        auto some = options(3000);
        some.shape.lateChanges = true;
        Caller caller(some);
        const std::string recent
            = "per_page=1000&with[]=tags&period[field]=date_survey_response&period[start]="
              "2025-12-30&period[end]=2025-12-31";
        const auto known = numbers(caller.all("responses", recent));
        const auto withTopics = [&] {
            int count = 0;
            for (const auto &record : caller.all("responses", recent)) {
                const bool hasAny = !record.value(QStringLiteral("tags")).toArray().isEmpty();
                count += hasAny && known.contains(Caller::numberOf(record)) ? 1 : 0;
            }
            return count;
        };
        const int first = withTopics();
        caller.advance(24);
        const int second = withTopics();
        caller.advance(24);
        const int third = withTopics();
        caller.advance(24 * 30);
        QVERIFY(first < second);
        QCOMPARE(third, withTopics());
    }

    void casesChangeForWeeks()
    {
        auto some = options(8000);
        some.shape.lateChanges = true;
        Caller caller(some);
        const auto cases = numbers(caller.all("close-loop"));
        QSet<qint64> open;
        for (const auto &one : caller.all("close-loop")) {
            if (text(one, QLatin1StringView("status")) != QStringLiteral("CLOSED"))
                open.insert(Caller::numberOf(one));
        }
        const auto closedSince = [&](const std::string &start, const std::string &end) {
            int count = 0;
            for (const auto &one :
                 caller.all("close-loop", "updated_at[start]=" + start + "&updated_at[end]=" + end)) {
                count += cases.contains(Caller::numberOf(one))
                        && text(one, QLatin1StringView("status")) == QStringLiteral("CLOSED")
                    ? 1
                    : 0;
            }
            return count;
        };
        caller.advance(24 * 36);
        const int inThirdAndFourthWeek = closedSince("2026-01-15", "2026-01-28");
        QVERIFY2(inThirdAndFourthWeek > 3, qPrintable(QString::number(inThirdAndFourthWeek)));
        QCOMPARE(closedSince("2026-01-01", "2026-02-06"), open.size());
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
