// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/meanings.h"

#include "lake/maintenance/maintenance.h"
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lake/sql/feedlayout.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gauge::lake {

namespace {

constexpr std::array meaningTable{
    Meaning{"*", "", QT_TRANSLATE_NOOP("lake", "the records of a feed, one row each, one column a value")},
    Meaning{"*", "row_id",
            QT_TRANSLATE_NOOP("lake",
                              "the lake's own number of the record, never used again; other in "
                              "another lake")},
    Meaning{"*_n", "", QT_TRANSLATE_NOOP("lake", "further columns of a feed; join it by LEFT JOIN")},
    Meaning{"*_n", "row_id", QT_TRANSLATE_NOOP("lake", "the record's row_id in the feed's table")},
    Meaning{"*_raw", "", QT_TRANSLATE_NOOP("lake", "each record of a feed as it was received")},
    Meaning{"*_raw", "row_id", QT_TRANSLATE_NOOP("lake", "the record's row_id in the feed's table")},
    Meaning{"*_raw", "body",
            QT_TRANSLATE_NOOP(
                "lake",
                "its JSON as received, with damaged texts repaired, as a zstd frame; the frame names its "
                "dictionary in lake_dictionaries")},
    Meaning{
        "*_raw", "first_sync",
        QT_TRANSLATE_NOOP("lake", "the sync (lake_syncs.id) that brought it first; NULL: before layout 2")},
    Meaning{"*_raw", "seen_sync", QT_TRANSLATE_NOOP("lake", "the sync that met it last")},
    Meaning{"*_raw", "changed_sync", QT_TRANSLATE_NOOP("lake", "the sync that brought what it is now")},
    Meaning{"*_raw", "gone_sync",
            QT_TRANSLATE_NOOP("lake",
                              "the sync that did not find it any more; NULL: it is there, as far as is "
                              "known")},
    Meaning{"*_versions", "", QT_TRANSLATE_NOOP("lake", "what the records of a feed were before")},
    Meaning{"*_versions", "version_id", QT_TRANSLATE_NOOP("lake", "number of the version, in order of time")},
    Meaning{"*_versions", "row_id", QT_TRANSLATE_NOOP("lake", "the record's row_id in the feed's table")},
    Meaning{"*_versions", "sync", QT_TRANSLATE_NOOP("lake", "the sync that had brought this version")},
    Meaning{"*_versions", "body",
            QT_TRANSLATE_NOOP("lake", "its JSON, packed as in the table of records as received")},
    Meaning{"*_search", "", QT_TRANSLATE_NOOP("lake", "full-text index (FTS5); its rowid is the row_id"),
            Meaning::In::File},
    Meaning{"*_search", "document",
            QT_TRANSLATE_NOOP("lake",
                              "words of the comment, its translation, names and the account; only to "
                              "be matched, never read"),
            Meaning::In::File},
    Meaning{"*_search", "", QT_TRANSLATE_NOOP("lake", "full-text index (GIN)"), Meaning::In::Database},
    Meaning{"*_search", "row_id", QT_TRANSLATE_NOOP("lake", "the record's row_id in the feed's table"),
            Meaning::In::Database},
    Meaning{"*_search", "words",
            QT_TRANSLATE_NOOP("lake",
                              "words of the comment, its translation, names and the account, without "
                              "case and accents"),
            Meaning::In::Database},

    Meaning{"lake_about", "", QT_TRANSLATE_NOOP("lake", "says that this schema is a lake; one row"),
            Meaning::In::Database},
    Meaning{"lake_about", "program", QT_TRANSLATE_NOOP("lake", "the program that made it"),
            Meaning::In::Database},
    Meaning{"lake_about", "layout", QT_TRANSLATE_NOOP("lake", "version of the layout of the tables"),
            Meaning::In::Database},
    Meaning{"lake_about", "one", QT_TRANSLATE_NOOP("lake", "keeps it at one row"), Meaning::In::Database},

    Meaning{
        "lake_owner", "",
        QT_TRANSLATE_NOOP("lake", "whose data the local copy holds; one row, or none before the first sync")},
    Meaning{"lake_owner", "one", QT_TRANSLATE_NOOP("lake", "keeps it at one row")},
    Meaning{"lake_owner", "name", QT_TRANSLATE_NOOP("lake", "name of the connection that synced it first")},
    Meaning{"lake_owner", "connection", QT_TRANSLATE_NOOP("lake", "id of that connection")},
    Meaning{"lake_owner", "hosts",
            QT_TRANSLATE_NOOP("lake",
                              "the hosts of the system for tokens, data and imports, with a space between")},
    Meaning{"lake_owner", "salt",
            QT_TRANSLATE_NOOP("lake", "random digits that the fingerprint was made with")},
    Meaning{"lake_owner", "fingerprint",
            QT_TRANSLATE_NOOP("lake", "SHA-256 of salt, hosts and client ID, in hexadecimal")},
    Meaning{"lake_owner", "claimed", QT_TRANSLATE_NOOP("lake", "when this was written, UTC")},
    Meaning{"lake_owner", "moved_to",
            QT_TRANSLATE_NOOP("lake", "the file that took the place of this one, or empty")},

    Meaning{"lake_feeds", "", QT_TRANSLATE_NOOP("lake", "one row a feed")},
    Meaning{"lake_feeds", "feed",
            QT_TRANSLATE_NOOP("lake", "id of the feed, as on the command line (non-responses)")},
    Meaning{"lake_feeds", "records_table", QT_TRANSLATE_NOOP("lake", "its table (non_responses)")},
    Meaning{"lake_feeds", "key_column",
            QT_TRANSLATE_NOOP("lake", "name of the column that identifies a record")},
    Meaning{"lake_feeds", "next_row_id",
            QT_TRANSLATE_NOOP("lake", "the number that the next new record gets")},
    Meaning{"lake_feeds", "searched",
            QT_TRANSLATE_NOOP(
                "lake", "how words are folded in the search index, and the columns that it was made of")},

    Meaning{"lake_columns", "", QT_TRANSLATE_NOOP("lake", "every column of every feed")},
    Meaning{"lake_columns", "feed", QT_TRANSLATE_NOOP("lake", "id of the feed")},
    Meaning{"lake_columns", "position", QT_TRANSLATE_NOOP("lake", "order of appearance, from 0")},
    Meaning{"lake_columns", "name",
            QT_TRANSLATE_NOOP("lake", "the name in queries and on the command line (question.How was it?)")},
    Meaning{"lake_columns", "physical",
            QT_TRANSLATE_NOOP("lake",
                              "the column's name in SQL; differs from the name where that is longer "
                              "than 120 characters, or differs from an earlier one only in case: "
                              "then it ends in ~2, ~3 …")},
    Meaning{"lake_columns", "part",
            QT_TRANSLATE_NOOP("lake", "0: the feed's own table; n: its table with that number")},
    Meaning{"lake_columns", "type",
            QT_TRANSLATE_NOOP("lake", "Text, Integer, Real, Boolean, DateTime, Score or List")},
    Meaning{"lake_columns", "title",
            QT_TRANSLATE_NOOP("lake",
                              "English heading; for columns that appeared by themselves the name "
                              "without its prefix")},

    Meaning{"lake_checkpoints", "", QT_TRANSLATE_NOOP("lake", "where the next sync resumes")},
    Meaning{"lake_checkpoints", "feed", QT_TRANSLATE_NOOP("lake", "id of the feed")},
    Meaning{"lake_checkpoints", "scope",
            QT_TRANSLATE_NOOP("lake", "the part of the feed that was asked for; empty: the whole feed")},
    Meaning{"lake_checkpoints", "cursor",
            QT_TRANSLATE_NOOP("lake", "the service's cursor, an opaque text; empty: from the start")},
    Meaning{"lake_checkpoints", "complete",
            QT_TRANSLATE_NOOP("lake", "1 when the last sync reached the end, else 0")},
    Meaning{"lake_checkpoints", "updated_at", QT_TRANSLATE_NOOP("lake", "when it was stored, UTC")},

    Meaning{"lake_syncs", "", QT_TRANSLATE_NOOP("lake", "one row a sync")},
    Meaning{"lake_syncs", "id", QT_TRANSLATE_NOOP("lake", "number of the sync")},
    Meaning{"lake_syncs", "feed", QT_TRANSLATE_NOOP("lake", "id of the feed")},
    Meaning{"lake_syncs", "scope",
            QT_TRANSLATE_NOOP("lake", "the part of the feed that was asked for; empty: the whole feed")},
    Meaning{"lake_syncs", "kind",
            QT_TRANSLATE_NOOP("lake", "incremental, refresh, reconcile or page (one that a person kept)")},
    Meaning{"lake_syncs", "started", QT_TRANSLATE_NOOP("lake", "when it began, UTC")},
    Meaning{"lake_syncs", "finished",
            QT_TRANSLATE_NOOP("lake", "when it ended, UTC; NULL: it runs, or was killed")},
    Meaning{"lake_syncs", "pages", QT_TRANSLATE_NOOP("lake", "pages that were stored")},
    Meaning{"lake_syncs", "received", QT_TRANSLATE_NOOP("lake", "records on those pages")},
    Meaning{"lake_syncs", "inserted", QT_TRANSLATE_NOOP("lake", "records that were new")},
    Meaning{"lake_syncs", "updated", QT_TRANSLATE_NOOP("lake", "records that were there before")},
    Meaning{"lake_syncs", "removed",
            QT_TRANSLATE_NOOP("lake",
                              "records of another feed that these replaced (non-responses that became "
                              "responses)")},
    Meaning{"lake_syncs", "changed",
            QT_TRANSLATE_NOOP("lake", "of the updated ones: came with another content")},
    Meaning{"lake_syncs", "gone", QT_TRANSLATE_NOOP("lake", "records that were no longer found")},
    Meaning{
        "lake_syncs", "late",
        QT_TRANSLATE_NOOP("lake", "of the inserted ones: arrived behind the cursor, found by reading again")},
    Meaning{"lake_syncs", "error",
            QT_TRANSLATE_NOOP("lake", "why it failed, as a message; empty when it succeeded")},

    Meaning{"lake_windows", "", QT_TRANSLATE_NOOP("lake", "how far each feed was read again")},
    Meaning{"lake_windows", "feed", QT_TRANSLATE_NOOP("lake", "id of the feed")},
    Meaning{"lake_windows", "span",
            QT_TRANSLATE_NOOP("lake", "recent (at each sync) or long (every few days)")},
    Meaning{"lake_windows", "read_to",
            QT_TRANSLATE_NOOP("lake", "start of the sync that last read it to its end, UTC")},
    Meaning{"lake_windows", "found",
            QT_TRANSLATE_NOOP("lake", "records that it found to be new, changed or gone")},

    Meaning{"lake_uploads", "",
            QT_TRANSLATE_NOOP("lake", "one row an upload of a file, or of a single record")},
    Meaning{"lake_uploads", "id", QT_TRANSLATE_NOOP("lake", "number of the upload")},
    Meaning{"lake_uploads", "started", QT_TRANSLATE_NOOP("lake", "when it began, UTC")},
    Meaning{
        "lake_uploads", "finished",
        QT_TRANSLATE_NOOP(
            "lake", "when every row that could be sent had been, UTC; NULL: it runs, stopped or was killed")},
    Meaning{"lake_uploads", "connection", QT_TRANSLATE_NOOP("lake", "the connection's name at that time")},
    Meaning{"lake_uploads", "configuration",
            QT_TRANSLATE_NOOP("lake", "reference of the Import Configuration")},
    Meaning{"lake_uploads", "record_type",
            QT_TRANSLATE_NOOP("lake", "type of the records, as on the command line (activities, response)")},
    Meaning{"lake_uploads", "file",
            QT_TRANSLATE_NOOP("lake", "the file's name, without its folder; empty: a single record")},
    Meaning{"lake_uploads", "sha256",
            QT_TRANSLATE_NOOP("lake", "SHA-256 of its bytes, in hexadecimal, or empty")},
    Meaning{"lake_uploads", "bytes", QT_TRANSLATE_NOOP("lake", "its size")},
    Meaning{"lake_uploads", "accepted", QT_TRANSLATE_NOOP("lake", "rows that the service accepted")},
    Meaning{"lake_uploads", "refused", QT_TRANSLATE_NOOP("lake", "rows that the service refused")},
    Meaning{
        "lake_uploads", "unknown",
        QT_TRANSLATE_NOOP("lake", "rows that were sent, or are on their way, and whose answer is not known")},
    Meaning{"lake_uploads", "not_sent",
            QT_TRANSLATE_NOOP("lake",
                              "rows that were not sent; the four add up to the rows of the file, and are "
                              "as of its last end or beginning: while it runs, count lake_upload_rows")},
    Meaning{"lake_uploads", "error",
            QT_TRANSLATE_NOOP("lake", "why it stopped before its last row, as a message; empty otherwise")},
    Meaning{"lake_uploads", "folder",
            QT_TRANSLATE_NOOP("lake", "the file's folder when it was last sent, or empty")},
    Meaning{"lake_uploads", "host",
            QT_TRANSLATE_NOOP("lake", "name of the computer that has that folder, or empty")},

    Meaning{"lake_upload_rows", "", QT_TRANSLATE_NOOP("lake", "what became of each row of an upload")},
    Meaning{"lake_upload_rows", "upload", QT_TRANSLATE_NOOP("lake", "the upload (lake_uploads.id)")},
    Meaning{"lake_upload_rows", "row_number",
            QT_TRANSLATE_NOOP("lake",
                              "number of the row in the file, from 1; the header is none. Below 1: it was "
                              "sent, and is no longer in the file")},
    Meaning{"lake_upload_rows", "line",
            QT_TRANSLATE_NOOP("lake", "line of the file on which the row begins")},
    Meaning{"lake_upload_rows", "state",
            QT_TRANSLATE_NOOP("lake",
                              "sending, accepted, refused, unknown (no answer came) or not-sent; a row that "
                              "is not here was not sent")},
    Meaning{"lake_upload_rows", "message",
            QT_TRANSLATE_NOOP("lake",
                              "why, as a message; empty when accepted. Of a single record also its reference "
                              "or number")},
    Meaning{"lake_upload_rows", "changed", QT_TRANSLATE_NOOP("lake", "when it came to be so, UTC")},
    Meaning{"lake_upload_rows", "content",
            QT_TRANSLATE_NOOP("lake",
                              "fingerprints by which the row is known again in a file that was changed, or "
                              "empty")},

    Meaning{"lake_dictionaries", "", QT_TRANSLATE_NOOP("lake", "what packed records are unpacked with")},
    Meaning{"lake_dictionaries", "dictionary_id",
            QT_TRANSLATE_NOOP("lake", "its number, as the frames name it")},
    Meaning{"lake_dictionaries", "feed", QT_TRANSLATE_NOOP("lake", "id of the feed")},
    Meaning{"lake_dictionaries", "made_at", QT_TRANSLATE_NOOP("lake", "when it was made, UTC")},
    Meaning{"lake_dictionaries", "content", QT_TRANSLATE_NOOP("lake", "a dictionary of zstd")},

    Meaning{"lake_erasures", "",
            QT_TRANSLATE_NOOP("lake", "records were erased whose traces are still to be removed"),
            Meaning::In::Unfinished},
    Meaning{"lake_erasures", "begun", QT_TRANSLATE_NOOP("lake", "when the records were erased, UTC"),
            Meaning::In::Unfinished},

    Meaning{"lake_leases", "", QT_TRANSLATE_NOOP("lake", "who syncs a feed, or sends a file, now")},
    Meaning{
        "lake_leases", "feed",
        QT_TRANSLATE_NOOP("lake", "id of the feed, upload: and the number of one, or lake for all of it")},
    Meaning{"lake_leases", "owner", QT_TRANSLATE_NOOP("lake", "a UUID of that run")},
    Meaning{"lake_leases", "host", QT_TRANSLATE_NOOP("lake", "name of the computer")},
    Meaning{"lake_leases", "process_id", QT_TRANSLATE_NOOP("lake", "number of the process there")},
    Meaning{"lake_leases", "heartbeat",
            QT_TRANSLATE_NOOP("lake",
                              "its last sign of life, UTC; older than two minutes, another takes "
                              "over")},
};

} // namespace

std::span<const Meaning> meanings()
{
    return meaningTable;
}

QString meaningOf(const QString &name, const QString &column, Meaning::In in)
{
    const auto found = std::find_if(meaningTable.begin(), meaningTable.end(), [&](const Meaning &meaning) {
        return name == QLatin1String(meaning.table) && column == QLatin1String(meaning.column)
            && (meaning.in == Meaning::In::Every || meaning.in == Meaning::In::Unfinished
                || meaning.in == in);
    });
    return found == meaningTable.end() ? QString() : QCoreApplication::translate("lake", found->text);
}

namespace {

using catalog::Endpoint;

//! Where the value of \a column is in a record of the service.
QString fieldOf(const Endpoint &endpoint, const QString &column)
{
    if (const catalog::Column *base = endpoint.column(column)) {
        return base->compute ? QCoreApplication::translate("lake", "made of %1")
                                   .arg(base->computedFrom.join(QStringLiteral(", ")))
                             : QString::fromUtf8(base->pointer);
    }
    for (const catalog::DynamicColumns &dynamic : endpoint.dynamicColumns) {
        if (column.startsWith(dynamic.prefix)) {
            return QStringLiteral("%1[%2=%4]/%3")
                .arg(QString::fromUtf8(dynamic.pointer), QString::fromUtf8(dynamic.nameKey),
                     QString::fromUtf8(dynamic.valueKey), column.mid(dynamic.prefix.size()));
        }
    }
    const QLatin1String other(catalog::otherPrefix);
    return column.startsWith(other) ? QLatin1Char('/') + column.mid(other.size()) : QString();
}

QString titleOf(const Endpoint &endpoint, const LakeColumn &column)
{
    if (const catalog::Column *base = endpoint.column(column.name))
        return QCoreApplication::translate("catalog", base->title);
    const QString words = column.name.startsWith(QLatin1String(catalog::otherPrefix))
        ? QCoreApplication::translate("lake", "“%1”, a field that GaugeDesk does not know")
        : QCoreApplication::translate("lake", "“%1”, as the service named it");
    return words.arg(column.title);
}

//! Describes tables of one lake.
class Describer
{
public:
    Describer(SqlConnection &connection, const catalog::Catalog &catalog)
        : m_connection(connection)
        , m_catalog(catalog)
    {}

    Result<void> load()
    {
        for (const Endpoint &endpoint : m_catalog.endpoints()) {
            GAUGE_TRY(auto layout, FeedLayout::load(m_connection, endpoint));
            m_layouts.push_back(std::move(layout));
        }
        return {};
    }

    Result<TableDescription> table(const QString &name)
    {
        GAUGE_TRY(const auto columns, m_connection.columnsOf(name));
        TableDescription table{name, meaning(name), {}, {}};
        for (const StoredColumn &column : columns)
            table.columns.push_back({column.name, column.type, meaning(name, column.name), {}, {}});
        for (const FeedLayout &layout : m_layouts)
            describeFeed(layout, table);
        return table;
    }

private:
    [[nodiscard]] QString meaning(const QString &table, const QString &column = {}) const
    {
        return meaningOf(table, column, m_connection.isRemote() ? Meaning::In::Database : Meaning::In::File);
    }

    void describeFeed(const FeedLayout &layout, TableDescription &table) const
    {
        const QString own = layout.endpoint().table;
        const QString suffix = table.table.mid(own.size() + 1);
        bool isNumber = false;
        const int part = table.table == own ? 0 : suffix.toInt(&isNumber);
        const bool isRecords = table.table == own || isNumber;
        if (!isRecords && !(table.table.startsWith(own + QLatin1Char('_')) && isKnown(suffix)))
            return;
        table.feed = layout.endpoint().id;
        const QString pattern = table.table == own ? QStringLiteral("*")
            : isNumber                             ? QStringLiteral("*_n")
                                                   : QStringLiteral("*_") + suffix;
        table.meaning = meaning(pattern);
        for (ColumnDescription &column : table.columns)
            describeColumn(layout, pattern, isRecords ? part : -1, column);
    }

    void describeColumn(const FeedLayout &layout, const QString &pattern, int part,
                        ColumnDescription &column) const
    {
        column.meaning = meaning(pattern, column.column);
        for (int i = 0; i < int(layout.columns().size()); ++i) {
            const LakeColumn &known = layout.columns()[size_t(i)];
            const bool isStray = layout.hasStray(i) && layout.strayPhysical(i) == column.column;
            if (known.part != part || (known.sqlName != column.column && !isStray))
                continue;
            column.name = known.name;
            column.meaning = titleOf(layout.endpoint(), known);
            if (isStray) {
                column.meaning = QCoreApplication::translate("lake", "%1: what came and is no number")
                                     .arg(column.meaning);
            }
            column.field = fieldOf(layout.endpoint(), known.name);
        }
    }

    [[nodiscard]] bool isKnown(const QString &suffix) const
    {
        return !meaning(QStringLiteral("*_") + suffix).isEmpty();
    }

    SqlConnection &m_connection;
    const catalog::Catalog &m_catalog;
    std::vector<FeedLayout> m_layouts;
};

} // namespace

Result<std::vector<TableDescription>> describe(const Location &location, const catalog::Catalog &catalog,
                                               std::stop_token stop)
{
    GAUGE_TRY(auto connection, openReading(location, std::move(stop)));
    GAUGE_TRY(const auto transaction, Transaction::begin(*connection, Transaction::Kind::Read));
    GAUGE_TRY(const auto names, connection->tables());
    Describer describer(*connection, catalog);
    if (!names.isEmpty()) {
        GAUGE_CHECK(describer.load());
    }
    std::vector<TableDescription> tables;
    for (const QString &name : names) {
        GAUGE_TRY(auto table, describer.table(name));
        tables.push_back(std::move(table));
    }
    return tables;
}

} // namespace gauge::lake
