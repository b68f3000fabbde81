// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"
#include "cli/session.h"

namespace gauge::cli {

namespace {

using lake::CheckReport;
using lake::IntegrityFinding;
using service::Connection;

std::string findingsOf(const CheckReport &report)
{
    std::string all;
    for (const IntegrityFinding &finding : report.findings) {
        JsonLine line;
        line.add("check", finding.check);
        if (finding.feed.isEmpty())
            line.addNull("feed");
        else
            line.add("feed", finding.feed);
        all.append(all.empty() ? "" : ",").append(line.add("message", finding.text).text());
    }
    return '[' + all + ']';
}

void print(Console &console, const CheckReport &report)
{
    if (console.isJson()) {
        console.print(JsonLine()
                          .add("ok", report.findings.empty())
                          .add("records", report.records)
                          .addJson("findings", findingsOf(report)));
        return;
    }
    for (const IntegrityFinding &finding : report.findings)
        console.print(finding.feed.isEmpty() ? finding.text
                                             : finding.feed + QStringLiteral(": ") + finding.text);
    if (report.findings.empty()) {
        console.print(QCoreApplication::translate("cli", "The lake is sound: %n records.", nullptr,
                                                  int(report.records)));
    }
}

//! `lake check`
class CheckCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand("check", "look for damage; nothing is changed");
        addName(*app, m_name);
        app->add_flag("--quick", m_quick, "leave out indexes and the content of records");
        app->footer(R"(Examples:
  gaugedesk-cli lake check ACME
  gaugedesk-cli --format json lake check ACME --quick | jq .ok

Exit code 1 when something is wrong. A damaged lake can be put aside: the next sync makes a new one.)");
        return app;
    }

    void run(Session &session) override
    {
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            auto *job
                = session.engine().checkLake(connection, m_quick ? lake::Depth::Quick : lake::Depth::Full);
            session.showProgress(job);
            session.then(job, Source::Lake,
                         [&session](const CheckReport &report) { conclude(session, report); });
        });
    }

private:
    static void conclude(Session &session, const CheckReport &report)
    {
        print(session.console(), report);
        if (report.findings.empty()) {
            session.finish(ExitCode::Done);
            return;
        }
        session.finish(Error{ErrorKind::Storage,
                             QCoreApplication::translate(
                                 "cli",
                                 "The lake is damaged; nothing was changed. Go back to a backup, or "
                                 "put its file (in a database: its schema) aside and sync "
                                 "again to make a new one."),
                             {}},
                       Source::Lake);
    }

    QString m_name;
    bool m_quick = false;
};

} // namespace

CommandEntry command_check()
{
    return {CommandGroup::Lake, 40, {makeCommand<CheckCommand>}};
}

} // namespace gauge::cli
