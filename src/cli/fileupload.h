// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/console.h"
#include "engine/fileuploads.h"
#include "upload/form/configuration.h"
#include "upload/form/recordcheck.h"
#include "upload/form/request.h"
#include "upload/form/send.h"

namespace gauge::cli {

class Console;
class Session;

//! What `upload` was told that matters to files, too.
struct FileUploadChoices
{
    upload::Strictness strictness = upload::Strictness::Usual;
    bool mayMail = false; //!< --yes
    bool dryRun = false;
    bool asJson = false;
};

//! The part of `upload` that sends a file.
class FileUpload
{
public:
    void declare(CLI::App &app);
    //! --from was given.
    [[nodiscard]] bool isAsked() const { return !m_from.isEmpty(); }
    //! Looks at the options. Input errors, also for those that mean nothing without --from.
    [[nodiscard]] Result<void> check();
    [[nodiscard]] QStringList outputs() const; //!< see Command::outputs()
    //! Checks the file, sends it and ends the session.
    void run(Session &session, const service::Connection &connection,
             const upload::Configuration &configuration, const FileUploadChoices &choices);

private:
    [[nodiscard]] Result<void> checkDialect();
    [[nodiscard]] Result<void> checkBegin();
    [[nodiscard]] Result<void> checkOutputs();
    void plan(Session &session, const service::Connection &connection, const engine::FileLook &look);
    void checkFile(Session &session, const service::Connection &connection);
    using Earlier = std::optional<upload::Resumption>;
    void judge(Session &session, const service::Connection &connection, const upload::FileReport &report);
    void decide(Session &session, const service::Connection &connection, const upload::FileReport &report,
                const Earlier &earlier);
    [[nodiscard]] Result<qint64> rowsToSend(Console &console, const upload::FileReport &report,
                                            const Earlier &earlier) const;
    [[nodiscard]] bool isStrict() const;
    void send(Session &session, const service::Connection &connection);
    void conclude(Session &session, const upload::UploadJob &job) const;

    QString m_from;
    QStringList m_map;
    QStringList m_dates;
    QString m_separator;
    QString m_encoding;
    QString m_padding;
    std::optional<QString> m_results;
    std::optional<QString> m_refused;
    std::optional<QString> m_findings;
    std::optional<qint64> m_headerLine;
    std::optional<qint64> m_rate;
    bool m_resume = false;
    bool m_anew = false;
    bool m_resendUnknown = false;
    upload::KnownDialect m_dialect;
    FileUploadChoices m_choices;
    upload::UploadPlan m_plan;
};

// What `upload` prints.

//! `Heading=value` as a field. Input error without a heading.
[[nodiscard]] Result<upload::FormValue> readField(const QString &text);

//! Tells \a findings on standard error; those that are errors come back as one.
[[nodiscard]] Result<void> tell(Console &console, const std::vector<upload::RecordFinding> &findings);

//! Whether the line of an outcome tells the record's number.
enum class Numbered { No, Yes };

//! Prints what became of one record and says how the program ends.
[[nodiscard]] ExitCode tell(Console &console, const upload::SendOutcome &outcome, Numbered numbered);

void print(Console &console, const upload::Preview &preview);

} // namespace gauge::cli
