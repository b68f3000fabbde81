// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/lakesummary.h"

#include "kit/format.h"
#include "kit/onresult.h"
#include "metrics/figures/statistics.h"
#include "records/cells/display.h"

namespace gauge::ui {

LakeSummary::~LakeSummary()
{
    m_stop.request_stop();
}

void LakeSummary::setSession(std::shared_ptr<engine::LakeSession> session)
{
    clear();
    m_session = std::move(session);
}

void LakeSummary::clear()
{
    m_stop.request_stop();
    ++m_generation;
    m_shown = -1;
    m_total.reset();
    m_scores.reset();
    Q_EMIT changed();
}

void LakeSummary::interrupt()
{
    m_stop.request_stop();
    ++m_generation;
}

void LakeSummary::update(const catalog::Endpoint &endpoint, query::Query query, qint64 shown)
{
    clear();
    m_endpoint = endpoint;
    m_shown = shown;
    if (!m_session)
        return;
    m_stop = std::stop_source();
    query.sort.clear(); // figures do not depend on it
    query.columns.clear();
    m_presence = query.presence;
    query::Query everything;
    everything.presence = m_presence;
    const bool whole = query == everything;
    if (whole)
        m_total = shown;
    Q_EMIT changed();
    const quint64 generation = m_generation;
    if (!m_endpoint.scoreColumn.isEmpty()) {
        onResult(m_session->scores(m_endpoint.id, query, m_stop.get_token()), this,
                 [this, generation](const Result<lake::ScoreCounts> &scores) {
                     if (generation != m_generation || !scores)
                         return;
                     m_scores = *scores;
                     Q_EMIT changed();
                 });
    }
    if (whole)
        return;
    onResult(m_session->count(m_endpoint.id, everything, m_stop.get_token()), this,
             [this, generation](const Result<qint64> &total) {
                 if (generation != m_generation || !total)
                     return;
                 m_total = *total;
                 Q_EMIT changed();
             });
}

QStringList LakeSummary::parts(bool shapes) const
{
    if (m_shown < 0)
        return {};
    const QString feed = QLocale().toLower(display::feedTitle(m_endpoint, m_presence));
    QStringList parts;
    if (m_total && *m_total != m_shown)
        parts.append(tr("%1 of %2 %3", "12,480 of 1,204,331 responses")
                         .arg(countText(m_shown), countText(*m_total), feed));
    else
        parts.append(tr("%1 %2", "1,204,331 responses").arg(countText(m_shown), feed));
    if (!m_scores)
        return parts;
    const metrics::Counts counts{m_scores->promoters, m_scores->passives, m_scores->detractors};
    if (counts.total() == 0)
        return parts;
    const metrics::Nps nps = metrics::npsOf(counts);
    parts.append(
        tr("NPS %1 (%2 … %3)").arg(signedText(nps.score), pointsText(nps.low), pointsText(nps.high)));
    const auto share = [&](display::ScoreGroup group, qint64 count) {
        const QString sign = shapes ? QString(display::shape(group)) : display::word(group);
        return tr("%1 %2", "a shape and its share: ▲ 54 %")
            .arg(sign, percentText(100.0 * double(count) / double(counts.total())));
    };
    const QStringList shares{share(display::ScoreGroup::Promoter, counts.promoters),
                             share(display::ScoreGroup::Passive, counts.passives),
                             share(display::ScoreGroup::Detractor, counts.detractors)};
    parts.append(shares.join(shapes ? QStringLiteral("  ") : QStringLiteral(", ")));
    return parts;
}

QString LakeSummary::text() const
{
    return parts(true).join(QStringLiteral(" · "));
}

QString LakeSummary::spokenText() const
{
    return parts(false).join(QStringLiteral("; "));
}

} // namespace gauge::ui
