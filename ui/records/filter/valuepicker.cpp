// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/valuepicker.h"

#include "kit/labels.h"
#include "kit/onresult.h"
#include "kit/plaintext.h"
#include "records/cells/display.h"
#include "ui_valuepicker.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QSet>

namespace gauge::ui {

namespace {

constexpr qint64 notCounted = -1;

} // namespace

void ValueListModel::setValues(catalog::ColumnType type, std::vector<lake::ValueCount> values)
{
    m_type = type;
    m_listed = std::move(values);
    arrange();
}

void ValueListModel::setTicked(const QStringList &values)
{
    if (values == m_ticked)
        return;
    m_ticked = values;
    arrange();
}

void ValueListModel::arrange()
{
    beginResetModel();
    QSet<QString> listed;
    for (const lake::ValueCount &value : m_listed)
        listed.insert(value.text);
    m_rows.clear();
    for (const QString &text : std::as_const(m_ticked)) {
        if (!listed.contains(text))
            m_rows.push_back({text, notCounted});
    }
    m_rows.insert(m_rows.end(), m_listed.begin(), m_listed.end());
    endResetModel();
}

int ValueListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ValueListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QString ValueListModel::shown(const lake::ValueCount &value) const
{
    return display::oneLine(display::value(m_type, value.text));
}

QVariant ValueListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const lake::ValueCount &value = m_rows[std::size_t(index.row())];
    if (index.column() == RecordsColumn) {
        if (role == Qt::DisplayRole)
            return value.records == notCounted ? QString() : QLocale().toString(value.records);
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return shown(value);
    case Qt::CheckStateRole:
        return m_ticked.contains(value.text) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return plainToolTip(value.text);
    case Qt::AccessibleTextRole:
        return value.records == notCounted
            ? shown(value)
            : tr("%1, %2").arg(shown(value), tr("%Ln record(s)", nullptr, int(value.records)));
    default:
        return {};
    }
}

bool ValueListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != ValueColumn
        || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString &text = m_rows[std::size_t(index.row())].text;
    m_ticked.removeAll(text);
    if (value.toInt() == Qt::Checked)
        m_ticked.append(text);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedByPerson();
    return true;
}

Qt::ItemFlags ValueListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == ValueColumn ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant ValueListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == ValueColumn ? tr("Value") : tr("Records");
}

ValuePicker::ValuePicker(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ValuePicker>())
    , m_model(new ValueListModel(this))
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->valueNote);
    m_ui->valueList->setModel(m_model);
    QHeaderView *header = m_ui->valueList->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ValueListModel::ValueColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ValueListModel::RecordsColumn, QHeaderView::ResizeToContents);
    connect(m_ui->valueSearch, &SearchField::searchChanged, this, &ValuePicker::ask);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &ValuePicker::ask);
    connect(m_model, &ValueListModel::tickedByPerson, this, &ValuePicker::tickedByPerson);
    showState();
}

ValuePicker::~ValuePicker()
{
    m_stop.request_stop();
}

void ValuePicker::list(const lake::LakeColumn &column, const std::vector<query::Filter> &where)
{
    const bool isListed = m_state == State::Listed || m_state == State::Counting;
    if (isListed && column == m_column && where == m_where)
        return;
    if (column != m_column)
        m_ui->valueSearch->setSearch({});
    m_column = column;
    m_where = where;
    m_model->setValues(column.type, {});
    ask();
}

void ValuePicker::clear()
{
    m_stop.request_stop();
    ++m_generation;
    m_state = State::Empty;
    m_model->setValues(m_column.type, {});
    m_ui->valueSearch->setSearch({});
    showState();
}

void ValuePicker::setTicked(const QStringList &values)
{
    m_model->setTicked(values);
}

const QStringList &ValuePicker::ticked() const
{
    return m_model->ticked();
}

// What is typed is looked for in the lake, not in the list: the list may not have all.
void ValuePicker::ask()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const quint64 generation = ++m_generation;
    if (!m_source)
        return;
    std::vector<query::Filter> where = m_where;
    if (const QString typed = m_ui->valueSearch->text().trimmed(); !typed.isEmpty())
        where.emplace_back(m_column.name, query::Operator::Contains, QStringList{typed});
    m_state = State::Counting;
    showState();
    onResult(m_source(m_column.name, std::move(where), m_stop.get_token()), this,
             [this, generation](const Result<lake::ValueCounts> &counts) {
                 if (generation == m_generation)
                     take(counts);
             });
}

void ValuePicker::take(const Result<lake::ValueCounts> &counts)
{
    if (counts) {
        m_counts = {{}, counts->more, counts->empty, counts->strays};
        m_listed = qsizetype(counts->values.size());
        m_model->setValues(m_column.type, counts->values);
        m_state = State::Listed;
    } else {
        m_error = counts.error().text;
        m_model->setValues(m_column.type, {});
        m_state = State::Failed;
    }
    showState();
}

QString ValuePicker::words() const
{
    switch (m_state) {
    case State::Empty:
        return {};
    case State::Counting:
        return tr("Counting values…");
    case State::Failed:
        return m_error;
    case State::Listed:
        break;
    }
    const bool isSearched = !m_ui->valueSearch->text().trimmed().isEmpty();
    if (m_listed == 0)
        return isSearched ? tr("No value contains this.") : tr("No record has a value here.");
    QStringList parts;
    if (m_counts.more)
        parts.append(tr("The %L1 most frequent of more values. Type to find others.").arg(m_listed));
    else
        parts.append(tr("%Ln value(s)", nullptr, int(m_listed)));
    if (m_counts.empty > 0 && !isSearched)
        parts.append(tr("%Ln record(s) have none", nullptr, int(m_counts.empty)));
    if (m_counts.strays > 0)
        parts.append(tr("%Ln record(s) hold no number", nullptr, int(m_counts.strays)));
    return parts.join(QStringLiteral(" · "));
}

void ValuePicker::showState()
{
    m_ui->valueNote->setText(words());
    m_ui->retryButton->setVisible(m_state == State::Failed);
}

void ValuePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showState();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
