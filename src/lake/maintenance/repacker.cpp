// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/repacker.h"

#include "lake/sql/connection.h"
#include "lake/sql/statement.h"

namespace gauge::lake {

namespace {

//! A transaction of some tens of milliseconds, with enough records to train a dictionary.
constexpr qint64 bodiesAStep = 4000;

} // namespace

Repacker::Repacker(Connection &connection, const FeedLayout &layout)
    : m_connection(connection)
    , m_layout(layout)
    , m_tables{{layout.rawTable(), "row_id"}, {layout.versionsTable(), "version_id"}}
{}

Result<void> Repacker::readOutdated()
{
    m_outdated.clear();
    auto statement
        = Statement::prepare(m_connection, "SELECT dictionary_id FROM lake_dictionaries WHERE feed=?");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, QLatin1Char('~') + m_layout.endpoint().id);
    return statement->forEachRow([&] { m_outdated.insert(statement->integer(0)); });
}

Result<bool> Repacker::take(const Bodies &from, catalog::Page &page, std::vector<qint64> &rows)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(m_connection,
                                 std::string("SELECT ") + from.key + ", body FROM " + from.table + " WHERE "
                                     + from.key + ">? ORDER BY " + from.key + " LIMIT ?"));
    statement.bind(1, m_last);
    statement.bind(2, bodiesAStep);
    qint64 read = 0;
    Result<void> unpacked;
    auto walked = statement.forEachRow([&] {
        ++read;
        m_last = statement.integer(0);
        const std::string_view frame = statement.bytes(1);
        if (!unpacked || !m_outdated.contains(dictionaryOf(frame)))
            return;
        const auto body = m_unpacker.unpack(m_connection, frame);
        if (!body) {
            unpacked = fail(body.error());
            return;
        }
        rows.push_back(m_last);
        page.records.emplace_back().raw = page.storage->texts.emplace_back(*body);
    });
    if (!walked || !unpacked)
        return fail(walked ? std::move(unpacked.error()) : std::move(walked.error()));
    m_done += read;
    return read == bodiesAStep;
}

Result<void> Repacker::replace(const Bodies &in, const catalog::Page &page, const std::vector<qint64> &rows)
{
    GAUGE_CHECK(m_packer.begin(m_connection, m_layout.endpoint().id, page));
    std::vector<PackedBody> bodies;
    for (size_t i = 0; i < rows.size(); ++i) {
        const auto frame = m_packer.frame(i);
        if (!frame) {
            m_packer.end();
            return fail(frame.error());
        }
        bodies.push_back({rows[i], *frame});
    }
    m_packer.end();
    return m_connection.replaceBodies(in.table, in.key, bodies);
}

Result<bool> Repacker::step()
{
    // Read each time: the packer takes a dictionary up again that comes out as it was.
    GAUGE_CHECK(readOutdated());
    if (m_outdated.empty())
        return false;
    catalog::Page page;
    std::vector<qint64> rows;
    GAUGE_TRY(const auto more, take(m_tables[m_table], page, rows));
    if (!rows.empty()) {
        GAUGE_CHECK(replace(m_tables[m_table], page, rows));
    }
    if (more)
        return true;
    m_last = 0;
    return ++m_table < m_tables.size();
}

} // namespace gauge::lake
