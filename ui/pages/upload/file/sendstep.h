// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fileuploads.h"
#include "kit/plaintext.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace gauge::engine {
class Engine;
}

namespace gauge::ui {

namespace Ui {
class SendStep;
}

//! How the rows of a checked file are sent, and what to do where they were begun before.
class SendStep final : public QWidget
{
    Q_OBJECT
public:
    explicit SendStep(engine::Engine &engine, QWidget *parent = nullptr);
    ~SendStep() override;

    //! Asks about \a file, which \a report is about; looks whether it was sent before.
    void offer(const upload::FilePlan &file, const upload::FileReport &report,
               const service::Connection &connection);
    [[nodiscard]] upload::UploadPlan plan() const;
    //! How many that plan sends.
    [[nodiscard]] qint64 rowsToSend() const;
    [[nodiscard]] QString obstacle() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    using Earlier = std::optional<upload::Resumption>;

    void take(const Result<Earlier> &earlier);
    void present();
    void presentEarlier();
    [[nodiscard]] qint64 good() const { return m_report.rows - m_report.rejected; }
    [[nodiscard]] qint64 left() const;
    void fillOutputs();
    void browse(QLineEdit *edit, const QString &title);
    void lookAt(const QLineEdit *edit, PlainLabel *hint, const QString &usual);

    engine::Engine &m_engine;
    std::unique_ptr<Ui::SendStep> m_ui;
    upload::FilePlan m_file;
    upload::FileReport m_report;
    service::Connection m_connection;
    std::optional<Result<Earlier>> m_earlier; //!< nothing: it is not known yet
    QString m_usualFor; //!< the file that the names of the outputs were made for
    quint64 m_generation = 0;
};

} // namespace gauge::ui
