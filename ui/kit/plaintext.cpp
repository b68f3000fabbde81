// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/plaintext.h"

#include "base/text.h"

#include <QMessageBox>

namespace gauge::ui {

namespace {

constexpr qsizetype longestToolTip = 2000;

QString shown(const QString &text)
{
    return withVisibleControls(text, Layout::Kept);
}

} // namespace

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QString cut = text.size() > longestToolTip ? text.left(longestToolTip) + QChar(0x2026) : text;
    // Qt wraps tool tips only if they are markup.
    return QStringLiteral("<qt>")
        + shown(cut).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"))
        + QStringLiteral("</qt>");
}

PlainLabel::PlainLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : PlainLabel(parent)
{
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    QLabel::setText(shown(text));
}

QMessageBox *makeQuestion(const QuestionText &question, QWidget *parent)
{
    auto *box = new QMessageBox(question.isWarning ? QMessageBox::Warning : QMessageBox::Question,
                                question.title, shown(question.text), QMessageBox::NoButton, parent);
    box->setObjectName(question.name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    if (!question.details.isEmpty())
        box->setInformativeText(shown(question.details));
    // QMessageBox::setTextFormat() leaves the informative text out.
    const QList<QLabel *> labels = box->findChildren<QLabel *>();
    for (QLabel *label : labels)
        label->setTextFormat(Qt::PlainText);
    return box;
}

} // namespace gauge::ui
