// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/prompt.h"
#include "cli/session.h"
#include "cli/texttable.h"
#include "engine/personreport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLocale>

namespace gauge::cli {

namespace {

using engine::PersonErased;
using engine::PersonFound;
using lake::PersonErasure;
using lake::PersonInFeed;
using lake::PersonInLake;
using lake::PersonKey;
using service::Connection;

JsonLine &addCounts(JsonLine &line, const PersonInFeed &counts)
{
    return line.add("records", counts.records)
        .add("versions", counts.versions)
        .add("mentions", counts.mentions);
}

std::string feedsOf(const std::vector<PersonInFeed> &feeds)
{
    std::string all;
    for (const PersonInFeed &feed : feeds) {
        JsonLine line;
        line.add("feed", feed.feed);
        all.append(all.empty() ? "" : ",").append(addCounts(line, feed).text());
    }
    return '[' + all + ']';
}

QStringList valuesOf(const std::map<QString, qint64> &counted)
{
    QStringList values;
    for (const auto &[value, count] : counted)
        values.append(value);
    return values;
}

JsonLine lineOf(const PersonInLake &in)
{
    return JsonLine()
        .add("lake", in.place)
        .addJson("feeds", feedsOf(in.feeds))
        .add("other_customer_numbers", valuesOf(in.otherNumbers))
        .add("other_addresses", valuesOf(in.otherAddresses))
        .add("awaits_cleaning", in.needsCleanup);
}

std::string textOf(const PersonErasure &from)
{
    JsonLine left;
    addCounts(left, from.left);
    JsonLine line;
    line.add("lake", from.place).addJson("feeds", feedsOf(from.feeds)).add("proven", from.isProven());
    line.addJson("left", left.text()).add("bytes_left", from.bytesLeft);
    if (from.unfinished)
        line.add("unfinished", from.unfinished->text);
    else
        line.addNull("unfinished");
    return line.text();
}

JsonLine lineOf(const PersonErased &erased)
{
    std::string lakes;
    for (const PersonErasure &from : erased.lakes)
        lakes.append(lakes.empty() ? "" : ",").append(textOf(from));
    JsonLine line;
    line.addJson("erased", '[' + lakes + ']').add("complete", erased.isComplete()).add("files", erased.files);
    if (erased.error)
        line.add("error", erased.error->text);
    else
        line.addNull("error");
    return line;
}

void print(Console &console, const PersonFound &found)
{
    for (const PersonInLake &in : found.lakes) {
        if (console.isJson()) {
            console.print(lineOf(in));
            continue;
        }
        TextTable table({{QCoreApplication::translate("cli", "Feed"), TextTable::Align::Left},
                         {QCoreApplication::translate("cli", "Records"), TextTable::Align::Right},
                         {QCoreApplication::translate("cli", "Earlier versions"), TextTable::Align::Right},
                         {QCoreApplication::translate("cli", "Mentions"), TextTable::Align::Right}});
        for (const PersonInFeed &feed : in.feeds) {
            table.add({feed.feed, QString::number(feed.records), QString::number(feed.versions),
                       QString::number(feed.mentions)});
        }
        console.print(in.isFile ? QDir::toNativeSeparators(in.place) : in.place);
        console.print(table.text());
        if (in.needsCleanup) {
            console.print(QCoreApplication::translate(
                "cli", "Traces of an earlier erasure are still here; erase once more to remove them."));
        }
    }
    if (const QString others = engine::othersText(found); !console.isJson() && !others.isEmpty())
        console.print(others);
}

//! `person`
class PersonCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override;
    [[nodiscard]] Result<void> check(const catalog::Catalog &) override;
    [[nodiscard]] QStringList outputs() const override
    {
        return m_output.isEmpty() ? QStringList() : QStringList(m_output);
    }
    void run(Session &session) override;

private:
    [[nodiscard]] Result<PersonKey> askForKey() const;
    void look(Session &session, const Connection &connection);
    void write(Session &session, const Connection &connection, qint64 records);
    void confirm(Session &session, const Connection &connection, qint64 records);
    void erase(Session &session, const Connection &connection);
    [[nodiscard]] lake::Mentions mentions() const
    {
        return m_mentions ? lake::Mentions::Erased : lake::Mentions::Kept;
    }

    QString m_name;
    bool m_byEmail = false;
    bool m_byNumber = false;
    std::optional<QString> m_given;
    QString m_output;
    bool m_mentions = false;
    bool m_erase = false;
    bool m_yes = false;
    PersonKey m_key;
    QElapsedTimer m_timer;
};

CLI::App *PersonCommand::declare(CLI::App &parent, const catalog::Catalog &)
{
    CLI::App *app = parent.add_subcommand("person", "find, export and erase all that is kept about a person");
    addName(*app, m_name);
    auto *email = app->add_flag("--email-stdin", m_byEmail,
                                "read the e-mail address from standard input, never from an argument");
    auto *number = app->add_flag("--customer-number-stdin", m_byNumber,
                                 "read the customer number from standard input");
    number->excludes(email);
    addText(*app, "--output", m_given, "FILE",
            "write every record and earlier version as JSON lines; a report goes to FILE.report.json");
    app->add_flag("--mentions", m_mentions, "take records of others along that mention the e-mail address");
    auto *erase = app->add_flag("--erase", m_erase, "erase it all for good, after writing --output");
    app->add_flag("--yes", m_yes, "do not ask before erasing")->needs(erase);
    app->footer(R"(Examples:
  gaugedesk-cli person ACME --email-stdin < address.txt
  gaugedesk-cli person ACME --email-stdin --output person.jsonl < address.txt
  gaugedesk-cli person ACME --customer-number-stdin --erase      # asks for the number, and again before it erases
  gaugedesk-cli person ACME --email-stdin --output person.jsonl --erase --yes < address.txt

Looks into every local copy that is kept for the connection: all feeds, earlier versions, records that
are gone from the service. An e-mail address is compared without regard to case; a customer number
exactly. Erasing removes the words from the search index, the free space and the log of the file, too.
Exit code 5 when something is still to be done (run it again), 6 while a sync runs.)");
    return app;
}

Result<void> PersonCommand::check(const catalog::Catalog &)
{
    if (!m_byEmail && !m_byNumber) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli",
                                        "Say what standard input holds: --email-stdin or "
                                        "--customer-number-stdin. Personal data is never an argument."));
    }
    if (m_erase && !m_yes && !platform::isTerminal(stdin)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "cli", "There is no terminal for the question. Add --yes to erase without asking."));
    }
    if (!m_given)
        return {};
    GAUGE_TRY(m_output, readOutput("--output", *m_given, OutputContent::jsonLines()));
    return {};
}

Result<PersonKey> PersonCommand::askForKey() const
{
    const QString what = m_byEmail ? QCoreApplication::translate("cli", "e-mail address")
                                   : QCoreApplication::translate("cli", "customer number");
    GAUGE_TRY(const Secret line, askForSecret(what, Typing::Shown));
    return PersonKey::make(m_byEmail ? PersonKey::Kind::Email : PersonKey::Kind::CustomerNumber,
                           QString::fromUtf8(line.expose()));
}

void PersonCommand::run(Session &session)
{
    Result<PersonKey> key = askForKey();
    if (!key) {
        session.finish(key.error(), Source::Lake);
        return;
    }
    m_key = std::move(*key);
    m_timer.start();
    session.withConnection(m_name,
                           [this, &session](const Connection &connection) { look(session, connection); });
}

void PersonCommand::look(Session &session, const Connection &connection)
{
    auto *job = session.engine().lookForPerson(connection, m_key);
    session.showProgress(job);
    session.then(job, Source::Lake, [this, &session, connection](const PersonFound &found) {
        print(session.console(), found);
        write(session, connection, found.total().count(mentions()));
    });
}

void PersonCommand::write(Session &session, const Connection &connection, qint64 records)
{
    if (m_output.isEmpty()) {
        confirm(session, connection, records);
        return;
    }
    auto *job = session.engine().exportPerson(connection, m_key, mentions(), m_output);
    session.showProgress(job);
    session.then(
        job, Source::Lake, [this, &session, connection, records](const transfer::PersonExport &written) {
            Console &console = session.console();
            constexpr double millisecond = 0.001;
            if (console.isJson()) {
                console.print(JsonLine()
                                  .add("output", written.output)
                                  .add("report", written.report)
                                  .add("lines", written.lines)
                                  .add("seconds", double(m_timer.elapsed()) * millisecond));
            } else {
                console.print(QCoreApplication::translate("cli", "%n records and versions written to %1.",
                                                          nullptr, int(written.lines))
                                  .arg(QDir::toNativeSeparators(written.output)));
            }
            confirm(session, connection, records);
        });
}

//! The number of records, typed, is what nobody types by mistake.
void PersonCommand::confirm(Session &session, const Connection &connection, qint64 records)
{
    if (!m_erase) {
        session.finish(ExitCode::Done);
        return;
    }
    if (!m_yes) {
        const QString number = QString::number(records);
        const Result<Secret> typed = askForSecret(
            QCoreApplication::translate("cli", "Type %1 to erase these records and versions for good")
                .arg(number),
            Typing::Shown);
        if (!typed || QString::fromUtf8(typed->expose()).trimmed() != number) {
            session.finish(
                Error{ErrorKind::Input,
                      QCoreApplication::translate("cli", "That is another number. Nothing was erased."),
                      {}},
                Source::Lake);
            return;
        }
    }
    erase(session, connection);
}

void PersonCommand::erase(Session &session, const Connection &connection)
{
    auto *job = session.engine().erasePerson(connection, m_key, mentions());
    session.showProgress(job);
    session.then(job, Source::Lake, [&session](const PersonErased &erased) {
        if (session.console().isJson())
            session.console().print(lineOf(erased));
        else
            session.console().print(engine::reportText(erased, session.engine().catalog()));
        session.finish(erased.isComplete() ? ExitCode::Done : ExitCode::Partly);
    });
}

} // namespace

CommandEntry command_person()
{
    return {CommandGroup::Main, 160, {makeCommand<PersonCommand>}};
}

} // namespace gauge::cli
