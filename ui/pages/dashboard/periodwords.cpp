// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboard/periodwords.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace gauge::ui {

PeriodWords periodWords(const QString &period)
{
    const QString year = period.left(4);
    const QString rest = period.mid(5);
    if (rest.startsWith(QLatin1Char('Q'))) {
        return {QCoreApplication::translate("periodwords", "Q%1 %2").arg(rest.mid(1), year.right(2)),
                QCoreApplication::translate("periodwords", "quarter %1 of %2").arg(rest.mid(1), year)};
    }
    if (rest.startsWith(QLatin1Char('W'))) {
        return {QCoreApplication::translate("periodwords", "W%1 %2").arg(rest.mid(1), year.right(2)),
                QCoreApplication::translate("periodwords", "week %1 of %2").arg(rest.mid(1), year)};
    }
    const QDate month(year.toInt(), rest.toInt(), 1);
    if (!month.isValid())
        return {period, period};
    const QLocale locale;
    return {locale.toString(month, QStringLiteral("MMM yy")),
            locale.standaloneMonthName(month.month()) + QLatin1Char(' ') + year};
}

} // namespace gauge::ui
