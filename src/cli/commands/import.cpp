// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"
#include "cli/session.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace gauge::cli {

namespace {

//! `lake import`
class ImportCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand("import", "copy a lake from elsewhere into a new file");
        addText(*app, "file", m_file, "FILE", "the lake to import; it is only read")->required();
        addText(*app, "--output", m_output, "NEW", "the new lake; it appears when it is complete")
            ->required();
        app->footer(R"(Example:
  gaugedesk-cli lake import from-a-colleague.sqlite --output acme.sqlite
  gaugedesk-cli --lake acme.sqlite status ACME     # read it

For a file that GaugeDesk does not open because somebody added a trigger or a view. Rows of the
feeds, syncs and uploads are copied; what GaugeDesk never makes is left out and listed.)");
        return app;
    }

    Result<void> check(const catalog::Catalog &) override
    {
        GAUGE_TRY(m_output, readOutput("--output", m_output, OutputContent::backup()));
        m_file = QFileInfo(m_file).absoluteFilePath();
        return {};
    }

    void run(Session &session) override
    {
        auto *job = session.engine().importLake(m_file, m_output);
        session.showProgress(job);
        session.then(job, Source::Lake, [&session](const lake::ImportReport &report) {
            print(session.console(), report);
            session.finish(ExitCode::Done);
        });
    }

private:
    static void print(Console &console, const lake::ImportReport &report)
    {
        if (console.isJson()) {
            console.print(JsonLine()
                              .add("output", report.output)
                              .add("bytes", report.bytes)
                              .add("left_out", report.leftOut));
            return;
        }
        console.print(
            QCoreApplication::translate("cli", "%1 written to %2.")
                .arg(QLocale::c().formattedDataSize(report.bytes), QDir::toNativeSeparators(report.output)));
        if (!report.leftOut.isEmpty()) {
            console.print(QCoreApplication::translate("cli", "Left out: %1.")
                              .arg(report.leftOut.join(QStringLiteral(", "))));
        }
    }

    QString m_file;
    QString m_output;
};

} // namespace

CommandEntry command_import()
{
    return {CommandGroup::Lake, 30, {makeCommand<ImportCommand>}};
}

} // namespace gauge::cli
