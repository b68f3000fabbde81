// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/plaintext.h"

#include <QAccessibleWidget>
#include <QLabel>
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

//! A label of several lines that is never cut. Layouts ask a wrapped QLabel for its height at the width
//! that a page could have, not at the one that a page of limited width gets.
class WrappedLabel final : public PlainLabel
{
    Q_OBJECT
public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

//! The one larger text size, for page titles.
void makePageTitle(QLabel *label);
//! Bold at the normal size, for a group within a page.
void makeGroupTitle(QLabel *label);
//! The palette's quiet text colour, for what explains something else; follows light and dark.
void makeQuiet(QLabel *label);

//! A widget that a screen reader meets as one thing, whatever it is made of.
class ChildlessInterface : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
};

} // namespace gauge::ui
