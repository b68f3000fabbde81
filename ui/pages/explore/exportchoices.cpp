// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/exportchoices.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace gauge::ui {

namespace {

using Header = transfer::CellOptions::Header;
using Reader = ExportChoices::Reader;
using What = ExportChoices::What;

template <typename Choice>
Choice chosen(const QJsonObject &json, const char *key, Choice last)
{
    const int value = json[QLatin1String(key)].toInt();
    return value >= 0 && value <= int(last) ? Choice(value) : Choice(0);
}

} // namespace

char spreadsheetDelimiter(const QLocale &locale)
{
    return locale.decimalPoint() == QLatin1String(",") ? ';' : ',';
}

transfer::CellOptions cellOptions(const ExportChoices &choices)
{
    return {
        .rawFormulas = choices.rawFormulas, .maskPersonal = choices.maskPersonal, .header = choices.header};
}

transfer::CsvOptions csvOptions(const ExportChoices &choices, const QLocale &locale)
{
    transfer::CsvOptions options;
    if (choices.reader == Reader::Spreadsheet) {
        options.delimiter = spreadsheetDelimiter(locale);
        options.byteOrderMark = true; // without it a spreadsheet takes UTF-8 for something else
    } else if (choices.reader == Reader::Custom) {
        options.delimiter = choices.delimiter;
        options.byteOrderMark = choices.byteOrderMark;
    }
    return options;
}

transfer::ExportPlan exportPlan(const ExportChoices &choices, const ShownView &view, const QString &output,
                                const QLocale &locale)
{
    transfer::ExportPlan plan;
    plan.endpoint = view.endpoint;
    plan.output = output;
    plan.format = choices.format;
    plan.cells = cellOptions(choices);
    plan.csv = csvOptions(choices, locale);
    plan.lists = choices.lists;
    plan.manifest = choices.manifest;
    if (choices.what != What::Everything)
        plan.query = view.query;
    else
        plan.query.presence = view.query.presence; // all that vanished, where these are shown
    if (choices.what == What::Selection)
        plan.keys = view.selected;
    return plan;
}

QString exportFileName(const QString &connection, const catalog::Endpoint &endpoint, transfer::Format format,
                       const QDateTime &now)
{
    static const QRegularExpression unfit(QStringLiteral("[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]+"));
    const QString safe = QString(connection).replace(unfit, QStringLiteral(" ")).simplified().left(60);
    const QString name
        = QStringLiteral("%1 %2 %3").arg(safe, endpoint.id, now.toString(QStringLiteral("yyyy-MM-dd HHmm")));
    const QString visible = name.trimmed();
    return (visible.startsWith(QLatin1Char('.')) ? visible.mid(1) : visible) + transfer::ending(format);
}

QString withEnding(const QString &path, transfer::Format format)
{
    const std::optional<transfer::Format> named = transfer::formatFromFileName(path);
    if (path.isEmpty() || named == format)
        return path;
    if (!named)
        return path + transfer::ending(format);
    const QString suffix = QFileInfo(path).suffix();
    return path.left(path.size() - suffix.size() - 1) + transfer::ending(format);
}

QJsonObject toJson(const ExportChoices &choices)
{
    return {{QStringLiteral("what"), int(choices.what)},
            {QStringLiteral("format"), int(choices.format)},
            {QStringLiteral("reader"), int(choices.reader)},
            {QStringLiteral("delimiter"), QString(QLatin1Char(choices.delimiter))},
            {QStringLiteral("byteOrderMark"), choices.byteOrderMark},
            {QStringLiteral("header"), int(choices.header)},
            {QStringLiteral("maskPersonal"), choices.maskPersonal},
            {QStringLiteral("lists"), int(choices.lists)},
            {QStringLiteral("manifest"), choices.manifest},
            {QStringLiteral("folder"), choices.folder}};
}

ExportChoices choicesFromJson(const QJsonObject &json)
{
    ExportChoices choices;
    if (json.isEmpty())
        return choices;
    choices.what = chosen(json, "what", What::Everything);
    choices.format = chosen(json, "format", transfer::Format::Xlsx);
    choices.reader = chosen(json, "reader", Reader::Custom);
    choices.header = chosen(json, "header", Header::Titles);
    const QString delimiter = json[QLatin1String("delimiter")].toString();
    if (delimiter == QLatin1String(";") || delimiter == QLatin1String("\t")
        || delimiter == QLatin1String("|"))
        choices.delimiter = delimiter.front().toLatin1();
    choices.byteOrderMark = json[QLatin1String("byteOrderMark")].toBool();
    choices.maskPersonal = json[QLatin1String("maskPersonal")].toBool();
    choices.lists = chosen(json, "lists", transfer::Lists::Children);
    choices.manifest = json[QLatin1String("manifest")].toBool();
    choices.folder = json[QLatin1String("folder")].toString();
    return choices;
}

} // namespace gauge::ui
