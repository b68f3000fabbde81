// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncwords.h"

#include "lake/sql/feedlayout.h"

#include <QCoreApplication>
#include <QLocale>

#include <limits>

namespace gauge::sync {

QString newColumnsText(QStringList names)
{
    constexpr qsizetype named = 5;
    names.removeDuplicates();
    if (names.isEmpty())
        return {};
    const QString listed = names.mid(0, named).join(QStringLiteral(", "));
    // The command line has no translations, which would know the singular.
    if (names.size() == 1)
        return QCoreApplication::translate("sync", "1 new column: %1").arg(listed);
    const QString text
        = QCoreApplication::translate("sync", "%n new columns: %1", nullptr, int(names.size()));
    if (names.size() <= named)
        return text.arg(listed);
    return text.arg(QCoreApplication::translate("sync", "%1 and %n more", nullptr, int(names.size() - named))
                        .arg(listed));
}

QString leftOutText(qint64 values)
{
    if (values == 0)
        return {};
    return QCoreApplication::translate(
               "sync",
               "values without a column of their own, which stay in their records: %1; a feed has %2 "
               "columns at most")
        .arg(QLocale().toString(values), QLocale().toString(lake::FeedLayout::mostColumns));
}

QString replacedTextsText(qint64 count)
{
    if (count == 0)
        return {};
    // The command line has no translations, which would know the singular.
    if (count == 1)
        return QCoreApplication::translate(
            "sync", "1 text was not valid Unicode; U+FFFD replaces the characters that could not be read");
    const int shown = int(std::min<qint64>(count, std::numeric_limits<int>::max()));
    return QCoreApplication::translate(
        "sync", "%n texts were not valid Unicode; U+FFFD replaces the characters that could not be read",
        nullptr, shown);
}

QString rereadText(const lake::StoreCounts &counts)
{
    const QLocale locale;
    QString text;
    if (counts.changed > 0 || counts.late > 0) {
        text = QCoreApplication::translate("sync", "%1 changed, %2 arrived late")
                   .arg(locale.toString(counts.changed), locale.toString(counts.late));
    }
    if (counts.gone > 0) {
        const QString gone = QCoreApplication::translate("sync", "%1 gone").arg(locale.toString(counts.gone));
        text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + gone;
    }
    return text;
}

Error noneReceived(const QString &feed, qint64 known)
{
    return {ErrorKind::Protocol,
            QCoreApplication::translate("sync",
                                        "The service answered with no records of %1 at all, though %2 "
                                        "were synced before. Nothing was marked as gone. Check in "
                                        "CustomerGauge what these credentials may read, then try "
                                        "again.")
                .arg(feed, QLocale().toString(known)),
            {}};
}

} // namespace gauge::sync
