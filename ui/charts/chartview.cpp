// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartview.h"

#include "kit/labels.h"
#include "kit/plaintext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

namespace gauge::ui {

namespace {

//! How far \a to lies from \a from in the direction of \a key; what lies elsewhere is at no distance.
std::optional<double> distance(const QPointF &from, const QPointF &to, int key, bool isKin)
{
    const QPointF way = to - from;
    const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
    double along = isAcross ? way.x() : way.y();
    if (key == Qt::Key_Left || key == Qt::Key_Up)
        along = -along;
    const double aside = std::abs(isAcross ? way.y() : way.x());
    // Within a diagonal's reach, and with a preference for the same row or series.
    if (along < 1 || (!isKin && aside > 4 * along))
        return std::nullopt;
    return (along + 3 * aside) * (isKin ? 0.2 : 1);
}

//! A chart, which speaks its current point.
QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<ChartView *>(object);
    return view ? new ChildlessInterface(view, QAccessible::Chart) : nullptr;
}

} // namespace

ChartView::ChartView(QWidget *parent)
    : QGraphicsView(parent)
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
    setScene(&m_scene);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setBackgroundBrush(Qt::NoBrush);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(240);
    // It lies on the page, not in a field of its own.
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ChartView::redraw);
}

void ChartView::setChart(Chart *chart)
{
    m_chart = chart;
    // A reset forgets persistent indexes; the person stays where they were.
    connect(chart, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_keptRow = m_current.row();
        m_keptColumn = m_current.column();
    });
    connect(chart, &QAbstractItemModel::modelReset, this, [this] {
        m_current = m_chart->index(m_keptRow, m_keptColumn);
        fitHeight();
        redrawSoon();
        describe();
    });
    connect(chart, &Chart::titleChanged, this, &ChartView::describe);
    fitHeight();
    redrawSoon();
    describe();
}

void ChartView::fitHeight()
{
    const ChartStyle look = ChartStyle::of(*this);
    setFixedHeight(int(std::ceil(m_chart->isEmpty() ? 4 * look.lineHeight() : m_chart->height(look))));
}

void ChartView::redrawSoon()
{
    m_soon.start(0);
}

void ChartView::redraw()
{
    m_soon.stop();
    m_scene.clear();
    m_marks.clear();
    if (!m_chart || viewport()->width() < 32)
        return;
    const ChartStyle look = ChartStyle::of(*this);
    const QSizeF size = viewport()->size();
    m_scene.setSceneRect(QRectF(QPointF(), size));
    Drawing drawing(m_scene, look, size);
    if (m_chart->isEmpty())
        drawing.addText(m_chart->emptyText());
    else
        m_chart->draw(drawing);
    m_marks = drawing.marks();
    setStale(m_isStale);
}

const std::vector<Drawing::Mark> &ChartView::marks()
{
    if (m_soon.isActive())
        redraw();
    return m_marks;
}

void ChartView::setStale(bool stale)
{
    m_isStale = stale;
    const QList<QGraphicsItem *> items = m_scene.items();
    for (QGraphicsItem *item : items) {
        if (!item->parentItem())
            item->setOpacity(stale ? 0.45 : 1);
    }
}

QModelIndex ChartView::current() const
{
    return m_current;
}

void ChartView::setCurrent(const QModelIndex &index)
{
    if (QModelIndex(m_current) == index)
        return;
    m_current = index;
    viewport()->update();
    describe();
    if (const Drawing::Mark *mark = markOf(index); mark && hasFocus())
        Q_EMIT reached(mark->rect.toAlignedRect());
}

//! A changed name is read out at once.
void ChartView::describe()
{
    if (!m_chart)
        return;
    const QString point = m_chart->accessibleText(m_current);
    setAccessibleName(point.isEmpty() ? m_chart->title() : point);
    setAccessibleDescription(m_chart->isEmpty() ? m_chart->emptyText() : m_chart->title());
}

const Drawing::Mark *ChartView::markAt(const QPointF &place) const
{
    // The smallest one: points may overlap.
    const Drawing::Mark *found = nullptr;
    for (const Drawing::Mark &mark : m_marks) {
        const auto size = [](const QRectF &rect) { return rect.width() * rect.height(); };
        if (mark.rect.contains(place) && (!found || size(mark.rect) < size(found->rect)))
            found = &mark;
    }
    return found;
}

const Drawing::Mark *ChartView::markOf(const QModelIndex &index) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(), [&index](const Drawing::Mark &mark) {
        return index.isValid() && mark.row == index.row() && mark.column == index.column();
    });
    return found == m_marks.end() ? nullptr : &*found;
}

const Drawing::Mark *ChartView::neighbour(int key) const
{
    if (m_marks.empty())
        return nullptr;
    const Drawing::Mark *from = markOf(m_current);
    if (key == Qt::Key_End)
        return &m_marks.back();
    if (key == Qt::Key_Home || !from)
        return &m_marks.front();
    const Drawing::Mark *nearest = nullptr;
    double least = 0;
    for (const Drawing::Mark &mark : m_marks) {
        const bool isKin = (mark.row == from->row) != (mark.column == from->column);
        const std::optional<double> far = distance(from->rect.center(), mark.rect.center(), key, isKin);
        if (far && (!nearest || *far < least)) {
            nearest = &mark;
            least = *far;
        }
    }
    return nearest;
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    static_cast<void>(marks()); // up to date
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (const Drawing::Mark *next = neighbour(event->key())) {
            setCurrent(m_chart->index(next->row, next->column));
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const Drawing::Mark *mark = markOf(m_current)) {
            open(*mark);
            return;
        }
        break;
    case Qt::Key_Space:
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        if (const Drawing::Mark *mark = markOf(m_current); mark && toggle(*mark))
            return;
        break;
    default:
        break;
    }
    event->ignore(); // the page may scroll
}

void ChartView::open(const Drawing::Mark &mark)
{
    const QModelIndex index = m_chart->index(mark.row, mark.column);
    if (!m_chart->where(index).empty())
        Q_EMIT opened(index);
}

bool ChartView::toggle(const Drawing::Mark &mark)
{
    return m_chart->toggle(mark.row);
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const Drawing::Mark *mark = markAt(event->position());
    const bool drillDown = mark && !m_chart->where(m_chart->index(mark->row, mark->column)).empty();
    viewport()->setCursor(drillDown ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drawing::Mark *mark = markAt(event->position());
    if (!mark || event->button() != Qt::LeftButton)
        return;
    const Drawing::Mark chosen = *mark;
    setCurrent(m_chart->index(chosen.row, chosen.column));
    // The sign that opens a row is its first letter.
    const bool isAtSign = event->position().x() - chosen.rect.left() < 20;
    if (!isAtSign || !toggle(chosen))
        open(chosen);
}

bool ChartView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QGraphicsView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const Drawing::Mark *mark = markAt(help->pos()))
        QToolTip::showText(help->globalPos(),
                           plainToolTip(m_chart->accessibleText(m_chart->index(mark->row, mark->column))),
                           viewport(), mark->rect.toAlignedRect());
    else
        QToolTip::hideText();
    return true;
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    const Drawing::Mark *mark = hasFocus() ? markOf(m_current) : nullptr;
    if (!mark)
        return;
    painter->setPen(QPen(ChartStyle::of(*this).highlight, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(
        mark->rect.adjusted(-1, -1, 1, 1).intersected(sceneRect().adjusted(1, 1, -1, -1)), 2, 2);
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    if (!m_current.isValid() && !marks().empty() && event->reason() != Qt::MouseFocusReason)
        setCurrent(m_chart->index(m_marks.front().row, m_marks.front().column));
    viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    redrawSoon();
}

void ChartView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (m_chart && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)) {
        fitHeight();
        redrawSoon();
    }
}

} // namespace gauge::ui
