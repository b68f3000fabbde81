// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportplan.h"

#include "base/outputguard.h"
#include "transfer/exportwriter.h"
#include "transfer/outputfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gauge::transfer {

Result<void> checkFormat(const ExportPlan &plan)
{
    if (plan.output == standardOutput) {
        const bool isOneTable = plan.lists != Lists::Children || plan.format->writesRecords;
        if (isOneTable && !plan.format->hasSheets && !plan.manifest)
            return {};
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("transfer",
                                                "Only a single text file can go to standard output. "
                                                "A workbook, child tables and a manifest need --output "
                                                "FILE."));
    }
    Result<void> fits = checkEnding(plan.output, plan.format->content);
    if (!fits) {
        fits.error().text += QLatin1Char(' ')
            + QCoreApplication::translate("transfer", "Exports can be %1.")
                  .arg(QLatin1Char('.') + formatNames().join(QLatin1String(", .")));
    }
    return fits;
}

Result<void> checkProposedOutput(const ExportPlan &plan)
{
    return checkProposedName(plan.output, plan.format->content);
}

QString rowSelectionText(const ExportPlan &plan)
{
    if (!plan.keys.empty())
        return QCoreApplication::translate("transfer", "%n selected rows", nullptr, int(plan.keys.size()));
    QStringList parts;
    for (const query::Filter &filter : plan.query.where) {
        const QString text = query::print(filter);
        const bool grouped = filter.kind() == query::Filter::Kind::Any && plan.query.where.size() > 1;
        parts.append(grouped ? QLatin1Char('(') + text + QLatin1Char(')') : text);
    }
    QString words = parts.join(QLatin1String(" and "));
    const auto add
        = [&](const QString &more) { words += (words.isEmpty() ? QString() : QStringLiteral("; ")) + more; };
    if (!plan.query.search.isEmpty())
        add(QCoreApplication::translate("transfer", "search “%1”").arg(plan.query.search));
    if (plan.query.limit)
        add(QCoreApplication::translate("transfer", "the first %1").arg(*plan.query.limit));
    return words.isEmpty() ? QCoreApplication::translate("transfer", "all rows") : words;
}

QString childPath(const QString &output, const QString &table)
{
    const QFileInfo file(output);
    const QString suffix = file.suffix();
    const QString stem = suffix.isEmpty() ? output : output.left(output.size() - suffix.size() - 1);
    return stem + QLatin1Char('.') + table + (suffix.isEmpty() ? QString() : QLatin1Char('.') + suffix);
}

QString manifestPath(const QString &output)
{
    return output + QLatin1String(".manifest.json");
}

QString replacedFile(const ExportPlan &plan)
{
    if (QFileInfo::exists(plan.output))
        return plan.output;
    if (plan.manifest && QFileInfo::exists(manifestPath(plan.output)))
        return manifestPath(plan.output);
    if (plan.lists != Lists::Children || (plan.format->hasSheets || plan.format->writesRecords))
        return {};
    const QFileInfo output(plan.output);
    const QStringList beside = output.dir().entryList(QDir::Files | QDir::Hidden | QDir::System);
    const auto found = std::find_if(beside.begin(), beside.end(), [&](const QString &name) {
        const QString table = name.section(QLatin1Char('.'), -2, -2);
        return name == childPath(output.fileName(), table);
    });
    return found == beside.end() ? QString() : output.dir().filePath(*found);
}

namespace {

QJsonObject fileEntry(const QString &path, const OutputFiles &files)
{
    return {{QStringLiteral("file"), QFileInfo(path).fileName()},
            {QStringLiteral("sha256"), QString::fromLatin1(files.digest(path))}};
}

} // namespace

Result<void> addManifest(const ExportPlan &plan, const ExportFacts &facts, OutputFiles &files)
{
    const QStringList paths = files.paths();
    QJsonObject manifest = fileEntry(paths.front(), files);
    if (paths.size() > 1) {
        const QStringList children = paths.mid(1);
        QJsonArray others;
        for (const QString &path : children)
            others.append(fileEntry(path, files));
        manifest.insert(QStringLiteral("children"), others);
    }
    manifest.insert(QStringLiteral("format"), plan.format->id);
    manifest.insert(QStringLiteral("rows"), facts.rows);
    if (facts.columns > 0)
        manifest.insert(QStringLiteral("columns"), facts.columns);
    manifest.insert(QStringLiteral("connection"), plan.connection);
    manifest.insert(QStringLiteral("feed"), plan.endpoint.id);
    manifest.insert(QStringLiteral("filter"), rowSelectionText(plan));
    manifest.insert(QStringLiteral("created"), plan.created.toUTC().toString(Qt::ISODate));
    manifest.insert(QStringLiteral("program"), QStringLiteral("GaugeDesk"));
    manifest.insert(QStringLiteral("version"), QStringLiteral(GAUGE_VERSION));
    GAUGE_TRY(const auto device, files.open(manifestPath(plan.output)));
    const QByteArray json = QJsonDocument(manifest).toJson();
    return device->write(json) == json.size() ? Result<void>() : notWrittenToTheEnd(device->errorString());
}

} // namespace gauge::transfer
