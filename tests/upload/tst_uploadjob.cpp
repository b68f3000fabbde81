// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/connection.h"
#include "lake/lakefixture.h"
#include "support/faketransport.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "upload/uploadjob.h"

#include <QMap>
#include <QTimer>
#include <QUrlQuery>

using namespace gauge;
using namespace gauge::upload;
using lake::UploadCounts;
using lake::UploadRecord;
using Begin = UploadPlan::Begin;

//! A file on its way to a service that answers as a test says, at times that a test says.
class UploadJobTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyRowIsSentOnce();
    void rowsWithErrorsAreNotSent();
    void headingsThatAreWrongStopIt();
    void refusalsAreToldByRow();
    void anUnknownConfigurationStopsIt();
    void theRateIsKept();
    void noMoreThanFourAtOnce();
    void oneKeyGoesInTheOrderOfTheFile();
    void allWaitWhenTheServiceAsks();
    void withoutRetryAfterItBacksOff();
    void aTokenIsRenewedInTheMiddle();
    void whatStopsIt_data();
    void whatStopsIt();
    void anAnswerThatIsLostIsUnknown();
    void manyLostAnswersStopIt();
    void pausedItSendsNothing();
    void cancelledItWaitsForAnswers();
    void itGoesOnWhereItStopped();
    void unknownRowsNeedAPersonsWord();
    void aFileThatChangedIsRefused();
    void aFileThatChangesMeanwhileIsTold();
    void begunBeforeItMustBeTold();
    void resultsCanBeWrittenAgain();
    void resultsThatCannotBeWrittenAreTold();
    void refusedRowsCanBeSentAgain();
    void aHeaderAloneIsDone();
    void anotherRunHasIt();
    void aJournalThatFailsOnceLosesNothing_data();
    void aJournalThatFailsOnceLosesNothing();
    void aJournalThatStaysBrokenSendsNothingTwice();

private:
    using Answers = std::function<Result<net::HttpResponse>(const QString &reference, int call)>;

    void writeFile(const QByteArray &bytes);
    //! \a count rows whose references are their numbers.
    void writeRows(int count);
    [[nodiscard]] UploadPlan plan(Begin begin = Begin::Once) const;
    std::unique_ptr<UploadJob> make(const UploadPlan &plan);
    //! Runs it to its end.
    std::unique_ptr<UploadJob> run(const UploadPlan &plan);
    void answer(const Answers &answers);
    [[nodiscard]] static Result<net::HttpResponse> accepted() { return net::HttpResponse{200, {}, {}}; }
    [[nodiscard]] static QMap<QString, QString> fieldsOf(const net::HttpRequest &request);
    [[nodiscard]] QList<QStringList> csv(const QString &path) const;
    [[nodiscard]] UploadRecord stored();
    //! From now on no row can be written down, or every row again.
    void setBroken(bool broken);
    //! What holds after every run.
    void verifySums(const UploadJob &job, int rows);

    std::unique_ptr<test::LakeFixture> m_lake;
    std::shared_ptr<test::FakeTransport> m_transport;
    std::shared_ptr<service::ServiceClient> m_client;
    QStringList m_received; //!< references, in order
    int m_tokens = 0;
    QString m_file;
    QString m_results;
};

void UploadJobTest::init()
{
    TestCase::init();
    m_lake = std::make_unique<test::LakeFixture>();
    m_transport = std::make_shared<test::FakeTransport>();
    m_received.clear();
    m_tokens = 0;
    m_file = m_lake->folder.filePath("people.csv");
    m_results = m_lake->folder.filePath("results.csv");
    service::Connection connection;
    connection.name = "ACME";
    connection.region = service::Region::Eu;
    const auto tokens = std::make_shared<service::TokenProvider>(
        connection, m_transport, m_lake->clock, []() -> QCoro::Task<Result<service::Credentials>> {
            co_return service::Credentials{"id", Secret("secret")};
        });
    m_client = std::make_shared<service::ServiceClient>(connection, m_transport, tokens, m_lake->clock);
    answer([](const QString &, int) { return accepted(); });
}

void UploadJobTest::answer(const Answers &answers)
{
    m_transport->otherwise(
        [this, answers, calls = 0](const net::HttpRequest &request) mutable -> Result<net::HttpResponse> {
            if (request.method == "POST") {
                ++m_tokens;
                return net::HttpResponse{200, {}, R"({"access_token":"token-of-a-test","expires_in":3600})"};
            }
            const QString reference = fieldsOf(request).value("record[Reference]");
            auto answer = answers(reference, ++calls);
            if (answer && answer->status == 200)
                m_received.append(reference);
            return answer;
        });
}

QMap<QString, QString> UploadJobTest::fieldsOf(const net::HttpRequest &request)
{
    QMap<QString, QString> fields;
    for (const auto &[name, value] : QUrlQuery(request.url).queryItems())
        fields.insert(QUrl::fromPercentEncoding(name.toUtf8()), QUrl::fromPercentEncoding(value.toUtf8()));
    return fields;
}

void UploadJobTest::writeFile(const QByteArray &bytes)
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void UploadJobTest::writeRows(int count)
{
    QByteArray bytes = "Account Name,Reference,Source,Type\r\n";
    for (int i = 1; i <= count; ++i)
        bytes += "ACME," + QByteArray::number(i) + ",Web,Call\r\n";
    writeFile(bytes);
}

UploadPlan UploadJobTest::plan(Begin begin) const
{
    UploadPlan plan;
    plan.file.path = m_file;
    plan.file.dialect = detectDialect(m_file)->dialect;
    plan.file.configuration = builtInConfigurations().front();
    plan.file.mapping = mappingByName(previewCsv(m_file, plan.file.dialect, 0)->columns);
    plan.begin = begin;
    plan.perSecond = 0;
    plan.results = m_results;
    return plan;
}

std::unique_ptr<UploadJob> UploadJobTest::make(const UploadPlan &plan)
{
    UploadJob::Context context;
    context.client = [this](std::stop_token) -> QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> {
        auto client = m_client;
        co_return client;
    };
    context.queue = {"ACME", m_lake->location(), m_lake->catalog, m_lake->clock};
    return std::make_unique<UploadJob>("Upload", this, context, plan);
}

std::unique_ptr<UploadJob> UploadJobTest::run(const UploadPlan &plan)
{
    auto job = make(plan);
    job->start();
    if (!test::waitFor(*job))
        qFatal("the upload did not end");
    return job;
}

QList<QStringList> UploadJobTest::csv(const QString &path) const
{
    QList<QStringList> rows;
    const auto dialect = detectDialect(path);
    const auto preview = previewCsv(path, dialect ? dialect->dialect : CsvDialect(), 100'000);
    if (!preview)
        return {{preview.error().text}};
    rows.append(preview->columns);
    for (const CsvRow &row : preview->rows)
        rows.append(row.cells);
    return rows;
}

UploadRecord UploadJobTest::stored()
{
    const auto history = lake::UploadHistory::open(m_lake->location());
    return history->uploads(1, {}, m_lake->clock->now())->at(0);
}

void UploadJobTest::verifySums(const UploadJob &job, int rows)
{
    QCOMPARE(job.counts().total(), rows);
    QCOMPARE(stored().counts, job.counts());
    QMap<QString, qint64> outcomes;
    const auto written = csv(m_results);
    QCOMPARE(written.size(), rows + 1);
    for (const QStringList &row : written.mid(1))
        ++outcomes[row.at(row.size() - 3)];
    QCOMPARE(outcomes.value("accepted"), job.counts().accepted);
    QCOMPARE(outcomes.value("refused"), job.counts().refused);
    QCOMPARE(outcomes.value("unknown"), job.counts().unknown);
    QCOMPARE(outcomes.value("not-sent"), job.counts().notSent);
}

void UploadJobTest::everyRowIsSentOnce()
{
    writeFile("Account Name;Reference;Source;Type;Subject\n"
              "ACME;1;Web;Call;Größe\n"
              "\n"
              "ACME;2;Web;\"Call\nand mail\";\n");
    const auto job = run(plan());
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QCOMPARE(job->counts(), (UploadCounts{2, 0, 0, 0}));
    m_received.sort();
    QCOMPARE(m_received, (QStringList{"1", "2"}));
    for (const net::HttpRequest &request : m_transport->requests) {
        if (request.method == "POST")
            continue;
        const auto fields = fieldsOf(request);
        QCOMPARE(request.method, QByteArray("PUT"));
        QCOMPARE(fields.value("configuration"), QString("activities"));
        // What is empty is not sent.
        QCOMPARE(fields.contains("record[Subject]"), fields.value("record[Reference]") == "1");
    }
    QCOMPARE(int(stored().state), int(UploadRecord::State::Done));
    QCOMPARE(stored().file, QString("people.csv"));
    QCOMPARE(stored().recordType, QString("activities"));
    verifySums(*job, 2);
    QFile results(m_results);
    QVERIFY(results.open(QIODevice::ReadOnly));
    const QString time = m_lake->clock->now().toString(Qt::ISODate);
    QCOMPARE(QString::fromUtf8(results.readAll()),
             QString("Account Name;Reference;Source;Type;Subject;GaugeDesk outcome;GaugeDesk message;"
                     "GaugeDesk time\r\nACME;1;Web;Call;Größe;accepted;;%1\r\n"
                     "ACME;2;Web;\"Call\nand mail\";;accepted;;%1\r\n")
                 .arg(time));
    QCOMPARE(job->writtenFile(), m_results);
}

void UploadJobTest::rowsWithErrorsAreNotSent()
{
    writeFile("Account Name,Reference,Source,Type\nACME,1,Web,Call\nACME,,Web,Call\nACME,3,Web,Call,x\n"
              "ACME,4,Web\n");
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{1, 0, 0, 3}));
    QCOMPARE(m_received, QStringList{"1"});
    verifySums(*job, 4);
    const auto results = csv(m_results);
    QVERIFY(results[2].at(5).contains("Reference"));
    QVERIFY(results[3].at(5).contains("5 cells"));
    QVERIFY(results[4].at(5).contains("Type"));
    QCOMPARE(job->fileReport().rejected, 3);
}

void UploadJobTest::headingsThatAreWrongStopIt()
{
    writeFile("account name,Reference,Source,Type\nACME,1,Web,Call\n");
    const auto job = run(plan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Input));
    QVERIFY(job->error()->text.contains("Account Name"));
    QVERIFY(m_received.isEmpty());
    QVERIFY(!QFile::exists(m_results));
    QCOMPARE(job->uploadId(), 0);
}

void UploadJobTest::refusalsAreToldByRow()
{
    writeRows(3);
    answer([](const QString &reference, int) -> Result<net::HttpResponse> {
        if (reference != "2")
            return accepted();
        return net::HttpResponse{422, {}, R"({"message":"Invalid.","errors":{"Type":["is, well, odd"]}})"};
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{2, 1, 0, 0}));
    verifySums(*job, 3);
    const QString message = csv(m_results)[2].at(5);
    QVERIFY2(message.contains("Type: is, well, odd"), qPrintable(message));
    QVERIFY(job->summary().contains('2'));
    QVERIFY(!job->advice().isEmpty());
}

void UploadJobTest::anUnknownConfigurationStopsIt()
{
    writeRows(50);
    answer([](const QString &, int) -> Result<net::HttpResponse> {
        return net::HttpResponse{
            422, {}, R"({"message":"Invalid.","errors":{"configuration":["is not known"]}})"};
    });
    const auto job = run(plan());
    QVERIFY(job->error());
    QVERIFY2(job->error()->text.contains("Invalid"), qPrintable(job->error()->text));
    QVERIFY(job->counts().refused <= 4);
    verifySums(*job, 50);
}

void UploadJobTest::theRateIsKept()
{
    writeRows(21);
    UploadPlan slow = plan();
    slow.perSecond = 4;
    const auto before = m_lake->clock->elapsed();
    QList<qint64> times;
    answer([&](const QString &, int) {
        times.append((m_lake->clock->elapsed() - before).count());
        return accepted();
    });
    slow.atOnce = 1; // sleeps of several lanes add up in a clock that only sleeps advance
    const auto job = run(slow);
    QVERIFY(!job->error());
    QCOMPARE(times.size(), 21);
    for (qsizetype i = 1; i < times.size(); ++i)
        QVERIFY2(times[i] - times[i - 1] >= 249, qPrintable(QString::number(i)));
    QVERIFY(times.last() <= 5010);
    QCOMPARE(qRound(job->progress().perSecond), 0); // its last word is of the results
}

void UploadJobTest::noMoreThanFourAtOnce()
{
    writeRows(40);
    answer([&](const QString &, int call) {
        if (call == 1)
            m_transport->hold();
        return accepted();
    });
    const auto job = make(plan());
    job->start();
    const bool came = QTest::qWaitFor([&] { return m_received.size() >= 4; });
    QTest::qWait(50); // nothing more comes
    const auto atOnce = m_received.size();
    m_transport->release();
    QVERIFY(test::waitFor(*job));
    QVERIFY(came);
    QCOMPARE(atOnce, 4);
    QCOMPARE(m_received.size(), 40);
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 40);
}

void UploadJobTest::oneKeyGoesInTheOrderOfTheFile()
{
    QByteArray bytes = "Account Name,Reference,Source,Type\n";
    for (const char *row : {"1,D-1", "2,D-1", "3,D-1", "4,E-1", "5,D-1", "6,E-1"})
        bytes += QByteArray(row) + ",Web,Call\n";
    writeFile(bytes);
    QMap<QString, QStringList> accounts; // that were accepted, by reference
    bool turnsAway = false;
    m_transport->otherwise([&](const net::HttpRequest &request) -> Result<net::HttpResponse> {
        if (request.method == "POST")
            return net::HttpResponse{200, {}, R"({"access_token":"token-of-a-test","expires_in":3600})"};
        if (std::exchange(turnsAway, false))
            return net::HttpResponse{429, {{"retry-after", "90"}}, {}};
        const auto fields = fieldsOf(request);
        accounts[fields.value("record[Reference]")].append(fields.value("record[Account Name]"));
        m_transport->hold();
        return accepted();
    });
    const auto job = make(plan());
    job->start();
    // Others overtake, rows with the same key do not.
    QVERIFY(QTest::qWaitFor([&] { return accounts.size() == 2; }));
    QCOMPARE(accounts["D-1"], QStringList{"1"});
    while (!job->isFinished()) {
        m_transport->release();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    QVERIFY(!job->error());
    QCOMPARE(accounts["D-1"], (QStringList{"1", "2", "3", "5"}));
    QCOMPARE(accounts["E-1"], (QStringList{"4", "6"}));
    // Also where the first of them is turned away and goes again.
    accounts.clear();
    turnsAway = true;
    const auto again = make(plan(Begin::Anew));
    again->start();
    while (!again->isFinished()) {
        m_transport->release();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    QVERIFY(!again->error());
    QCOMPARE(again->counts(), (UploadCounts{6, 0, 0, 0}));
    QCOMPARE(accounts["D-1"], (QStringList{"1", "2", "3", "5"}));
}

void UploadJobTest::allWaitWhenTheServiceAsks()
{
    writeRows(20);
    std::chrono::milliseconds asked{0};
    QStringList tooSoon;
    answer([&](const QString &reference, int call) -> Result<net::HttpResponse> {
        if (call == 7) {
            asked = m_lake->clock->elapsed();
            return net::HttpResponse{429, {{"retry-after", "90"}}, {}};
        }
        // Those that had left already get through.
        if (call > 10 && m_lake->clock->elapsed() - asked < std::chrono::seconds(90))
            tooSoon.append(reference);
        return accepted();
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{20, 0, 0, 0}));
    QCOMPARE(tooSoon, QStringList());
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 20);
    QCOMPARE(m_received.size(), 20);
    verifySums(*job, 20);
}

void UploadJobTest::withoutRetryAfterItBacksOff()
{
    writeRows(3);
    answer([](const QString &, int) { return net::HttpResponse{429, {}, {}}; });
    const auto job = run(plan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::RateLimited));
    QCOMPARE(job->counts(), (UploadCounts{0, 0, 0, 3}));
    QVERIFY(m_transport->requests.size() > 8);
    verifySums(*job, 3);
    // The service has recovered.
    answer([](const QString &, int) { return accepted(); });
    const auto rest = run(plan(Begin::Resume));
    QVERIFY(!rest->error());
    QCOMPARE(rest->counts(), (UploadCounts{3, 0, 0, 0}));
}

void UploadJobTest::aTokenIsRenewedInTheMiddle()
{
    writeRows(30);
    answer([&](const QString &, int) -> Result<net::HttpResponse> {
        return m_received.size() >= 10 && m_tokens < 2 ? net::HttpResponse{401, {}, {}} : accepted();
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(m_tokens, 2);
    QCOMPARE(job->counts(), (UploadCounts{30, 0, 0, 0}));
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 30);
    QCOMPARE(m_received.size(), 30);
}

void UploadJobTest::whatStopsIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << 401 << ErrorKind::Unauthorized;
    QTest::newRow("403") << 403 << ErrorKind::Forbidden;
    QTest::newRow("404") << 404 << ErrorKind::NotFound;
    QTest::newRow("offline") << 0 << ErrorKind::Offline;
}

void UploadJobTest::whatStopsIt()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    writeRows(40);
    answer([&](const QString &, int call) -> Result<net::HttpResponse> {
        if (call <= 12)
            return accepted();
        if (status == 0)
            return fail(ErrorKind::Offline, "gone", net::nothingSent);
        return net::HttpResponse{status, {}, R"({"message":"No."})"};
    });
    const auto job = run(plan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(kind));
    QCOMPARE(job->counts(), (UploadCounts{12, 0, 0, 28}));
    verifySums(*job, 40);
    QCOMPARE(int(stored().state), int(UploadRecord::State::Stopped));
    QCOMPARE(stored().error, job->error()->text);

    answer([](const QString &, int) { return accepted(); });
    const auto rest = run(plan(Begin::Resume));
    QVERIFY(!rest->error());
    QCOMPARE(rest->counts(), (UploadCounts{40, 0, 0, 0}));
    QCOMPARE(m_received.size(), 40);
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 40);
    verifySums(*rest, 40);
}

void UploadJobTest::anAnswerThatIsLostIsUnknown()
{
    writeRows(10);
    answer([](const QString &reference, int) -> Result<net::HttpResponse> {
        if (reference == "4")
            return fail(ErrorKind::Offline, "reset");
        if (reference == "8")
            return net::HttpResponse{500, {}, "oops"};
        return accepted();
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{8, 0, 2, 0}));
    verifySums(*job, 10);
    QVERIFY(!csv(m_results)[4].at(5).isEmpty());
    QCOMPARE(csv(m_results)[8].at(4), QString("unknown"));
    QCOMPARE(m_transport->requests.size(), size_t(11)); // and the token: none was sent twice
}

void UploadJobTest::manyLostAnswersStopIt()
{
    writeRows(100);
    answer([](const QString &, int call) -> Result<net::HttpResponse> {
        return call <= 20 ? accepted() : fail(ErrorKind::Timeout, "no answer");
    });
    const auto job = run(plan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Timeout));
    QVERIFY2(job->counts().unknown >= 5 && job->counts().unknown <= 8, qPrintable(job->summary()));
    QCOMPARE(job->counts().accepted, 20);
    verifySums(*job, 100);
}

void UploadJobTest::pausedItSendsNothing()
{
    writeRows(60);
    const auto job = make(plan());
    answer([&](const QString &, int call) {
        if (call == 10)
            job->pause();
        return accepted();
    });
    job->start();
    QVERIFY(QTest::qWaitFor([&] { return job->isPaused() && job->progress().note == "Paused"; }));
    // Nothing is left as sending; a pause of hours does not lose the upload.
    QVERIFY(QTest::qWaitFor([&] {
        const qint64 answered = m_received.size();
        return stored().counts == UploadCounts{answered, 0, 0, 60 - answered};
    }));
    const auto sent = m_received.size();
    QVERIFY(sent >= 10 && sent < 60);
    QCOMPARE(int(stored().state), int(UploadRecord::State::Running));
    QTest::qWait(50);
    QCOMPARE(m_received.size(), sent);
    job->goOn();
    QVERIFY(test::waitFor(*job));
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{60, 0, 0, 0}));
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 60);
    QCOMPARE(m_received.size(), 60);
}

void UploadJobTest::cancelledItWaitsForAnswers()
{
    writeRows(60);
    const auto job = make(plan());
    answer([&](const QString &, int call) {
        if (call == 25)
            job->cancel();
        return accepted();
    });
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(int(job->state()), int(Job::State::Cancelled));
    QCOMPARE(job->counts().unknown, 0);
    QCOMPARE(job->counts().accepted, m_received.size());
    QVERIFY(m_received.size() < 60);
    verifySums(*job, 60);
    const auto rest = run(plan(Begin::Resume));
    QCOMPARE(rest->counts(), (UploadCounts{60, 0, 0, 0}));
    QCOMPARE(m_received.size(), 60);
    verifySums(*rest, 60);
}

void UploadJobTest::itGoesOnWhereItStopped()
{
    writeRows(6);
    // Nothing was begun yet: it begins.
    answer([](const QString &reference, int call) -> Result<net::HttpResponse> {
        if (reference == "2")
            return net::HttpResponse{422, {}, R"({"message":"No.","errors":{"Type":["no"]}})"};
        return call <= 4 ? accepted() : fail(ErrorKind::Offline, "gone", net::nothingSent);
    });
    UploadPlan first = plan(Begin::Resume);
    first.atOnce = 1;
    const auto job = run(first);
    QCOMPARE(job->counts(), (UploadCounts{3, 1, 0, 2}));
    answer([](const QString &, int) { return accepted(); });
    const auto rest = run(plan(Begin::Resume));
    QVERIFY(!rest->error());
    QCOMPARE(rest->uploadId(), job->uploadId());
    // Refused rows stay refused: they are to be put right first.
    QCOMPARE(rest->counts(), (UploadCounts{5, 1, 0, 0}));
    QCOMPARE(m_received.mid(3).size(), 2);
    verifySums(*rest, 6);
}

void UploadJobTest::unknownRowsNeedAPersonsWord()
{
    writeRows(4);
    answer([](const QString &reference, int) -> Result<net::HttpResponse> {
        return reference == "3" ? fail(ErrorKind::Timeout, "no answer") : accepted();
    });
    QCOMPARE(run(plan())->counts(), (UploadCounts{3, 0, 1, 0}));
    answer([](const QString &, int) { return accepted(); });
    QCOMPARE(run(plan(Begin::Resume))->counts(), (UploadCounts{3, 0, 1, 0}));
    UploadPlan again = plan(Begin::Resume);
    again.resendUnknown = true;
    const auto job = run(again);
    QCOMPARE(job->counts(), (UploadCounts{4, 0, 0, 0}));
    QCOMPARE(m_received.last(), QString("3"));
    QCOMPARE(m_received.size(), 4);
    verifySums(*job, 4);
}

void UploadJobTest::aFileThatChangedIsRefused()
{
    writeRows(5);
    answer([](const QString &, int call) -> Result<net::HttpResponse> {
        return call <= 2 ? accepted() : fail(ErrorKind::Offline, "gone", net::nothingSent);
    });
    run(plan());
    answer([](const QString &, int) { return accepted(); });
    const auto before = m_received.size();
    writeRows(6);
    const auto job = run(plan(Begin::Resume));
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Input));
    QVERIFY2(job->error()->text.contains("not what it was"), qPrintable(job->error()->text));
    QCOMPARE(m_received.size(), before);
    // Since it was looked at in a window.
    writeRows(5);
    UploadPlan checked = plan(Begin::Anew);
    checked.checkedSha256 = checkFile(checked.file, {})->sha256;
    writeRows(7);
    const auto changed = run(checked);
    QVERIFY(changed->error());
    QVERIFY(changed->error()->text.contains("changed since it was checked"));
    QCOMPARE(m_received.size(), before);
}

void UploadJobTest::aFileThatChangesMeanwhileIsTold()
{
    QByteArray bytes = "Account Name,Reference,Source,Type,Pad\n";
    for (int i = 1; i <= 60; ++i)
        bytes += "ACME," + QByteArray::number(i) + ",Web,Call," + QByteArray(4000, 'x') + '\n';
    writeFile(bytes);
    answer([&](const QString &, int call) {
        if (call == 1) { // behind what is in memory
            QFile file(m_file);
            if (!file.open(QIODevice::ReadWrite) || !file.seek(file.size() - 3) || file.write("y") != 1)
                qFatal("the file cannot be changed");
        }
        return accepted();
    });
    UploadPlan all = plan();
    all.file.mapping.headings.pop_back();
    const auto job = run(all);
    QVERIFY(job->error());
    QVERIFY2(job->error()->text.contains("changed since"), qPrintable(job->error()->text));
    QCOMPARE(job->counts().total(), 60);
    // Found at its end; the rows of the last reading were not sent.
    QVERIFY(job->counts().notSent > 0);
    QCOMPARE(job->counts().unknown, 0);
    QVERIFY(!QFile::exists(m_results)); // whose rows are they?
}

void UploadJobTest::begunBeforeItMustBeTold()
{
    writeRows(4);
    answer([](const QString &, int call) -> Result<net::HttpResponse> {
        return call <= 2 ? accepted() : fail(ErrorKind::Offline, "gone", net::nothingSent);
    });
    run(plan());
    answer([](const QString &, int) { return accepted(); });
    const auto refused = run(plan());
    QVERIFY(refused->error());
    QCOMPARE(kindName(refused->error()->kind), kindName(ErrorKind::Input));
    QCOMPARE(m_received.size(), 2);
    const auto anew = run(plan(Begin::Anew));
    QVERIFY(!anew->error());
    QCOMPARE(m_received.size(), 6);
    // One that has ended may be followed by another.
    const auto next = run(plan());
    QVERIFY(!next->error());
    QCOMPARE(m_received.size(), 10);
}

void UploadJobTest::resultsCanBeWrittenAgain()
{
    writeRows(3);
    UploadPlan without = plan();
    without.results.clear();
    run(without);
    QVERIFY(!QFile::exists(m_results));
    const auto job = run(plan(Begin::Resume));
    QVERIFY(!job->error());
    QCOMPARE(m_received.size(), 3);
    verifySums(*job, 3);
    // Sent again, a results file keeps one set of outcomes.
    QVERIFY(QFile::remove(m_file));
    QVERIFY(QFile::rename(m_results, m_file));
    const auto again = run(plan(Begin::Anew));
    QVERIFY(!again->error());
    QCOMPARE(m_received.size(), 6);
    QCOMPARE(csv(m_results)[0].size(), 7);
    verifySums(*again, 3);
}

void UploadJobTest::resultsThatCannotBeWrittenAreTold()
{
    writeRows(3);
    UploadPlan nowhere = plan();
    nowhere.results = m_lake->folder.filePath("no/such/folder/results.csv");
    const auto job = run(nowhere);
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Storage));
    QCOMPARE(job->counts(), (UploadCounts{3, 0, 0, 0}));
    QCOMPARE(int(stored().state), int(UploadRecord::State::Done));
    verifySums(*run(plan(Begin::Resume)), 3);
    QCOMPARE(m_received.size(), 3);
}

void UploadJobTest::refusedRowsCanBeSentAgain()
{
    writeRows(9);
    answer([](const QString &reference, int) -> Result<net::HttpResponse> {
        if (reference.toInt() % 4 != 0)
            return accepted();
        return net::HttpResponse{422, {}, R"({"message":"No.","errors":{"Type":["no"]}})"};
    });
    UploadPlan both = plan();
    both.refused = m_lake->folder.filePath("refused.csv");
    const auto job = run(both);
    QCOMPARE(job->counts(), (UploadCounts{7, 2, 0, 0}));
    verifySums(*job, 9);
    QCOMPARE(csv(both.refused),
             (QList<QStringList>{{"Account Name", "Reference", "Source", "Type"},
                                 {"ACME", "4", "Web", "Call"},
                                 {"ACME", "8", "Web", "Call"}}));
}

void UploadJobTest::aHeaderAloneIsDone()
{
    writeRows(0);
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), UploadCounts());
    verifySums(*job, 0);
}

void UploadJobTest::anotherRunHasIt()
{
    writeRows(5);
    m_transport->hold();
    const auto first = make(plan());
    first->start();
    QVERIFY(QTest::qWaitFor([&] { return !m_transport->requests.empty(); }));
    const auto second = run(plan(Begin::Resume));
    QVERIFY(second->error());
    QCOMPARE(kindName(second->error()->kind), kindName(ErrorKind::Busy));
    m_transport->release();
    QVERIFY(test::waitFor(*first));
    QCOMPARE(m_received.size(), 5);
}

void UploadJobTest::setBroken(bool broken)
{
    const auto connection = lake::Connection::openWriting(m_lake->location());
    VERIFY_OK(connection);
    const bool isPostgres = test::LakeFixture::isPostgres();
    const char *const breaking = isPostgres
        ? "ALTER TABLE lake_upload_rows ADD CONSTRAINT broken CHECK (line<0) NOT VALID"
        : "CREATE TRIGGER broken BEFORE INSERT ON lake_upload_rows BEGIN SELECT RAISE(ABORT, 'full'); END";
    const char *const mending
        = isPostgres ? "ALTER TABLE lake_upload_rows DROP CONSTRAINT broken" : "DROP TRIGGER broken";
    VERIFY_OK((*connection)->run(broken ? breaking : mending));
}

void UploadJobTest::aJournalThatFailsOnceLosesNothing_data()
{
    QTest::addColumn<int>("at");
    QTest::newRow("in the midst of the rows") << 60;
    QTest::newRow("at the last one") << 200;
}

// The answers of the rows that were on their way are known when the write fails.
void UploadJobTest::aJournalThatFailsOnceLosesNothing()
{
    QFETCH(const int, at);
    writeRows(200);
    bool broken = false;
    answer([&](const QString &, int call) {
        if (call == at) {
            setBroken(true);
            broken = true;
        }
        return accepted();
    });
    const auto job = make(plan());
    // It is mended while the job waits to write again.
    QTimer mender;
    connect(&mender, &QTimer::timeout, this, [&] {
        if (!broken || m_lake->clock->sleeps.empty())
            return;
        broken = false;
        setBroken(false);
    });
    mender.start(0);
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->detail) : "");
    QVERIFY(!m_lake->clock->sleeps.empty());
    QCOMPARE(job->counts(), (UploadCounts{200, 0, 0, 0}));
    QCOMPARE(int(stored().state), int(UploadRecord::State::Done));
    QCOMPARE(m_received.size(), 200);
    m_received.removeDuplicates();
    QCOMPARE(m_received.size(), 200);
    verifySums(*job, 200);
}

void UploadJobTest::aJournalThatStaysBrokenSendsNothingTwice()
{
    writeRows(300);
    answer([&](const QString &, int call) {
        if (call == 60)
            setBroken(true);
        return accepted();
    });
    const auto job = run(plan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Storage));
    using std::chrono::milliseconds;
    // Each of those that send at once may have waited.
    std::vector<milliseconds> waits = m_lake->clock->sleeps;
    waits.erase(std::unique(waits.begin(), waits.end()), waits.end());
    QCOMPARE(waits, (std::vector{milliseconds(200), milliseconds(1'000), milliseconds(4'000)}));
    const qsizetype sent = m_received.size();
    QVERIFY2(sent >= 60 && sent < 200, qPrintable(QString::number(sent)));
    setBroken(false);
    const auto rest = run(plan(Begin::Resume));
    QVERIFY(!rest->error());
    QCOMPARE(rest->counts().notSent, 0);
    QCOMPARE(rest->counts().accepted + rest->counts().unknown, 300);
    QVERIFY(rest->counts().unknown <= 48); // what was marked as sending at the time
    const qsizetype all = m_received.size();
    m_received.removeDuplicates();
    QCOMPARE(m_received.size(), all); // none was sent twice
    verifySums(*rest, 300);
}

QTEST_GUILESS_MAIN(UploadJobTest)
#include "tst_uploadjob.moc"
