// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/manifest.h"

#include "transfer/outputfiles.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gauge::transfer {

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
    manifest.insert(QStringLiteral("format"), ending(plan.format).mid(1));
    manifest.insert(QStringLiteral("rows"), facts.rows);
    if (facts.columns > 0)
        manifest.insert(QStringLiteral("columns"), facts.columns);
    manifest.insert(QStringLiteral("connection"), plan.connection);
    manifest.insert(QStringLiteral("feed"), plan.endpoint.id);
    manifest.insert(QStringLiteral("filter"), rowsInWords(plan));
    manifest.insert(QStringLiteral("created"), plan.created.toUTC().toString(Qt::ISODate));
    manifest.insert(QStringLiteral("program"), QStringLiteral("GaugeDesk"));
    manifest.insert(QStringLiteral("version"), QStringLiteral(GAUGE_VERSION));
    GAUGE_TRY(const auto device, files.open(manifestPath(plan.output)));
    const QByteArray json = QJsonDocument(manifest).toJson();
    return device->write(json) == json.size() ? Result<void>() : notWrittenToTheEnd(device->errorString());
}

} // namespace gauge::transfer
