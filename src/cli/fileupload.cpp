// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fileupload.h"

#include "cli/options.h"
#include "cli/prompt.h"
#include "cli/session.h"
#include "upload/form/send.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <cstring>

namespace gauge::cli {

namespace {

using service::Connection;
using upload::FileFinding;
using upload::FileReport;
using upload::UploadPlan;

constexpr qint64 fastest = 1000; // records a second
constexpr std::size_t findingsShown = 20;

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QDir::current().absoluteFilePath(path);
}

QString lineOf(const FileFinding &finding)
{
    const QString kind = finding.severity == upload::Severity::Error
        ? QCoreApplication::translate("cli", "error")
        : QCoreApplication::translate("cli", "warning");
    const QString where = finding.row == 0 && finding.line <= 1
        ? QCoreApplication::translate("cli", "header")
        : QCoreApplication::translate("cli", "line %1").arg(finding.line);
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
    return QCoreApplication::translate("cli", "Encoding: %1. Separator: %2. Headings: line %3.")
        .arg(upload::encodingName(dialect.encoding), upload::separatorName(dialect.separator),
             QString::number(dialect.headerLine));
}

//! What a person must name, with what each choice makes of the file.
Error questionOf(const upload::DialectGuess &guess, const QString &path)
{
    const QString file = QFileInfo(path).fileName();
    if (guess.encoding.isDamagedUtf8) {
        return {ErrorKind::Input,
                QCoreApplication::translate("cli",
                                            "%1 is UTF-8 with damage: line %2 has bytes that are not UTF-8 "
                                            "(“%3”). Nothing was sent. Correct that line, or name another "
                                            "encoding with --encoding.")
                    .arg(file, QString::number(guess.encoding.damagedLine), guess.encoding.damagedCell),
                {}};
    }
    QStringList choices;
    if (!guess.encoding.isCertain) {
        for (const upload::EncodingCandidate &candidate : guess.encoding.candidates)
            choices.append(
                QStringLiteral("%1 (“%2”)").arg(upload::encodingName(candidate.encoding), candidate.sample));
        return {ErrorKind::Input,
                QCoreApplication::translate("cli",
                                            "The encoding of %1 is not certain. Nothing was sent. Name it "
                                            "with --encoding. Possible: %2.")
                    .arg(file, choices.join(QStringLiteral(", "))),
                {}};
    }
    for (const upload::SeparatorCandidate &candidate : guess.separator.candidates) {
        choices.append(QStringLiteral("%1 (“%2”)")
                           .arg(upload::separatorName(candidate.separator),
                                candidate.header.join(QStringLiteral("”, “"))));
    }
    return {ErrorKind::Input,
            QCoreApplication::translate("cli",
                                        "The separator of %1 is not certain. Nothing was sent. Name it with "
                                        "--separator. Possible, each with the headings that it makes: %2.")
                .arg(file, choices.join(QStringLiteral("; "))),
            {}};
}

//! The options that each say how the dates of a heading are written, with what they make of one.
QString dateChoices(const FileReport &report)
{
    QStringList choices;
    for (const upload::DateColumn &column : report.dates) {
        if (column.format)
            continue;
        for (const upload::DateFormat format : column.possible) {
            choices.append(QStringLiteral("--dates \"%1=%2\" (%3)")
                               .arg(column.heading, upload::dateFormatName(format), column.example(format)));
        }
    }
    return choices.join(QStringLiteral(", "));
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
    addTexts(app, "--dates", m_dates, "HEADING=FORMAT",
             "how the file writes the dates under a heading: dmy, mdy, ymd, excel, excel1904, or as-written, "
             "which converts nothing");
    addText(app, "--results", m_results, "FILE", "every row with its outcome, a CSV file");
    addText(app, "--refused", m_refused, "FILE",
            "the rows that were refused, to be corrected and sent again");
    addText(app, "--findings", m_findings, "FILE", "what the check has found, a CSV file");
    addNumber(app, "--rate", m_rate, "records a second, 1 to 1000; default 20");
    auto *resume = app.add_flag("--resume", m_resume,
                                "send the rows of this file that were not sent or are corrected; those that "
                                "were accepted are recognised by their contents");
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
                        QCoreApplication::translate("cli", "“%1” is not a separator. Possible: , ; tab |.")
                            .arg(m_separator));
        }
        m_dialect.separator = separator;
    }
    if (!m_encoding.isEmpty()) {
        m_dialect.encoding = upload::encodingFromName(m_encoding);
        if (!m_dialect.encoding) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate("cli",
                                                    "“%1” is not an encoding. Possible: %2, and every other "
                                                    "name that ICU knows.")
                            .arg(m_encoding, upload::encodingNames().join(QStringLiteral(", "))));
        }
    }
    if (!m_padding.isEmpty() && m_padding != QLatin1String("trim") && m_padding != QLatin1String("keep")) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "--padding needs trim or keep, not “%1”.").arg(m_padding));
    }
    m_plan.file.padding = m_padding == QLatin1String("keep") ? upload::Padding::Keep : upload::Padding::Trim;
    if (m_headerLine && *m_headerLine < 1) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "--header-line needs a number from 1."));
    }
    m_dialect.headerLine = m_headerLine;
    return {};
}

Result<void> FileUpload::checkBegin()
{
    if (m_resendUnknown && !m_resume) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "--resend-unknown goes with --resume."));
    }
    if (m_rate && (*m_rate < 1 || *m_rate > fastest)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "--rate needs a number from 1 to 1000."));
    }
    m_plan.perSecond = static_cast<double>(m_rate.value_or(qint64(m_plan.perSecond)));
    m_plan.resendUnknown = m_resendUnknown;
    m_plan.begin = m_resume ? UploadPlan::Begin::Resume
        : m_anew            ? UploadPlan::Begin::Restart
                            : UploadPlan::Begin::Once;
    return {};
}

Result<void> FileUpload::check()
{
    if (!isAsked()) {
        const bool isAlone = m_map.isEmpty() && m_separator.isEmpty() && m_encoding.isEmpty() && !m_results
            && !m_refused && !m_findings && m_padding.isEmpty() && m_dates.isEmpty() && !m_headerLine
            && !m_rate && !m_resume && !m_anew && !m_resendUnknown;
        return isAlone
            ? Result<void>()
            : fail(ErrorKind::Input,
                   QCoreApplication::translate(
                       "cli",
                       "--map, --separator, --encoding, --header-line, --padding, --dates, --results, "
                       "--refused, --findings, --rate, --resume, --anew and --resend-unknown go with --from "
                       "FILE."));
    }
    GAUGE_CHECK(checkDialect());
    GAUGE_CHECK(checkBegin());
    m_plan.file.path = absolute(m_from);
    if (QFileInfo(m_plan.file.path).isDir()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "%1 is a folder. Name a CSV file in it.").arg(m_from));
    }
    return checkOutputs();
}

Result<void> FileUpload::checkOutputs()
{
    QStringList taken{m_plan.file.path};
    const auto read = [&taken](const char *option, std::optional<QString> &file) -> Result<void> {
        if (!file)
            return {};
        GAUGE_TRY(const QString output, readOutput(option, *file, OutputContent::csv(), taken));
        taken.append(output);
        file = output;
        return {};
    };
    Result<void> possible = read("--results", m_results);
    if (possible)
        possible = read("--refused", m_refused);
    if (possible)
        possible = read("--findings", m_findings);
    m_plan.results = m_results.value_or(QString());
    m_plan.refused = m_refused.value_or(QString());
    return possible;
}

QStringList FileUpload::outputs() const
{
    QStringList outputs;
    for (const std::optional<QString> &file : {m_results, m_refused, m_findings}) {
        if (file)
            outputs.append(*file);
    }
    return outputs;
}

void FileUpload::run(Session &session, const Connection &connection,
                     const upload::Configuration &configuration, const FileUploadChoices &choices)
{
    m_choices = choices;
    m_plan.asJson = choices.asJson;
    m_plan.file.configuration = configuration;
    m_plan.file.strictness = choices.strictness;
    auto *job = session.engine().fileUploads().look(m_plan.file.path, m_dialect, 0);
    session.then(job, Source::File, [this, &session, connection](const engine::FileLook &look) {
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
    const auto mapping
        = upload::parseMapping(m_map, look.preview.columns, look.preview.header, m_plan.file.configuration);
    if (!mapping) {
        session.finish(mapping.error(), Source::Connections);
        return;
    }
    m_plan.file.mapping = *mapping;
    const auto dates = upload::parseDateFormats(m_dates, upload::dateHeadings(m_plan.file));
    if (!dates) {
        session.finish(dates.error(), Source::Connections);
        return;
    }
    m_plan.file.dates = *dates;
    checkFile(session, connection);
}

void FileUpload::checkFile(Session &session, const Connection &connection)
{
    auto *job = session.engine().fileUploads().check(m_plan.file);
    session.then(job, Source::File, [this, &session, connection](const FileReport &report) {
        if (!m_findings) {
            judge(session, connection, report);
            return;
        }
        auto *saving = session.engine().fileUploads().saveFindings(report, *m_findings);
        session.then(saving, Source::Connections,
                     [this, &session, connection, report](bool) { judge(session, connection, report); });
    });
}

//! Whether what was found lets the file be sent.
void FileUpload::judge(Session &session, const Connection &connection, const FileReport &report)
{
    Console &console = session.console();
    if (report.isRefused()) {
        Error refusal = upload::rejectionError(report);
        if (const QString choices = dateChoices(report); !choices.isEmpty())
            refusal.text += QLatin1Char(' ')
                + QCoreApplication::translate("cli", "Dates are converted with one of these: %1.")
                      .arg(choices);
        session.finish(refusal, Source::File);
        return;
    }
    tell(console, report);
    // One that may be sent again is not looked for, unless it is to be resumed.
    if (m_anew || !(m_resume || isStrict())) {
        decide(session, connection, report, {});
        return;
    }
    auto *job = session.engine().fileUploads().earlier(connection, m_plan.file, report);
    session.then(job, Source::Connections, [this, &session, connection, report](const Earlier &earlier) {
        decide(session, connection, report, earlier);
    });
}

//! A record that is sent twice may be there twice, or mail a customer twice.
bool FileUpload::isStrict() const
{
    return !catalog::isUpdatedByKey(m_plan.file.configuration.recordType);
}

//! How many rows go, which is said; an error: the upload cannot be resumed.
Result<qint64> FileUpload::rowsToSend(Console &console, const FileReport &report,
                                      const Earlier &earlier) const
{
    const qint64 all = report.rows - report.rejected;
    if (m_resume && !earlier) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "There is nothing to resume: no row of %1 was sent to “%2” "
                                                "before. Nothing was sent now. Send it without --resume.")
                        .arg(m_from, m_plan.file.configuration.reference));
    }
    if (!earlier)
        return all;
    const lake::UploadCounts &counts = earlier->counts;
    const QString when = QLocale().toString(earlier->upload.started.toLocalTime(), QLocale::ShortFormat);
    if (!m_resume) {
        if (counts.accepted > 0) {
            console.note(
                QCoreApplication::translate("cli",
                                            "warning: the upload of %1 sent rows of this file that were "
                                            "accepted: %2. They are sent again; --resume leaves them "
                                            "out.")
                    .arg(when, QString::number(counts.accepted)));
        }
        return all;
    }
    if (earlier->obstacle)
        return fail(*earlier->obstacle);
    const qint64 left = earlier->toSend + (m_resendUnknown ? counts.unknown : 0);
    console.note(QCoreApplication::translate("cli", "Resuming the upload of “%1” of %2.%3")
                     .arg(earlier->upload.file, when,
                          earlier->isChanged ? QCoreApplication::translate(
                              "cli", " The file was changed; its rows are recognised by their contents.")
                                             : QString()));
    console.note(
        QCoreApplication::translate("cli",
                                    "Accepted before and not sent again: %1. Refused and not corrected: %2. "
                                    "Unknown: %3. To send now: %4.")
            .arg(QString::number(counts.accepted), QString::number(counts.refused),
                 QString::number(counts.unknown), QString::number(left)));
    return left;
}

//! What is known of the file and its earlier upload lets it be sent, or not.
void FileUpload::decide(Session &session, const Connection &connection, const FileReport &report,
                        const Earlier &earlier)
{
    Console &console = session.console();
    const Result<qint64> rows = rowsToSend(console, report, earlier);
    if (!rows) { // the command is right, but not for this file
        session.finish(rows.error(), Source::File);
        return;
    }
    if (m_choices.dryRun) {
        if (console.isJson()) {
            console.print(lineOf({0, 0, 0, report.rows}, {}, m_plan.file.dialect)
                              .add("rows", report.rows)
                              .add("rejected", report.rejected)
                              .add("errors", report.errors)
                              .add("warnings", report.warnings));
        } else {
            console.print(
                QCoreApplication::translate("cli", "%1 rows, %2 of them with errors; nothing was sent")
                    .arg(QString::number(report.rows), QString::number(report.rejected)));
        }
        session.finish(report.rejected > 0 ? ExitCode::Partly : ExitCode::Done);
        return;
    }
    const catalog::RecordType *type = catalog::findRecordType(m_plan.file.configuration.recordType);
    if (type != nullptr && type->mailsCustomers && *rows > 0) {
        const QString words = QCoreApplication::translate("catalog", type->warning) + QLatin1Char(' ')
            + QCoreApplication::translate("cli", "This file has %n rows to send.", nullptr, int(*rows));
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
            console.print(lineOf(counts, results, m_plan.file.dialect).add("sent_before", job.sentBefore()));
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

using upload::SendOutcome;

namespace {

std::string listOf(const std::vector<upload::FieldError> &errors)
{
    std::string list = "[";
    for (const upload::FieldError &each : errors) {
        if (list.size() > 1)
            list += ',';
        list += JsonLine().add("heading", each.heading).add("message", each.words).text();
    }
    return list + ']';
}

JsonLine lineOf(const SendOutcome &outcome, Numbered numbered)
{
    using State = SendOutcome::State;
    const auto count = [&outcome](State state) { return qint64(outcome.state == state ? 1 : 0); };
    JsonLine line;
    line.add("sent", 1 - count(State::NotSent))
        .add("accepted", count(State::Accepted))
        .add("refused", count(State::Refused))
        .add("skipped", count(State::NotSent))
        .addNull("results");
    if (numbered == Numbered::Yes) {
        bool isNumber = false;
        const qint64 number = outcome.number.toLongLong(&isNumber);
        if (isNumber)
            line.add("number_customergauge", number);
        else if (outcome.number.isEmpty())
            line.addNull("number_customergauge");
        else
            line.add("number_customergauge", outcome.number);
    }
    line.add("unknown", count(State::Unknown)).add("state", upload::stateName(outcome.state));
    if (!outcome.errors.empty())
        line.addJson("errors", listOf(outcome.errors));
    if (outcome.readBack)
        line.add("found", outcome.readBack->found).add("lost", outcome.readBack->lost);
    return line;
}

ExitCode codeOf(const SendOutcome &outcome)
{
    switch (outcome.state) {
    case SendOutcome::State::Accepted:
        return ExitCode::Done;
    case SendOutcome::State::Refused:
        return ExitCode::Partly;
    case SendOutcome::State::Unknown:
        return ExitCode::Unreachable;
    case SendOutcome::State::NotSent:
        break;
    }
    return outcome.error ? exitCodeOf(outcome.error->kind, Source::Service) : ExitCode::Failed;
}

} // namespace

Result<upload::FormValue> readField(const QString &text)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals > 0)
        return upload::FormValue{text.left(equals), text.mid(equals + 1)};
    return fail(ErrorKind::Input,
                QCoreApplication::translate(
                    "cli", "A field has no =, and is not repeated here. Write HEADING=VALUE."));
}

Result<void> tell(Console &console, const std::vector<upload::RecordFinding> &findings)
{
    QStringList errors;
    for (const upload::RecordFinding &finding : findings) {
        if (finding.severity == upload::Severity::Error)
            errors.append(finding.words);
        else
            console.note(QCoreApplication::translate("cli", "warning: %1").arg(finding.words));
    }
    if (errors.isEmpty())
        return {};
    errors.append(QCoreApplication::translate("cli", "Nothing was sent."));
    return fail(ErrorKind::Input, errors.join(QLatin1Char('\n')));
}

ExitCode tell(Console &console, const SendOutcome &outcome, Numbered numbered)
{
    if (console.isJson()) {
        console.print(lineOf(outcome, numbered));
    } else if (outcome.state == SendOutcome::State::Accepted) {
        console.print(upload::acceptedText(outcome));
    }
    if (outcome.error) {
        Error error = upload::problemOf(outcome);
        for (const upload::FieldError &each : outcome.errors)
            error.text += QLatin1Char(' ') + each.heading + QStringLiteral(": ") + each.words;
        console.error(error);
    }
    if (outcome.readBack)
        console.note(upload::readBackText(*outcome.readBack));
    return codeOf(outcome);
}

void print(Console &console, const upload::Preview &preview)
{
    if (!console.isJson()) {
        console.print(preview.curl);
        return;
    }
    console.print(JsonLine()
                      .add("method", QString::fromLatin1(preview.method))
                      .add("url", preview.url)
                      .add("headers", preview.headers)
                      .add("body", preview.body)
                      .add("curl", preview.curl));
}

} // namespace gauge::cli
