// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/lakereader.h"
#include "sandbox/population.h"
#include "support/fakeclock.h"
#include "support/sandboxtransport.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "sync/syncjob.h"

#include <QTemporaryDir>

using namespace gauge;

namespace {

constexpr qint64 dayHours = 24;
constexpr qint64 ordinaryLimit = 2 * dayHours;
constexpr qint64 partlyLimit = 35 * dayHours;
constexpr qint64 lifeDays = 80; //!< from an invitation to the last change of its response and case
const QStringList feedIds{QStringLiteral("responses"), QStringLiteral("non-responses"),
                          QStringLiteral("close-loop")};

constexpr size_t anonymised = 0; //!< stands for the content of a record that no recent window can show
using Contents = QHash<qint64, size_t>; //!< hash of a record as received, by the survey's number

qint64 numberIn(std::string_view raw)
{
    constexpr std::string_view key = R"("number_customergauge":)";
    return std::strtoll(raw.data() + raw.find(key) + key.size(), nullptr, 10);
}

bool isEscaped(std::string_view text, size_t at)
{
    size_t backslashes = 0;
    while (text[at - 1 - backslashes] == '\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

//! Bytes of the JSON object at the start of \a text.
size_t objectSize(std::string_view text)
{
    int depth = 0;
    for (size_t at = text.find_first_of("\"{}"); at < text.size(); at = text.find_first_of("\"{}", at + 1)) {
        if (text[at] == '"') {
            do {
                at = text.find('"', at + 1);
            } while (isEscaped(text, at));
        } else if (text[at] == '{') {
            ++depth;
        } else if (--depth == 0) {
            return at + 1;
        }
    }
    return text.size();
}

sandbox::Options options(sandbox::Order order)
{
    sandbox::Options options;
    options.records = 2000;
    options.now = sandbox::Options::defaultNow + 12 * sandbox::hour; // the FakeClock's start
    options.shape.order = order;
    options.shape.lateChanges = true;
    return options;
}

//! How far a lake is behind at one moment, by what the difference is and its age in hours.
struct Lag
{
    qint64 records = 0; //!< responses and cases that came or changed since the first sync
    qint64 wrong = 0; //!< of those: missing or stale
    qint64 missing = 0;
    qint64 stale = 0;
    qint64 lingering = 0; //!< the service no longer has them
    qint64 late = 0; //!< differences of any kind older than they may be
    qint64 missingAtOnce = 0; //!< missing of ordinary surveys, however young
    qint64 partly = 0; //!< of the records: partly finished surveys
    qint64 oldest = 0; //!< of ordinary surveys
    qint64 oldestPartly = 0; //!< of partly finished ones

    void add(qint64 &count, qint64 age, bool isPartly)
    {
        ++count;
        late += age > (isPartly ? partlyLimit : ordinaryLimit) ? 1 : 0;
        qint64 &most = isPartly ? oldestPartly : oldest;
        most = std::max(most, age);
    }
};

} // namespace

//! A system and its lake: the service's life, one sync after the other, and what the lake makes of it.
class Play : public QObject
{
public:
    explicit Play(sandbox::Order order)
        : m_options(options(order))
        , m_population(sandbox::Dice(m_options.seed), m_options.now, m_options.records, true)
        , m_transport(std::make_shared<test::SandboxTransport>(m_options))
    {}

    void advance(int hours)
    {
        m_clock->advance(std::chrono::hours(hours));
        QCOMPARE(m_transport->ask("POST", "/sandbox/advance", "hours=" + std::to_string(hours)).status, 200);
        m_hour += hours;
    }

    void sync()
    {
        sync::SyncPlan plan;
        plan.feeds = m_catalog.endpoints();
        sync::SyncJob job(QStringLiteral("Sync"), this, context(), plan);
        job.start();
        QVERIFY(test::waitFor(job));
        QVERIFY2(!job.error(), job.error() ? qPrintable(job.error()->text + job.error()->detail) : "");
    }

    //! Looks at what the service has now, or of that only what may have changed lately. A difference to the
    //! last look is as old as that look.
    void look(bool atAll)
    {
        const sandbox::Seconds start = atAll ? 0 : now() - lifeDays * sandbox::day;
        for (const QString &feed : feedIds) {
            auto &known = m_truth[feed];
            const Contents now = served(feed, start);
            for (auto record = now.begin(); record != now.end(); ++record) {
                const auto old = known.find(record.key());
                if (old == known.end() || old->content != record.value() || old->isGone)
                    known[record.key()] = {record.value(), m_lastLook, false};
            }
            for (auto record = known.begin(); record != known.end(); ++record) {
                if (!record->isGone && !now.contains(record.key()) && isSentSince(record.key(), start)) {
                    record->isGone = true;
                    record->since = m_lastLook;
                }
            }
        }
        m_lastLook = m_hour;
    }

    [[nodiscard]] Lag compare()
    {
        Lag lag;
        for (const QString &feed : feedIds) {
            const Contents lake = stored(feed);
            const auto &truth = m_truth[feed];
            for (auto record = truth.begin(); record != truth.end(); ++record)
                weigh(lag, feed, record.key(), *record, lake);
            for (auto row = lake.begin(); row != lake.end(); ++row) {
                if (!truth.contains(row.key())) // it came and went between two looks
                    lag.add(lag.lingering, dayHours, isPartlyFinished(row.key()));
            }
        }
        return lag;
    }

    //! Requests for pages so far.
    [[nodiscard]] qint64 requests() const
    {
        qint64 sum = 0;
        for (const QString &feed : feedIds)
            sum += m_transport->requests[feed];
        return sum;
    }

private:
    struct State
    {
        size_t content = 0;
        qint64 since = 0; //!< hour of the last look before it came, changed or went
        bool isGone = false;
    };

    void weigh(Lag &lag, const QString &feed, qint64 number, const State &state, const Contents &lake) const
    {
        const auto row = lake.find(number);
        const qint64 age = m_hour - state.since;
        const bool isPartly = isPartlyFinished(number);
        const bool isCounted = feed != QLatin1String("non-responses") && state.since > 0 && !state.isGone;
        lag.records += isCounted ? 1 : 0;
        lag.partly += isCounted && isPartly ? 1 : 0;
        const qint64 before = lag.missing + lag.stale;
        if (state.isGone && row != lake.end())
            lag.add(lag.lingering, age, isPartly);
        else if (!state.isGone && row == lake.end())
            lag.add(lag.missing, age, isPartly);
        else if (!state.isGone && state.content != anonymised && *row != state.content)
            lag.add(lag.stale, age, isPartly);
        lag.wrong += isCounted ? lag.missing + lag.stale - before : 0;
        lag.missingAtOnce += !state.isGone && row == lake.end() && !isPartly ? 1 : 0;
    }

    [[nodiscard]] bool isPartlyFinished(qint64 number) const
    {
        const auto invitation = m_population.invitationOfNumber(number);
        const auto rank = invitation ? m_population.rankOf(*invitation) : std::nullopt;
        return rank && m_population.isPartlyFinished(*rank);
    }

    [[nodiscard]] sandbox::Seconds now() const { return m_options.now + m_hour * sandbox::hour; }

    [[nodiscard]] bool isSentSince(qint64 number, sandbox::Seconds start) const
    {
        const auto invitation = m_population.invitationOfNumber(number);
        return invitation && m_population.sentAt(*invitation) >= start + sandbox::day;
    }

    //! The records of a feed as the service has them: invitations of \a start or later, and all cases that
    //! were changed since.
    [[nodiscard]] Contents served(const QString &feed, sandbox::Seconds start)
    {
        std::string query = "per_page=1000";
        for (const QString &part : m_catalog.find(feed)->with)
            query += "&with[]=" + part.toStdString();
        const bool isCases = feed == QLatin1String("close-loop");
        const std::string period = isCases ? "&updated_at" : "&period";
        query += isCases ? "" : "&period[field]=date_sent";
        query += period + "[start]=" + sandbox::dateTimeText(start).substr(0, 10);
        query += period + "[end]=" + sandbox::dateTimeText(now()).substr(0, 10);
        Contents contents;
        std::string cursor;
        while (true) {
            const auto answer
                = m_transport->ask("GET", "/v7/rest/sync/" + feed.toStdString(), query + "&cursor=" + cursor);
            const qsizetype before = contents.size();
            cursor = putAll(contents, answer.body);
            if (contents.size() == before)
                return contents;
        }
    }

    //! Takes the records out of a page, and returns its cursor. An own reader: that of the client is tried
    //! here.
    std::string putAll(Contents &contents, std::string_view page) const
    {
        constexpr std::string_view begin = R"({"data":[)";
        constexpr std::string_view end = R"(],"cursor":{"next":)";
        const auto cursor = page.rfind(end);
        if (!page.starts_with(begin) || cursor == std::string_view::npos)
            qFatal("not a page: %s", std::string(page).c_str());
        auto records = page.substr(begin.size(), cursor - begin.size());
        while (!records.empty()) {
            const auto size = objectSize(records);
            put(contents, records.substr(0, size));
            records.remove_prefix(std::min(records.size(), size + 1)); // and the comma
        }
        const auto next = page.substr(cursor + end.size());
        return std::string(next.substr(0, next.find('}')));
    }

    [[nodiscard]] Contents stored(const QString &feed) const
    {
        Contents contents;
        const auto reader = lake::LakeReader::open(lakeFile(), m_catalog);
        if (!reader)
            qFatal("%s", qPrintable(reader.error().text));
        const Result<void> read
            = (*reader)->forEachRaw(feed, query::Query{}, {}, [&](qint64, std::string_view raw) {
                  put(contents, raw);
                  return true;
              });
        if (!read)
            qFatal("%s", qPrintable(read.error().text));
        return contents;
    }

    void put(Contents &contents, std::string_view raw) const
    {
        const bool isAnonymised = raw.find(R"("first_name":"***")") != std::string_view::npos;
        contents.insert(numberIn(raw), isAnonymised ? anonymised : std::hash<std::string_view>()(raw));
    }

    [[nodiscard]] QString lakeFile() const { return m_folder.filePath(QStringLiteral("lake.sqlite")); }

    sync::SyncJob::Context context()
    {
        service::Connection connection;
        connection.name = QStringLiteral("Year");
        connection.region = service::Region::Eu;
        auto tokens = std::make_shared<service::TokenProvider>(
            connection, m_transport, m_clock, []() -> QCoro::Task<Result<service::Credentials>> {
                co_return service::Credentials{QStringLiteral("sandbox"), Secret("sandbox-secret")};
            });
        auto client = std::make_shared<service::ServiceClient>(connection, m_transport, tokens, m_clock,
                                                               net::RetryPolicy{}, [] { return 0.5; });
        sync::SyncJob::Context context;
        context.client
            = [client](std::stop_token) -> QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> {
            co_return client;
        };
        context.lake = lakeFile();
        context.catalog = m_catalog;
        context.clock = m_clock;
        return context;
    }

    const sandbox::Options m_options;
    const sandbox::Population m_population; //!< to know the partly finished surveys by their number
    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
    std::shared_ptr<test::SandboxTransport> m_transport;
    std::shared_ptr<test::FakeClock> m_clock = std::make_shared<test::FakeClock>();
    QTemporaryDir m_folder;
    QHash<QString, QHash<qint64, State>> m_truth;
    qint64 m_hour = 0;
    qint64 m_lastLook = 0;
};

//! A lake stays in step with a system whose records come late and change: nothing that the service has is
//! missing, and nothing is stale for longer than two days, 35 for partly finished surveys.
class YearTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void staysInStep_data();
    void staysInStep();
};

void YearTest::staysInStep_data()
{
    QTest::addColumn<bool>("isByNumber");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("hoursBetween");
    QTest::newRow("100 days, order of arrival") << false << 100 << 24;
    QTest::newRow("100 days, order of number") << true << 100 << 24;
    if (!qEnvironmentVariableIsSet("GAUGE_SOAK"))
        return;
    QTest::newRow("a year, daily, order of arrival") << false << 365 << 24;
    QTest::newRow("a year, daily, order of number") << true << 365 << 24;
    QTest::newRow("a year, hourly, order of arrival") << false << 365 << 1;
    QTest::newRow("a year, hourly, order of number") << true << 365 << 1;
}

void YearTest::staysInStep()
{
    QFETCH(bool, isByNumber);
    QFETCH(int, days);
    QFETCH(int, hoursBetween);
    const int daysBetweenLooks = qEnvironmentVariableIsSet("GAUGE_SOAK") ? 1 : 3; // at the lake
    Play play(isByNumber ? sandbox::Order::Number : sandbox::Order::Arrival);
    play.look(true);
    play.sync();
    const qint64 first = play.requests();
    Lag worst;
    Lag lag = play.compare();
    QCOMPARE(lag.missing + lag.stale + lag.lingering, 0);
    for (int day = 1; day <= days && !QTest::currentTestFailed(); ++day) {
        for (int hour = 0; hour < dayHours; hour += hoursBetween) {
            play.advance(hoursBetween);
            play.sync();
        }
        play.look(day == days);
        if (day % daysBetweenLooks != 0)
            continue;
        lag = play.compare();
        worst.late += lag.late;
        worst.missingAtOnce += lag.missingAtOnce;
        worst.oldest = std::max(worst.oldest, lag.oldest);
        worst.oldestPartly = std::max(worst.oldestPartly, lag.oldestPartly);
    }
    const double syncs = double(days) * double(dayHours / hoursBetween);
    const double requests = double(play.requests() - first) / syncs;
    qInfo().noquote()
        << QStringLiteral(
               "%1: at the end %2 missing, %3 stale, %4 lingering; %5 of %6 responses and cases that came "
               "or changed are wrong (%7 %). Oldest difference ever: %8 days, of partly finished "
               "surveys %9 days.")
               .arg(QString::fromUtf8(QTest::currentDataTag()))
               .arg(lag.missing)
               .arg(lag.stale)
               .arg(lag.lingering)
               .arg(lag.wrong)
               .arg(lag.records)
               .arg(100.0 * double(lag.wrong) / double(std::max<qint64>(1, lag.records)), 0, 'f', 1)
               .arg(double(worst.oldest) / double(dayHours))
               .arg(double(worst.oldestPartly) / double(dayHours))
        << QStringLiteral("%1 partly finished; %2 requests a sync").arg(lag.partly).arg(requests, 0, 'f', 2);
    QVERIFY(lag.records > days && lag.partly > days / 10); // a life was played
    QCOMPARE(worst.late, 0);
    QCOMPARE(worst.missingAtOnce, 0);
    QVERIFY2(requests <= 18, "three times what an incremental sync of three feeds asks");
}

QTEST_GUILESS_MAIN(YearTest)
#include "tst_year.moc"
