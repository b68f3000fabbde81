// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timer/timer.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

namespace gauge::cli::timer {

namespace {

//! One argument as CommandLineToArgvW takes it apart: backslashes count only before a quote.
QString quotedArgument(const QString &word)
{
    QString quoted;
    int backslashes = 0;
    for (const QChar c : word) {
        if (c == QLatin1Char('\\')) {
            ++backslashes;
            continue;
        }
        quoted += QString(c == QLatin1Char('"') ? backslashes * 2 + 1 : backslashes, QLatin1Char('\\')) + c;
        backslashes = 0;
    }
    quoted += QString(backslashes * 2, QLatin1Char('\\'));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

void writeTrigger(QXmlStreamWriter &xml, int minutes)
{
    xml.writeStartElement(QStringLiteral("Triggers"));
    xml.writeStartElement(QStringLiteral("TimeTrigger"));
    xml.writeStartElement(QStringLiteral("Repetition"));
    xml.writeTextElement(QStringLiteral("Interval"), QStringLiteral("PT%1M").arg(minutes));
    xml.writeTextElement(QStringLiteral("StopAtDurationEnd"), QStringLiteral("false"));
    xml.writeEndElement();
    // A day that has passed: the repetition runs from then on, for good.
    xml.writeTextElement(QStringLiteral("StartBoundary"), QStringLiteral("2026-01-01T00:00:00"));
    xml.writeTextElement(QStringLiteral("Enabled"), QStringLiteral("true"));
    xml.writeEndElement();
    xml.writeEndElement();
}

void writeSettings(QXmlStreamWriter &xml)
{
    xml.writeStartElement(QStringLiteral("Settings"));
    xml.writeTextElement(QStringLiteral("MultipleInstancesPolicy"), QStringLiteral("IgnoreNew"));
    xml.writeTextElement(QStringLiteral("DisallowStartIfOnBatteries"), QStringLiteral("false"));
    xml.writeTextElement(QStringLiteral("StopIfGoingOnBatteries"), QStringLiteral("false"));
    xml.writeTextElement(QStringLiteral("StartWhenAvailable"), QStringLiteral("true"));
    xml.writeTextElement(QStringLiteral("RunOnlyIfNetworkAvailable"), QStringLiteral("true"));
    xml.writeEndElement();
}

} // namespace

Result<std::vector<File>> windowsFiles(const Plan &plan)
{
    if (!plan.cadence.calendar.isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "cli", "The Task Scheduler takes hourly, daily or a number of minutes."));
    }
    QByteArray content;
    QXmlStreamWriter xml(&content);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeComment(QStringLiteral(" schtasks /Create /TN \"GaugeDesk sync\" /XML FILE "));
    xml.writeStartElement(QStringLiteral("Task"));
    xml.writeDefaultNamespace(QStringLiteral("http://schemas.microsoft.com/windows/2004/02/mit/task"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.2"));
    xml.writeStartElement(QStringLiteral("RegistrationInfo"));
    xml.writeTextElement(QStringLiteral("Description"),
                         QStringLiteral("GaugeDesk: sync of ") + plan.connectionName);
    xml.writeEndElement();
    writeTrigger(xml, plan.cadence.minutes);
    writeSettings(xml);
    xml.writeStartElement(QStringLiteral("Actions"));
    xml.writeStartElement(QStringLiteral("Exec"));
    xml.writeTextElement(QStringLiteral("Command"), quotedArgument(plan.command.value(0)));
    QStringList arguments;
    for (const QString &word : plan.command.mid(1))
        arguments.append(quotedArgument(word));
    xml.writeTextElement(QStringLiteral("Arguments"), arguments.join(QLatin1Char(' ')));
    xml.writeEndDocument();
    return std::vector<File>{{QStringLiteral("gaugedesk-sync-%1.xml").arg(plan.connectionId), content}};
}

} // namespace gauge::cli::timer
