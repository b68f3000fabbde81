// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gauge::cli {

//! gaugedesk-cli from its first argument to its exit code.
int runApplication(int argc, char **argv);

} // namespace gauge::cli
