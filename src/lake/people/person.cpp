// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/people/person.h"

#include "base/text.h"
#include "catalog/jsonrepair.h"
#include "lake/maintenance/cleaning.h"
#include "lake/open/open.h"
#include "lake/people/personsearch.h"
#include "lake/sql/connection.h"
#include "lake/sql/errors.h"
#include "lake/sql/statement.h"
#include "lake/state/lease.h"
#include "lake/state/schema.h"

#include <QUrl>

#include <algorithm>

namespace gauge::lake {

namespace {

constexpr std::string_view atInLinks = "%40";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

QString textOf(std::string_view bytes)
{
    return fromUtf8(bytes);
}

//! Letters of scripts without case (Chinese, Japanese …) stand before an address without a space.
bool isOfWord(QChar c)
{
    return c.isDigit() || c.isLower() || c.isUpper();
}

bool goesOnBefore(const QString &text, qsizetype begin)
{
    if (begin == 0)
        return false;
    const QChar before = text.at(begin - 1);
    return isOfWord(before) || QStringView(u"._%+-").contains(before);
}

bool goesOnAfter(const QString &text, qsizetype end)
{
    if (end == text.size())
        return false;
    const QChar after = text.at(end);
    if (isOfWord(after))
        return true;
    // A full stop ends a sentence, or "example.com" is the beginning of "example.com.au".
    return (after == u'.' || after == u'-') && end + 1 < text.size() && isOfWord(text.at(end + 1));
}

} // namespace

Result<PersonKey> PersonKey::make(Kind kind, const QString &text)
{
    PersonKey key;
    key.m_kind = kind;
    key.m_value = kind == Kind::Email ? text.trimmed() : text;
    if (key.m_value.trimmed().isEmpty()) {
        return fail(ErrorKind::Input,
                    kind == Kind::Email
                        ? QCoreApplication::translate("lake", "Enter the e-mail address of the person.")
                        : QCoreApplication::translate("lake", "Enter the customer number."));
    }
    const qsizetype at = key.m_value.lastIndexOf(u'@');
    if (kind == Kind::Email && (at <= 0 || at == key.m_value.size() - 1)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "This is not a whole e-mail address. It needs a name, an @ "
                                                "and what comes behind it."));
    }
    return key;
}

PersonMatch::PersonMatch(const PersonKey &key)
    : m_isAddress(key.kind() == PersonKey::Kind::Email)
    , m_folded(m_isAddress ? key.value().toCaseFolded() : key.value())
    , m_bytes(m_folded.toStdString())
{
    m_isAscii = std::all_of(m_bytes.begin(), m_bytes.end(),
                            [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    m_at = m_isAddress ? m_bytes.rfind('@') : 0;
    // JSON writes a few letters of ASCII with a backslash, and any as \\u0040.
    m_escape = m_bytes.find_first_of("/\"\\") == std::string::npos ? "\\u" : "\\";
    for (const QString &form : {key.value(), m_folded, key.value().toUpper()}) {
        if (const QByteArray bytes = form.toUtf8(); !m_isAscii && !m_forms.contains(bytes))
            m_forms.append(bytes);
    }
}

bool PersonMatch::isOwn(std::string_view value) const
{
    return m_isAddress ? textOf(value).trimmed().toCaseFolded() == m_folded : value == m_bytes;
}

bool PersonMatch::mayBeIn(std::string_view json) const
{
    if (json.find(m_escape) != std::string_view::npos)
        return true;
    if (!m_isAddress)
        return json.find(m_bytes) != std::string_view::npos;
    if (json.find(atInLinks) != std::string_view::npos)
        return true;
    if (!m_isAscii)
        return json.find('@') != std::string_view::npos;
    return countIn({json.data(), qsizetype(json.size())}) > 0;
}

bool PersonMatch::isMentioned(const QString &folded) const
{
    for (qsizetype at = folded.indexOf(m_folded); at >= 0; at = folded.indexOf(m_folded, at + 1)) {
        if (!goesOnBefore(folded, at) && !goesOnAfter(folded, at + m_folded.size()))
            return true;
    }
    return false;
}

bool PersonMatch::isMentionedInText(std::string_view text) const
{
    const bool isLink = text.find('%') != std::string_view::npos;
    if (!isLink && text.find('@') == std::string_view::npos)
        return false;
    if (isMentioned(textOf(text).toCaseFolded()))
        return true;
    return isLink
        && isMentioned(QUrl::fromPercentEncoding({text.data(), qsizetype(text.size())}).toCaseFolded());
}

bool PersonMatch::isMentionedIn(std::string_view json) const
{
    bool found = false;
    const auto look = [&](std::string_view text) { found = found || isMentionedInText(text); };
    if (!catalog::forEachText(json, look))
        look(json); // as it stands there
    return found;
}

qint64 PersonMatch::countIn(QByteArrayView bytes) const
{
    const std::string_view text(bytes.data(), size_t(bytes.size()));
    qint64 count = 0;
    if (!m_isAddress)
        return count;
    for (const QByteArray &form : m_forms)
        count += QByteArray::fromRawData(bytes.data(), bytes.size()).count(form);
    if (!m_isAscii)
        return count;
    // There are fewer @ in a record than any letter.
    for (size_t at = text.find('@', m_at); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const std::string_view there = text.substr(at - m_at, m_bytes.size());
        count += there.size() == m_bytes.size()
                && std::equal(there.begin(), there.end(), m_bytes.begin(),
                              [](char a, char b) { return lower(a) == b; })
            ? 1
            : 0;
    }
    return count;
}

qsizetype PersonMatch::longest() const
{
    qsizetype most = qsizetype(m_bytes.size());
    for (const QByteArray &form : m_forms)
        most = std::max(most, form.size());
    return most;
}

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

Result<void> eraseVersions(SqlConnection &connection, const FeedLayout &layout,
                           const std::vector<qint64> &ids)
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

Result<void> eraseFeed(SqlConnection &connection, const PersonRows &feed, Mentions mentions)
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
Result<void> eraseUploadTexts(SqlConnection &connection, const std::vector<NamedUploadRow> &rows)
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
Result<void> erase(SqlConnection &connection, const PersonSearch &search, Mentions mentions,
                   ExclusiveLease &held, const std::stop_token &stop, const OnProgress &progress)
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
std::optional<qint64> countInFiles(const SqlConnection &connection, const PersonMatch &match)
{
    if (!match.canBeMentioned())
        return std::nullopt;
    qint64 count = 0;
    // What stands across two pieces is whole in the second, and alone in it.
    const bool read = connection.readFiles(match.longest() - 1,
                                           [&](const QByteArray &bytes) { count += match.countIn(bytes); });
    return read ? std::optional(count) : std::nullopt;
}

Result<void> prove(SqlConnection &connection, const catalog::Catalog &catalog, const PersonKey &key,
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
    GAUGE_TRY(const auto unfinished, needsCleanup(*connection));
    PersonInLake found = search.found();
    found.place = location.text();
    found.isFile = location.isFile();
    found.needsCleanup = unfinished;
    return found;
}

Result<PersonErasure> erasePerson(const Location &location, const catalog::Catalog &catalog,
                                  const PersonKey &key, Mentions mentions, std::stop_token stop,
                                  const OnProgress &progress)
{
    GAUGE_CHECK(bringUpToDate(location, stop));
    GAUGE_TRY(const auto connection, openWriting(location, stop));
    ExclusiveLease held(*connection);
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
    const auto unfinished = needsCleanup(*connection);
    if (!unfinished || !*unfinished)
        return unfinished ? Result<void>() : fail(unfinished.error());
    ExclusiveLease held(*connection);
    GAUGE_CHECK(held.take(catalog.ids()));
    return clean(*connection, catalog, held, stop, [](qint64, qint64) {});
}

} // namespace gauge::lake
