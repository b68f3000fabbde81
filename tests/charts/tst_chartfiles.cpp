// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartfixture.h"
#include "charts/chartpanel.h"
#include "support/testcase.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QPrinter>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::ui;

//! Files of charts, read back by programs that are not ours.
class ChartFilesTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void pngIsAPicture();
    void svgIsXmlWithItsWords();
    void csvIsReadBack();
    void csvOfACommaCountry();
    void printsAreLightInTheDark();
    void aPrintIsOnePage();
    void aPrinterThatTakesNothingIsTold();
    void aFolderThatIsGoneIsTold();

private:
    QString written(ChartFormat format);
    QString ask(const QString &program);
    void print(const QString &file);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ChartPanel> m_panel;
};

void ChartFilesTest::init()
{
    TestCase::init();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_folder = std::make_unique<QTemporaryDir>();
    auto *chart = new TrendChart;
    chart->setTitle(QStringLiteral("NPS by month & <more>"));
    chart->setFigures(test::threeMonths());
    m_panel = std::make_unique<ChartPanel>(chart);
    m_panel->setOrigin(QStringLiteral("ACME · NPS ≥ 9 · today"));
}

QString ChartFilesTest::written(ChartFormat format)
{
    QSignalSpy told(m_panel.get(), &ChartPanel::fileWritten);
    const QString path = m_folder->filePath(QStringLiteral("chart.") + endingOf(format));
    m_panel->write(format, path);
    if (!told.wait())
        qFatal("nothing was written");
    return path;
}

//! What the Python \a program prints.
QString ChartFilesTest::ask(const QString &program)
{
    QProcess python;
    python.setWorkingDirectory(m_folder->path());
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), program});
    python.waitForFinished();
    const QByteArray complaint = python.readAllStandardError();
    return complaint.isEmpty() ? QString::fromUtf8(python.readAllStandardOutput()).trimmed()
                               : QString::fromUtf8(complaint);
}

void ChartFilesTest::pngIsAPicture()
{
    written(ChartFormat::Png);
    QCOMPARE(ask(QStringLiteral("import struct\n"
                                "b = open('chart.png', 'rb').read()\n"
                                "print(b[:8] == bytes([137, 80, 78, 71, 13, 10, 26, 10]), "
                                "b[-8:-4] == b'IEND', struct.unpack('>I', b[16:20])[0])")),
             QStringLiteral("True True 1664"));
}

void ChartFilesTest::svgIsXmlWithItsWords()
{
    written(ChartFormat::Svg);
    const QString answer
        = ask(QStringLiteral("import xml.etree.ElementTree as E\n"
                             "t = E.parse('chart.svg').getroot()\n"
                             "w = ' '.join(e.text or '' for e in t.iter())\n"
                             "print(t.tag.endswith('svg'), 'Jan 26' in w, 'NPS by month & <more>' in w, "
                             "'NPS ≥ 9' in w, len(list(t.iter())) > 50)"));
    QCOMPARE(answer, QStringLiteral("True True True True True"));
}

void ChartFilesTest::csvIsReadBack()
{
    written(ChartFormat::Csv);
    QCOMPARE(ask(QStringLiteral("import csv\n"
                                "r = list(csv.reader(open('chart.csv', encoding='utf-8-sig', newline='')))\n"
                                "print(r[0][:2], r[1], r[2][1:4], r[3][:2])")),
             QStringLiteral("['Period', 'NPS'] ['January 2026', '38.25', '30.5', '45.75', '120', '31'] "
                            "['', '', ''] ['\\'=March & \"2026\"', '-4.4']"));
}

void ChartFilesTest::csvOfACommaCountry()
{
    const QByteArray csv = chartCsv(m_panel->chart(), QLocale(QLocale::Dutch, QLocale::Netherlands));
    QVERIFY(csv.startsWith("\xEF\xBB\xBFPeriod;NPS;"));
    QVERIFY(csv.contains("January 2026;38,25;30,5;45,75;120;31\r\n"));
    QVERIFY(csv.contains(";-4,4;")); // no guard before a number
}

void ChartFilesTest::printsAreLightInTheDark()
{
    const QImage light = chartImage(m_panel->chart(), {QStringLiteral("Title"), {}});
    const QPalette usual = QApplication::palette();
    QApplication::setPalette(QPalette(QColor(0x30, 0x30, 0x30), QColor(0x20, 0x20, 0x20)));
    const QImage dark = chartImage(m_panel->chart(), {QStringLiteral("Title"), {}});
    QApplication::setPalette(usual);
    QCOMPARE(dark, light);
    QVERIFY(light.pixelColor(2, 2) == QColor(Qt::white));
}

void ChartFilesTest::print(const QString &file)
{
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(m_folder->filePath(file));
    m_panel->print(printer);
}

void ChartFilesTest::aPrintIsOnePage()
{
    QSignalSpy failed(m_panel.get(), &ChartPanel::writingFailed);
    print(QStringLiteral("chart.pdf"));
    QCOMPARE(failed.size(), 0);
    QCOMPARE(ask(QStringLiteral("import subprocess as s\n"
                                "def run(*a): return s.run(a, capture_output=True, text=True).stdout\n"
                                "w = run('pdftotext', 'chart.pdf', '-')\n"
                                "print('Pages:           1' in run('pdfinfo', 'chart.pdf'), "
                                "'NPS by month & <more>' in w, 'Jan 26' in w, 'NPS ≥ 9' in w)")),
             QStringLiteral("True True True True"));
}

void ChartFilesTest::aPrinterThatTakesNothingIsTold()
{
    QSignalSpy failed(m_panel.get(), &ChartPanel::writingFailed);
    QTest::ignoreMessage(QtWarningMsg, "QPainter::begin(): Returned false");
    print(QStringLiteral("gone/chart.pdf"));
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].value<Error>().text.startsWith(QStringLiteral("The printer")));
}

void ChartFilesTest::aFolderThatIsGoneIsTold()
{
    QSignalSpy failed(m_panel.get(), &ChartPanel::writingFailed);
    m_panel->write(ChartFormat::Csv, m_folder->filePath(QStringLiteral("gone/chart.csv")));
    QVERIFY(failed.wait());
    const auto error = failed[0][0].value<Error>();
    QCOMPARE(error.kind, ErrorKind::Storage);
    QVERIFY(error.text.contains(QStringLiteral("chart.csv")));
}

QTEST_MAIN(ChartFilesTest)
#include "tst_chartfiles.moc"
