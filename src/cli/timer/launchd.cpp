// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timer/timer.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

namespace gauge::cli::timer {

Result<std::vector<File>> launchdFiles(const Plan &plan)
{
    if (!plan.cadence.calendar.isEmpty()) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "launchd takes hourly, daily or a number of minutes."));
    }
    const QString label = QStringLiteral("io.gaugedesk.sync.") + plan.connectionId;
    QByteArray content;
    QXmlStreamWriter xml(&content);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeDTD(QStringLiteral("<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                                "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"));
    xml.writeComment(QStringLiteral(" For ~/Library/LaunchAgents; then: launchctl load -w FILE "));
    xml.writeStartElement(QStringLiteral("plist"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.0"));
    xml.writeStartElement(QStringLiteral("dict"));
    const auto key
        = [&](const char *name) { xml.writeTextElement(QStringLiteral("key"), QLatin1String(name)); };
    key("Label");
    xml.writeTextElement(QStringLiteral("string"), label);
    key("ProgramArguments");
    xml.writeStartElement(QStringLiteral("array"));
    for (const QString &word : plan.command)
        xml.writeTextElement(QStringLiteral("string"), word);
    xml.writeEndElement();
    // A span that passed while the computer slept starts one run when it wakes: launchd.plist(5).
    key("StartInterval");
    constexpr int secondsAMinute = 60;
    xml.writeTextElement(QStringLiteral("integer"), QString::number(plan.cadence.minutes * secondsAMinute));
    key("ProcessType");
    xml.writeTextElement(QStringLiteral("string"), QStringLiteral("Background"));
    xml.writeEndDocument();
    return std::vector<File>{{label + QStringLiteral(".plist"), content}};
}

} // namespace gauge::cli::timer
