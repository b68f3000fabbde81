// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/people/person.h"
#include "lake/sql/location.h"
#include "service/connection.h"

#include <vector>

namespace gauge::engine {

//! Every lake that is kept for \a connection: \a own, its file in \a dataFolder (it stays when a database
//! takes its place), and copies of it in the same folder. Databases that it used before are not known any
//! more. Looks at the disk.
[[nodiscard]] std::vector<lake::Location>
keptLakes(const QString &dataFolder, const service::Connection &connection, const lake::Location &own);

//! Other files of the program in \a dataFolder (saved views, settings) that have the address of \a key in
//! them, without databases and what belongs to them. Looks at the disk.
[[nodiscard]] QStringList filesNaming(const QString &dataFolder, const lake::PersonKey &key);

} // namespace gauge::engine
