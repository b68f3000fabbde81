// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <QCoreApplication>

#include <array>

namespace gauge {

namespace {

bool isQuoted(const QByteArray &bytes)
{
    static constexpr std::array quotes{std::pair("\"", "\""), std::pair("'", "'"), std::pair("`", "`"),
                                       std::pair("“", "”"),   std::pair("„", "“"), std::pair("‘", "’")};
    return bytes.size() > 1 && std::any_of(quotes.begin(), quotes.end(), [&](const auto &pair) {
               return bytes.startsWith(pair.first) && bytes.endsWith(pair.second);
           });
}

bool isAround(const QByteArray &bytes, const char *what)
{
    return bytes.startsWith(what) || bytes.endsWith(what);
}

} // namespace

QString secretHint(const Secret &secret, const QString &name)
{
    const QByteArray &bytes = secret.expose();
    QString what;
    if (isAround(bytes, "\n") || isAround(bytes, "\r"))
        what = QCoreApplication::translate("gauge", "a line break");
    else if (isAround(bytes, " ") || isAround(bytes, "\t") || isAround(bytes, "\u00A0"))
        what = QCoreApplication::translate("gauge", "a blank");
    else if (isQuoted(bytes))
        what = QCoreApplication::translate("gauge", "quotation marks");
    else if (bytes.startsWith("\uFEFF"))
        what = QCoreApplication::translate("gauge", "a byte-order mark");
    if (what.isEmpty())
        return {};
    return QCoreApplication::translate("gauge",
                                       "The %1 has %2 around it, which counts as part of it. If it was "
                                       "copied by mistake, enter the %1 again without it.")
        .arg(name, what);
}

} // namespace gauge
