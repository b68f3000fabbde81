// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QProcess>

namespace gauge::test {

//! What \a reader finds in \a file (readback.py).
[[nodiscard]] inline QJsonDocument readBack(const QString &reader, const QString &file)
{
    QProcess python;
    // The system's own Python, whatever else is in the path.
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(READBACK), reader, file});
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        qFatal("%s cannot read it: %s", qPrintable(reader), python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput());
}

} // namespace gauge::test
