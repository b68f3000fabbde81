// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/uploadjob.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class UploadPane;
}

//! An upload that runs, with its pace and its counts, or has ended, with what a person can do about the rows
//! that were not accepted.
class UploadPane final : public QWidget
{
    Q_OBJECT
public:
    explicit UploadPane(QWidget *parent = nullptr);
    ~UploadPane() override;

    //! \a job was asked to send \a rows. It may have ended already, and may be deleted once it has.
    void follow(upload::UploadJob *job, qint64 rows);
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }

Q_SIGNALS:
    //! Once more, in this way; it sends \a rows.
    void sendWanted(const gauge::upload::UploadPlan &plan, qint64 rows);
    //! The rows that were refused.
    void refusedWanted(const gauge::upload::FilePlan &file);
    void anotherWanted();
    void finished();

protected:
    void changeEvent(QEvent *event) override;

private:
    //! What is to be known of a job that is gone.
    struct End
    {
        Job::State state = Job::State::Succeeded;
        std::optional<Error> error;
        lake::UploadCounts counts;
        qint64 rejected = 0;
        bool hasBegun = false;
        QString written;
    };

    void conclude();
    void present();
    void presentCounts(const lake::UploadCounts &counts);
    void presentRunning();
    void presentEnd();
    [[nodiscard]] qint64 left() const;
    void resume();
    void askAboutUnknown();

    std::unique_ptr<Ui::UploadPane> m_ui;
    QPointer<upload::UploadJob> m_job; //!< that runs
    QString m_title;
    upload::UploadPlan m_plan;
    qint64 m_rows = 0; //!< that were to be sent
    End m_end;
};

} // namespace gauge::ui
