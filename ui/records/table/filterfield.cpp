// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/filterfield.h"

#include "kit/plaintext.h"
#include "kit/theme.h"
#include "records/cells/display.h"
#include "records/filter/fieldtext.h"

#include <QAction>
#include <QKeyEvent>

namespace gauge::ui {

namespace {

constexpr int pause = 400; // longer than for a search: half a condition is another one

} // namespace

FilterField::FilterField(lake::LakeColumn column, const QString &title, QWidget *parent)
    : QLineEdit(parent)
    , m_column(std::move(column))
    , m_problemIcon(new QAction(this))
{
    setAlignment(display::alignment(m_column.type, {}));
    m_problemIcon->setIcon(icon(QStringLiteral("warning"), signalColor(Signal::Attention, palette())));
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &FilterField::announce);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_isAnnounced = false;
        m_pause.start();
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        tell({}); // it may become right
        if (text.isEmpty() && !m_isAnnounced)
            announce();
    });
    setTitle(title);
}

void FilterField::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(tr("Filter: %1").arg(title));
    describe();
}

Result<std::optional<query::Condition>> FilterField::meaning() const
{
    return readField(text(), m_column);
}

void FilterField::showCondition(const std::optional<query::Condition> &condition)
{
    if (condition != m_said)
        setWritten(condition);
}

void FilterField::retranslate()
{
    if (m_said)
        setWritten(m_said);
    describe();
}

void FilterField::forget()
{
    setWritten(std::nullopt);
}

void FilterField::setWritten(const std::optional<query::Condition> &condition)
{
    const QSignalBlocker quiet(this);
    m_pause.stop();
    m_isAnnounced = true;
    m_said = condition;
    setText(condition ? fieldText(*condition, m_column).value_or(QString()) : QString());
    setCursorPosition(0);
    tell({});
}

void FilterField::announce()
{
    m_pause.stop();
    m_isAnnounced = true;
    const auto meant = meaning();
    if (!meant) {
        tell(meant.error().text);
        return;
    }
    tell({});
    m_said = *meant;
    Q_EMIT typed();
}

void FilterField::tell(const QString &problem)
{
    m_problem = problem;
    m_problemIcon->setToolTip(plainToolTip(problem));
    // A hidden one would take room, too.
    if (problem.isEmpty())
        removeAction(m_problemIcon);
    else
        addAction(m_problemIcon, QLineEdit::LeadingPosition);
    describe();
}

void FilterField::describe()
{
    const QString help = fieldHelp(m_column.type);
    const QString first = m_problem.isEmpty() ? m_title : m_problem;
    setToolTip(plainToolTip(first + QLatin1String("\n\n") + help));
    setAccessibleDescription(m_problem.isEmpty() ? help : m_problem);
}

void FilterField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    Q_EMIT focused();
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    if (!m_isAnnounced)
        announce();
    QLineEdit::focusOutEvent(event);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        announce();
        return;
    case Qt::Key_Down:
        Q_EMIT leaveWanted();
        return;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            m_isAnnounced = false;
            clear();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace gauge::ui
