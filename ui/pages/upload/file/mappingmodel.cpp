// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/mappingmodel.h"

#include "catalog/recordtype.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>

#include <algorithm>

namespace gauge::ui {

using upload::ColumnMapping;
using upload::MappedHeading;
using upload::Suggestion;

namespace {

//! Those that are mapped in CustomerGauge, and those that its type needs all the same.
QStringList headingsOf(const upload::Configuration &configuration)
{
    QStringList names;
    for (const upload::Heading &heading : configuration.headings)
        names.append(heading.name);
    if (const catalog::RecordType *type = catalog::findRecordType(configuration.recordType)) {
        for (const QString &name : type->required) {
            if (!names.contains(name))
                names.prepend(name);
        }
    }
    return names;
}

} // namespace

void MappingModel::begin(const upload::Configuration &configuration, const upload::CsvPreview &preview,
                         const upload::MappingDraft &draft)
{
    beginResetModel();
    m_configuration = configuration;
    m_preview = preview;
    m_headings = headingsOf(configuration);
    std::stable_partition(m_headings.begin(), m_headings.end(),
                          [this](const QString &heading) { return isRequired(heading); });
    m_draft = {upload::completed(draft, preview.columns, m_headings), draft.leftOut};
    endResetModel();
    Q_EMIT changed();
}

bool MappingModel::isRequired(const QString &heading) const
{
    const upload::Heading *known = m_configuration.heading(heading);
    const catalog::RecordType *type = catalog::findRecordType(m_configuration.recordType);
    return (known != nullptr && known->required)
        || (type != nullptr && (type->required.contains(heading) || type->oneOf.contains(heading)));
}

const MappedHeading *MappingModel::mapped(int row) const
{
    const auto &all = m_draft.mapping.headings;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const MappedHeading &one) { return one.heading == m_headings[row]; });
    return found == all.end() ? nullptr : &*found;
}

int MappingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headings.size());
}

QVariant MappingModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::EditRole && index.column() == Source
        && checkIndex(index, CheckIndexOption::IndexIsValid)) {
        const MappedHeading *source = mapped(index.row());
        return source != nullptr ? upload::sourceText(*source, m_preview.columns) : QString();
    }
    return TextTableModel::data(index, role);
}

Qt::ItemFlags MappingModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = TextTableModel::flags(index);
    return index.column() == Source ? usual | Qt::ItemIsEditable : usual;
}

bool MappingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != Source)
        return false;
    const QString &heading = m_headings[index.row()];
    const QString text = value.toString();
    std::optional<MappedHeading> source;
    if (!text.trimmed().isEmpty()) {
        const auto read = upload::readSource(text, heading, m_preview.columns);
        if (!read) {
            Q_EMIT objected(read.error());
            return false;
        }
        source = *read;
    }
    auto &all = m_draft.mapping.headings;
    std::erase_if(all, [&](const MappedHeading &one) { return one.heading == heading; });
    m_draft.leftOut.removeAll(heading);
    if (source)
        all.push_back(*source);
    else
        m_draft.leftOut.append(heading);
    // In the order of the table, which is that of the records.
    std::stable_sort(all.begin(), all.end(), [this](const MappedHeading &one, const MappedHeading &other) {
        return m_headings.indexOf(one.heading) < m_headings.indexOf(other.heading);
    });
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT changed();
    return true;
}

QString MappingModel::example(int row) const
{
    const MappedHeading *source = mapped(row);
    if (source == nullptr || m_preview.rows.empty())
        return {};
    const auto mapper = upload::RowMapper::make({{*source}}, m_preview.columns, m_configuration);
    return mapper ? valueOf(mapper->record(m_preview.rows.front().cells), m_headings[row]) : QString();
}

TextTableModel::Cell MappingModel::certainty(int row) const
{
    const MappedHeading *source = mapped(row);
    if (source == nullptr) {
        const upload::Heading *known = m_configuration.heading(m_headings[row]);
        if (known != nullptr && !known->defaultValue.isEmpty())
            return {tr("always “%1”").arg(known->defaultValue), {}, QStringLiteral("info")};
        return isRequired(m_headings[row])
            ? Cell{tr("still needed"), {}, QStringLiteral("warning"), Signal::Attention}
            : Cell{tr("not sent")};
    }
    if (source->kind == MappedHeading::Kind::Constant)
        return {tr("the same in every row"), {}, QStringLiteral("check"), Signal::Good};
    if (source->kind == MappedHeading::Kind::Template)
        return {tr("columns joined"), {}, QStringLiteral("check"), Signal::Good};
    switch (upload::certaintyOf(source->text, source->heading)) {
    case Suggestion::Certainty::Exact:
        return {tr("the same name"), {}, QStringLiteral("check"), Signal::Good};
    case Suggestion::Certainty::Similar:
        return {tr("the same but for case and spaces"), {}, QStringLiteral("check"), Signal::Good};
    case Suggestion::Certainty::Near:
        return {tr("spelt alike: look twice"), {}, QStringLiteral("help"), Signal::Attention};
    case Suggestion::Certainty::None:
        break;
    }
    return {tr("chosen by you"), {}, QStringLiteral("check"), Signal::Good};
}

TextTableModel::Cell MappingModel::cell(int row, int column) const
{
    const MappedHeading *source = mapped(row);
    switch (column) {
    case Heading:
        return {isRequired(m_headings[row]) ? tr("%1 (required)").arg(m_headings[row]) : m_headings[row]};
    case Source:
        if (source == nullptr)
            return {QStringLiteral("–")};
        return {source->kind == MappedHeading::Kind::Constant ? tr("“%1”").arg(source->text) : source->text};
    case Certainty:
        return certainty(row);
    default:
        return {example(row)};
    }
}

QStringList MappingModel::titles() const
{
    return {tr("Heading in CustomerGauge"), tr("From the file"), tr("How sure"), tr("In the first row")};
}

void CsvPreviewModel::setCells(const QStringList &headings, std::vector<QStringList> rows)
{
    beginResetModel();
    m_headings = headings.mid(0, mostColumns);
    m_rows = std::move(rows);
    endResetModel();
}

int CsvPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

TextTableModel::Cell CsvPreviewModel::cell(int row, int column) const
{
    return {m_rows[std::size_t(row)].value(column)};
}

namespace {

constexpr int roomForABox = 14; // above and below a line of text

} // namespace

MappingDelegate::MappingDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void MappingDelegate::setColumns(const QStringList &columns)
{
    m_choices.setStringList(QStringList(tr("Not sent")) + columns);
}

QWidget *MappingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &index) const
{
    auto *box = new QComboBox(parent);
    auto *self = const_cast<MappingDelegate *>(this); // an editor speaks through its delegate
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setModel(&self->m_choices);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setFocusPolicy(Qt::StrongFocus);
    const QString heading = index.siblingAtColumn(MappingModel::Heading).data().toString();
    box->setAccessibleName(tr("Where %1 comes from").arg(heading));
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    connect(box, &QComboBox::activated, self, [self, box] { Q_EMIT self->commitData(box); });
    connect(box->lineEdit(), &QLineEdit::editingFinished, self,
            [self, box] { Q_EMIT self->commitData(box); });
    return box;
}

void MappingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = qobject_cast<QComboBox *>(editor);
    const QString text = index.data(Qt::EditRole).toString();
    const int known = text.isEmpty() ? 0 : int(m_choices.stringList().indexOf(text, 1));
    if (known == box->currentIndex() && box->currentText() == box->itemText(known))
        return;
    box->setCurrentIndex(known);
    if (known < 0)
        box->setEditText(text);
}

void MappingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *box = qobject_cast<QComboBox *>(editor);
    const QString text
        = box->currentText() == m_choices.stringList().value(0) ? QString() : box->currentText();
    if (text != index.data(Qt::EditRole).toString() && !model->setData(index, text, Qt::EditRole))
        setEditorData(editor, index);
}

QSize MappingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + roomForABox));
    return size;
}

bool MappingDelegate::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever scrolls the table does not mean to choose another column.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace gauge::ui
