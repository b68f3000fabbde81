// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"
#include "support/fakeclock.h"
#include "support/pagedservice.h"
#include "support/waiting.h"
#include "sync/syncjob.h"

#include <QTemporaryDir>

namespace gauge::test {

//! A lake of its own, a service beside it and the syncs between them: a file in a folder, or, under
//! support/with-postgres.sh, a schema of that database.
struct SyncFixture
{
    QTemporaryDir folder;
    std::shared_ptr<PagedService> service = std::make_shared<PagedService>();
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    catalog::Catalog catalog = catalog::Catalog::builtIn();
    lake::Location lake = location();

    [[nodiscard]] sync::SyncJob::Context context() const
    {
        service::Connection connection;
        connection.name = QStringLiteral("Test");
        connection.region = service::Region::Eu;
        auto tokens = std::make_shared<service::TokenProvider>(
            connection, service, clock, []() -> QCoro::Task<Result<service::Credentials>> {
                co_return service::Credentials{QStringLiteral("id"), Secret("secret")};
            });
        auto client = std::make_shared<service::ServiceClient>(connection, service, tokens, clock,
                                                               net::RetryPolicy{}, [] { return 0.5; });
        sync::SyncJob::Context context;
        context.client
            = [client](std::stop_token) -> QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> {
            co_return client;
        };
        context.system = {connection.name,
                          QStringLiteral("test"),
                          {QStringLiteral("auth.eu.example"), QStringLiteral("api.eu.example"),
                           QStringLiteral("imports.api.eu.example")},
                          QStringLiteral("id")};
        context.lake = lake;
        context.catalog = catalog;
        context.clock = clock;
        return context;
    }

    //! Of all feeds, or of those named.
    [[nodiscard]] sync::SyncPlan plan(const QStringList &feeds = {}, int perPage = 10) const
    {
        sync::SyncPlan plan;
        for (const catalog::Endpoint &feed : catalog.endpoints()) {
            if (feeds.isEmpty() || feeds.contains(feed.id))
                plan.feeds.push_back(feed);
        }
        plan.perPage = perPage;
        return plan;
    }

    //! A sync that has ended.
    [[nodiscard]] std::unique_ptr<sync::SyncJob> run(sync::SyncPlan plan, QObject *worker) const
    {
        auto job
            = std::make_unique<sync::SyncJob>(QStringLiteral("Sync"), worker, context(), std::move(plan));
        service->requests.clear();
        job->start();
        if (!waitFor(*job))
            qFatal("the sync did not end");
        return job;
    }

    [[nodiscard]] std::unique_ptr<lake::LakeReader> reader() const
    {
        auto opened = lake::LakeReader::open(lake, catalog);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        return std::move(*opened);
    }

    //! Numbers of a feed's records that are not gone, ascending.
    [[nodiscard]] QList<qint64> numbers(const char *feed) const
    {
        query::Query query;
        query.columns = {QStringLiteral("number_customergauge")};
        query.sort = {{QStringLiteral("number_customergauge"), false}};
        QList<qint64> result;
        const Result<void> read
            = reader()->forEachRow(QString::fromLatin1(feed), query, {}, [&](const catalog::Row &row) {
                  result.append(row.cells.front().integer);
                  return true;
              });
        if (!read)
            qFatal("%s", qPrintable(read.error().text));
        return result;
    }

    [[nodiscard]] lake::FeedStatus status(const char *feed) const
    {
        const auto all = reader()->status(clock->now());
        if (!all)
            qFatal("%s", qPrintable(all.error().text));
        for (const lake::FeedStatus &status : *all) {
            if (status.feed == QLatin1String(feed))
                return status;
        }
        qFatal("no feed %s", feed);
    }

    //! The requests for a period of \a feed, in order.
    [[nodiscard]] QStringList windowRequests(const QString &feed) const
    {
        QStringList found;
        for (const QString &request : std::as_const(service->requests)) {
            if (request.contains(QLatin1Char('/') + feed + QLatin1Char('?'))
                && request.contains(QLatin1String("[start]=")))
                found.append(request);
        }
        return found;
    }

private:
    [[nodiscard]] lake::Location location() const
    {
        static int made = 0;
        const QString server = qEnvironmentVariable("GAUGE_POSTGRES");
        const QString place = server.isEmpty()
            ? folder.filePath(QStringLiteral("lake.sqlite"))
            : server + QStringLiteral("?schema=s%1_%2").arg(QCoreApplication::applicationPid()).arg(++made);
        return *lake::Location::parse(place, {});
    }
};

} // namespace gauge::test
