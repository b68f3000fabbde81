// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/recordtype.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace gauge::upload {

//! How a file writes its dates.
enum class DateFormat {
    AsWritten, //!< as the service takes them; nothing is converted
    DayMonthYear, //!< 31.12.2026, 31/12/2026, 31-12-2026
    MonthDayYear, //!< 12/31/2026, 12-31-2026
    YearMonthDay, //!< 2026/12/31, 20261231, 2026-12-31T10:30
    Days1900, //!< days since the end of 1899, as spreadsheets store dates: 46387 is 2026-12-31
    Days1904, //!< days since 1 January 1904, as workbooks from old Macs store them
};

//! The format of the dates under each heading that has dates to convert.
using DateFormats = QMap<QString, DateFormat>;

//! \a value, written in \a format, as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS, whichever \a type takes. A Date
//! keeps its time, if it has one; a DateTime without a time begins the day. Nothing where \a value is not
//! written so. Years have four digits. A time follows after a blank or T: H:MM or H:MM:SS, with AM or PM or
//! neither.
[[nodiscard]] std::optional<QString> convertedDate(const QString &value, DateFormat format,
                                                   catalog::ValueType type);
//! Every format other than AsWritten in which \a value is a date.
[[nodiscard]] std::vector<DateFormat> dateFormatsOf(const QString &value);

//! Every format, in the order in which a person is offered them.
[[nodiscard]] const std::vector<DateFormat> &allDateFormats();
//! What a person calls it on the command line: "dmy", "mdy", "ymd", "excel", "excel1904", "as-written".
[[nodiscard]] QString dateFormatName(DateFormat format);
//! Reads `Heading=format`, each for one of \a headings. Input errors name what is wrong.
[[nodiscard]] Result<DateFormats> parseDateFormats(const QStringList &texts, const QStringList &headings);

//! The values under one heading for dates that the service would not take as they are written.
struct DateColumn
{
    QString heading;
    catalog::ValueType type = catalog::ValueType::Date;
    std::optional<DateFormat> format; //!< what the plan says; nothing: a person must choose
    std::vector<DateFormat> possible; //!< those in which every one of the values is a date
    qint64 rows = 0;
    qint64 line = 0; //!< of the first
    QString value; //!< the first

    //! The one format that the values leave, where they leave one. `03/04/2026` alone leaves two.
    [[nodiscard]] std::optional<DateFormat> certain() const;
    //! `value`, as it is sent where it is \a written so.
    [[nodiscard]] QString example(DateFormat written) const;
    bool operator==(const DateColumn &) const = default;
};

} // namespace gauge::upload
