// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fileuploads.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace gauge::engine {
class Engine;
}

namespace gauge::ui {

namespace Ui {
class CheckStep;
}
class FindingsFilter;
class FindingsModel;

//! What a whole file looks like before anything is sent: all that is wrong with it, and the first requests
//! as they would leave.
class CheckStep final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckStep(engine::Engine &engine, QWidget *parent = nullptr);
    ~CheckStep() override;

    //! Reads and checks the file; \a first are its first rows, for the requests. Dates are converted where
    //! their format is certain or a person has chosen it for this file and mapping.
    void check(const upload::FilePlan &plan, const service::Connection &connection,
               const upload::CsvPreview &first);
    //! Ends a check that runs.
    void stop();
    //! What was checked, with the formats of its dates.
    [[nodiscard]] const upload::FilePlan &plan() const { return m_plan; }
    [[nodiscard]] const std::optional<upload::FileReport> &report() const { return m_report; }
    [[nodiscard]] QString obstacle() const;

Q_SIGNALS:
    void changed();
    //! The row that was chosen stands there.
    void rowShown();

protected:
    void changeEvent(QEvent *event) override;

private:
    using CheckJob = engine::BlockingJob<upload::FileReport>;

    void fillFilter();
    void start();
    void chooseDates(const QString &heading, upload::DateFormat format);
    [[nodiscard]] bool hasOpenDates() const;
    [[nodiscard]] bool takeCertainDates(const upload::FileReport &report);
    void take(const Result<upload::FileReport> &report);
    void present();
    void presentSummary();
    void showProgress();
    void showRequests();
    void showRowOf(const QModelIndex &index);
    void showRow(const upload::MappedRow &row);
    void save();

    engine::Engine &m_engine;
    std::unique_ptr<Ui::CheckStep> m_ui;
    FindingsModel *m_model;
    FindingsFilter *m_filter;
    upload::FilePlan m_plan;
    upload::DateFormats m_chosenDates; //!< by a person, for the path and the mapping of the plan
    upload::CsvPreview m_first;
    service::Connection m_connection;
    QPointer<CheckJob> m_job;
    std::optional<upload::FileReport> m_report;
    bool m_failed = false;
    quint64 m_rowGeneration = 0;
};

} // namespace gauge::ui
