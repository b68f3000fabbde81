// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/plaintext.h"
#include "pages/upload/form/formfields.h"
#include "upload/form/formstore.h"
#include "upload/form/recordcheck.h"
#include "upload/form/send.h"

#include <QScrollArea>

#include <functional>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace gauge::ui {

class FieldRow;

//! A form for one record or one response: its fields, those that a person adds, and at each what is wrong
//! with it. A field is checked as one leaves it, and from then on as one types.
class RecordForm final : public QScrollArea
{
    Q_OBJECT
public:
    using Check = std::function<std::vector<upload::RecordFinding>(const upload::FormRecord &)>;

    explicit RecordForm(QWidget *parent = nullptr);

    //! Another form, empty.
    void setFields(const std::vector<FormField> &fields);
    //! What is wrong with what is typed.
    void setCheck(Check check);
    //! Fills it; a heading that has no field gets one. Nothing is found wrong until a field is left.
    void setRecord(const upload::FormRecord &record);
    //! What is typed: the fields with a value, and all that were added.
    [[nodiscard]] upload::FormRecord record() const;
    [[nodiscard]] bool isEmpty() const { return record().empty(); }
    void setRecent(const upload::RecentValues &recent);

    //! Shows everything that is wrong, and puts the cursor into the first field that keeps the record from
    //! being sent. Errors that belong to no field come back.
    [[nodiscard]] std::vector<upload::RecordFinding> validate();
    [[nodiscard]] bool hasErrors() const;
    //! What the service refused, each at its field; what belongs to none comes back.
    [[nodiscard]] std::vector<upload::FieldError> showRefusals(const std::vector<upload::FieldError> &errors);
    void focusFirst();

Q_SIGNALS:
    //! By a person.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeAddLine();
    FieldRow *insertRow(const FormField &field);
    void removeRow(FieldRow *row);
    void clearRows();
    void orderTabs();
    void addTyped();
    void useSpelling(FieldRow *row, const QString &heading);
    void look();
    [[nodiscard]] FieldRow *rowOf(const QString &heading) const;
    void focus(FieldRow *row);
    void applyTexts();

    QWidget *m_content;
    QFormLayout *m_layout;
    QWidget *m_addLine;
    PlainLabel *m_addLabel;
    QLineEdit *m_addEdit;
    QPushButton *m_addButton;
    std::vector<FieldRow *> m_rows;
    upload::RecentValues m_recent;
    Check m_check;
};

} // namespace gauge::ui
