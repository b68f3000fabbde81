// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "base/text.h"
#include "cli/options.h"
#include "service/connection.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

namespace gauge::cli {

namespace {

constexpr auto programName = "gaugedesk-cli";

constexpr auto description
    = "GaugeDesk on the command line: CustomerGauge survey data in step with a local copy (the lake).";

constexpr auto footer = R"(First steps:
  gaugedesk-cli connection add "Sample data" --sample
  gaugedesk-cli sync "Sample data"
  gaugedesk-cli export "Sample data" responses --output responses.csv

With your own system (the secret is read, never an argument):
  gaugedesk-cli connection add ACME --region eu --client-id ID --secret-stdin < secret.txt
  gaugedesk-cli connection test ACME
  gaugedesk-cli --quiet sync ACME                  # in a timer, every hour

Exit codes:
  0 done   1 failed   2 bad usage   3 refused credentials
  4 service or network could not be reached, or kept failing after retries
  5 done in part: an upload, or rows of it, were refused; traces of an erased person stay
  6 another process is syncing this feed   130 interrupted; what was committed stays

Environment:
  GAUGEDESK_DATA_DIR        default of --data-dir
  GAUGEDESK_CLIENT_ID, GAUGEDESK_CLIENT_SECRET, GAUGEDESK_API_KEY
                            win over the keychain for one run and are never stored
  SSL_CERT_FILE, SSL_CERT_DIR
                            certificates to trust beside the system's, such as a company's own

gaugedesk-cli COMMAND --help tells more about each command.)";

//! The options before they are checked.
struct GlobalOptions
{
    QString dataFolder;
    std::optional<QString> lake;
    QString format = QStringLiteral("text");
    bool quiet = false;
    bool verbose = false;
};

void declareGlobals(CLI::App &app, GlobalOptions &globals)
{
    addText(app, "--data-dir", globals.dataFolder, "DIR",
            "where connections and lakes live; default GAUGEDESK_DATA_DIR or the platform's folder");
    addText(app, "--lake", globals.lake, "URL",
            "a file or postgresql://user@host:port/dbname to use instead of the connection's own lake");
    addText(app, "--format", globals.format, "text|json",
            "how results are printed; json is one object a line");
    auto *quiet = app.add_flag("--quiet", globals.quiet, "no progress and no notes");
    app.add_flag("--verbose", globals.verbose, "details of errors and of what is done")->excludes(quiet);
    app.set_version_flag("--version", std::string(programName) + " " + GAUGE_VERSION);
    app.set_help_flag("--help,-h", "print this help");
}

Result<Settings> settingsOf(const GlobalOptions &globals)
{
    Settings settings;
    settings.quiet = globals.quiet;
    settings.verbose = globals.verbose;
    if (globals.format == QLatin1String("json")) {
        settings.format = OutputFormat::Json;
    } else if (globals.format != QLatin1String("text")) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "“%1” is not a format. Possible: text, json.")
                        .arg(globals.format));
    }
    const QString folder = globals.dataFolder.isEmpty() ? service::defaultDataFolder() : globals.dataFolder;
    settings.dataFolder = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    if (globals.lake) {
        GAUGE_TRY(settings.lake, readLake(*globals.lake));
    }
    return settings;
}

//! "connection add" for the innermost subcommand that was given.
QString chosenWords(const CLI::App &app)
{
    const auto given = app.get_subcommands();
    if (given.empty())
        return {};
    const QString inner = chosenWords(*given.front());
    const QString own = QLatin1Char(' ') + QString::fromStdString(given.front()->get_name());
    return own + inner;
}

//! The innermost command that was given.
const CLI::App &chosenApp(const CLI::App &app)
{
    const auto given = app.get_subcommands();
    return given.empty() ? app : chosenApp(*given.front());
}

//! The command, or "group command", that \a word is most likely meant to be; empty when nothing is near.
QString meantCommand(const CLI::App &app, const QString &word)
{
    // What people call the commands of such programs.
    static const QHash<QString, QString> synonyms{
        {QStringLiteral("pull"), QStringLiteral("sync")},
        {QStringLiteral("update"), QStringLiteral("sync")},
        {QStringLiteral("get"), QStringLiteral("fetch")},
        {QStringLiteral("download"), QStringLiteral("export")},
        {QStringLiteral("search"), QStringLiteral("query")},
        {QStringLiteral("select"), QStringLiteral("query")},
        {QStringLiteral("nps"), QStringLiteral("metrics")},
        {QStringLiteral("import"), QStringLiteral("upload")},
        {QStringLiteral("push"), QStringLiteral("upload")},
        {QStringLiteral("send"), QStringLiteral("upload")},
        {QStringLiteral("forget"), QStringLiteral("person")},
        {QStringLiteral("delete"), QStringLiteral("remove")},
        {QStringLiteral("ls"), QStringLiteral("list")},
    };
    const QString wanted = synonyms.value(word.toLower(), word.toLower());
    QStringList names;
    QString ofGroup;
    for (const CLI::App *command : app.get_subcommands(nullptr)) {
        const QString name = QString::fromStdString(command->get_name());
        names.append(name);
        for (const CLI::App *inner : command->get_subcommands(nullptr)) {
            if (ofGroup.isEmpty() && QString::fromStdString(inner->get_name()) == wanted)
                ofGroup = name + QLatin1Char(' ') + wanted;
        }
    }
    if (names.contains(wanted))
        return wanted;
    return ofGroup.isEmpty() ? nearest(wanted, names) : ofGroup;
}

QString meantOption(const CLI::App &app, const QString &option)
{
    QStringList names;
    for (const CLI::App *owner = &app; owner; owner = owner->get_parent()) {
        for (const CLI::Option *known : owner->get_options()) {
            for (const std::string &name : known->get_lnames())
                names.append(QStringLiteral("--") + QString::fromStdString(name));
        }
    }
    return nearest(option, names);
}

QString withSuggestion(const QString &problem, const QString &meant)
{
    return meant.isEmpty() ? problem
                           : QCoreApplication::translate("cli", "%1 Did you mean “%2”?").arg(problem, meant);
}

//! All commands, declared.
struct Program
{
    explicit Program(const catalog::Catalog &catalog)
    {
        // None is found by parse(), which has better words for it; CLI11 would also overlook a
        // mistyped one. At most one, or a connection could not be called "sync".
        app.require_subcommand(0, 1);
        app.fallthrough();
        app.footer(footer);
        declareGlobals(app, globals);
        for (auto &command : commandsOf(CommandGroup::Main))
            add(app, std::move(command), catalog);
        CLI::App *connection = app.add_subcommand("connection", "add, list, test and remove connections");
        connection->require_subcommand(0, 1);
        for (auto &command : commandsOf(CommandGroup::Connection))
            add(*connection, std::move(command), catalog);
        CLI::App *lake = app.add_subcommand("lake", "describe, back up, check and compact a lake");
        lake->require_subcommand(0, 1);
        for (auto &command : commandsOf(CommandGroup::Lake))
            add(*lake, std::move(command), catalog);
    }

    void add(CLI::App &parent, std::unique_ptr<Command> command, const catalog::Catalog &catalog)
    {
        CLI::App *declared = command->declare(parent, catalog);
        commands.emplace_back(declared, std::move(command));
    }

    [[nodiscard]] std::shared_ptr<Command> chosen() const
    {
        const auto found = std::find_if(commands.begin(), commands.end(),
                                        [](const auto &entry) { return entry.first->parsed(); });
        return found == commands.end() ? nullptr : found->second;
    }

    CLI::App app{description, programName};
    GlobalOptions globals;
    std::vector<std::pair<CLI::App *, std::shared_ptr<Command>>> commands;
};

bool isOption(const QString &argument)
{
    return argument.startsWith(u'-') && argument.size() > 1;
}

//! "--client-secret" of "--client-secret=VALUE".
QString optionOf(const QString &argument)
{
    return argument.section(u'=', 0, 0);
}

//! What was not expected. Only the names of commands and options are repeated: any other argument may be a
//! secret or a person.
QString unexpected(const CLI::App &app)
{
    const CLI::App &command = chosenApp(app);
    const std::vector<std::string> extras = app.remaining(true);
    const QString first = extras.empty() ? QString() : fromUtf8(extras.front());
    if (first.startsWith(QLatin1String("--"))) {
        const QString option = optionOf(first).left(40);
        const QString problem = QCoreApplication::translate("cli", "There is no option “%1”.").arg(option);
        static const QRegularExpression secret(QStringLiteral("secret|key|password|token"));
        if (!secret.match(option).hasMatch())
            return withSuggestion(problem, meantOption(command, option));
        return problem
            + QCoreApplication::translate("cli",
                                          " Secrets are never arguments, because other users can see them: "
                                          "give them on standard input (--secret-stdin, --api-key-stdin) or "
                                          "in the environment, and replace the one that was typed.");
    }
    if (isOption(first))
        return QCoreApplication::translate("cli", "There is no option of one letter but -h.");
    static const QRegularExpression word(QStringLiteral("\\A[A-Za-z-]{1,16}\\z"));
    if (!command.get_subcommands(nullptr).empty() && word.match(first).hasMatch()) {
        return withSuggestion(QCoreApplication::translate("cli", "There is no command “%1”.").arg(first),
                              meantCommand(command, first));
    }
    return QCoreApplication::translate(
        "cli",
        "An argument was not expected; it is not repeated here. A name or value "
        "with spaces needs quotes around it.");
}

//! \a message without the values among \a arguments; \a commands are none.
QString withoutValues(QString message, const QStringList &arguments, const QStringList &commands)
{
    constexpr qsizetype shortest = 3;
    for (const QString &argument : arguments) {
        const QString value = isOption(argument) ? argument.section(u'=', 1) : argument;
        if (value.size() >= shortest && !commands.contains(value))
            message.replace(value, QStringLiteral("…"));
    }
    return message;
}

//! What is wrong with a command line, in whole sentences.
QString textOf(const CLI::ParseError &error, const CLI::App &app, const QStringList &arguments)
{
    if (dynamic_cast<const CLI::ExtrasError *>(&error) != nullptr)
        return unexpected(app);
    const QString message = QString::fromUtf8(error.what()).trimmed();
    // Tells of a number, or of options alone.
    const bool isHarmless = dynamic_cast<const CLI::ValidationError *>(&error) != nullptr
        || dynamic_cast<const CLI::RequiredError *>(&error) != nullptr
        || dynamic_cast<const CLI::RequiresError *>(&error) != nullptr
        || dynamic_cast<const CLI::ExcludesError *>(&error) != nullptr;
    return (isHarmless ? message : withoutValues(message, arguments, chosenWords(app).split(u' '))) + u'.';
}

//! Parses; a text that was asked for comes back, errors are thrown by CLI11 and end here.
Result<QString> parseWords(CLI::App &app, const QStringList &arguments)
{
    std::vector<std::string> words;
    for (const QString &argument : arguments)
        words.push_back(argument.toStdString());
    std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
    try {
        app.parse(std::move(words));
    } catch (const CLI::CallForHelp &) {
        return QString::fromStdString(app.help());
    } catch (const CLI::CallForVersion &version) {
        return QString::fromUtf8(version.what());
    } catch (const CLI::ParseError &error) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "%1 See: gaugedesk-cli%2 --help")
                        .arg(textOf(error, app, arguments), chosenWords(app)));
    }
    return QString();
}

} // namespace

Result<std::variant<Invocation, Information>> parse(const QStringList &arguments,
                                                    const catalog::Catalog &catalog)
{
    Program program(catalog);
    GAUGE_TRY(const QString text, parseWords(program.app, arguments));
    if (!text.isEmpty())
        return Information{text.trimmed()};
    GAUGE_TRY(const Settings settings, settingsOf(program.globals));
    const std::shared_ptr<Command> command = program.chosen();
    if (!command) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "Say what to do. See: gaugedesk-cli%1 --help")
                        .arg(chosenWords(program.app)));
    }
    GAUGE_CHECK(command->check(catalog));
    return Invocation{settings, command};
}

OutputFormat formatOf(const QStringList &arguments)
{
    const qsizetype at = arguments.lastIndexOf(QStringLiteral("--format"));
    const bool apart = at >= 0 && arguments.value(at + 1) == QLatin1String("json");
    return apart || arguments.contains(QStringLiteral("--format=json")) ? OutputFormat::Json
                                                                        : OutputFormat::Text;
}

} // namespace gauge::cli
