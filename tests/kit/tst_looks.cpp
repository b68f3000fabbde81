// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/emptystate.h"
#include "kit/labels.h"
#include "kit/theme.h"
#include "support/testcase.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>

using namespace gauge;

class LooksTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { ui::forceColorScheme(QStringLiteral("light")); }
    void everyIconDrawsInTheTextColour_data();
    void everyIconDrawsInTheTextColour();
    void signalsReadOnTheirBackground_data();
    void signalsReadOnTheirBackground();
    void accentIsStableAndDiffers();
    void emptyStateHidesAMissingAction();
    void aWrappedLabelIsNeverCut();
    void labelsAreNoMarkup_data();
    void labelsAreNoMarkup();
};

namespace {

double luminance(const QColor &color)
{
    const auto linear
        = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double lightOfA = luminance(a);
    const double lightOfB = luminance(b);
    const auto [low, high] = std::minmax(lightOfA, lightOfB);
    return (high + 0.05) / (low + 0.05);
}

//! The colour of the most opaque pixel; invalid when nothing was drawn.
QColor strongest(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    QColor best;
    int alpha = 200;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (color.alpha() > alpha) {
                alpha = color.alpha();
                best = color;
            }
        }
    }
    return best;
}

} // namespace

void LooksTest::everyIconDrawsInTheTextColour_data()
{
    QTest::addColumn<QString>("name");
    static_cast<void>(ui::applicationIcon()); // makes the resources known
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
    QVERIFY(files.size() > 30);
    for (const QString &file : files) {
        if (file != QLatin1String("gaugedesk.svg"))
            QTest::addRow("%s", qPrintable(file)) << file.chopped(4);
    }
}

void LooksTest::everyIconDrawsInTheTextColour()
{
    QFETCH(QString, name);
    const QIcon icon = ui::icon(name);
    for (const auto *scheme : {"light", "dark"}) {
        ui::forceColorScheme(QLatin1String(scheme));
        const QColor drawn = strongest(icon.pixmap(48, 48));
        QVERIFY2(drawn.isValid(), scheme);
        const QColor text = QApplication::palette().color(QPalette::WindowText);
        QVERIFY2(std::abs(drawn.lightness() - text.lightness()) < 24, scheme);
    }
}

void LooksTest::signalsReadOnTheirBackground_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("light") << "light";
    QTest::newRow("dark") << "dark";
}

void LooksTest::signalsReadOnTheirBackground()
{
    QFETCH(QString, scheme);
    ui::forceColorScheme(scheme);
    const QPalette palette = QApplication::palette();
    QCOMPARE(ui::isDark(palette), scheme == QLatin1String("dark"));
    const QColor window = palette.color(QPalette::Window);
    // WCAG asks 3:1 of graphical objects, 4.5:1 of text.
    for (const auto signal : {ui::Signal::Good, ui::Signal::Neutral, ui::Signal::Attention, ui::Signal::Bad})
        QVERIFY2(contrast(ui::signalColor(signal, palette), window) >= 3, qPrintable(scheme));
    QVERIFY(contrast(ui::signalColor(ui::Signal::Bad, palette), window) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::WindowText), window) >= 7);
}

void LooksTest::accentIsStableAndDiffers()
{
    const QPalette palette = QApplication::palette();
    const QString id = QStringLiteral("6b5f7a8e-0c62-4a53-8a0f-6d1b7a6f0001");
    QCOMPARE(ui::accentColor(id, palette), ui::accentColor(id, palette));
    QSet<QRgb> colors;
    for (int i = 0; i < 50; ++i)
        colors.insert(ui::accentColor(QString::number(i), palette).rgb());
    QCOMPARE(colors.size(), 12);
}

void LooksTest::emptyStateHidesAMissingAction()
{
    ui::EmptyState state;
    state.show();
    auto *button = state.findChild<QPushButton *>(QStringLiteral("actionButton"));
    state.setContent(QStringLiteral("lake"), QStringLiteral("Nothing here yet"),
                     QStringLiteral("Sync first."));
    QVERIFY(!button->isVisible());
    state.setContent(QStringLiteral("lake"), QStringLiteral("Nothing here yet"),
                     QStringLiteral("Sync first."), QStringLiteral("Sync now"));
    QVERIFY(button->isVisible());
    QCOMPARE(state.accessibleName(), QStringLiteral("Nothing here yet"));
}

void LooksTest::aWrappedLabelIsNeverCut()
{
    ui::WrappedLabel label;
    label.setText(QStringLiteral("Words that need many lines in a narrow column. ").repeated(6));
    label.resize(160, 400);
    const int tall = label.heightForWidth(160);
    // A page may ask for more width than its column is allowed.
    QCOMPARE(label.heightForWidth(800), tall);
    QVERIFY(label.heightForWidth(80) > tall);
    label.resize(800, 400);
    QVERIFY(label.heightForWidth(800) < tall);
}

void LooksTest::labelsAreNoMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", QStringLiteral("The field is missing."), QStringLiteral("The field is missing."));
    row("an image", QStringLiteral("<img src='/tmp/x'>"), QStringLiteral("<img src='/tmp/x'>"));
    row("a direction", QStringLiteral(u"a\u202Eb\nc"), QStringLiteral("a<U+202E>b\nc"));
}

void LooksTest::labelsAreNoMarkup()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    ui::PlainLabel label;
    label.setText(text);
    ui::WrappedLabel wrapped;
    wrapped.setText(text);
    QWidget window;
    ui::QuestionText question;
    question.text = text;
    question.details = text;
    const QMessageBox *box = ui::makeQuestion(question, &window);
    QList<QLabel *> labels{&label, &wrapped};
    labels += box->findChildren<QLabel *>();
    int same = 0;
    for (const QLabel *each : std::as_const(labels)) {
        QCOMPARE(each->textFormat(), Qt::PlainText);
        same += each->text() == shown ? 1 : 0;
    }
    QCOMPARE(same, 4); // both labels, and both texts of the question
}

QTEST_MAIN(LooksTest)
#include "tst_looks.moc"
