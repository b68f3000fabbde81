// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/personjobs.h"

//! The words of what was found of a person and erased, the same in the window and on the command line. None
//! of them names the person.
namespace gauge::engine {

//! "12 records, 3 earlier versions, 1 mention".
[[nodiscard]] QString countsText(const lake::PersonInFeed &counts);
//! What was erased, on one line, and whether anything is missing.
[[nodiscard]] QString erasedText(const PersonErased &erased);
//! "Responses", or what stands for a feed.
[[nodiscard]] QString feedTitle(const catalog::Catalog &catalog, const QString &feed);
//! Which files still name the address, in a sentence, or empty.
[[nodiscard]] QString filesText(const QStringList &files);
//! What else has to be looked for, in sentences: these records are under other numbers and addresses, too.
//! Empty: nothing. (These do tell of the person.)
[[nodiscard]] QString othersText(const PersonFound &found);
//! The whole report: what was erased where, how it was verified, what was not looked at, what comes back.
[[nodiscard]] QString reportText(const PersonErased &erased, const catalog::Catalog &catalog);

} // namespace gauge::engine
