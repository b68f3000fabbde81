// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "upload/form/formrecord.h"

#include <QDateTime>
#include <QStringList>

#include <map>
#include <memory>

class QLockFile;

namespace gauge::upload {

//! Which form: one a configuration, of one connection.
struct FormKey
{
    QString connection; //!< its id
    QString form; //!< id of a configuration, or responseForm()

    bool operator==(const FormKey &) const = default;
};

//! The form of single responses.
[[nodiscard]] QString responseForm();

//! What was typed into a form and is not accepted yet.
struct Draft
{
    FormRecord fields; //!< those with a value, and those that a person added
    //! UTC: when these fields left, while it is not known what became of them. They are not sent again
    //! without a person's word.
    QDateTime sent;

    bool operator==(const Draft &) const = default;
};

//! Values that were accepted before, by heading, the newest first.
using RecentValues = std::map<QString, QStringList>;

//! Puts the values of \a sent in front, within the limits of what is kept.
void remember(RecentValues &recent, const FormRecord &sent);

//! What forms remember in the data folder: a small file a form that its owner alone reads, and that appears
//! whole or not at all. Blocks.
class FormStore
{
public:
    explicit FormStore(const QString &dataFolder);

    //! None where there is no file. A file that cannot be read is an error.
    [[nodiscard]] Result<Draft> draft(const FormKey &key) const;
    //! One without fields is removed.
    [[nodiscard]] Result<void> saveDraft(const FormKey &key, const Draft &draft) const;

    //! None where there is no file, or one that cannot be read: they are a convenience.
    [[nodiscard]] RecentValues recent(const FormKey &key) const;
    //! Adds the values of \a sent to those that are there, also while others do.
    [[nodiscard]] Result<void> remember(const FormKey &key, const FormRecord &sent) const;
    //! Of all forms of a connection.
    [[nodiscard]] Result<void> forgetRecent(const QString &connectionId) const;
    //! Everything of a connection.
    [[nodiscard]] Result<void> remove(const QString &connectionId) const;

private:
    [[nodiscard]] QString folderOf(const QString &connectionId) const;
    [[nodiscard]] QString pathOf(const FormKey &key, QLatin1StringView ending) const;
    [[nodiscard]] QString notKept() const;
    [[nodiscard]] Result<std::unique_ptr<QLockFile>> lock(const QString &connectionId) const;
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &bytes) const;

    QString m_folder;
};

} // namespace gauge::upload
