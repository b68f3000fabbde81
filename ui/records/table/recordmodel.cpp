// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/recordmodel.h"

#include "catalog/computed.h"
#include "catalog/personaldata.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "records/cells/display.h"
#include "records/table/columns.h"

#include <QBrush>
#include <QGuiApplication>
#include <QPalette>

#include <limits>

namespace gauge::ui {

namespace {

// A cell's text that is cut or spans lines gets a tool tip; shorter ones can be read as they are.
constexpr qsizetype toolTipFrom = 24;
constexpr qsizetype titleLength = 60;

bool isLife(const lake::LakeColumn &column)
{
    return column.name == QLatin1String(catalog::lifeName);
}

} // namespace

QStringList RecordModel::shownNames() const
{
    QStringList names;
    for (const lake::LakeColumn &column : m_shown)
        names.append(column.name);
    return names;
}

int RecordModel::columnOf(const QString &name) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [&](const lake::LakeColumn &column) { return column.name == name; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

void RecordModel::setShown(std::vector<lake::LakeColumn> columns)
{
    if (columns.size() > maxColumns)
        columns.resize(maxColumns);
    m_shown = std::move(columns);
    m_titles = titlesOfShown(titleLength);
}

QStringList RecordModel::titlesOfShown(qsizetype length) const
{
    const std::vector<lake::LakeColumn> &known = knownColumns();
    const QStringList titles = display::titles(known, length);
    QHash<QString, QString> byName;
    for (std::size_t i = 0; i < known.size(); ++i)
        byName.insert(known[i].name, titles[qsizetype(i)]);
    QStringList shown;
    for (const lake::LakeColumn &column : m_shown)
        shown.append(byName.value(column.name));
    return shown;
}

QStringList RecordModel::fullTitles() const
{
    constexpr qsizetype longerThanAny = 10'000;
    return titlesOfShown(longerThanAny);
}

int RecordModel::boundedRows(std::size_t rows) const
{
    const std::size_t most = std::size_t(std::numeric_limits<int>::max()) / (m_shown.size() + 1) - 1;
    return int(std::min(rows, most));
}

//! Whether the cell tells the life of a non-response that is too young to be believed.
bool RecordModel::isProvisional(const QModelIndex &index) const
{
    return isLife(m_shown[std::size_t(index.column())]) && m_settling.isProvisional(sentAt(index.row()));
}

QString RecordModel::shown(const QModelIndex &index, const QString &text) const
{
    const lake::LakeColumn &column = m_shown[std::size_t(index.column())];
    return isLife(column) ? display::life(text, isProvisional(index)) : display::value(column.type, text);
}

QString RecordModel::accessibleText(const QModelIndex &index, const QString &text) const
{
    const lake::LakeColumn &column = m_shown[std::size_t(index.column())];
    return isLife(column) ? display::spokenLife(text, isProvisional(index))
                          : display::accessibleText(column.type, text);
}

QVariant RecordModel::toolTip(const QModelIndex &index, const QString &text) const
{
    if (isProvisional(index)) {
        return plainToolTip(
            tr("Sent less than %Ln hour(s) ago: it may still be answered.", nullptr, m_settling.hours));
    }
    if (text.size() < toolTipFrom)
        return {};
    return plainToolTip(shown(index, text));
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const catalog::ColumnType type = m_shown[std::size_t(index.column())].type;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::TextAlignmentRole:
    case Qt::ForegroundRole:
    case Qt::AccessibleTextRole:
    case LoadingRole:
    case ReceivedRole:
        break;
    default:
        return {};
    }
    const Value value = valueAt(index.row(), index.column());
    if (role == LoadingRole)
        return value.presence == Presence::Loading;
    if (value.presence != Presence::Here) {
        const bool loading = value.presence == Presence::Loading;
        if (role == Qt::DisplayRole)
            return loading ? QString(QChar(0x2026)) : QString();
        if (role == Qt::AccessibleTextRole)
            return loading ? tr("loading") : tr("removed");
        if (role == Qt::ForegroundRole)
            return QGuiApplication::palette().brush(QPalette::PlaceholderText);
        return {};
    }
    if (!value.null && isMasked(index.column()))
        return maskedData(role);
    switch (role) {
    case Qt::DisplayRole:
        return value.null ? QString() : display::oneLine(shown(index, value.text));
    case Qt::AccessibleTextRole:
        return value.null ? tr("empty") : display::oneLine(accessibleText(index, value.text));
    case Qt::ToolTipRole:
        return toolTip(index, value.text);
    case Qt::TextAlignmentRole:
        return int(display::alignment(type, value.text));
    case Qt::ForegroundRole:
        if (const auto score = display::score(value.text); score && type == catalog::ColumnType::Score)
            return QBrush(display::colour(display::scoreGroup(*score), isDark(QGuiApplication::palette())));
        return {};
    default: // ReceivedRole
        return value.text;
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return rowHeader(section, role);
    if (section < 0 || std::size_t(section) >= m_shown.size())
        return {};
    const lake::LakeColumn &column = m_shown[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return m_titles.value(section);
    case Qt::ToolTipRole:
        return plainToolTip(column.name);
    case Qt::AccessibleTextRole:
        return spokenTitle(section);
    case Qt::TextAlignmentRole:
        return int(display::alignment(column.type, {}));
    case ColumnNameRole:
        return column.name;
    default:
        return {};
    }
}

QVariant RecordModel::rowHeader(int row, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return QLocale().toString(row + 1);
    case Qt::TextAlignmentRole:
        return int(display::alignment(catalog::ColumnType::Integer, {}));
    default:
        return {};
    }
}

QString RecordModel::spokenTitle(int column) const
{
    const QString title = m_titles.value(column);
    const sorting::Sorts sorts = sorting();
    const std::optional<std::size_t> place = sorting::place(sorts, m_shown[std::size_t(column)].name);
    if (!place)
        return title;
    const bool down = sorts[*place].descending;
    if (sorts.size() == 1)
        return down ? tr("%1, sorted descending").arg(title) : tr("%1, sorted ascending").arg(title);
    return (down ? tr("%1, sorted descending, %2 of %3") : tr("%1, sorted ascending, %2 of %3"))
        .arg(title, QLocale().toString(int(*place) + 1), QLocale().toString(int(sorts.size())));
}

void RecordModel::tellSorting()
{
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QFuture<RecordModel::RowsAnswer> RecordModel::received(const std::vector<int> &rows)
{
    std::vector<int> hidden;
    for (int column = 0; column < columnCount(); ++column) {
        if (isMasked(column))
            hidden.push_back(column);
    }
    QFuture<RowsAnswer> answer = unmaskedRows(rows);
    if (hidden.empty())
        return answer;
    return answer.then([hidden](RowsAnswer found) {
        return std::move(found).map([&hidden](std::vector<lake::OwnedRow> &&received) {
            for (lake::OwnedRow &row : received) {
                for (const int column : hidden) {
                    if (column < row.display.size() && !row.null.value(column))
                        row.display[column] = QLatin1String(catalog::maskText);
                }
            }
            return std::move(received);
        });
    });
}

void RecordModel::setMasked(bool masked)
{
    if (m_masked == masked)
        return;
    m_masked = masked;
    repaint();
}

bool RecordModel::isMasked(int column) const
{
    return m_masked && m_shown[std::size_t(column)].personal;
}

//! Nothing of it follows from the value, neither its length nor its script.
QVariant RecordModel::maskedData(int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case ReceivedRole:
        return QString::fromLatin1(catalog::maskText);
    case Qt::AccessibleTextRole:
        return tr("masked");
    case Qt::ToolTipRole:
        return plainToolTip(tr("Personal data is masked."));
    case Qt::TextAlignmentRole:
        return int(display::alignment(catalog::ColumnType::Text, {}));
    case Qt::ForegroundRole:
        return QGuiApplication::palette().brush(QPalette::PlaceholderText);
    default:
        return {};
    }
}

Qt::ItemFlags RecordModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
}

void RecordModel::retranslate()
{
    if (m_shown.empty())
        return;
    m_titles = titlesOfShown(titleLength);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    repaint();
}

void RecordModel::setSettling(metrics::ProvisionalWindow settling)
{
    m_settling = std::move(settling);
    repaint();
}

void RecordModel::repaint()
{
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace gauge::ui
