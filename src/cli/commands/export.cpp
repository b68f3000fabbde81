// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace gauge::cli {

namespace {

using saved::ExportPreset;
using service::Connection;
using transfer::CellOptions;
using transfer::ExportPlan;
using transfer::Lists;

//! `export`
class ExportCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;
    [[nodiscard]] QStringList outputs() const override // of a saved export: see start()
    {
        return m_output && !isStandardOutput(*m_output) ? QStringList(*m_output) : QStringList();
    }
    void run(Session &session) override;

private:
    void declareCells(CLI::App &app);
    [[nodiscard]] Result<void> checkOutput(const QString &output) const;
    //! Only as it was typed: the file of a saved export is a file.
    [[nodiscard]] bool isStandardOutput(const QString &output) const
    {
        return m_output && output == transfer::standardOutput;
    }
    //! What was given over what \a plan says so far.
    [[nodiscard]] Result<ExportPlan> over(ExportPlan plan) const;
    [[nodiscard]] Result<void> takeFormat(ExportPlan &plan) const;
    [[nodiscard]] Result<void> takeCells(ExportPlan &plan) const;
    [[nodiscard]] Result<void> takeLists(ExportPlan &plan) const;
    void runPreset(Session &session, const ExportPreset &preset);
    //! \a output may have placeholders.
    void exportTo(Session &session, const Result<ExportPlan> &plan, const QString &output);
    void start(Session &session, const Connection &connection, const QString &output);
    //! Whether the file and the formulas of somebody else's saved export may be as it says.
    [[nodiscard]] Result<void> checkProposal() const;
    void begin(Session &session, const Connection &connection);
    void tellWhatHasNoEffect(Session &session) const;
    void conclude(Session &session, const transfer::ExportJob &job, const Connection &connection) const;

    QString m_name;
    QString m_feed;
    std::optional<QString> m_preset;
    bool m_accepts = false;
    std::optional<ExportPreset> m_proposal; //!< a saved export that decides what nobody here agreed to
    std::optional<QString> m_output;
    std::optional<QString> m_as;
    RowOptions m_rows;
    std::optional<QString> m_delimiter;
    std::optional<QString> m_header;
    std::optional<QString> m_lists;
    bool m_mark = false;
    bool m_mask = false;
    bool m_raw = false;
    bool m_manifest = false;
    ExportPlan m_plan;
    QElapsedTimer m_timer;
};

CLI::App *ExportCommand::declare(CLI::App &parent, const catalog::Catalog &catalog)
{
    CLI::App *app = parent.add_subcommand(
        "export", "write rows of the lake to a file that appears when it is complete");
    addName(*app, m_name);
    addOptionalFeed(*app, m_feed, catalog);
    addText(*app, "--output", m_output, "FILE",
            "the file; one that exists is replaced as a whole; - is standard output; a saved export may "
            "name its own");
    const QByteArray formats = transfer::formatNames().join(QLatin1Char('|')).toLatin1();
    addText(*app, "--as", m_as, formats.constData(), "format; default by the file's ending, else csv");
    CLI::Option *preset
        = addText(*app, "--preset", m_preset, "PRESET",
                  "a saved export, or a file with one; other options narrow or replace what it says");
    app->add_flag("--accept-preset", m_accepts,
                  "agree once to the file and the formulas of a saved export from elsewhere")
        ->needs(preset);
    m_rows.declareView(*app)->excludes(preset);
    m_rows.declare(*app);
    declareCells(*app);
    addText(*app, "--lists", m_lists, "readable|columns|children",
            "how drivers, tags and questions are written; default readable");
    app->add_flag("--manifest", m_manifest,
                  "write FILE.manifest.json too: rows, filter, SHA-256 of what was written");
    app->footer(R"(Examples:
  gaugedesk-cli export ACME responses --output responses.csv
  gaugedesk-cli export ACME responses --output responses.xlsx --header titles
  gaugedesk-cli export ACME responses --output for-excel.csv --delimiter ';' --bom --header titles
  gaugedesk-cli export ACME responses --output responses.csv --lists children --manifest
  gaugedesk-cli export ACME responses --output share.csv --mask-personal --where 'nps <= 6'
  gaugedesk-cli export ACME responses --output responses.jsonl
  gaugedesk-cli export ACME responses --output - | gzip > responses.csv.gz
  gaugedesk-cli export ACME non-responses --gone --output vanished.csv
  gaugedesk-cli export ACME --view 'Detractors this month' --output detractors.csv
  gaugedesk-cli export ACME --preset 'Monthly board'

In CSV and XLSX, texts that a spreadsheet would run as a formula get a leading apostrophe unless
--raw-formulas is given. JSON lines are the records exactly as received.
The ending of the file must fit the format. A file of GaugeDesk's own data, a database, a device and what
this command reads are never replaced. To standard output (-) a single CSV or JSON lines go as they are
read: when the exit code is not 0, they are not whole.
--lists readable writes drivers, tags and questions as one text; columns makes a column of each value
that occurs; children makes a table of each list, an entry a row with the number of its record:
sheets of a workbook, or files beside a CSV (responses.drivers.csv).
A cell of a workbook holds 32,767 characters; longer texts are cut and end with a mark, and their
number is reported. A sheet holds 1,048,576 rows; more continue in another.
With --view or --preset, --where narrows the rows further and all other options replace what is saved; a
FEED beside it must be the saved one. {date}, {time}, {connection} and {feed} in the file of a preset are
filled in. gaugedesk-cli views and gaugedesk-cli presets list what is saved.
A preset that was not saved on this computer, or was changed in another program, proposes its file and
whether formulas stay: name the file with --output, or agree once with --accept-preset, which replaces no
file. Afterwards it runs as one of your own.)");
    return app;
}

void ExportCommand::declareCells(CLI::App &app)
{
    addText(app, "--delimiter", m_delimiter, ", ; tab", "between the columns of a CSV; default ,");
    app.add_flag("--bom", m_mark, "begin with a byte-order mark, for spreadsheets");
    app.add_flag("--mask-personal", m_mask, "*** instead of names, e-mail, phone and accounts");
    app.add_flag("--raw-formulas", m_raw, "leave texts that look like formulas as they are");
    addText(app, "--header", m_header, "names|titles",
            "the lake's column names (default) or titles for people");
}

Result<void> ExportCommand::check(const catalog::Catalog &catalog)
{
    const bool isSaved = m_preset || m_rows.view();
    GAUGE_CHECK(checkFeed(catalog, m_feed, isSaved));
    if (const Result<query::Query> query = m_rows.query(); !query)
        return fail(query.error());
    if (!m_output && !m_preset) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "--output is required: a file, or - for standard output."));
    }
    if (m_output)
        if (Result<void> checked = checkOutput(*m_output); !checked)
            return checked;
    GAUGE_TRY(ExportPlan plan, over({}));
    // The format of a saved export is not known yet.
    if (!m_output || (m_preset && !m_as))
        return {};
    plan.output = *m_output;
    return transfer::checkFormat(plan);
}

Result<void> ExportCommand::checkOutput(const QString &output) const
{
    if (output.isEmpty())
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "--output needs the name of a file, or - for "
                                                "standard output."));
    if (isStandardOutput(output))
        return {};
    QStringList inputs;
    for (const std::optional<QString> &saved : {m_preset, m_rows.view()}) {
        if (saved && QFileInfo(*saved).isFile())
            inputs.append(*saved);
    }
    const Result<QString> target = outputTarget(output, inputs);
    return target ? Result<void>() : fail(target.error());
}

Result<ExportPlan> ExportCommand::over(ExportPlan plan) const
{
    Result<void> taken = takeFormat(plan);
    if (taken)
        taken = takeCells(plan);
    if (taken)
        taken = takeLists(plan);
    if (!taken)
        return fail(std::move(taken.error()));
    plan.manifest = plan.manifest || m_manifest;
    return plan;
}

Result<void> ExportCommand::takeFormat(ExportPlan &plan) const
{
    if (!m_as) {
        if (const transfer::ExportFormat *named = transfer::formatFromFileName(m_output.value_or(QString())))
            plan.format = named;
        return {};
    }
    const transfer::ExportFormat *format = transfer::formatFromName(*m_as);
    if (!format) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "“%1” is not a file format. Possible: %2.")
                        .arg(*m_as, transfer::formatNames().join(QLatin1String(", "))));
    }
    plan.format = format;
    return {};
}

Result<void> ExportCommand::takeCells(ExportPlan &plan) const
{
    if (m_delimiter) {
        GAUGE_TRY(plan.csv.delimiter, readDelimiter(*m_delimiter));
    }
    plan.csv.byteOrderMark = plan.csv.byteOrderMark || m_mark;
    plan.cells.rawFormulas = plan.cells.rawFormulas || m_raw;
    plan.cells.maskPersonal = plan.cells.maskPersonal || m_mask;
    if (m_header == QLatin1String("titles")) {
        plan.cells.header = CellOptions::Header::Titles;
    } else if (m_header == QLatin1String("names")) {
        plan.cells.header = CellOptions::Header::Names;
    } else if (m_header) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "“%1” is not a header. Possible: names, titles.")
                        .arg(*m_header));
    }
    if (plan.format->writesRecords && plan.cells.maskPersonal) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli",
                                        "%1 are the records exactly as received, so personal data "
                                        "cannot be masked in them. Choose --as %2.")
                .arg(plan.format->name(), transfer::formatNames(false).join(QLatin1String(" / --as "))));
    }
    return {};
}

Result<void> ExportCommand::takeLists(ExportPlan &plan) const
{
    if (!m_lists)
        return {};
    if (m_lists == QLatin1String("readable")) {
        plan.lists = Lists::Readable;
    } else if (m_lists == QLatin1String("columns")) {
        plan.lists = Lists::Columns;
    } else if (m_lists == QLatin1String("children")) {
        plan.lists = Lists::Children;
    } else {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "cli", "“%1” is not a way to write lists. Possible: readable, columns, children.")
                        .arg(*m_lists));
    }
    return {};
}

void ExportCommand::tellWhatHasNoEffect(Session &session) const
{
    Console &console = session.console();
    if (!m_plan.format->hasDelimiter) {
        if (m_delimiter)
            console.note(
                QCoreApplication::translate("cli", "Only CSV has a delimiter; --delimiter has no effect."));
        if (m_mark)
            console.note(
                QCoreApplication::translate("cli", "Only CSV has a byte-order mark; --bom has no effect."));
    }
    if (!m_plan.format->writesRecords)
        return;
    const auto wholeRecords = [&](const char *option) {
        console.note(QCoreApplication::translate("cli", "%1 hold whole records; %2 has no effect.")
                         .arg(m_plan.format->name(), QLatin1String(option)));
    };
    if (m_rows.namesColumns())
        wholeRecords("--columns");
    if (m_lists.value_or(QStringLiteral("readable")) != QLatin1String("readable"))
        wholeRecords("--lists");
    if (m_header)
        wholeRecords("--header");
    if (m_raw)
        wholeRecords("--raw-formulas");
}

void ExportCommand::run(Session &session)
{
    if (m_preset) {
        session.then(session.engine().exports().find(*m_preset), Source::Saved,
                     [this, &session](const ExportPreset &preset) { runPreset(session, preset); });
        return;
    }
    withRows(session, m_rows, m_feed, [this, &session](const Rows &rows) {
        ExportPlan plan;
        plan.endpoint = rows.feed;
        plan.query = rows.query;
        exportTo(session, over(std::move(plan)), *m_output);
    });
}

void ExportCommand::runPreset(Session &session, const ExportPreset &preset)
{
    const Result<catalog::Endpoint> feed
        = agreedFeed(session.engine().catalog(), m_feed, preset.feed, preset.name);
    const Result<query::Query> query = m_rows.over(preset.query);
    if (!feed || !query) {
        const bool isFeedSaved = !feed && m_feed.isEmpty();
        session.finish(feed ? query.error() : feed.error(),
                       isFeedSaved ? Source::Saved : Source::Connections);
        return;
    }
    if (saved::isProposal(preset, !m_output)) {
        m_proposal = preset;
        m_proposal->cells.rawFormulas = preset.cells.rawFormulas && !m_raw;
        if (!saved::isProposal(*m_proposal, !m_output))
            m_proposal.reset();
    }
    ExportPlan plan = saved::planOf(preset, *feed, {}, QLocale());
    plan.query = *query;
    if (m_output || !preset.output.isEmpty()) {
        exportTo(session, over(std::move(plan)), m_output.value_or(preset.output));
        return;
    }
    session.finish(
        Error{ErrorKind::Input,
              QCoreApplication::translate("cli", "“%1” does not name a file. Name one with --output.")
                  .arg(preset.name),
              {}},
        Source::Connections);
}

void ExportCommand::exportTo(Session &session, const Result<ExportPlan> &plan, const QString &output)
{
    if (!plan) {
        session.finish(plan.error(), Source::Connections);
        return;
    }
    m_plan = *plan;
    session.withConnection(m_name, [this, &session, output](const Connection &connection) {
        start(session, connection, output);
    });
}

void ExportCommand::start(Session &session, const Connection &connection, const QString &output)
{
    // What was typed is meant as it is.
    const QString file = m_output
        ? output
        : saved::outputPath(
            output, {connection.name, m_plan.endpoint.id, session.engine().clock().now().toLocalTime()});
    if (const Result<void> checked = checkOutput(file); !checked) {
        session.finish(checked.error(), Source::Connections);
        return;
    }
    m_plan.output = isStandardOutput(file) ? file : QDir::current().absoluteFilePath(file);
    if (!m_proposal) {
        begin(session, connection);
        return;
    }
    if (const Result<void> checked = checkProposal(); !checked) {
        session.finish(checked.error(), Source::Connections);
        return;
    }
    session.then(session.engine().exports().agree(*m_proposal), Source::Connections,
                 [this, &session, connection](const ExportPreset &) { begin(session, connection); });
}

Result<void> ExportCommand::checkProposal() const
{
    if (!m_output)
        if (Result<void> usual = transfer::checkProposedOutput(m_plan); !usual)
            return usual;
    if (!m_accepts) {
        const QString advice = m_output
            ? QCoreApplication::translate("cli",
                                          "Nothing was exported. Agree to it once with --accept-preset.")
            : QCoreApplication::translate("cli",
                                          "Nothing was exported. Name a file with --output, or agree to it "
                                          "once with --accept-preset.");
        const QString path = m_output ? QString() : m_plan.output;
        return fail(ErrorKind::Input, saved::proposalText(*m_proposal, path) + QLatin1Char(' ') + advice);
    }
    if (const QString there = m_output ? QString() : transfer::replacedFile(m_plan); !there.isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "%1 exists, and a saved export from elsewhere replaces no "
                                                "file. Nothing was exported. Move it away, or name it with "
                                                "--output.")
                        .arg(QDir::toNativeSeparators(there)));
    }
    return {};
}

void ExportCommand::begin(Session &session, const Connection &connection)
{
    tellWhatHasNoEffect(session);
    m_timer.start();
    transfer::ExportJob *job = session.engine().exportRows(connection, m_plan);
    session.showProgress(job);
    QObject::connect(job, &Job::finished, &session,
                     [this, &session, job, connection] { conclude(session, *job, connection); });
}

void ExportCommand::conclude(Session &session, const transfer::ExportJob &job,
                             const Connection &connection) const
{
    if (job.error()) {
        // A saved column that has vanished is no mistake in the command.
        session.finish(*job.error(), m_preset || m_rows.view() ? Source::File : Source::Lake);
        return;
    }
    if (const QString warnings = job.warnings(); !warnings.isEmpty())
        session.console().note(warnings);
    // The rows are there already; what else is to be told must not be among them.
    if (isStandardOutput(job.output())) {
        session.console().note(
            QCoreApplication::translate("cli", "Rows written: %1").arg(QString::number(job.rows())));
        session.finish(ExitCode::Done);
        return;
    }
    if (session.console().isJson()) {
        JsonLine line;
        line.add("output", job.output()).add("rows", job.rows());
        line.add("seconds", static_cast<double>(m_timer.elapsed()) / 1000.0);
        if (job.shortened() > 0)
            line.add("shortened", job.shortened());
        session.console().print(line);
    } else {
        session.console().print(
            QCoreApplication::translate("cli", "%1 rows are in %2")
                .arg(QString::number(job.rows()), QDir::toNativeSeparators(job.output())));
        const QStringList beside = job.files().mid(1);
        for (const QString &file : beside)
            session.console().print(
                QCoreApplication::translate("cli", "beside it: %1").arg(QDir::toNativeSeparators(file)));
    }
    if (job.rows() == 0)
        session.finishWithNothing(connection, m_plan.endpoint.id, m_plan.query);
    else
        session.finish(ExitCode::Done);
}

} // namespace

CommandEntry command_export()
{
    return {CommandGroup::Main, 70, {makeCommand<ExportCommand>}};
}

} // namespace gauge::cli
