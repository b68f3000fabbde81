// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"
#include "query/query.h"

#include <QColor>
#include <QLocale>

#include <optional>

//! How values are shown to people: one set of rules for tables, detail pane and counts.
namespace gauge::ui::display {

//! The three groups of an NPS score. Each has a word, a shape and a colour, so that none of them
//! has to carry the meaning alone.
enum class ScoreGroup { Promoter, Passive, Detractor };

[[nodiscard]] std::optional<int> score(const QString &text); //!< 0–10, or nothing
[[nodiscard]] ScoreGroup scoreGroup(int score);
[[nodiscard]] QChar shape(ScoreGroup group); //!< ▲ ● ▼
[[nodiscard]] QString word(ScoreGroup group); //!< translated: "promoter"
[[nodiscard]] QColor colour(ScoreGroup group, bool onDark); //!< lighter tints on dark

//! A date of the service ("2025-03-01 14:05:09" or the day alone) by \a locale, never converted
//! between time zones; anything else comes back as it is.
[[nodiscard]] QString date(const QString &text, const QLocale &locale = {});

//! \a text as received, shown by the rules of its column's type: scores with their shape, dates and
//! decimals by \a locale, yes and no in words.
[[nodiscard]] QString value(catalog::ColumnType type, const QString &text, const QLocale &locale = {});
//! The same for a screen reader, which cannot see shapes.
[[nodiscard]] QString accessibleText(catalog::ColumnType type, const QString &text,
                                     const QLocale &locale = {});

//! A word of the column `life` in the person's language, and that it is provisional: "sent · provisional".
[[nodiscard]] QString life(const QString &word, bool provisional);
[[nodiscard]] QString spokenLife(const QString &word, bool provisional); //!< "sent, provisional"

//! One line of at most \a length characters for a table cell: line breaks become spaces, and other
//! controls marks.
[[nodiscard]] QString oneLine(const QString &text, qsizetype length = 300);

//! Figures to the right, texts to where their script begins.
[[nodiscard]] Qt::Alignment alignment(catalog::ColumnType type, const QString &text);

//! The column's title in the person's language, or the bare name of a property or question.
[[nodiscard]] QString title(const lake::LakeColumn &column);

//! The feed's title in the person's language, and which of its records are meant.
[[nodiscard]] QString feedTitle(const catalog::Endpoint &endpoint, query::Presence presence);
//! The titles of \a columns side by side, each a line of about \a length characters: of those that read the
//! same but for case, the catalog's own keeps its title and the others get their names behind it.
[[nodiscard]] QStringList titles(const std::vector<lake::LakeColumn> &columns, qsizetype length);

//! The columns of \a endpoint, for tables that have no lake behind them.
[[nodiscard]] std::vector<lake::LakeColumn> columnsOf(const catalog::Endpoint &endpoint);
//! The column of a name that the catalog does not know ("property.Country").
[[nodiscard]] lake::LakeColumn dynamicColumn(const catalog::Endpoint &endpoint, const QString &name);

//! The columns a person sees before choosing any: key and score first, then the catalog's columns,
//! then the first of those that appeared.
[[nodiscard]] QStringList usualColumns(const catalog::Endpoint &endpoint,
                                       const std::vector<lake::LakeColumn> &columns);

} // namespace gauge::ui::display
