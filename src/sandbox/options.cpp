// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/options.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <CLI/CLI.hpp>

#include <array>
#include <iostream>
#include <map>

namespace gauge::sandbox {

namespace {

// The customer's system has its own wall time, without a zone: the numbers are taken as they stand.
std::optional<Seconds> momentFrom(const std::string &text)
{
    auto moment = QDateTime::fromString(QString::fromStdString(text), Qt::ISODate);
    if (!moment.isValid())
        return std::nullopt;
    moment.setTimeSpec(Qt::UTC);
    return moment.toSecsSinceEpoch();
}

bool applyNow(const std::string &text, Options &options)
{
    if (text.empty())
        return true;
    const bool system = text == "system";
    const auto moment
        = system ? std::optional<Seconds>(QDateTime::currentSecsSinceEpoch()) : momentFrom(text);
    options.now = moment.value_or(options.now);
    options.clockFollows = system;
    return moment.has_value();
}

} // namespace

std::string randomSecret()
{
    constexpr std::size_t words = 4;
    std::array<quint32, words> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    std::string secret;
    for (const quint32 word : bits)
        secret += QStringLiteral("%1").arg(word, 8, 16, QLatin1Char('0')).toStdString();
    return secret;
}

std::variant<Options, int> parseOptions(int argc, char **argv)
{
    Options options;
    std::string now;
    std::vector<std::string> rules;
    CLI::App app(
        "A stand-in for the CustomerGauge service, on this computer only: invented data for demonstrations "
        "and tests.\n"
        "Client ID sandbox, API key sandbox-key. The client secret, which control calls need, too, is "
        "GAUGEDESK_SANDBOX_SECRET, or else a random one that is printed at the start.",
        "gaugedesk-sandbox");
    app.add_option("--port", options.port, "Port on 127.0.0.1; 0 takes any free one")->capture_default_str();
    app.add_option("--records", options.records, "Responses to begin with")
        ->check(CLI::Range(0LL, 100'000'000LL))
        ->capture_default_str();
    app.add_option("--seed", options.seed, "The same seed gives the same data")->capture_default_str();
    app.add_option(
        "--now", now,
        "The system's time: yyyy-mm-dd[Thh:mm:ss], which stands still, or system (default 2026-01-01)");
    app.add_option("--token-lifetime", options.tokenLifetime, "Seconds a token holds")
        ->check(CLI::Range(1LL, 86'400LL))
        ->capture_default_str();
    app.add_option("--extra-properties", options.shape.extraProperties, "Distinct additional properties")
        ->check(CLI::Range(0, 100'000));
    app.add_option("--questions", options.shape.extraQuestions, "Distinct additional questions")
        ->check(CLI::Range(0, 100'000));
    app.add_flag("--quirks", options.shape.quirks, "Serve the deviations that were seen in the wild");
    app.add_option("--order", options.shape.order, "Order of responses and cases: arrival or number")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, Order>{{"arrival", Order::Arrival}, {"number", Order::Number}}));
    app.add_flag("--late-changes", options.shape.lateChanges,
                 "Topics come within two days, cases change for weeks, and partly finished surveys become "
                 "responses after 10 to 30 days");
    app.add_option("--fault", rules, "What goes wrong, e.g. 503:every=7 (repeatable; see README.md)");
    app.add_option("--redirect-to", options.redirectTo, "Where the redirect fault points");
    app.add_flag("--until-stdin-closes", options.untilStdinCloses, "End when standard input ends");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (!applyNow(now, options)) {
        std::cerr << "--now takes yyyy-mm-dd, yyyy-mm-ddThh:mm:ss or system.\n";
        return 2;
    }
    for (const auto &rule : rules) {
        const auto fault = parseFault(rule);
        if (!fault) {
            std::cerr << fault.error().text.toStdString() << '\n';
            return 2;
        }
        options.faults.push_back(*fault);
    }
    options.secret = qEnvironmentVariable("GAUGEDESK_SANDBOX_SECRET").toStdString();
    options.isSecretMadeUp = options.secret.empty();
    if (options.isSecretMadeUp)
        options.secret = randomSecret();
    return options;
}

} // namespace gauge::sandbox
