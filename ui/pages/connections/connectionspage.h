// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/connections/connectionlistmodel.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class ConnectionsPage;
}
class ConnectionEditor;

//! The saved connections: add, edit, test, sync, remove.
class ConnectionsPage final : public QWidget
{
    Q_OBJECT
public:
    ConnectionsPage(engine::Engine &engine, ConnectionListModel &model, QWidget *parent = nullptr);
    ~ConnectionsPage() override;

    //! Connections that are being synced; they cannot be removed meanwhile.
    void setSyncing(const QSet<QString> &ids);
    void addNew();
    //! Makes \a id the one that the list points at.
    void select(const QString &id);
    //! Opens the editor of \a id.
    void edit(const QString &id);
    //! Opens the editor of \a id and says why its secret is wanted.
    void askForSecret(const QString &id, const QString &words);
    void showError(const Error &error);
    //! Looks again who syncs what, if anybody looks at the page.
    void lookAgain();

Q_SIGNALS:
    //! A new connection was saved, or a secret that was asked for was given.
    void connected(const gauge::service::Connection &connection);
    void syncRequested(const QString &id);
    void readAgainRequested(const QString &id);
    void forgetRequested(const QString &id);
    void openRequested(const QString &id);
    void sampleRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void wire();
    [[nodiscard]] const service::Connection *current() const;
    void updateActions();
    void showHolders();
    void editCurrent();
    void closeEditor();
    void onSaved(const service::Connection &connection);
    void test();
    void askToRemove();
    void remove();
    void applyTexts();

    engine::Engine &m_engine;
    ConnectionListModel &m_model;
    std::unique_ptr<Ui::ConnectionsPage> m_ui;
    ConnectionEditor *m_editor;
    QPointer<Job> m_job;
    QSet<QString> m_syncing;
    QString m_currentId;
    service::Connection m_removing;
    bool m_secretAsked = false;
};

} // namespace gauge::ui
