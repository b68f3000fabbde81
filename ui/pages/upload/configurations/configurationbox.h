// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/errorbanner.h"
#include "upload/form/configurationstore.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace gauge {
template <typename T>
class AsyncJob;
}

namespace gauge::engine {
class Engine;
}

namespace gauge::ui {

namespace Ui {
class ConfigurationBox;
}
class ConfigurationEditor;

//! All configurations to choose from, and a menu with all that can be done with them. What goes wrong, and
//! files that cannot be read, are told below.
class ConfigurationBox final : public QWidget
{
    Q_OBJECT
public:
    explicit ConfigurationBox(engine::Engine &engine, QWidget *parent = nullptr);
    ~ConfigurationBox() override;

    //! Nothing: the list has not come yet, or it cannot be read.
    [[nodiscard]] const std::optional<upload::Configuration> &current() const { return m_current; }
    //! Also before the list has come. One that is not there changes nothing.
    void choose(const QString &id);
    //! Other processes may have changed something.
    void refresh();

Q_SIGNALS:
    //! Another one, or the same with other contents.
    void currentChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    using Contents = upload::ConfigurationStore::Contents;
    using Next = std::function<void(const upload::Configuration &)>;

    void makeMenu();
    void applyTexts();
    void prepareMenu();
    void take(const Contents &contents);
    void fill();
    void adopt(const QString &id);
    void follow(AsyncJob<upload::Configuration> *job, Next next = {});
    [[nodiscard]] QStringList namesBeside(const QString &id) const;
    ConfigurationEditor *openEditor(const upload::Configuration &configuration);
    void paste();
    void learn();
    void duplicate();
    void rename();
    void remove();
    void undoRemoval(const upload::Configuration &removed);
    void importFile();
    void exportFile();

    struct Actions
    {
        QAction *edit;
        QAction *make;
        QAction *paste;
        QAction *learn;
        QAction *duplicate;
        QAction *rename;
        QAction *import;
        QAction *share;
        QAction *remove;
    };

    engine::Engine &m_engine;
    std::unique_ptr<Ui::ConfigurationBox> m_ui;
    ActionBanner *m_banner;
    QMenu *m_menu;
    Actions m_actions{};
    Contents m_contents;
    std::optional<upload::Configuration> m_current;
    QString m_wanted; //!< id of the one to choose as soon as it is there
    bool m_listFailed = false;
};

} // namespace gauge::ui
