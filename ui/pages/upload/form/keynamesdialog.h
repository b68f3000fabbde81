// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace gauge::ui {

namespace Ui {
class KeyNamesDialog;
}

//! What one system calls the fields of a single response. Saved for the connection.
class KeyNamesDialog final : public QDialog
{
    Q_OBJECT
public:
    KeyNamesDialog(engine::Engine &engine, service::Connection connection, const upload::ResponseKeys &keys,
                   QWidget *parent = nullptr);
    ~KeyNamesDialog() override;

Q_SIGNALS:
    void saved(const gauge::upload::ResponseKeys &keys);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeRows(const upload::ResponseKeys &keys);
    void applyTexts();
    void check();
    void save();
    [[nodiscard]] upload::ResponseKeys keys() const;
    [[nodiscard]] QString validationError() const;

    engine::Engine &m_engine;
    const service::Connection m_connection;
    std::unique_ptr<Ui::KeyNamesDialog> m_ui;
    std::vector<QLineEdit *> m_edits; //!< in the order of upload::responseFields()
    bool m_isSaving = false;
};

} // namespace gauge::ui
