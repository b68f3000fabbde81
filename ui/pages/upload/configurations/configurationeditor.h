// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/errorbanner.h"
#include "kit/plaintext.h"
#include "upload/form/configuration.h"

#include <QDialog>
#include <QPointer>

#include <memory>

namespace gauge::engine {
class Engine;
}

namespace gauge {
class Job;
}

namespace gauge::ui {

namespace Ui {
class ConfigurationEditor;
}
class HeadingModel;

//! A configuration of uploads: its reference, what it is of, and the headings that are mapped in
//! CustomerGauge. One that comes with GaugeDesk is saved as a copy. What cannot be saved is told at its
//! place, and stays in the dialog.
class ConfigurationEditor final : public QDialog
{
    Q_OBJECT
public:
    //! \a taken: names that other configurations have.
    ConfigurationEditor(engine::Engine &engine, upload::Configuration configuration, QStringList taken,
                        QWidget *parent = nullptr);
    ~ConfigurationEditor() override;

    //! A new one, with the headings that activities usually have.
    [[nodiscard]] static upload::Configuration newConfiguration();

    //! Takes the headings that were copied in a spreadsheet.
    void pasteHeadings();
    //! Asks for a CSV file and takes its headings.
    void askForFile();

Q_SIGNALS:
    void saved(const gauge::upload::Configuration &configuration);

public Q_SLOTS:
    //! Changes are not thrown away at the first touch of Escape.
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        QWidget *edit;
        PlainLabel *error;
    };
    void wire();
    void wireTable();
    void applyTexts();
    void colorObjections();
    void showType();
    void showHeadings();
    void updateButtons();
    void setObjection(const Field &field, const QString &words);
    bool checkFields();
    bool validate();
    [[nodiscard]] upload::Configuration edited() const;
    [[nodiscard]] bool isChanged() const;
    void addHeading();
    void editCell();
    void removeHeadings();
    void moveHeading(int by);
    void learn(const QString &file);
    void take(const std::vector<upload::Heading> &headings, const QString &nothing);
    void save();
    void begin(Job *job, const QString &words);
    void end();

    engine::Engine &m_engine;
    std::unique_ptr<Ui::ConfigurationEditor> m_ui;
    ActionBanner *m_banner;
    HeadingModel *m_headings;
    upload::Configuration m_configuration;
    upload::Configuration m_before; //!< as it was when the dialog opened
    const QStringList m_taken;
    QPointer<Job> m_job;
    bool m_tried = false; //!< to save: from then on objections follow what is typed
    bool m_warned = false; //!< that changes are not saved
};

} // namespace gauge::ui
