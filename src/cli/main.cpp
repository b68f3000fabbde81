// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform.h"
#include "cli/application.h"

int main(int argc, char **argv)
{
    gauge::platform::forbidCoreDumps();
    return gauge::cli::runApplication(argc, argv);
}
