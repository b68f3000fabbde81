// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/jobs/joblistmodel.h"

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class JobsPage;
}

//! All long work of this session: what runs, what came of it, and its details to copy; and the syncs of
//! earlier ones.
class JobsPage final : public QWidget
{
    Q_OBJECT
public:
    //! \a jobs and \a model outlive the page; \a history becomes its second tab.
    JobsPage(engine::JobList &jobs, JobListModel &model, QWidget *history, QWidget *parent = nullptr);
    ~JobsPage() override;

    enum class Tab { Session, Earlier };
    void showTab(Tab tab);

    //! Whether there is a connection that may be read again now.
    void setMayReadAgain(bool may);

Q_SIGNALS:
    void readAgainRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] Job *current() const;
    void refresh();
    void applyTexts();

    JobListModel &m_model;
    std::unique_ptr<Ui::JobsPage> m_ui;
};

} // namespace gauge::ui
