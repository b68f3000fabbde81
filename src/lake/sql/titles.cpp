// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/titles.h"

#include <QCoreApplication>
#include <QHash>

namespace gauge::lake {

QString titleOf(const LakeColumn &column)
{
    // The customer's own names ("property.Status") are not ours to translate.
    const bool ours = !column.name.contains(QLatin1Char('.'));
    const QString shown
        = ours ? QCoreApplication::translate("catalog", column.title.toUtf8().constData()) : column.title;
    return shown.isEmpty() ? column.name : shown;
}

QStringList distinctTitles(QStringList titles, const QStringList &names)
{
    QHash<QString, int> alike;
    for (const QString &title : titles)
        ++alike[title.toCaseFolded()];
    QHash<QString, int> used;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        QString &text = titles[i];
        const bool ours = !names[i].contains(QLatin1Char('.'));
        if (!ours && alike.value(text.toCaseFolded()) > 1)
            text += QStringLiteral(" (%1)").arg(names[i]);
        // Names, too, may differ only behind what a line shows.
        if (const int before = used[text]++; before > 0)
            text += QStringLiteral(" (%1)").arg(before + 1);
    }
    return titles;
}

std::vector<int> columnsTitled(const QString &title, std::span<const LakeColumn> columns)
{
    const QString wanted = title.trimmed().normalized(QString::NormalizationForm_C);
    std::vector<int> found;
    for (size_t i = 0; i < columns.size(); ++i) {
        const LakeColumn &column = columns[i];
        const QString shown = QCoreApplication::translate("catalog", column.title.toUtf8().constData());
        if (wanted.compare(column.title, Qt::CaseInsensitive) == 0
            || wanted.compare(shown, Qt::CaseInsensitive) == 0)
            found.push_back(int(i));
    }
    return found;
}

} // namespace gauge::lake
