// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboard/report.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QTimer>

namespace gauge::ui {

namespace {

// As letters are measured on a screen: charts are as on it, and fit the width of a page.
constexpr int resolution = 96;
constexpr double gap = 8;

} // namespace

struct Report::Paper
{
    QByteArray bytes;
    QBuffer buffer{&bytes};
    std::unique_ptr<QPdfWriter> pdf;
    QPainter painter;
    ChartStyle look = ChartStyle::printed();
    double width = 0;
    double height = 0;
    double top = 0; //!< of what comes next
    int page = 1;

    //! Goes on at the next page where \a needed does not fit this one.
    void makeRoom(double needed)
    {
        if (top + needed <= height || top == 0)
            return;
        pdf->newPage();
        ++page;
        top = 0;
        number();
    }
    void number()
    {
        painter.setFont(look.font);
        painter.setPen(look.quiet);
        painter.drawText(QRectF(0, height + gap, width, look.lineHeight()), Qt::AlignRight,
                         QLocale().toString(page));
    }
    void words(const QString &text, const QFont &font, const QColor &colour, double left = 0,
               double room = -1)
    {
        const QRectF free(left, top, room < 0 ? width : room, 10'000);
        const QRectF taken = QFontMetricsF(font).boundingRect(free, Qt::TextWordWrap, text);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(free.topLeft(), QSizeF(free.width(), taken.height() + 1)), Qt::TextWordWrap,
                         text);
        top += taken.height();
    }
};

Report::Report(ReportHead head, std::vector<const Chart *> charts, QObject *parent)
    : QObject(parent)
    , m_head(std::move(head))
    , m_charts(std::move(charts))
    , m_paper(std::make_unique<Paper>())
{}

Report::~Report() = default;

void Report::start()
{
    Paper &paper = *m_paper;
    paper.buffer.open(QIODevice::WriteOnly);
    paper.pdf = std::make_unique<QPdfWriter>(&paper.buffer);
    paper.pdf->setResolution(resolution);
    paper.pdf->setPageSize(QPageSize(QPageSize::A4));
    paper.pdf->setPageMargins(QMarginsF(15, 15, 15, 20), QPageLayout::Millimeter);
    paper.pdf->setTitle(m_head.title);
    paper.pdf->setCreator(QStringLiteral("GaugeDesk"));
    paper.painter.begin(paper.pdf.get());
    paper.painter.setRenderHint(QPainter::Antialiasing);
    paper.width = paper.pdf->width();
    paper.height = paper.pdf->height();
    paper.number();
    drawHead();
    QTimer::singleShot(0, this, &Report::drawNext);
}

void Report::drawHead()
{
    Paper &paper = *m_paper;
    QFont title = paper.look.font;
    title.setPointSizeF(title.pointSizeF() * 1.6);
    paper.words(m_head.title, title, paper.look.text);
    for (const QString &line : {m_head.connection, m_head.filter, m_head.date})
        paper.words(line, paper.look.font, paper.look.quiet);
    paper.top += 2 * gap;
    // Four facts side by side.
    constexpr int across = 4;
    const double room = paper.width / across;
    QFont value = paper.look.font;
    value.setPointSizeF(value.pointSizeF() * 1.4);
    for (std::size_t first = 0; first < m_head.facts.size(); first += across) {
        const double top = paper.top;
        double bottom = top;
        for (std::size_t i = first; i < std::min(first + across, m_head.facts.size()); ++i) {
            const Kpi &fact = m_head.facts[i];
            const double left = double(i - first) * room;
            paper.top = top;
            paper.words(fact.caption, paper.look.font, paper.look.text, left, room - gap);
            paper.words(fact.value, value, paper.look.text, left, room - gap);
            paper.words(fact.words, paper.look.font, paper.look.quiet, left, room - gap);
            bottom = std::max(bottom, paper.top);
        }
        paper.top = bottom + gap;
    }
    paper.top += gap;
}

void Report::drawNext()
{
    Paper &paper = *m_paper;
    if (m_next == m_charts.size()) {
        paper.painter.end();
        paper.pdf.reset();
        Q_EMIT finished(paper.bytes);
        return;
    }
    const Chart &chart = *m_charts[m_next++];
    if (!chart.isDrawn() && !chart.isEmpty()) {
        drawTable(chart);
    } else {
        const Caption caption{chart.title(), {}};
        const double height = pictureHeight(chart, caption, paper.width);
        paper.makeRoom(height);
        paintPicture(paper.painter, chart, caption, {0, paper.top, paper.width, height});
        paper.top += height + 2 * gap;
    }
    QTimer::singleShot(0, this, &Report::drawNext);
}

void Report::drawTable(const Chart &chart)
{
    constexpr std::size_t mostRows = 20;
    Paper &paper = *m_paper;
    const double line = paper.look.lineHeight() + 4;
    QFont bold = paper.look.font;
    bold.setBold(true);
    paper.makeRoom(4 * line);
    paper.words(chart.title(), bold, paper.look.text);
    paper.top += gap;
    const auto columns = chart.columns().size();
    // The name takes two shares of the width.
    const double share = paper.width / double(columns + 1);
    const auto cell = [&](std::size_t column, const QString &text, const QColor &colour) {
        const QRectF box(column == 0 ? 0 : double(column + 1) * share, paper.top,
                         (column == 0 ? 2 * share : share) - 4, line);
        paper.painter.setFont(paper.look.font);
        paper.painter.setPen(colour);
        paper.painter.drawText(box, chart.columns()[column].isFigure ? Qt::AlignRight : Qt::AlignLeft,
                               paper.look.elided(text, box.width()));
    };
    for (std::size_t column = 0; column < columns; ++column)
        cell(column, chart.columns()[column].title, paper.look.quiet);
    paper.top += line;
    for (std::size_t row = 0; row < std::min(chart.rows().size(), mostRows); ++row) {
        paper.makeRoom(line);
        for (std::size_t column = 0; column < columns; ++column)
            cell(column, chart.rows()[row][column].shown, paper.look.text);
        paper.top += line;
    }
    paper.top += 2 * gap;
}

} // namespace gauge::ui
