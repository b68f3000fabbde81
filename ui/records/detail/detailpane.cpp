// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/detail/detailpane.h"

#include "base/text.h"
#include "kit/labels.h"
#include "kit/theme.h"
#include "ui_detailpane.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QFontDatabase>
#include <QScrollBar>

namespace gauge::ui {

namespace {

// A bigger record is shown without indentation: laying it out must not be felt.
constexpr qsizetype longestIndented = 1'000'000;

} // namespace

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DetailPane>())
{
    m_ui->setupUi(this);
    makeGroupTitle(m_ui->titleLabel);
    makeQuiet(m_ui->wordsLabel);
    m_ui->closeButton->setIcon(icon(QStringLiteral("close")));
    m_ui->rawView->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->previousButton->setIcon(icon(QStringLiteral("chevron-up")));
    m_ui->nextButton->setIcon(icon(QStringLiteral("chevron-down")));
    m_ui->findBar->setView(m_ui->rawView);
    connect(m_ui->closeButton, &QToolButton::clicked, this, &DetailPane::closeRequested);
    connect(m_ui->previousButton, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_ui->nextButton, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(m_ui->copyRawButton, &QPushButton::clicked, this, [this] {
        if (m_sheet)
            QGuiApplication::clipboard()->setText(QString::fromUtf8(m_sheet->detail.raw));
    });
    // Only what recordsheet.cpp made a link of: http and https.
    connect(m_ui->sheetView, &QTextBrowser::anchorClicked, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
    clear();
}

DetailPane::~DetailPane() = default;

void DetailPane::showRecord(RecordSheet sheet)
{
    const bool sameRecord
        = m_sheet && m_sheet->detail.raw == sheet.detail.raw && m_sheet->endpoint.id == sheet.endpoint.id;
    const int scrolled = m_ui->sheetView->verticalScrollBar()->value();
    m_sheet = std::move(sheet);
    m_sheet->masked = m_masked;
    present();
    if (sameRecord)
        m_ui->sheetView->verticalScrollBar()->setValue(scrolled);
}

bool DetailPane::findInText()
{
    if (!m_sheet || m_ui->tabs->currentWidget() != m_ui->rawTab || !isAncestorOf(QApplication::focusWidget()))
        return false;
    m_ui->findBar->start();
    return true;
}

void DetailPane::clear()
{
    showMessage(tr("Choose a record to see all of it here."));
}

void DetailPane::showMessage(const QString &words)
{
    m_sheet.reset();
    m_ui->wordsLabel->setText(words);
    present();
}

void DetailPane::present()
{
    m_ui->stack->setCurrentWidget(m_sheet ? m_ui->recordPage : m_ui->wordsPage);
    m_ui->previousButton->setEnabled(m_sheet.has_value());
    m_ui->nextButton->setEnabled(m_sheet.has_value());
    if (!m_sheet) {
        m_ui->titleLabel->setText(tr("Details"));
        m_ui->sheetView->clear();
        m_ui->rawView->clear();
        m_ui->findBar->refresh();
        return;
    }
    const QString title = sheetTitle(*m_sheet);
    m_ui->titleLabel->setText(title.isEmpty() ? tr("Details") : title);
    m_ui->sheetView->setHtml(sheetHtml(*m_sheet, QGuiApplication::palette()));
    presentRaw();
}

void DetailPane::presentRaw()
{
    const QByteArray &raw = m_sheet->detail.raw;
    m_ui->copyRawButton->setEnabled(!m_masked);
    if (m_masked)
        m_ui->rawView->setPlainText(tr("The JSON is hidden while personal data is masked."));
    else
        m_ui->rawView->setPlainText(withVisibleControls(
            QString::fromUtf8(raw.size() <= longestIndented ? indentedJson(raw) : raw), Layout::Kept));
    m_ui->findBar->refresh();
}

void DetailPane::setMasked(bool masked)
{
    if (m_masked == masked)
        return;
    m_masked = masked;
    if (!m_sheet)
        return;
    m_sheet->masked = masked;
    present();
}

void DetailPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QString words = m_ui->wordsLabel->text();
        m_ui->retranslateUi(this);
        m_ui->wordsLabel->setText(words);
        present();
    } else if (event->type() == QEvent::PaletteChange) {
        present();
    }
    QWidget::changeEvent(event);
}

namespace {

// Deeper levels are not indented further: hostile nesting must not make a text of its square.
constexpr int deepest = 32;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

//! The end of the string that begins at \a start (its opening quote).
qsizetype endOfString(const QByteArray &json, qsizetype start)
{
    for (qsizetype i = start + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

qsizetype nextToken(const QByteArray &json, qsizetype from)
{
    while (from < json.size() && isSpace(json[from]))
        ++from;
    return from;
}

} // namespace

QByteArray indentedJson(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 2);
    int level = 0;
    const auto newLine = [&] { out.append('\n').append(QByteArray(2 * std::clamp(level, 0, deepest), ' ')); };
    for (qsizetype i = nextToken(json, 0); i < json.size();) {
        const char c = json[i];
        if (c == '"') {
            const qsizetype end = endOfString(json, i);
            out.append(json.mid(i, end - i));
            i = nextToken(json, end);
            continue;
        }
        i = nextToken(json, i + 1);
        if (c == '{' || c == '[') {
            out.append(c);
            const bool empty = i < json.size() && (json[i] == '}' || json[i] == ']');
            ++level;
            if (!empty)
                newLine();
        } else if (c == '}' || c == ']') {
            const bool empty = out.endsWith('{') || out.endsWith('[');
            --level;
            if (!empty)
                newLine();
            out.append(c);
        } else if (c == ',') {
            out.append(c);
            newLine();
        } else if (c == ':') {
            out.append(": ");
        } else {
            out.append(c);
        }
    }
    return out;
}

} // namespace gauge::ui
