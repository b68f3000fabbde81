// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved/presettext.h"

#include "base/name.h"
#include "query/condition.h"

namespace gauge::saved {

namespace {

constexpr int version = 1;
constexpr QLatin1String nameWord("name");

QLatin1String mark(Kind kind)
{
    return kind == Kind::View ? QLatin1String("gaugedesk-view") : QLatin1String("gaugedesk-export");
}

QString wordOf(const QString &line)
{
    return line.trimmed().section(QLatin1Char(' '), 0, 0);
}

QString restOf(const QString &line)
{
    const QString text = line.trimmed();
    return text.mid(wordOf(text).size()).trimmed();
}

QString nameLine(const QString &name)
{
    return nameWord + QLatin1Char(' ') + query::printList({name});
}

Result<void> checkMark(Kind kind, const QString &line)
{
    bool numbered = false;
    const int written = restOf(line).toInt(&numbered);
    if (wordOf(line) != mark(kind) || !numbered || written < 1) {
        return fail(
            ErrorKind::Input,
            kind == Kind::View
                ? QCoreApplication::translate("saved", "This is no saved view of GaugeDesk.")
                : QCoreApplication::translate("saved", "These are no saved export choices of GaugeDesk."));
    }
    if (written > version) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("saved",
                                                "This comes from a newer GaugeDesk. Update this one "
                                                "to use it."));
    }
    return {};
}

} // namespace

SavedText::SavedText(Kind kind, const QString &name)
    : m_name(name)
    , m_lines{mark(kind) + QLatin1Char(' ') + QString::number(version), nameLine(name)}
    , m_nameLine(1)
{}

Result<SavedText> SavedText::read(Kind kind, const QString &text)
{
    SavedText result;
    result.m_lines = query::linesOf(text);
    GAUGE_CHECK(checkMark(kind, result.m_lines.front()));
    for (qsizetype i = 1; i < result.m_lines.size(); ++i) {
        if (wordOf(result.m_lines[i]) != nameWord)
            continue;
        if (result.m_nameLine > 0)
            return fail(ErrorKind::Input, QCoreApplication::translate("saved", "It has two names."));
        result.m_nameLine = i;
        result.m_name = query::unquoted(restOf(result.m_lines[i]));
    }
    GAUGE_TRY(result.m_name, readName(result.m_name));
    return result;
}

void SavedText::rename(const QString &name)
{
    m_name = name;
    m_lines[m_nameLine] = nameLine(name);
}

Result<std::optional<QString>> SavedText::take(QLatin1String word)
{
    const QStringList found = takeAll(word);
    if (found.size() > 1) {
        return fail(ErrorKind::Input, QCoreApplication::translate("saved", "“%1” is there twice.").arg(word));
    }
    return found.isEmpty() ? std::nullopt : std::optional(found.front());
}

QStringList SavedText::takeAll(QLatin1String word)
{
    QStringList found;
    for (qsizetype i = 1; i < m_lines.size(); ++i) {
        if (wordOf(m_lines[i]) == word)
            found.append(restOf(std::exchange(m_lines[i], QString())));
    }
    return found;
}

void SavedText::add(QLatin1String word, const QString &rest)
{
    m_lines.append(word + QLatin1Char(' ') + rest);
}

void SavedText::add(const QString &lines)
{
    if (!lines.isEmpty())
        m_lines.append(lines);
}

QString SavedText::text() const
{
    QString text = m_lines.join(QLatin1Char('\n'));
    if (!text.endsWith(QLatin1Char('\n')))
        text += QLatin1Char('\n');
    return text;
}

QString SavedText::rest() const
{
    QStringList lines = m_lines;
    lines[0].clear();
    lines[m_nameLine].clear();
    return lines.join(QLatin1Char('\n'));
}

QString fileEnding(Kind kind)
{
    return kind == Kind::View ? QStringLiteral(".gaugeview") : QStringLiteral(".gaugeexport");
}

Result<QString> readName(const QString &name)
{
    // Through the bytes of a file, so that what cannot be written is not kept either.
    QString usable = QString::fromUtf8(name.toUtf8());
    usable.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
    usable = usable.simplified().normalized(QString::NormalizationForm_C);
    if (usable.isEmpty())
        return fail(ErrorKind::Input, QCoreApplication::translate("saved", "A name is missing."));
    if (usable.size() > longestName) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("saved", "A name has %1 characters at most.").arg(longestName));
    }
    return usable;
}

Result<QString> usableName(const QString &name)
{
    const Result<QString> read = readName(name);
    return read ? gauge::usableName(*read) : read;
}

bool sameName(const QString &a, const QString &b)
{
    return a.toCaseFolded() == b.toCaseFolded();
}

} // namespace gauge::saved
