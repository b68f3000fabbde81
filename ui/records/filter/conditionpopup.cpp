// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/conditionpopup.h"

#include "ui_conditionpopup.h"

#include <QEvent>
#include <QScreen>

namespace gauge::ui {

ConditionPopup::ConditionPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_ui(std::make_unique<Ui::ConditionPopup>())
{
    m_ui->setupUi(this);
    connect(m_ui->editor, &ConditionEditor::confirmed, this, &ConditionPopup::accept);
    connect(m_ui->applyButton, &QPushButton::clicked, this, &ConditionPopup::accept);
}

ConditionPopup::~ConditionPopup() = default;

void ConditionPopup::setColumns(std::vector<lake::LakeColumn> columns)
{
    m_ui->editor->setColumns(std::move(columns));
}

void ConditionPopup::setValues(ValueSource source)
{
    m_ui->editor->setValues(std::move(source));
}

void ConditionPopup::open(QWidget *anchor, const std::optional<query::Condition> &condition,
                          std::vector<query::Filter> others)
{
    m_anchor = anchor;
    m_ui->editor->setCondition(condition, std::move(others));
    adjustSize();
    place();
    show();
    if (condition)
        m_ui->editor->focusValue();
    else
        m_ui->editor->focusColumn();
}

//! Under what it was opened from, and within the screen.
void ConditionPopup::place()
{
    if (!m_anchor)
        return;
    QPoint corner = m_anchor->mapToGlobal(QPoint(0, m_anchor->height() + 4));
    if (const QScreen *screen = m_anchor->screen()) {
        const QRect room = screen->availableGeometry();
        corner.setX(std::max(room.left(), std::min(corner.x(), room.right() - width())));
        corner.setY(std::max(room.top(), std::min(corner.y(), room.bottom() - height())));
    }
    move(corner);
}

void ConditionPopup::accept()
{
    if (!m_ui->editor->check())
        return;
    const query::Condition wanted = m_ui->editor->condition();
    hide();
    Q_EMIT accepted(wanted);
}

void ConditionPopup::hideEvent(QHideEvent *event)
{
    m_anchor = nullptr;
    m_ui->editor->rest();
    QFrame::hideEvent(event);
}

// It grows and shrinks with what the column and the operator need.
void ConditionPopup::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    place();
}

void ConditionPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    QFrame::changeEvent(event);
}

} // namespace gauge::ui
