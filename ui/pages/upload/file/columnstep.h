// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fileuploads.h"
#include "upload/form/configuration.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace gauge::engine {
class Engine;
}

namespace gauge::ui {

namespace Ui {
class ColumnStep;
}
class CsvPreviewModel;
class ConfigurationBox;
class MappingDelegate;
class MappingModel;

//! Under which headings of which configuration the columns of a file are sent. What a person decides is kept
//! for each configuration as they go.
class ColumnStep final : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnStep(engine::Engine &engine, QWidget *parent = nullptr);
    ~ColumnStep() override;

    void setFile(const upload::CsvPreview &preview);
    void chooseConfiguration(const QString &id);
    [[nodiscard]] const std::optional<upload::Configuration> &configuration() const;
    [[nodiscard]] upload::ColumnMapping mapping() const;
    [[nodiscard]] QString obstacle() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void begin(const upload::MappingDraft &draft);
    void openEditors();
    void closeEditors();
    void keep();
    void present();
    void presentRecords();
    void presentFindings();

    engine::Engine &m_engine;
    std::unique_ptr<Ui::ColumnStep> m_ui;
    ConfigurationBox *m_box;
    MappingModel *m_model;
    MappingDelegate *m_delegate;
    CsvPreviewModel *m_records;
    upload::CsvPreview m_preview;
    std::optional<upload::Configuration> m_shown; //!< whose headings the table has
    QTimer m_pause; //!< until the mapping stays as it is
    QString m_obstacle;
    quint64 m_generation = 0;
};

} // namespace gauge::ui
