// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved/presetstore.h"

#include "base/privatefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace gauge::saved {

namespace {

constexpr qint64 largestFile = 1 << 20; // a thousand times what a large view takes
constexpr int longestStem = 40;
constexpr int sumLength = 12; // of a name, in the name of its file

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

//! "file: words".
QString problem(const QString &path, const QString &words)
{
    return shown(path) + QStringLiteral(": ") + words;
}

//! Letters and digits that every file system takes; what it stands for is told by the sum behind it.
QString stemOf(const QString &name)
{
    QString stem;
    const QString beginning = name.left(longestStem);
    for (const QChar c : beginning) {
        const bool plain = c.unicode() < 128 && c.isLetterOrNumber();
        if (plain)
            stem += c.toLower();
        else if (!stem.endsWith(QLatin1Char('-')))
            stem += QLatin1Char('-');
    }
    return stem;
}

//! Whether a file looks as if it was saved here: its owner's alone, and with a sum in its name.
bool isOfOurMaking(const QString &path)
{
    static const QRegularExpression stem(QStringLiteral("-[0-9a-f]{%1}(-[0-9]+)?\\z").arg(sumLength));
    constexpr QFileDevice::Permissions others
        = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    const QFileInfo file(path);
    return !(file.permissions() & others) && stem.match(file.completeBaseName()).hasMatch();
}

QString already(Kind kind)
{
    return kind == Kind::View
        ? QCoreApplication::translate("saved", "There is already a view “%1”. Choose another name.")
        : QCoreApplication::translate("saved", "There is already a saved export “%1”. Choose another name.");
}

} // namespace

NamedFiles::NamedFiles(const QString &dataFolder, Kind kind, Check check)
    : m_folder(dataFolder + (kind == Kind::View ? QLatin1String("/views") : QLatin1String("/exports")))
    , m_kind(kind)
    , m_check(std::move(check))
{}

const NamedFiles::Entry *NamedFiles::Scan::find(const QString &name) const
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry &entry) { return sameName(entry.text.name(), name); });
    return found == entries.end() ? nullptr : &*found;
}

Result<SavedText> NamedFiles::readFile(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Storage,
                    problem(path, QCoreApplication::translate("saved", "The file cannot be read.")),
                    file.errorString());
    }
    if (file.size() > largestFile) {
        return fail(ErrorKind::Storage,
                    problem(path, QCoreApplication::translate("saved", "The file is too large for this.")));
    }
    QString text = QString::fromUtf8(file.readAll());
    text.remove(QChar(QChar::ByteOrderMark));
    Result<SavedText> read = SavedText::read(m_kind, text);
    if (read) {
        const Result<void> checked = m_check(*read);
        if (checked)
            return read;
        read = fail(checked.error());
    }
    return fail(ErrorKind::Storage,
                problem(path,
                        read.error().text + QLatin1Char(' ')
                            + QCoreApplication::translate("saved", "The file was left as it is.")),
                read.error().detail);
}

Result<NamedFiles::Scan> NamedFiles::scan() const
{
    for (const QString &each : {QFileInfo(m_folder).path(), m_folder}) {
        GAUGE_CHECK(checkDataFolder(each));
    }
    const QDir folder(m_folder);
    Scan scan;
    const QStringList files
        = folder.entryList({QLatin1Char('*') + fileEnding(m_kind)}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString path = folder.filePath(file);
        Result<SavedText> text = readFile(path);
        if (!text) {
            scan.problems.append(text.error().text);
        } else if (const Entry *other = scan.find(text->name())) {
            scan.problems.append(
                problem(path,
                        QCoreApplication::translate("saved",
                                                    "Another file, %1, is called “%2” too; that one "
                                                    "is used.")
                            .arg(QFileInfo(other->path).fileName(), text->name())));
        } else {
            scan.entries.push_back({path, std::move(*text)});
        }
    }
    std::sort(scan.entries.begin(), scan.entries.end(), [](const Entry &a, const Entry &b) {
        return QString::localeAwareCompare(a.text.name(), b.text.name()) < 0;
    });
    return scan;
}

Result<NamedFiles::Contents> NamedFiles::list() const
{
    beginAgreed();
    GAUGE_TRY(Scan found, scan());
    Contents contents;
    contents.problems = std::move(found.problems);
    for (Entry &entry : found.entries)
        contents.texts.push_back(std::move(entry.text));
    return contents;
}

tl::unexpected<Error> NamedFiles::notFound(const Scan &scan, const QString &name) const
{
    QStringList names;
    for (const Entry &entry : scan.entries)
        names.append(entry.text.name());
    const bool none = names.isEmpty();
    const bool view = m_kind == Kind::View;
    QString words;
    if (view && none)
        words = QCoreApplication::translate("saved", "There is no view “%1”; none has been saved yet.");
    else if (view)
        words = QCoreApplication::translate("saved", "There is no view “%1”. There are: %2.");
    else if (none)
        words
            = QCoreApplication::translate("saved", "There is no saved export “%1”; none has been saved yet.");
    else
        words = QCoreApplication::translate("saved", "There is no saved export “%1”. There are: %2.");
    words = none ? words.arg(name) : words.arg(name, names.join(QStringLiteral(", ")));
    // What is asked for may be the one that cannot be read.
    const bool isDamaged = QFileInfo(basePathOf(name) + fileEnding(m_kind)).isFile();
    return fail(isDamaged ? ErrorKind::Storage : ErrorKind::NotFound,
                (QStringList(words) + scan.problems).join(QLatin1Char('\n')));
}

Result<SavedText> NamedFiles::find(const QString &nameOrPath) const
{
    beginAgreed();
    GAUGE_TRY(Scan found, scan());
    const Result<QString> name = readName(nameOrPath);
    if (name)
        if (const Entry *entry = found.find(*name))
            return entry->text;
    if (QFileInfo(nameOrPath).isFile())
        return readFile(nameOrPath);
    return notFound(found, nameOrPath);
}

template <typename Change>
Result<SavedText> NamedFiles::update(Change change) const
{
    GAUGE_TRY(const auto lock,
              lockPrivateFolder(m_folder, QStringLiteral(".lock"),
                                QCoreApplication::translate(
                                    "saved",
                                    "Another GaugeDesk is saving something in %1, or the folder cannot be "
                                    "written. Nothing was changed; try again.")
                                    .arg(shown(m_folder))));
    GAUGE_TRY(Scan found, scan());
    return change(found);
}

Result<void> NamedFiles::write(const QString &path, const SavedText &text) const
{
    return writePrivateFile(
        path, text.text().toUtf8(),
        QCoreApplication::translate("saved",
                                    "“%1” could not be saved in %2. Nothing was changed; check the "
                                    "folder and the free space.")
            .arg(text.name(), shown(m_folder)));
}

//! Without its ending.
QString NamedFiles::basePathOf(const QString &name) const
{
    const QByteArray sum = QCryptographicHash::hash(name.toCaseFolded().toUtf8(), QCryptographicHash::Sha256)
                               .toHex()
                               .left(sumLength);
    return m_folder + QLatin1Char('/') + stemOf(name) + QLatin1Char('-') + QString::fromLatin1(sum);
}

//! Unlike any other: files that cannot be read, and are left alone, may have the name that is at hand.
QString NamedFiles::pathFor(const QString &name) const
{
    const QString base = basePathOf(name);
    QString path = base + fileEnding(m_kind);
    for (int number = 2; QFileInfo::exists(path) || QFileInfo(path).isSymLink(); ++number)
        path = base + QLatin1Char('-') + QString::number(number) + fileEnding(m_kind);
    return path;
}

QString NamedFiles::freeName(const Scan &scan, const QString &name) const
{
    QString free = name;
    for (int number = 2; scan.find(free); ++number)
        free = QStringLiteral("%1 (%2)").arg(name, QString::number(number));
    return free;
}

Result<SavedText> NamedFiles::save(SavedText text, Existing existing, Origin origin) const
{
    const Result<QString> read = readName(text.name());
    if (!read)
        return fail(read.error());
    return update([&](const Scan &scan) -> Result<SavedText> {
        // One that an earlier version has let in can still be changed.
        GAUGE_TRY(const QString name, scan.find(*read) ? read : usableName(*read));
        text.rename(existing == Existing::TakeAnotherName ? freeName(scan, name) : name);
        const Entry *other = scan.find(text.name());
        if (other && existing == Existing::Refuse)
            return fail(ErrorKind::Input, already(m_kind).arg(other->text.name()));
        // The list begins before anything else is there.
        GAUGE_CHECK(addAgreed(scan, {}));
        GAUGE_CHECK(write(other ? other->path : pathFor(text.name()), text));
        if (origin == Origin::Here) {
            GAUGE_CHECK(addAgreed(scan, sumOf(text)));
        }
        return text;
    });
}

Result<SavedText> NamedFiles::rename(const QString &name, const QString &newName) const
{
    GAUGE_TRY(const QString wanted, usableName(newName));
    return update([&](const Scan &scan) -> Result<SavedText> {
        const Entry *entry = scan.find(name);
        if (!entry)
            return notFound(scan, name);
        const Entry *other = scan.find(wanted);
        if (other && other != entry)
            return fail(ErrorKind::Input, already(m_kind).arg(other->text.name()));
        SavedText text = entry->text;
        text.rename(wanted);
        // In its file: whenever this ends, there is one of them. The file's name says little to people.
        GAUGE_CHECK(write(entry->path, text));
        return text;
    });
}

Result<SavedText> NamedFiles::remove(const QString &name) const
{
    return update([&](const Scan &scan) -> Result<SavedText> {
        const Entry *entry = scan.find(name);
        if (!entry)
            return notFound(scan, name);
        QFile file(entry->path);
        if (!file.remove()) {
            return fail(
                ErrorKind::Storage,
                problem(entry->path, QCoreApplication::translate("saved", "The file cannot be removed.")),
                file.errorString());
        }
        return entry->text;
    });
}

Result<SavedText> NamedFiles::share(const QString &name, const QString &path) const
{
    Result<SavedText> text = find(name);
    if (!text)
        return text;
    if (Result<void> written
        = writeWholeFile(path, text->text().toUtf8(),
                         problem(path,
                                 QCoreApplication::translate(
                                     "saved", "The file cannot be written. Choose another folder.")));
        !written)
        return fail(std::move(written.error()));
    return text;
}

QString NamedFiles::agreedPath() const
{
    return m_folder + QStringLiteral("/.agreed");
}

//! As it is read back, with any name.
QByteArray NamedFiles::sumOf(SavedText text) const
{
    text.rename(QStringLiteral("-"));
    const Result<SavedText> read = SavedText::read(m_kind, text.text());
    return QCryptographicHash::hash((read ? *read : text).text().toUtf8(), QCryptographicHash::Sha256)
        .toHex();
}

//! Versions before there was a list agreed to everything: what they saved stays agreed to, so that exports by
//! the clock go on.
QByteArrayList NamedFiles::agreedSums(const Scan &scan) const
{
    QFile file(agreedPath());
    if (file.open(QIODevice::ReadOnly))
        return file.read(largestFile).split('\n');
    QByteArrayList sums;
    if (file.exists())
        return sums;
    for (const Entry &entry : scan.entries) {
        if (isOfOurMaking(entry.path))
            sums.append(sumOf(entry.text));
    }
    return sums;
}

Result<void> NamedFiles::addAgreed(const Scan &scan, const QByteArray &sum) const
{
    QByteArrayList sums = agreedSums(scan);
    if (m_kind == Kind::View || (sums.contains(sum) && QFileInfo::exists(agreedPath())))
        return {};
    sums.removeAll(QByteArray());
    if (!sum.isEmpty() && !sums.contains(sum))
        sums.append(sum);
    constexpr qsizetype most = 10'000;
    if (sums.size() > most)
        sums.remove(0, sums.size() - most);
    return writePrivateFile(
        agreedPath(), sums.join('\n') + '\n',
        QCoreApplication::translate("saved", "%1 cannot be written. Check the folder and the free space.")
            .arg(shown(agreedPath())));
}

//! From the first look on, what appears in the folder in another way is somebody else's.
void NamedFiles::beginAgreed() const
{
    if (m_kind == Kind::View || QFileInfo::exists(agreedPath()) || !QFileInfo(m_folder).isDir())
        return;
    // Where nothing can be written, each look decides again.
    static_cast<void>(update([&](const Scan &scan) -> Result<SavedText> {
        GAUGE_CHECK(addAgreed(scan, {}));
        return SavedText(m_kind, {});
    }));
}

QByteArray NamedFiles::unagreed(const SavedText &text) const
{
    if (m_kind == Kind::View)
        return {};
    const QByteArray sum = sumOf(text);
    const Result<Scan> found = QFileInfo::exists(agreedPath()) ? Scan() : scan();
    return found && agreedSums(*found).contains(sum) ? QByteArray() : sum;
}

Result<void> NamedFiles::agree(const QByteArray &sum) const
{
    const Result<SavedText> changed = update([&](const Scan &scan) -> Result<SavedText> {
        GAUGE_CHECK(addAgreed(scan, sum));
        return SavedText(m_kind, {});
    });
    return changed ? Result<void>() : fail(changed.error());
}

} // namespace gauge::saved
