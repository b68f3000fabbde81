// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <memory>

namespace gauge::ui {

namespace Ui {
class ExportNotice;
}

//! "Exported 12,480 rows to …", with ways to the file. Hidden until there is one.
class ExportNotice final : public QFrame
{
    Q_OBJECT
public:
    explicit ExportNotice(QWidget *parent = nullptr);
    ~ExportNotice() override;

    //! \a remarks: what else is to be known of it, in sentences; mostly empty.
    void showExport(qint64 rows, const QString &path, const QString &remarks = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    void present();

    std::unique_ptr<Ui::ExportNotice> m_ui;
    qint64 m_rows = 0;
    QString m_path;
    QString m_remarks;
};

} // namespace gauge::ui
