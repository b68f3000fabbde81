// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/errorbanner.h"

#include "base/log.h"
#include "base/text.h"
#include "kit/theme.h"
#include "ui_errorbanner.h"

#include <QAccessibleWidget>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

namespace gauge::ui {

namespace {

QAccessibleInterface *makeAlert(const QString &, QObject *object)
{
    auto *banner = qobject_cast<ErrorBanner *>(object);
    return banner ? new QAccessibleWidget(banner, QAccessible::AlertMessage) : nullptr;
}

void installAlertFactory()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAlert);
        return true;
    }();
    Q_UNUSED(installed)
}

struct Look
{
    QString icon;
    Signal signal;
};

Look lookOf(ErrorBanner::Severity severity)
{
    switch (severity) {
    case ErrorBanner::Severity::Success:
        return {QStringLiteral("success"), Signal::Good};
    case ErrorBanner::Severity::Warning:
        return {QStringLiteral("warning"), Signal::Attention};
    case ErrorBanner::Severity::Error:
        return {QStringLiteral("error"), Signal::Bad};
    case ErrorBanner::Severity::Info:
        break;
    }
    return {QStringLiteral("info"), Signal::Neutral};
}

QColor mixed(const QColor &base, const QColor &tint, float share)
{
    return QColor::fromRgbF(base.redF() * (1 - share) + tint.redF() * share,
                            base.greenF() * (1 - share) + tint.greenF() * share,
                            base.blueF() * (1 - share) + tint.blueF() * share);
}

} // namespace

ErrorBanner::ErrorBanner(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ErrorBanner>())
{
    installAlertFactory();
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    m_ui->closeButton->setIcon(icon(QStringLiteral("close")));
    m_ui->detailsPane->hide();
    connect(m_ui->actionButton, &QPushButton::clicked, this, &ErrorBanner::actionTriggered);
    connect(m_ui->detailsButton, &QToolButton::toggled, this, &ErrorBanner::showDetails);
    connect(m_ui->copyButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(copyText()); });
    connect(m_ui->closeButton, &QToolButton::clicked, this, [this] {
        dismiss();
        Q_EMIT dismissed();
    });
    hide();
}

ErrorBanner::~ErrorBanner() = default;

void ErrorBanner::showError(const Error &error, const QString &actionText)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_error = error;
    m_hasKind = true;
    const bool passing = error.kind == ErrorKind::Offline || error.kind == ErrorKind::Timeout
        || error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::Busy;
    present(passing ? Severity::Warning : Severity::Error, actionText);
}

void ErrorBanner::showMessage(Severity severity, const QString &text, const QString &actionText)
{
    m_error = Error{ErrorKind::Input, text, {}};
    m_hasKind = false;
    present(severity, actionText);
}

void ErrorBanner::present(Severity severity, const QString &actionText)
{
    m_severity = severity;
    m_ui->actionButton->setText(actionText);
    m_ui->actionButton->setVisible(!actionText.isEmpty());
    m_ui->detailsButton->setChecked(false);
    m_ui->detailsButton->setVisible(m_hasKind);
    applyTexts();
    applyColors();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorBanner::dismiss()
{
    hide();
    m_error = {};
    m_hasKind = false;
}

QString ErrorBanner::copyText() const
{
    QStringList lines;
    if (m_hasKind)
        lines << kindName(m_error.kind);
    lines << m_error.text;
    if (!m_error.detail.isEmpty())
        lines << m_error.detail;
    lines << QStringLiteral("GaugeDesk " GAUGE_VERSION);
    return redacted(lines.join(QLatin1Char('\n')));
}

void ErrorBanner::applyTexts()
{
    m_ui->textLabel->setText(m_error.text);
    m_ui->detailsText->setPlainText(withVisibleControls(copyText(), Layout::Kept));
    setAccessibleName(m_error.text);
}

void ErrorBanner::applyColors()
{
    const Look look = lookOf(m_severity);
    const QColor color = signalColor(look.signal, QGuiApplication::palette());
    m_ui->iconLabel->setPixmap(icon(look.icon, color).pixmap(QSize(24, 24), devicePixelRatio()));
    QPalette tinted = QGuiApplication::palette();
    const QColor background = mixed(tinted.color(QPalette::Window), color, 0.12F);
    if (palette().color(QPalette::Window) == background)
        return; // setPalette() below comes back here as a PaletteChange
    tinted.setColor(QPalette::Window, background);
    setPalette(tinted);
}

void ErrorBanner::showDetails(bool shown)
{
    m_ui->detailsPane->setVisible(shown);
    m_ui->detailsButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
}

void ErrorBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QString action = m_ui->actionButton->text();
        m_ui->retranslateUi(this);
        m_ui->actionButton->setText(action);
        applyTexts();
    } else if (event->type() == QEvent::PaletteChange) {
        applyColors();
    }
    QFrame::changeEvent(event);
}

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
