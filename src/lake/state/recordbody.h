// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "base/result.h"
#include "catalog/page.h"

#include <QFuture>

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace gauge::lake {

class SqlConnection;

//! Makes the stored form of records as received: zstd frames, with a dictionary of the feed's own
//! records, which every record repeats most of. Without it a lake is 1.6 times the records as JSON
//! lines, with it 0.7 times (200,000 responses of the sandbox), and a sync writes half the bytes.
//! Packs a page in a thread of its own, ahead of the writer: it takes a third of the writer's time.
class BodyPacker
{
public:
    BodyPacker();
    ~BodyPacker();
    Q_DISABLE_COPY_MOVE(BodyPacker)

    //! Takes the feed's newest dictionary from lake_dictionaries; while there is none, one is made and
    //! stored as soon as a page has enough records. Then begins to pack. Call it within the page's
    //! transaction, and throw the packer away when that is rolled back. The page must live until the
    //! next begin(), end() or the packer's end.
    [[nodiscard]] Result<void> begin(SqlConnection &connection, const QString &feed,
                                     const catalog::Page &page);
    //! The frame of record \a index of the page, as soon as it is there. Lives until the next begin().
    [[nodiscard]] Result<std::string_view> frame(size_t index);
    //! No frame of this page is wanted any more.
    void end();

private:
    [[nodiscard]] Result<void> prepare(SqlConnection &connection, const QString &feed,
                                       const catalog::Page &page);
    [[nodiscard]] Result<void> use(std::string_view dictionary);
    void packAll(const catalog::Page &page);
    [[nodiscard]] bool pack(std::string_view json, std::string &frame);

    struct Free
    {
        void operator()(ZSTD_CCtx_s *context) const;
        void operator()(ZSTD_CDict_s *dictionary) const;
    };
    std::unique_ptr<ZSTD_CDict_s, Free> m_dictionary;
    std::unique_ptr<ZSTD_CCtx_s, Free> m_context; //!< refers to the dictionary
    std::string m_room; //!< for the longest frame so far
    std::vector<std::string> m_frames; //!< of the page; an empty one could not be made
    std::atomic<size_t> m_packed{0}; //!< frames that are there
    std::atomic<bool> m_enough{false};
    BackgroundThread m_thread{BackgroundThread::Work::Heavy};
    QFuture<void> m_packing;
};

//! The number of the dictionary that \a frame was packed with; 0: none.
[[nodiscard]] qint64 dictionaryOf(std::string_view frame);

//! Unpacks frames with given dictionaries. Used by one thread at a time.
class FrameUnpacker
{
public:
    FrameUnpacker();
    ~FrameUnpacker();
    Q_DISABLE_COPY_MOVE(FrameUnpacker)

    //! Appends the record of \a stored, a frame or a plain text of layout 1, to \a out. Storage error when
    //! the frame is damaged; \a out is then as before.
    [[nodiscard]] Result<void> append(std::string &out, std::string_view stored,
                                      const ZSTD_DDict_s *dictionary);

private:
    struct Free
    {
        void operator()(ZSTD_DCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_DCtx_s, Free> m_context;
};

//! Reads what BodyPacker wrote, and the plain texts of layout 1.
class BodyUnpacker
{
public:
    BodyUnpacker();
    ~BodyUnpacker();
    Q_DISABLE_COPY_MOVE(BodyUnpacker)

    //! The record of \a stored, which lives until the next call. Dictionaries are read from
    //! \a connection as frames name them. Storage error when the frame is damaged.
    [[nodiscard]] Result<std::string_view> unpack(SqlConnection &connection, std::string_view stored);
    //! What \a stored was packed with, or null; lives as long as this and may be used in every thread.
    [[nodiscard]] Result<const ZSTD_DDict_s *> dictionary(SqlConnection &connection, std::string_view stored);

private:
    struct Free
    {
        void operator()(ZSTD_DDict_s *dictionary) const;
    };
    FrameUnpacker m_frames;
    std::map<unsigned, std::unique_ptr<ZSTD_DDict_s, Free>> m_dictionaries;
    std::string m_json;
};

} // namespace gauge::lake
