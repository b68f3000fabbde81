// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/lakesession.h"

namespace gauge::ui {

//! Where a table gets the rows of one feed: the lake in the program, made-up rows in tests. Every
//! call returns at once; answers may come in any order, late or never.
class RowSource
{
public:
    using SnapshotPointer = engine::LakeSession::SnapshotPointer;

    virtual ~RowSource() = default;
    virtual QFuture<Result<std::vector<lake::LakeColumn>>> columns() = 0;
    virtual QFuture<Result<SnapshotPointer>> snapshot(query::Query query, std::stop_token stop) = 0;
    virtual QFuture<Result<std::vector<lake::OwnedRow>>> rows(std::vector<qint64> keys, QStringList columns)
        = 0;
};

//! One feed of a lake.
class LakeRowSource final : public RowSource
{
public:
    LakeRowSource(std::shared_ptr<engine::LakeSession> session, QString feed)
        : m_session(std::move(session))
        , m_feed(std::move(feed))
    {}

    QFuture<Result<std::vector<lake::LakeColumn>>> columns() override { return m_session->columns(m_feed); }
    QFuture<Result<SnapshotPointer>> snapshot(query::Query query, std::stop_token stop) override
    {
        return m_session->snapshot(m_feed, std::move(query), std::move(stop));
    }
    QFuture<Result<std::vector<lake::OwnedRow>>> rows(std::vector<qint64> keys, QStringList columns) override
    {
        return m_session->rows(m_feed, std::move(keys), std::move(columns));
    }

private:
    std::shared_ptr<engine::LakeSession> m_session;
    QString m_feed;
};

} // namespace gauge::ui
