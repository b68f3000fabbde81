// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/lakesession.h"

#include <QObject>

namespace gauge::ui {

//! The figures above a lake table, worked out in the background: how many of how many, and the NPS
//! of what is shown.
class LakeSummary final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~LakeSummary() override;

    void setSession(std::shared_ptr<engine::LakeSession> session);
    //! Works out the figures of \a query; \a shown is the number of its rows, known already.
    void update(const catalog::Endpoint &endpoint, query::Query query, qint64 shown);
    void clear();
    //! Another question comes first: what is told stays, and what is not known yet is not asked any more.
    void interrupt();

    //! All records of the feed that are there, or that vanished; nothing while it is not known.
    [[nodiscard]] std::optional<qint64> total() const { return m_total; }
    //! "12,480 of 1,204,331 responses · NPS +38 (36 … 40) · ▲ 54 %  ● 30 %  ▼ 16 %"
    [[nodiscard]] QString text() const;
    //! The same without shapes, for a screen reader.
    [[nodiscard]] QString spokenText() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QStringList parts(bool shapes) const;

    std::shared_ptr<engine::LakeSession> m_session;
    catalog::Endpoint m_endpoint;
    query::Presence m_presence = query::Presence::There;
    qint64 m_shown = -1;
    std::optional<qint64> m_total;
    std::optional<lake::ScoreCounts> m_scores;
    std::stop_source m_stop;
    quint64 m_generation = 0;
};

} // namespace gauge::ui
