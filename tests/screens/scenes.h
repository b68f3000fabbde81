// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/stage.h"

#include <vector>

namespace gauge::screens {

//! One state of the window. To add a picture, add a function to scenes.cpp and a line to its list.
struct Scene
{
    const char *name; //!< begins the picture's file name
    void (*play)(Stage &stage);
    vault::KeychainState keychain = vault::KeychainState::Available;
};

[[nodiscard]] const std::vector<Scene> &scenes();

} // namespace gauge::screens
