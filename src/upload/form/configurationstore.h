// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/form/configuration.h"

namespace gauge::upload {

//! The saved configurations in the data folder, a small file each: it appears whole or not at all, its
//! owner alone can read it. A file that cannot be read is told and left alone. Two processes that change
//! something at once wait for each other. Blocks.
class ConfigurationStore
{
public:
    explicit ConfigurationStore(const QString &dataFolder);

    struct Contents
    {
        std::vector<Configuration> configurations; //!< the built-in ones first, then by name
        QStringList problems; //!< files that are left out and why, in words
    };
    [[nodiscard]] Result<Contents> list() const;
    //! By name, reference or id, saved ones before built-in ones. NotFound names those there are.
    [[nodiscard]] Result<Configuration> find(const QString &nameOrReference) const;

    //! Adds, or replaces the one with the same id; a built-in one becomes a saved one. Comes back as saved.
    [[nodiscard]] Result<Configuration> save(Configuration configuration) const;
    [[nodiscard]] Result<Configuration> rename(const QString &id, const QString &name) const;
    //! Saves a copy under a name that is free.
    [[nodiscard]] Result<Configuration> duplicate(const QString &id) const;
    //! Comes back as it was, for save().
    [[nodiscard]] Result<Configuration> remove(const QString &id) const;

    //! Saves what somebody else wrote with exportTo(), under a name that is free.
    [[nodiscard]] Result<Configuration> importFrom(const QString &path) const;
    //! A file for others, who may read it.
    [[nodiscard]] Result<void> exportTo(const QString &id, const QString &path) const;

private:
    [[nodiscard]] Result<Configuration> readFile(const QString &path) const;
    [[nodiscard]] QString pathOf(const QString &id) const;
    [[nodiscard]] Result<Configuration> byId(const QString &id) const;
    template <typename Change>
    [[nodiscard]] Result<Configuration> update(Change change) const;

    QString m_folder;
};

} // namespace gauge::upload
