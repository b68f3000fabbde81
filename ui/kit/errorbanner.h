// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFrame>

#include <memory>

namespace gauge::ui {

namespace Ui {
class ErrorBanner;
}

//! A message where the work is: icon and words, at most one action, details that can be copied.
//! Hidden until it has something to say; announced to screen readers as an alert.
class ErrorBanner final : public QFrame
{
    Q_OBJECT
public:
    enum class Severity { Info, Success, Warning, Error };
    Q_ENUM(Severity)

    explicit ErrorBanner(QWidget *parent = nullptr);
    ~ErrorBanner() override;

    //! Shows \a error; \a actionText names what actionTriggered() will do ("Try again"), or is empty.
    //! A cancelled work is not shown: the person knows.
    void showError(const Error &error, const QString &actionText = {});
    void showMessage(Severity severity, const QString &text, const QString &actionText = {});
    //! Hides it and forgets what it said.
    void dismiss();

    [[nodiscard]] Severity severity() const { return m_severity; }
    [[nodiscard]] QString text() const { return m_error.text; }
    //! Kind, words and details as they go to the clipboard, secrets taken out.
    [[nodiscard]] QString copyText() const;

Q_SIGNALS:
    void actionTriggered();
    //! The person closed it.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void present(Severity severity, const QString &actionText);
    void applyColors();
    void applyTexts();
    void showDetails(bool shown);

    std::unique_ptr<Ui::ErrorBanner> m_ui;
    Severity m_severity = Severity::Info;
    Error m_error;
    bool m_hasKind = false;
};

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
