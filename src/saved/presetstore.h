// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "saved/presettext.h"

#include <functional>
#include <vector>

namespace gauge::saved {

//! What becomes of a thing that is saved under a name that another has.
enum class Existing { Replace, Refuse, TakeAnotherName };

//! Who wrote what is saved: this person, in a dialog that showed all of it, or somebody else, in a file.
enum class Origin { Here, Elsewhere };

//! The saved texts of one kind in the data folder: a small file each, readable by its owner alone. It
//! appears whole or not at all; a file that cannot be read is told and left as it is. Two processes that
//! change something at once wait for each other. Blocks.
class NamedFiles
{
public:
    //! Whether the rest of a text can be read too.
    using Check = std::function<Result<void>(const SavedText &text)>;

    NamedFiles(const QString &dataFolder, Kind kind, Check check);

    struct Contents
    {
        std::vector<SavedText> texts; //!< by name
        QStringList problems; //!< files that are left out and why, in words
    };
    [[nodiscard]] Result<Contents> list() const;
    //! By name, or the file \a nameOrPath where nothing is called so. NotFound tells the names there are.
    [[nodiscard]] Result<SavedText> find(const QString &nameOrPath) const;
    //! A file anywhere.
    [[nodiscard]] Result<SavedText> readFile(const QString &path) const;

    //! Comes back as it was saved, its name included.
    [[nodiscard]] Result<SavedText> save(SavedText text, Existing existing, Origin origin) const;
    [[nodiscard]] Result<SavedText> rename(const QString &name, const QString &newName) const;
    //! What it was, for save().
    [[nodiscard]] Result<SavedText> remove(const QString &name) const;
    //! Writes what is called \a name to a file for others, who may read it.
    [[nodiscard]] Result<SavedText> share(const QString &name, const QString &path) const;

    //! What an export says about its file and its formulas is a proposal until this person has agreed to it,
    //! by saving it here or by agree(). The data folder has a list of SHA-256 sums of texts without their
    //! names, so a file that somebody else wrote or changed is not in it.
    //! Returns the sum of \a text if it is not in the list; else nothing.
    [[nodiscard]] QByteArray unagreed(const SavedText &text) const;
    [[nodiscard]] Result<void> agree(const QByteArray &sum) const;

private:
    struct Entry
    {
        QString path;
        SavedText text;
    };
    struct Scan
    {
        std::vector<Entry> entries;
        QStringList problems;

        [[nodiscard]] const Entry *find(const QString &name) const;
    };
    [[nodiscard]] Result<Scan> scan() const;
    [[nodiscard]] Result<void> write(const QString &path, const SavedText &text) const;
    [[nodiscard]] QByteArray sumOf(SavedText text) const;
    [[nodiscard]] QString agreedPath() const;
    [[nodiscard]] QByteArrayList agreedSums(const Scan &scan) const;
    [[nodiscard]] Result<void> addAgreed(const Scan &scan, const QByteArray &sum) const;
    void beginAgreed() const;
    [[nodiscard]] QString basePathOf(const QString &name) const;
    [[nodiscard]] QString pathFor(const QString &name) const;
    [[nodiscard]] QString freeName(const Scan &scan, const QString &name) const;
    [[nodiscard]] tl::unexpected<Error> notFound(const Scan &scan, const QString &name) const;
    //! Reads, changes and writes while no other process does.
    template <typename Change>
    [[nodiscard]] Result<SavedText> update(Change change) const;

    QString m_folder;
    Kind m_kind;
    Check m_check;
};

//! All that is saved of one kind.
template <typename T>
struct PresetList
{
    std::vector<T> things; //!< by name
    QStringList problems; //!< files that are left out and why, in words
};

//! Saved things of one kind as values; see NamedFiles.
//! A T has a `name` and a `kind`, prints() itself and is read by read(SavedText).
template <typename T>
class PresetStore
{
public:
    explicit PresetStore(QString dataFolder)
        : m_files(std::move(dataFolder), T::kind, [](const SavedText &text) -> Result<void> {
            Result<T> read = T::read(text);
            return read ? Result<void>() : fail(std::move(read.error()));
        })
    {}

    [[nodiscard]] Result<PresetList<T>> list() const
    {
        GAUGE_TRY(const auto contents, m_files.list());
        PresetList<T> list{{}, contents.problems};
        for (const SavedText &text : contents.texts)
            if (Result<T> read = thing(text))
                list.things.push_back(std::move(*read));
        return list;
    }

    //! By name, or a file.
    [[nodiscard]] Result<T> find(const QString &nameOrPath) const { return thing(m_files.find(nameOrPath)); }
    //! Comes back as it was saved, its name included.
    [[nodiscard]] Result<T> save(const T &saved, Existing existing) const
    {
        return thing(m_files.save(saved.print(), existing, originOf(saved)));
    }
    [[nodiscard]] Result<T> rename(const QString &name, const QString &newName) const
    {
        return thing(m_files.rename(name, newName));
    }
    [[nodiscard]] Result<T> duplicate(const QString &name) const
    {
        const Result<SavedText> text = m_files.find(name);
        return text ? thing(m_files.save(*text, Existing::TakeAnotherName, Origin::Elsewhere))
                    : fail(text.error());
    }
    //! What it was, for an undo.
    [[nodiscard]] Result<T> remove(const QString &name) const { return thing(m_files.remove(name)); }
    //! Keeps what a file holds, under another name where its own is taken.
    [[nodiscard]] Result<T> importFrom(const QString &path) const
    {
        const Result<SavedText> text = m_files.readFile(path);
        return text ? thing(m_files.save(*text, Existing::TakeAnotherName, Origin::Elsewhere))
                    : fail(text.error());
    }
    [[nodiscard]] Result<T> share(const QString &name, const QString &path) const
    {
        return thing(m_files.share(name, path));
    }

    //! From now on what \a saved says is this person's choice; see NamedFiles::agree(). Comes back agreed to.
    [[nodiscard]] Result<T> agree(T saved) const requires requires { saved.unagreed; }
    {
        GAUGE_CHECK(m_files.agree(saved.unagreed));
        saved.unagreed.clear();
        return saved;
    }

private:
    [[nodiscard]] Result<T> thing(const Result<SavedText> &text) const
    {
        if (!text)
            return fail(text.error());
        Result<T> read = T::read(*text);
        if constexpr (requires { read->unagreed; }) {
            if (read)
                read->unagreed = m_files.unagreed(*text);
        }
        return read;
    }
    [[nodiscard]] static Origin originOf(const T &saved)
    {
        if constexpr (requires { saved.unagreed; })
            return saved.unagreed.isEmpty() ? Origin::Here : Origin::Elsewhere; // an undo agrees to nothing
        return Origin::Here;
    }

    NamedFiles m_files;
};

} // namespace gauge::saved
