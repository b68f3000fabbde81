// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/lake.h"

#include <QDialog>

namespace gauge::ui {

namespace Ui {
class ColumnChooser;
}

//! Which of a feed's columns a table shows; a feed may have thousands, so they can be searched.
//! Their order is changed by dragging headers in the table.
class ColumnChooser final : public QDialog
{
    Q_OBJECT
public:
    ColumnChooser(catalog::Endpoint endpoint, std::vector<lake::LakeColumn> columns, QStringList shown,
                  QWidget *parent = nullptr);
    ~ColumnChooser() override;

Q_SIGNALS:
    void chosen(const QStringList &names);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tick(const QStringList &names);
    void filter(const QString &text);
    void showCount();
    [[nodiscard]] QStringList ticked() const;
    void finish();

    std::unique_ptr<Ui::ColumnChooser> m_ui;
    catalog::Endpoint m_endpoint;
    std::vector<lake::LakeColumn> m_columns;
    QStringList m_shown;
};

} // namespace gauge::ui
