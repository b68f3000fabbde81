// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

//! Ends the fuzzer with a crash, which keeps the input that led here.
inline void demand(bool condition)
{
    if (!condition)
        std::abort();
}
