// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/dateformatpane.h"

#include "kit/format.h"
#include "kit/plaintext.h"
#include "records/cells/display.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>

namespace gauge::ui {

using upload::DateColumn;
using upload::DateFormat;

namespace {

QString nameOf(DateFormat format)
{
    switch (format) {
    case DateFormat::AsWritten:
        break;
    case DateFormat::DayMonthYear:
        return DateFormatPane::tr("day, month, year");
    case DateFormat::MonthDayYear:
        return DateFormatPane::tr("month, day, year");
    case DateFormat::YearMonthDay:
        return DateFormatPane::tr("year, month, day");
    case DateFormat::Days1900:
        return DateFormatPane::tr("days since 1900, as in Excel");
    case DateFormat::Days1904:
        return DateFormatPane::tr("days since 1904, as in Excel on old Macs");
    }
    return DateFormatPane::tr("Leave as they are: these rows are not sent");
}

//! What is offered for \a column, the format in use among it.
std::vector<DateFormat> choicesOf(const DateColumn &column)
{
    std::vector<DateFormat> choices = column.possible;
    choices.push_back(DateFormat::AsWritten);
    if (column.format && std::find(choices.begin(), choices.end(), *column.format) == choices.end())
        choices.insert(choices.begin(), *column.format);
    return choices;
}

} // namespace

DateFormatPane::DateFormatPane(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(8);
    m_layout->setVerticalSpacing(4);
    m_layout->setColumnStretch(1, 1);
    hide();
}

void DateFormatPane::setColumns(const std::vector<DateColumn> &columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    present();
}

void DateFormatPane::present()
{
    const QString focused = focusWidget() != nullptr ? focusWidget()->objectName() : QString();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->setObjectName({});
            item->widget()->hide();
            item->widget()->deleteLater(); // its signal may be what brought us here
        }
        delete item;
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        addLine(int(i), m_columns[i]);
    setVisible(!m_columns.empty());
    if (auto *box = findChild<QComboBox *>(focused); box != nullptr && !focused.isEmpty())
        box->setFocus();
}

void DateFormatPane::addLine(int line, const DateColumn &column)
{
    auto *label = new PlainLabel(this);
    label->setText(
        tr("Dates of “%1” in %Ln row(s):", nullptr, int(column.rows)).arg(display::oneLine(column.heading)));
    auto *box = new QComboBox(this);
    box->setObjectName(QStringLiteral("dateFormatBox%1").arg(line));
    box->setAccessibleName(label->text());
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    box->setPlaceholderText(tr("Choose how they are written…"));
    for (const DateFormat format : choicesOf(column)) {
        const QString name = nameOf(format);
        box->addItem(format == DateFormat::AsWritten
                         ? name
                         : tr("%1: %2 is sent as %3").arg(name, column.value, column.example(format)),
                     QVariant::fromValue(int(format)));
    }
    box->setCurrentIndex(column.format ? box->findData(int(*column.format)) : -1);
    label->setBuddy(box);
    connect(box, &QComboBox::activated, this, [this, box, heading = column.heading] {
        Q_EMIT chosen(heading, DateFormat(box->currentData().toInt()));
    });
    m_layout->addWidget(label, line, 0);
    m_layout->addWidget(box, line, 1);
    box->show(); // at once, so that it can have the focus
}

void DateFormatPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        present();
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
