// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/formstore.h"

#include "base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace gauge::upload {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr qsizetype mostHeadings = 200;
constexpr qsizetype mostValues = 20; // of a heading
constexpr qsizetype longestRecent = 128;

constexpr QLatin1StringView draftEnding(".draft.json");
constexpr QLatin1StringView recentEnding(".recent.json");

constexpr QLatin1StringView fieldsKey("fields");
constexpr QLatin1StringView headingKey("heading");
constexpr QLatin1StringView valueKey("value");
constexpr QLatin1StringView sentKey("sent");
constexpr QLatin1StringView recentKey("recent");

QByteArray toJson(const Draft &draft)
{
    QJsonArray fields;
    for (const FormValue &field : draft.fields)
        fields.append(QJsonObject{{headingKey, field.heading}, {valueKey, field.value}});
    QJsonObject root{{fieldsKey, fields}};
    if (draft.sent.isValid())
        root.insert(sentKey, draft.sent.toString(Qt::ISODate));
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

std::optional<Draft> draftFrom(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (!root.value(fieldsKey).isArray())
        return std::nullopt;
    Draft draft;
    const QJsonArray fields = root.value(fieldsKey).toArray();
    for (const QJsonValue &each : fields) {
        const QString heading = each.toObject().value(headingKey).toString();
        if (!heading.isEmpty())
            draft.fields.push_back({heading, each.toObject().value(valueKey).toString()});
    }
    draft.sent = QDateTime::fromString(root.value(sentKey).toString(), Qt::ISODate);
    return draft;
}

RecentValues recentFrom(const QByteArray &json)
{
    RecentValues recent;
    const QJsonObject named = QJsonDocument::fromJson(json).object().value(recentKey).toObject();
    for (auto heading = named.begin(); heading != named.end(); ++heading) {
        const QJsonArray values = heading->toArray();
        QStringList &kept = recent[heading.key()];
        for (const QJsonValue &value : values) {
            if (value.isString() && kept.size() < mostValues)
                kept.append(value.toString().left(longestRecent));
        }
    }
    return recent;
}

QByteArray toJson(const RecentValues &recent)
{
    QJsonObject named;
    for (const auto &[heading, values] : recent)
        named.insert(heading, QJsonArray::fromStringList(values));
    return QJsonDocument(QJsonObject{{recentKey, named}}).toJson(QJsonDocument::Compact);
}

QString unreadable(const QString &path)
{
    return QCoreApplication::translate("upload",
                                       "What was typed into this form before cannot be read, and the "
                                       "form begins empty. The file %1 is replaced as soon as you type.")
        .arg(QDir::toNativeSeparators(path));
}

tl::unexpected<Error> cannotRemove(const QString &path, const QString &detail)
{
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("upload", "The file %1 cannot be removed.")
                    .arg(QDir::toNativeSeparators(path)),
                detail);
}

} // namespace

QString responseForm()
{
    return QStringLiteral("single response"); // a space: no configuration has such an id
}

void remember(RecentValues &recent, const FormRecord &sent)
{
    for (const FormValue &field : sent) {
        if (field.value.isEmpty() || field.value.size() > longestRecent)
            continue;
        if (!recent.contains(field.heading) && qsizetype(recent.size()) >= mostHeadings)
            continue;
        QStringList &values = recent[field.heading];
        values.removeAll(field.value);
        values.prepend(field.value);
        if (values.size() > mostValues)
            values.removeLast();
    }
}

FormStore::FormStore(const QString &dataFolder)
    : m_folder(dataFolder + QStringLiteral("/forms"))
{}

QString FormStore::folderOf(const QString &connectionId) const
{
    return m_folder + QLatin1Char('/') + connectionId;
}

QString FormStore::pathOf(const FormKey &key, QLatin1StringView ending) const
{
    // Built-in configurations have a slash in their ids.
    return folderOf(key.connection) + QLatin1Char('/')
        + QString::fromLatin1(QUrl::toPercentEncoding(key.form)) + ending;
}

QString FormStore::notKept() const
{
    return QCoreApplication::translate(
               "upload",
               "What you typed could not be kept in %1. Check the folder and the free "
               "space; until then it is lost when GaugeDesk ends.")
        .arg(QDir::toNativeSeparators(m_folder));
}

Result<std::unique_ptr<QLockFile>> FormStore::lock(const QString &connectionId) const
{
    return lockPrivateFolder(folderOf(connectionId), QStringLiteral(".lock"), notKept());
}

//! While it is locked.
Result<void> FormStore::write(const QString &path, const QByteArray &bytes) const
{
    if (bytes.size() > largestFile)
        return fail(ErrorKind::Input, notKept(), QStringLiteral("too large"));
    return writePrivateFile(path, bytes, notKept());
}

Result<Draft> FormStore::draft(const FormKey &key) const
{
    const QString path = pathOf(key, draftEnding);
    if (!QFile::exists(path))
        return Draft();
    GAUGE_TRY(const QByteArray bytes, readSmallFile(path, largestFile, unreadable(path)));
    std::optional<Draft> draft = draftFrom(bytes);
    return draft ? Result<Draft>(*std::move(draft))
                 : fail(ErrorKind::Storage, unreadable(path), QStringLiteral("no draft"));
}

Result<void> FormStore::saveDraft(const FormKey &key, const Draft &draft) const
{
    const QString path = pathOf(key, draftEnding);
    if (!draft.fields.empty()) {
        const auto locked = lock(key.connection);
        return locked ? write(path, toJson(draft)) : fail(locked.error());
    }
    QFile file(path);
    if (!file.exists() || file.remove())
        return {};
    return cannotRemove(path, file.errorString());
}

RecentValues FormStore::recent(const FormKey &key) const
{
    const QString path = pathOf(key, recentEnding);
    const Result<QByteArray> bytes = QFile::exists(path) ? readSmallFile(path, largestFile, unreadable(path))
                                                         : Result<QByteArray>(QByteArray());
    return bytes ? recentFrom(*bytes) : RecentValues();
}

Result<void> FormStore::remember(const FormKey &key, const FormRecord &sent) const
{
    // Before it is read: two who remember at once must not lose each other's values.
    GAUGE_TRY(const auto held, lock(key.connection));
    RecentValues all = recent(key);
    upload::remember(all, sent);
    return write(pathOf(key, recentEnding), toJson(all));
}

Result<void> FormStore::forgetRecent(const QString &connectionId) const
{
    const QDir folder(folderOf(connectionId));
    if (!folder.exists())
        return {};
    GAUGE_TRY(const auto held, lock(connectionId));
    const QStringList files = folder.entryList({QString(QLatin1Char('*') + recentEnding)}, QDir::Files);
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        if (!file.remove())
            return cannotRemove(file.fileName(), file.errorString());
    }
    return {};
}

Result<void> FormStore::remove(const QString &connectionId) const
{
    QDir folder(folderOf(connectionId));
    if (connectionId.isEmpty() || !folder.exists() || folder.removeRecursively())
        return {};
    return cannotRemove(folder.path(), {});
}

} // namespace gauge::upload
