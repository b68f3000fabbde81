// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/xlsxbook.h"

#include "transfer/outputfiles.h"
#include "transfer/workbookproof.h"
#include "transfer/xlsxtable.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace gauge::transfer::xlsx {

namespace {

constexpr int longestEscape = 7; // _x0000_

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Whether \a text has the shape of \a pattern, where 0 stands for a digit.
bool hasShape(std::string_view text, std::string_view pattern)
{
    return text.size() == pattern.size()
        && std::equal(text.begin(), text.end(), pattern.begin(),
                      [](char c, char p) { return p == '0' ? isDigit(c) : c == p; });
}

int numberAt(std::string_view text, std::size_t from, std::size_t size)
{
    int value = 0;
    for (const char c : text.substr(from, size))
        value = value * 10 + (c - '0');
    return value;
}

//! The seconds of "HH:mm:ss", or -1.
int secondsOf(std::string_view text)
{
    const int hours = numberAt(text, 0, 2);
    const int minutes = numberAt(text, 3, 2);
    const int seconds = numberAt(text, 6, 2);
    return hours < 24 && minutes < 60 && seconds < 60 ? (hours * 60 + minutes) * 60 + seconds : -1;
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

//! A text that a reader would take for an escape.
bool isLikeEscape(std::string_view text)
{
    return text.size() >= 7 && text[0] == '_' && (text[1] == 'x' || text[1] == 'X') && text[6] == '_'
        && std::all_of(text.begin() + 2, text.begin() + 6, isHex);
}

//! U+FFFE and U+FFFF are not allowed in XML.
bool isNonCharacter(std::string_view text)
{
    return text.size() >= 3 && text[0] == '\xEF' && text[1] == '\xBF'
        && (text[2] == '\xBE' || text[2] == '\xBF');
}

bool beginsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

//! The longest beginning of whole characters with \a units at most.
std::string_view beginning(std::string_view text, int units)
{
    std::size_t at = 0;
    while (at < text.size()) {
        units -= static_cast<unsigned char>(text[at]) >= 0xF0 ? 2 : 1;
        if (units < 0)
            break;
        do
            ++at;
        while (at < text.size() && !beginsCharacter(text[at]));
    }
    return text.substr(0, at);
}

std::string cutMark(int units)
{
    return QCoreApplication::translate("transfer", " … [cut: %1 characters in all]")
        .arg(QLocale().toString(units))
        .toStdString();
}

} // namespace

std::optional<Date> readDate(std::string_view text)
{
    const bool hasTime = hasShape(text, "0000-00-00 00:00:00");
    if (!hasTime && !hasShape(text, "0000-00-00"))
        return std::nullopt;
    const QDate date(numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2));
    const int seconds = hasTime ? secondsOf(text.substr(11)) : 0;
    static const QDate first(1900, 3, 1);
    if (!date.isValid() || date < first || seconds < 0)
        return std::nullopt;
    static const qint64 zero = QDate(1899, 12, 30).toJulianDay();
    return Date{static_cast<double>(date.toJulianDay() - zero) + seconds / 86'400.0, hasTime};
}

std::optional<double> exactNumber(const catalog::Cell &cell)
{
    constexpr qint64 most = 999'999'999'999'999;
    if (cell.type == catalog::Cell::Type::Integer) {
        const bool isExact = cell.integer >= -most && cell.integer <= most;
        return isExact ? std::optional(static_cast<double>(cell.integer)) : std::nullopt;
    }
    if (cell.type != catalog::Cell::Type::Real || !std::isfinite(cell.real))
        return std::nullopt;
    std::array<char, 32> digits;
    char *const end = std::to_chars(digits.data(), digits.data() + digits.size(), cell.real,
                                    std::chars_format::scientific)
                          .ptr;
    char *const exponent = std::find(digits.data(), end, 'e');
    return std::count_if(digits.data(), exponent, isDigit) <= 15 ? std::optional(cell.real) : std::nullopt;
}

int unitsOf(std::string_view text)
{
    int units = 0;
    for (const char c : text)
        units += beginsCharacter(c) ? (static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1) : 0;
    return units;
}

const std::string &Text::of(std::string_view text)
{
    // libxlsxwriter counts the escapes too, so a text full of them holds less.
    const auto fits = [this] { return m_out.size() <= std::size_t(m_most) || unitsOf(m_out) <= m_most; };
    escape(text);
    m_shortened = !fits();
    if (!m_shortened)
        return m_out;
    const int units = unitsOf(text);
    const std::string mark = cutMark(units);
    int left = std::min(units, m_most) - unitsOf(mark);
    do {
        escape(beginning(text, left));
        m_out += mark;
        left -= std::max((unitsOf(m_out) - m_most) / longestEscape, 1);
    } while (!fits() && left > 0);
    return m_out;
}

void Text::escape(std::string_view text)
{
    m_out.clear();
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '\0' && c != '_' && c != '\xEF')
            continue;
        const std::string_view rest = text.substr(at);
        const char *escaped = nullptr;
        std::size_t length = 1;
        if (c == '\0') {
            escaped = "_x0000_";
        } else if (c == '_' && isLikeEscape(rest)) {
            escaped = "_x005F_";
        } else if (isNonCharacter(rest)) {
            escaped = rest[2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
            length = 3;
        }
        if (!escaped)
            continue;
        m_out += text.substr(from, at - from);
        m_out += escaped;
        from = at + length;
        at = from - 1;
    }
    m_out += text.substr(from);
}

} // namespace gauge::transfer::xlsx

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

Result<TableWriter *> XlsxBook::add(const QString &name)
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
         {QCoreApplication::translate("transfer", "Rows chosen by"), rowSelectionText(m_plan)},
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
