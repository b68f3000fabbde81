// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/savedoptions.h"

#include "cli/arguments.h"

namespace gauge::cli {

Result<catalog::Endpoint> agreedFeed(const catalog::Catalog &catalog, const QString &given,
                                     const QString &saved, const QString &name)
{
    if (!given.isEmpty() && given != saved) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "“%1” is about %2, not %3. Choose another, or name that feed.")
                .arg(name, saved, given));
    }
    return readFeed(catalog, saved);
}

void withRows(Session &session, const RowOptions &options, const QString &feed,
              std::function<void(const Rows &)> next)
{
    const auto take = [&session, &options, feed, next = std::move(next)](
                          const Result<catalog::Endpoint> &endpoint, const query::Query &base) {
        const Result<query::Query> query = options.over(base);
        const bool isFeedSaved = options.view() && feed.isEmpty();
        if (!endpoint) {
            session.finish(endpoint.error(), isFeedSaved ? Source::Saved : Source::Connections);
        } else if (!query) {
            session.finish(query.error(), Source::Connections);
        } else {
            if (options.view() && *query == base)
                session.setRowsSaved();
            next({*endpoint, *query});
        }
    };
    if (!options.view()) {
        take(readFeed(session.engine().catalog(), feed), {});
        return;
    }
    session.then(session.engine().views().find(*options.view()), Source::Saved,
                 [&session, feed, take](const saved::View &view) {
                     take(agreedFeed(session.engine().catalog(), feed, view.feed, view.name), view.query);
                 });
}

} // namespace gauge::cli
