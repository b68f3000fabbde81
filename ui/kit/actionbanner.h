// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/errorbanner.h"

namespace gauge::ui {

//! Says something in a banner and offers one thing to do about it, which is told with the words. A later
//! message takes the place of an earlier one.
class ActionBanner final : public QObject
{
    Q_OBJECT
public:
    using Action = std::function<void()>;

    ActionBanner(ErrorBanner *banner, QObject *parent);

    void tell(ErrorBanner::Severity severity, const QString &text, const QString &actionText = {},
              Action action = {});
    void tell(const Error &error, const QString &actionText = {}, Action action = {});
    void dismiss();

private:
    ErrorBanner *const m_banner;
    Action m_action;
};

} // namespace gauge::ui
