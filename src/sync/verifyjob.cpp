// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/verifyjob.h"

#include "base/outputfile.h"
#include "base/privatefile.h"
#include "base/text.h"
#include "lake/read/lakereader.h"
#include "sync/pagestream.h"
#include "sync/syncjob.h"

#include <QCoroFuture>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace gauge::sync {

namespace {

QByteArray textOf(const catalog::Cell &cell)
{
    switch (cell.type) {
    case catalog::Cell::Type::Null:
        return {};
    case catalog::Cell::Type::Integer:
        return QByteArray::number(cell.integer);
    case catalog::Cell::Type::Real:
        return QByteArray::number(cell.real, 'g', QLocale::FloatingPointShortest);
    case catalog::Cell::Type::Text:
        return {cell.text.data(), qsizetype(cell.text.size())};
    }
    return {};
}

tl::unexpected<Error> notToTheEnd()
{
    return fail(ErrorKind::Protocol,
                QCoreApplication::translate("sync",
                                            "The service did not return the feed to its end, so the "
                                            "comparison could not be completed. Try again later."));
}

size_t hashOf(std::string_view raw)
{
    return qHashBits(raw.data(), raw.size());
}

} // namespace

VerifyJob::VerifyJob(QString title, QObject *worker, SyncJob::Context context, VerifyPlan plan,
                     QObject *parent)
    : Job(std::move(title), worker, parent)
    , m_context(std::move(context))
    , m_plan(std::move(plan))
{}

VerifyJob::~VerifyJob() = default;

QString VerifyJob::summary() const
{
    const QLocale locale;
    return QCoreApplication::translate("sync", "%1 records compared: %2 missing, %3 changed, %4 gone")
        .arg(locale.toString(m_counts.received), locale.toString(m_counts.missing),
             locale.toString(m_counts.changed), locale.toString(m_counts.gone));
}

QString VerifyJob::advice() const
{
    if (state() != State::Succeeded)
        return {};
    QStringList sentences;
    if (m_counts == VerifyCounts{m_counts.received, 0, 0, 0}) {
        sentences.append(QCoreApplication::translate(
            "sync", "The local copy is the same as what CustomerGauge has. There is nothing to do."));
    }
    if (m_counts.missing > 0) {
        sentences.append(QCoreApplication::translate(
            "sync",
            "What is missing comes with the next sync, or with “Reconcile everything” if it stays away."));
    }
    if (m_counts.changed > 0 && m_counts.gone == 0) {
        sentences.append(QCoreApplication::translate(
            "sync",
            "What has changed comes with “Read a period again” where the period is known, else with "
            "“Reconcile everything”."));
    }
    if (m_counts.gone > 0) {
        sentences.append(QCoreApplication::translate(
            "sync",
            "What is gone is still in the local copy; “Reconcile everything” marks it as gone and brings "
            "what has changed."));
    }
    if (!m_plan.report.isEmpty()) {
        sentences.append(QCoreApplication::translate("sync", "Every difference is listed in %1.")
                             .arg(QDir::toNativeSeparators(m_plan.report)));
    }
    return sentences.join(QLatin1Char(' '));
}

QString VerifyJob::writtenFile() const
{
    return state() == State::Succeeded ? m_plan.report : QString();
}

QCoro::Task<Result<void>> VerifyJob::run(std::stop_token stop)
{
    // Before a feed is read for an hour.
    if (!m_plan.report.isEmpty()) {
        const Result<void> fits = checkEnding(m_plan.report, OutputContent::jsonLines());
        GAUGE_CO_CHECK(fits ? checkOutput(m_plan.report) : fits);
    }
    GAUGE_CO_CHECK(co_await readLake(stop));
    GAUGE_CO_TRY(std::shared_ptr<service::ServiceClient> client, co_await m_context.client(stop));
    GAUGE_CO_CHECK(co_await walk(client, stop));
    co_return conclude();
}

QFuture<Result<void>> VerifyJob::readLake(const std::stop_token &stop)
{
    return m_lakeThread.run([this, stop]() -> Result<void> {
        GAUGE_TRY(auto reader, lake::LakeReader::open(m_context.lake, m_context.catalog, stop));
        GAUGE_TRY(const auto owner, reader->owner());
        if (const auto refused = lake::validationError(m_context.system, owner))
            return fail(*refused);
        return readKnown(*reader, stop);
    });
}

Result<void> VerifyJob::readKnown(lake::LakeReader &reader, const std::stop_token &stop)
{
    QHash<qint64, QByteArray> keys;
    query::Query query;
    query.columns = {m_plan.feed.keyColumn};
    GAUGE_CHECK(reader.forEachRow(m_plan.feed.id, query, stop, [&](const catalog::Row &row) {
        keys.insert(row.key, textOf(row.cells.front()));
        return true;
    }));
    m_stored = keys.size();
    m_known.reserve(keys.size());
    return reader.forEachRaw(m_plan.feed.id, query::Query{}, stop, [&](qint64 row, std::string_view raw) {
        const QByteArray key = keys.value(row);
        // The key that the lake makes for a record without one begins so.
        if (!key.isEmpty() && !key.startsWith('~'))
            m_known.insert(key, {hashOf(raw), false});
        return true;
    });
}

QCoro::Task<Result<void>> VerifyJob::walk(std::shared_ptr<service::ServiceClient> client,
                                          std::stop_token stop)
{
    service::PageRequest request;
    request.endpoint = m_plan.feed;
    request.scope.with = m_plan.feed.with; // all of it, as a sync asks by itself
    request.perPage = std::min(m_plan.perPage, m_plan.feed.maxPerPage);
    PageStream pages(client, request, std::nullopt, stop);
    Result<void> outcome = co_await compareAll(&pages, stop);
    co_await pages.close();
    co_return outcome;
}

QCoro::Task<Result<void>> VerifyJob::compareAll(PageStream *pages, std::stop_token stop)
{
    while (true) {
        GAUGE_CO_TRY(const service::PagePointer page, co_await pages->next());
        const service::PagePointer &records = page;
        const bool isEmpty = records->records.empty();
        const bool leadsOn = pages->leadsOn(records->nextCursor);
        m_hasGap = m_hasGap || (isEmpty && leadsOn);
        compare(*records);
        report({m_counts.received, m_known.size(), 0, {}});
        const bool isEnd = isEmpty && !leadsOn;
        if (stop.stop_requested() && !isEnd)
            co_return fail(cancelled());
        if (leadsOn && pages->hasNext())
            continue;
        // A half-read feed would make the rest look gone.
        if (leadsOn || (!isEmpty && !records->nextCursor.isEmpty()))
            co_return notToTheEnd();
        co_return Result<void>{};
    }
}

void VerifyJob::compare(const catalog::Page &page)
{
    const auto &columns = m_plan.feed.columns;
    const auto keyColumn = std::find_if(columns.begin(), columns.end(), [&](const catalog::Column &column) {
        return column.name == m_plan.feed.keyColumn;
    });
    const auto keyIndex = size_t(keyColumn - columns.begin());
    for (const catalog::Record &record : page.records) {
        ++m_counts.received;
        const QByteArray key = textOf(record.cells[keyIndex]);
        if (key.isEmpty())
            continue;
        const auto known = m_known.find(key);
        if (known == m_known.end()) {
            ++m_counts.missing;
            note("missing", key);
            m_known.insert(key, {hashOf(record.raw), true}); // served twice, it is missing once
        } else {
            if (!known->seen && known->content != hashOf(record.raw)) {
                ++m_counts.changed;
                note("changed", key);
            }
            known->seen = true;
        }
    }
}

void VerifyJob::note(const char *difference, const QByteArray &key)
{
    if (m_plan.report.isEmpty())
        return;
    m_report += QJsonDocument(QJsonObject{{QStringLiteral("feed"), m_plan.feed.id},
                                          {QStringLiteral("difference"), QLatin1String(difference)},
                                          {m_plan.feed.keyColumn, fromUtf8(key)}})
                    .toJson(QJsonDocument::Compact);
    m_report += '\n';
}

Result<void> VerifyJob::conclude()
{
    const bool anyGone
        = std::any_of(m_known.cbegin(), m_known.cend(), [](const Known &k) { return !k.seen; });
    if (m_counts.received == 0 && m_stored > 0)
        return fail(noneReceived(m_plan.feed.id, m_stored));
    if (anyGone && m_hasGap)
        return notToTheEnd();
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        if (!known->seen) {
            ++m_counts.gone;
            note("gone", known.key());
        }
    }
    if (m_plan.report.isEmpty())
        return {};
    return writeWholeFile(m_plan.report, m_report,
                          QCoreApplication::translate("sync",
                                                      "The report %1 cannot be written. Choose another "
                                                      "folder or make room, then try again.")
                              .arg(QDir::toNativeSeparators(m_plan.report)));
}

} // namespace gauge::sync
