// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rowline.h"

#include "cli/jsonline.h"

#include <QJsonDocument>

namespace gauge::cli {

namespace {

using catalog::Cell;
using catalog::ColumnType;

//! A list column may also hold a text that is no JSON, from a service that deviates.
void appendList(std::string &out, std::string_view text)
{
    const QByteArray bytes = QByteArray::fromRawData(text.data(), qsizetype(text.size()));
    QJsonParseError error;
    QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError)
        out += onOneLine(text);
    else
        appendJsonString(out, text);
}

void appendCell(std::string &out, const Cell &cell, ColumnType type)
{
    switch (cell.type) {
    case Cell::Type::Null:
        out += "null";
        return;
    case Cell::Type::Integer:
        if (type == ColumnType::Boolean && (cell.integer == 0 || cell.integer == 1))
            out += cell.integer == 1 ? "true" : "false";
        else
            out += std::to_string(cell.integer);
        return;
    case Cell::Type::Real:
        appendJsonNumber(out, cell.real);
        return;
    case Cell::Type::Text:
        if (type == ColumnType::List)
            appendList(out, cell.text);
        else
            appendJsonString(out, cell.text);
        return;
    }
}

} // namespace

RowLine::RowLine(const std::vector<lake::LakeColumn> &columns)
{
    for (const lake::LakeColumn &column : columns) {
        std::string key;
        appendJsonString(key, column.name.toStdString());
        m_columns.push_back({key + ':', column.type});
    }
}

const std::string &RowLine::text(const catalog::Row &row)
{
    m_text = '{';
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (i > 0)
            m_text += ',';
        m_text += m_columns[i].key;
        appendCell(m_text, i < row.cells.size() ? row.cells[i] : Cell{}, m_columns[i].type);
    }
    m_text += '}';
    return m_text;
}

} // namespace gauge::cli
