// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace gauge::engine {
class JobList;
}

namespace gauge::ui {

namespace Ui {
class JobPanel;
}

//! The status line: the newest running job with its progress and Cancel, or what came of the last
//! one. A click on the words opens the Jobs page.
class JobPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit JobPanel(engine::JobList &jobs, QWidget *parent = nullptr);
    ~JobPanel() override;

    //! Said instead of anything else until it is empty again ("Stopping…").
    void setNotice(const QString &words);

    //! Shown beside everything else until it is empty again: a sync that failed or is overdue.
    void setTrouble(const QString &words);
    //! Said while nothing runs and nothing has.
    void setResting(const QString &words);

Q_SIGNALS:
    void opened();
    void troubleOpened();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showRunning(const Job &job, int others);
    void showResting();
    void showMessage(const QString &iconName, const QString &words);
    void elide();
    void showTroubleIcon();

    std::unique_ptr<Ui::JobPanel> m_ui;
    engine::JobList &m_jobs;
    QPointer<Job> m_shown;
    QString m_notice;
    QString m_words;
    QString m_trouble;
    QString m_resting;
};

} // namespace gauge::ui
