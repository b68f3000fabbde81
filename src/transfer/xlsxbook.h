// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "transfer/exportwriter.h"

#include <QIODevice>

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

//! How values go into the cells of a workbook, whatever writes it.
namespace gauge::transfer::xlsx {

inline constexpr int mostRows = 1'048'576; //!< of a sheet, its heading included
inline constexpr int mostColumns = 16'384;
inline constexpr int mostCharacters = 32'767; //!< of a cell, in UTF-16 units

//! A date as a workbook counts it: days since 1899-12-30, with the time as a fraction.
struct Date
{
    double serial = 0;
    bool hasTime = false;
};

//! `yyyy-MM-dd` or `yyyy-MM-dd HH:mm:ss` from 1900-03-01 (the days before are counted differently by
//! different programs) to 9999-12-31; nothing for any other text.
[[nodiscard]] std::optional<Date> readDate(std::string_view text);

//! The number of a cell where a workbook shows it exactly, which is with 15 digits at most.
[[nodiscard]] std::optional<double> exactNumber(const catalog::Cell &cell);

//! Texts as they must be handed to libxlsxwriter so that readers that know the escapes of the format
//! (_xHHHH_, ECMA-376 part 1, 22.9.2.19) get exactly what was there. libxlsxwriter itself escapes the
//! control characters but NUL.
class Text
{
public:
    explicit Text(int most)
        : m_most(most)
    {}

    //! Lives until the next call.
    [[nodiscard]] const std::string &of(std::string_view text);
    //! The last one was longer than a cell holds: it ends with a mark that says so.
    [[nodiscard]] bool isShortened() const { return m_shortened; }

private:
    void escape(std::string_view text);

    const int m_most;
    bool m_shortened = false;
    std::string m_out;
};

//! UTF-16 units of a text in UTF-8.
[[nodiscard]] int unitsOf(std::string_view text);

} // namespace gauge::transfer::xlsx

class QTemporaryFile;
struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace gauge::transfer {

//! What a sheet and a cell hold.
struct XlsxLimits
{
    int rows = xlsx::mostRows;
    int characters = xlsx::mostCharacters;
};

//! A workbook: the records, a sheet about the export, and a sheet for each further table; tables that
//! are longer than a sheet go on in another. Scores, counts and other numbers are numbers where that is
//! exact, dates are dates, all else is text, the numbers of records among it.
//! Rows wait in unnamed files beside the target, readable by their owner alone, and go with this.
class XlsxBook final : public ExportWriter
{
public:
    //! \a device gets the finished workbook. Both outlive this.
    XlsxBook(const ExportPlan &plan, QIODevice *device, std::stop_token stop, XlsxLimits limits = {});
    ~XlsxBook() override;

    Result<TableWriter *> add(const QString &name) override;
    Result<void> finish(const ExportFacts &facts) override;
    [[nodiscard]] qint64 room() const override;
    [[nodiscard]] qint64 shortened() const override;

private:
    friend class XlsxTable;
    struct Sheet
    {
        QString name;
        lxw_worksheet *sheet = nullptr;
    };
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<lxw_worksheet *> addSheet(const QString &wanted);
    [[nodiscard]] Result<void> writeAbout(const ExportFacts &facts);
    [[nodiscard]] Result<std::vector<qint64>> rowBytes() const;

    const ExportPlan &m_plan;
    QIODevice *m_device;
    std::stop_token m_stop;
    const XlsxLimits m_limits;
    QByteArray m_folder; //!< of the target, as the system wants it
    QByteArray m_packed; //!< where libxlsxwriter puts the workbook together
    std::unique_ptr<QTemporaryFile> m_packedFile; //!< which goes with this
    lxw_workbook *m_book = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_date = nullptr;
    lxw_format *m_dateTime = nullptr;
    std::vector<Sheet> m_sheets;
    std::vector<std::unique_ptr<TableWriter>> m_tables;
    lxw_worksheet *m_about = nullptr;
    qint64 m_shortened = 0;
};

} // namespace gauge::transfer
