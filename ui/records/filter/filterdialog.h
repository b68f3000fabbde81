// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/filter/valuepicker.h"

#include "lake/sql/types.h"

#include <QDialog>

namespace gauge::ui {

namespace Ui {
class FilterDialog;
}

//! The whole filter as a tree of groups and conditions, in words, and as the text that the command line
//! takes. Each can be changed and the others follow; nothing is applied before OK.
class FilterDialog final : public QDialog
{
    Q_OBJECT
public:
    //! All of \a filters must hold. \a place of them is to be looked at first; -1: none in particular.
    FilterDialog(std::vector<lake::LakeColumn> columns, const std::vector<query::Filter> &filters, int place,
                 ValueSource source, QWidget *parent = nullptr);
    ~FilterDialog() override;

Q_SIGNALS:
    void chosen(const std::vector<gauge::query::Filter> &filters);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void showPart();
    void showButtons();
    void showFilter();
    void showProblem();
    void takeText(const QString &text);
    void addCondition();
    void copyText();
    void finish();

    std::unique_ptr<Ui::FilterDialog> m_ui;
    std::vector<lake::LakeColumn> m_columns;
    QString m_textProblem; //!< why the text is no filter
    bool m_isTyping = false; //!< the filter comes from the text
};

} // namespace gauge::ui
