// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/dateformat.h"

#include <QWidget>

class QGridLayout;

namespace gauge::ui {

//! How the dates of a file are written: a line for each heading whose dates the service would not take as
//! they are. Hidden while there is none.
class DateFormatPane final : public QWidget
{
    Q_OBJECT
public:
    explicit DateFormatPane(QWidget *parent = nullptr);

    void setColumns(const std::vector<upload::DateColumn> &columns);

Q_SIGNALS:
    //! A person has chosen \a format for the dates under \a heading.
    void chosen(const QString &heading, upload::DateFormat format);

protected:
    void changeEvent(QEvent *event) override;

private:
    void present();
    void addLine(int line, const upload::DateColumn &column);

    QGridLayout *m_layout;
    std::vector<upload::DateColumn> m_columns;
};

} // namespace gauge::ui
