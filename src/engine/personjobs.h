// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "lake/people/person.h"
#include "lake/sql/location.h"
#include "service/connection.h"

#include <vector>

namespace gauge::engine {

//! What all lakes of a connection have about a person.
struct PersonFound
{
    std::vector<lake::PersonInLake> lakes;
    QStringList files; //!< saved views and the like that name the address; they are the person's at the desk

    [[nodiscard]] lake::PersonInFeed total() const;
    [[nodiscard]] bool needsCleanup() const;
};

//! What was erased from the lakes of a connection.
struct PersonErased
{
    QString connection; //!< its name
    QDateTime when; //!< UTC
    lake::PersonKey::Kind by = lake::PersonKey::Kind::Nobody;
    std::vector<lake::PersonErasure> lakes; //!< that it was erased from
    QStringList files; //!< as in PersonFound
    std::optional<Error> error; //!< why it was not erased from the next one, which stays as it is

    [[nodiscard]] lake::PersonInFeed total() const;
    //! Everything is gone from everywhere, and that was looked at.
    [[nodiscard]] bool isComplete() const;
};

//! What the jobs work with, away from the engine's own thread.
struct PersonContext
{
    QString dataFolder;
    service::Connection connection;
    lake::Location own; //!< the connection's lake as of now
    bool onlyThis = false; //!< it was named for this run, in the place of all others
    catalog::Catalog catalog;
    std::shared_ptr<Clock> clock;
    lake::PersonKey key;

    //! Looks at the disk.
    [[nodiscard]] std::vector<lake::Location> lakes() const;
};

//! NotFound when there is no lake at all yet; an error where one cannot be looked at.
[[nodiscard]] Result<PersonFound> findPerson(const PersonContext &context, const std::stop_token &stop,
                                             const lake::OnProgress &progress);
//! An error only where nothing was changed.
[[nodiscard]] Result<PersonErased> erasePerson(const PersonContext &context, lake::Mentions mentions,
                                               const std::stop_token &stop, const lake::OnProgress &progress);

//! Every lake that is kept for \a connection: \a own, its file in \a dataFolder (it stays when a database
//! takes its place), and copies of it in the same folder. Databases that it used before are not known any
//! more. Looks at the disk.
[[nodiscard]] std::vector<lake::Location>
keptLakes(const QString &dataFolder, const service::Connection &connection, const lake::Location &own);

//! Other files of the program in \a dataFolder (saved views, settings) that have the address of \a key in
//! them, without databases and what belongs to them. Looks at the disk.
[[nodiscard]] QStringList filesNaming(const QString &dataFolder, const lake::PersonKey &key);

} // namespace gauge::engine
