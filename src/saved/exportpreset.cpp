// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved/exportpreset.h"

#include "query/condition.h"
#include "saved/view.h"

#include <QDir>
#include <QRegularExpression>

#include <array>

namespace gauge::saved {

namespace {

using transfer::CellOptions;
using transfer::CsvAudience;
using transfer::Lists;

template <typename Value>
struct Named
{
    const char *name;
    Value value;
};

constexpr std::array readers{Named<CsvAudience>{"spreadsheet", CsvAudience::Spreadsheet},
                             Named<CsvAudience>{"program", CsvAudience::Program},
                             Named<CsvAudience>{"custom", CsvAudience::Custom}};
constexpr std::array delimiters{Named<char>{"comma", ','}, Named<char>{"semicolon", ';'},
                                Named<char>{"tab", '\t'}, Named<char>{"bar", '|'}};
constexpr std::array headers{Named<CellOptions::Header>{"names", CellOptions::Header::Names},
                             Named<CellOptions::Header>{"titles", CellOptions::Header::Titles}};
constexpr std::array listWays{Named<Lists>{"readable", Lists::Readable},
                              Named<Lists>{"columns", Lists::Columns},
                              Named<Lists>{"children", Lists::Children}};
constexpr std::array answers{Named<bool>{"no", false}, Named<bool>{"yes", true}};

template <typename Value, std::size_t count>
QLatin1String nameOf(const std::array<Named<Value>, count> &all, Value value)
{
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.value == value; });
    return QLatin1String((found == all.end() ? all.front() : *found).name);
}

tl::unexpected<Error> impossible(QLatin1String word, const QString &said, const QStringList &possible)
{
    return fail(ErrorKind::Input,
                QCoreApplication::translate("saved", "“%1” cannot be “%2”. Possible: %3.")
                    .arg(word, said.left(60), possible.join(QLatin1String(", "))));
}

//! The value that the line of \a word names; \a value stays where there is no such line.
template <typename Value, std::size_t count>
Result<void> take(SavedText &text, const char *word, const std::array<Named<Value>, count> &all, Value &value)
{
    const QLatin1String wanted(word);
    GAUGE_TRY(const std::optional<QString> said, text.take(wanted));
    if (!said)
        return {};
    QStringList possible;
    for (const Named<Value> &each : all) {
        if (*said == QLatin1String(each.name)) {
            value = each.value;
            return {};
        }
        possible.append(QLatin1String(each.name));
    }
    return impossible(wanted, *said, possible);
}

Result<void> takeFormat(SavedText &text, const transfer::ExportFormat *&format)
{
    const QLatin1String word("format");
    GAUGE_TRY(const std::optional<QString> said, text.take(word));
    if (!said)
        return {};
    const transfer::ExportFormat *known = transfer::formatFromName(*said);
    if (!known)
        return impossible(word, *said, transfer::formatNames());
    format = known;
    return {};
}

Result<void> takeOptions(SavedText &text, ExportPreset &preset)
{
    bool mark = false;
    Result<void> taken = takeFormat(text, preset.format);
    if (taken)
        taken = take(text, "opened-with", readers, preset.reader);
    if (taken)
        taken = take(text, "separator", delimiters, preset.csv.delimiter);
    if (taken)
        taken = take(text, "byte-order-mark", answers, mark);
    if (taken)
        taken = take(text, "header", headers, preset.cells.header);
    if (taken)
        taken = take(text, "lists", listWays, preset.lists);
    if (taken)
        taken = take(text, "mask-personal", answers, preset.cells.maskPersonal);
    if (taken)
        taken = take(text, "raw-formulas", answers, preset.cells.rawFormulas);
    if (taken)
        taken = take(text, "manifest", answers, preset.manifest);
    preset.csv.byteOrderMark = mark;
    if (taken && preset.format->writesRecords && preset.cells.maskPersonal) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("saved",
                                                "%1 are the records exactly as received, so personal data "
                                                "cannot be masked in them.")
                        .arg(preset.format->name()));
    }
    return taken;
}

//! \a text as part of a file's name.
QString fit(const QString &text)
{
    static const QRegularExpression unfit(QStringLiteral("[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]+"));
    constexpr int longest = 60;
    return QString(text).replace(unfit, QStringLiteral(" ")).simplified().left(longest);
}

} // namespace

bool ExportPreset::leavesFormulas() const
{
    return cells.rawFormulas && !format->writesRecords;
}

SavedText ExportPreset::print() const
{
    SavedText text(kind, name);
    const auto add = [&](const char *word, const QString &rest) { text.add(QLatin1String(word), rest); };
    add("feed", feed);
    if (!output.isEmpty())
        add("file", query::printList({output}));
    add("format", format->id);
    add("opened-with", nameOf(readers, reader));
    if (reader == CsvAudience::Custom) {
        add("separator", nameOf(delimiters, csv.delimiter));
        add("byte-order-mark", nameOf(answers, csv.byteOrderMark));
    }
    add("header", nameOf(headers, cells.header));
    add("lists", nameOf(listWays, lists));
    add("mask-personal", nameOf(answers, cells.maskPersonal));
    add("raw-formulas", nameOf(answers, cells.rawFormulas));
    add("manifest", nameOf(answers, manifest));
    text.add(query::print(query));
    return text;
}

Result<ExportPreset> ExportPreset::read(SavedText text)
{
    ExportPreset preset;
    preset.name = text.name();
    GAUGE_TRY(preset.feed, feedOf(text));
    GAUGE_TRY(const std::optional<QString> file, text.take(QLatin1String("file")));
    preset.output = query::unquoted(file.value_or(QString()));
    GAUGE_CHECK(takeOptions(text, preset));
    GAUGE_TRY(preset.query, query::parseQuery(text.rest()));
    return preset;
}

QString outputPath(const QString &pattern, const OutputFacts &facts)
{
    // Each once, so that a connection that is called "{date}" stays so.
    static const QRegularExpression placeholder(QStringLiteral("\\{(date|time|connection|feed)\\}"));
    QString path;
    qsizetype from = 0;
    for (auto found = placeholder.globalMatch(pattern); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        path += QStringView(pattern).mid(from, match.capturedStart() - from);
        const QString word = match.captured(1);
        if (word == QLatin1String("date"))
            path += facts.now.toString(QStringLiteral("yyyy-MM-dd"));
        else if (word == QLatin1String("time"))
            path += facts.now.toString(QStringLiteral("HHmm"));
        else
            path += fit(word == QLatin1String("feed") ? facts.feed : facts.connection);
        from = match.capturedEnd();
    }
    return path + QStringView(pattern).mid(from);
}

bool isProposal(const ExportPreset &preset, bool usesFile)
{
    return !preset.unagreed.isEmpty() && (usesFile || preset.leavesFormulas());
}

QString proposalText(const ExportPreset &preset, const QString &path)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("saved", source); };
    if (path.isEmpty()) {
        return text(QT_TRANSLATE_NOOP("saved",
                                      "“%1” was not saved on this computer. It leaves texts that look like "
                                      "formulas as they are: a spreadsheet would run them."))
            .arg(preset.name);
    }
    const QString shown = QDir::toNativeSeparators(path);
    if (!preset.leavesFormulas()) {
        return text(QT_TRANSLATE_NOOP("saved", "“%1” was not saved on this computer. It writes the file %2."))
            .arg(preset.name, shown);
    }
    return text(QT_TRANSLATE_NOOP(
                    "saved",
                    "“%1” was not saved on this computer. It writes the file %2, and leaves texts "
                    "that look like formulas as they are: a spreadsheet would run them."))
        .arg(preset.name, shown);
}

QString usualPattern()
{
    return QStringLiteral("{connection} {feed} {date} {time}");
}

transfer::ExportPlan planOf(const ExportPreset &preset, const catalog::Endpoint &endpoint,
                            const QString &output, const QLocale &locale)
{
    transfer::ExportPlan plan;
    plan.endpoint = endpoint;
    plan.query = preset.query;
    plan.output = output;
    plan.format = preset.format;
    plan.cells = preset.cells;
    plan.csv = transfer::csvOptions(preset.reader, preset.csv, locale);
    plan.lists = preset.lists;
    plan.manifest = preset.manifest;
    return plan;
}

} // namespace gauge::saved
