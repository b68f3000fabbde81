// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/cells/display.h"
#include "records/detail/detailpane.h"
#include "records/detail/recordhistory.h"
#include "records/table/livepagemodel.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"
#include "support/testcase.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTextBrowser>
#include <QToolButton>

using namespace gauge;
using namespace gauge::ui;

class DetailPaneTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void showsARecordWhole();
    void tellsTheLifeOfAnInvitation();
    void tellsWhatChangedAndWhen();
    void hostileTextsStayText();
    void marksWhatWasSearched();
    void quirkyRecords_data();
    void quirkyRecords();
    void copiesTheRecordAsReceived();
    void wordsInsteadOfARecord();
    void findsInTheJson();
    void asksForTheNextRecord();

private:
    [[nodiscard]] RecordSheet sheet(const QByteArray &record, const char *feed = "responses") const
    {
        const catalog::Endpoint endpoint = *catalog::Catalog::builtIn().find(QLatin1String(feed));
        auto page = service::parsePage("{\"data\":[" + record + "],\"cursor\":{\"next\":1}}", endpoint);
        if (!page)
            qFatal("%s", qPrintable(page.error().text));
        LivePageModel model;
        model.setPage(std::make_shared<catalog::Page>(std::move(*page)), endpoint);
        return {endpoint, model.allColumns(), model.record(0)};
    }
    template <typename T>
    static T *child(const DetailPane &pane, const char *name)
    {
        T *found = pane.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
};

void DetailPaneTest::showsARecordWhole()
{
    DetailPane pane;
    pane.showRecord(
        sheet(R"({"number_customergauge":3414,"nps":3,"contact":{"first_name":"John","last_name":"Doe"},
        "account":{"name":"ACME"},"comment":{"original":"Te duur","translation":"Too expensive"},
        "selected_drivers":[{"primary":"Ordering","secondary":["Ease of Ordering","Price"]}],
        "tags":[{"label":"Price","type":"topic","sentiment":"negative"},{"label":"Staff","type":"topic","sentiment":"positive"}],
        "questions":[{"title":"Would you return?","answer":"No"}],
        "properties":[{"field":"Country","reference":"NL"}],
        "date_creation":"2025-03-01 14:05:09","link":"https://example.com/s/1","mystery":"kept"})"));
    QCOMPARE(child<QLabel>(pane, "titleLabel")->text(), QStringLiteral("No. 3414"));
    const QString text = child<QTextBrowser>(pane, "sheetView")->toPlainText();
    for (const char *part : {"▼ 3", "detractor", "John Doe", "ACME", "Te duur", "Too expensive", "Ordering",
                             "Ease of Ordering\nPrice", "▼ Price", "negative", "▲ Staff", "Would you return?",
                             "No", "Country", "NL", "Created", "https://example.com/s/1", "mystery", "kept"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    QCOMPARE(text.count(QLatin1String("Would you return?")), 1);
    const QString html = child<QTextBrowser>(pane, "sheetView")->toHtml();
    QVERIFY(html.contains(QLatin1String("href=\"https://example.com/s/1\"")));
    // Comment and translation stand side by side: in one table row.
    QVERIFY(html.indexOf(QLatin1String("Te duur")) < html.indexOf(QLatin1String("Too expensive")));
}

void DetailPaneTest::tellsTheLifeOfAnInvitation()
{
    DetailPane pane;
    const auto text = [&](const RecordSheet &sheet) {
        pane.showRecord(sheet);
        return child<QTextBrowser>(pane, "sheetView")->toPlainText();
    };
    const auto date = [](const char *received) { return display::date(QString::fromLatin1(received)); };
    const QString answered = text(sheet(R"({"number_customergauge":1,"nps":9,
        "date_sent":"2025-12-30 12:00:00","date_opened":"2025-12-30 18:00:00",
        "date_clicked":"2025-12-30 18:01:00","date_survey_response":"2025-12-31 18:00:00"})"));
    for (const QString &part :
         {QStringLiteral("Life"), date("2025-12-30 12:00:00"), date("2025-12-30 18:00:00"),
          date("2025-12-30 18:01:00"),
          QString(date("2025-12-31 18:00:00") + QStringLiteral(" · days since it was sent: 1.25"))})
        QVERIFY2(answered.contains(part), qPrintable(part + QLatin1Char('\n') + answered));
    // They are told once.
    QVERIFY(!answered.contains(QLatin1String("Dates")));
    QVERIFY(!answered.contains(QLatin1String("Days to answer")));

    RecordSheet young
        = sheet(R"({"number_customergauge":1,"date_sent":"2025-12-31 12:00:00"})", "non-responses");
    young.settling = {std::make_shared<test::FakeClock>(), 48}; // 2026-01-01 12:00 UTC
    QVERIFY(text(young).contains(date("2025-12-31 12:00:00") + QStringLiteral(" · provisional")));
    const QDateTime found(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    young.detail.provenance.gone = found;
    const QString gone = text(young);
    QVERIFY(!gone.contains(QLatin1String("provisional")));
    QVERIFY(gone.contains(QLatin1String("No longer found since")));
    QCOMPARE(gone.count(QLocale().toString(found.toLocalTime(), QLocale::ShortFormat)), 1);

    // Cases of closed loops were not sent.
    QVERIFY(!text(sheet(R"({"number_customergauge":1})", "close-loop")).contains(QLatin1String("Life")));
}

void DetailPaneTest::tellsWhatChangedAndWhen()
{
    const QDateTime first(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    RecordSheet now = sheet(R"({"number_customergauge":1,"nps":9,"comment":{"original":"Better"},
        "tags":[{"label":"Price","type":"topic","sentiment":"positive"}],
        "properties":[{"field":"Country","reference":"NL"}]})");
    now.detail.provenance = {first, first.addDays(3), first.addDays(2), first.addDays(4)};
    now.detail.versions
        = {{first.addDays(1), R"({"nps":9,"number_customergauge":1,"comment":{"original":"Slow"}})"},
           {first, R"({"number_customergauge":1,"nps":9,"comment":{"original":"Slow"}})"},
           {first, R"({"number_customergauge":1,"nps":2,"comment":{"original":"Slow"}})"}};
    const std::vector<RecordChange> changes = recordChanges(now);
    QCOMPARE(changes.size(), std::size_t(2)); // the one in the middle is the same in another order
    QCOMPARE(changes[0].when, first.addDays(2));
    QStringList changed;
    for (const ValueChange &value : changes[0].values)
        changed.append(value.column.name);
    QCOMPARE(changed, (QStringList{"comment_original", "tags", "property.Country"}));
    QCOMPARE(changes[1].values.size(), std::size_t(1));
    QCOMPARE(changes[1].values[0].before, QStringLiteral("2"));
    QCOMPARE(changes[1].values[0].after, QStringLiteral("9"));

    DetailPane pane;
    pane.showRecord(now);
    const QString text = child<QTextBrowser>(pane, "sheetView")->toPlainText();
    const auto local
        = [](const QDateTime &when) { return QLocale().toString(when.toLocalTime(), QLocale::ShortFormat); };
    for (const QString &part : {QStringLiteral("What changed"), QStringLiteral("Better, before: Slow"),
                                QStringLiteral("NL, before: (empty)"), QStringLiteral("No longer found"),
                                local(first), local(first.addDays(2)), local(first.addDays(4))})
        QVERIFY2(text.contains(part), qPrintable(part));

    // Versions that are damaged, or none that the service would send.
    now.detail.versions = {{first, "garbage"}};
    QVERIFY(recordChanges(now).empty());
}

void DetailPaneTest::hostileTextsStayText()
{
    DetailPane pane;
    pane.showRecord(sheet(R"-({"number_customergauge":1,"nps":9,
        "comment":{"original":"<img src='file:///etc/passwd'><b>x</b>","translation":"%1 %2 &lt;"},
        "contact":{"first_name":"<script>","last_name":"%3"},
        "tags":[{"label":"<a href='file:///x'>l</a>","sentiment":"<i>"}],
        "questions":[{"title":"<h1>t","answer":"javascript:alert(1)"}],
        "properties":[{"field":"<td>f","reference":"file:///etc/passwd"}],"link":"javascript:alert(2)"})-"));
    const auto *view = child<QTextBrowser>(pane, "sheetView");
    const QString text = view->toPlainText();
    for (const char *part : {"<img src='file:///etc/passwd'><b>x</b>", "%1 %2 &lt;", "<script> %3",
                             "<a href='file:///x'>l</a>", "<h1>t", "<td>f", "javascript:alert(2)"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    QVERIFY(!view->toHtml().contains(QLatin1String("<img")));
    QVERIFY(!view->toHtml().contains(QLatin1String("<a ")));
}

void DetailPaneTest::marksWhatWasSearched()
{
    RecordSheet shown
        = sheet(R"({"number_customergauge":1,"nps":3,"contact":{"first_name":"Änne","last_name":"Doe"},
        "account":{"name":"<b>Anne & Co</b>"},"comment":{"original":"Anne <i>war</i> spät","translation":"Anne was late"},
        "properties":[{"field":"Country","reference":"Netherlands"}]})");
    query::Query query;
    query.search = QStringLiteral("anne");
    query.where = {*query::parseFilter(QStringLiteral("property.Country contains nether"))};
    const QPalette palette;
    const QString plain = sheetHtml(shown, palette);
    QVERIFY(!plain.contains(QStringLiteral("underline")));
    shown.hits = SearchMatches(query, shown.endpoint);
    QString html = sheetHtml(shown, palette);
    const QString mark = QStringLiteral("<span style=\"background-color:%1;font-weight:bold;"
                                        "text-decoration:underline\">")
                             .arg(hitTint(palette).name());
    for (const char *hit : {"Änne</span> Doe", "Anne</span> &lt;i&gt;war", "Anne</span> was late",
                            "Anne</span> &amp; Co&lt;/b&gt;", "Nether</span>lands"})
        QVERIFY2(html.contains(mark + QString::fromUtf8(hit)), hit);
    // Nothing else is another text.
    QCOMPARE(html.remove(mark).remove(QStringLiteral("</span>")),
             QString(plain).remove(QStringLiteral("</span>")));
    shown.detail.row.display[0] = QString(100'000, QLatin1Char('x'));
    DetailPane pane;
    pane.showRecord(shown);
    QVERIFY(child<QTextBrowser>(pane, "sheetView")->toPlainText().contains(QStringLiteral("Anne was late")));
}

void DetailPaneTest::quirkyRecords_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("part");
    QTest::newRow("nothing") << QByteArray("{}") << QString();
    QTest::newRow("comment is text") << QByteArray(R"({"comment":"plain words"})") << "plain words";
    QTest::newRow("comment is null") << QByteArray(R"({"comment":null,"nps":null,"contact":null})")
                                     << QString();
    QTest::newRow("score is out of range") << QByteArray(R"({"nps":42})") << "42";
    QTest::newRow("older drivers") << QByteArray(R"({"drivers":[{"label":"Delivery"}]})") << "Delivery";
    QTest::newRow("secondary driver is text")
        << QByteArray(R"({"selected_drivers":[{"primary":"A","secondary":"Below A"}]})") << "Below A";
    QTest::newRow("tags are text") << QByteArray(R"({"tags":"one, two"})") << "one, two";
    QTest::newRow("tags are numbers") << QByteArray(R"({"tags":[1,2.5,null,true]})") << "2.5";
    QTest::newRow("reference is null")
        << QByteArray(R"({"properties":[{"field":"Country","reference":null}]})") << QString();
    QTest::newRow("custom fields") << QByteArray(R"({"custom_fields":[{"field":"Tier","reference":"Gold"}]})")
                                   << "Gold";
    QTest::newRow("right to left") << QByteArray(R"({"comment":"شكرا جزيلا"})")
                                   << QStringLiteral("شكرا جزيلا");
    QTest::newRow("long") << QByteArray("{\"comment\":\"" + QByteArray(500'000, 'x') + "\"}") << "xxxx";
}

void DetailPaneTest::quirkyRecords()
{
    QFETCH(QByteArray, record);
    QFETCH(QString, part);
    DetailPane pane;
    pane.showRecord(sheet(record));
    QVERIFY(pane.hasRecord());
    QVERIFY2(child<QTextBrowser>(pane, "sheetView")->toPlainText().contains(part),
             qPrintable(child<QTextBrowser>(pane, "sheetView")->toPlainText()));
    QVERIFY(!child<QPlainTextEdit>(pane, "rawView")->toPlainText().isEmpty());
}

void DetailPaneTest::copiesTheRecordAsReceived()
{
    DetailPane pane;
    const QByteArray raw = R"({"number_customergauge" :5,"x":1.50,"y":18446744073709551617})";
    pane.showRecord(sheet(raw));
    QVERIFY(child<QPlainTextEdit>(pane, "rawView")
                ->toPlainText()
                .contains(QLatin1String("\"y\": 18446744073709551617")));
    child<QPushButton>(pane, "copyRawButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(raw));
}

void DetailPaneTest::wordsInsteadOfARecord()
{
    DetailPane pane;
    QVERIFY(!pane.hasRecord());
    pane.showRecord(sheet("{}"));
    pane.showMessage(QStringLiteral("This record is gone."));
    QVERIFY(!pane.hasRecord());
    QCOMPARE(child<QStackedWidget>(pane, "stack")->currentWidget()->objectName(),
             QStringLiteral("wordsPage"));
    QVERIFY(child<QPlainTextEdit>(pane, "rawView")->toPlainText().isEmpty());
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&pane, &language);
    QCOMPARE(child<QLabel>(pane, "wordsLabel")->text(), QStringLiteral("This record is gone."));
}

void DetailPaneTest::findsInTheJson()
{
    DetailPane pane;
    pane.show();
    pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    pane.showRecord(sheet(R"({"number_customergauge":1,"mystery":"kept"})"));
    child<QTextBrowser>(pane, "sheetView")->setFocus();
    QVERIFY(!pane.findInText()); // the sheet has the page's own search
    child<QTabWidget>(pane, "tabs")->setCurrentIndex(1);
    child<QPlainTextEdit>(pane, "rawView")->setFocus();
    QVERIFY(pane.findInText());
    QCOMPARE(pane.focusWidget(), child<QLineEdit>(pane, "findEdit"));
    QTest::keyClicks(child<QLineEdit>(pane, "findEdit"), QStringLiteral("MYST"));
    QCOMPARE(child<QLabel>(pane, "countLabel")->text(), QStringLiteral("1 of 1"));
    // The next record is searched for the same.
    pane.showRecord(sheet(R"({"number_customergauge":2})"));
    QCOMPARE(child<QLabel>(pane, "countLabel")->text(), QStringLiteral("Not found"));
    pane.clear();
    QVERIFY(!pane.findInText());
}

void DetailPaneTest::asksForTheNextRecord()
{
    DetailPane pane;
    QVERIFY(!child<QToolButton>(pane, "nextButton")->isEnabled());
    pane.showRecord(sheet(R"({"number_customergauge":1})"));
    QSignalSpy steps(&pane, &DetailPane::stepRequested);
    child<QToolButton>(pane, "nextButton")->click();
    child<QToolButton>(pane, "previousButton")->click();
    QCOMPARE(steps, (QList<QVariantList>{{1}, {-1}}));
}

QTEST_MAIN(DetailPaneTest)
#include "tst_detailpane.moc"
