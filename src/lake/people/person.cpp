// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/people/person.h"

#include "lake/maintenance/cleaning.h"
#include "lake/open/open.h"
#include "lake/people/personsearch.h"
#include "lake/sql/feedstore.h"
#include "lake/sql/refusal.h"
#include "lake/sql/statement.h"
#include "lake/state/allfeeds.h"
#include "lake/state/migrator.h"
#include "lake/state/schema.h"

namespace gauge::lake {

namespace {

//! Looks before it touches, and never makes a lake.
Result<void> bringUpToDate(const Location &location, const std::stop_token &stop)
{
    GAUGE_TRY(const auto reading, openReading(location, stop));
    GAUGE_TRY(const auto version, reading->layout());
    if (version == 0)
        return fail(nothingSynced(location.text()));
    if (version >= layoutVersion)
        return {};
    const auto writing = openWriting(location, stop);
    return writing ? migrate(**writing, layoutSteps()) : fail(writing.error());
}

PersonInFeed sum(const std::vector<PersonInFeed> &feeds)
{
    PersonInFeed total;
    for (const PersonInFeed &feed : feeds) {
        total.records += feed.records;
        total.versions += feed.versions;
        total.mentions += feed.mentions;
    }
    return total;
}

Result<void> eraseVersions(Connection &connection, const FeedLayout &layout, const std::vector<qint64> &ids)
{
    auto statement
        = Statement::prepare(connection, "DELETE FROM " + layout.versionsTable() + " WHERE version_id=?");
    if (!statement)
        return fail(std::move(statement.error()));
    for (const qint64 id : ids) {
        statement->bind(1, id);
        GAUGE_CHECK(statement->run());
    }
    return {};
}

Result<void> eraseFeed(Connection &connection, const PersonRows &feed, Mentions mentions)
{
    auto rows = feed.own;
    auto versions = feed.otherVersions;
    if (mentions == Mentions::Erased) {
        rows.insert(rows.end(), feed.mentioning.begin(), feed.mentioning.end());
        versions.insert(versions.end(), feed.mentioningVersions.begin(), feed.mentioningVersions.end());
    }
    GAUGE_TRY(const auto store, connection.openFeed(feed.layout));
    for (const qint64 row : rows) {
        // Nothing is looked for by its key after this.
        GAUGE_CHECK(store->remove(row, {}));
    }
    GAUGE_CHECK(store->flush());
    return eraseVersions(connection, feed.layout, versions);
}

//! That a row was refused stays, not the words that name the address; that a file was uploaded, not its name.
Result<void> eraseUploadTexts(Connection &connection, const std::vector<NamedUploadRow> &rows)
{
    auto message = Statement::prepare(
        connection, "UPDATE lake_upload_rows SET message='' WHERE upload=? AND row_number=?");
    auto file = Statement::prepare(connection,
                                   "UPDATE lake_uploads SET file=CASE WHEN file='' THEN '' ELSE '…' END, "
                                   "folder='', error='' WHERE id=?");
    if (!message || !file)
        return fail(std::move(message ? file.error() : message.error()));
    for (const NamedUploadRow &row : rows) {
        Statement &statement = row.row == 0 ? *file : *message;
        statement.bind(1, row.upload);
        if (row.row != 0)
            statement.bind(2, row.row);
        GAUGE_CHECK(statement.run());
    }
    return {};
}

//! All in one transaction, or nothing.
Result<void> erase(Connection &connection, const PersonSearch &search, Mentions mentions, AllFeeds &held,
                   const std::stop_token &stop, const OnProgress &progress)
{
    const StopGuard guard(connection, stop);
    GAUGE_TRY(auto transaction, Transaction::begin(connection, Transaction::Kind::Write));
    // Whoever took over meanwhile may have changed what was found.
    GAUGE_CHECK(held.renew());
    for (const PersonRows &feed : search.feeds()) {
        GAUGE_CHECK(eraseFeed(connection, feed, mentions));
        progress(0, -1);
    }
    GAUGE_CHECK(eraseUploadTexts(connection, search.uploads()));
    // Whose row it was cannot be told from a fingerprint, but it can be told by who has the row.
    GAUGE_CHECK(connection.run("UPDATE lake_upload_rows SET content='' WHERE content<>''"));
    GAUGE_CHECK(noteErasure(connection));
    return transaction.commit();
}

//! How often the person is in the bytes of the files; nothing where these cannot be read.
std::optional<qint64> countInFiles(const Connection &connection, const PersonMatch &match)
{
    if (!match.canBeMentioned())
        return std::nullopt;
    qint64 count = 0;
    // What stands across two pieces is whole in the second, and alone in it.
    const bool read = connection.readFiles(match.longest() - 1,
                                           [&](const QByteArray &bytes) { count += match.countIn(bytes); });
    return read ? std::optional(count) : std::nullopt;
}

Result<void> prove(Connection &connection, const catalog::Catalog &catalog, const PersonKey &key,
                   PersonErasure &erasure)
{
    const std::stop_token toTheEnd;
    const OnProgress silent = [](qint64, qint64) {};
    PersonSearch again(connection, key, toTheEnd, silent);
    GAUGE_CHECK(again.run(catalog, {}));
    erasure.left = again.found().total();
    erasure.lookalikes = again.lookalikes();
    erasure.bytesLeft = countInFiles(connection, PersonMatch(key));
    return {};
}

std::vector<PersonInFeed> erasedOf(const PersonSearch &search, Mentions mentions)
{
    std::vector<PersonInFeed> feeds = search.found().feeds;
    for (PersonInFeed &feed : feeds)
        feed.mentions = mentions == Mentions::Erased ? feed.mentions : 0;
    return feeds;
}

} // namespace

PersonInFeed PersonInLake::total() const
{
    return sum(feeds);
}

PersonInFeed PersonErasure::total() const
{
    return sum(feeds);
}

bool PersonErasure::isProven() const
{
    // The letters of an address that may stay, or of a longer one, are in the bytes rightly.
    const bool mayHaveLetters = left.mentions > 0 || lookalikes > 0;
    return !unfinished && left.records == 0 && left.versions == 0
        && (!bytesLeft || *bytesLeft == 0 || mayHaveLetters);
}

Result<PersonInLake> findPerson(const Location &location, const catalog::Catalog &catalog,
                                const PersonKey &key, std::stop_token stop, const OnProgress &progress,
                                const PersonVisitor &visit)
{
    GAUGE_CHECK(bringUpToDate(location, stop));
    GAUGE_TRY(const auto connection, openReading(location, stop));
    PersonSearch search(*connection, key, stop, progress);
    GAUGE_CHECK(search.run(catalog, visit));
    GAUGE_TRY(const auto unfinished, awaitsCleaning(*connection));
    PersonInLake found = search.found();
    found.place = location.text();
    found.isFile = location.isFile();
    found.awaitsCleaning = unfinished;
    return found;
}

Result<PersonErasure> erasePerson(const Location &location, const catalog::Catalog &catalog,
                                  const PersonKey &key, Mentions mentions, std::stop_token stop,
                                  const OnProgress &progress)
{
    GAUGE_CHECK(bringUpToDate(location, stop));
    GAUGE_TRY(const auto connection, openWriting(location, stop));
    AllFeeds held(*connection);
    GAUGE_CHECK(held.take(catalog.ids()));
    PersonSearch search(*connection, key, stop, progress);
    GAUGE_CHECK(search.run(catalog, {}));
    GAUGE_CHECK(erase(*connection, search, mentions, held, stop, progress));
    progress(0, -1);
    PersonErasure erasure;
    erasure.place = location.text();
    erasure.isFile = location.isFile();
    erasure.feeds = erasedOf(search, mentions);
    auto cleaned = clean(*connection, catalog, held, stop, progress);
    if (cleaned)
        cleaned = prove(*connection, catalog, key, erasure);
    if (!cleaned)
        erasure.unfinished = std::move(cleaned.error());
    return erasure;
}

Result<void> finishErasure(const Location &location, const catalog::Catalog &catalog, std::stop_token stop)
{
    GAUGE_TRY(const auto connection, openWriting(location, stop));
    const auto unfinished = awaitsCleaning(*connection);
    if (!unfinished || !*unfinished)
        return unfinished ? Result<void>() : fail(unfinished.error());
    AllFeeds held(*connection);
    GAUGE_CHECK(held.take(catalog.ids()));
    return clean(*connection, catalog, held, stop, [](qint64, qint64) {});
}

} // namespace gauge::lake
