// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/findbar.h"

#include "kit/labels.h"
#include "kit/theme.h"
#include "ui_findbar.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace gauge::ui {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FindBar>())
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->countLabel);
    m_ui->findEdit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_ui->findEdit->installEventFilter(this);
    m_ui->previousButton->setIcon(icon(QStringLiteral("chevron-up")));
    m_ui->nextButton->setIcon(icon(QStringLiteral("chevron-down")));
    connect(m_ui->findEdit, &QLineEdit::textChanged, this, [this] {
        look();
        step(0);
    });
    connect(m_ui->previousButton, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_ui->nextButton, &QToolButton::clicked, this, [this] { step(1); });
    tell();
}

FindBar::~FindBar() = default;

void FindBar::setView(QPlainTextEdit *view)
{
    m_view = view;
    refresh();
}

void FindBar::start()
{
    m_ui->findEdit->setFocus();
    m_ui->findEdit->selectAll();
}

void FindBar::look()
{
    m_found.clear();
    const QString wanted = m_ui->findEdit->text();
    m_length = int(wanted.size());
    if (m_view && !wanted.isEmpty()) {
        const QString text = m_view->toPlainText();
        for (qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive))
            m_found.push_back(int(at));
    }
    m_chosen = m_found.empty() ? -1 : 0;
}

void FindBar::refresh()
{
    look();
    mark();
    tell();
}

//! Chooses the one \a by places on, around the end, and brings it into sight.
void FindBar::step(int by)
{
    const int count = int(m_found.size());
    if (count > 0) {
        m_chosen = (m_chosen + by + count) % count;
        QTextCursor cursor(m_view->document());
        cursor.setPosition(m_found[std::size_t(m_chosen)]);
        m_view->setTextCursor(cursor);
        m_view->ensureCursorVisible();
    }
    mark();
    tell();
}

void FindBar::mark()
{
    if (!m_view)
        return;
    QList<QTextEdit::ExtraSelection> marks;
    const QPalette colors = m_view->palette();
    for (int i = 0; i < int(m_found.size()); ++i) {
        if (i >= mostMarked && i != m_chosen)
            continue;
        QTextEdit::ExtraSelection one;
        one.cursor = QTextCursor(m_view->document());
        one.cursor.setPosition(m_found[std::size_t(i)]);
        one.cursor.setPosition(m_found[std::size_t(i)] + m_length, QTextCursor::KeepAnchor);
        // The line under it says it without a colour.
        one.format.setFontUnderline(true);
        if (i == m_chosen) {
            one.format.setBackground(colors.brush(QPalette::Highlight));
            one.format.setForeground(colors.brush(QPalette::HighlightedText));
        }
        marks.append(one);
    }
    m_view->setExtraSelections(marks);
}

void FindBar::tell()
{
    const bool found = !m_found.empty();
    m_ui->previousButton->setEnabled(found);
    m_ui->nextButton->setEnabled(found);
    if (m_length == 0)
        m_ui->countLabel->clear();
    else if (found)
        m_ui->countLabel->setText(tr("%L1 of %L2").arg(m_chosen + 1).arg(m_found.size()));
    else
        m_ui->countLabel->setText(tr("Not found"));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_length > 0) {
            m_ui->findEdit->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        tell();
    } else if (event->type() == QEvent::PaletteChange) {
        mark();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
