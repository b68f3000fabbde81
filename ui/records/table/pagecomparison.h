// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/lakesession.h"
#include "records/table/livepage.h"

#include <QHash>
#include <QObject>

namespace gauge::ui {

//! What a lake has of a live page's records.
struct PageComparison
{
    enum class State { Same, Differs, Missing };
    std::vector<State> rows; //!< of each record
    //! What the lake has instead, of each cell that differs, by row and place of the column.
    QHash<std::pair<int, int>, QString> instead;
    int missing = 0;
    int differing = 0;
};

//! Compares live pages with a lake, without blocking.
class PageComparer final : public QObject
{
    Q_OBJECT
public:
    using ComparisonPointer = std::shared_ptr<const PageComparison>;
    using QObject::QObject;
    ~PageComparer() override;

    //! Looks \a page up in the lake of \a session. One that runs is given up. \a whole: everything was asked
    //! for (with[]); otherwise what is not there is no difference.
    void compare(std::shared_ptr<engine::LakeSession> session, LivePage page, bool whole);
    void cancel();

Q_SIGNALS:
    //! Not told when the lake cannot be read; a lake that is not there has none of the records.
    void compared(const gauge::ui::PageComparer::ComparisonPointer &comparison);

private:
    void find(const QStringList &columns);
    void read(const std::vector<qint64> &keys, const QStringList &columns);
    void conclude(const std::vector<lake::OwnedRow> &rows, const QStringList &columns);

    std::shared_ptr<engine::LakeSession> m_session;
    LivePage m_page;
    bool m_whole = false;
    std::stop_source m_stop;
    quint64 m_generation = 0;
};

//! \a rows are of the lake, and have a value of each of \a columns by name.
[[nodiscard]] PageComparison comparison(const LivePage &page, const std::vector<lake::OwnedRow> &rows,
                                        const QStringList &columns, bool whole);

} // namespace gauge::ui
