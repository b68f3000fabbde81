// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace gauge::cli {

//! Plain aligned columns for people; numbers to the right.
class TextTable
{
public:
    enum class Align { Left, Right };
    struct Heading
    {
        QString text;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Heading> headings);
    //! One cell per heading.
    void add(const QStringList &cells);
    //! All lines, the headings first, without a last line break.
    [[nodiscard]] QString text() const;

private:
    std::vector<Heading> m_headings;
    std::vector<QStringList> m_rows;
};

} // namespace gauge::cli
