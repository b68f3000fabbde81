// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/textmatch.h"

#include "base/text.h"
#include "lake/sqlite/sqliteconnection.h"

#include <QString>

#include <sqlite3.h>

#include <algorithm>

namespace gauge::lake {

namespace {

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

bool startsFolded(std::string_view text, std::string_view needle)
{
    return text.size() >= needle.size()
        && std::equal(needle.begin(), needle.end(), text.begin(),
                      [](char a, char b) { return a == lower(b); });
}

bool containsFolded(std::string_view text, std::string_view needle)
{
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                       [](char a, char b) { return lower(a) == b; })
        != text.end();
}

std::string folded(std::string_view text)
{
    return fromUtf8(text).normalized(QString::NormalizationForm_C).toCaseFolded().toStdString();
}

//! A letter of ASCII may be one with an accent if this byte, which begins U+0300 to U+033F, follows it.
bool hasAccents(std::string_view text)
{
    return text.find('\xcc') != std::string_view::npos;
}

std::string_view textOf(sqlite3_value *value)
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return data ? std::string_view(data, size_t(sqlite3_value_bytes(value))) : std::string_view();
}

//! The needle is the same for every row of a statement: SQLite keeps what was made of it.
template <bool (TextMatch::*Test)(std::string_view) const>
void matchFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) {
        sqlite3_result_int(context, 0);
        return;
    }
    constexpr int needleArgument = 1;
    if (const auto *kept = static_cast<const TextMatch *>(sqlite3_get_auxdata(context, needleArgument))) {
        sqlite3_result_int(context, (kept->*Test)(textOf(values[0])));
        return;
    }
    auto match = std::make_unique<TextMatch>(textOf(values[1]));
    sqlite3_result_int(context, ((*match).*Test)(textOf(values[0])));
    sqlite3_set_auxdata(context, needleArgument, match.release(),
                        [](void *kept) { delete static_cast<TextMatch *>(kept); });
}

} // namespace

TextMatch::TextMatch(std::string_view needle)
    : m_folded(folded(needle))
    , m_ascii(isAscii(m_folded))
{}

// An ASCII hit is a hit unless an accent follows. Only a text with other letters needs folding, also
// for an ASCII needle: the Kelvin sign is a k.
bool TextMatch::isContainedIn(std::string_view text) const
{
    if (m_ascii && !hasAccents(text) && containsFolded(text, m_folded))
        return true;
    return !isAscii(text) && folded(text).find(m_folded) != std::string::npos;
}

bool TextMatch::isStartOf(std::string_view text) const
{
    if (m_ascii && !hasAccents(text) && startsFolded(text, m_folded))
        return true;
    return !isAscii(text) && folded(text).starts_with(m_folded);
}

Result<void> registerTextMatch(sqlite3 *handle)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    const int contains
        = sqlite3_create_function_v2(handle, "gauge_contains", 2, flags, nullptr,
                                     matchFunction<&TextMatch::isContainedIn>, nullptr, nullptr, nullptr);
    const int starts
        = sqlite3_create_function_v2(handle, "gauge_starts", 2, flags, nullptr,
                                     matchFunction<&TextMatch::isStartOf>, nullptr, nullptr, nullptr);
    if (contains != SQLITE_OK || starts != SQLITE_OK)
        return fail(storageError(handle));
    return {};
}

} // namespace gauge::lake
