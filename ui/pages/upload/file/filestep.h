// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fileuploads.h"

#include <QWidget>

#include <memory>

namespace gauge::engine {
class Engine;
}

namespace gauge::ui {

namespace Ui {
class FileStep;
}
class CsvPreviewModel;

//! Which file is sent, and how it is to be read.
class FileStep final : public QWidget
{
    Q_OBJECT
public:
    explicit FileStep(engine::Engine &engine, QWidget *parent = nullptr);
    ~FileStep() override;

    void open(const QString &path);
    //! Forgets the file, and says \a words until one is chosen.
    void say(const QString &words);
    [[nodiscard]] const QString &path() const { return m_path; }
    //! What was found; nothing while it is being read or cannot be.
    [[nodiscard]] const std::optional<engine::FileLook> &look() const { return m_look; }
    //! What becomes of blanks around values.
    [[nodiscard]] upload::Padding padding() const;
    //! Why it cannot go on from here, in words; empty: it can.
    [[nodiscard]] QString obstacle() const;
    //! Asks for a file.
    void choose();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillChoices();
    void read();
    void take(const Result<engine::FileLook> &look);
    void present();
    void presentDialect();
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString warnings() const;

    engine::Engine &m_engine;
    std::unique_ptr<Ui::FileStep> m_ui;
    CsvPreviewModel *m_model;
    QString m_path;
    upload::KnownDialect m_known;
    std::optional<engine::FileLook> m_look;
    QString m_said;
    bool m_failed = false;
    quint64 m_generation = 0;
};

} // namespace gauge::ui
