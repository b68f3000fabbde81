// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/columnmapping.h"

namespace gauge::upload {

//! What a person has decided about the headings of a configuration.
struct MappingDraft
{
    ColumnMapping mapping;
    QStringList leftOut; //!< headings that are to stay without a value, whatever would be suggested

    bool operator==(const MappingDraft &) const = default;
};

//! \a draft as far as its headings are among \a headings and its columns among \a columns; the other headings
//! that are not left out have what is suggested. In the order of \a headings.
[[nodiscard]] ColumnMapping completed(const MappingDraft &draft, const QStringList &columns,
                                      const QStringList &headings);

//! Where people have left off mapping, a small file for each configuration in the data folder: it appears
//! whole or not at all, its owner alone can read it. Blocks.
class MappingStore
{
public:
    explicit MappingStore(const QString &dataFolder);

    //! Nothing was decided yet: an empty one. A file that cannot be read is an error, and left as it is.
    [[nodiscard]] Result<MappingDraft> load(const QString &configurationId) const;
    [[nodiscard]] Result<void> save(const QString &configurationId, const MappingDraft &draft) const;

private:
    [[nodiscard]] QString pathOf(const QString &configurationId) const;

    QString m_folder;
};

[[nodiscard]] QByteArray toJson(const MappingDraft &draft);
//! Any bytes may come.
[[nodiscard]] Result<MappingDraft> parseMappingDraft(const QByteArray &json);

} // namespace gauge::upload
