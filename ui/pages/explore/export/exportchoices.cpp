// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/export/exportchoices.h"

#include <QFileInfo>

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

//! Version 0.1 kept the place in a list.
const transfer::ExportFormat *formatFromJson(const QJsonValue &json)
{
    static const QStringList places{QStringLiteral("csv"), QStringLiteral("jsonl"), QStringLiteral("xlsx")};
    const transfer::ExportFormat *format
        = transfer::formatFromName(json.isDouble() ? places.value(json.toInt()) : json.toString());
    return format ? format : &transfer::defaultFormat();
}

} // namespace

ExportChoices forSpreadsheet()
{
    return {};
}

ExportChoices forProgram()
{
    ExportChoices choices;
    choices.reader = Reader::Program;
    choices.header = Header::Names;
    choices.rawFormulas = true; // an apostrophe would be part of the value
    return choices;
}

bool writeTheSame(const ExportChoices &a, const ExportChoices &b)
{
    const QLocale locale;
    return a.format == b.format && a.maskPersonal == b.maskPersonal && a.manifest == b.manifest
        && (a.format->writesRecords
            || (a.header == b.header && a.lists == b.lists && a.rawFormulas == b.rawFormulas))
        && (!a.format->hasDelimiter || csvOptions(a, locale) == csvOptions(b, locale));
}

transfer::CellOptions cellOptions(const ExportChoices &choices)
{
    return {
        .rawFormulas = choices.rawFormulas, .maskPersonal = choices.maskPersonal, .header = choices.header};
}

transfer::CsvOptions csvOptions(const ExportChoices &choices, const QLocale &locale)
{
    return transfer::csvOptions(choices.reader, {choices.delimiter, choices.byteOrderMark}, locale);
}

ExportChoices choicesOf(const saved::ExportPreset &preset)
{
    ExportChoices choices;
    choices.what = What::Saved;
    choices.format = preset.format;
    choices.reader = preset.reader;
    choices.delimiter = preset.csv.delimiter;
    choices.byteOrderMark = preset.csv.byteOrderMark;
    choices.header = preset.cells.header;
    choices.lists = preset.lists;
    choices.maskPersonal = preset.cells.maskPersonal;
    // Somebody else does not decide on that.
    choices.rawFormulas = preset.cells.rawFormulas && preset.unagreed.isEmpty();
    choices.manifest = preset.manifest;
    return choices;
}

saved::ExportPreset presetOf(const QString &name, const ExportChoices &choices,
                             const transfer::ExportPlan &plan, const QString &output)
{
    saved::ExportPreset preset;
    preset.name = name;
    preset.feed = plan.endpoint.id;
    preset.query = plan.query;
    preset.format = plan.format;
    preset.reader = choices.reader;
    if (choices.reader == Reader::Custom)
        preset.csv = plan.csv;
    preset.cells = plan.cells;
    if (plan.format->writesRecords)
        preset.cells.maskPersonal = false; // which has no effect on whole records
    preset.lists = plan.lists;
    preset.manifest = plan.manifest;
    preset.output = output;
    return preset;
}

transfer::ExportPlan exportPlan(const ExportChoices &choices, const VisibleTable &view, const QString &output,
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

QString exportFileName(const QString &connection, const catalog::Endpoint &endpoint,
                       const transfer::ExportFormat &format, const QDateTime &now)
{
    const QString name = saved::outputPath(saved::usualPattern(), {connection, endpoint.id, now});
    const QString visible = name.trimmed();
    return (visible.startsWith(QLatin1Char('.')) ? visible.mid(1) : visible) + format.suffix();
}

QString withEnding(const QString &path, const transfer::ExportFormat &format)
{
    const transfer::ExportFormat *named = transfer::formatFromFileName(path);
    if (path.isEmpty() || named == &format)
        return path;
    if (!named)
        return path + format.suffix();
    const QString suffix = QFileInfo(path).suffix();
    return path.left(path.size() - suffix.size() - 1) + format.suffix();
}

QJsonObject toJson(const ExportChoices &choices)
{
    return {{QStringLiteral("what"), int(choices.what)},
            {QStringLiteral("format"), choices.format->id},
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
    choices.format = formatFromJson(json[QLatin1String("format")]);
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

QString readerHint(transfer::CsvAudience reader)
{
    switch (reader) {
    case transfer::CsvAudience::Spreadsheet:
        return transfer::spreadsheetDelimiter(QLocale()) == ';'
            ? QCoreApplication::translate(
                "gauge::ui::ExportDialog",
                "Separated by semicolons, as spreadsheets expect where the decimal point is a comma.")
            : QCoreApplication::translate(
                "gauge::ui::ExportDialog",
                "Separated by commas, as spreadsheets expect where the decimal point is a point.");
    case transfer::CsvAudience::Program:
        return QCoreApplication::translate("gauge::ui::ExportDialog",
                                           "Separated by commas, UTF-8 without a mark (RFC 4180).");
    case transfer::CsvAudience::Custom:
        break;
    }
    return {};
}

QString listsHint(transfer::Lists lists, bool hasSheets)
{
    switch (lists) {
    case transfer::Lists::Readable:
        return QCoreApplication::translate("gauge::ui::ExportDialog",
                                           "Drivers, tags and questions are one text each.");
    case transfer::Lists::Columns:
        return QCoreApplication::translate(
            "gauge::ui::ExportDialog",
            "Each driver and tag that occurs is a column, with 1 where a record has it.");
    case transfer::Lists::Children:
        break;
    }
    return hasSheets
        ? QCoreApplication::translate("gauge::ui::ExportDialog",
                                      "Further sheets have an entry a row with the number of its record.")
        : QCoreApplication::translate(
            "gauge::ui::ExportDialog",
            "Files beside this one, such as name.drivers.csv, have an entry a row with the number of "
            "its record. Those that exist are replaced.");
}

} // namespace gauge::ui
