// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/explore/export/exportchoices.h"
#include "pages/explore/export/exportpreview.h"

#include <QDialog>

class QButtonGroup;

namespace gauge::ui {

namespace Ui {
class ExportDialog;
}

//! What to export, as what, and where to.
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(VisibleTable view, const QString &connection, ExportChoices choices,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    //! Saved exports; those of this feed can be begun with.
    void setPresets(std::vector<saved::ExportPreset> presets);
    //! Shows a sample; without one there is none.
    void setSampler(ExportPreview::Sampler sampler);

    [[nodiscard]] ExportChoices choices() const;
    //! Its placeholders are filled in.
    [[nodiscard]] QString output() const;

Q_SIGNALS:
    void exportWanted(const gauge::transfer::ExportPlan &plan, const gauge::ui::ExportChoices &choices);
    //! All choices are to be kept under a name.
    void saveWanted(const gauge::saved::ExportPreset &preset);

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] const transfer::ExportFormat &format() const;
    //! The format writes records as received.
    [[nodiscard]] bool masksWhatItCannot() const;
    [[nodiscard]] transfer::ExportPlan plan() const;
    [[nodiscard]] QString typedFile() const;
    //! A button for each format.
    void addFormats();
    void connectChoices();
    void fill(const ExportChoices &choices);
    void fillCells(const ExportChoices &choices);
    void fillPresets();
    void pick(int index);
    void onChange();
    void save();
    void applyTexts();
    void showOptions();
    void fitHeight();
    void lookForFile();
    void browse();
    void finish();

    std::unique_ptr<Ui::ExportDialog> m_ui;
    QButtonGroup *m_formats; //!< an id is a place in transfer::exportFormats()
    VisibleTable m_view;
    const saved::OutputFacts m_facts;
    const ExportChoices m_first; //!< as the dialog began
    std::vector<saved::ExportPreset> m_presets;
    std::optional<saved::ExportPreset> m_picked; //!< whose rows may be exported
    QStringList m_taken; //!< names of saved exports
    QString m_lastSaved;
    QString m_firstFile;
    quint64 m_lookup = 0;
};

} // namespace gauge::ui
