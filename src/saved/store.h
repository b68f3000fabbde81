// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "saved/namedfiles.h"

namespace gauge::saved {

//! All that is saved of one kind.
template <typename Thing>
struct Shelf
{
    std::vector<Thing> things; //!< by name
    QStringList problems; //!< files that are left out and why, in words
};

//! Saved things of one kind as values; see NamedFiles.
//! A Thing has a `name` and a `kind`, prints() itself and is read by read(SavedText).
template <typename Thing>
class Store
{
public:
    explicit Store(QString dataFolder)
        : m_files(std::move(dataFolder), Thing::kind, [](const SavedText &text) -> Result<void> {
            Result<Thing> read = Thing::read(text);
            return read ? Result<void>() : fail(std::move(read.error()));
        })
    {}

    [[nodiscard]] Result<Shelf<Thing>> list() const
    {
        const auto contents = m_files.list();
        if (!contents)
            return fail(contents.error());
        Shelf<Thing> shelf{{}, contents->problems};
        for (const SavedText &text : contents->texts)
            if (Result<Thing> thing = Thing::read(text))
                shelf.things.push_back(std::move(*thing));
        return shelf;
    }

    //! By name, or a file.
    [[nodiscard]] Result<Thing> find(const QString &nameOrPath) const
    {
        return thing(m_files.find(nameOrPath));
    }
    //! Comes back as it was saved, its name included.
    [[nodiscard]] Result<Thing> save(const Thing &saved, Existing existing) const
    {
        return thing(m_files.save(saved.print(), existing));
    }
    [[nodiscard]] Result<Thing> rename(const QString &name, const QString &newName) const
    {
        return thing(m_files.rename(name, newName));
    }
    [[nodiscard]] Result<Thing> duplicate(const QString &name) const
    {
        const Result<SavedText> text = m_files.find(name);
        return text ? thing(m_files.save(*text, Existing::TakeAnotherName)) : fail(text.error());
    }
    //! What it was, for an undo.
    [[nodiscard]] Result<Thing> remove(const QString &name) const { return thing(m_files.remove(name)); }
    //! Keeps what a file holds, under another name where its own is taken.
    [[nodiscard]] Result<Thing> importFrom(const QString &path) const
    {
        const Result<SavedText> text = m_files.readFile(path);
        return text ? thing(m_files.save(*text, Existing::TakeAnotherName)) : fail(text.error());
    }
    [[nodiscard]] Result<Thing> share(const QString &name, const QString &path) const
    {
        return thing(m_files.share(name, path));
    }

private:
    [[nodiscard]] static Result<Thing> thing(const Result<SavedText> &text)
    {
        return text ? Thing::read(*text) : fail(text.error());
    }

    NamedFiles m_files;
};

} // namespace gauge::saved
