// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gauge::ui {

//! The colour of a connection: derived from its id, so it stays the same everywhere and forever.
[[nodiscard]] QColor accentColor(const QString &connectionId, const QPalette &palette);

//! A thin line in the connection's colour, so that nobody works in the wrong one by mistake.
//! Name and region always stand beside it: colour is never the only signal.
class AccentLine final : public QWidget
{
    Q_OBJECT
public:
    explicit AccentLine(QWidget *parent = nullptr);

    //! An empty id shows no line but keeps its place.
    void setConnectionId(const QString &id);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_id;
};

} // namespace gauge::ui
