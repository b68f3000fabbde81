// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/people/person.h"
#include "lake/sql/connection.h"
#include "lake/sql/feedlayout.h"
#include "lake/state/recordbody.h"

#include <string>
#include <unordered_set>

namespace gauge::lake {

//! What a search found in one feed, by the ids of its rows.
struct PersonRows
{
    FeedLayout layout;
    std::vector<qint64> own; //!< records
    std::vector<qint64> ownVersions; //!< earlier versions of these
    std::vector<qint64> otherVersions; //!< earlier versions, of the person, of records that are not
    std::vector<qint64> mentioning; //!< records
    std::vector<qint64> mentioningVersions; //!< of records that do not mention it any more

    [[nodiscard]] PersonInFeed counts() const;
};

//! A row of an upload whose answer names the address.
struct NamedUploadRow
{
    qint64 upload = 0;
    qint64 row = 0; //!< 0: the upload itself does, in the name of its file, its folder or its error
};

//! One search through one lake, within one transaction.
class PersonSearch
{
public:
    PersonSearch(SqlConnection &connection, const PersonKey &key, const std::stop_token &stop,
                 const OnProgress &progress);

    [[nodiscard]] Result<void> run(const catalog::Catalog &catalog, const PersonVisitor &visit);

    [[nodiscard]] const std::vector<PersonRows> &feeds() const { return m_feeds; }
    [[nodiscard]] const std::vector<NamedUploadRow> &uploads() const { return m_uploads; }
    [[nodiscard]] PersonInLake found() const;
    //! Records with a longer address of somebody else that has this one in it.
    [[nodiscard]] qint64 lookalikes() const { return m_lookalikes; }

private:
    [[nodiscard]] Result<void> load(const catalog::Catalog &catalog);
    //! Records by the column that identifies them.
    [[nodiscard]] Result<void> findByColumn(PersonRows &feed);
    //! Records of the same number in feeds that lack the column, as cases of responses do.
    [[nodiscard]] Result<void> findByNumber(PersonRows &feed);
    [[nodiscard]] Result<void> readBodies(PersonRows &feed, const PersonVisitor &visit);
    [[nodiscard]] Result<void> readOwnBodies(PersonRows &feed, const PersonVisitor &visit);
    [[nodiscard]] Result<void> readVersions(PersonRows &feed, const PersonVisitor &visit);
    [[nodiscard]] Result<void> lookAtBody(PersonRows &feed, qint64 row, std::string_view frame,
                                          const PersonVisitor &visit);
    [[nodiscard]] Result<void> lookAtVersion(PersonRows &feed, qint64 row, qint64 version,
                                             std::string_view frame, const PersonVisitor &visit);
    [[nodiscard]] bool isOwnVersion(const PersonRows &feed, std::string_view json) const;
    [[nodiscard]] Result<void> findInUploadedFiles(const PersonVisitor &visit);
    [[nodiscard]] Result<void> findInUploads(const PersonVisitor &visit);
    [[nodiscard]] Result<void> noteOthers(const PersonRows &feed);
    [[nodiscard]] Result<void> step();

    SqlConnection &m_connection;
    const PersonKey &m_key;
    const PersonMatch m_match;
    const std::stop_token &m_stop;
    const OnProgress &m_progress;
    BodyUnpacker m_unpacker;
    std::vector<PersonRows> m_feeds;
    std::vector<NamedUploadRow> m_uploads;
    std::unordered_set<qint64> m_own; //!< rows of the feed at hand
    std::unordered_set<qint64> m_mentioning;
    std::unordered_set<qint64> m_formerly; //!< of the person by an earlier version only
    std::unordered_set<std::string> m_numbers; //!< that own records have as their key
    std::map<QString, qint64> m_otherNumbers, m_otherAddresses;
    qint64 m_lookalikes = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace gauge::lake
