// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/shared/texttablemodel.h"
#include "upload/file/csvreader.h"
#include "upload/file/mappingstore.h"

#include <QStringListModel>
#include <QStyledItemDelegate>

namespace gauge::ui {

//! The headings of a configuration, and from where each has its value.
class MappingModel final : public TextTableModel
{
    Q_OBJECT
public:
    enum Column { Heading, Source, Certainty, Example, ColumnCount };

    using TextTableModel::TextTableModel;

    //! Begins with \a draft and with what is suggested beyond it.
    void begin(const upload::Configuration &configuration, const upload::CsvPreview &preview,
               const upload::MappingDraft &draft);
    [[nodiscard]] const upload::MappingDraft &draft() const { return m_draft; }
    [[nodiscard]] const QStringList &columns() const { return m_preview.columns; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    //! A text as upload::readSource() reads it, for the column Source; an empty one leaves the heading out.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void changed();
    //! What was typed is not taken, and why.
    void objected(const gauge::Error &error);

protected:
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QStringList titles() const override;
    [[nodiscard]] bool isFigure(int) const override { return false; }

private:
    [[nodiscard]] const upload::MappedHeading *mapped(int row) const;
    [[nodiscard]] Cell certainty(int row) const;
    [[nodiscard]] bool isRequired(const QString &heading) const;
    [[nodiscard]] QString example(int row) const;

    upload::Configuration m_configuration;
    upload::CsvPreview m_preview;
    QStringList m_headings;
    upload::MappingDraft m_draft;
};

//! The first rows of a file, or what becomes of them: texts under headings.
class CsvPreviewModel final : public TextTableModel
{
    Q_OBJECT
public:
    //! Wider than anybody scrolls.
    static constexpr qsizetype mostColumns = 200;

    using TextTableModel::TextTableModel;

    void setCells(const QStringList &headings, std::vector<QStringList> rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QStringList titles() const override { return m_headings; }
    [[nodiscard]] bool isFigure(int) const override { return false; }

private:
    QStringList m_headings;
    std::vector<QStringList> m_rows;
};

//! Chooses the column that a heading has its value from, or takes what is typed. Its editors are always open,
//! so that everybody sees what can be chosen.
class MappingDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit MappingDelegate(QObject *parent = nullptr);

    void setColumns(const QStringList &columns);

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringListModel m_choices; //!< one for all editors: "Not sent", then the columns
};

} // namespace gauge::ui
