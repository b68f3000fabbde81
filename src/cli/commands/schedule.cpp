// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/schedule.h"

#include "base/privatefile.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/timer/systemd.h"
#include "cli/timer/timer.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace gauge::cli {

namespace {

using service::Connection;
using service::SecretPlace;
using timer::File;

QString unitFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/systemd/user");
}

QString timerPath(const Connection &connection)
{
    return unitFolder() + QLatin1Char('/') + timer::systemdUnit(connection.id) + QStringLiteral(".timer");
}

QString servicePath(const Connection &connection)
{
    return unitFolder() + QLatin1Char('/') + timer::systemdUnit(connection.id) + QStringLiteral(".service");
}

Result<void> write(const File &file)
{
    const QString path = unitFolder() + QLatin1Char('/') + file.name;
    const QString words = QCoreApplication::translate("cli", "%1 cannot be written. Nothing is scheduled.")
                              .arg(QDir::toNativeSeparators(path));
    return QDir().mkpath(unitFolder()) ? writeWholeFile(path, file.content, words)
                                       : fail(ErrorKind::Storage, words);
}

//! What the timer of \a connection says, or nothing where there is none.
std::optional<QString> writtenCadence(const Connection &connection)
{
    QFile file(timerPath(connection));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return timer::systemdCadence(file.readAll());
}

//! `schedule`
class ScheduleCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override;
    Result<void> check(const catalog::Catalog &) override;
    void run(Session &session) override;

private:
    [[nodiscard]] timer::Plan plan(Session &session, const Connection &connection) const;
    void print(Session &session, const Connection &connection) const;
    void show(Session &session, const Connection &connection) const;
    void remove(Session &session, const Connection &connection) const;
    void set(Session &session, const Connection &connection) const;
    void activate(Session &session, const Connection &connection) const;

    QString m_name;
    QString m_every = QStringLiteral("hourly");
    QString m_print;
    bool m_show = false;
    bool m_remove = false;
    timer::Cadence m_cadence;
};

CLI::App *ScheduleCommand::declare(CLI::App &parent, const catalog::Catalog &)
{
    CLI::App *app = parent.add_subcommand("schedule", "let the system sync a connection automatically");
    addName(*app, m_name);
    auto *every = addText(*app, "--every", m_every, "hourly|daily|MINUTES|CALENDAR",
                          "how often; default hourly; CALENDAR is what systemd takes for OnCalendar");
    auto *show = app->add_flag("--show", m_show, "tell what is scheduled");
    auto *remove = app->add_flag("--remove", m_remove, "schedule it no longer");
    auto *files = addText(*app, "--print", m_print, "systemd|launchd|windows",
                          "print the files for a system and change nothing");
    show->excludes(remove)->excludes(every)->excludes(files);
    remove->excludes(every)->excludes(files);
    app->footer(R"(Examples:
  gaugedesk-cli schedule ACME
  gaugedesk-cli schedule ACME --every 15
  gaugedesk-cli schedule ACME --every 'Mon..Fri 07:30'
  gaugedesk-cli schedule ACME --remove
  gaugedesk-cli schedule ACME --print launchd > ~/Library/LaunchAgents/io.gaugedesk.sync.acme.plist

On Linux this makes a timer of systemd for the person who is signed in; with "loginctl enable-linger"
it also runs while nobody is. No secret is written into its files: the keychain, or the environment
of the service, supplies it.)");
    return app;
}

Result<void> ScheduleCommand::check(const catalog::Catalog &)
{
    const QStringList systems{QStringLiteral("systemd"), QStringLiteral("launchd"),
                              QStringLiteral("windows")};
    if (!m_print.isEmpty() && !systems.contains(m_print)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "“%1” is not a system. Possible: %2.")
                        .arg(m_print, systems.join(QStringLiteral(", "))));
    }
    GAUGE_TRY(m_cadence, timer::readCadence(m_every));
#ifndef Q_OS_LINUX
    if (m_print.isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "cli",
                        "On this system use --print launchd or --print windows, and give the file to "
                        "launchctl or schtasks."));
    }
#endif
    return {};
}

void ScheduleCommand::run(Session &session)
{
    session.withConnection(m_name, [this, &session](const Connection &connection) {
        if (!m_print.isEmpty())
            print(session, connection);
        else if (m_show)
            show(session, connection);
        else if (m_remove)
            remove(session, connection);
        else
            set(session, connection);
    });
}

timer::Plan ScheduleCommand::plan(Session &session, const Connection &connection) const
{
    QStringList command{QCoreApplication::applicationFilePath(), QStringLiteral("--data-dir"),
                        session.engine().dataFolder()};
    if (const QString lake = session.engine().lakeOverride(); !lake.isEmpty())
        command += {QStringLiteral("--lake"), lake};
    // By its id: a name may change, and may look like an option.
    command += {QStringLiteral("--quiet"), QStringLiteral("sync"), connection.id};
    return {connection.id, connection.name.simplified(), command, m_cadence};
}

void ScheduleCommand::print(Session &session, const Connection &connection) const
{
    const timer::Plan wanted = plan(session, connection);
    Result<std::vector<File>> files = timer::systemdFiles(wanted);
    if (m_print == QLatin1String("launchd"))
        files = timer::launchdFiles(wanted);
    else if (m_print == QLatin1String("windows"))
        files = timer::windowsFiles(wanted);
    if (!files) {
        session.finish(files.error(), Source::Connections);
        return;
    }
    for (const File &file : *files) {
        if (session.console().isJson()) {
            session.console().print(
                JsonLine().add("file", file.name).add("content", QString::fromUtf8(file.content)));
            continue;
        }
        // One file is printed bare, so that it can be sent where it belongs.
        if (files->size() > 1)
            session.console().print(QStringLiteral("# ") + file.name);
        session.console().printLine(file.content.trimmed().toStdString());
    }
    session.finish(ExitCode::Done);
}

void tell(Session &session, const Connection &connection, bool active)
{
    Console &console = session.console();
    const std::optional<QString> every = writtenCadence(connection);
    if (console.isJson()) {
        console.print(JsonLine()
                          .add("connection", connection.name)
                          .add("every", every)
                          .add("active", active)
                          .add("timer", every ? std::optional(timerPath(connection)) : std::nullopt));
    } else if (!every) {
        console.print(QCoreApplication::translate("cli", "“%1” is not scheduled.").arg(connection.name));
    } else {
        console.print((active ? QCoreApplication::translate("cli", "“%1” is synced automatically: %2.")
                              : QCoreApplication::translate(
                                  "cli", "“%1” is scheduled (%2), but its timer does not run."))
                          .arg(connection.name, *every));
        console.note(QDir::toNativeSeparators(timerPath(connection)));
    }
    session.finish(ExitCode::Done);
}

void ScheduleCommand::show(Session &session, const Connection &connection) const
{
    const QStringList ask{QStringLiteral("is-active"),
                          timer::systemdUnit(connection.id) + QStringLiteral(".timer")};
    timer::systemctl(&session, {ask}, [&session, connection](const Result<void> &answer) {
        tell(session, connection, answer.has_value());
    });
}

void ScheduleCommand::remove(Session &session, const Connection &connection) const
{
    forgetSchedule(&session, connection, [&session, connection](const Result<void> &done) {
        if (done)
            tell(session, connection, false);
        else
            session.finish(done.error(), Source::Connections);
    });
}

void ScheduleCommand::set(Session &session, const Connection &connection) const
{
    if (connection.secretPlace == SecretPlace::Session) {
        session.finish(Error{ErrorKind::Input,
                             QCoreApplication::translate(
                                 "cli",
                                 "The secret of “%1” is kept for one session of the window only, so no other "
                                 "process can sync it. Keep it in the keychain first.")
                                 .arg(connection.name),
                             {}},
                       Source::Connections);
        return;
    }
    if (m_cadence.calendar.isEmpty()) {
        activate(session, connection);
        return;
    }
    const auto onAsked = [this, &session, connection](const timer::Ended &answer) {
        // Where nobody can check the words, systemd says so when it reads the timer.
        if (!answer.started || answer.exitCode == 0) {
            activate(session, connection);
            return;
        }
        session.finish(Error{ErrorKind::Input,
                             QCoreApplication::translate("cli",
                                                         "systemd does not understand “%1”. Nothing "
                                                         "was changed.")
                                 .arg(m_cadence.calendar),
                             answer.words},
                       Source::Connections);
    };
    timer::runProgram(&session, QStringLiteral("systemd-analyze"),
                      {QStringLiteral("calendar"), m_cadence.calendar}, onAsked);
}

void ScheduleCommand::activate(Session &session, const Connection &connection) const
{
    for (const File &file : timer::systemdFiles(plan(session, connection))) {
        if (const Result<void> written = write(file); !written) {
            session.finish(written.error(), Source::Connections);
            return;
        }
    }
    if (connection.secretPlace == SecretPlace::Environment) {
        session.console().note(
            QCoreApplication::translate(
                "cli",
                "Its secret comes from the environment. Give it to the timer with: systemctl "
                "--user edit %1.service (a line EnvironmentFile=… below [Service])")
                .arg(timer::systemdUnit(connection.id)));
    }
    const QString unit = timer::systemdUnit(connection.id) + QStringLiteral(".timer");
    const QList<QStringList> calls{
        {QStringLiteral("daemon-reload")},
        {QStringLiteral("enable"), unit},
        // A timer that runs already takes its new times only so.
        {QStringLiteral("restart"), unit},
    };
    timer::systemctl(&session, calls, [&session, connection](const Result<void> &done) {
        if (done) {
            tell(session, connection, true);
            return;
        }
        Error error = done.error();
        error.text += QLatin1Char(' ')
            + QCoreApplication::translate("cli",
                                          "The timer is written, but does not run yet. Start it with: "
                                          "systemctl --user enable --now %1")
                  .arg(QDir::toNativeSeparators(timerPath(connection)));
        session.finish(error, Source::Connections);
    });
}

} // namespace

void forgetSchedule(QObject *context, const Connection &connection, std::function<void(Result<void>)> next)
{
    if (!QFile::exists(timerPath(connection)) && !QFile::exists(servicePath(connection))) {
        next({});
        return;
    }
    const QString unit = timer::systemdUnit(connection.id) + QStringLiteral(".timer");
    const QStringList stop{QStringLiteral("disable"), QStringLiteral("--now"), unit};
    timer::systemctl(context, {stop}, [context, connection, next](const Result<void> &) {
        // Also where systemd does not answer: without its files no timer runs from the next start on.
        for (const QString &path : {timerPath(connection), servicePath(connection)}) {
            QFile file(path);
            if (file.exists() && !file.remove()) {
                next(fail(ErrorKind::Storage,
                          QCoreApplication::translate("cli", "%1 could not be deleted.")
                              .arg(QDir::toNativeSeparators(path)),
                          file.errorString()));
                return;
            }
        }
        timer::systemctl(context, {{QStringLiteral("daemon-reload")}},
                         [next](const Result<void> &) { next({}); });
    });
}

CommandEntry command_schedule()
{
    return {CommandGroup::Main, 140, {makeCommand<ScheduleCommand>}};
}

} // namespace gauge::cli
