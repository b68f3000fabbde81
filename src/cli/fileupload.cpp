// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fileupload.h"

#include "cli/arguments.h"
#include "cli/confirmation.h"
#include "cli/options.h"
#include "cli/session.h"

#include <QDir>
#include <QFileInfo>

#include <cstring>

namespace gauge::cli {

namespace {

using service::Connection;
using upload::FileFinding;
using upload::FileReport;
using upload::UploadPlan;

constexpr qint64 fastest = 1000; // records a second
constexpr std::size_t findingsShown = 20;

QString translated(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QDir::current().absoluteFilePath(path);
}

QString lineOf(const FileFinding &finding)
{
    const QString kind = finding.severity == upload::Severity::Error
        ? translated(QT_TRANSLATE_NOOP("cli", "error"))
        : translated(QT_TRANSLATE_NOOP("cli", "warning"));
    const QString where = finding.row == 0 && finding.line <= 1
        ? translated(QT_TRANSLATE_NOOP("cli", "header"))
        : translated(QT_TRANSLATE_NOOP("cli", "line %1")).arg(finding.line);
    return where + QStringLiteral(": ") + kind + QStringLiteral(": ") + finding.words;
}

void tell(Console &console, const FileReport &report)
{
    const qint64 all = report.errors + report.warnings;
    const std::size_t shown = std::min(findingsShown, report.findings.size());
    for (std::size_t i = 0; i < shown; ++i)
        console.note(lineOf(report.findings[i]));
    if (all > qint64(shown)) {
        console.note(QCoreApplication::translate("cli", "and %n more; --findings FILE has them", nullptr,
                                                 int(all - qint64(shown))));
    }
}

//! How the file is read.
QString textOf(const upload::CsvDialect &dialect)
{
    return translated(QT_TRANSLATE_NOOP("cli", "Encoding: %1. Separator: %2. Headings: line %3."))
        .arg(upload::encodingName(dialect.encoding), upload::separatorName(dialect.separator),
             QString::number(dialect.headerLine));
}

//! What a person must name, with what each choice makes of the file.
Error questionOf(const upload::DialectGuess &guess, const QString &path)
{
    const QString file = QFileInfo(path).fileName();
    if (guess.encoding.isDamagedUtf8) {
        return {ErrorKind::Input,
                translated(QT_TRANSLATE_NOOP("cli",
                                             "%1 is UTF-8 with damage: line %2 has bytes that are not UTF-8 "
                                             "(“%3”). Nothing was sent. Correct that line, or name another "
                                             "encoding with --encoding."))
                    .arg(file, QString::number(guess.encoding.damagedLine), guess.encoding.damagedCell),
                {}};
    }
    QStringList choices;
    if (!guess.encoding.isCertain) {
        for (const upload::EncodingCandidate &candidate : guess.encoding.candidates)
            choices.append(
                QStringLiteral("%1 (“%2”)").arg(upload::encodingName(candidate.encoding), candidate.sample));
        return {ErrorKind::Input,
                translated(QT_TRANSLATE_NOOP("cli",
                                             "The encoding of %1 is not certain. Nothing was sent. Name it "
                                             "with --encoding. Possible: %2."))
                    .arg(file, choices.join(QStringLiteral(", "))),
                {}};
    }
    for (const upload::SeparatorCandidate &candidate : guess.separator.candidates) {
        choices.append(QStringLiteral("%1 (“%2”)")
                           .arg(upload::separatorName(candidate.separator),
                                candidate.header.join(QStringLiteral("”, “"))));
    }
    return {ErrorKind::Input,
            translated(QT_TRANSLATE_NOOP("cli",
                                         "The separator of %1 is not certain. Nothing was sent. Name it with "
                                         "--separator. Possible, each with the headings that it makes: %2."))
                .arg(file, choices.join(QStringLiteral("; "))),
            {}};
}

//! The contract's keys first.
JsonLine lineOf(const lake::UploadCounts &counts, const QString &results, const upload::CsvDialect &dialect)
{
    JsonLine line;
    line.add("sent", counts.sent())
        .add("accepted", counts.accepted)
        .add("refused", counts.refused)
        .add("skipped", counts.notSent)
        .add("results", results.isEmpty() ? std::nullopt : std::optional(results));
    return line.add("unknown", counts.unknown)
        .add("encoding", upload::encodingName(dialect.encoding))
        .add("separator", upload::separatorName(dialect.separator))
        .add("header_line", dialect.headerLine);
}

} // namespace

void FileUpload::declare(CLI::App &app)
{
    addText(app, "--from", m_from, "FILE.csv", "a record for each row of a CSV file");
    addTexts(app, "--map", m_map, "COLUMN=HEADING",
             "a column under another heading; also '\"constant\"=HEADING', '{Column} {Column}=HEADING', and "
             "'COLUMN=' to leave one out");
    addText(app, "--separator", m_separator, ", ; tab |", "between the cells of a row; default: found out");
    addText(app, "--encoding", m_encoding, "NAME",
            "of the file: utf-8, windows-1252, shift_jis or any other that ICU knows; default: found out");
    addNumber(app, "--header-line", m_headerLine,
              "the line of the file with the headings; default: found out");
    addText(app, "--padding", m_padding, "trim|keep",
            "what to do with blanks around values; default: trim, with a warning");
    addText(app, "--results", m_results, "FILE", "every row with its outcome, a CSV file");
    addText(app, "--refused", m_refused, "FILE",
            "the rows that were refused, to be put right and sent again");
    addText(app, "--findings", m_findings, "FILE", "what the check has found, a CSV file");
    addNumber(app, "--rate", m_rate, "records a second, 1 to 1000; default 20");
    auto *resume
        = app.add_flag("--resume", m_resume, "go on with the upload of this file that was not finished");
    auto *anew
        = app.add_flag("--anew", m_anew, "send every row, although an upload of this file was not finished");
    resume->excludes(anew);
    app.add_flag(
        "--resend-unknown", m_resendUnknown,
        "with --resume: send rows again whose answer never came; the service may have accepted them");
}

Result<void> FileUpload::checkDialect()
{
    if (!m_separator.isEmpty()) {
        const char separator = m_separator == QLatin1String("tab") ? '\t'
            : m_separator.size() == 1                              ? m_separator[0].toLatin1()
                                                                   : '\0';
        if (separator == '\0'
            || std::memchr(upload::csvSeparators, separator, sizeof upload::csvSeparators) == nullptr) {
            return fail(ErrorKind::Input,
                        translated(QT_TRANSLATE_NOOP("cli", "“%1” is not a separator. Possible: , ; tab |."))
                            .arg(m_separator));
        }
        m_dialect.separator = separator;
    }
    if (!m_encoding.isEmpty()) {
        m_dialect.encoding = upload::encodingFromName(m_encoding);
        if (!m_dialect.encoding) {
            return fail(ErrorKind::Input,
                        translated(QT_TRANSLATE_NOOP("cli",
                                                     "“%1” is not an encoding. Possible: %2, and every other "
                                                     "name that ICU knows."))
                            .arg(m_encoding, upload::encodingNames().join(QStringLiteral(", "))));
        }
    }
    if (!m_padding.isEmpty() && m_padding != QLatin1String("trim") && m_padding != QLatin1String("keep")) {
        return fail(
            ErrorKind::Input,
            translated(QT_TRANSLATE_NOOP("cli", "--padding needs trim or keep, not “%1”.")).arg(m_padding));
    }
    m_plan.file.padding = m_padding == QLatin1String("keep") ? upload::Padding::Keep : upload::Padding::Trim;
    if (m_headerLine && *m_headerLine < 1) {
        return fail(ErrorKind::Input,
                    translated(QT_TRANSLATE_NOOP("cli", "--header-line needs a number from 1.")));
    }
    m_dialect.headerLine = m_headerLine;
    return {};
}

Result<void> FileUpload::checkBegin()
{
    if (m_resendUnknown && !m_resume) {
        return fail(ErrorKind::Input,
                    translated(QT_TRANSLATE_NOOP("cli", "--resend-unknown goes with --resume.")));
    }
    if (m_rate && (*m_rate < 1 || *m_rate > fastest)) {
        return fail(ErrorKind::Input,
                    translated(QT_TRANSLATE_NOOP("cli", "--rate needs a number from 1 to 1000.")));
    }
    m_plan.perSecond = static_cast<double>(m_rate.value_or(qint64(m_plan.perSecond)));
    m_plan.resendUnknown = m_resendUnknown;
    m_plan.begin = m_resume ? UploadPlan::Begin::Resume
        : m_anew            ? UploadPlan::Begin::Anew
                            : UploadPlan::Begin::Once;
    return {};
}

Result<void> FileUpload::check()
{
    if (!isAsked()) {
        const bool isAlone = m_map.isEmpty() && m_separator.isEmpty() && m_encoding.isEmpty()
            && m_results.isEmpty() && m_refused.isEmpty() && m_findings.isEmpty() && m_padding.isEmpty()
            && !m_headerLine && !m_rate && !m_resume && !m_anew && !m_resendUnknown;
        return isAlone
            ? Result<void>()
            : fail(ErrorKind::Input,
                   translated(QT_TRANSLATE_NOOP(
                       "cli",
                       "--map, --separator, --encoding, --header-line, --padding, --results, --refused, "
                       "--findings, --rate, --resume, --anew and --resend-unknown go with --from FILE.")));
    }
    if (const Result<void> possible = checkDialect(); !possible)
        return possible;
    if (const Result<void> possible = checkBegin(); !possible)
        return possible;
    m_plan.file.path = absolute(m_from);
    m_plan.results = absolute(m_results);
    m_plan.refused = absolute(m_refused);
    for (const QString &output : {m_plan.results, m_plan.refused, absolute(m_findings)}) {
        if (!output.isEmpty() && QDir::cleanPath(output) == QDir::cleanPath(m_plan.file.path)) {
            return fail(ErrorKind::Input,
                        translated(QT_TRANSLATE_NOOP("cli", "%1 is the file that is sent; name another one."))
                            .arg(output));
        }
    }
    return {};
}

void FileUpload::run(Session &session, const Connection &connection,
                     const upload::Configuration &configuration, const FileUploadChoices &choices)
{
    m_choices = choices;
    m_plan.asJson = choices.asJson;
    m_plan.file.configuration = configuration;
    m_plan.file.strictness = choices.strictness;
    auto *job = session.engine().fileUploads().look(m_plan.file.path, m_dialect, 0);
    session.then(job, Source::Connections, [this, &session, connection](const engine::FileLook &look) {
        plan(session, connection, look);
    });
}

void FileUpload::plan(Session &session, const Connection &connection, const engine::FileLook &look)
{
    // The command is right; what is missing is a person's decision.
    if (!look.guess.isCertain()) {
        session.finish(questionOf(look.guess, m_plan.file.path), ExitCode::Failed);
        return;
    }
    m_plan.file.dialect = look.guess.dialect;
    if (!session.console().isJson())
        session.console().print(textOf(m_plan.file.dialect));
    const auto mapping = upload::parseMapping(m_map, look.preview.columns, look.preview.header);
    if (!mapping) {
        session.finish(mapping.error(), Source::Connections);
        return;
    }
    m_plan.file.mapping = *mapping;
    checkFile(session, connection);
}

void FileUpload::checkFile(Session &session, const Connection &connection)
{
    auto *job = session.engine().fileUploads().check(m_plan.file);
    session.then(job, Source::Connections, [this, &session, connection](const FileReport &report) {
        if (m_findings.isEmpty()) {
            judge(session, connection, report);
            return;
        }
        auto *saving = session.engine().fileUploads().saveFindings(report, absolute(m_findings));
        session.then(saving, Source::Connections,
                     [this, &session, connection, report](bool) { judge(session, connection, report); });
    });
}

//! Whether what was found lets the file be sent.
void FileUpload::judge(Session &session, const Connection &connection, const FileReport &report)
{
    Console &console = session.console();
    if (report.isRefused()) {
        session.finish(upload::refusalOf(report), Source::Connections);
        return;
    }
    tell(console, report);
    if (m_choices.dryRun) {
        if (console.isJson()) {
            console.print(lineOf({0, 0, 0, report.rows}, {}, m_plan.file.dialect)
                              .add("rows", report.rows)
                              .add("rejected", report.rejected)
                              .add("errors", report.errors)
                              .add("warnings", report.warnings));
        } else {
            console.print(
                translated(QT_TRANSLATE_NOOP("cli", "%1 rows, %2 of them with errors; nothing was sent"))
                    .arg(QString::number(report.rows), QString::number(report.rejected)));
        }
        session.finish(report.rejected > 0 ? ExitCode::Partly : ExitCode::Done);
        return;
    }
    const catalog::RecordType *type = catalog::findRecordType(m_plan.file.configuration.recordType);
    if (type != nullptr && type->mailsCustomers) {
        const QString words = QCoreApplication::translate("catalog", type->warning) + QLatin1Char(' ')
            + QCoreApplication::translate("cli", "This file has %n rows to send.", nullptr,
                                          int(report.rows - report.rejected));
        if (const Result<void> allowed = confirm(words, m_choices.mayMail); !allowed) {
            session.finish(allowed.error(), Source::Connections);
            return;
        }
    }
    m_plan.checkedSha256 = report.sha256;
    send(session, connection);
}

void FileUpload::send(Session &session, const Connection &connection)
{
    upload::UploadJob *job = session.engine().fileUploads().send(connection, m_plan);
    session.showProgress(job);
    QObject::connect(job, &Job::finished, &session, [this, &session, job] { conclude(session, *job); });
}

//! Also when it was stopped: what became of the rows must be told.
void FileUpload::conclude(Session &session, const upload::UploadJob &job) const
{
    Console &console = session.console();
    const lake::UploadCounts &counts = job.counts();
    if (job.uploadId() != 0) {
        const QString results = job.writtenFile() == m_plan.results ? m_plan.results : QString();
        if (console.isJson())
            console.print(lineOf(counts, results, m_plan.file.dialect));
        else
            console.print(job.summary());
        if (const QString advice = job.advice(); !advice.isEmpty())
            console.note(advice);
    }
    if (job.error()) {
        session.finish(*job.error(), Source::Service);
        return;
    }
    session.finish(counts.accepted == counts.total() ? ExitCode::Done : ExitCode::Partly);
}

} // namespace gauge::cli
