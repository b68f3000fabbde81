// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/conditionbar.h"

#include "kit/flowlayout.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "records/cells/display.h"
#include "records/filter/conditiontext.h"
#include "records/filter/filterdialog.h"
#include "ui_conditionpopup.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QToolButton>

namespace gauge::ui {

ConditionBar::ConditionBar(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(8, this))
    , m_add(new QToolButton(this))
    , m_editAll(new QToolButton(this))
    , m_row(new QToolButton(this))
    , m_clear(new QPushButton(this))
    , m_popup(new ConditionPopup(this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const auto prepare = [](QToolButton *button, const char *name, const char *iconName) {
        button->setObjectName(QLatin1String(name));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(icon(QLatin1String(iconName)));
        button->setFocusPolicy(Qt::StrongFocus);
    };
    prepare(m_add, "addFilterButton", "plus");
    prepare(m_editAll, "editFiltersButton", "edit");
    prepare(m_row, "filterRowButton", "filter");
    m_row->setCheckable(true);
    m_clear->setObjectName(QStringLiteral("clearFiltersButton"));
    m_clear->setFlat(true);
    m_clear->hide();
    m_popup->setObjectName(QStringLiteral("conditionPopup"));
    m_flow->addWidget(m_add);
    m_flow->addWidget(m_editAll);
    m_flow->addWidget(m_row);
    m_flow->addWidget(m_clear);
    connect(m_add, &QToolButton::clicked, this, [this] { edit(-1, m_add); });
    connect(m_editAll, &QToolButton::clicked, this, [this] { editAll(-1); });
    auto *rowShortcut = new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L, this);
    connect(rowShortcut, &QShortcut::activated, m_row, &QToolButton::toggle);
    connect(m_row, &QToolButton::toggled, this, &ConditionBar::filterRowWanted);
    connect(m_clear, &QPushButton::clicked, this, &ConditionBar::cleared);
    connect(m_popup, &ConditionPopup::accepted, this, &ConditionBar::take);
    retranslate();
}

ConditionBar::~ConditionBar() = default;

void ConditionBar::setColumns(std::vector<lake::LakeColumn> columns)
{
    m_columns = std::move(columns);
    m_popup->setColumns(m_columns);
    for (QToolButton *button : {m_add, m_editAll, m_row})
        button->setEnabled(!m_columns.empty());
    showChips();
}

void ConditionBar::setValues(ValueSource source)
{
    m_values = source;
    m_popup->setValues(std::move(source));
}

void ConditionBar::withoutFilterRow()
{
    m_row->hide();
    m_row->setEnabled(false); // nor by its shortcut
}

bool ConditionBar::wantsFilterRow() const
{
    return m_row->isChecked();
}

void ConditionBar::setFilterRow(bool shown)
{
    m_row->setChecked(shown);
}

void ConditionBar::setConditions(std::vector<query::Filter> conditions)
{
    m_conditions = std::move(conditions);
    showChips();
}

void ConditionBar::setClearable(bool clearable)
{
    m_clearable = clearable;
    m_clear->setVisible(m_clearable || !m_conditions.empty());
}

void ConditionBar::showChips()
{
    for (QWidget *chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the sender
    }
    m_chips.clear();
    QWidget *before = nullptr;
    for (int place = 0; place < int(m_conditions.size()); ++place) {
        QWidget *chip = makeChip(place);
        m_chips.push_back(chip);
        m_flow->insertWidget(place, chip);
        if (before)
            setTabOrder(before, chip);
        before = chip;
        chip->show();
    }
    setClearable(m_clearable);
    updateGeometry();
}

QWidget *ConditionBar::makeChip(int place)
{
    const QString words = filterLabel(m_conditions[std::size_t(place)], m_columns);
    auto *chip = new QFrame(this);
    chip->setObjectName(QStringLiteral("chip%1").arg(place));
    chip->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QHBoxLayout(chip);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(0);
    auto *text = new QToolButton(chip);
    text->setObjectName(QStringLiteral("chipText"));
    text->setText(QString(words).replace(QLatin1Char('&'), QLatin1String("&&")));
    text->setAutoRaise(true);
    text->setFocusPolicy(Qt::StrongFocus);
    text->setAccessibleName(tr("Filter: %1").arg(words));
    const bool isGroup = m_conditions[std::size_t(place)].kind() != query::Filter::Kind::Condition;
    text->setToolTip(isGroup ? plainToolTip(words) : tr("Change this filter"));
    text->installEventFilter(this);
    text->setProperty("place", place);
    auto *close = new QToolButton(chip);
    close->setObjectName(QStringLiteral("chipRemove"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("Remove this filter"));
    close->setAccessibleName(tr("Remove the filter %1").arg(words));
    layout->addWidget(text);
    layout->addWidget(close);
    chip->setFocusProxy(text);
    connect(text, &QToolButton::clicked, this, [this, place, chip, isGroup] {
        if (isGroup)
            editAll(place);
        else
            edit(place, chip);
    });
    connect(close, &QToolButton::clicked, this, [this, place] { remove(place); });
    return chip;
}

bool ConditionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            remove(watched->property("place").toInt());
            m_add->setFocus();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            static_cast<QToolButton *>(watched)->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConditionBar::edit(int place, QWidget *anchor)
{
    m_edited = place;
    std::vector<query::Filter> others = m_conditions;
    std::optional<query::Condition> condition;
    if (place >= 0) {
        condition = others[std::size_t(place)].condition();
        others.erase(others.begin() + place);
    }
    m_popup->open(anchor, condition, std::move(others));
}

void ConditionBar::editAll(int place)
{
    auto *dialog = new FilterDialog(m_columns, m_conditions, place, m_values, this);
    dialog->setObjectName(QStringLiteral("filterDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FilterDialog::chosen, this, [this](const std::vector<query::Filter> &filters) {
        if (filters == m_conditions)
            return;
        setConditions(filters);
        Q_EMIT conditionsChanged();
    });
    dialog->open();
}

void ConditionBar::take(const query::Condition &condition)
{
    if (m_edited >= 0 && std::size_t(m_edited) < m_conditions.size())
        m_conditions[std::size_t(m_edited)] = condition;
    else
        m_conditions.push_back(condition);
    showChips();
    Q_EMIT conditionsChanged();
}

void ConditionBar::remove(int place)
{
    if (place < 0 || std::size_t(place) >= m_conditions.size())
        return;
    m_conditions.erase(m_conditions.begin() + place);
    showChips();
    Q_EMIT conditionsChanged();
}

void ConditionBar::retranslate()
{
    m_add->setText(tr("&Filter"));
    m_add->setAccessibleName(tr("Add a filter"));
    m_add->setToolTip(tr("Add a filter"));
    m_editAll->setText(tr("Edit fil&ters…"));
    m_editAll->setToolTip(tr("See the whole filter and put conditions into groups"));
    m_row->setText(tr("Filter &row"));
    m_row->setToolTip(tr("Fields to filter by under the table’s headings (Ctrl+Shift+L)"));
    m_clear->setText(tr("Cle&ar"));
    m_clear->setToolTip(tr("Remove all filters and the search"));
    m_clear->setAccessibleName(tr("Remove all filters and the search"));
}

void ConditionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showChips();
    }
    QWidget::changeEvent(event);
}

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
