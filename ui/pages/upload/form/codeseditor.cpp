// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/codeseditor.h"

#include "kit/flowlayout.h"
#include "kit/plaintext.h"
#include "kit/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace gauge::ui {

namespace {

constexpr QChar comma = u',';

} // namespace

CodesEditor::CodesEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_edit(new QLineEdit(this))
    , m_flow(new FlowLayout(4, this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_edit->setMinimumWidth(160);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(comma))
            takeTyped();
        Q_EMIT edited();
    });
    watch(m_edit);
    retranslate();
}

QString CodesEditor::value() const
{
    QStringList codes = m_codes;
    if (const QString typed = m_edit->text().trimmed(); !typed.isEmpty())
        codes.append(typed);
    return codes.join(comma);
}

void CodesEditor::setValue(const QString &value)
{
    m_codes.clear();
    m_edit->setText(value);
    takeTyped();
}

QWidget *CodesEditor::control() const
{
    return m_edit;
}

std::vector<QWidget *> CodesEditor::tabStops() const
{
    std::vector<QWidget *> stops = m_chips;
    stops.push_back(m_edit);
    return stops;
}

void CodesEditor::takeTyped()
{
    const QStringList typed = m_edit->text().split(comma);
    for (const QString &each : typed) {
        const QString code = each.trimmed();
        if (!code.isEmpty() && !m_codes.contains(code))
            m_codes.append(code);
    }
    m_edit->clear();
    showChips();
}

void CodesEditor::showChips()
{
    for (QWidget *chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the sender
    }
    m_chips.clear();
    for (const QString &code : m_codes) {
        QWidget *chip = makeChip(code);
        m_flow->insertWidget(int(m_chips.size()), chip);
        m_chips.push_back(chip);
        chip->show();
    }
    for (QWidget *chip : m_chips)
        setTabOrder(chip, m_edit);
    updateGeometry();
}

QWidget *CodesEditor::makeChip(const QString &code)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(QStringLiteral("codeChip"));
    chip->setText(QString(code).replace(QLatin1Char('&'), QLatin1String("&&")));
    chip->setIcon(icon(QStringLiteral("close")));
    chip->setIconSize({12, 12});
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setToolTip(plainToolTip(tr("Remove %1").arg(code)));
    chip->setAccessibleName(tr("Remove %1").arg(code));
    connect(chip, &QToolButton::clicked, this, [this, code] { remove(code); });
    return chip;
}

void CodesEditor::remove(const QString &code)
{
    m_codes.removeAll(code);
    showChips();
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

void CodesEditor::retranslate()
{
    m_edit->setPlaceholderText(tr("Code, then Enter"));
    showChips();
}

bool CodesEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            takeTyped();
            return true;
        }
        if (key == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_codes.isEmpty()) {
            remove(m_codes.constLast());
            return true;
        }
    } else if (event->type() == QEvent::FocusOut) {
        takeTyped();
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace gauge::ui
