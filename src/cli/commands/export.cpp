// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/session.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace gauge::cli {

namespace {

using service::Connection;
using transfer::CellOptions;
using transfer::Format;
using transfer::Lists;

QString translated(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

//! `export`
class ExportCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;
    void run(Session &session) override;

private:
    void declareCells(CLI::App &app);
    Result<void> checkOutput();
    Result<void> checkFormat();
    Result<void> checkCells();
    Result<void> checkLists();
    void tellWhatHasNoEffect(Session &session) const;
    void conclude(Session &session, const transfer::ExportJob &job) const;

    QString m_name;
    QString m_feed;
    QString m_output;
    QString m_as;
    RowOptions m_rows;
    QString m_delimiter = QStringLiteral(",");
    QString m_header = QStringLiteral("names");
    QString m_lists = QStringLiteral("readable");
    transfer::ExportPlan m_plan;
    QElapsedTimer m_timer;
};

CLI::App *ExportCommand::declare(CLI::App &parent, const catalog::Catalog &catalog)
{
    CLI::App *app = parent.add_subcommand(
        "export", "write rows of the lake to a file that appears when it is complete");
    addName(*app, m_name);
    addFeed(*app, m_feed, catalog);
    addText(*app, "--output", m_output, "FILE", "the file; one that exists is replaced as a whole")
        ->required();
    addText(*app, "--as", m_as, "csv|xlsx|jsonl", "format; default by the file's ending, else csv");
    m_rows.declare(*app);
    declareCells(*app);
    addText(*app, "--lists", m_lists, "readable|columns|children",
            "how drivers, tags and questions are written; default readable");
    app->add_flag("--manifest", m_plan.manifest,
                  "write FILE.manifest.json too: rows, filter, SHA-256 of what was written");
    app->footer(R"(Examples:
  gaugedesk-cli export ACME responses --output responses.csv
  gaugedesk-cli export ACME responses --output responses.xlsx --header titles
  gaugedesk-cli export ACME responses --output for-excel.csv --delimiter ';' --bom --header titles
  gaugedesk-cli export ACME responses --output responses.csv --lists children --manifest
  gaugedesk-cli export ACME responses --output share.csv --mask-personal --where 'nps <= 6'
  gaugedesk-cli export ACME responses --output responses.jsonl
  gaugedesk-cli export ACME non-responses --gone --output vanished.csv

In CSV and XLSX, texts that a spreadsheet would run as a formula get a leading apostrophe unless
--raw-formulas is given. JSON lines are the records exactly as received.
--lists readable writes drivers, tags and questions as one text; columns makes a column of each value
that occurs; children makes a table of each list, an entry a row with the number of its record:
sheets of a workbook, or files beside a CSV (responses.drivers.csv).
A cell of a workbook holds 32,767 characters; longer texts are cut and end with a mark, and their
number is told. A sheet holds 1,048,576 rows; more go on in another.)");
    return app;
}

void ExportCommand::declareCells(CLI::App &app)
{
    addText(app, "--delimiter", m_delimiter, ", ; tab", "between the columns of a CSV; default ,");
    app.add_flag("--bom", m_plan.csv.byteOrderMark, "begin with a byte-order mark, for spreadsheets");
    app.add_flag("--mask-personal", m_plan.cells.maskPersonal,
                 "*** instead of names, e-mail, phone and accounts");
    app.add_flag("--raw-formulas", m_plan.cells.rawFormulas,
                 "leave texts that look like formulas as they are");
    addText(app, "--header", m_header, "names|titles",
            "the lake's column names (default) or titles for people");
}

Result<void> ExportCommand::check(const catalog::Catalog &catalog)
{
    const Result<catalog::Endpoint> feed = readFeed(catalog, m_feed);
    if (!feed)
        return fail(feed.error());
    m_plan.endpoint = *feed;
    Result<query::Query> query = m_rows.query();
    if (!query)
        return fail(query.error());
    m_plan.query = std::move(*query);
    for (const auto step : {&ExportCommand::checkOutput, &ExportCommand::checkFormat,
                            &ExportCommand::checkCells, &ExportCommand::checkLists}) {
        if (const Result<void> checked = (this->*step)(); !checked)
            return checked;
    }
    return {};
}

Result<void> ExportCommand::checkOutput()
{
    if (m_output.isEmpty() || m_output == QLatin1String("-")) {
        return fail(ErrorKind::Input,
                    translated(QT_TRANSLATE_NOOP("cli",
                                                 "--output needs a file. For rows on standard output use: "
                                                 "gaugedesk-cli query.")));
    }
    m_plan.output = QDir::current().absoluteFilePath(m_output);
    if (QFileInfo(m_plan.output).isDir())
        return fail(ErrorKind::Input,
                    translated(QT_TRANSLATE_NOOP("cli", "%1 is a folder, not a file.")).arg(m_output));
    return {};
}

Result<void> ExportCommand::checkFormat()
{
    if (m_as.isEmpty()) {
        m_plan.format = transfer::formatFromFileName(m_output).value_or(Format::Csv);
        return {};
    }
    const std::optional<Format> format = transfer::formatFromName(m_as);
    if (!format) {
        return fail(
            ErrorKind::Input,
            translated(QT_TRANSLATE_NOOP("cli", "“%1” is not a format of files. Possible: csv, xlsx, jsonl."))
                .arg(m_as));
    }
    m_plan.format = *format;
    return {};
}

Result<void> ExportCommand::checkCells()
{
    const Result<char> delimiter = readDelimiter(m_delimiter);
    if (!delimiter)
        return fail(delimiter.error());
    m_plan.csv.delimiter = *delimiter;
    if (m_header == QLatin1String("titles")) {
        m_plan.cells.header = CellOptions::Header::Titles;
    } else if (m_header != QLatin1String("names")) {
        return fail(ErrorKind::Input,
                    translated(QT_TRANSLATE_NOOP("cli", "“%1” is not a header. Possible: names, titles."))
                        .arg(m_header));
    }
    if (m_plan.format == Format::JsonLines && m_plan.cells.maskPersonal) {
        return fail(
            ErrorKind::Input,
            translated(QT_TRANSLATE_NOOP("cli",
                                         "JSON lines are the records exactly as received, so personal data "
                                         "cannot be masked in them. Choose --as csv or --as xlsx.")));
    }
    return {};
}

Result<void> ExportCommand::checkLists()
{
    if (m_lists == QLatin1String("columns")) {
        m_plan.lists = Lists::Columns;
    } else if (m_lists == QLatin1String("children")) {
        m_plan.lists = Lists::Children;
    } else if (m_lists != QLatin1String("readable")) {
        return fail(
            ErrorKind::Input,
            translated(QT_TRANSLATE_NOOP(
                           "cli", "“%1” is not a way to write lists. Possible: readable, columns, children."))
                .arg(m_lists));
    }
    return {};
}

void ExportCommand::tellWhatHasNoEffect(Session &session) const
{
    if (m_plan.format != Format::JsonLines)
        return;
    if (!m_plan.query.columns.isEmpty())
        session.console().note(
            translated(QT_TRANSLATE_NOOP("cli", "JSON lines hold whole records; --columns has no effect.")));
    if (m_plan.lists != Lists::Readable)
        session.console().note(
            translated(QT_TRANSLATE_NOOP("cli", "JSON lines hold whole records; --lists has no effect.")));
}

void ExportCommand::run(Session &session)
{
    session.withConnection(m_name, [this, &session](const Connection &connection) {
        tellWhatHasNoEffect(session);
        m_timer.start();
        transfer::ExportJob *job = session.engine().exportRows(connection, m_plan);
        session.showProgress(job);
        QObject::connect(job, &Job::finished, &session, [this, &session, job] { conclude(session, *job); });
    });
}

void ExportCommand::conclude(Session &session, const transfer::ExportJob &job) const
{
    if (job.error()) {
        session.finish(*job.error(), Source::Lake);
        return;
    }
    if (const QString remarks = job.remarks(); !remarks.isEmpty())
        session.console().note(remarks);
    if (session.console().isJson()) {
        JsonLine line;
        line.add("output", job.output()).add("rows", job.rows());
        line.add("seconds", static_cast<double>(m_timer.elapsed()) / 1000.0);
        if (job.shortened() > 0)
            line.add("shortened", job.shortened());
        session.console().print(line);
    } else {
        session.console().print(
            translated(QT_TRANSLATE_NOOP("cli", "%1 rows are in %2"))
                .arg(QString::number(job.rows()), QDir::toNativeSeparators(job.output())));
        const QStringList beside = job.files().mid(1);
        for (const QString &file : beside)
            session.console().print(
                translated(QT_TRANSLATE_NOOP("cli", "beside it: %1")).arg(QDir::toNativeSeparators(file)));
    }
    session.finish(ExitCode::Done);
}

} // namespace

std::unique_ptr<Command> exportCommand()
{
    return std::make_unique<ExportCommand>();
}

} // namespace gauge::cli
