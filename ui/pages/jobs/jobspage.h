// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/jobs/joblistmodel.h"

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class JobsPage;
}

//! All long work of this session: what runs, what came of it, and its details to copy.
class JobsPage final : public QWidget
{
    Q_OBJECT
public:
    //! Both outlive the page.
    JobsPage(engine::JobList &jobs, JobListModel &model, QWidget *parent = nullptr);
    ~JobsPage() override;

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
