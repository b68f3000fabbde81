// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/endpoint.h"
#include "lake/maintenance/maintenance.h"
#include "lake/sql/location.h"

#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gauge::lake {

//! What a person is looked for by. It is personal data itself: it goes into no log, title or setting.
class PersonKey
{
public:
    using Kind = catalog::Identifies;

    PersonKey() = default;
    //! Input error for what could match anything: an empty text, an e-mail address without its @.
    [[nodiscard]] static Result<PersonKey> make(Kind kind, const QString &text);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString value() const { return m_value; }
    bool operator==(const PersonKey &) const = default;

private:
    Kind m_kind = Kind::Nobody;
    QString m_value;
};

//! Finds a PersonKey in values, in records as received and in the bytes of files.
class PersonMatch
{
public:
    explicit PersonMatch(const PersonKey &key);

    //! An address without regard to case and outer spaces, a customer number exactly.
    [[nodiscard]] bool isOwn(std::string_view value) const;
    //! Whether others may mention it: an address. Customer numbers are found in any text.
    [[nodiscard]] bool canBeMentioned() const { return m_isAddress; }
    //! False: the address is nowhere in \a json, whatever stands around it. Quick.
    [[nodiscard]] bool mayBeIn(std::string_view json) const;
    //! The address itself, not the end of a longer one, is in one of the texts of \a json; also written
    //! as in a link (jan%40example.com).
    [[nodiscard]] bool isMentionedIn(std::string_view json) const;
    //! The same of one text.
    [[nodiscard]] bool isMentionedInText(std::string_view text) const;
    //! How often the letters of the address stand in \a bytes, whatever stands around them. Letters beyond
    //! ASCII are found as they were typed, all small or all capital.
    [[nodiscard]] qint64 countIn(QByteArrayView bytes) const;
    //! The most bytes that countIn() counts as one.
    [[nodiscard]] qsizetype longest() const;

private:
    [[nodiscard]] bool isMentioned(const QString &folded) const;

    bool m_isAddress = false;
    bool m_isAscii = true;
    QString m_folded;
    std::string m_bytes; //!< of the folded address, or of the number
    size_t m_at = 0; //!< of its last @
    std::string m_escape; //!< stands in JSON that may write the address in other letters
    QByteArrayList m_forms; //!< of an address with other letters than ASCII's: as typed, small, capital
};

// Everything that a lake has about a person: found, visited, erased. Every call blocks and ends with
// Cancelled soon after its stop token is. NotFound: there is no lake yet. A lake of an earlier layout is
// brought up to date first, since nobody may sync it any more.

//! Whether records of others that mention an address are taken along.
enum class Mentions { Kept, Erased };

//! Stands for a feed where answers to uploaded rows name the person.
inline constexpr auto uploadsFeed = "uploads";

//! What one feed has about a person.
struct PersonInFeed
{
    QString feed;
    qint64 records = 0; //!< of the person, also those that are gone from the service
    qint64 versions = 0; //!< what these were before, and what others were when they were of the person
    qint64 mentions = 0; //!< of others, that mention the address anywhere, now or in an earlier version
    bool operator==(const PersonInFeed &) const = default;

    //! Records and versions that are erased so, and exported.
    [[nodiscard]] qint64 count(Mentions taken) const
    {
        return records + versions + (taken == Mentions::Erased ? mentions : 0);
    }
};

//! What one lake has about a person.
struct PersonInLake
{
    QString place; //!< of the lake, for people
    bool isFile = true;
    std::vector<PersonInFeed> feeds; //!< all of the lake's
    //! The customer numbers of the records that were found by an address, and the addresses of those found
    //! by a customer number or whose earlier versions had the address; with the number of records.
    std::map<QString, qint64> otherNumbers;
    std::map<QString, qint64> otherAddresses;
    bool needsCleanup = false; //!< an earlier erasure was interrupted before its traces were gone
    bool operator==(const PersonInLake &) const = default;

    [[nodiscard]] PersonInFeed total() const;
};

//! One record of a person on the way to an export.
struct PersonRecord
{
    enum class What { Record, Version, Mention };
    What what = What::Record;
    QString feed;
    std::string_view raw; //!< as received; lives until the visitor returns
};
using PersonVisitor = std::function<Result<void>(const PersonRecord &record)>;

//! Looks through all feeds, gone records and earlier versions included, at one state of the lake. \a visit,
//! if there is one, gets every record; an error of it ends the search.
[[nodiscard]] Result<PersonInLake> findPerson(const Location &location, const catalog::Catalog &catalog,
                                              const PersonKey &key, std::stop_token stop,
                                              const OnProgress &progress, const PersonVisitor &visit = {});

//! What an erasure did.
struct PersonErasure
{
    QString place;
    bool isFile = true;
    std::vector<PersonInFeed> feeds; //!< what was erased; mentions only where they were to be
    //! Why the traces are not all gone yet (a full disk, a reader); the records themselves are. The next
    //! erasure, compacting or sync of the lake finishes it.
    std::optional<Error> unfinished;
    //! Read again afterwards: what the tables still have, and in a file how often the letters of the address
    //! are still found in its bytes, those of its log included; nothing: that was not looked at.
    PersonInFeed left;
    qint64 lookalikes = 0; //!< records with a longer address of somebody else that has this one in it
    std::optional<qint64> bytesLeft;

    [[nodiscard]] PersonInFeed total() const;
    //! Nothing is left but what was to be kept.
    [[nodiscard]] bool isProven() const;
};

//! Erases it all in one transaction, then removes the traces: from search, dictionaries, free pages, logs.
//! Busy, and nothing was changed, while a sync holds a feed. Killed before the transaction ends, nothing was
//! changed; after it, what is missing is done as PersonErasure::unfinished says.
[[nodiscard]] Result<PersonErasure> erasePerson(const Location &location, const catalog::Catalog &catalog,
                                                const PersonKey &key, Mentions mentions, std::stop_token stop,
                                                const OnProgress &progress);

//! Removes the traces of an erasure that was interrupted, if there is one.
[[nodiscard]] Result<void> finishErasure(const Location &location, const catalog::Catalog &catalog,
                                         std::stop_token stop);

} // namespace gauge::lake
