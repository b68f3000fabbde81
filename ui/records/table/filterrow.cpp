// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/filterrow.h"

#include "kit/plaintext.h"
#include "kit/theme.h"
#include "records/cells/display.h"
#include "records/filter/fieldtext.h"
#include "records/table/recordtable.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace gauge::ui {

FilterRow::FilterRow(RecordTable *table)
    : QWidget(table)
    , m_table(table)
{
    setAutoFillBackground(true);
    hide();
    QHeaderView *header = table->horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &FilterRow::placeFields);
    connect(header, &QHeaderView::sectionMoved, this, &FilterRow::orderFields);
    connect(header, &QHeaderView::geometriesChanged, this, &FilterRow::placeFields);
    connect(table, &FreezableTable::frozenPlaced, this, &FilterRow::placeFields);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterRow::placeFields);
    connect(table->records(), &QAbstractItemModel::modelReset, this, &FilterRow::makeFields);
    connect(table->records(), &QAbstractItemModel::headerDataChanged, this, &FilterRow::makeFields);
    header->installEventFilter(this);
    connect(table, &RecordTable::closing, this, [this, header] {
        // The header still sends events and signals while the rest of the table is gone.
        header->removeEventFilter(this);
        header->disconnect(this);
        m_table->disconnect(this);
    });
    makeFields();
}

void FilterRow::setShown(bool shown)
{
    m_table->setStrip(shown ? QLineEdit().sizeHint().height() : 0);
    setVisible(shown);
    placeFields();
}

//! Fields of columns that stay are kept with what is typed in them.
void FilterRow::makeFields()
{
    const RecordModel *records = m_table->records();
    QHash<QString, FilterField *> old = std::exchange(m_fields, {});
    for (int column = 0; column < records->columnCount(); ++column) {
        const lake::LakeColumn &shown = records->shownColumns()[std::size_t(column)];
        FilterField *field = old.take(shown.name);
        if (field && field->column() != shown) {
            field->deleteLater();
            field = nullptr;
        }
        if (!field)
            field = makeField(shown);
        field->setTitle(records->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        m_fields.insert(shown.name, field);
    }
    for (FilterField *gone : std::as_const(old)) {
        gone->hide();
        gone->deleteLater(); // it may be the sender
    }
    showConditions();
    orderFields();
}

FilterField *FilterRow::makeField(const lake::LakeColumn &column)
{
    auto *field = new FilterField(column, {}, this);
    field->setObjectName(QStringLiteral("field-") + column.name);
    connect(field, &FilterField::typed, this, [this, field] { apply(*field); });
    connect(field, &FilterField::focused, this, [this, field] { reveal(*field); });
    connect(field, &FilterField::leaveWanted, m_table, qOverload<>(&QWidget::setFocus));
    field->show();
    return field;
}

//! Tab goes as one reads.
void FilterRow::orderFields()
{
    QWidget *before = nullptr;
    const QStringList names = m_table->visibleNames();
    for (const QString &name : names) {
        FilterField *field = m_fields.value(name);
        if (before && field)
            setTabOrder(before, field);
        before = field;
    }
    placeFields();
}

void FilterRow::placeFields()
{
    const QHeaderView *header = m_table->horizontalHeader();
    const int strip = m_table->strip();
    setGeometry(header->x(), header->geometry().bottom() + 1 - strip, header->width(), strip);
    raise();
    for (FilterField *field : std::as_const(m_fields)) {
        const int section = m_table->records()->columnOf(field->column().name);
        if (section < 0 || section >= header->count())
            continue;
        const int size = header->sectionSize(section);
        if (!isFrozen(section)) {
            field->setGeometry(header->sectionViewportPosition(section), 0, size - 1, height());
            continue;
        }
        // In its place, above those that scroll under it.
        const int place = header->sectionPosition(section);
        field->setGeometry(isRightToLeft() ? width() - place - size : place, 0, size, height());
        field->raise();
    }
}

bool FilterRow::isFrozen(int section) const
{
    return m_table->frozenWidth() > 0
        && m_table->horizontalHeader()->visualIndex(section) < m_table->frozenColumns();
}

//! Of the first condition that the field of \a column can say.
std::optional<std::size_t> FilterRow::placeOf(const lake::LakeColumn &column) const
{
    for (std::size_t i = 0; i < m_conditions.size(); ++i) {
        const query::Filter &filter = m_conditions[i];
        if (filter.kind() == query::Filter::Kind::Condition && filter.condition().column == column.name
            && fieldText(filter.condition(), column))
            return i;
    }
    return std::nullopt;
}

void FilterRow::setConditions(std::vector<query::Filter> conditions)
{
    if (conditions == m_conditions)
        return;
    m_conditions = std::move(conditions);
    showConditions();
}

void FilterRow::showConditions()
{
    for (FilterField *field : std::as_const(m_fields)) {
        const std::optional<std::size_t> place = placeOf(field->column());
        field->showCondition(place ? std::optional(m_conditions[*place].condition()) : std::nullopt);
    }
}

void FilterRow::clear()
{
    m_conditions.clear();
    for (FilterField *field : std::as_const(m_fields))
        field->forget();
}

void FilterRow::apply(FilterField &field)
{
    const auto meant = field.meaning();
    if (!meant)
        return;
    const std::optional<std::size_t> place = placeOf(field.column());
    if (place && *meant && m_conditions[*place] == query::Filter(**meant))
        return;
    if (place && *meant)
        m_conditions[*place] = **meant;
    else if (place)
        m_conditions.erase(m_conditions.begin() + std::ptrdiff_t(*place));
    else if (*meant)
        m_conditions.emplace_back(**meant);
    else
        return;
    showConditions(); // a further condition on the column may be the first now
    Q_EMIT conditionsChanged();
}

//! Scrolls the table so that the column of \a field is seen.
void FilterRow::reveal(const FilterField &field)
{
    QScrollBar *bar = m_table->horizontalScrollBar();
    if (isFrozen(m_table->records()->columnOf(field.column().name)))
        return;
    const int covered = m_table->frozenWidth();
    if (field.x() < covered)
        bar->setValue(bar->value() + field.x() - covered);
    else if (field.geometry().right() >= width())
        bar->setValue(bar->value() + std::min(field.x() - covered, field.geometry().right() + 1 - width()));
}

void FilterRow::focusField()
{
    const QStringList names = m_table->visibleNames();
    const QModelIndex current = m_table->currentIndex();
    const QString name = current.isValid()
        ? m_table->records()->shownColumns()[std::size_t(current.column())].name
        : names.value(0);
    if (FilterField *field = m_fields.value(name))
        field->setFocus(Qt::ShortcutFocusReason);
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        placeFields();
    return QWidget::eventFilter(watched, event);
}

void FilterRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (FilterField *field : std::as_const(m_fields))
            field->retranslate();
    }
    QWidget::changeEvent(event);
}

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
