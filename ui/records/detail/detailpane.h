// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/detail/recordsheet.h"

#include <QByteArray>
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
    void showMessage(const QString &words);
    //! No record is chosen.
    void clear();

    //! Hides personal data, and with it the JSON, in which it cannot be told from the rest.
    void setMasked(bool masked);

    //! Starts to find something in the JSON, if that is what the person is in; false otherwise.
    bool findInText();

    [[nodiscard]] bool hasRecord() const { return m_sheet.has_value(); }

Q_SIGNALS:
    void closeRequested();
    //! The record \a by places further down is wanted.
    void stepRequested(int by);

protected:
    void changeEvent(QEvent *event) override;

private:
    void present();
    void presentRaw();

    std::unique_ptr<Ui::DetailPane> m_ui;
    std::optional<RecordSheet> m_sheet;
    bool m_masked = false;
};

//! \a json with line breaks and indentation between its tokens and not a byte of a token changed:
//! numbers of any length and texts stay as received. What is no JSON is indented as far as it goes.
[[nodiscard]] QByteArray indentedJson(const QByteArray &json);

} // namespace gauge::ui
