// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/previewpane.h"

#include "base/text.h"
#include "kit/labels.h"
#include "kit/theme.h"
#include "ui_previewpane.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QScrollBar>
#include <QUrlQuery>

namespace gauge::ui {

QString previewText(const upload::Preview &preview)
{
    const QUrl url(preview.url);
    QStringList lines{QString::fromLatin1(preview.method) + QLatin1Char(' ')
                      + url.toString(QUrl::RemoveQuery)};
    lines += preview.headers;
    lines.append(QString());
    // Both ways of sending are encoded in the same way.
    const QUrlQuery fields(preview.body.isEmpty() ? url.query(QUrl::FullyEncoded) : preview.body);
    const auto items = fields.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        lines.append(withVisibleControls(name + QStringLiteral(" = ") + value, Layout::Marked));
    return lines.join(QLatin1Char('\n'));
}

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PreviewPane>())
{
    m_ui->setupUi(this);
    makeGroupTitle(m_ui->titleLabel);
    m_ui->previewEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->curlButton->setIcon(icon(QStringLiteral("copy")));
    connect(m_ui->curlButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_curl); });
}

PreviewPane::~PreviewPane() = default;

void PreviewPane::setPreview(const upload::Preview &preview)
{
    m_curl = preview.curl;
    // The sandbox has another address each time.
    m_ui->curlButton->setEnabled(!QUrl(preview.url).host().isEmpty());
    const QString text = previewText(preview);
    if (text == m_ui->previewEdit->toPlainText())
        return;
    const int place = m_ui->previewEdit->verticalScrollBar()->value();
    m_ui->previewEdit->setPlainText(text);
    m_ui->previewEdit->verticalScrollBar()->setValue(place);
}

void PreviewPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QString text = m_ui->previewEdit->toPlainText();
        m_ui->retranslateUi(this);
        m_ui->previewEdit->setPlainText(text);
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
