// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "kit/plaintext.h"

#include <QDialog>
#include <QTreeWidget>

namespace gauge::ui {

//! Names every table and column of a connection's local copy with its meaning, for those who read it with
//! a tool of their own.
class LakeTablesDialog final : public QDialog
{
    Q_OBJECT
public:
    LakeTablesDialog(engine::Engine &engine, const service::Connection &connection,
                     QWidget *parent = nullptr);

private:
    void list(const std::vector<lake::TableDescription> &tables);

    PlainLabel *m_words;
    QTreeWidget *m_tables;
};

} // namespace gauge::ui
