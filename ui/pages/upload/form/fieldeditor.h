// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/form/formfields.h"

#include <QWidget>

namespace gauge::ui {

//! The widget to type one value in. A value is text, and goes as it was typed.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    //! The one that suits \a field.
    [[nodiscard]] static FieldEditor *make(const FormField &field, QWidget *parent);

    [[nodiscard]] virtual QString value() const = 0;
    //! Without a signal.
    virtual void setValue(const QString &value) = 0;
    //! Values to offer, the newest first.
    virtual void setRecent(const QStringList &values) { Q_UNUSED(values) }
    //! The part that has the focus and the accessible name.
    [[nodiscard]] virtual QWidget *control() const = 0;
    //! All parts that the Tab key visits, in order.
    [[nodiscard]] virtual std::vector<QWidget *> tabStops() const { return {control()}; }
    //! Says its words in another language.
    virtual void retranslate() {}

Q_SIGNALS:
    void edited(); //!< by a person
    void left(); //!< the focus went elsewhere

protected:
    explicit FieldEditor(QWidget *parent);
    //! What stands in an empty field: what is sent then, or else \a shape.
    [[nodiscard]] static QString placeholder(const QString &defaultValue, const QString &shape = {});
    //! Tells when \a part loses the focus.
    void watch(QWidget *part);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace gauge::ui
