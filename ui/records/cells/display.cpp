// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/cells/display.h"

#include "base/text.h"
#include "lake/sql/titles.h"

#include <QCoreApplication>
#include <QDate>
#include <QTime>

namespace gauge::ui::display {

namespace {

// More columns than these make a table slow to read rather than rich.
constexpr int usualDynamicColumns = 12;

QString decimal(const QString &text, const QLocale &locale)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (!ok)
        return text;
    QLocale plain = locale;
    plain.setNumberOptions(plain.numberOptions() | QLocale::OmitGroupSeparator);
    return plain.toString(number, 'g', QLocale::FloatingPointShortest);
}

QString yesOrNo(const QString &text)
{
    if (text == QLatin1String("1") || text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0)
        return QCoreApplication::translate("display", "Yes");
    if (text == QLatin1String("0") || text.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0)
        return QCoreApplication::translate("display", "No");
    return text;
}

QString lifeWord(const QString &word)
{
    for (const char *known : {QT_TRANSLATE_NOOP("display", "sent"), QT_TRANSLATE_NOOP("display", "opened"),
                              QT_TRANSLATE_NOOP("display", "clicked")}) {
        if (word == QLatin1String(known))
            return QCoreApplication::translate("display", known);
    }
    return word;
}

} // namespace

std::optional<int> score(const QString &text)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    if (!ok || number < 0 || number > 10)
        return std::nullopt;
    return number;
}

ScoreGroup scoreGroup(int score)
{
    if (score >= 9)
        return ScoreGroup::Promoter;
    return score >= 7 ? ScoreGroup::Passive : ScoreGroup::Detractor;
}

QChar shape(ScoreGroup group)
{
    switch (group) {
    case ScoreGroup::Promoter:
        return QChar(0x25B2);
    case ScoreGroup::Passive:
        return QChar(0x25CF);
    case ScoreGroup::Detractor:
        break;
    }
    return QChar(0x25BC);
}

QString word(ScoreGroup group)
{
    switch (group) {
    case ScoreGroup::Promoter:
        return QCoreApplication::translate("display", "promoter");
    case ScoreGroup::Passive:
        return QCoreApplication::translate("display", "passive");
    case ScoreGroup::Detractor:
        break;
    }
    return QCoreApplication::translate("display", "detractor");
}

QColor colour(ScoreGroup group, bool onDark)
{
    switch (group) {
    case ScoreGroup::Promoter:
        return onDark ? QColor(0x4C, 0xD3, 0xAB) : QColor(0x00, 0x9E, 0x73);
    case ScoreGroup::Passive:
        return onDark ? QColor(0xB4, 0xB4, 0xB4) : QColor(0x7A, 0x7A, 0x7A);
    case ScoreGroup::Detractor:
        break;
    }
    return onDark ? QColor(0xFF, 0x9A, 0x57) : QColor(0xD5, 0x5E, 0x00);
}

QString date(const QString &text, const QLocale &locale)
{
    const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
    if (!day.isValid())
        return text;
    const QString shownDay = locale.toString(day, QLocale::ShortFormat);
    if (text.size() == 10)
        return shownDay;
    const QTime time = QTime::fromString(text.mid(11), QStringLiteral("HH:mm:ss"));
    if (!time.isValid() || (text[10] != QLatin1Char(' ') && text[10] != QLatin1Char('T')))
        return text;
    return shownDay + QLatin1Char(' ') + locale.toString(time, QLocale::ShortFormat);
}

QString value(catalog::ColumnType type, const QString &text, const QLocale &locale)
{
    switch (type) {
    case catalog::ColumnType::Score:
        if (const std::optional<int> number = score(text))
            return shape(scoreGroup(*number)) + locale.toString(*number);
        return text;
    case catalog::ColumnType::DateTime:
        return date(text, locale);
    case catalog::ColumnType::Real:
        return decimal(text, locale);
    case catalog::ColumnType::Boolean:
        return yesOrNo(text);
    case catalog::ColumnType::Integer: // mostly record numbers, which are not read in groups of three
    case catalog::ColumnType::Text:
    case catalog::ColumnType::List:
        break;
    }
    return text;
}

QString accessibleText(catalog::ColumnType type, const QString &text, const QLocale &locale)
{
    if (type == catalog::ColumnType::Score) {
        if (const std::optional<int> number = score(text)) {
            return QCoreApplication::translate("display", "%1, %2")
                .arg(locale.toString(*number), word(scoreGroup(*number)));
        }
    }
    return value(type, text, locale);
}

QString life(const QString &word, bool provisional)
{
    const QString shown = lifeWord(word);
    return provisional ? QCoreApplication::translate("display", "%1 · provisional").arg(shown) : shown;
}

QString spokenLife(const QString &word, bool provisional)
{
    const QString shown = lifeWord(word);
    return provisional ? QCoreApplication::translate("display", "%1, provisional").arg(shown) : shown;
}

QString oneLine(const QString &text, qsizetype length)
{
    QString line = text.size() > length ? text.left(length - 1) + QChar(0x2026) : text;
    for (QChar &c : line) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t')
            || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = QLatin1Char(' ');
    }
    return withVisibleControls(line, Layout::Marked);
}

Qt::Alignment alignment(catalog::ColumnType type, const QString &text)
{
    switch (type) {
    case catalog::ColumnType::Integer:
    case catalog::ColumnType::Real:
    case catalog::ColumnType::Score:
        return Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter;
    default:
        return (text.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
    }
}

QString title(const lake::LakeColumn &column)
{
    return lake::titleOf(column);
}

QString feedTitle(const catalog::Endpoint &endpoint, query::Presence presence)
{
    const QString title = QCoreApplication::translate("catalog", endpoint.title);
    switch (presence) {
    case query::Presence::Gone:
        return QCoreApplication::translate("display", "%1 that vanished").arg(title);
    case query::Presence::Both:
        return QCoreApplication::translate("display", "%1, vanished too").arg(title);
    case query::Presence::There:
        break;
    }
    return title;
}

QStringList titles(const std::vector<lake::LakeColumn> &columns, qsizetype length)
{
    QStringList shown;
    QStringList names;
    for (const lake::LakeColumn &column : columns) {
        shown.append(oneLine(title(column), length));
        names.append(oneLine(column.name, length));
    }
    return lake::distinctTitles(std::move(shown), names);
}

std::vector<lake::LakeColumn> columnsOf(const catalog::Endpoint &endpoint)
{
    std::vector<lake::LakeColumn> columns;
    columns.reserve(endpoint.columns.size());
    for (const catalog::Column &column : endpoint.columns) {
        columns.push_back(
            {column.name, column.name, 0, column.type, QString::fromUtf8(column.title), column.personal});
    }
    return columns;
}

lake::LakeColumn dynamicColumn(const catalog::Endpoint &endpoint, const QString &name)
{
    QString bare = name;
    for (const catalog::DynamicColumns &dynamic : endpoint.dynamicColumns) {
        if (name.startsWith(dynamic.prefix))
            bare = name.mid(dynamic.prefix.size());
    }
    if (name.startsWith(QLatin1String(catalog::otherPrefix)))
        bare = name.mid(QLatin1String(catalog::otherPrefix).size());
    return {name, name, 0, catalog::ColumnType::Text, bare, false};
}

QStringList usualColumns(const catalog::Endpoint &endpoint, const std::vector<lake::LakeColumn> &columns)
{
    QStringList names{endpoint.keyColumn};
    if (!endpoint.scoreColumn.isEmpty())
        names.append(endpoint.scoreColumn);
    // How far it came, and who said what and why, come before numbers and dates, where a feed has it.
    for (const char *first : {"life", "contact_first_name", "contact_last_name", "account_name",
                              "comment_original", "comment_translation", "selected_drivers", "tags"}) {
        if (endpoint.column(QLatin1String(first)))
            names.append(QLatin1String(first));
    }
    int dynamic = 0;
    for (const lake::LakeColumn &column : columns) {
        if (names.contains(column.name))
            continue;
        if (!endpoint.column(column.name) && ++dynamic > usualDynamicColumns)
            break;
        names.append(column.name);
    }
    return names;
}

} // namespace gauge::ui::display
