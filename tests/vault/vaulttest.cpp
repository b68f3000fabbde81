// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaulttest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLoggingCategory>

namespace gauge::test {

namespace {

QByteArray captured;
QtMessageHandler previous = nullptr;

void capture(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    captured += message.toUtf8() + '\n';
    previous(type, context, message);
}

} // namespace

CapturedLog::CapturedLog()
{
    captured.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("gauge.*=true"));
    previous = qInstallMessageHandler(capture);
}

CapturedLog::~CapturedLog()
{
    qInstallMessageHandler(previous);
    QLoggingCategory::setFilterRules(QString());
}

QByteArray CapturedLog::text() const
{
    return captured;
}

QStringList filesAtHome()
{
    QStringList files;
    QDirIterator all(QDir::homePath(), QDir::Files | QDir::Hidden | QDir::System,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    return files;
}

QStringList filesThatTell(const QByteArray &secret)
{
    QStringList telling;
    for (const QString &path : filesAtHome()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(path));
        const QByteArray content = file.readAll();
        if (content.contains(secret) || content.contains(secret.toBase64())
            || content.contains(secret.toHex()))
            telling.append(path);
    }
    return telling;
}

} // namespace gauge::test
