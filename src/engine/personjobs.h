// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "lake/people/person.h"
#include "service/connection.h"

namespace gauge::engine {

//! What all lakes of a connection have about a person.
struct PersonFound
{
    std::vector<lake::PersonInLake> lakes;
    QStringList files; //!< saved views and the like that name the address; they are the person's at the desk

    [[nodiscard]] lake::PersonInFeed total() const;
    [[nodiscard]] bool awaitsCleaning() const;
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

} // namespace gauge::engine
