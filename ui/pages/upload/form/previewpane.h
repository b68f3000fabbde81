// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/form/request.h"

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class PreviewPane;
}

//! The request as it will be sent, to be read and to be copied as a line for a shell. The secret is not in
//! it.
class PreviewPane final : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPane(QWidget *parent = nullptr);
    ~PreviewPane() override;

    void setPreview(const upload::Preview &preview);

protected:
    void changeEvent(QEvent *event) override;

private:
    QString m_curl;
    std::unique_ptr<Ui::PreviewPane> m_ui;
};

//! Method, address and headers, then a field a line, as they can be read.
[[nodiscard]] QString previewText(const upload::Preview &preview);

} // namespace gauge::ui
