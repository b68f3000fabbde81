// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/fileorigin.h"

#include "lake/sql/connection.h"
#include "lake/sql/statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace gauge::lake {

Result<void> checkJournal(const QString &path)
{
    // SQLite follows links to the file before it adds the ending.
    const QString real = QFileInfo(path).canonicalFilePath();
    const QString name = (real.isEmpty() ? path : real) + QStringLiteral("-journal");
    // The end of a journal with a super-journal, as in "Database File Format" of SQLite: its name, the length
    // of the name, a checksum and the magic of every journal.
    constexpr qint64 tailSize = 16;
    constexpr char magic[] = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
    const QFileInfo info(name);
    if (!info.isFile() || info.size() < tailSize)
        return {};
    QFile journal(name);
    if (!journal.open(QIODevice::ReadOnly) || !journal.seek(info.size() - tailSize))
        return {}; // SQLite cannot read it either
    const QByteArray tail = journal.read(tailSize);
    const bool isSuper = tail.size() == tailSize && tail.endsWith(QByteArrayView(magic, 8))
        && qFromBigEndian<quint32>(tail.constData()) > 0;
    if (!isSuper)
        return {};
    return fail(ErrorKind::Storage,
                QCoreApplication::translate(
                    "lake",
                    "Beside the local copy is a journal that names another file, which would be deleted. "
                    "GaugeDesk writes no such journal, so nothing was opened. Move %1 away and try again.")
                    .arg(QDir::toNativeSeparators(name)),
                QStringLiteral("the journal has a super-journal"));
}

Result<void> checkSchema(Connection &connection)
{
    // The names are shown, so they are as short as names of ours are.
    GAUGE_TRY(
        auto found,
        Statement::prepare(
            connection,
            "SELECT type || ' ' || substr(name,1,60) FROM sqlite_schema WHERE type IN ('trigger','view') "
            "UNION ALL SELECT 'virtual table ' || substr(name,1,60) FROM sqlite_schema WHERE type='table' "
            "AND "
            "rootpage=0 AND NOT (name LIKE '%\\_search' ESCAPE '\\' AND sql LIKE "
            "'CREATE VIRTUAL TABLE \"%\" USING fts5(document, content='''', %') "
            "UNION ALL SELECT 'generated column ' || substr(x.name,1,60) FROM sqlite_schema s, "
            "pragma_table_xinfo(s.name) x WHERE s.type='table' AND s.rootpage>0 AND x.hidden IN (2,3) LIMIT "
            "1"));
    GAUGE_TRY(const auto row, found.step());
    if (!row)
        return {};
    return fail(
        ErrorKind::Storage,
        QCoreApplication::translate(
            "lake",
            "This file holds what GaugeDesk never makes, and what could change or delete records: %1. "
            "It was not opened. Import it into a new file (gaugedesk-cli lake import), or sync into one.")
            .arg(found.string(0)));
}

} // namespace gauge::lake
