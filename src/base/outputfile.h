// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/outputguard.h"

#include <QFile>

namespace gauge {

//! A file for people that appears whole under its name, or not at all: until commit() it is a hidden file
//! beside it. One that is destroyed before leaves nothing.
class OutputFile : public QFile
{
public:
    enum class Readers { AsUsual, OwnerOnly };
    explicit OutputFile(QString path, Readers readers = Readers::AsUsual);
    ~OutputFile() override;

    //! Opens it for writing. Fails with Input if nothing may be written to path(), see outputTarget(), and
    //! with Storage if its folder cannot be written. Removes what killed programs have left in the folder.
    [[nodiscard]] Result<void> begin(const QStringList &taken = {});
    //! The name that was asked for; fileName() is that of the hidden file.
    [[nodiscard]] QString path() const { return m_path; }
    //! The file that commit() replaces; another one than path() where that is a link.
    [[nodiscard]] QString target() const { return m_target; }
    //! On the disk and under its name; false: errorString() says why, and what was there before stays.
    [[nodiscard]] bool commit();
    void discard();

private:
    const QString m_path;
    const Readers m_readers;
    QString m_target;
};

//! Whether an output to \a path can begin, with the errors of OutputFile::begin(). Leaves nothing there.
[[nodiscard]] Result<void> checkOutput(const QString &path, const QStringList &taken = {});

//! The name for a file in \a folder that lives as long as this process: hidden, and recognized by
//! removeLeftovers(). Six X stand in it, as QTemporaryFile wants it.
[[nodiscard]] QString temporaryTemplate(const QString &folder, const QString &ending);
//! Removes such files of programs on this computer that are no longer running.
void removeLeftovers(const QString &folder);

} // namespace gauge
