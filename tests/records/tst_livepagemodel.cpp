// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/cells/display.h"
#include "records/table/livepagemodel.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>

using namespace gauge;
using namespace gauge::ui;

class LivePageModelTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void showsAPageByTheSameRules();
    void keepsChosenColumnsFromPageToPage();
    void quirkyRecordsAreShown();
    void aRecordWhole();
    void aNonResponseTellsHowFarItCame();

private:
    [[nodiscard]] LivePageModel::PagePointer parsed(const QByteArray &records) const
    {
        auto page = service::parsePage("{\"data\":[" + records + "],\"cursor\":{\"next\":\"c2\"}}", m_feed);
        if (!page)
            qFatal("%s", qPrintable(page.error().text));
        return std::make_shared<catalog::Page>(std::move(*page));
    }
    [[nodiscard]] static QString shown(const LivePageModel &model, int row, const char *name)
    {
        return model.index(row, model.columnOf(QString::fromUtf8(name))).data().toString();
    }

    const catalog::Endpoint m_feed = *catalog::Catalog::builtIn().find(QStringLiteral("responses"));
};

void LivePageModelTest::showsAPageByTheSameRules()
{
    LivePageModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setPage(parsed(R"({"number_customergauge":3414,"nps":10,"contact":{"first_name":"John"},
                             "selected_drivers":[{"primary":"Ordering","secondary":["Ease"]}],
                             "properties":[{"field":"Country","reference":"NL"}]},
                            {"number_customergauge":3415,"nps":3})"),
                  m_feed);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(shown(model, 0, "number_customergauge"), QStringLiteral("3414"));
    QCOMPARE(shown(model, 0, "nps"), QStringLiteral("▲10"));
    QCOMPARE(shown(model, 1, "nps"), QStringLiteral("▼3"));
    QCOMPARE(shown(model, 0, "contact_first_name"), QStringLiteral("John"));
    QCOMPARE(shown(model, 0, "selected_drivers"), QStringLiteral("Ordering > Ease"));
    QCOMPARE(shown(model, 0, "property.Country"), QStringLiteral("NL"));
    QCOMPARE(shown(model, 1, "property.Country"), QString());
    QCOMPARE(
        model.headerData(model.columnOf(QStringLiteral("property.Country")), Qt::Horizontal, Qt::DisplayRole)
            .toString(),
        QStringLiteral("Country"));
    model.setPage(nullptr, m_feed);
    QCOMPARE(model.rowCount(), 0);
}

void LivePageModelTest::keepsChosenColumnsFromPageToPage()
{
    LivePageModel model;
    model.setPage(parsed(R"({"number_customergauge":1})"), m_feed);
    const QStringList chosen{QStringLiteral("nps"), QStringLiteral("number_customergauge")};
    model.showColumns(chosen);
    model.setPage(parsed(R"({"number_customergauge":2,"properties":[{"field":"X","reference":"y"}]})"),
                  m_feed);
    QCOMPARE(model.shownNames(), chosen);
    QCOMPARE(shown(model, 0, "number_customergauge"), QStringLiteral("2"));
    model.setPage(nullptr, *catalog::Catalog::builtIn().find(QStringLiteral("close-loop")));
    QVERIFY(model.columnCount() > 2);
}

void LivePageModelTest::quirkyRecordsAreShown()
{
    LivePageModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPage(parsed(R"({},{"number_customergauge":"x","nps":null,"comment":"plain","region":{"a":[1]}},
                            {"nps":18446744073709551617,"number_customer":7.5})"),
                  m_feed);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(shown(model, 0, "nps"), QString());
    QCOMPARE(shown(model, 1, "number_customergauge"), QStringLiteral("x"));
    QCOMPARE(shown(model, 1, "comment_original"), QStringLiteral("plain"));
    QVERIFY(shown(model, 1, "other.region").contains(QLatin1Char('a')));
    QCOMPARE(shown(model, 2, "nps"), QStringLiteral("18446744073709551617"));
    QCOMPARE(shown(model, 2, "number_customer"), QStringLiteral("7.5"));
}

void LivePageModelTest::aRecordWhole()
{
    LivePageModel model;
    const QByteArray raw = R"({"number_customergauge":5, "odd" : 1.50})";
    model.setPage(parsed(raw), m_feed);
    const lake::RecordDetail detail = model.record(0);
    QCOMPARE(detail.raw, raw);
    QCOMPARE(detail.row.display.size(), qsizetype(model.allColumns().size()));
    QCOMPARE(detail.row.display.front(), QStringLiteral("5"));
    QVERIFY(model.record(7).raw.isEmpty());
    QCOMPARE(model.received({0, 9}).result()->size(), 1U);
}

void LivePageModelTest::aNonResponseTellsHowFarItCame()
{
    const catalog::Endpoint feed = *catalog::Catalog::builtIn().find(QStringLiteral("non-responses"));
    const auto clock = std::make_shared<test::FakeClock>(); // 2026-01-01 12:00 UTC
    auto page = service::parsePage(R"({"data":[
        {"number_customergauge":1,"date_sent":"2025-12-30 23:00:00","date_opened":"2025-12-31 08:00:00"},
        {"number_customergauge":2,"date_sent":"2025-12-01 23:00:00","life":"of the service"}],"cursor":null})",
                                   feed);
    QVERIFY(page);
    LivePageModel model;
    model.setPage(std::make_shared<catalog::Page>(std::move(*page)), feed);
    QCOMPARE(shown(model, 0, "life"), QStringLiteral("opened"));
    model.setSettling({clock, 48});
    QCOMPARE(shown(model, 0, "life"), QStringLiteral("opened · provisional"));
    QCOMPARE(shown(model, 1, "life"), QStringLiteral("sent"));
    QCOMPARE(shown(model, 1, "other.life"), QStringLiteral("of the service"));
}

QTEST_MAIN(LivePageModelTest)
#include "tst_livepagemodel.moc"
