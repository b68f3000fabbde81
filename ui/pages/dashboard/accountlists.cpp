// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboard/accountlists.h"

#include "catalog/personaldata.h"
#include "kit/format.h"

#include <QCoreApplication>

namespace gauge::ui {

namespace {

qint64 countOf(AccountList list, const metrics::Accounts &accounts)
{
    switch (list) {
    case AccountList::Falling:
        return accounts.fallingCount;
    case AccountList::Unattended:
        return accounts.unattendedCount;
    case AccountList::Silent:
        break;
    }
    return accounts.silentCount;
}

const std::vector<metrics::Account> &listOf(AccountList list, const metrics::Accounts &accounts)
{
    switch (list) {
    case AccountList::Falling:
        return accounts.falling;
    case AccountList::Unattended:
        return accounts.unattended;
    case AccountList::Silent:
        break;
    }
    return accounts.silent;
}

QString emptyText(AccountList list)
{
    switch (list) {
    case AccountList::Falling:
        return QCoreApplication::translate("accountlists", "No account's score fell.");
    case AccountList::Unattended:
        return QCoreApplication::translate("accountlists", "No detractor waits for a follow-up.");
    case AccountList::Silent:
        break;
    }
    return QCoreApplication::translate("accountlists", "Every account answered lately.");
}

std::vector<Chart::Column> columnsOf(AccountList list, bool hasCases)
{
    std::vector<Chart::Column> columns{{QCoreApplication::translate("accountlists", "Account"), false}};
    const auto add = [&columns](const char *title) {
        columns.push_back({QCoreApplication::translate("accountlists", title)});
    };
    switch (list) {
    case AccountList::Falling:
        add(QT_TRANSLATE_NOOP("accountlists", "NPS before"));
        add(QT_TRANSLATE_NOOP("accountlists", "NPS now"));
        add(QT_TRANSLATE_NOOP("accountlists", "Responses before"));
        add(QT_TRANSLATE_NOOP("accountlists", "Responses now"));
        columns.push_back({QCoreApplication::translate("accountlists", "Is it real?"), false});
        break;
    case AccountList::Unattended:
        add(QT_TRANSLATE_NOOP("accountlists", "Detractors"));
        add(QT_TRANSLATE_NOOP("accountlists", "Asked for a follow-up"));
        if (hasCases) {
            add(QT_TRANSLATE_NOOP("accountlists", "Without a case"));
            add(QT_TRANSLATE_NOOP("accountlists", "Waiting"));
            add(QT_TRANSLATE_NOOP("accountlists", "Followed up"));
            add(QT_TRANSLATE_NOOP("accountlists", "Closed"));
        }
        break;
    case AccountList::Silent:
        add(QT_TRANSLATE_NOOP("accountlists", "Days without an answer"));
        add(QT_TRANSLATE_NOOP("accountlists", "Last answer"));
        add(QT_TRANSLATE_NOOP("accountlists", "Responses"));
        add(QT_TRANSLATE_NOOP("accountlists", "NPS"));
        break;
    }
    columns[1].isPoint = true;
    return columns;
}

QString realText(const std::optional<metrics::Comparison> &change)
{
    if (!change)
        return {};
    return change->isReal() ? QCoreApplication::translate("accountlists", "more than chance explains")
                            : QCoreApplication::translate("accountlists", "could be chance");
}

Chart::Row rowOf(AccountList list, const metrics::Account &account, const ChartContext &context)
{
    const bool hasCases = context.figures.accounts->hasCases;
    std::vector<query::Filter> where;
    if (!account.drillDown.empty() && !context.isMasked) {
        where = context.figures.query.where;
        where.insert(where.end(), account.drillDown.begin(), account.drillDown.end());
    }
    Chart::Row row{
        textCell(context.isMasked ? QLatin1String(catalog::maskText) : display::oneLine(account.name, 80))};
    switch (list) {
    case AccountList::Falling:
        row.push_back(scoreCell(context.estimate(account.earlier)));
        row.push_back(scoreCell(context.estimate(account.recent)));
        row.push_back(countCell(account.earlier.counts.total()));
        row.push_back(countCell(account.recent.counts.total()));
        row.push_back(textCell(realText(account.change)));
        break;
    case AccountList::Unattended:
        row.push_back(countCell(account.detractors));
        row.push_back(countCell(account.askedForFollowUp));
        if (hasCases) {
            for (const qint64 count :
                 {account.withoutCase, account.waiting, account.followedUp, account.closed})
                row.push_back(countCell(count));
        }
        break;
    case AccountList::Silent:
        row.push_back(countCell(account.silentDays));
        row.push_back({display::date(account.lastAnswer), account.lastAnswer});
        row.push_back(countCell(account.figure.records));
        row.push_back(scoreCell(context.estimate(account.figure)));
        break;
    }
    row[1].where = where;
    return row;
}

} // namespace

QString accountListTitle(AccountList list, const std::optional<metrics::Accounts> &accounts)
{
    const auto title = [list] {
        switch (list) {
        case AccountList::Falling:
            return QCoreApplication::translate("accountlists", "Falling scores");
        case AccountList::Unattended:
            return QCoreApplication::translate("accountlists", "Detractors without a follow-up");
        case AccountList::Silent:
            break;
        }
        return QCoreApplication::translate("accountlists", "No answer lately");
    }();
    if (!accounts || accounts->isTooMany)
        return title;
    return title + QStringLiteral(" (") + countText(countOf(list, *accounts)) + QLatin1Char(')');
}

void fillAccounts(ListChart &chart, AccountList list, const ChartContext &context)
{
    chart.setTitle(QCoreApplication::translate("accountlists", "Accounts that need somebody"));
    chart.setNote({});
    const std::optional<metrics::Accounts> &accounts = context.figures.accounts;
    if (!accounts || accounts->isTooMany) {
        chart.setEmptyText(
            accounts ? QCoreApplication::translate(
                "accountlists", "There are too many accounts to look at each. Narrow the filter.")
                     : emptyText(list));
        chart.setList({}, {});
        return;
    }
    chart.setEmptyText(emptyText(list));
    std::vector<Chart::Row> rows;
    for (const metrics::Account &account : listOf(list, *accounts))
        rows.push_back(rowOf(list, account, context));
    const qint64 more = countOf(list, *accounts) - qint64(rows.size());
    if (more > 0)
        chart.setNote(QCoreApplication::translate("accountlists", "%Ln more accounts are not listed.",
                                                  nullptr, int(more)));
    else if (list == AccountList::Unattended && !accounts->hasCases)
        chart.setNote(QCoreApplication::translate(
            "accountlists",
            "The cases of close-the-loop are not synced, so those who asked for a follow-up are listed."));
    chart.setList(columnsOf(list, accounts->hasCases), std::move(rows));
}

} // namespace gauge::ui
