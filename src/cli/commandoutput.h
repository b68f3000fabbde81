// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/jsonline.h"
#include "cli/session.h"
#include "service/connection.h"

#include <CLI/App.hpp>

namespace gauge::cli {

//! Where the secret of a connection is: "keychain", "environment", "session" or "sample".
[[nodiscard]] QString placeName(service::SecretPlace place);

//! {"name","region","client_id","secret","id"}
[[nodiscard]] JsonLine connectionLine(const service::Connection &connection);

// What the lists of earlier syncs and uploads, and partly the status, have in common.

//! `--limit N` of the newest ones.
class PastLimit
{
public:
    void declare(CLI::App &app, const std::string &help);
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] qint64 value() const;

private:
    std::optional<qint64> m_given;
};

//! "running", "interrupted", "done" or "failed". For scripts: stable.
[[nodiscard]] QString stateName(lake::SyncRecord::State state);

//! UTC, ISO 8601.
[[nodiscard]] QString utcText(const QDateTime &time);

//! Prints \a records by lineOf() or tableOf(), which their file has, and ends well; \a none says that there
//! are none.
template <typename Record, typename LineOf, typename TableOf>
void printPast(Session &session, const std::vector<Record> &records, const QString &none, LineOf lineOf,
               TableOf tableOf)
{
    Console &console = session.console();
    if (console.isJson()) {
        for (const Record &record : records)
            console.print(lineOf(record));
    } else if (records.empty()) {
        console.note(none);
    } else {
        console.print(tableOf(records));
    }
    session.finish(ExitCode::Done);
}

} // namespace gauge::cli
