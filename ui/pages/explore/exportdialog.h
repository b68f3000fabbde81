// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/explore/exportchoices.h"

#include <QDialog>

namespace gauge::ui {

namespace Ui {
class ExportDialog;
}

//! What to export, as what, and where to.
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(ShownView view, const QString &connection, ExportChoices choices, QWidget *parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] ExportChoices choices() const;
    [[nodiscard]] QString output() const;

Q_SIGNALS:
    void exportWanted(const gauge::transfer::ExportPlan &plan, const gauge::ui::ExportChoices &choices);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] transfer::Format format() const;
    //! JSON lines are the records as received.
    [[nodiscard]] bool masksWhatItCannot() const;
    [[nodiscard]] static QString readerHint(ExportChoices::Reader reader);
    [[nodiscard]] static QString listsHint(transfer::Lists lists, bool csv);
    [[nodiscard]] static QString nameFilter(transfer::Format format);
    void fill(const ExportChoices &choices);
    void applyTexts();
    void showOptions();
    void lookForFile();
    void browse();
    void finish();

    std::unique_ptr<Ui::ExportDialog> m_ui;
    ShownView m_view;
    quint64 m_lookup = 0;
};

} // namespace gauge::ui
