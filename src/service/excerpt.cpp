// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/excerpt.h"

#include "base/log.h"
#include "base/text.h"

namespace gauge::service {

QString excerpt(const QByteArray &body)
{
    constexpr qsizetype longest = 500;
    // Redacted before it is cut, so that no secret is cut out of its pattern; not the whole of a
    // body of megabytes, as patterns are slow.
    QString text = redacted(fromUtf8(body.left(8 * longest))).simplified();
    if (text.size() > longest)
        text = text.left(longest - 1) + QChar(0x2026);
    return text;
}

} // namespace gauge::service
