// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/recordsheet.h"

#include <QWidget>

namespace gauge::ui {

namespace Ui {
class DetailPane;
}

//! One record whole: as a sheet to read, and its JSON exactly as received.
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailPane(QWidget *parent = nullptr);
    ~DetailPane() override;

    void showRecord(RecordSheet sheet);
    //! Words instead of a record: why it cannot be shown.
    void showWords(const QString &words);
    //! No record is chosen.
    void clear();

    [[nodiscard]] bool hasRecord() const { return m_sheet.has_value(); }

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void present();

    std::unique_ptr<Ui::DetailPane> m_ui;
    std::optional<RecordSheet> m_sheet;
};

} // namespace gauge::ui
