// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/xlsxbook.h"

#include "transfer/outputfiles.h"
#include "transfer/room.h"
#include "transfer/workbookproof.h"
#include "transfer/xlsxtable.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <array>
#include <numeric>

namespace gauge::transfer {

namespace {

constexpr int longestSheetName = 31;

//! \a wanted as the name of a sheet: without what is not allowed in one, and unlike \a taken.
QString sheetName(const QString &wanted, const std::function<bool(const QString &)> &taken)
{
    static const QRegularExpression unfit(QStringLiteral("[\\[\\]:*?/\\\\\\x00-\\x1f']"));
    const QString base = QString(wanted).replace(unfit, QStringLiteral(" ")).simplified();
    QString name = base.left(longestSheetName);
    for (int number = 2; name.isEmpty() || taken(name); ++number) {
        const QString suffix = QStringLiteral(" %1").arg(number);
        name = QString(base.left(longestSheetName - suffix.size()) + suffix).trimmed();
    }
    return name;
}

//! A line of the sheet about the export.
struct Line
{
    QString name;
    QString text;
    qint64 count = -1; //!< instead of the text
};

qint64 sizeOf(std::FILE *file)
{
    return qint64(ftello(file));
}

} // namespace

XlsxBook::XlsxBook(const ExportPlan &plan, QIODevice *device, std::stop_token stop, XlsxLimits limits)
    : m_plan(plan)
    , m_device(device)
    , m_stop(std::move(stop))
    , m_limits(limits)
{}

XlsxBook::~XlsxBook()
{
    if (m_book)
        lxw_workbook_free(m_book);
}

Result<void> XlsxBook::open()
{
    const QString folder = QFileInfo(m_plan.output).absolutePath();
    m_folder = QFile::encodeName(folder);
    auto packed = std::make_unique<QTemporaryFile>(temporaryTemplate(folder, QStringLiteral(".xlsx")));
    if (!packed->open())
        return cannotWrite(m_plan.output, packed->errorString());
    m_packed = QFile::encodeName(packed->fileName());
    packed->close(); // it stays until it is destroyed, and other systems let nobody else write before
    m_packedFile = std::move(packed);
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folder.data();
    m_book = workbook_new_opt(m_packed.constData(), &options);
    if (!m_book)
        return notWrittenToTheEnd({});
    m_bold = workbook_add_format(m_book);
    m_date = workbook_add_format(m_book);
    m_dateTime = workbook_add_format(m_book);
    format_set_bold(m_bold);
    format_set_num_format(m_date, "yyyy-mm-dd");
    format_set_num_format(m_dateTime, "yyyy-mm-dd hh:mm:ss");
    return {};
}

Result<RowSink *> XlsxBook::add(const QString &name)
{
    if (!m_book)
        if (Result<void> opened = open(); !opened)
            return fail(std::move(opened.error()));
    const QString title
        = name.isEmpty() ? QCoreApplication::translate("catalog", m_plan.endpoint.title) : name;
    m_tables.push_back(std::make_unique<XlsxTable>(*this, title));
    return m_tables.back().get();
}

Result<lxw_worksheet *> XlsxBook::addSheet(const QString &wanted)
{
    const QString name = sheetName(wanted, [this](const QString &candidate) {
        return std::any_of(m_sheets.begin(), m_sheets.end(), [&](const Sheet &sheet) {
            return sheet.name.compare(candidate, Qt::CaseInsensitive) == 0;
        });
    });
    lxw_worksheet *sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    if (!sheet || !sheet->optimize_tmpfile)
        return cannotWrite(m_plan.output, QStringLiteral("no sheet ") + name);
    m_sheets.push_back({name, sheet});
    // The second sheet is about the first, and is filled in at the end.
    if (m_sheets.size() == 1) {
        GAUGE_TRY(m_about, addSheet(QCoreApplication::translate("transfer", "About this export")));
    }
    return sheet;
}

Result<void> XlsxBook::writeAbout(const ExportFacts &facts)
{
    const QString created
        = m_plan.created.isValid() ? m_plan.created.toUTC().toString(Qt::ISODate) : QString();
    const QString feed = QCoreApplication::translate("catalog", m_plan.endpoint.title);
    const std::array<Line, 9> lines{
        {{QCoreApplication::translate("transfer", "Connection"), m_plan.connection},
         {QCoreApplication::translate("transfer", "Feed"), feed},
         {QCoreApplication::translate("transfer", "Rows chosen by"), rowsInWords(m_plan)},
         {QCoreApplication::translate("transfer", "Exported (UTC)"), created},
         {QCoreApplication::translate("transfer", "Made with"), QStringLiteral("GaugeDesk " GAUGE_VERSION)},
         {QCoreApplication::translate("transfer", "Rows"), {}, facts.rows},
         {QCoreApplication::translate("transfer", "Columns"), {}, facts.columns},
         {QCoreApplication::translate("transfer", "Texts cut"), {}, m_shortened},
         {{},
          m_shortened == 0 ? QString()
                           : QCoreApplication::translate("transfer",
                                                         "A cell holds 32,767 characters. CSV and JSON lines "
                                                         "have these texts whole.")}}};
    xlsx::Text escaped(m_limits.characters);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto row = lxw_row_t(i);
        const std::string name = escaped.of(lines[i].name.toStdString());
        Result<void> done = written(worksheet_write_string(m_about, row, 0, name.c_str(), m_bold));
        if (done) {
            const std::string &text = escaped.of(lines[i].text.toStdString());
            done = written(lines[i].count >= 0
                               ? worksheet_write_number(m_about, row, 1, double(lines[i].count), nullptr)
                               : worksheet_write_string(m_about, row, 1, text.c_str(), nullptr));
        }
        if (!done)
            return done;
    }
    const Result<void> narrow = written(worksheet_set_column(m_about, 0, 0, 20, nullptr));
    return narrow ? written(worksheet_set_column(m_about, 1, 1, 80, nullptr)) : narrow;
}

Result<void> XlsxBook::finish(const ExportFacts &facts)
{
    GAUGE_CHECK(writeAbout(facts));
    GAUGE_TRY(const auto bytes, rowBytes());
    const qint64 all = std::accumulate(bytes.begin(), bytes.end(), qint64(0));
    constexpr qint64 mostWithout = qint64(1) << 31;
    m_book->options.use_zip64 = all > mostWithout ? LXW_TRUE : LXW_FALSE;
    if (m_stop.stop_requested())
        return fail(cancelled());
    // Whatever comes of it, the workbook is freed.
    const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
    GAUGE_CHECK(written(error));
    QFile packed(QFile::decodeName(m_packed));
    if (!packed.open(QIODevice::ReadOnly))
        return notWrittenToTheEnd(packed.errorString());
    return copyWhole(packed, *m_device, bytes, m_stop);
}

//! What each sheet's rows take, once libxlsxwriter has written the last of them.
Result<std::vector<qint64>> XlsxBook::rowBytes() const
{
    std::vector<qint64> bytes;
    for (const Sheet &sheet : m_sheets) {
        lxw_worksheet_write_single_row(sheet.sheet);
        std::FILE *rows = sheet.sheet->optimize_tmpfile;
        if (std::fflush(rows) != 0 || std::ferror(rows))
            return notWrittenToTheEnd({});
        bytes.push_back(sizeOf(rows));
    }
    return bytes;
}

qint64 XlsxBook::room() const
{
    qint64 bytes = 0;
    for (const Sheet &sheet : m_sheets)
        bytes += sizeOf(sheet.sheet->optimize_tmpfile);
    return workbookRoom(bytes);
}

qint64 XlsxBook::shortened() const
{
    return m_shortened;
}

} // namespace gauge::transfer
