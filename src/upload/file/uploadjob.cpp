// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/uploadjob.h"

#include "net/retrypolicy.h"
#include "upload/file/resultsfile.h"
#include "upload/form/singlejournal.h"

#include <QCoroFuture>
#include <QLocale>
#include <QRandomGenerator>

#include <cmath>

namespace gauge::upload {

using lake::UploadRow;
using lake::UploadRowState;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds lookAgain{200}; // while paused
constexpr milliseconds tellAgain{50}; // of progress, which nobody reads quicker
constexpr milliseconds signOfLife{30'000}; // well within lake::leaseLifetime
constexpr int mostWithoutAnswer = 5;
//! With the time of a last try it is within lake::leaseLifetime, since nothing may be written meanwhile.
constexpr milliseconds longestTrying{45'000};
//! Without a Retry-After; the service may ask for an hour.
constexpr net::RetryPolicy patience{
    .maxTries = 8, .base = milliseconds(1000), .cap = milliseconds(60'000), .budget = std::chrono::hours(1)};

UploadRow written(const RowToSend &row, UploadRowState state, const QString &message, const QDateTime &time)
{
    return {row.number, row.line, state, message, time};
}

//! The headings that identify a record.
QStringList keysOf(const QString &recordType)
{
    const catalog::RecordType *type = catalog::findRecordType(recordType);
    return type ? type->keys : QStringList();
}

//! The service does not know the configuration, so it will refuse every row.
bool isOfEveryRow(const SendOutcome &outcome, const FormRecord &record)
{
    const QString name = QStringLiteral("configuration");
    return outcome.state == SendOutcome::State::Refused && valueOf(record, name).isEmpty()
        && std::any_of(outcome.errors.begin(), outcome.errors.end(),
                       [&](const FieldError &error) { return error.heading == name; });
}

} // namespace

QString countsText(const lake::UploadCounts &counts)
{
    const QLocale locale;
    return QCoreApplication::translate("upload", "%1 accepted, %2 refused, %3 unknown, %4 not sent")
        .arg(locale.toString(counts.accepted), locale.toString(counts.refused),
             locale.toString(counts.unknown), locale.toString(counts.notSent));
}

UploadJob::UploadJob(QString title, QObject *worker, Context context, UploadPlan plan, QObject *parent)
    : Job(std::move(title), worker, parent)
    , m_context(std::move(context))
    , m_plan(std::move(plan))
    , m_keyQueues(keysOf(m_plan.file.configuration.recordType))
    , m_supply(m_plan, m_context.queue,
               {[this] { return isHeldUp(); }, [this](const Error &error) { halt(error); }})
{}

UploadJob::~UploadJob() = default;

void UploadJob::pause()
{
    m_paused = true;
}

void UploadJob::resume()
{
    m_paused = false;
}

QString UploadJob::summary() const
{
    return countsText(counts());
}

QString UploadJob::advice() const
{
    const lake::UploadCounts all = counts();
    QStringList sentences;
    if (all.unknown > 0) {
        sentences.append(QCoreApplication::translate(
            "upload",
            "Look up the unknown rows in CustomerGauge before you send them again: the "
            "service may have accepted them."));
    }
    if (all.refused + all.notSent > 0 && !m_plan.results.isEmpty())
        sentences.append(QCoreApplication::translate(
            "upload", "The results file says what to correct in the other rows."));
    return sentences.join(QLatin1Char(' '));
}

QCoro::Task<Result<void>> UploadJob::run(std::stop_token stop)
{
    GAUGE_CO_CHECK(checkResultsFiles(m_plan.file, m_plan.results, m_plan.refused));
    m_started = m_context.queue.clock->elapsed();
    m_lastSign = m_started;
    GAUGE_CO_TRY(const Client client, co_await m_context.client(stop));
    GAUGE_CO_CHECK(co_await open(stop));
    m_started = m_context.queue.clock->elapsed(); // the check is no part of the rate
    {
        const std::stop_callback onCancel(stop, [this] { m_ending.request_stop(); });
        const Client &shared = client;
        co_await sendAll(shared);
    }
    if (stop.stop_requested() && !m_failure)
        m_failure = cancelled();
    const Result<void> finished = co_await finish();
    if (m_failure) {
        const Error failure = *m_failure;
        co_return fail(failure);
    }
    co_return finished;
}

QCoro::Task<Result<void>> UploadJob::open(std::stop_token stop)
{
    const QString note = QCoreApplication::translate("upload", "Checking the file");
    report({0, -1, 0, note});
    const QFuture<Result<void>> opening = m_supply.open(stop, [this, note](qint64 done, qint64 total) {
        report({done, total, 0, note});
    });
    GAUGE_CO_CHECK(co_await opening);
    m_report = m_supply.report();
    m_upload = m_supply.upload();
    m_before = counts().sent();
    tellProgress();
    co_return Result<void>{};
}

QCoro::Task<> UploadJob::sendAll(Client client)
{
    std::vector<QCoro::Task<>> lanes;
    for (int i = 0; i < std::max(1, m_plan.atOnce); ++i)
        lanes.push_back(sendSome(client));
    for (QCoro::Task<> &lane : lanes)
        co_await lane;
    m_supply.takeBack();
    co_await m_supply.writeDown();
}

QCoro::Task<> UploadJob::sendSome(Client client)
{
    const RecordForm form = m_plan.asJson ? RecordForm::JsonBody : RecordForm::Parameters;
    const QString reference = m_plan.file.configuration.reference;
    Resending resending;
    resending.until = m_ending.get_token();
    resending.budget = longestTrying;
    if (catalog::isUpdatedByKey(m_plan.file.configuration.recordType))
        resending.when = Resending::When::Unanswered;
    while (true) {
        const std::optional<RowToSend> row = co_await nextRow();
        if (!row)
            co_return;
        const bool isItsTurn = co_await m_keyQueues.join(*row);
        if (!isItsTurn)
            continue;
        if (isHeldUp()) {
            giveBack(*row);
            continue;
        }
        // Not with the job's token: a request that has left gets its answer, so that its fate is known.
        const SendOutcome outcome
            = co_await sendRecord(client, reference, row->record, form, resending, std::stop_token());
        // One of which an earlier try may have arrived stays with its outcome, which is unknown.
        if (outcome.state == SendOutcome::State::NotSent && isTurnedAway(outcome)) {
            giveBack(*row);
        } else {
            m_supply.tell(concluded(*row, outcome));
            m_keyQueues.finish(*row);
        }
        if (m_sinceTold.hasExpired(tellAgain.count()))
            tellProgress();
    }
}

void UploadJob::giveBack(const RowToSend &row)
{
    for (RowToSend &unsent : m_keyQueues.leave(row))
        m_supply.giveBack(std::move(unsent));
}

//! The next row, whose turn it is and which is on the disk as sending; none: the lane has nothing to do.
QCoro::Task<std::optional<RowToSend>> UploadJob::nextRow()
{
    while (true) {
        // What is known is written down before a wait, and nothing waits that is marked as sending.
        if (m_supply.marksEach() || isHeldUp())
            co_await m_supply.writeDown();
        const bool goesOn = co_await mayGo();
        if (!goesOn || m_supply.isAtEnd())
            co_return std::nullopt;
        co_await waitForTurn();
        co_await m_supply.fetch();
        if (!isHeldUp())
            co_return m_supply.take();
    }
}

//! Whether the service turned a row away because there are too many: then all wait, and the row goes again.
bool UploadJob::isTurnedAway(const SendOutcome &outcome)
{
    if (outcome.state != SendOutcome::State::NotSent || !outcome.error
        || outcome.error->kind != ErrorKind::RateLimited)
        return false;
    const milliseconds now = m_context.queue.clock->elapsed();
    // Those that left together are turned away together.
    m_turnedAway += m_notBefore > now ? 0 : 1;
    const std::optional<milliseconds> wait = patience.delay(m_turnedAway, milliseconds(0), outcome.retryAfter,
                                                            QRandomGenerator::global()->generateDouble());
    if (wait)
        m_notBefore = std::max(m_notBefore, now + *wait);
    return wait.has_value();
}

//! Nothing may leave now.
bool UploadJob::isHeldUp() const
{
    return m_ending.stop_requested() || m_paused || m_notBefore > m_context.queue.clock->elapsed();
}

UploadRow UploadJob::concluded(const RowToSend &row, const SendOutcome &outcome)
{
    const UploadRowState state = rowStateOf(outcome.state);
    const bool isAnswered = state == UploadRowState::Accepted || state == UploadRowState::Refused;
    m_withoutAnswer = isAnswered ? 0 : m_withoutAnswer + (state == UploadRowState::Unknown ? 1 : 0);
    m_turnedAway = 0;
    if (state == UploadRowState::NotSent || isOfEveryRow(outcome, row.record)) {
        halt(outcome.error.value_or(
            Error{ErrorKind::Protocol, QCoreApplication::translate("upload", "A row was not sent."), {}}));
    } else if (m_withoutAnswer >= mostWithoutAnswer) {
        halt({outcome.error ? outcome.error->kind : ErrorKind::Offline,
              QCoreApplication::translate(
                  "upload",
                  "Several rows in a row got no answer, so the upload has stopped. They "
                  "are unknown; the rest was not sent. Resume when the service answers "
                  "again."),
              outcome.error ? outcome.error->detail : QString()});
    }
    m_tried += state == UploadRowState::NotSent ? 0 : 1;
    return written(row, state, state == UploadRowState::NotSent ? QString() : outcome.words(), outcome.time);
}

void UploadJob::halt(const Error &error)
{
    if (!m_failure)
        m_failure = error;
    m_ending.request_stop();
}

//! Whether the job goes on, once it is neither paused nor told to wait.
QCoro::Task<bool> UploadJob::mayGo()
{
    const std::shared_ptr<Clock> clock = m_context.queue.clock;
    while (!m_ending.stop_requested()) {
        const milliseconds now = clock->elapsed();
        if (!m_paused && m_notBefore <= now)
            co_return true;
        tellProgress();
        if (now - m_lastSign >= signOfLife) {
            m_lastSign = now;
            const QFuture<Result<void>> alive = m_supply.keepAlive();
            const Result<void> told = co_await alive;
            // Where it could not be written, the next write says so, or that another run has taken over.
            if (!told && told.error().kind != ErrorKind::Storage)
                halt(told.error());
        }
        const milliseconds wait = m_paused ? lookAgain : std::min(m_notBefore - now, signOfLife);
        co_await clock->sleep(wait, m_ending.get_token());
    }
    co_return false;
}

//! Returns when the rate allows the next row, or the job ends.
QCoro::Task<> UploadJob::waitForTurn()
{
    if (m_plan.perSecond <= 0)
        co_return;
    const std::shared_ptr<Clock> clock = m_context.queue.clock;
    const Milliseconds turn = std::max<Milliseconds>(m_nextTurn, clock->elapsed());
    m_nextTurn = turn + Milliseconds(1000 / m_plan.perSecond);
    const double left = (turn - Milliseconds(clock->elapsed())).count();
    if (left >= 1)
        co_await clock->sleep(milliseconds(qint64(std::ceil(left))), m_ending.get_token());
}

QCoro::Task<Result<void>> UploadJob::finish()
{
    const QString error = m_failure ? m_failure->text : QString();
    report({m_before + m_tried, m_report.rows - m_report.rejected, 0,
            QCoreApplication::translate("upload", "Writing the results")});
    const Result<void> ended = co_await m_supply.finish(error);
    const QFuture<Result<void>> writing = m_thread.run([this] { return writeFiles(); });
    const Result<void> files = co_await writing;
    co_return ended ? files : ended;
}

Result<void> UploadJob::writeFiles()
{
    const std::array files{std::pair(ResultsKind::EveryRow, m_plan.results),
                           std::pair(ResultsKind::Refused, m_plan.refused)};
    for (const auto &[kind, path] : files) {
        if (path.isEmpty())
            continue;
        const auto counts
            = writeResults(kind, m_plan.file, m_report.sha256, m_context.queue.lake, m_upload, path, {});
        if (!counts) {
            Error error = counts.error();
            error.text
                = QCoreApplication::translate(
                      "upload",
                      "The rows were sent and what became of them is kept (%1), but their file was not "
                      "written: %2 It can be written again at any time.")
                      .arg(summary(), error.text);
            return fail(std::move(error));
        }
        const bool isThere = kind == ResultsKind::EveryRow || counts->total() > 0;
        if (m_written.isEmpty() && isThere)
            m_written = path;
    }
    return {};
}

void UploadJob::tellProgress()
{
    m_sinceTold.start();
    const double seconds
        = std::chrono::duration<double>(m_context.queue.clock->elapsed() - m_started).count();
    QString note;
    if (m_paused)
        note = QCoreApplication::translate("upload", "Paused");
    else if (m_notBefore > m_context.queue.clock->elapsed())
        note = QCoreApplication::translate("upload", "Waiting as long as the service asks");
    const bool hasPace = seconds > 0 && !m_paused; // a pause says nothing of the time left
    report({m_before + m_tried, m_report.rows - m_report.rejected,
            hasPace ? static_cast<double>(m_tried) / seconds : 0, note});
}

} // namespace gauge::upload
