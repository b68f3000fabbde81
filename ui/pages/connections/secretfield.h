// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QObject>

#include <optional>

class QLineEdit;
class QToolButton;

namespace gauge::ui {

//! A line for a secret: hidden while it is typed, unless the person wants to see it.
class SecretField final : public QObject
{
    Q_OBJECT
public:
    SecretField(QLineEdit *edit, QToolButton *reveal, QObject *parent);

    //! Forgets what was typed, and hides what comes next.
    void clear();
    //! Nothing: the line is empty, or nothing may be typed there.
    [[nodiscard]] std::optional<Secret> typed() const;

private:
    void show(bool shown);

    QLineEdit *const m_edit;
    QToolButton *const m_reveal;
};

} // namespace gauge::ui
