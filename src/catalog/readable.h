// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gauge::catalog {

//! A list column for people: "Ordering > Ease of Ordering, Product Information; Product".
//! Drivers read primary > secondaries, tags "Product (topic, mixed)", questions "title: answer";
//! other objects "key: value", plain items joined by "; ". Text that is not such JSON comes back
//! as it is. Appends to \a out.
void appendReadable(std::string &out, std::string_view json);

} // namespace gauge::catalog
