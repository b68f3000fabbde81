// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/explore/export/exportchoices.h"
#include "pages/explore/saved/savedlist.h"
#include "service/connection.h"

#include <QFrame>
#include <QPointer>

#include <memory>

class QMenu;
class QToolButton;

namespace gauge::engine {
class Engine;
}

namespace gauge::ui {

class ExportDialog;
class ExportNotice;

//! Exports of one connection: the dialog, the menu of saved exports, and what came of them.
class ExportStarter final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        QToolButton *savedButton; //!< has the menu
        ExportNotice *notice;
        ErrorBanner *banner; //!< what went wrong with an export
        ActionBanner *savedBanner; //!< what became of a saved one
    };
    ExportStarter(engine::Engine &engine, const Parts &parts, QWidget *parent);

    void setConnection(const service::Connection &connection);
    //! Personal data is masked on screen: exports begin masked, and saved ones are.
    void setMasked(bool masked) { m_masked = masked; }
    //! Closes the question of ask(): the rows that it is about are not shown any more.
    void withdraw();
    //! Asks how to export \a view.
    void ask(VisibleTable view);
    //! After the language changed.
    void present();

    [[nodiscard]] const ExportChoices &choices() const { return m_choices; }
    void setChoices(const ExportChoices &choices) { m_choices = choices; }

Q_SIGNALS:
    //! Once more, from the dialog.
    void askedAgain();

private:
    [[nodiscard]] QWidget *window() const;
    void start(transfer::ExportPlan plan, const QString &retryText, const QString &remark = {});
    void takeList();
    void fill();
    void run(const saved::ExportPreset &preset);
    void runTo(const saved::ExportPreset &preset, const QString &output);
    //! Asks before \a preset replaces a file, and before one from elsewhere decides anything. \a replaced is
    //! a file that is there, or empty.
    void askToRun(const saved::ExportPreset &preset, const QString &output, const QString &replaced);
    void chooseFile(const saved::ExportPreset &preset);
    void rename(const saved::ExportPreset &preset);
    void remove(const saved::ExportPreset &preset);

    engine::Engine &m_engine;
    const Parts m_parts;
    ActionBanner &m_banner;
    SavedList<saved::ExportPreset> m_list;
    service::Connection m_connection;
    ExportChoices m_choices;
    bool m_masked = false;
    QPointer<ExportDialog> m_dialog;
};

} // namespace gauge::ui

namespace gauge::ui {

namespace Ui {
class ExportNotice;
}

//! "Exported 12,480 rows to …", with ways to the file. Hidden until there is one.
class ExportNotice final : public QFrame
{
    Q_OBJECT
public:
    explicit ExportNotice(QWidget *parent = nullptr);
    ~ExportNotice() override;

    //! \a remarks: what else is to be known of it, in sentences; mostly empty.
    void showExport(qint64 rows, const QString &path, const QString &warnings = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    void present();

    std::unique_ptr<Ui::ExportNotice> m_ui;
    qint64 m_rows = 0;
    QString m_path;
    QString m_remarks;
};

} // namespace gauge::ui
