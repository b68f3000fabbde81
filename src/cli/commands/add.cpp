// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"
#include "cli/command.h"
#include "cli/commandoutput.h"
#include "cli/options.h"
#include "cli/prompt.h"
#include "cli/session.h"

namespace gauge::cli {

namespace {

using service::Connection;
using service::Region;
using service::SecretPlace;

//! `connection add`
class AddCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;
    void run(Session &session) override;

private:
    Result<void> checkPlace();

    Connection m_connection;
    QString m_region;
    QString m_authUrl;
    QString m_apiUrl;
    QString m_importsUrl;
    bool m_secretFromInput = false;
    bool m_apiKeyFromInput = false;
    bool m_noKeychain = false;
    bool m_sample = false;
    std::optional<qint64> m_recheck;
};

CLI::App *AddCommand::declare(CLI::App &parent, const catalog::Catalog &)
{
    CLI::App *app = parent.add_subcommand("add", "save a connection to a CustomerGauge system");
    addName(*app, m_connection.name);
    auto *region = addText(*app, "--region", m_region, "eu|us|au|custom", "where the system lives");
    auto *auth = addText(*app, "--auth-url", m_authUrl, "U", "base URL of the token service (custom only)");
    auto *api = addText(*app, "--api-url", m_apiUrl, "U", "base URL of the data service (custom only)");
    auto *imports
        = addText(*app, "--imports-url", m_importsUrl, "U", "base URL of the imports service (custom only)");
    auto *clientId
        = addText(*app, "--client-id", m_connection.clientId, "ID",
                  "client ID of a REST API client; else GAUGEDESK_CLIENT_ID supplies it at each run");
    auto *secret = app->add_flag("--secret-stdin", m_secretFromInput,
                                 "read the client secret, one line, from standard input into the keychain");
    auto *key
        = app->add_flag("--api-key-stdin", m_apiKeyFromInput,
                        "read the API key of the older single-response call; the line after the secret");
    auto *place
        = app->add_flag("--no-keychain", m_noKeychain, "store nothing secret; the environment supplies it");
    place->excludes(secret)->excludes(key);
    addNumber(*app, "--recheck", m_recheck,
              "each sync reads the last N days again; 0: nothing; default: see sync --recheck");
    auto *sample = app->add_flag("--sample", m_sample,
                                 "sample data from the built-in sandbox, which starts automatically");
    for (auto *option : {region, auth, api, imports, clientId, secret, key, place})
        sample->excludes(option);
    app->footer(R"(Examples:
  gaugedesk-cli connection add ACME --region eu --client-id ID --secret-stdin < secret.txt
  gaugedesk-cli connection add ACME --region us --no-keychain
  gaugedesk-cli connection add Test --region custom --auth-url http://127.0.0.1:8080 \
      --api-url http://127.0.0.1:8080 --imports-url http://127.0.0.1:8080 --no-keychain
  gaugedesk-cli connection add "Sample data" --sample

ID and secret are made in CustomerGauge under Data, Rest APIs. Plain http is accepted for (this)
computer's own addresses only.)");
    return app;
}

Result<void> AddCommand::check(const catalog::Catalog &)
{
    GAUGE_CHECK(checkPlace());
    GAUGE_TRY(m_connection.name, service::connectionName(m_connection.name));
    GAUGE_TRY(m_connection.recheckDays, readRecheckDays(m_recheck));
    m_connection.secretPlace = m_noKeychain ? SecretPlace::Environment : SecretPlace::Keychain;
    if (m_sample)
        m_connection.secretPlace = SecretPlace::Sample;
    if (const std::optional<QString> words = service::validationError(m_connection))
        return fail(ErrorKind::Input, *words);
    return {};
}

Result<void> AddCommand::checkPlace()
{
    if (m_sample) {
        m_connection.region = Region::Custom;
        return {};
    }
    const std::optional<Region> region = service::regionFromName(m_region);
    if (!region) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "cli", "A connection needs --region eu, us, au or custom (or --sample)."));
    }
    m_connection.region = *region;
    const bool anyUrl = !m_authUrl.isEmpty() || !m_apiUrl.isEmpty() || !m_importsUrl.isEmpty();
    if (anyUrl && *region != Region::Custom) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "The addresses of region “%1” are known. Base URLs go with "
                                                "--region custom.")
                        .arg(m_region));
    }
    m_connection.authUrl = QUrl(m_authUrl);
    m_connection.apiUrl = QUrl(m_apiUrl);
    m_connection.importsUrl = QUrl(m_importsUrl);
    return {};
}

void AddCommand::run(Session &session)
{
    engine::NewSecrets secrets;
    const auto read = [&session](const QString &what, std::optional<Secret> &target) {
        Result<Secret> secret = askForSecret(what);
        if (!secret) {
            session.finish(secret.error(), Source::Connections);
            return false;
        }
        if (const QString hint = secretHint(*secret, what); !hint.isEmpty())
            session.console().note(hint);
        target = std::move(*secret);
        return target.has_value();
    };
    if (m_secretFromInput && !read(QCoreApplication::translate("cli", "client secret"), secrets.clientSecret))
        return;
    if (m_apiKeyFromInput && !read(QCoreApplication::translate("cli", "API key"), secrets.apiKey))
        return;
    session.then(session.engine().saveConnection(m_connection, secrets), Source::Connections,
                 [&session](const Connection &saved) {
                     if (session.console().isJson())
                         session.console().print(connectionLine(saved));
                     else
                         session.console().print(
                             QCoreApplication::translate("cli", "Connection “%1” is saved.").arg(saved.name));
                     session.finish(ExitCode::Done);
                 });
}

} // namespace

CommandEntry command_add()
{
    return {CommandGroup::Connection, 10, {makeCommand<AddCommand>}};
}

} // namespace gauge::cli
