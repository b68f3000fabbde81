// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/fileupload.h"
#include "cli/options.h"
#include "cli/prompt.h"
#include "cli/session.h"

namespace gauge::cli {

namespace {

using service::Connection;
using upload::Configuration;

//! `upload`
class UploadCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;

    [[nodiscard]] QStringList outputs() const override { return m_file.outputs(); }

    void run(Session &session) override
    {
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            if (isResponse())
                withKeys(session, connection);
            else
                withConfiguration(session, connection);
        });
    }

private:
    [[nodiscard]] bool isResponse() const { return m_kind == QLatin1String("response"); }
    [[nodiscard]] upload::Strictness strictness() const
    {
        return m_strict ? upload::Strictness::Strict : upload::Strictness::Usual;
    }
    [[nodiscard]] engine::ReadBackOptions afterwards() const
    {
        return m_readBack ? engine::ReadBackOptions::ReadBack : engine::ReadBackOptions::Nothing;
    }
    Result<void> readFields(const QStringList &texts);
    Result<void> checkResponse();

    void withConfiguration(Session &session, const Connection &connection);
    [[nodiscard]] Result<Configuration> chosen(const Result<Configuration> &saved) const;
    void sendRecord(Session &session, const Connection &connection, const Configuration &configuration);
    void withKeys(Session &session, const Connection &connection);
    void sendResponse(Session &session, const Connection &connection, const upload::ResponseKeys &keys);
    void conclude(Session &session, AsyncJob<upload::SendOutcome> *job, Numbered numbered) const;

    QString m_name;
    QString m_kind;
    QString m_reference;
    std::optional<QString> m_type;
    QStringList m_record;
    QStringList m_field;
    QString m_answer = QStringLiteral("json");
    bool m_strict = false;
    bool m_yes = false;
    bool m_dryRun = false;
    bool m_readBack = false;
    bool m_jsonBody = false;
    FileUpload m_file;
    upload::FormRecord m_fields;
};

CLI::App *UploadCommand::declare(CLI::App &parent, const catalog::Catalog &)
{
    CLI::App *app
        = parent.add_subcommand("upload", "send one record, a file of records or one survey response");
    addName(*app, m_name);
    addText(*app, "KIND", m_kind, "", "activities (any record, see --type) or response")->required();
    addText(*app, "--configuration", m_reference, "REF",
            "reference or name of the import configuration (CustomerGauge: Data, Imports, Configurations)");
    addText(*app, "--type", m_type, "TYPE",
            "what the records are: " + catalog::recordTypeIds().join(QStringLiteral(", ")).toStdString()
                + "; default that of the saved configuration, else activities");
    addTexts(*app, "--record", m_record, "HEADING=VALUE", "a field of the record; given again, another one");
    addTexts(*app, "--field", m_field, "KEY=VALUE", "a field of the response; given again, another one");
    addText(*app, "--answer", m_answer, "json|xml", "in which form the service answers about a response");
    app->add_flag("--strict", m_strict, "a heading that is not in the saved configuration is an error");
    app->add_flag("--yes", m_yes, "send what can mail customers without asking");
    app->add_flag("--dry-run", m_dryRun, "check and print the request; nothing is sent");
    app->add_flag("--read-back", m_readBack,
                  "look the accepted response up and name the fields that did not arrive");
    app->add_flag("--json-body", m_jsonBody,
                  "send the record as JSON, which CustomerGauge does not document");
    m_file.declare(*app);
    app->footer(R"(Examples:
  gaugedesk-cli upload ACME activities --configuration activities \
      --record 'Account Name=Example' --record Reference=A-1 --record Source=CRM --record Type=Call
  gaugedesk-cli upload ACME activities --configuration contact --type contacts --record Email=a@example.com
  gaugedesk-cli upload ACME activities --configuration activities --from calls.csv --dry-run
  gaugedesk-cli upload ACME activities --configuration activities --from calls.csv \
      --map 'Customer=Account Name' --map '"CRM"=Source' --results results.csv
  gaugedesk-cli upload ACME activities --configuration activities --from calls.csv --resume --results results.csv
  gaugedesk-cli upload ACME response --field Email=a@example.com --field NetPromoterScore=9 \
      --field 'SurveyCompletedDate=2026-01-31 12:00:00'

Headings count upper and lower case. Activities, accounts, contacts and aliases are created or updated by
their key, so one whose answer is lost is sent again, a few times. Every other record is sent once; what became
of it when no answer came is unknown, and is for a person to find out. Exit codes: 0 accepted, 2 refused by the checks here (nothing was
sent), 3 credentials refused, 4 not reached or no answer, 5 refused by the service.

A file is checked whole before its first row is sent. Rows with errors are not sent, the others are; what
became of each is kept, and no accepted row is sent twice, whenever the upload ends: --resume continues it. It also
takes a file whose rows were corrected, moved, added or removed since, and sends those that were not accepted.
Rows that were sent and got no answer are unknown; look them up before --resend-unknown. --refused gets the rows
that the check or the service refused; without any there is no such file. Exit code 1: the file cannot be sent as
it is, 5: some rows were not accepted.)");
    return app;
}

Result<void> UploadCommand::readFields(const QStringList &texts)
{
    for (const QString &text : texts) {
        GAUGE_TRY(upload::FormValue field, readField(text));
        m_fields.push_back(std::move(field));
    }
    return {};
}

Result<void> UploadCommand::checkResponse()
{
    if (m_answer != QLatin1String("json") && m_answer != QLatin1String("xml")) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "“%1” is not an answer. Possible: json, xml.").arg(m_answer));
    }
    if (m_field.isEmpty() || !m_record.isEmpty() || !m_reference.isEmpty() || m_type || m_file.isAsked()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "cli",
                        "A response needs --field KEY=VALUE, and takes no --record, --configuration or "
                        "--type."));
    }
    return readFields(m_field);
}

Result<void> UploadCommand::check(const catalog::Catalog &)
{
    GAUGE_CHECK(m_file.check());
    if (isResponse())
        return checkResponse();
    if (m_kind != QLatin1String("activities")) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "“%1” cannot be uploaded. Possible: activities (with --type "
                                                "for other records), response.")
                        .arg(m_kind));
    }
    if (m_type && catalog::findRecordType(*m_type) == nullptr) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "There is no record type “%1”. There are: %2.")
                        .arg(*m_type, catalog::recordTypeIds().join(QStringLiteral(", "))));
    }
    if (m_reference.isEmpty() || m_record.isEmpty() != m_file.isAsked() || !m_field.isEmpty()
        || (m_readBack && m_file.isAsked())) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "cli",
                        "A record needs --configuration REF and --record HEADING=VALUE, or --from FILE, and "
                        "takes no --field. --read-back goes with --record."));
    }
    return readFields(m_record);
}

//! The saved configuration, or one made of what the type is known to have.
Result<Configuration> UploadCommand::chosen(const Result<Configuration> &saved) const
{
    if (!saved && saved.error().kind != ErrorKind::NotFound)
        return saved;
    const bool same = saved && (!m_type || saved->recordType == *m_type);
    if (same)
        return saved;
    if (saved && !saved->isBuiltIn()) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "The configuration “%1” is saved with the type %2, not %3.")
                .arg(saved->name, saved->recordType, *m_type));
    }
    const catalog::RecordType *type = catalog::findRecordType(m_type.value_or(QStringLiteral("activities")));
    Configuration configuration = upload::configurationFor(*type);
    configuration.reference = m_reference;
    return configuration;
}

void UploadCommand::withConfiguration(Session &session, const Connection &connection)
{
    auto *job = session.engine().uploads().findConfiguration(m_reference);
    QObject::connect(job, &Job::finished, &session, [this, &session, connection, job] {
        const Result<Configuration> configuration
            = chosen(job->error() ? Result<Configuration>(fail(*job->error())) : job->result());
        if (!configuration) {
            session.finish(configuration.error(), Source::Connections);
        } else if (m_file.isAsked()) {
            m_file.run(session, connection, *configuration, {strictness(), m_yes, m_dryRun, m_jsonBody});
        } else {
            sendRecord(session, connection, *configuration);
        }
    });
}

void UploadCommand::sendRecord(Session &session, const Connection &connection,
                               const Configuration &configuration)
{
    engine::RecordUpload what;
    what.configuration = configuration;
    what.record = upload::withDefaults(configuration, m_fields);
    what.form = m_jsonBody ? upload::RecordForm::JsonBody : upload::RecordForm::Parameters;
    what.afterwards = afterwards();
    Result<void> ready
        = tell(session.console(), upload::checkRecord(configuration, what.record, strictness()));
    if (ready && m_dryRun) {
        print(session.console(),
              upload::preview(
                  upload::recordRequest(connection, configuration.reference, what.record, what.form),
                  upload::SecretName::Token));
        session.finish(ExitCode::Done);
        return;
    }
    const catalog::RecordType *type = catalog::findRecordType(configuration.recordType);
    if (ready && type != nullptr && type->mailsCustomers)
        ready = confirm(QCoreApplication::translate("catalog", type->warning), m_yes);
    if (ready)
        conclude(session, session.engine().uploads().send(connection, what), Numbered::No);
    else
        session.finish(ready.error(), Source::Connections);
}

void UploadCommand::withKeys(Session &session, const Connection &connection)
{
    session.then(session.engine().uploads().responseKeys(connection), Source::Connections,
                 [this, &session, connection](const upload::ResponseKeys &keys) {
                     sendResponse(session, connection, keys);
                 });
}

void UploadCommand::sendResponse(Session &session, const Connection &connection,
                                 const upload::ResponseKeys &keys)
{
    engine::ResponseToSend what;
    what.keys = keys;
    what.fields = m_fields;
    what.format = m_answer == QLatin1String("xml") ? upload::AnswerFormat::Xml : upload::AnswerFormat::Json;
    what.afterwards = afterwards();
    const Result<void> ready = tell(session.console(), upload::checkResponse(keys, m_fields, strictness()));
    if (!ready) {
        session.finish(ready.error(), Source::Connections);
    } else if (m_dryRun) {
        print(session.console(),
              upload::preview(upload::responseRequest(connection, m_fields, what.format),
                              upload::SecretName::ApiKey));
        session.finish(ExitCode::Done);
    } else {
        conclude(session, session.engine().uploads().send(connection, what), Numbered::Yes);
    }
}

//! Also after Ctrl+C: what became of a record must be told.
void UploadCommand::conclude(Session &session, AsyncJob<upload::SendOutcome> *job, Numbered numbered) const
{
    QObject::connect(job, &Job::finished, &session, [&session, job, numbered] {
        if (job->error())
            session.finish(*job->error(), Source::Service);
        else
            session.finish(tell(session.console(), job->result(), numbered));
    });
}

} // namespace

CommandEntry command_upload()
{
    return {CommandGroup::Main, 110, {makeCommand<UploadCommand>}};
}

} // namespace gauge::cli
