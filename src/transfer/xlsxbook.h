// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/tables.h"
#include "transfer/xlsxcell.h"

#include <QIODevice>

#include <memory>
#include <stop_token>

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
class XlsxBook final : public Tables
{
public:
    //! \a device gets the finished workbook. Both outlive this.
    XlsxBook(const ExportPlan &plan, QIODevice *device, std::stop_token stop, XlsxLimits limits = {});
    ~XlsxBook() override;

    Result<RowSink *> add(const QString &name) override;
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
    std::vector<std::unique_ptr<RowSink>> m_tables;
    lxw_worksheet *m_about = nullptr;
    qint64 m_shortened = 0;
};

} // namespace gauge::transfer
