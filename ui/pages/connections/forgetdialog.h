// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QDialog>
#include <QPointer>

#include <memory>

namespace gauge::ui {

namespace Ui {
class ForgetDialog;
}

//! Finds what is kept about a person in all local copies of a connection, exports it, and erases it after the
//! number of records was typed. What was typed is kept nowhere.
class ForgetDialog final : public QDialog
{
    Q_OBJECT
public:
    ForgetDialog(engine::Engine &engine, service::Connection connection, QWidget *parent = nullptr);
    ~ForgetDialog() override;

    //! Stops looking; an export or an erasure that has begun goes on as a job.
    void reject() override;

Q_SIGNALS:
    //! Records are gone from the local copies.
    void erased();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class View { Search, Report };
    void wire();
    void applyTexts();
    void showView(View view);
    void refresh();
    void makeRoom();
    void makeDefault(QWidget *button);
    [[nodiscard]] lake::PersonKey::Kind kind() const;
    [[nodiscard]] lake::Mentions mentions() const;
    void forgetFound();
    void look();
    void showFound();
    void askForFile();
    void write(const QString &output);
    void askToErase();
    void erase();
    void showErased(const engine::PersonErased &erased);
    void askForReportFile();
    void saveReport(const QString &path);
    //! Shows that \a job works, until it ends; its error is shown then.
    void begin(Job *job, const QString &words);

    engine::Engine &m_engine;
    const service::Connection m_connection;
    std::unique_ptr<Ui::ForgetDialog> m_ui;
    QPointer<Job> m_job;
    bool m_isLooking = false; //!< m_job changes nothing
    lake::PersonKey m_key; //!< of what was found
    std::optional<engine::PersonFound> m_found;
    std::optional<engine::PersonErased> m_erased;
};

} // namespace gauge::ui
