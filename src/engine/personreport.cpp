// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/personreport.h"

#include <QDir>
#include <QLocale>

namespace gauge::engine {

using lake::PersonErasure;
using lake::PersonInFeed;
using lake::PersonInLake;

namespace {

QString counted(const char *text, qint64 count)
{
    return QCoreApplication::translate("engine", text, nullptr, int(count));
}

QString placeOf(const PersonErasure &from)
{
    return from.isFile ? QDir::toNativeSeparators(from.place) : from.place;
}

//! "a (3), b (1)", the first of them.
QString listed(const std::map<QString, qint64> &values)
{
    constexpr qsizetype most = 20;
    QStringList items;
    for (const auto &[value, count] : values) {
        if (items.size() == most) {
            items.append(QStringLiteral("…"));
            break;
        }
        items.append(QStringLiteral("%1 (%2)").arg(value, QLocale().toString(count)));
    }
    return items.join(QStringLiteral(", "));
}

QString proofOf(const PersonErasure &from)
{
    if (from.unfinished) {
        return QCoreApplication::translate("engine",
                                           "The records are gone. Their traces (free space, logs, "
                                           "dictionaries) are not all gone yet: %1 The next sync, or erasing "
                                           "once more, finishes it.")
            .arg(from.unfinished->text);
    }
    if (!from.isProven())
        return QCoreApplication::translate("engine",
                                           "Something of the person was still found afterwards. Erase once "
                                           "more, and tell us if that does not help.");
    if (!from.isFile) {
        return QCoreApplication::translate("engine",
                                           "Verified: every table was searched again and nothing was found. "
                                           "The server has written its tables anew. Its write-ahead log, "
                                           "archives, replicas, backups and internal statistics are its "
                                           "administrator's and may keep what was erased for a while.");
    }
    if (!from.bytesLeft) {
        return QCoreApplication::translate("engine",
                                           "Verified: every table was searched again and nothing was found. "
                                           "The file was written anew.");
    }
    if (*from.bytesLeft == 0) {
        return QCoreApplication::translate("engine",
                                           "Verified: every table was searched again and every byte of the "
                                           "file and its log was looked at; nothing was found. The file was "
                                           "written anew.");
    }
    return QCoreApplication::translate("engine",
                                       "Verified: every table was searched again and nothing was found. The "
                                       "file was written anew; it still has the letters of the address in "
                                       "records that stay.");
}

QStringList erasureLines(const PersonErasure &from, const catalog::Catalog &catalog)
{
    QStringList lines{placeOf(from)};
    for (const PersonInFeed &feed : from.feeds)
        lines.append(QStringLiteral("  %1: %2").arg(feedTitle(catalog, feed.feed), countsText(feed)));
    if (from.left.mentions > 0) {
        lines.append(QStringLiteral("  ")
                     + counted(QT_TRANSLATE_N_NOOP("engine",
                                                   "%Ln records or versions of others still mention the "
                                                   "address; they were to stay."),
                               from.left.mentions));
    }
    lines.append(QStringLiteral("  ") + proofOf(from));
    return lines;
}

QStringList warnings()
{
    return {
        QCoreApplication::translate("engine",
                                    "What comes back: syncs do not fetch these records again. Reading "
                                    "again (a period or everything) does, as long as CustomerGauge still "
                                    "has them. Have the person removed there first."),
        QCoreApplication::translate("engine",
                                    "What was not looked at: exports and backups that you keep elsewhere, "
                                    "databases that this connection used before, filters that you typed, "
                                    "copies of the disk, and CustomerGauge itself."),
        QCoreApplication::translate("engine",
                                    "GaugeDesk keeps no list of forgotten people: it would be about them, "
                                    "too.")};
}

} // namespace

QString feedTitle(const catalog::Catalog &catalog, const QString &feed)
{
    if (feed == QLatin1String(lake::uploadsFeed))
        return QCoreApplication::translate("engine", "Answers to uploads");
    const catalog::Endpoint *endpoint = catalog.find(feed);
    return endpoint ? QCoreApplication::translate("catalog", endpoint->title) : feed;
}

QString countsText(const PersonInFeed &counts)
{
    return QStringList{counted(QT_TRANSLATE_N_NOOP("engine", "%Ln records"), counts.records),
                       counted(QT_TRANSLATE_N_NOOP("engine", "%Ln earlier versions"), counts.versions),
                       counted(QT_TRANSLATE_N_NOOP("engine", "%Ln mentions"), counts.mentions)}
        .join(QStringLiteral(", "));
}

QString erasedText(const PersonErased &erased)
{
    const QString counts
        = QCoreApplication::translate("engine", "Erased: %1").arg(countsText(erased.total()));
    if (erased.isComplete())
        return counts;
    return counts + QStringLiteral(". ")
        + (erased.error ? erased.error->text
                        : QCoreApplication::translate(
                            "engine", "Not all traces are gone yet; erase once more to finish."));
}

QString filesText(const QStringList &files)
{
    QStringList places;
    for (const QString &file : files)
        places.append(QDir::toNativeSeparators(file));
    return files.isEmpty() ? QString()
                           : QCoreApplication::translate(
                                 "engine",
                                 "These files of GaugeDesk (saved views, what was typed last) still name "
                                 "the address: %1. Change or delete them in the program.")
                                 .arg(places.join(QStringLiteral(", ")));
}

QString othersText(const PersonFound &found)
{
    std::map<QString, qint64> numbers, addresses;
    for (const PersonInLake &in : found.lakes) {
        for (const auto &[value, count] : in.otherNumbers)
            numbers[value] += count;
        for (const auto &[value, count] : in.otherAddresses)
            addresses[value] += count;
    }
    QStringList sentences;
    if (!numbers.empty()) {
        sentences.append(
            QCoreApplication::translate("engine",
                                        "These records have the customer numbers %1. Look for these, too: "
                                        "there may be records without this address.")
                .arg(listed(numbers)));
    }
    if (!addresses.empty()) {
        sentences.append(
            QCoreApplication::translate("engine",
                                        "These records have, or have now, the addresses %1. Look "
                                        "for these, too.")
                .arg(listed(addresses)));
    }
    if (const QString files = filesText(found.files); !files.isEmpty())
        sentences.append(files);
    return sentences.join(QLatin1Char('\n'));
}

QString reportText(const PersonErased &erased, const catalog::Catalog &catalog)
{
    const bool byAddress = erased.by == lake::PersonKey::Kind::Email;
    QStringList lines{
        QCoreApplication::translate("engine", "A person was erased from “%1”").arg(erased.connection),
        (byAddress ? QCoreApplication::translate("engine", "Found by e-mail address, finished at %1 (UTC).")
                   : QCoreApplication::translate("engine", "Found by customer number, finished at %1 (UTC)."))
            .arg(erased.when.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm"))),
        {}};
    for (const PersonErasure &from : erased.lakes) {
        lines += erasureLines(from, catalog);
        lines.append(QString());
    }
    if (erased.error) {
        lines.append(QCoreApplication::translate("engine", "Another local copy was left as it is: %1")
                         .arg(erased.error->text));
        lines.append(QString());
    }
    if (const QString files = filesText(erased.files); !files.isEmpty())
        lines += QStringList{files, {}};
    lines += warnings();
    return lines.join(QLatin1Char('\n'));
}

} // namespace gauge::engine
