// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"
#include "cli/session.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLocale>

namespace gauge::cli {

namespace {

using service::Connection;

//! `lake backup`
class BackupCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand("backup", "copy a lake to a file, also while a sync runs");
        addName(*app, m_name);
        addText(*app, "--output", m_output, "FILE", "the copy; it appears when it is complete")->required();
        app->add_flag("--force", m_replace, "replace FILE when it is there");
        app->footer(R"(Examples:
  gaugedesk-cli lake backup ACME --output acme-2026-11-22.lake
  gaugedesk-cli --lake acme-2026-11-22.lake status ACME      # read the copy

The copy is the lake as it was when the backup began, for its owner's eyes alone. To go back to it,
stop all syncs and put it in the lake's place.)");
        return app;
    }

    Result<void> check(const catalog::Catalog &) override
    {
        GAUGE_TRY(m_output, readOutput("--output", m_output, OutputContent::backup()));
        return {};
    }

    void run(Session &session) override
    {
        m_timer.start();
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            auto *job = session.engine().backupLake(connection, m_output, m_replace);
            session.showProgress(job);
            session.then(job, Source::Lake, [this, &session](const lake::BackupReport &report) {
                print(session.console(), report);
                session.finish(ExitCode::Done);
            });
        });
    }

private:
    void print(Console &console, const lake::BackupReport &report) const
    {
        constexpr double millisecond = 0.001;
        if (console.isJson()) {
            console.print(JsonLine()
                              .add("output", report.output)
                              .add("bytes", report.bytes)
                              .add("seconds", double(m_timer.elapsed()) * millisecond));
            return;
        }
        console.print(
            QCoreApplication::translate("cli", "%1 written to %2.")
                .arg(QLocale::c().formattedDataSize(report.bytes), QDir::toNativeSeparators(report.output)));
    }

    QString m_name;
    QString m_output;
    bool m_replace = false;
    QElapsedTimer m_timer;
};

} // namespace

CommandEntry command_backup()
{
    return {CommandGroup::Lake, 20, {makeCommand<BackupCommand>}};
}

} // namespace gauge::cli
