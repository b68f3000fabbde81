// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "saved/exportpreset.h"

#include <QDialog>

#include <memory>

namespace gauge::ui {

namespace Ui {
class NameDialog;
}

//! What a NameDialog asks.
struct NameQuestion
{
    QString title;
    QString acceptText; //!< "&Save"
    QString name; //!< to begin with
    QStringList taken;
    bool replaces = false; //!< a taken name is no obstacle: what has it is replaced
    QString words; //!< what is saved, in a sentence or two
};

//! A name for a view or an export, and for the latter the file that it writes each time.
class NameDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit NameDialog(NameQuestion question, QWidget *parent = nullptr);
    ~NameDialog() override;

    //! Also asks for a file, whose placeholders \a facts fill in.
    void askForFile(const QString &pattern, const saved::OutputFacts &facts);

Q_SIGNALS:
    void named(const QString &name, const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTexts();
    void check();
    void finish();
    [[nodiscard]] QString file() const;

    std::unique_ptr<Ui::NameDialog> m_ui;
    const NameQuestion m_question;
    std::optional<saved::OutputFacts> m_facts;
};

} // namespace gauge::ui
