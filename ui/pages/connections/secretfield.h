// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "engine/engine.h"
#include "kit/plaintext.h"

#include <QObject>
#include <QPushButton>

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

namespace gauge::ui {

//! Says in words how the operating system's keychain is, beside the choice to use it.
//! A keychain may ask the person to unlock it, so an answer can take half a minute.
class KeychainNotice final : public QObject
{
    Q_OBJECT
public:
    KeychainNotice(engine::Engine &engine, PlainLabel *label, QPushButton *retry, QObject *parent);

    void probe();
    void refreshTexts();
    //! Nothing while the answer is awaited.
    [[nodiscard]] std::optional<vault::KeychainState> state() const { return m_state; }

Q_SIGNALS:
    void answered(gauge::vault::KeychainState state);

private:
    engine::Engine &m_engine;
    PlainLabel *m_label;
    QPushButton *m_retry;
    std::optional<vault::KeychainState> m_state;
    bool m_waiting = false;
};

} // namespace gauge::ui
