// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"
#include "cli/session.h"
#include "sync/verifyjob.h"

namespace gauge::cli {

namespace {

using service::Connection;

//! `verify`
class VerifyCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override
    {
        CLI::App *app = parent.add_subcommand("verify", "compare a feed with the lake; nothing is changed");
        addName(*app, m_name);
        addFeed(*app, m_feed, catalog);
        addNumber(*app, "--per-page", m_perPage, "records a request, 1 to 1000 (default)");
        addText(*app, "--report", m_report, "FILE",
                "write every difference as a line of JSON; the file appears when it is complete");
        app->footer(R"(Examples:
  gaugedesk-cli verify ACME responses
  gaugedesk-cli verify ACME responses --report differences.jsonl

Reads the whole feed. Missing records come with the next sync; changed ones with
sync --refresh, changed and gone ones with sync --reconcile.)");
        return app;
    }

    Result<void> check(const catalog::Catalog &catalog) override
    {
        GAUGE_TRY(const catalog::Endpoint feed, readFeed(catalog, m_feed));
        m_plan.feed = feed;
        const qint64 perPage = m_perPage.value_or(m_plan.perPage);
        GAUGE_CHECK(checkPerPage(feed, perPage));
        m_plan.perPage = int(perPage);
        if (!m_report)
            return {};
        GAUGE_TRY(m_plan.report, readOutput("--report", *m_report, OutputContent::jsonLines()));
        return {};
    }

    [[nodiscard]] QStringList outputs() const override
    {
        return m_plan.report.isEmpty() ? QStringList() : QStringList(m_plan.report);
    }

    void run(Session &session) override
    {
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            sync::VerifyJob *job = session.engine().verify(connection, m_plan);
            session.showProgress(job);
            QObject::connect(job, &Job::finished, &session, [this, &session, job] {
                if (job->error()) {
                    // Without a lake there is nothing to compare; the service is not to blame.
                    const bool noLake
                        = job->error()->kind == ErrorKind::NotFound && job->counts().received == 0;
                    session.finish(*job->error(), noLake ? Source::Lake : Source::Service);
                    return;
                }
                print(session.console(), *job);
                session.finish(ExitCode::Done);
            });
        });
    }

private:
    void print(Console &console, const sync::VerifyJob &job) const
    {
        if (!console.isJson()) {
            console.print(job.summary());
            return;
        }
        const sync::VerifyCounts &counts = job.counts();
        JsonLine line;
        line.add("feed", m_plan.feed.id)
            .add("received", counts.received)
            .add("missing", counts.missing)
            .add("changed", counts.changed)
            .add("gone", counts.gone);
        console.print(m_plan.report.isEmpty() ? line.addNull("report") : line.add("report", m_plan.report));
    }

    QString m_name;
    QString m_feed;
    std::optional<qint64> m_perPage;
    std::optional<QString> m_report;
    sync::VerifyPlan m_plan;
};

} // namespace

CommandEntry command_verify()
{
    return {CommandGroup::Main, 150, {makeCommand<VerifyCommand>}};
}

} // namespace gauge::cli
