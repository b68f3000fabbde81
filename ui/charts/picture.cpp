// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/picture.h"

#include "base/privatefile.h"
#include "base/text.h"
#include "records/table/tablecopy.h"
#include "transfer/csvwriter.h"

#include <QBuffer>
#include <QDir>
#include <QFontMetricsF>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>

namespace gauge::ui {

namespace {

constexpr double margin = 16;
constexpr double gap = 8;

QFont titleFont(const ChartStyle &look)
{
    QFont font = look.font;
    font.setBold(true);
    return font;
}

double heightOf(const QString &text, const QFont &font, double width)
{
    if (text.isEmpty())
        return 0;
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10'000), Qt::TextWordWrap, text).height()
        + gap;
}

double chartHeight(const Chart &chart, const ChartStyle &look)
{
    return chart.isEmpty() ? 4 * look.lineHeight() : chart.height(look);
}

//! A number as a spreadsheet of \a locale reads it.
QString numberText(double value, QLocale locale)
{
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

void paintChart(QPainter &painter, const Chart &chart, const ChartStyle &look, const QRectF &rect)
{
    QGraphicsScene scene;
    const QSizeF size(rect.width(), chartHeight(chart, look));
    scene.setSceneRect(QRectF(QPointF(), size));
    Drawing drawing(scene, look, size);
    if (chart.isEmpty())
        drawing.addText(chart.emptyText());
    else
        chart.draw(drawing);
    scene.render(&painter, QRectF(rect.topLeft(), size), scene.sceneRect());
}

double pictureHeight(const Chart &chart, const Caption &caption, double width)
{
    const ChartStyle look = ChartStyle::printed();
    return heightOf(caption.title, titleFont(look), width) + chartHeight(chart, look)
        + heightOf(chart.note(), look.font, width) + heightOf(caption.note, look.font, width);
}

void paintPicture(QPainter &painter, const Chart &chart, const Caption &caption, const QRectF &rect)
{
    const ChartStyle look = ChartStyle::printed();
    double top = rect.top();
    const auto words = [&](const QString &text, const QFont &font, const QColor &colour) {
        const double height = heightOf(text, font, rect.width());
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(rect.left(), top, rect.width(), height), Qt::TextWordWrap, text);
        top += height;
    };
    words(caption.title, titleFont(look), look.text);
    paintChart(painter, chart, look, {rect.left(), top, rect.width(), chartHeight(chart, look)});
    top += chartHeight(chart, look) + gap;
    words(chart.note(), look.font, look.quiet);
    words(caption.note, look.font, look.quiet);
}

QImage chartImage(const Chart &chart, const Caption &caption)
{
    constexpr int scale = 2;
    const double height = pictureHeight(chart, caption, pictureWidth) + gap + 2 * margin;
    QImage image(QSize(int(pictureWidth + 2 * margin), int(std::ceil(height))) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPicture(painter, chart, caption, {margin, margin, pictureWidth, height});
    return image;
}

QByteArray chartSvg(const Chart &chart, const Caption &caption)
{
    const double height = pictureHeight(chart, caption, pictureWidth) + gap + 2 * margin;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    // Qt escapes neither, and XML has no controls.
    svg.setTitle(withVisibleControls(caption.title, Layout::Marked).toHtmlEscaped());
    svg.setDescription(withVisibleControls(caption.note, Layout::Marked).toHtmlEscaped());
    const QRectF box(0, 0, pictureWidth + 2 * margin, std::ceil(height));
    svg.setSize(box.size().toSize());
    svg.setViewBox(box);
    // As letters are measured on a screen: at another resolution they would not fit.
    svg.setResolution(QImage(1, 1, QImage::Format_RGB32).logicalDpiX());
    QPainter painter(&svg);
    painter.fillRect(box, Qt::white);
    paintPicture(painter, chart, caption, {margin, margin, pictureWidth, height});
    painter.end();
    return bytes;
}

QByteArray chartCsv(const Chart &chart, const QLocale &locale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    transfer::CsvWriter sink(&buffer, transfer::csvOptions(transfer::CsvAudience::Spreadsheet, {}, locale),
                             {});
    std::vector<lake::LakeColumn> columns;
    for (const Chart::Column &column : chart.columns()) {
        lake::LakeColumn head;
        head.name = column.title;
        columns.push_back(std::move(head));
    }
    // Memory has room, so that nothing can fail.
    static_cast<void>(sink.begin(columns));
    for (const Chart::Row &row : chart.rows()) {
        std::vector<std::string> texts;
        for (const Chart::Cell &cell : row)
            texts.push_back((cell.value.typeId() == QMetaType::Double
                                 ? numberText(cell.value.toDouble(), locale)
                                 : cell.value.toString())
                                .toStdString());
        catalog::Row written;
        for (const std::string &text : texts)
            written.cells.push_back(catalog::Cell::ofText(text));
        static_cast<void>(sink.write(written));
    }
    static_cast<void>(sink.end());
    return bytes;
}

QMimeData *chartCells(const Chart &chart)
{
    CopiedCells cells;
    for (const Chart::Column &column : chart.columns()) {
        cells.headers.append(column.title);
        cells.types.push_back(column.isFigure ? catalog::ColumnType::Real : catalog::ColumnType::Text);
    }
    for (const Chart::Row &row : chart.rows()) {
        QStringList line;
        for (const Chart::Cell &cell : row)
            line.append(cell.value.typeId() == QMetaType::Double ? numberText(cell.value.toDouble(), {})
                                                                 : cell.value.toString());
        cells.rows.push_back(std::move(line));
    }
    auto *data = new QMimeData;
    data->setText(clipboardText(cells));
    data->setHtml(clipboardHtml(cells));
    return data;
}

QString endingOf(ChartFormat format)
{
    switch (format) {
    case ChartFormat::Png:
        return QStringLiteral("png");
    case ChartFormat::Svg:
        return QStringLiteral("svg");
    case ChartFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

QString notWrittenText(const QString &path)
{
    return QCoreApplication::translate("charts",
                                       "%1 could not be written. What was there before is still there. "
                                       "Choose another folder, or make room on the disk.")
        .arg(QDir::toNativeSeparators(path));
}

std::function<Result<void>(const QString &path)> chartWriter(const Chart &chart, const Caption &caption,
                                                             ChartFormat format)
{
    if (format == ChartFormat::Png) {
        return [image = chartImage(chart, caption)](const QString &path) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
            return writeWholeFile(path, bytes, notWrittenText(path));
        };
    }
    return [bytes = format == ChartFormat::Svg ? chartSvg(chart, caption) : chartCsv(chart)](
               const QString &path) { return writeWholeFile(path, bytes, notWrittenText(path)); };
}

} // namespace gauge::ui
