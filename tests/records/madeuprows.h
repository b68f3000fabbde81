// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/cells/display.h"
#include "records/table/rowsource.h"

#include <QPromise>

#include <deque>

namespace gauge::test {

//! Rows made up from their keys, answered when the test says so. Scores are key % 11.
class MadeUpRows final : public ui::RowSource
{
public:
    using ColumnsAnswer = Result<std::vector<lake::LakeColumn>>;
    using SnapshotAnswer = Result<SnapshotPointer>;
    using RowsAnswer = Result<std::vector<lake::OwnedRow>>;

    struct Asked
    {
        std::vector<qint64> keys;
        QStringList columns;
        std::shared_ptr<QPromise<RowsAnswer>> promise;
    };
    struct AskedSnapshot
    {
        query::Query query;
        std::stop_token stop;
        std::shared_ptr<QPromise<SnapshotAnswer>> promise;
    };

    explicit MadeUpRows(qint64 count)
        : columnList(ui::display::columnsOf(feed()))
    {
        keys.reserve(std::size_t(count));
        for (qint64 key = 1; key <= count; ++key)
            keys.push_back(key);
    }

    static const catalog::Endpoint &feed()
    {
        static const catalog::Endpoint endpoint
            = *catalog::Catalog::builtIn().find(QStringLiteral("responses"));
        return endpoint;
    }

    QFuture<ColumnsAnswer> columns() override { return ready(ColumnsAnswer(columnList)); }

    QFuture<SnapshotAnswer> snapshot(query::Query query, std::stop_token stop) override
    {
        auto promise = begun<SnapshotAnswer>();
        snapshots.push_back({std::move(query), std::move(stop), promise});
        if (atOnce)
            answerSnapshot();
        return promise->future();
    }

    QFuture<RowsAnswer> rows(std::vector<qint64> wanted, QStringList names) override
    {
        auto promise = begun<RowsAnswer>();
        ++windowsAsked;
        windows.push_back({std::move(wanted), std::move(names), promise});
        if (atOnce)
            answerWindow();
        return promise->future();
    }

    //! Answers the oldest question that waits; by default with all keys, backwards when sorted down.
    void answerSnapshot(std::optional<Error> error = {})
    {
        const AskedSnapshot asked = take(snapshots);
        if (error) {
            finish(asked.promise, SnapshotAnswer(fail(*error)));
            return;
        }
        auto result = std::make_shared<lake::KeySnapshot>();
        result->keys = keys;
        if (!asked.query.sort.empty() && asked.query.sort.front().descending)
            std::reverse(result->keys.begin(), result->keys.end());
        if (asked.query.limit && std::size_t(*asked.query.limit) < result->keys.size())
            result->keys.resize(std::size_t(*asked.query.limit));
        finish(asked.promise, SnapshotAnswer(std::move(result)));
    }

    void answerWindow(std::optional<Error> error = {})
    {
        const Asked asked = take(windows);
        if (error) {
            finish(asked.promise, RowsAnswer(fail(*error)));
            return;
        }
        std::vector<lake::OwnedRow> result;
        for (const qint64 key : asked.keys) {
            if (!gone.contains(key))
                result.push_back(row(key, asked.columns));
        }
        finish(asked.promise, RowsAnswer(std::move(result)));
    }

    std::vector<lake::LakeColumn> columnList;
    std::vector<qint64> keys;
    QSet<qint64> gone; //!< removed since the snapshot
    QHash<QString, QString> constants; //!< column name to a value that all rows have
    bool atOnce = true;
    std::deque<AskedSnapshot> snapshots;
    std::deque<Asked> windows;
    int windowsAsked = 0;

private:
    template <typename T>
    static std::shared_ptr<QPromise<T>> begun()
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        return promise;
    }
    template <typename T>
    static void finish(const std::shared_ptr<QPromise<T>> &promise, T answer)
    {
        promise->addResult(std::move(answer));
        promise->finish();
    }
    template <typename T>
    static QFuture<T> ready(T answer)
    {
        auto promise = begun<T>();
        finish(promise, std::move(answer));
        return promise->future();
    }
    template <typename T>
    static T take(std::deque<T> &waiting)
    {
        if (waiting.empty())
            qFatal("nothing was asked");
        T first = std::move(waiting.front());
        waiting.pop_front();
        return first;
    }

    lake::OwnedRow row(qint64 key, const QStringList &names) const
    {
        lake::OwnedRow row{key, {}, {}};
        for (const QString &name : names) {
            if (constants.contains(name))
                row.display.append(constants[name]);
            else if (name == QLatin1String("number_customergauge"))
                row.display.append(QString::number(key));
            else if (name == QLatin1String("nps"))
                row.display.append(QString::number(key % 11));
            else
                row.display.append(QString());
            row.null.append(row.display.last().isEmpty());
        }
        return row;
    }
};

} // namespace gauge::test
