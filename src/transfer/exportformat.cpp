// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportformat.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace gauge::transfer {

//! Generated from the files of `transfer/formats/`.
std::vector<ExportFormat> builtInFormats();

QString ExportFormat::name() const
{
    return QCoreApplication::translate("transfer", title);
}

const std::vector<ExportFormat> &exportFormats()
{
    static const std::vector<ExportFormat> formats = [] {
        std::vector<ExportFormat> all = builtInFormats();
        std::sort(all.begin(), all.end(),
                  [](const ExportFormat &a, const ExportFormat &b) { return a.order < b.order; });
        return all;
    }();
    return formats;
}

const ExportFormat &defaultFormat()
{
    return exportFormats().front();
}

const ExportFormat *formatFromName(const QString &id)
{
    for (const ExportFormat &format : exportFormats())
        if (format.id == id)
            return &format;
    return nullptr;
}

const ExportFormat *formatFromFileName(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const ExportFormat &format : exportFormats())
        if (format.id == suffix || format.otherSuffixes.contains(suffix))
            return &format;
    return nullptr;
}

QStringList formatNames(bool withRecords)
{
    QStringList names;
    for (const ExportFormat &format : exportFormats())
        if (withRecords || !format.writesRecords)
            names.append(format.id);
    return names;
}

} // namespace gauge::transfer
