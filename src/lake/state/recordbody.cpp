// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/state/recordbody.h"

#include "base/log.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"

#include <zdict.h>
#include <zstd.h>

#include <vector>

namespace gauge::lake {

namespace {

//! 64 KiB hold 40 records of 1.5 KB; twice as much gains 3 % more.
constexpr size_t dictionarySize = size_t(64) * 1024;
//! Training needs about ten times as much to choose from.
constexpr size_t enoughToTrain = 10 * dictionarySize;
//! 3.8 µs a record; level 1 is no faster on texts this short.
constexpr int level = 3;
//! As long as an answer of the service may be (net::Request::maxBody); a damaged or hostile frame may claim
//! anything.
constexpr unsigned long long longestBody = 64ULL << 20;

tl::unexpected<Error> damaged(const char *reason)
{
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("lake",
                                            "A record in the local copy is damaged and cannot be shown as it "
                                            "was received. Remove the local copy and sync again."),
                QString::fromUtf8(reason));
}

//! A record is a JSON object, and no frame begins like one.
bool isPlain(std::string_view stored)
{
    return stored.starts_with('{');
}

//! Nothing where the records have too little in common: they are packed each by itself then.
std::string trained(const catalog::Page &page)
{
    std::string samples;
    std::vector<size_t> sizes;
    for (const catalog::Record &record : page.records) {
        samples += record.raw;
        sizes.push_back(record.raw.size());
        if (samples.size() >= enoughToTrain)
            break; // more would only take longer: 90 ms for a whole page
    }
    if (samples.size() < enoughToTrain)
        return {};
    std::string dictionary(dictionarySize, '\0');
    const size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(),
                                              sizes.data(), unsigned(sizes.size()));
    if (ZDICT_isError(size)) {
        qCInfo(logLake) << "no dictionary:" << ZDICT_getErrorName(size);
        return {};
    }
    dictionary.resize(size);
    return dictionary;
}

} // namespace

void BodyPacker::Free::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

void BodyPacker::Free::operator()(ZSTD_CDict_s *dictionary) const
{
    ZSTD_freeCDict(dictionary);
}

BodyPacker::BodyPacker()
    : m_context(ZSTD_createCCtx())
{
    Q_CHECK_PTR(m_context);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, level);
}

BodyPacker::~BodyPacker()
{
    end();
}

Result<void> BodyPacker::use(std::string_view dictionary)
{
    m_dictionary.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), level));
    if (const size_t done = ZSTD_CCtx_refCDict(m_context.get(), m_dictionary.get()); ZSTD_isError(done))
        return damaged(ZSTD_getErrorName(done));
    return {};
}

Result<void> BodyPacker::begin(SqlConnection &connection, const QString &feed, const catalog::Page &page)
{
    end();
    GAUGE_CHECK(prepare(connection, feed, page));
    m_frames.resize(std::max(m_frames.size(), page.records.size()));
    m_packed = 0;
    m_enough = false;
    m_packing = m_thread.run([this, &page] { packAll(page); });
    return {};
}

void BodyPacker::end()
{
    m_enough = true;
    m_packing.waitForFinished();
}

void BodyPacker::packAll(const catalog::Page &page)
{
    for (size_t i = 0; i < page.records.size() && !m_enough; ++i) {
        if (!pack(page.records[i].raw, m_frames[i]))
            m_frames[i].clear();
        m_packed = i + 1;
        m_packed.notify_one();
    }
}

Result<std::string_view> BodyPacker::frame(size_t index)
{
    for (size_t packed = m_packed; packed <= index; packed = m_packed)
        m_packed.wait(packed);
    if (m_frames[index].empty())
        return damaged("no frame was made");
    return m_frames[index];
}

Result<void> BodyPacker::prepare(SqlConnection &connection, const QString &feed, const catalog::Page &page)
{
    if (m_dictionary)
        return {};
    GAUGE_TRY(auto known,
              Statement::prepare(
                  connection,
                  "SELECT content FROM lake_dictionaries WHERE feed=? AND length(content)<=1048576 ORDER BY "
                  "made_at DESC LIMIT 1"));
    known.bind(1, feed);
    GAUGE_TRY(const auto row, known.step());
    if (row)
        return use(known.bytes(0));
    const std::string dictionary = trained(page);
    if (dictionary.empty())
        return {};
    // The same records make the same dictionary, which may have been set aside (cleaning.h).
    GAUGE_TRY(auto keep,
              Statement::prepare(connection,
                                 "INSERT INTO lake_dictionaries(dictionary_id, feed, made_at, content) "
                                 "VALUES(?,?,CURRENT_TIMESTAMP,?) ON CONFLICT(dictionary_id) DO UPDATE "
                                 "SET feed=excluded.feed, made_at=excluded.made_at"));
    keep.bind(1, qint64(ZDICT_getDictID(dictionary.data(), dictionary.size())));
    keep.bind(2, feed);
    keep.bindBlobView(3, dictionary);
    GAUGE_CHECK(keep.run());
    return use(dictionary);
}

bool BodyPacker::pack(std::string_view json, std::string &frame)
{
    if (const size_t most = ZSTD_compressBound(json.size()); m_room.size() < most)
        m_room.resize(most);
    const size_t size
        = ZSTD_compress2(m_context.get(), m_room.data(), m_room.size(), json.data(), json.size());
    if (ZSTD_isError(size)) {
        qCWarning(logLake) << "a record could not be packed:" << ZSTD_getErrorName(size);
        return false;
    }
    frame.assign(m_room.data(), size);
    return true;
}

qint64 dictionaryOf(std::string_view frame)
{
    return isPlain(frame) ? 0 : qint64(ZSTD_getDictID_fromFrame(frame.data(), frame.size()));
}

void FrameUnpacker::Free::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

FrameUnpacker::FrameUnpacker()
    : m_context(ZSTD_createDCtx())
{
    Q_CHECK_PTR(m_context);
}

FrameUnpacker::~FrameUnpacker() = default;

Result<void> FrameUnpacker::append(std::string &out, std::string_view stored, const ZSTD_DDict_s *dictionary)
{
    if (isPlain(stored)) {
        out += stored;
        return {};
    }
    const unsigned long long size = ZSTD_getFrameContentSize(stored.data(), stored.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > longestBody)
        return damaged("no frame");
    const size_t from = out.size();
    out.resize(from + size);
    const size_t got = ZSTD_decompress_usingDDict(m_context.get(), out.data() + from, size, stored.data(),
                                                  stored.size(), dictionary);
    out.resize(ZSTD_isError(got) ? from : from + got);
    if (ZSTD_isError(got))
        return damaged(ZSTD_getErrorName(got));
    return {};
}

void BodyUnpacker::Free::operator()(ZSTD_DDict_s *dictionary) const
{
    ZSTD_freeDDict(dictionary);
}

BodyUnpacker::BodyUnpacker() = default;

BodyUnpacker::~BodyUnpacker() = default;

Result<const ZSTD_DDict_s *> BodyUnpacker::dictionary(SqlConnection &connection, std::string_view stored)
{
    const unsigned id = isPlain(stored) ? 0 : ZSTD_getDictID_fromFrame(stored.data(), stored.size());
    if (id == 0)
        return nullptr;
    if (const auto known = m_dictionaries.find(id); known != m_dictionaries.end())
        return known->second.get();
    auto statement = Statement::prepare(connection,
                                        "SELECT content FROM lake_dictionaries WHERE dictionary_id=? AND "
                                        "length(content)<=1048576"); // sixteen times the longest of ours
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, qint64(id));
    GAUGE_TRY(const auto row, statement->step());
    if (!row)
        return damaged("no such dictionary");
    const std::string_view content = statement->bytes(0);
    auto &slot = m_dictionaries[id];
    slot.reset(ZSTD_createDDict(content.data(), content.size()));
    return slot.get();
}

Result<std::string_view> BodyUnpacker::unpack(SqlConnection &connection, std::string_view stored)
{
    if (isPlain(stored))
        return stored;
    GAUGE_TRY(const auto known, dictionary(connection, stored));
    m_json.clear();
    GAUGE_CHECK(m_frames.append(m_json, stored, known));
    return m_json;
}

} // namespace gauge::lake
