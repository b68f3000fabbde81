// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/page.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/session.h"
#include "sync/syncjob.h"

namespace gauge::cli {

namespace {

using service::Connection;

void print(Console &console, const catalog::Page &page)
{
    for (const catalog::Record &record : page.records) {
        if (!console.printJson(onOneLine(record.raw)))
            return;
    }
    if (!page.nextCursor.isEmpty())
        console.say(QStringLiteral("next cursor: ") + page.nextCursor);
    if (const QString warning = sync::replacedTextsText(page.replacedTexts); !warning.isEmpty())
        console.note(warning);
}

//! `fetch`
class FetchCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;

    void run(Session &session) override
    {
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            session.then(session.engine().fetchPage(connection, m_request), Source::Service,
                         [&session](const service::PagePointer &page) {
                             print(session.console(), *page);
                             session.finish(ExitCode::Done);
                         });
        });
    }

private:
    QString m_name;
    QString m_feed;
    std::optional<qint64> m_perPage;
    QString m_period;
    QString m_with;
    service::PageRequest m_request;
};

CLI::App *FetchCommand::declare(CLI::App &parent, const catalog::Catalog &catalog)
{
    CLI::App *app
        = parent.add_subcommand("fetch", "print one live page as JSON lines; the lake is not touched");
    addName(*app, m_name);
    addFeed(*app, m_feed, catalog);
    addNumber(*app, "--per-page", m_perPage, "records, 1 to 1000 (default)");
    addText(*app, "--cursor", m_request.cursor, "C", "continue after an earlier page");
    addText(*app, "--filter", m_request.scope.outboundFilter, "UUID",
            "an Outbound Filter (CustomerGauge: Data, Rest APIs)");
    addText(*app, "--period", m_period, "FIELD:START..END",
            "a period of days, for example date_creation:2026-01-01..2026-01-31");
    addText(*app, "--number", m_request.scope.number, "N", "one record by its number_customergauge");
    addText(*app, "--with", m_with, "LIST",
            "what to include, for example tags,questions; default base fields only");
    app->footer(R"(Examples:
  gaugedesk-cli fetch ACME responses --per-page 5 --with tags,properties
  gaugedesk-cli fetch ACME responses --period date_creation:2026-01-01..2026-01-31 | jq .nps
  gaugedesk-cli fetch ACME close-loop --period updated_at:2026-01-01..2026-01-31

Records come out as received, one a line; the next cursor is printed on standard error.)");
    return app;
}

Result<void> FetchCommand::check(const catalog::Catalog &catalog)
{
    GAUGE_TRY(const catalog::Endpoint feed, readFeed(catalog, m_feed));
    m_request.endpoint = feed;
    m_request.scope.with = readParts(m_with);
    if (!m_period.isEmpty()) {
        GAUGE_CHECK(readPeriod(m_period, m_request.scope));
    }
    const qint64 perPage = m_perPage.value_or(m_request.perPage);
    GAUGE_CHECK(checkPerPage(feed, perPage));
    m_request.perPage = int(perPage);
    return checkScope(feed, m_request.scope);
}

} // namespace

CommandEntry command_fetch()
{
    return {CommandGroup::Main, 20, {makeCommand<FetchCommand>}};
}

} // namespace gauge::cli
