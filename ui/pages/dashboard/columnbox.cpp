// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboard/columnbox.h"

#include "records/cells/display.h"

#include <QSignalBlocker>

namespace gauge::ui {

namespace {

//! Where a column stands in the list; nothing: its values are as many as there are records.
std::optional<int> rankOf(const lake::LakeColumn &column)
{
    static const QStringList known{QStringLiteral("language"), QStringLiteral("locale"),
                                   QStringLiteral("account_name"), QStringLiteral("status"),
                                   QStringLiteral("follow_up_requested")};
    int rank = 0;
    for (const char *prefix : {"property.", "custom."}) {
        if (column.name.startsWith(QLatin1String(prefix)))
            return rank;
        ++rank;
    }
    if (const qsizetype place = known.indexOf(column.name); place >= 0)
        return rank + int(place);
    return column.name.startsWith(QLatin1String("question.")) ? std::optional(rank + int(known.size()))
                                                              : std::nullopt;
}

} // namespace

std::vector<lake::LakeColumn> dividingColumns(const std::vector<lake::LakeColumn> &columns)
{
    std::vector<lake::LakeColumn> found;
    std::copy_if(columns.begin(), columns.end(), std::back_inserter(found),
                 [](const lake::LakeColumn &column) { return rankOf(column).has_value(); });
    std::stable_sort(found.begin(), found.end(), [](const lake::LakeColumn &a, const lake::LakeColumn &b) {
        return *rankOf(a) < *rankOf(b);
    });
    return found;
}

ColumnBox::ColumnBox(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(8);
    setMaximumWidth(240);
    connect(this, &QComboBox::activated, this, &ColumnBox::chosen);
}

void ColumnBox::setColumns(const std::vector<lake::LakeColumn> &columns, const QString &none)
{
    const QString kept = column();
    const QSignalBlocker quiet(this);
    clear();
    if (!none.isEmpty())
        addItem(none, QString());
    for (const lake::LakeColumn &each : dividingColumns(columns))
        addItem(display::oneLine(display::title(each), 60), each.name);
    choose(kept);
}

void ColumnBox::choose(const QString &column)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(std::max(0, findData(column)));
}

} // namespace gauge::ui
