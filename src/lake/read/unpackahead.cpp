// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/unpackahead.h"

#include "base/platform.h"
#include "catalog/jsonrepair.h"

#include <QThread>
#include <QtConcurrentRun>

namespace gauge::lake {

namespace {

//! A batch takes about 0.2 ms to unpack: waking a thread costs little beside it.
constexpr std::size_t recordsInBatch = 128;
//! Of large records there are fewer in a batch.
constexpr std::size_t bytesInBatch = 256 * 1024;
//! Beyond four threads the reading one is the slowest.
constexpr int mostThreads = 4;

Error notJson(qint64 key)
{
    return {
        ErrorKind::Storage,
        QCoreApplication::translate("lake",
                                    "A record in the local copy is damaged: it is not JSON. Reconcile with "
                                    "the service, then try again."),
        QStringLiteral("row %1").arg(key)};
}

//! Repairs the record that begins at \a from. False: its structure is damaged.
bool makeValid(std::string &records, std::size_t from)
{
    thread_local std::string repaired;
    const std::string_view record = std::string_view(records).substr(from);
    const auto valid = catalog::validRecord(record, repaired);
    if (valid && valid->data() != record.data())
        records.replace(from, std::string::npos, *valid);
    return valid.has_value();
}

} // namespace

UnpackAhead::UnpackAhead(SqlConnection &connection, BodyUnpacker &unpacker, RawForm form,
                         std::stop_token stop, const RawVisitor &visit)
    : m_connection(connection)
    , m_unpacker(unpacker)
    , m_form(form)
    , m_stop(std::move(stop))
    , m_visit(visit)
{
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, mostThreads));
}

UnpackAhead::~UnpackAhead()
{
    for (const std::unique_ptr<Batch> &batch : m_sent)
        batch->work.cancel(); // those that no thread has begun
    for (const std::unique_ptr<Batch> &batch : m_sent)
        batch->work.waitForFinished();
}

Result<bool> UnpackAhead::add(qint64 key, std::string_view stored)
{
    Batch &batch = *m_filling;
    batch.packed += stored;
    Entry &entry = batch.entries.emplace_back();
    entry.key = key;
    entry.packedEnd = batch.packed.size();
    const auto dictionary = m_unpacker.dictionary(m_connection, stored);
    if (dictionary)
        entry.dictionary = *dictionary;
    else
        entry.damage = dictionary.error();
    if (batch.entries.size() < recordsInBatch && batch.packed.size() < bytesInBatch)
        return true;
    send();
    const auto most = std::size_t(m_pool.maxThreadCount()) + 2;
    return m_sent.size() < most ? true : visitOldest();
}

Result<void> UnpackAhead::finish()
{
    if (m_sent.empty()) { // one record, or a few: no other thread is worth its start
        unpack(*m_filling, m_form);
        const auto visited = visit(*m_filling);
        return visited ? Result<void>() : fail(visited.error());
    }
    send();
    while (!m_sent.empty()) {
        GAUGE_TRY(const auto more, visitOldest());
        if (!more)
            break;
    }
    return {};
}

void UnpackAhead::send()
{
    Batch *const batch = m_filling.get();
    const QThread *const reader = QThread::currentThread();
    batch->work = QtConcurrent::run(&m_pool, [batch, reader, form = m_form] {
        if (QThread::currentThread() != reader) // which runs it when it would have to wait for it
            platform::lowerThreadPriority();
        unpack(*batch, form);
    });
    m_sent.push_back(std::move(m_filling));
    m_filling = emptyBatch();
}

void UnpackAhead::unpack(Batch &batch, RawForm form)
{
    const std::string_view packed = batch.packed;
    std::size_t from = 0;
    for (Entry &entry : batch.entries) {
        const std::string_view stored = packed.substr(from, entry.packedEnd - from);
        from = entry.packedEnd;
        if (!entry.damage) {
            const std::size_t begin = batch.records.size();
            if (auto done = batch.unpacker.append(batch.records, stored, entry.dictionary); !done)
                entry.damage = std::move(done.error());
            else if (form == RawForm::ValidJson && !makeValid(batch.records, begin))
                entry.damage = notJson(entry.key);
        }
        entry.recordEnd = batch.records.size();
    }
}

Result<bool> UnpackAhead::visitOldest()
{
    std::unique_ptr<Batch> batch = std::move(m_sent.front());
    m_sent.pop_front();
    batch->work.waitForFinished();
    const Result<bool> more = visit(*batch);
    m_free.push_back(std::move(batch));
    return more;
}

Result<bool> UnpackAhead::visit(const Batch &batch) const
{
    const std::string_view records = batch.records;
    std::size_t from = 0;
    for (const Entry &entry : batch.entries) {
        if (m_stop.stop_requested())
            return fail(cancelled());
        if (entry.damage)
            return fail(*entry.damage);
        if (!m_visit(entry.key, records.substr(from, entry.recordEnd - from)))
            return false;
        from = entry.recordEnd;
    }
    return true;
}

std::unique_ptr<UnpackAhead::Batch> UnpackAhead::emptyBatch()
{
    if (m_free.empty())
        return std::make_unique<Batch>();
    std::unique_ptr<Batch> batch = std::move(m_free.back());
    m_free.pop_back();
    batch->entries.clear();
    batch->packed.clear();
    batch->records.clear();
    return batch;
}

} // namespace gauge::lake
