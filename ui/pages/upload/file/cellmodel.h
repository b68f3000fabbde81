// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/shared/wordtable.h"

namespace gauge::ui {

//! The first rows of a file, or what becomes of them: texts under headings.
class CellModel final : public WordTable
{
    Q_OBJECT
public:
    //! Wider than anybody scrolls.
    static constexpr qsizetype mostColumns = 200;

    using WordTable::WordTable;

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

} // namespace gauge::ui
