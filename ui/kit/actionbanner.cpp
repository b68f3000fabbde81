// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/actionbanner.h"

namespace gauge::ui {

ActionBanner::ActionBanner(ErrorBanner *banner, QObject *parent)
    : QObject(parent)
    , m_banner(banner)
{
    connect(banner, &ErrorBanner::actionTriggered, this, [this] {
        const Action action = std::exchange(m_action, {});
        m_banner->dismiss();
        if (action)
            action();
    });
    connect(banner, &ErrorBanner::dismissed, this, [this] { m_action = {}; });
}

void ActionBanner::tell(ErrorBanner::Severity severity, const QString &text, const QString &actionText,
                        Action action)
{
    m_action = std::move(action);
    m_banner->showMessage(severity, text, actionText);
}

void ActionBanner::tell(const Error &error, const QString &actionText, Action action)
{
    m_action = std::move(action);
    m_banner->showError(error, actionText);
}

void ActionBanner::dismiss()
{
    m_action = {};
    m_banner->dismiss();
}

} // namespace gauge::ui
