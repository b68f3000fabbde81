// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/uploadrows.h"

#include "upload/form/request.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QFileInfo>
#include <QLocale>

#include <array>
#include <utility>

namespace gauge::upload {

namespace {

using lake::UploadEntry;
using lake::UploadRow;
using lake::UploadRowState;

constexpr std::size_t rowsInOneWrite = 1000;

QString wordsOf(const std::vector<RecordFinding> &findings)
{
    QStringList words;
    for (const RecordFinding &finding : findings) {
        if (finding.severity == Severity::Error)
            words.append(finding.words);
    }
    return words.join(QLatin1Char(' '));
}

tl::unexpected<Error> wasBegunBefore(const UploadEntry &upload)
{
    const QLocale locale;
    return fail(ErrorKind::Input,
                QCoreApplication::translate("upload",
                                            "This file was begun on %1, and %2 of its %3 rows were sent. "
                                            "Nothing was sent now. Resume that upload, or choose to begin "
                                            "anew.")
                    .arg(locale.toString(upload.started.toLocalTime(), QLocale::ShortFormat),
                         locale.toString(upload.counts.sent()), locale.toString(upload.counts.total())));
}

} // namespace

tl::unexpected<Error> fileWasChanged()
{
    return fail(ErrorKind::Input,
                QCoreApplication::translate("upload",
                                            "The file was changed since it was checked. Check it again, then "
                                            "send it."));
}

RowQueue::RowQueue(UploadPlan plan, Context context)
    : m_plan(std::move(plan))
    , m_context(std::move(context))
{}

Result<std::unique_ptr<RowQueue>> RowQueue::open(const UploadPlan &plan, const Context &context,
                                                 std::stop_token stop, const OnBytes &progress)
{
    GAUGE_TRY(auto report, checkFile(plan.file, stop, progress));
    if (!plan.checkedSha256.isEmpty() && plan.checkedSha256 != report.sha256)
        return fileWasChanged();
    if (report.isRefused())
        return fail(rejectionError(report));
    GAUGE_TRY(auto journal, lake::UploadJournal::open(context.lake, context.catalog, context.clock, stop));
    GAUGE_CHECK(journal->bind(context.system));
    GAUGE_TRY(auto file, MappedFile::open(plan.file));
    std::unique_ptr<RowQueue> queue(new RowQueue(plan, context));
    queue->m_report = std::move(report);
    queue->m_journal = std::move(journal);
    queue->m_file = std::move(file);
    GAUGE_CHECK(queue->take(stop));
    return queue;
}

//! The upload to go on with; none: a new one begins.
Result<std::optional<Resumption>> RowQueue::earlier(std::stop_token stop)
{
    using Found = std::optional<Resumption>;
    const QString reference = m_plan.file.configuration.reference;
    if (m_plan.begin == UploadPlan::Begin::Restart)
        return Found();
    if (m_plan.begin == UploadPlan::Begin::Once) {
        GAUGE_TRY(const auto same,
                  m_journal->newestOfBytes(m_context.connection, reference, m_report.sha256));
        const bool isOpen = same && same->state != UploadEntry::State::Done;
        return isOpen ? Result<Found>(wasBegunBefore(*same)) : Found();
    }
    GAUGE_TRY(const auto history, lake::UploadHistory::open(m_context.lake, stop));
    auto found
        = findResumption(m_plan.file, m_report, history, m_context.connection, m_context.clock->now(), stop);
    if (found && !*found)
        return nothingToResume(reference);
    return found;
}

Result<void> RowQueue::take(std::stop_token stop)
{
    GAUGE_TRY(const auto known, earlier(stop));
    const QFileInfo file(m_plan.file.path);
    UploadEntry about;
    about.connection = m_context.connection;
    about.configuration = m_plan.file.configuration.reference;
    about.recordType = m_plan.file.configuration.recordType;
    about.file = file.fileName();
    about.folder = file.absolutePath();
    about.sha256 = m_report.sha256;
    about.bytes = m_report.bytes;
    about.counts.notSent = m_report.rows;
    Result<void> taken;
    if (!known) {
        taken = m_journal->begin(about);
    } else if (known->isChanged) {
        taken = resumeChanged(known->upload.id, about, stop);
    } else {
        UploadEntry upload = known->upload;
        upload.file = about.file;
        upload.folder = about.folder;
        taken = m_journal->resume(upload);
    }
    m_upload = m_journal->id();
    return taken;
}

Result<void> RowQueue::resumeChanged(qint64 id, const UploadEntry &about, std::stop_token stop)
{
    GAUGE_TRY(const auto file, printsOf(m_plan.file, m_report.sha256, std::move(stop)));
    return m_journal->resumeChanged(
        id, about, [&](std::vector<UploadRow> rows, qint64 total) -> Result<std::vector<UploadRow>> {
            Recognition found = recognise(std::move(rows), total, file);
            GAUGE_CHECK(mayResume(found, m_plan.file.configuration));
            return std::move(found.rows);
        });
}

bool RowQueue::isToBeSent(qint64 number) const
{
    const UploadRowState state = m_journal->state(number);
    return state == UploadRowState::NotSent || (state == UploadRowState::Unknown && m_plan.resendUnknown);
}

UploadRow RowQueue::rowOf(qint64 number, qint64 line, UploadRowState state, const QString &message) const
{
    return {number, line, state, message, m_context.clock->now()};
}

//! The next row of the file, which must be what was checked.
Result<bool> RowQueue::readRow(MappedRow &row)
{
    auto found = m_file->next(row);
    if (!found)
        return found;
    m_atEnd = !*found;
    const bool isSame = m_atEnd ? m_file->reader().sha256() == m_report.sha256 : row.number <= m_report.rows;
    return isSame ? found : fileWasChanged();
}

//! The next row that is to be sent; those in front of it that cannot be are written down.
Result<std::optional<RowToSend>> RowQueue::nextRow()
{
    if (!m_back.empty()) {
        std::optional<RowToSend> row = std::move(m_back.back());
        m_back.pop_back();
        return row;
    }
    MappedRow row;
    while (!m_atEnd) {
        if (m_unwritten.size() >= rowsInOneWrite) {
            GAUGE_CHECK(writeKnown());
        }
        GAUGE_TRY(const auto found, readRow(row));
        if (!found || !isToBeSent(row.number))
            continue;
        const QString words = wordsOf(row.findings);
        if (words.isEmpty()) {
            const QString content = printOf(row.record, m_file->cells()).content();
            return RowToSend{row.number, row.line, withoutEmpty(std::move(row.record)), content};
        }
        m_unwritten.push_back(rowOf(row.number, row.line, UploadRowState::NotSent, words));
    }
    return std::nullopt;
}

//! The next rows; after an error they are read again.
Result<std::vector<RowToSend>> RowQueue::readRows(int wanted)
{
    std::vector<RowToSend> rows;
    while (int(rows.size()) < wanted) {
        auto row = nextRow();
        if (!row) {
            putBack(rows);
            return fail(std::move(row.error()));
        }
        if (!*row)
            break;
        rows.push_back(std::move(**row));
    }
    return rows;
}

//! Rows that are to be given out next, the first of \a rows before the others.
void RowQueue::putBack(std::vector<RowToSend> &rows)
{
    for (; !rows.empty(); rows.pop_back())
        m_back.push_back(std::move(rows.back()));
    // Those that come back at different times are given out in the order of the file all the same.
    std::stable_sort(m_back.begin(), m_back.end(),
                     [](const RowToSend &one, const RowToSend &other) { return one.number > other.number; });
}

Result<void> RowQueue::writeKnown()
{
    auto written = m_journal->write(m_unwritten);
    m_isWriteFailed = !written;
    if (written)
        m_unwritten.clear();
    return written;
}

Result<std::vector<RowToSend>> RowQueue::advance(std::vector<UploadRow> told, std::vector<RowToSend> back,
                                                 int wanted)
{
    m_unwritten.insert(m_unwritten.end(), told.begin(), told.end());
    for (const RowToSend &row : back)
        m_unwritten.push_back(rowOf(row.number, row.line, UploadRowState::NotSent));
    putBack(back);
    m_isWriteFailed = false;
    auto next = readRows(wanted);
    if (!next) {
        if (!m_isWriteFailed) { // the file cannot be read on: what is known is kept all the same
            std::ignore = writeKnown();
            m_isWriteFailed = false;
        }
        return next;
    }
    const std::size_t known = m_unwritten.size();
    for (const RowToSend &row : *next) {
        m_unwritten.push_back(rowOf(row.number, row.line, UploadRowState::Sending));
        m_unwritten.back().content = row.content;
    }
    if (auto written = writeKnown(); !written) {
        m_unwritten.erase(m_unwritten.begin() + qsizetype(known), m_unwritten.end()); // none of these leaves
        putBack(*next);
        return fail(std::move(written.error()));
    }
    return next;
}

Result<void> RowQueue::finish(const QString &error)
{
    GAUGE_CHECK(writeKnown());
    auto finished = m_journal->finish(error);
    m_isWriteFailed = !finished;
    return finished;
}

namespace {

void tell(QPromise<bool> &turn, bool mayGo)
{
    turn.addResult(mayGo);
    turn.finish();
}

} // namespace

KeyQueues::KeyQueues(QStringList headings)
    : m_headings(std::move(headings))
{}

QCoro::Task<bool> KeyQueues::join(RowToSend row)
{
    const RecordKey key = keyOf(row.record, m_headings);
    if (key.value.isEmpty())
        co_return true;
    const auto turn = std::make_shared<QPromise<bool>>();
    turn->start();
    Line &line = m_lines[hashOf(key)];
    line.push_back({std::move(row), turn});
    if (line.size() == 1)
        co_return true;
    const QFuture<bool> future = turn->future();
    co_return co_await future;
}

void KeyQueues::finish(const RowToSend &row)
{
    const std::size_t key = hashOf(keyOf(row.record, m_headings));
    if (!m_lines.contains(key))
        return;
    Line &line = m_lines[key];
    line.pop_front();
    if (line.empty())
        m_lines.remove(key);
    else
        tell(*line.front().turn, true);
}

std::vector<RowToSend> KeyQueues::leave(const RowToSend &row)
{
    const Line line = m_lines.take(hashOf(keyOf(row.record, m_headings)));
    if (line.empty())
        return {row};
    std::vector<RowToSend> rows;
    for (const Place &place : line) {
        if (!rows.empty())
            tell(*place.turn, false);
        rows.push_back(place.row);
    }
    return rows;
}

namespace {

//! A crash makes unknown what is marked, so a slow upload marks each row when it leaves; a fast one must not
//! wait for the disk.
int mostMarked(double perSecond)
{
    constexpr double slow = 50;
    constexpr double seconds = 0.08;
    constexpr int most = 48;
    if (perSecond <= 0)
        return most;
    return perSecond <= slow ? 1 : std::min(most, int(perSecond * seconds));
}

} // namespace

RowSupply::RowSupply(UploadPlan plan, RowQueue::Context context, Owner owner)
    : m_plan(std::move(plan))
    , m_context(std::move(context))
    , m_owner(std::move(owner))
    , m_most(mostMarked(m_plan.perSecond))
{}

QFuture<Result<void>> RowSupply::open(std::stop_token stop, OnBytes progress)
{
    return m_thread.run([this, stop, progress = std::move(progress)]() -> Result<void> {
        GAUGE_TRY(m_queue, RowQueue::open(m_plan, m_context, stop, progress));
        noteCounts(0);
        return {};
    });
}

//! Rows that are marked count as unknown in the journal. \a onTheirWay: by how many there are more than
//! before.
void RowSupply::noteCounts(qint64 onTheirWay)
{
    m_onTheirWay += onTheirWay;
    const std::lock_guard lock(m_soFarMutex);
    m_soFar = m_queue->counts();
    m_soFar.unknown -= m_onTheirWay;
    m_soFar.notSent += m_onTheirWay;
}

lake::UploadCounts RowSupply::counts() const
{
    const std::lock_guard lock(m_soFarMutex);
    return m_soFar;
}

bool RowSupply::isAtEnd() const
{
    return m_supply.empty() && m_back.empty() && !m_hasMore && !m_isAdvancing && !willRewrite();
}

QCoro::Task<> RowSupply::fetch()
{
    takeIn();
    while (m_supply.empty() && !isAtEnd() && !m_owner.isHeldUp()) {
        co_await waitToRewrite();
        if (!m_isAdvancing && m_supply.empty())
            advance(std::max(1, m_most - m_underWay));
        const QFuture<Rows> advancing = m_advancing;
        co_await advancing;
        takeIn();
    }
}

std::optional<RowToSend> RowSupply::take()
{
    if (m_supply.empty())
        return std::nullopt;
    std::optional<RowToSend> row = std::move(m_supply.front());
    m_supply.pop_front();
    ++m_underWay;
    // The disk is at work while these are sent.
    const int marked = int(m_supply.size()) + m_underWay;
    if (m_hasMore && !m_isAdvancing && m_failures == 0 && marked <= m_most / 4)
        advance(m_most - marked);
    return row;
}

void RowSupply::tell(lake::UploadRow row)
{
    --m_underWay;
    m_told.push_back(std::move(row));
}

void RowSupply::giveBack(RowToSend row)
{
    --m_underWay;
    m_back.push_back(std::move(row));
    takeBack(); // those that come after it in the file must not overtake it
}

void RowSupply::takeBack()
{
    m_back.insert(m_back.end(), m_supply.begin(), m_supply.end());
    m_supply.clear();
}

QCoro::Task<> RowSupply::writeDown()
{
    while (true) {
        takeIn();
        if (m_owner.isHeldUp())
            takeBack();
        if (!m_isAdvancing && m_told.empty() && m_back.empty() && !willRewrite())
            co_return;
        co_await waitToRewrite();
        if (!m_isAdvancing)
            advance(0);
        const QFuture<Rows> advancing = m_advancing;
        co_await advancing;
    }
}

//! Whether a write that failed is tried again.
bool RowSupply::willRewrite() const
{
    return m_rewriteAfter.has_value();
}

//! Waits after a write that failed; several may wait, the first of them writes.
QCoro::Task<> RowSupply::waitToRewrite()
{
    // Also when the job ends: what is known must not be lost because somebody is in a hurry.
    if (!m_isAdvancing && m_rewriteAfter)
        co_await m_context.clock->sleep(*m_rewriteAfter, std::stop_token());
}

//! Begins to write down what is known, and to mark the next rows.
void RowSupply::advance(int wanted)
{
    m_hasMore = m_hasMore || !m_back.empty();
    m_wanted = wanted;
    m_isAdvancing = true;
    m_advancing = m_thread.run(
        [this, wanted, told = std::exchange(m_told, {}), back = std::exchange(m_back, {})]() mutable -> Rows {
            m_arrived += qint64(told.size()) + qint64(back.size());
            Rows next = m_queue->advance(std::move(told), std::move(back), wanted);
            if (next)
                noteCounts(qint64(next->size()) - std::exchange(m_arrived, 0));
            return next;
        });
}

//! The rows of a write that has ended; whoever comes first takes them.
void RowSupply::takeIn()
{
    if (!m_isAdvancing || !m_advancing.isFinished())
        return;
    m_isAdvancing = false;
    const Rows rows = m_advancing.result();
    m_rewriteAfter.reset();
    if (!rows) {
        if (m_queue->isWriteFailed())
            m_rewriteAfter = lake::waitBeforeRewrite(rows.error(), ++m_failures);
        if (m_rewriteAfter)
            return;
        m_hasMore = false;
        m_owner.halt(rows.error());
        return;
    }
    m_failures = 0;
    m_hasMore = int(rows->size()) == m_wanted && m_hasMore;
    m_supply.insert(m_supply.end(), rows->begin(), rows->end());
    if (!m_back.empty())
        takeBack();
}

QFuture<Result<void>> RowSupply::keepAlive()
{
    return m_thread.run([this] { return m_queue->keepAlive(); });
}

QFuture<Result<void>> RowSupply::tryToFinish(const QString &error)
{
    return m_thread.run([this, error] { return m_queue->finish(error); });
}

QCoro::Task<Result<void>> RowSupply::finish(QString error)
{
    std::optional<Error> failure;
    for (bool again = true; again;) {
        const QFuture<Result<void>> ending = tryToFinish(error);
        const Result<void> ended = co_await ending;
        failure = ended ? std::nullopt : std::optional(ended.error());
        m_rewriteAfter.reset();
        if (!ended)
            m_rewriteAfter = lake::waitBeforeRewrite(ended.error(), ++m_failures);
        again = m_rewriteAfter.has_value();
        co_await waitToRewrite();
    }
    const QFuture<void> closing = m_thread.run([this] {
        noteCounts(-m_onTheirWay);
        m_queue.reset();
    });
    co_await closing;
    if (failure) {
        const Error last = *failure;
        co_return fail(last);
    }
    co_return Result<void>{};
}

} // namespace gauge::upload
