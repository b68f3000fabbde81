// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/searchfield.h"

#include "kit/theme.h"

#include <QKeyEvent>

namespace gauge::ui {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::announce);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            announce();
        else
            m_pause.start();
    });
    connect(this, &QLineEdit::returnPressed, this, &SearchField::announce);
}

void SearchField::setSearch(const QString &text)
{
    m_announced = text.trimmed();
    setText(text);
    m_pause.stop();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    QLineEdit::keyPressEvent(event);
    // Enter searches; it presses no button of a dialog besides.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
}

void SearchField::announce()
{
    m_pause.stop();
    const QString search = text().trimmed();
    if (search == m_announced)
        return;
    m_announced = search;
    Q_EMIT searchChanged(search);
}

} // namespace gauge::ui
