// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/secretfield.h"

#include "kit/theme.h"

#include <QLineEdit>
#include <QToolButton>

namespace gauge::ui {

SecretField::SecretField(QLineEdit *edit, QToolButton *reveal, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_reveal(reveal)
{
    connect(reveal, &QToolButton::toggled, this, &SecretField::show);
    show(false);
}

void SecretField::show(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIcon(icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
}

void SecretField::clear()
{
    m_edit->clear();
    m_reveal->setChecked(false);
}

std::optional<Secret> SecretField::typed() const
{
    // Blanks around a pasted secret come from the clipboard, never from the service.
    const QString text = m_edit->text().trimmed();
    return m_edit->isEnabled() && !text.isEmpty() ? std::optional(Secret(text.toUtf8())) : std::nullopt;
}

} // namespace gauge::ui
