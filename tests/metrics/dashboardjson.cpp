// SPDX-License-Identifier: GPL-3.0-or-later
// A dashboard as JSON, for check.py, which computes it anew from the records.
//   dashboardjson fill LAKE FEED PAGE.json         stores a page as the service answers it
//   dashboardjson ask LAKE FOLDER PLAN.json        writes dashboard.json, and the records as received of the
//                                                  plan's filter: responses.jsonl, non-responses.jsonl
// The clock stands at noon of 2026-01-01.
#include "lake/write/lakewriter.h"
#include "metrics/makedashboard.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace gauge;

namespace {

const std::shared_ptr<Clock> standing = std::make_shared<test::FakeClock>();

template <typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().text), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        qFatal("%s cannot be written", qPrintable(path));
}

void fill(const lake::Location &location, const catalog::Catalog &catalog, const QString &feed,
          const QByteArray &body)
{
    const auto writer = need(lake::LakeWriter::open(location, catalog, standing));
    need(writer->acquireLease(feed));
    need(writer->beginSync(feed, {}, lake::SyncKind::Incremental));
    const catalog::Endpoint &endpoint = *catalog.find(feed);
    const auto page = need(service::parsePage(body, endpoint));
    const auto counts = need(writer->store(endpoint, {}, page, lake::Checkpoint{page.nextCursor, true}));
    need(writer->finishSync(feed, 1, counts, {}));
}

QJsonValue number(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue text(const std::optional<QString> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject json(const metrics::Figure &figure)
{
    QJsonObject object{{"promoters", figure.counts.promoters},
                       {"passives", figure.counts.passives},
                       {"detractors", figure.counts.detractors},
                       {"records", figure.records},
                       {"of_all", number(figure.ofAllResponses())}};
    if (const auto nps = figure.nps()) {
        object["nps"] = nps->score;
        object["error"] = nps->standardError;
        object["low"] = nps->low;
        object["high"] = nps->high;
    }
    return object;
}

QJsonValue json(const std::optional<metrics::Invited> &invited)
{
    if (!invited)
        return {};
    return QJsonObject{{"answered", invited->answered},
                       {"unanswered", invited->unanswered},
                       {"young_answered", invited->youngAnswered},
                       {"young_unanswered", invited->youngUnanswered},
                       {"rate", number(invited->rate())},
                       {"settled_rate", number(invited->settledRate())}};
}

QJsonValue json(const std::optional<metrics::Comparison> &compared)
{
    if (!compared)
        return {};
    return QJsonObject{{"delta", compared->delta},
                       {"error", compared->standardError},
                       {"z", compared->z},
                       {"p", compared->p}};
}

template <typename T, typename Make>
QJsonArray list(const T &values, Make make)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(make(value));
    return array;
}

QJsonObject json(const metrics::Driver &driver)
{
    return {
        {"name", driver.name},
        {"contribution", driver.contribution},
        {"figure", json(driver.figure)},
        {"secondaries", list(driver.secondaries, [](const metrics::Driver &inner) { return json(inner); })}};
}

QJsonObject json(const metrics::Tag &tag)
{
    return {{"name", tag.name},       {"type", tag.type},          {"positive", tag.positive},
            {"neutral", tag.neutral}, {"mixed", tag.mixed},        {"negative", tag.negative},
            {"plain", tag.plain},     {"figure", json(tag.figure)}};
}

QJsonObject json(const metrics::Question &question)
{
    return {{"title", question.title},
            {"answered", question.answered},
            {"numbers", question.numbers},
            {"mean", number(question.mean)},
            {"deviation", number(question.deviation)},
            {"pairs", question.pairs},
            {"correlation", number(question.correlation)},
            {"free", question.isFreeText},
            {"answers", list(question.answers, [](const metrics::Answer &answer) {
                 return QJsonObject{{"text", answer.text}, {"figure", json(answer.figure)}};
             })}};
}

QJsonObject json(const metrics::Cross &cross)
{
    return {{"rows", list(cross.rows, text)},
            {"columns", list(cross.columns, text)},
            {"cells", list(cross.cells, [](const metrics::Figure &figure) { return json(figure); })}};
}

QJsonObject json(const metrics::Account &account)
{
    return {{"name", account.name},
            {"figure", json(account.figure)},
            {"recent", json(account.recent)},
            {"earlier", json(account.earlier)},
            {"change", json(account.change)},
            {"last", account.lastAnswer},
            {"silent_days", account.silentDays},
            {"asked", account.askedForFollowUp},
            {"without_case", account.withoutCase},
            {"waiting", account.waiting},
            {"followed_up", account.followedUp},
            {"closed", account.closed}};
}

QJsonObject json(const metrics::Dashboard &made)
{
    const auto account = [](const metrics::Account &one) { return json(one); };
    return {{"figure", json(made.figure)},
            {"scores", list(made.scores, [](qint64 count) { return QJsonValue(count); })},
            {"invited", json(made.invited)},
            {"previous", json(made.previous)},
            {"previous_invited", json(made.previousInvited)},
            {"change", json(made.change)},
            {"undated", json(made.undated)},
            {"trend",
             list(made.trend,
                  [](const metrics::TrendPoint &point) {
                      return QJsonObject{{"period", point.period},
                                         {"figure", json(point.figure)},
                                         {"invited", json(point.invited)}};
                  })},
            {"drivers", list(made.drivers, [](const metrics::Driver &driver) { return json(driver); })},
            {"tags", list(made.tags, [](const metrics::Tag &tag) { return json(tag); })},
            {"questions", list(made.questions, [](const metrics::Question &one) { return json(one); })},
            {"segments",
             list(made.segments,
                  [](const metrics::Segment &segment) {
                      return list(segment.values, [](const metrics::SegmentValue &value) {
                          return QJsonObject{{"value", text(value.value)},
                                             {"figure", json(value.figure)},
                                             {"against_rest", json(value.againstRest)}};
                      });
                  })},
            {"crosses", list(made.crosses, [](const metrics::Cross &cross) { return json(cross); })},
            {"falling", list(made.accounts->falling, account)},
            {"unattended", list(made.accounts->unattended, account)},
            {"silent", list(made.accounts->silent, account)}};
}

metrics::DashboardPlan planOf(const QJsonObject &asked)
{
    metrics::DashboardPlan plan;
    plan.settling = {standing, 48};
    const QHash<QString, lake::Grouping::By> periods{{"week", lake::Grouping::By::Week},
                                                     {"month", lake::Grouping::By::Month},
                                                     {"quarter", lake::Grouping::By::Quarter}};
    plan.period = periods[asked["period"].toString()];
    if (asked.contains("start")) {
        plan.range = {{QDate::fromString(asked["start"].toString(), Qt::ISODate),
                       QDate::fromString(asked["end"].toString(), Qt::ISODate)}};
    }
    plan.segments = {"language", "property.Country"};
    plan.crosses = {{"property.Country", {}}, {"language", "property.Country"}};
    plan.accounts.emplace();
    plan.accounts->most = 10'000;
    return plan;
}

QByteArray recordsOf(lake::LakeReader &reader, const QString &feed, const query::Query &query)
{
    QByteArray lines;
    need(reader.forEachRaw(feed, query, {}, [&](qint64, std::string_view raw) {
        lines.append(raw.data(), qsizetype(raw.size()));
        lines.append('\n');
        return true;
    }));
    return lines;
}

void ask(const lake::Location &location, const catalog::Catalog &catalog, const QString &folder,
         const QJsonObject &asked)
{
    const auto open = [&]() -> Result<std::unique_ptr<lake::LakeReader>> {
        auto reader = lake::LakeReader::open(location, catalog);
        if (reader)
            (*reader)->setToday(today(*standing));
        return reader;
    };
    const auto reader = need(open());
    query::Query query;
    if (const QString filter = asked["filter"].toString(); !filter.isEmpty())
        query.where = {need(query::parseFilter(filter))};
    const auto made = need(
        metrics::makeDashboard(*reader, open, catalog, *catalog.find("responses"), query, planOf(asked), {}));
    write(folder + QStringLiteral("/dashboard.json"), QJsonDocument(json(made)).toJson());
    for (const QString &feed : {QStringLiteral("responses"), QStringLiteral("non-responses")})
        write(folder + QLatin1Char('/') + feed + QStringLiteral(".jsonl"), recordsOf(*reader, feed, query));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        qFatal("dashboardjson fill LAKE FEED PAGE | dashboardjson ask LAKE FOLDER PLAN");
    const auto catalog = catalog::Catalog::builtIn();
    const lake::Location location = need(lake::Location::parse(arguments[2], {}));
    const QByteArray content = contentOf(arguments[4]);
    if (arguments[1] == QLatin1String("fill"))
        fill(location, catalog, arguments[3], content);
    else
        ask(location, catalog, arguments[3], QJsonDocument::fromJson(content).object());
    return 0;
}
