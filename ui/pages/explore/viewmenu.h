// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/explore/saved/savedlist.h"
#include "saved/view.h"

#include <QJsonObject>

class QComboBox;
class QMenu;
class QToolButton;

namespace gauge::engine {
class Engine;
}

namespace gauge::ui {

class LakeView;

//! The button "View": saved views to choose from, and all that can be done with them. It shows the name
//! of the view that is shown, and a mark when that was changed since.
class ViewMenu final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        QToolButton *button;
        QComboBox *feeds; //!< its data are FeedKeys
        LakeView *lake;
        ActionBanner *banner;
    };
    ViewMenu(engine::Engine &engine, const Parts &parts, QWidget *parent);

    //! Of what \a connection is called.
    void setConnection(const QString &connection) { m_connection = connection; }
    //! No view is shown any more: its filters were about another connection's records.
    void forget();
    //! The texts, after the language or the table changed.
    void present();
    [[nodiscard]] bool isChanged() const;

    //! Names of the views that are shown, by feed.
    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    //! A view is about to be shown.
    void lakeWanted();

private:
    [[nodiscard]] QWidget *window() const;
    [[nodiscard]] QString key() const;
    [[nodiscard]] const saved::View *current() const;
    [[nodiscard]] saved::View shown(const QString &name) const;
    void takeList();
    void fill();
    void addViews(QMenu *menu, const QString &feed);
    void addActions(QMenu *menu);
    void addCurrent(QMenu *menu, const saved::View &view);
    void choose(const saved::View &view);
    void askWithout(const saved::View &view, const QStringList &known);
    void show(const saved::View &view, query::Query query);
    void save();
    void rename(const saved::View &view);
    void remove(const saved::View &view);
    void share(const saved::View &view);
    void open();

    engine::Engine &m_engine;
    const Parts m_parts;
    ActionBanner &m_banner;
    SavedList<saved::View> m_list;
    QHash<QString, QString> m_current; //!< names by FeedKey
    QString m_connection;
    quint64 m_choice = 0;
};

} // namespace gauge::ui
