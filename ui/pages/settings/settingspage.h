// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class SettingsPage;
}

//! The few things a person may set, where the data is, and what this program is.
class SettingsPage final : public QWidget
{
    Q_OBJECT
public:
    //! \a language is a code of Language::codes(), or empty for the system's.
    SettingsPage(const QString &dataFolder, const QString &language, QWidget *parent = nullptr);
    ~SettingsPage() override;

    //! Whether news can be told at all on this desktop, and whether they are wanted.
    void setAnnouncing(bool possible, bool wanted);

    //! How long a non-response is provisional.
    void setSettlingHours(int hours);

    //! How many responses a figure of the dashboard needs.
    void setLeast(int responses);

Q_SIGNALS:
    void languageChosen(const QString &code);
    void announcingChosen(bool wanted);
    void settlingChosen(int hours);
    void leastChosen(int responses);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTexts();

    std::unique_ptr<Ui::SettingsPage> m_ui;
    QString m_dataFolder;
};

} // namespace gauge::ui
