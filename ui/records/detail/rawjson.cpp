// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/detail/rawjson.h"

namespace gauge::ui {

namespace {

// Deeper levels are not indented further: hostile nesting must not make a text of its square.
constexpr int deepest = 32;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

//! The end of the string that begins at \a start (its opening quote).
qsizetype endOfString(const QByteArray &json, qsizetype start)
{
    for (qsizetype i = start + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

qsizetype nextToken(const QByteArray &json, qsizetype from)
{
    while (from < json.size() && isSpace(json[from]))
        ++from;
    return from;
}

} // namespace

QByteArray indentedJson(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 2);
    int level = 0;
    const auto newLine = [&] { out.append('\n').append(QByteArray(2 * std::clamp(level, 0, deepest), ' ')); };
    for (qsizetype i = nextToken(json, 0); i < json.size();) {
        const char c = json[i];
        if (c == '"') {
            const qsizetype end = endOfString(json, i);
            out.append(json.mid(i, end - i));
            i = nextToken(json, end);
            continue;
        }
        i = nextToken(json, i + 1);
        if (c == '{' || c == '[') {
            out.append(c);
            const bool empty = i < json.size() && (json[i] == '}' || json[i] == ']');
            ++level;
            if (!empty)
                newLine();
        } else if (c == '}' || c == ']') {
            const bool empty = out.endsWith('{') || out.endsWith('[');
            --level;
            if (!empty)
                newLine();
            out.append(c);
        } else if (c == ',') {
            out.append(c);
            newLine();
        } else if (c == ':') {
            out.append(": ");
        } else {
            out.append(c);
        }
    }
    return out;
}

} // namespace gauge::ui
