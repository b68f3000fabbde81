// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/configurations/headingmodel.h"

#include "kit/plaintext.h"
#include "kit/theme.h"
#include "pages/upload/configurations/headingdelegate.h"

#include <algorithm>

namespace gauge::ui {

using upload::Heading;

namespace {

bool isBlank(const Heading &heading)
{
    return heading == Heading();
}

bool holds(const std::vector<Heading> &headings, const QString &name)
{
    return std::any_of(headings.begin(), headings.end(),
                       [&](const Heading &heading) { return heading.name == name; });
}

QString choicesText(const QStringList &choices)
{
    return choices.join(QStringLiteral("; "));
}

QStringList choicesOf(const QString &text)
{
    QStringList choices;
    for (const QString &part : text.split(QLatin1Char(';')))
        if (const QString choice = part.trimmed(); !choice.isEmpty() && !choices.contains(choice))
            choices.append(choice);
    return choices;
}

} // namespace

void HeadingModel::setHeadings(std::vector<Heading> headings, const catalog::RecordType *type)
{
    m_type = type;
    reset(std::move(headings));
}

void HeadingModel::setRecordType(const catalog::RecordType *type)
{
    const bool replace = type && isUntouched();
    m_type = type;
    reset(replace ? upload::configurationFor(*type).headings : headings());
}

std::vector<Heading> HeadingModel::headings() const
{
    std::vector<Heading> filled;
    std::copy_if(m_headings.begin(), m_headings.end(), std::back_inserter(filled),
                 [](const Heading &heading) { return !isBlank(heading); });
    return filled;
}

bool HeadingModel::isUntouched() const
{
    const std::vector<Heading> now = headings();
    return now.empty() || (m_type && now == upload::configurationFor(*m_type).headings);
}

void HeadingModel::addRequired(std::vector<Heading> &headings) const
{
    if (!m_type)
        return;
    std::vector<Heading> missing;
    for (const QString &name : m_type->required)
        if (!holds(headings, name))
            missing.push_back(upload::headingFor(m_type, name));
    headings.insert(headings.begin(), missing.begin(), missing.end());
    for (Heading &heading : headings)
        heading.required = heading.required || m_type->required.contains(heading.name);
}

void HeadingModel::reset(std::vector<Heading> headings)
{
    beginResetModel();
    addRequired(headings);
    m_headings = std::move(headings);
    endResetModel();
    check();
}

int HeadingModel::add(int row)
{
    const int place = std::clamp(row + 1, 0, rowCount());
    beginInsertRows({}, place, place);
    m_headings.insert(m_headings.begin() + place, Heading());
    m_problems.insert(place, QString());
    endInsertRows();
    check();
    return place;
}

void HeadingModel::remove(QList<int> rows)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    int last = -1;
    for (const int row : std::as_const(rows)) {
        if (row == std::exchange(last, row) || isFixed(row))
            continue;
        beginRemoveRows({}, row, row);
        m_headings.erase(m_headings.begin() + row);
        m_problems.removeAt(row);
        endRemoveRows();
    }
    check();
}

int HeadingModel::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount() || by == 0)
        return row;
    // Qt counts the place before which it goes.
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    Heading moved = std::move(m_headings[std::size_t(row)]);
    m_headings.erase(m_headings.begin() + row);
    m_headings.insert(m_headings.begin() + to, std::move(moved));
    m_problems.move(row, to);
    endMoveRows();
    check();
    return to;
}

HeadingModel::Taken HeadingModel::take(const std::vector<Heading> &headings)
{
    Taken taken;
    std::vector<Heading> all = isUntouched() ? std::vector<Heading>() : this->headings();
    for (const Heading &heading : headings) {
        if (holds(all, heading.name)) {
            ++taken.known;
            continue;
        }
        all.push_back(heading);
        ++taken.added;
    }
    reset(std::move(all));
    return taken;
}

bool HeadingModel::isFixed(int row) const
{
    if (!m_type || !m_type->required.contains(at(row).name))
        return false;
    // A second one of the name was typed, and can be put right.
    const auto end = m_headings.begin() + row;
    return std::none_of(m_headings.begin(), end,
                        [&](const Heading &heading) { return heading.name == at(row).name; });
}

int HeadingModel::firstProblem() const
{
    const auto found = std::find_if(m_problems.begin(), m_problems.end(),
                                    [](const QString &words) { return !words.isEmpty(); });
    return found == m_problems.end() ? -1 : int(found - m_problems.begin());
}

void HeadingModel::check()
{
    m_problems = upload::objectionsToHeadings(m_headings);
    for (int row = 0; row < rowCount(); ++row)
        if (isBlank(at(row)))
            m_problems[row].clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    Q_EMIT changed();
}

int HeadingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headings.size());
}

int HeadingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant HeadingModel::text(int row, int column) const
{
    const Heading &heading = at(row);
    switch (column) {
    case NameColumn:
        return heading.name;
    case TypeColumn:
        return valueTypeText(heading.type);
    case RequiredColumn:
        return isFixed(row) ? tr("always") : QString();
    case DefaultColumn:
        return heading.defaultValue;
    case HintColumn:
        return heading.hint;
    default:
        return choicesText(heading.choices);
    }
}

QVariant HeadingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const bool isName = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::EditRole:
        return index.column() == TypeColumn ? QVariant(int(at(row).type)) : text(row, index.column());
    case Qt::CheckStateRole:
        if (index.column() == RequiredColumn)
            return at(row).required ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::DecorationRole:
        return isName && !problem(row).isEmpty() ? icon(QStringLiteral("error")) : QVariant();
    case Qt::ToolTipRole:
        if (isName && !problem(row).isEmpty())
            return plainToolTip(problem(row));
        return index.column() == RequiredColumn && isFixed(row)
            ? tr("CustomerGauge refuses records of this type without it.")
            : QVariant();
    case Qt::AccessibleDescriptionRole:
        return isName ? problem(row) : QVariant();
    default:
        return {};
    }
}

QVariant HeadingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Heading");
    case TypeColumn:
        return tr("Type");
    case RequiredColumn:
        return tr("Required");
    case DefaultColumn:
        return tr("Default value");
    case HintColumn:
        return tr("Hint");
    default:
        return tr("Choices");
    }
}

Qt::ItemFlags HeadingModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const bool fixed = isFixed(index.row());
    if (index.column() == RequiredColumn)
        return fixed ? flags : flags | Qt::ItemIsUserCheckable;
    return index.column() == NameColumn && fixed ? flags : flags | Qt::ItemIsEditable;
}

bool HeadingModel::setText(Heading &heading, int column, const QVariant &value) const
{
    const QString typed = value.toString();
    switch (column) {
    case NameColumn:
        heading.name = typed.trimmed();
        return true;
    case TypeColumn: {
        const std::vector<catalog::ValueType> types = catalog::valueTypes();
        const auto type = std::find(types.begin(), types.end(), catalog::ValueType(value.toInt()));
        if (type == types.end())
            return false;
        heading.type = *type;
        return true;
    }
    case DefaultColumn:
        heading.defaultValue = typed;
        return true;
    case HintColumn:
        heading.hint = typed;
        return true;
    case ChoicesColumn:
        // One with a semicolon, from elsewhere, stays whole as long as nobody edits it.
        if (typed != choicesText(heading.choices))
            heading.choices = choicesOf(typed);
        if (!heading.choices.isEmpty())
            heading.type = catalog::ValueType::Choice;
        return true;
    default:
        return false;
    }
}

bool HeadingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    Heading &heading = m_headings[std::size_t(index.row())];
    const bool checks = role == Qt::CheckStateRole && flags(index).testFlag(Qt::ItemIsUserCheckable);
    if (checks)
        heading.required = value.toInt() == Qt::Checked;
    else if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)
             || !setText(heading, index.column(), value))
        return false;
    check();
    return true;
}

} // namespace gauge::ui
