// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/person.h"

#include "lake/allfeeds.h"
#include "lake/cleaning.h"
#include "lake/feedstore.h"
#include "lake/migrator.h"
#include "lake/personsearch.h"
#include "lake/refusal.h"
#include "lake/schema.h"
#include "lake/statement.h"

namespace gauge::lake {

namespace {

//! Looks before it touches, and never makes a lake.
Result<void> bringUpToDate(const Location &location, const std::stop_token &stop)
{
    const auto reading = Connection::openReading(location, stop);
    if (!reading)
        return fail(reading.error());
    const auto version = (*reading)->layout();
    if (!version)
        return fail(version.error());
    if (*version == 0)
        return fail(nothingSynced(location.text()));
    if (*version >= layoutVersion)
        return {};
    const auto writing = Connection::openWriting(location, stop);
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
        if (auto done = statement->run(); !done)
            return done;
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
    const auto store = connection.openFeed(feed.layout);
    if (!store)
        return fail(store.error());
    for (const qint64 row : rows) {
        // Nothing is looked for by its key after this.
        if (auto removed = (*store)->remove(row, {}); !removed)
            return removed;
    }
    if (auto flushed = (*store)->flush(); !flushed)
        return flushed;
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
        if (auto done = statement.run(); !done)
            return done;
    }
    return {};
}

//! All in one transaction, or nothing.
Result<void> erase(Connection &connection, const PersonSearch &search, Mentions mentions, AllFeeds &held,
                   const std::stop_token &stop, const OnProgress &progress)
{
    const StopGuard guard(connection, stop);
    auto transaction = Transaction::begin(connection, Transaction::Kind::Write);
    if (!transaction)
        return fail(std::move(transaction.error()));
    // Whoever took over meanwhile may have changed what was found.
    if (auto renewed = held.renew(); !renewed)
        return renewed;
    for (const PersonRows &feed : search.feeds()) {
        if (auto erased = eraseFeed(connection, feed, mentions); !erased)
            return erased;
        progress(0, -1);
    }
    if (auto erased = eraseUploadTexts(connection, search.uploads()); !erased)
        return erased;
    // Whose row it was cannot be told from a fingerprint, but it can be told by who has the row.
    if (auto emptied = connection.run("UPDATE lake_upload_rows SET content='' WHERE content<>''"); !emptied)
        return emptied;
    if (auto noted = noteErasure(connection); !noted)
        return noted;
    return transaction->commit();
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
    if (auto searched = again.run(catalog, {}); !searched)
        return searched;
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
    if (auto ready = bringUpToDate(location, stop); !ready)
        return fail(std::move(ready.error()));
    const auto connection = Connection::openReading(location, stop);
    if (!connection)
        return fail(connection.error());
    PersonSearch search(**connection, key, stop, progress);
    if (auto done = search.run(catalog, visit); !done)
        return fail(std::move(done.error()));
    const auto unfinished = awaitsCleaning(**connection);
    if (!unfinished)
        return fail(unfinished.error());
    PersonInLake found = search.found();
    found.place = location.text();
    found.isFile = location.isFile();
    found.awaitsCleaning = *unfinished;
    return found;
}

Result<PersonErasure> erasePerson(const Location &location, const catalog::Catalog &catalog,
                                  const PersonKey &key, Mentions mentions, std::stop_token stop,
                                  const OnProgress &progress)
{
    if (auto ready = bringUpToDate(location, stop); !ready)
        return fail(std::move(ready.error()));
    const auto connection = Connection::openWriting(location, stop);
    if (!connection)
        return fail(connection.error());
    AllFeeds held(**connection);
    if (auto taken = held.take(catalog.ids()); !taken)
        return fail(std::move(taken.error()));
    PersonSearch search(**connection, key, stop, progress);
    if (auto found = search.run(catalog, {}); !found)
        return fail(std::move(found.error()));
    if (auto erased = erase(**connection, search, mentions, held, stop, progress); !erased)
        return fail(std::move(erased.error()));
    progress(0, -1);
    PersonErasure erasure;
    erasure.place = location.text();
    erasure.isFile = location.isFile();
    erasure.feeds = erasedOf(search, mentions);
    auto cleaned = clean(**connection, catalog, held, stop, progress);
    if (cleaned)
        cleaned = prove(**connection, catalog, key, erasure);
    if (!cleaned)
        erasure.unfinished = std::move(cleaned.error());
    return erasure;
}

Result<void> finishErasure(const Location &location, const catalog::Catalog &catalog, std::stop_token stop)
{
    const auto connection = Connection::openWriting(location, stop);
    if (!connection)
        return fail(connection.error());
    const auto unfinished = awaitsCleaning(**connection);
    if (!unfinished || !*unfinished)
        return unfinished ? Result<void>() : fail(unfinished.error());
    AllFeeds held(**connection);
    if (auto taken = held.take(catalog.ids()); !taken)
        return taken;
    return clean(**connection, catalog, held, stop, [](qint64, qint64) {});
}

} // namespace gauge::lake
