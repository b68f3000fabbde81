// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/csvdialect.h"

#include <memory>

namespace gauge::upload {

//! A CSV file that is being written and appears when it is whole, in the encoding UTF-8. Errors are of kind
//! Storage and in words; then what was there before stays.
class CsvFile
{
public:
    enum class Formulas {
        Raw, //!< cells as they are: for files that are sent again
        Guarded,
    };

    //! Separator and byte-order mark as \a dialect has them; one of another encoding gets a mark. Fails with
    //! Input where outputTarget() or checkEnding() do; \a taken are the other files of the same command.
    [[nodiscard]] static Result<std::unique_ptr<CsvFile>>
    create(const QString &path, CsvDialect dialect, Formulas formulas, const QStringList &taken = {});
    ~CsvFile();
    Q_DISABLE_COPY_MOVE(CsvFile)

    [[nodiscard]] Result<void> write(const QStringList &cells);
    [[nodiscard]] Result<void> commit();

private:
    CsvFile();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gauge::upload
