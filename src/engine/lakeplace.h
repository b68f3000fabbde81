// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

namespace gauge::engine {

//! Whether \a lake can be used, and what it holds: see Engine::testLake(). Blocks; changes nothing.
[[nodiscard]] Result<LakeTest> lookAtLake(const lake::Location &lake, const catalog::Catalog &catalog,
                                          const std::stop_token &stop);

} // namespace gauge::engine
