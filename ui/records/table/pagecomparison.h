// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "engine/lakesession.h"
#include "lake/sql/types.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace gauge::ui {

//! One page of live records and the columns it has; a cell becomes text when it is asked for. A value: what
//! is copied shares the page.
class LivePage
{
public:
    using PagePointer = std::shared_ptr<const catalog::Page>;

    LivePage() = default;
    //! nullptr: a page without records.
    LivePage(PagePointer page, catalog::Endpoint endpoint);

    [[nodiscard]] const catalog::Endpoint &endpoint() const { return m_endpoint; }
    //! The endpoint's columns, then the page's dynamic names.
    [[nodiscard]] const std::vector<lake::LakeColumn> &columns() const { return m_columns; }
    [[nodiscard]] std::size_t rows() const { return m_page ? m_page->records.size() : 0; }
    [[nodiscard]] const PagePointer &page() const { return m_page; }

    //! As received, lists readable; nothing: null, or not there.
    [[nodiscard]] std::optional<QString> value(int row, int place) const;
    //! The value of a column by name.
    [[nodiscard]] QString valueOf(int row, const QString &column) const;
    [[nodiscard]] QByteArray raw(int row) const;

private:
    [[nodiscard]] const catalog::Cell *cell(int row, int place) const;

    PagePointer m_page;
    catalog::Endpoint m_endpoint;
    std::vector<lake::LakeColumn> m_columns;
};

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
