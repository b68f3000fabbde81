// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform.h"
#include "sandbox/sandbox.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace gauge::sandbox;
    gauge::platform::forbidCoreDumps(); // a record that is sent on trial may be a real one
    QCoreApplication app(argc, argv);
    const auto parsed = parseOptions(argc, argv);
    if (const auto *exitCode = std::get_if<int>(&parsed))
        return *exitCode;
    const auto &options = std::get<Options>(parsed);
    Sandbox sandbox(options);
    const auto port = sandbox.listen();
    if (!port) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(port.error().text));
        return 1;
    }
    std::printf("listening http://127.0.0.1:%u\n", static_cast<unsigned>(*port));
    if (options.isSecretMadeUp)
        std::printf("secret %s\n", options.secret.c_str());
    std::fflush(stdout);
    if (options.untilStdinCloses)
        whenInputEnds(&app, [] { QCoreApplication::quit(); });
    return QCoreApplication::exec();
}
