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
        GAUGE_TRY(const auto contents, m_files.list());
        Shelf<Thing> shelf{{}, contents.problems};
        for (const SavedText &text : contents.texts)
            if (Result<Thing> read = thing(text))
                shelf.things.push_back(std::move(*read));
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
        return thing(m_files.save(saved.print(), existing, originOf(saved)));
    }
    [[nodiscard]] Result<Thing> rename(const QString &name, const QString &newName) const
    {
        return thing(m_files.rename(name, newName));
    }
    [[nodiscard]] Result<Thing> duplicate(const QString &name) const
    {
        const Result<SavedText> text = m_files.find(name);
        return text ? thing(m_files.save(*text, Existing::TakeAnotherName, Origin::Elsewhere))
                    : fail(text.error());
    }
    //! What it was, for an undo.
    [[nodiscard]] Result<Thing> remove(const QString &name) const { return thing(m_files.remove(name)); }
    //! Keeps what a file holds, under another name where its own is taken.
    [[nodiscard]] Result<Thing> importFrom(const QString &path) const
    {
        const Result<SavedText> text = m_files.readFile(path);
        return text ? thing(m_files.save(*text, Existing::TakeAnotherName, Origin::Elsewhere))
                    : fail(text.error());
    }
    [[nodiscard]] Result<Thing> share(const QString &name, const QString &path) const
    {
        return thing(m_files.share(name, path));
    }

    //! From now on what \a saved says is this person's choice; see NamedFiles::agree(). Comes back agreed to.
    [[nodiscard]] Result<Thing> agree(Thing saved) const requires requires { saved.unagreed; }
    {
        GAUGE_CHECK(m_files.agree(saved.unagreed));
        saved.unagreed.clear();
        return saved;
    }

private:
    [[nodiscard]] Result<Thing> thing(const Result<SavedText> &text) const
    {
        if (!text)
            return fail(text.error());
        Result<Thing> read = Thing::read(*text);
        if constexpr (requires { read->unagreed; }) {
            if (read)
                read->unagreed = m_files.unagreed(*text);
        }
        return read;
    }
    [[nodiscard]] static Origin originOf(const Thing &saved)
    {
        if constexpr (requires { saved.unagreed; })
            return saved.unagreed.isEmpty() ? Origin::Here : Origin::Elsewhere; // an undo agrees to nothing
        return Origin::Here;
    }

    NamedFiles m_files;
};

} // namespace gauge::saved
