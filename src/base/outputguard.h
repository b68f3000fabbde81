// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <functional>

//! The one place that decides where an output may be written: exports, results, reports, pictures, backups.
namespace gauge {

//! Whether an output may replace a database that is not in use here; a backup may.
enum class Databases { Kept, Replaced };

//! While it lives, no output of this process replaces a file of \a dataFolder, or a file that \a isOwn
//! recognizes (a lake elsewhere). Create and destroy it in any thread; \a isOwn is called in any thread.
class OutputGuard
{
public:
    using IsOwn = std::function<bool(const QString &path, Databases)>;
    OutputGuard(const QString &dataFolder, IsOwn isOwn);
    ~OutputGuard();
    Q_DISABLE_COPY_MOVE(OutputGuard)

private:
    int m_number;
};

//! Whether both paths lead to one file that is there: through links, mounts and other spellings.
[[nodiscard]] bool isSameFile(const QString &one, const QString &other);

//! Returns the file that an output to \a path replaces or creates: absolute, symbolic links followed. Fails
//! with Input, and touches nothing, if that is a folder, a device or a pipe, a file of GaugeDesk itself, or
//! one of \a taken, the inputs and other outputs of the same command. The files of the standard streams
//! count as taken. Also finds them through links and other spellings. Whether the folder can be written is
//! for OutputFile::begin() to find out.
[[nodiscard]] Result<QString> outputTarget(const QString &path, const QStringList &taken = {},
                                           Databases databases = Databases::Kept);

//! What an output holds, as far as its name must not promise anything else.
struct OutputContent
{
    QString name; //!< within a message, not translated: "CSV"
    QStringList endings; //!< that fit, without a dot, the usual one first

    [[nodiscard]] static OutputContent csv();
    [[nodiscard]] static OutputContent jsonLines();
    [[nodiscard]] static OutputContent backup(); //!< a lake in a file
};

//! Fails with Input if the ending of \a path belongs to another kind of file: `.json` or `.xls` for a CSV.
//! An ending that is not known, or none, fits everything.
[[nodiscard]] Result<void> checkEnding(const QString &path, const OutputContent &content);

//! The same for a name that a file of somebody else proposes. Fails with Input also if it is hidden, or if
//! its ending is not known: what a shell or a desktop reads at its start has such names.
[[nodiscard]] Result<void> checkProposedName(const QString &path, const OutputContent &content);

} // namespace gauge
