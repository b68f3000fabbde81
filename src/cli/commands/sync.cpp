// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commandoutput.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/texttable.h"
#include "sync/syncjob.h"

namespace gauge::cli {

namespace {

using service::Connection;
using sync::FeedOutcome;

JsonLine lineOf(const FeedOutcome &outcome)
{
    JsonLine line;
    line.add("feed", outcome.feed)
        .add("pages", outcome.pages)
        .add("received", outcome.counts.received)
        .add("inserted", outcome.counts.inserted)
        .add("updated", outcome.counts.updated)
        .add("removed", outcome.counts.removed);
    if (outcome.checkpoint.isEmpty())
        line.addNull("checkpoint");
    else
        line.add("checkpoint", outcome.checkpoint);
    line.add("complete", outcome.complete).add("seconds", outcome.seconds);
    line.add("changed", outcome.counts.changed).add("late", outcome.counts.late);
    line.add("gone", outcome.counts.gone).add("new_columns", outcome.counts.newColumns);
    line.add("replaced_texts", outcome.counts.replacedTexts);
    return line.add("values_left_out", outcome.counts.valuesLeftOut);
}

QString tableOf(const std::vector<FeedOutcome> &outcomes, lake::SyncKind kind)
{
    const bool again = kind != lake::SyncKind::Incremental;
    using Align = TextTable::Align;
    TextTable table({{QStringLiteral("FEED")},
                     {QStringLiteral("PAGES"), Align::Right},
                     {QStringLiteral("RECEIVED"), Align::Right},
                     {QStringLiteral("NEW"), Align::Right},
                     {again ? QStringLiteral("CHANGED") : QStringLiteral("UPDATED"), Align::Right},
                     {again ? QStringLiteral("GONE") : QStringLiteral("REMOVED"), Align::Right},
                     {QStringLiteral("SECONDS"), Align::Right},
                     {QStringLiteral("STATE")}});
    for (const FeedOutcome &outcome : outcomes) {
        table.add({outcome.feed, QString::number(outcome.pages), QString::number(outcome.counts.received),
                   QString::number(outcome.counts.inserted),
                   QString::number(again ? outcome.counts.changed : outcome.counts.updated),
                   QString::number(again ? outcome.counts.gone : outcome.counts.removed),
                   QString::number(outcome.seconds, 'f', 1),
                   outcome.complete ? QCoreApplication::translate("cli", "up to date")
                                    : QCoreApplication::translate("cli", "more to come")});
    }
    return table.text();
}

//! A feed that was refused before its first page has an error instead of figures.
bool hasFigures(const FeedOutcome &outcome)
{
    return !outcome.error || outcome.pages > 0;
}

lake::StoreCounts totalOf(const std::vector<FeedOutcome> &outcomes)
{
    lake::StoreCounts total;
    for (const FeedOutcome &outcome : outcomes)
        total += outcome.counts;
    return total;
}

void noteIfAny(Console &console, const QString &text)
{
    if (!text.isEmpty())
        console.note(text);
}

//! What to type after a failure that a person can decide about; empty: nothing.
QString commandFor(sync::Remedy remedy, const QString &connection, const sync::SyncJob &job)
{
    if (remedy != sync::Remedy::Reconcile && remedy != sync::Remedy::AcceptGone)
        return {};
    const QString feed = job.outcomes().empty() ? QString() : job.outcomes().back().feed;
    QString command = QStringLiteral("gaugedesk-cli sync \"%1\" %2").arg(connection, feed);
    if (remedy == sync::Remedy::Reconcile || job.kind() == lake::SyncKind::Reconcile)
        command += QStringLiteral(" --reconcile");
    if (remedy == sync::Remedy::AcceptGone)
        command += QStringLiteral(" --yes");
    return command;
}

bool mayNotBeRead(const Error &error)
{
    return error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotFound;
}

//! `sync`
class SyncCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;
    void run(Session &session) override;

private:
    void declareRereading(CLI::App &app);
    Result<void> checkKind();
    Result<void> checkFilter() const;
    Result<void> checkWith();
    void conclude(Session &session, const sync::SyncJob &job) const;

    QString m_name;
    QStringList m_feeds;
    QString m_filter;
    std::optional<QString> m_with;
    std::optional<qint64> m_perPage;
    std::optional<qint64> m_maxPages;
    std::optional<QString> m_refresh;
    bool m_reconcile = false;
    std::optional<qint64> m_recheck;
    sync::SyncPlan m_plan;
};

CLI::App *SyncCommand::declare(CLI::App &parent, const catalog::Catalog &catalog)
{
    CLI::App *app = parent.add_subcommand(
        "sync", "bring the lake in step with the service, from where the last sync ended");
    addName(*app, m_name);
    addTexts(*app, "FEED", m_feeds, "", "one or more of: " + feedNames(catalog) + "; default all")
        ->allow_extra_args(true)
        ->expected(0, -1);
    addNumber(*app, "--per-page", m_perPage, "records a request, 1 to 1000 (default)");
    addText(*app, "--filter", m_filter, "UUID",
            "an Outbound Filter (CustomerGauge: Data, Rest APIs); has its own checkpoint");
    addText(*app, "--with", m_with, "LIST",
            "what to include, for example tags,properties; default everything; none for base fields only");
    declareRereading(*app);
    auto *refresh = addText(*app, "--refresh", m_refresh, "FIELD:START..END",
                            "read a period again and update what changed; the checkpoint stays");
    auto *reconcile
        = app->add_flag("--reconcile", m_reconcile,
                        "walk the feed from the start, update every record and mark those that are gone");
    refresh->excludes(reconcile);
    auto *most = addNumber(*app, "--max-pages", m_maxPages,
                           "stop cleanly after N pages of a feed; the next sync resumes");
    most->excludes(refresh)->excludes(reconcile);
    app->add_flag("--adopt", m_plan.adopt,
                  "the lake's data belong to this client ID from now on: once, after an ID was replaced");
    app->footer(R"(Examples:
  gaugedesk-cli sync ACME
  gaugedesk-cli sync ACME responses --refresh date_creation:2026-10-01..2026-10-31
  gaugedesk-cli sync ACME responses --reconcile
  gaugedesk-cli sync ACME responses --max-pages 10
  gaugedesk-cli sync ACME --recheck 14 --wait
  gaugedesk-cli --format json sync ACME | jq .inserted

A sync brings what is new, and reads the recent past again: responses and cases of the three days before
the last sync, non-responses of seven, and 35 days every five days. So late answers, changed cases and late
topics come, and records of these days that are gone are marked. A refresh reads a period again. A
reconciliation reads everything, and notices whatever is gone. One that does not reach its end marks
nothing; more than a fifth of a feed is marked with --yes only.

A lake belongs to the system and the client ID that first synced it, since another ID may see other
records. A sync with another one is refused with exit code 1, and nothing is changed. --adopt is for an ID
that was replaced and reads the same data, and for a connection whose address was edited; it takes effect
with the first page. Data of another system are never adopted.

Columns that appear in a feed that was synced before are noted once; in JSON they are new_columns.
Texts that are not valid Unicode are stored with U+FFFD in place of what could not be read; they are
counted, in JSON as replaced_texts. A feed has 10,000 columns at most; values of further fields stay in their
records and are counted, in JSON as values_left_out.

Stopped at any moment, even by a crash, the next sync resumes after the last stored page. A feed
that the credentials may not read is reported and does not stop the others. Exit code 6 means that
another process is syncing the same feed.)");
    return app;
}

void SyncCommand::declareRereading(CLI::App &app)
{
    addNumber(app, "--recheck", m_recheck,
              "read the last N days again; 0: nothing; default: a few days, and 35 every five days");
    app.add_flag("--yes", m_plan.acceptGone, "mark also more than a fifth of a feed as gone");
    app.add_flag("--wait", m_plan.waitForService,
                 "wait for as long as the service asks to, instead of ending when it is minutes");
}

Result<void> SyncCommand::check(const catalog::Catalog &catalog)
{
    for (const QString &feed : m_feeds) {
        if (const Result<catalog::Endpoint> known = readFeed(catalog, feed); !known)
            return fail(known.error());
    }
    // In the catalog's order, whatever was typed: see Catalog::builtIn().
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        if (m_feeds.isEmpty() || m_feeds.contains(endpoint.id))
            m_plan.feeds.push_back(endpoint);
    }
    for (const catalog::Endpoint &endpoint : m_plan.feeds) {
        GAUGE_CHECK(checkPerPage(endpoint, m_perPage.value_or(m_plan.perPage)));
    }
    m_plan.perPage = int(m_perPage.value_or(m_plan.perPage));
    if (m_maxPages && *m_maxPages < 1)
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "--max-pages needs a number from 1."));
    m_plan.maxPages = m_maxPages;
    GAUGE_TRY(m_plan.recheckDays, readRecheckDays(m_recheck));
    GAUGE_CHECK(checkKind());
    GAUGE_CHECK(checkFilter());
    m_plan.outboundFilter = m_filter;
    return checkWith();
}

Result<void> SyncCommand::checkKind()
{
    if (!m_refresh && !m_reconcile)
        return {};
    if (m_feeds.isEmpty()) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "Name the feeds to read again, for example responses."));
    }
    if (m_reconcile) {
        m_plan.kind = lake::SyncKind::Reconcile;
        // Records outside the filter would be taken for gone.
        return m_filter.isEmpty()
            ? Result<void>()
            : fail(ErrorKind::Input,
                   QCoreApplication::translate("cli",
                                               "--reconcile reads whole feeds; it goes without --filter."));
    }
    m_plan.kind = lake::SyncKind::Refresh;
    catalog::Scope scope;
    GAUGE_CHECK(readPeriod(*m_refresh, scope));
    for (const catalog::Endpoint &endpoint : m_plan.feeds) {
        GAUGE_CHECK(checkScope(endpoint, scope));
    }
    m_plan.periodField = scope.periodField;
    m_plan.periodStart = scope.periodStart;
    m_plan.periodEnd = scope.periodEnd;
    return {};
}

Result<void> SyncCommand::checkFilter() const
{
    if (m_filter.isEmpty())
        return {};
    catalog::Scope scope;
    scope.outboundFilter = m_filter;
    Result<void> validationError;
    for (const catalog::Endpoint &endpoint : m_plan.feeds) {
        // Named feeds must all take the filter; of all feeds, those that take none are read whole.
        if (!m_feeds.isEmpty() || endpoint.outboundFilter)
            validationError = checkScope(endpoint, scope);
        if (!validationError)
            return validationError;
    }
    return {};
}

Result<void> SyncCommand::checkWith()
{
    if (!m_with)
        return {};
    m_plan.with = *m_with == QLatin1String("none") ? QStringList() : readParts(*m_with);
    for (const QString &part : std::as_const(*m_plan.with)) {
        QStringList possible;
        for (const catalog::Endpoint &endpoint : m_plan.feeds)
            possible += endpoint.with;
        possible.removeDuplicates();
        if (possible.contains(part))
            continue;
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "None of these feeds can include “%1”. Possible: %2.")
                .arg(part, possible.isEmpty() ? QStringLiteral("–") : possible.join(QStringLiteral(", "))));
    }
    return {};
}

void SyncCommand::run(Session &session)
{
    session.withConnection(
        m_name,
        [this, &session](const Connection &connection) {
            sync::SyncJob *job = session.engine().sync(connection, m_plan);
            session.showProgress(job);
            QObject::connect(job, &sync::SyncJob::paused, &session, [&session](const QDateTime &until) {
                session.console().note(
                    QCoreApplication::translate("cli", "The service asks to wait until %1; waiting.")
                        .arg(utcText(until)));
            });
            QObject::connect(job, &Job::finished, &session,
                             [this, &session, job] { conclude(session, *job); });
        },
        Session::CalledBy::NameOrId);
}

void SyncCommand::conclude(Session &session, const sync::SyncJob &job) const
{
    Console &console = session.console();
    std::vector<FeedOutcome> withFigures;
    std::copy_if(job.outcomes().begin(), job.outcomes().end(), std::back_inserter(withFigures), hasFigures);
    if (console.isJson()) {
        for (const FeedOutcome &outcome : withFigures)
            console.print(lineOf(outcome));
    } else if (!withFigures.empty()) {
        console.print(tableOf(withFigures, m_plan.kind));
        if (m_plan.kind == lake::SyncKind::Incremental)
            noteIfAny(console, sync::rereadText(totalOf(withFigures)));
        noteIfAny(console, sync::newColumnsText(job.newColumns()));
    }
    noteIfAny(console, sync::replacedTextsText(totalOf(withFigures).replacedTexts));
    noteIfAny(console, sync::leftOutText(totalOf(withFigures).valuesLeftOut));
    if (!job.error()) {
        session.finish(ExitCode::Done);
        return;
    }
    bool told = false;
    for (const FeedOutcome &outcome : job.outcomes()) {
        if (!outcome.error)
            continue;
        told = true;
        Error error = *outcome.error;
        if (m_plan.feeds.size() > 1)
            error.text = outcome.feed + QStringLiteral(": ") + error.text;
        console.error(error);
    }
    if (!told)
        console.error(*job.error());
    noteIfAny(console, commandFor(job.remedy(), m_name, job));
    // What may not be read fails a sync of several feeds only in part.
    const bool inPart = mayNotBeRead(*job.error()) && m_plan.feeds.size() > 1;
    session.finish(inPart ? ExitCode::Failed : exitCodeOf(job.error()->kind, Source::Service));
}

} // namespace

CommandEntry command_sync()
{
    return {CommandGroup::Main, 10, {makeCommand<SyncCommand>}};
}

} // namespace gauge::cli
