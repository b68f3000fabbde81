// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/viewmenu.h"

#include "engine/engine.h"
#include "kit/fileplace.h"
#include "kit/namedialog.h"
#include "kit/onresult.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "pages/explore/lakeview.h"
#include "pages/explore/saved/explorestate.h"
#include "records/cells/display.h"
#include "saved/view.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QToolButton>

namespace gauge::ui {

namespace {

using saved::Existing;
using saved::View;

constexpr qsizetype longestOnButton = 24;
constexpr qsizetype longestInMenu = 60;

//! \a name as a menu or a button shows it.
QString label(const QString &name, qsizetype length)
{
    return display::oneLine(name, length).replace(QLatin1Char('&'), QLatin1String("&&"));
}

//! An action without a tool tip would show its name as one, and as markup.
QString toolTipOf(const QString &name, const QString &query)
{
    return query.isEmpty() ? name : query;
}

} // namespace

ViewMenu::ViewMenu(engine::Engine &engine, const Parts &parts, QWidget *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_parts(parts)
    , m_banner(*parts.banner)
    , m_list(engine.views(), this, m_banner, [this] { takeList(); })
{
    auto *menu = new QMenu(parts.button);
    menu->setObjectName(QStringLiteral("viewMenu"));
    menu->setToolTipsVisible(true);
    parts.button->setMenu(menu);
    parts.button->setPopupMode(QToolButton::InstantPopup);
    parts.button->setIcon(icon(QStringLiteral("view")));
    connect(menu, &QMenu::aboutToShow, this, [this] {
        fill();
        m_list.refresh();
    });
    connect(parts.lake, &LakeView::viewChanged, this, &ViewMenu::present);
    m_list.refresh();
    present();
}

QWidget *ViewMenu::window() const
{
    return m_parts.button->window();
}

QString ViewMenu::key() const
{
    return m_parts.feeds->currentData().toString();
}

const View *ViewMenu::current() const
{
    const auto name = m_current.constFind(key());
    return name == m_current.constEnd() ? nullptr : m_list.find(*name);
}

View ViewMenu::shown(const QString &name) const
{
    View view;
    view.name = name;
    view.feed = FeedKey::read(key()).feed;
    const FeedView shown = m_parts.lake->currentView();
    view.query = shown.query;
    view.widths = shown.widths;
    view.frozen = shown.frozen;
    view.tallRows = shown.tallRows;
    return view;
}

bool ViewMenu::isChanged() const
{
    const View *view = current();
    if (!view)
        return false;
    query::Query saved = view->query;
    query::Query now = m_parts.lake->shownQuery();
    saved.limit.reset(); // which the window has not
    if (saved.columns.isEmpty())
        now.columns.clear(); // the usual ones, whatever they are
    return saved != now;
}

void ViewMenu::present()
{
    const View *view = current();
    QToolButton *button = m_parts.button;
    if (!view) {
        button->setText(tr("Vie&w"));
        button->setToolTip(
            tr("Keep filter, search, columns and order under a name, and choose what was kept"));
        button->setAccessibleName(tr("View"));
        return;
    }
    const bool changed = isChanged();
    const QString name = label(view->name, longestOnButton);
    button->setText(changed ? QString(name + QLatin1String(" *")) : name);
    button->setToolTip(
        plainToolTip(changed ? tr("“%1”, changed since it was saved").arg(view->name) : view->name));
    button->setAccessibleName(changed ? tr("View: %1, changed since it was saved").arg(view->name)
                                      : tr("View: %1").arg(view->name));
}

void ViewMenu::takeList()
{
    if (isUntouched(m_parts.button->menu()))
        fill();
    present();
}

void ViewMenu::forget()
{
    m_current.clear();
    present();
}

void ViewMenu::fill()
{
    QMenu *menu = m_parts.button->menu();
    emptyMenu(menu);
    const QString here = FeedKey::read(key()).feed;
    addViews(menu, here);
    for (const catalog::Endpoint &feed : m_engine.catalog().endpoints()) {
        const bool any = std::any_of(m_list.things().begin(), m_list.things().end(),
                                     [&](const View &view) { return view.feed == feed.id; });
        if (any && feed.id != here)
            addViews(menu->addMenu(display::feedTitle(feed, query::Presence::There)), feed.id);
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    addActions(menu);
}

void ViewMenu::addViews(QMenu *menu, const QString &feed)
{
    const View *now = current();
    for (const View &view : m_list.things()) {
        if (view.feed != feed)
            continue;
        QAction *action = menu->addAction(label(view.name, longestInMenu));
        action->setToolTip(plainToolTip(toolTipOf(view.name, query::print(view.query))));
        action->setCheckable(true);
        action->setChecked(now && now->name == view.name);
        connect(action, &QAction::triggered, this, [this, view] { choose(view); });
    }
}

void ViewMenu::addActions(QMenu *menu)
{
    QAction *saving = menu->addAction(tr("&Save view…"));
    saving->setObjectName(QStringLiteral("saveView"));
    saving->setEnabled(m_parts.lake->hasLake());
    connect(saving, &QAction::triggered, this, &ViewMenu::save);
    if (const View *view = current())
        addCurrent(menu, *view);
    QAction *opening = menu->addAction(tr("&Open a view file…"));
    opening->setObjectName(QStringLiteral("openView"));
    connect(opening, &QAction::triggered, this, &ViewMenu::open);
    if (m_list.problems().isEmpty())
        return;
    menu->addSeparator();
    QAction *problems
        = menu->addAction(tr("%Ln file(s) cannot be read…", nullptr, int(m_list.problems().size())));
    problems->setObjectName(QStringLiteral("viewProblems"));
    problems->setIcon(icon(QStringLiteral("warning")));
    connect(problems, &QAction::triggered, this, [this] { m_list.tellProblems(); });
}

void ViewMenu::addCurrent(QMenu *menu, const View &view)
{
    const QString name = label(view.name, longestOnButton);
    const auto add = [&](const char *object, const QString &text, auto slot) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(object));
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    add("updateView", tr("&Update “%1”").arg(name), [this, view] {
        m_list.save(shown(view.name), Existing::Replace);
    })->setEnabled(isChanged());
    add("renameView", tr("&Rename…"), [this, view] { rename(view); });
    add("duplicateView", tr("&Duplicate"), [this, view, key = key()] {
        m_list.duplicate(view.name, [this, key](const View &copy) { m_current[key] = copy.name; });
    });
    add("shareView", tr("S&hare as a file…"), [this, view] { share(view); });
    add("removeView", tr("Re&move"), [this, view] { remove(view); });
}

void ViewMenu::choose(const View &view)
{
    m_banner.dismiss();
    const quint64 choice = ++m_choice;
    const auto columns = m_parts.lake->columnsOf(view.feed);
    if (!columns) {
        show(view, view.query);
        return;
    }
    onResult(*columns, this, [this, view, choice](const Result<std::vector<lake::LakeColumn>> &found) {
        if (choice != m_choice)
            return;
        QStringList known;
        if (found)
            for (const lake::LakeColumn &column : *found)
                known.append(column.name);
        // Without a lake there is nothing to compare with; the table says so itself.
        if (!found || saved::misfitOf(view.query, known).isNone())
            show(view, view.query);
        else
            askWithout(view, known);
    });
}

void ViewMenu::askWithout(const View &view, const QStringList &known)
{
    const saved::Misfit misfit = saved::misfitOf(view.query, known);
    QString words = tr("“%1” asks for what “%2” does not have. Missing columns: %3.")
                        .arg(view.name, m_connection, misfit.columns.join(QStringLiteral(", ")));
    if (!misfit.conditions.isEmpty())
        words += QLatin1Char(' ')
            + tr("Conditions on them: %1.").arg(misfit.conditions.join(QStringLiteral("; ")));
    words += QLatin1Char(' ') + tr("The table was left as it is.");
    m_banner.tell(ErrorBanner::Severity::Warning, words, tr("Show &without them"),
                  [this, view, known] { show(view, saved::fitted(view.query, known)); });
}

void ViewMenu::show(const View &view, query::Query query)
{
    const QString wanted = FeedKey{view.feed, query.presence}.text();
    const int index = m_parts.feeds->findData(wanted);
    if (index < 0) {
        m_banner.tell(
            ErrorBanner::Severity::Warning,
            tr("“%1” is about records that this GaugeDesk does not know: %2.").arg(view.name, wanted));
        return;
    }
    Q_EMIT lakeWanted();
    m_parts.feeds->setCurrentIndex(index);
    m_current[wanted] = view.name;
    if (query.limit) {
        m_banner.tell(
            ErrorBanner::Severity::Info,
            tr("“%1” is limited to %Ln row(s), which counts on the command line only. All are shown.",
               nullptr, int(*query.limit))
                .arg(view.name));
        query.limit.reset();
    }
    m_parts.lake->showView({query, view.widths, view.frozen, view.tallRows});
    present();
}

void ViewMenu::save()
{
    NameQuestion question;
    question.title = tr("Save view");
    question.acceptText = tr("&Save");
    question.taken = m_list.names();
    question.replaces = true;
    question.words = tr("It keeps the filter, the search, the columns and the order as they are now.");
    auto *dialog = new NameDialog(question, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NameDialog::named, this, [this](const QString &name) {
        m_list.save(shown(name), Existing::Replace,
                    [this, key = key()](const View &view) { m_current[key] = view.name; });
    });
    dialog->open();
}

void ViewMenu::rename(const View &view)
{
    NameQuestion question;
    question.title = tr("Rename view");
    question.acceptText = tr("&Rename");
    question.name = view.name;
    question.taken = m_list.names();
    question.taken.removeOne(view.name);
    auto *dialog = new NameDialog(question, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NameDialog::named, this, [this, old = view.name](const QString &name) {
        m_list.rename(old, name, [this, old](const View &renamed) {
            for (QString &current : m_current)
                if (saved::sameName(current, old))
                    current = renamed.name;
        });
    });
    dialog->open();
}

void ViewMenu::remove(const View &view)
{
    m_list.remove(view.name, [this, key = key()](const View &removed) {
        m_current.removeIf([&](const auto &entry) { return saved::sameName(entry.value(), removed.name); });
        present();
        m_banner.tell(ErrorBanner::Severity::Info, tr("“%1” removed.").arg(removed.name), tr("&Undo"),
                      [this, key, removed] {
                          m_list.save(removed, Existing::TakeAnotherName, [this, key](const View &back) {
                              if (!m_current.contains(key))
                                  m_current[key] = back.name;
                          });
                      });
    });
}

void ViewMenu::share(const View &view)
{
    auto *chooser = new QFileDialog(window(), tr("Share view"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(QStringLiteral("shareDialog"));
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("Views (*.gaugeview)"));
    chooser->setDefaultSuffix(saved::fileEnding(View::kind).mid(1));
    chooser->setDirectory(usualFolder());
    chooser->selectFile(saved::outputPath(QStringLiteral("{connection}"), {view.name, {}, {}})
                        + saved::fileEnding(View::kind));
    connect(chooser, &QFileDialog::fileSelected, this, [this, name = view.name](const QString &file) {
        m_list.share(name, file, [this, file](const View &shared) {
            m_banner.tell(ErrorBanner::Severity::Success,
                          tr("“%1” is in %2. Others open it with “Open a view file”.")
                              .arg(shared.name, QDir::toNativeSeparators(file)));
        });
    });
    chooser->open();
}

void ViewMenu::open()
{
    auto *chooser = new QFileDialog(window(), tr("Open a view file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(QStringLiteral("openViewDialog"));
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilter(tr("Views (*.gaugeview)"));
    chooser->setDirectory(usualFolder());
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_list.importFrom(file, [this](const View &view) { choose(view); });
    });
    chooser->open();
}

QJsonObject ViewMenu::saveState() const
{
    QJsonObject state;
    for (auto name = m_current.begin(); name != m_current.end(); ++name)
        state[name.key()] = name.value();
    return state;
}

void ViewMenu::restoreState(const QJsonObject &state)
{
    m_current.clear();
    for (auto name = state.begin(); name != state.end(); ++name)
        m_current[name.key()] = name->toString();
    present();
}

} // namespace gauge::ui
