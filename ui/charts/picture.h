// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "charts/chart.h"

#include <QImage>
#include <QLocale>

class QMimeData;

//! Charts on their way out of the window. Drawing belongs into the window's thread, as all of Qt's scenes do;
//! encoding and writing do not.
namespace gauge::ui {

//! What stands around a chart that is alone: its title above, and below which records it is of.
struct Caption
{
    QString title;
    QString note;
};

//! Draws \a chart into \a rect, in its own height.
void paintChart(QPainter &painter, const Chart &chart, const ChartStyle &look, const QRectF &rect);
//! The same with its caption.
void paintPicture(QPainter &painter, const Chart &chart, const Caption &caption, const QRectF &rect);
//! How high that is at \a width.
[[nodiscard]] double pictureHeight(const Chart &chart, const Caption &caption, double width);

inline constexpr double pictureWidth = 800;
//! On white, for a screen of twice the usual resolution.
[[nodiscard]] QImage chartImage(const Chart &chart, const Caption &caption);
[[nodiscard]] QByteArray chartSvg(const Chart &chart, const Caption &caption);
//! What spreadsheets of \a locale read as numbers.
[[nodiscard]] QByteArray chartCsv(const Chart &chart, const QLocale &locale = {});
//! The table for the clipboard: as text and as HTML. The caller's.
[[nodiscard]] QMimeData *chartCells(const Chart &chart);

enum class ChartFormat { Png, Svg, Csv };
[[nodiscard]] QString endingOf(ChartFormat format); //!< "png"
//! What is left to do for a file after it is drawn; to be called in a background thread.
[[nodiscard]] std::function<Result<void>(const QString &path)>
chartWriter(const Chart &chart, const Caption &caption, ChartFormat format);
//! "… could not be written", of kind Storage.
[[nodiscard]] QString notWrittenText(const QString &path);

} // namespace gauge::ui
