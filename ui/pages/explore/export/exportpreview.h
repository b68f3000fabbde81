// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/lakejob.h"
#include "transfer/exportsample.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace gauge::ui {

namespace Ui {
class ExportPreview;
}

//! The first rows of an export as they will be written, and what it will take. They are read in the
//! background, a moment after the last change.
class ExportPreview final : public QWidget
{
    Q_OBJECT
public:
    using SampleJob = engine::BlockingJob<transfer::ExportSample>;
    //! Starts the job that reads them.
    using Sampler = std::function<SampleJob *(const transfer::ExportPlan &plan)>;

    explicit ExportPreview(QWidget *parent = nullptr);
    ~ExportPreview() override;

    void setSampler(Sampler sampler) { m_sampler = std::move(sampler); }
    //! Shows the rows of \a plan instead.
    void showRowsOf(const transfer::ExportPlan &plan);
    void showSample(const transfer::ExportSample &sample);
    void showFailure(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask();
    void present();
    void showTable(int index);
    void showCells(const std::vector<QStringList> &cells);
    [[nodiscard]] QString sizeSummary() const;
    void fitHeight();

    std::unique_ptr<Ui::ExportPreview> m_ui;
    Sampler m_sampler;
    transfer::ExportPlan m_plan;
    QTimer m_pause; //!< until the choices stay as they are
    QPointer<SampleJob> m_job;
    std::optional<transfer::ExportSample> m_sample; //!< nothing: it is being read, or m_failure
    QString m_failure;
};

} // namespace gauge::ui
