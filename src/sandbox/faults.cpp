// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults.h"

#include "sandbox/form.h"

#include <algorithm>
#include <array>

namespace gauge::sandbox {

namespace {

constexpr std::array<std::pair<std::string_view, FaultKind>, 25> kinds{{
    {"reset", FaultKind::Reset},
    {"truncate", FaultKind::Truncate},
    {"cut", FaultKind::Cut},
    {"delay", FaultKind::Delay},
    {"stall", FaultKind::Stall},
    {"html", FaultKind::Html},
    {"errors", FaultKind::Errors},
    {"unauthenticated", FaultKind::Unauthenticated},
    {"garbage", FaultKind::Garbage},
    {"empty", FaultKind::Empty},
    {"expire-token", FaultKind::ExpireToken},
    {"redirect", FaultKind::Redirect},
    {"huge", FaultKind::Huge},
    {"endless", FaultKind::Endless},
    {"deep", FaultKind::Deep},
    {"stuck", FaultKind::Stuck},
    {"empty-page", FaultKind::EmptyPage},
    {"next-null", FaultKind::NextNull},
    {"next-empty", FaultKind::NextEmpty},
    {"next-missing", FaultKind::NextMissing},
    {"data-object", FaultKind::DataObject},
    {"data-null", FaultKind::DataNull},
    {"refuse-cursor", FaultKind::RefuseCursor},
    {"headers", FaultKind::Headers},
    {"early-hints", FaultKind::EarlyHints},
}};
constexpr std::array<std::string_view, 7> feeds{"responses", "non-responses", "close-loop", "token",
                                                "records",   "response",      "status"};

tl::unexpected<Error> objection(std::string_view rule, const QString &why)
{
    const auto text = QString::fromUtf8(rule.data(), static_cast<qsizetype>(rule.size()));
    return fail(
        ErrorKind::Input,
        QCoreApplication::translate("sandbox", "The fault rule \"%1\" cannot be read: %2").arg(text, why));
}

QString words(const char *text)
{
    return QCoreApplication::translate("sandbox", text);
}

bool applyKind(Fault &fault, std::string_view kind)
{
    const auto equals = kind.find('=');
    const auto name = kind.substr(0, equals);
    const auto value = equals == std::string_view::npos ? std::string_view() : kind.substr(equals + 1);
    if (const auto status = integer(name); status && *status >= 200 && *status <= 599 && value.empty()) {
        fault.status = static_cast<int>(*status);
        return true;
    }
    const auto known
        = std::find_if(kinds.begin(), kinds.end(), [&](const auto &k) { return k.first == name; });
    if (known == kinds.end())
        return false;
    fault.kind = known->second;
    if (value.empty())
        return fault.kind != FaultKind::Delay;
    const auto unit = value.ends_with("ms") ? 2U : value.ends_with("s") ? 1U : 0U;
    const auto number = integer(value.substr(0, value.size() - unit));
    if (!number || *number < 0 || *number > 10'000'000)
        return false;
    switch (fault.kind) {
    case FaultKind::Delay:
        fault.milliseconds = static_cast<int>(unit == 1U ? *number * 1000 : *number);
        return *number <= 1'000'000;
    case FaultKind::Huge:
    case FaultKind::Endless:
        fault.size = *number;
        return unit == 0U;
    case FaultKind::Deep:
        fault.depth = *number;
        return unit == 0U;
    case FaultKind::Headers:
        fault.headers = *number;
        return unit == 0U && *number <= 100'000;
    default:
        return false;
    }
}

bool applySetting(Fault &fault, std::string_view name, std::string_view value)
{
    if (name == "feed") {
        fault.feed = value;
        return std::find(feeds.begin(), feeds.end(), value) != feeds.end();
    }
    const auto number = integer(value);
    if (!number || *number < 0)
        return false;
    if (name == "retry-after" || name == "retry-after-date" || name == "retry-after-unix") {
        fault.retryAfter = value;
        fault.retryAfterForm = name == "retry-after" ? Fault::RetryAfter::Delay
            : name == "retry-after-date"             ? Fault::RetryAfter::Date
                                                     : Fault::RetryAfter::UnixTime;
        return true;
    }
    if (name == "at")
        fault.at.push_back(*number);
    else if (name == "every")
        fault.every = *number;
    else if (name == "from")
        fault.from = *number;
    else if (name == "times")
        fault.times = *number;
    else
        return false;
    return *number > 0;
}

} // namespace

Result<Fault> parseFault(std::string_view rule)
{
    Fault fault;
    const auto colon = rule.find(':');
    if (!applyKind(fault, rule.substr(0, colon)))
        return objection(
            rule,
            words(QT_TRANSLATE_NOOP("sandbox",
                                    "it begins with a status such as 503, or with reset, truncate, cut, "
                                    "delay=200ms, stall, html, errors, unauthenticated, garbage, empty, "
                                    "expire-token, redirect, huge, "
                                    "endless, deep, stuck, empty-page, next-null, next-empty, next-missing, "
                                    "data-object, data-null, refuse-cursor, headers or early-hints.")));
    auto rest = colon == std::string_view::npos ? std::string_view() : rule.substr(colon + 1);
    while (!rest.empty()) {
        const auto setting = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), setting.size() + 1));
        const auto equals = std::min(setting.find('='), setting.size());
        if (!applySetting(fault, setting.substr(0, equals),
                          setting.substr(std::min(equals + 1, setting.size()))))
            return objection(
                rule,
                words(QT_TRANSLATE_NOOP("sandbox",
                                        "after the colon it takes every=N, at=N, from=N, times=N, feed=NAME, "
                                        "retry-after=SECONDS, retry-after-date=SECONDS and "
                                        "retry-after-unix=SECONDS.")));
    }
    return fault;
}

Faults::Faults(std::vector<Fault> rules)
{
    for (auto &rule : rules)
        m_rules.push_back({std::move(rule)});
}

const Fault *decisive(const std::vector<Fault> &faults)
{
    const auto found = std::find_if(faults.begin(), faults.end(), [](const Fault &fault) {
        return fault.kind != FaultKind::Delay && fault.kind != FaultKind::ExpireToken;
    });
    return found == faults.end() ? nullptr : &*found;
}

std::vector<Fault> Faults::strike(std::string_view feed, bool hasCursor)
{
    std::vector<Fault> struck;
    for (auto &[fault, seen, times] : m_rules) {
        if (fault.feed.empty() ? feed == "token" : fault.feed != feed)
            continue;
        if (fault.kind == FaultKind::RefuseCursor && !hasCursor)
            continue;
        ++seen;
        const bool always = fault.every == 0 && fault.at.empty();
        const bool due = always || (fault.every > 0 && seen % fault.every == 0)
            || std::find(fault.at.begin(), fault.at.end(), seen) != fault.at.end();
        if (!due || seen < fault.from || (fault.times > 0 && times >= fault.times))
            continue;
        ++times;
        struck.push_back(fault);
    }
    return struck;
}

} // namespace gauge::sandbox
