// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/clipboardtext.h"

#include "transfer/celltext.h"

namespace gauge::ui {

namespace {

void appendField(QString &out, const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    const bool guarded = transfer::needsFormulaGuard({bytes.constData(), std::size_t(bytes.size())});
    const bool quoted = value.contains(QLatin1Char('\t')) || value.contains(QLatin1Char('\n'))
        || value.contains(QLatin1Char('\r')) || value.contains(QLatin1Char('"'));
    if (quoted)
        out += QLatin1Char('"');
    if (guarded)
        out += QLatin1Char('\'');
    out += quoted ? QString(value).replace(QLatin1Char('"'), QLatin1String("\"\"")) : value;
    if (quoted)
        out += QLatin1Char('"');
}

void appendLine(QString &out, const QStringList &values)
{
    bool first = true;
    for (const QString &value : values) {
        if (!std::exchange(first, false))
            out += QLatin1Char('\t');
        appendField(out, value);
    }
    out += QLatin1Char('\n');
}

} // namespace

QString clipboardText(const QStringList &headers, const std::vector<QStringList> &rows)
{
    QString text;
    if (!headers.isEmpty())
        appendLine(text, headers);
    for (const QStringList &row : rows)
        appendLine(text, row);
    return text;
}

} // namespace gauge::ui
