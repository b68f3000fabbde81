// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/detail/detailpane.h"
#include "records/table/livepagemodel.h"
#include "service/pageparser.h"
#include "tablefixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace gauge;
using namespace gauge::ui;
using test::MadeUpRows;

class MaskingTest : public test::TableFixture
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOfAPersonIsInTheTable();
    void copiesAreMasked();
    void widthsTellNothing();
    void livePagesAreMasked();
    void theRecordIsMasked();
    void whatChangedIsMasked();

private:
    static constexpr auto address = "ann.lee.with.a.long.name@example.com";

    [[nodiscard]] static QString allOf(const RecordModel &model, int column)
    {
        QStringList texts;
        for (int role = 0; role < Qt::UserRole + 16; ++role)
            texts.append(model.index(0, column).data(role).toString());
        return texts.join(QLatin1Char('|'));
    }
    [[nodiscard]] std::shared_ptr<MadeUpRows> people() const
    {
        auto rows = std::make_shared<MadeUpRows>(20);
        rows->constants[QStringLiteral("email")] = QLatin1String(address);
        return rows;
    }
    [[nodiscard]] LivePageModel::PagePointer page(const QByteArray &records) const
    {
        auto page = service::parsePage("{\"data\":[" + records + "],\"cursor\":{\"next\":\"c2\"}}", m_feed);
        if (!page)
            qFatal("%s", qPrintable(page.error().text));
        return std::make_shared<catalog::Page>(std::move(*page));
    }

    const catalog::Endpoint &m_feed = MadeUpRows::feed();
    const QByteArray m_record = R"({"number_customergauge":3414,"nps":10,"email":"ann@example.com",
        "contact":{"first_name":"Ann","last_name":"Lee"},"account":{"name":"ACME","number":"A-77"},
        "phone":null,"comment":{"original":"Fine"},"link":"https://example.com/s/1"})";
};

void MaskingTest::nothingOfAPersonIsInTheTable()
{
    load(people());
    QVERIFY(allOf(*m_model, 2).contains(QLatin1String(address)));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setMasked(true);
    QCOMPARE(changed.size(), 1);
    const QString shown = allOf(*m_model, 2);
    QVERIFY2(!shown.contains(QLatin1String("ann")), qPrintable(shown));
    QCOMPARE(m_model->index(0, 2).data().toString(), QStringLiteral("***"));
    QCOMPARE(m_model->index(0, 2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("masked"));
    QCOMPARE(m_model->index(8, 1).data().toString(), QStringLiteral("▲9")); // is nobody's
    QVERIFY(m_model->isMasked(2));
    QVERIFY(!m_model->isMasked(1));
    m_model->setMasked(false);
    QCOMPARE(m_model->index(0, 2).data().toString(), QLatin1String(address));
}

void MaskingTest::copiesAreMasked()
{
    load(people());
    m_model->setMasked(true);
    m_table->selectRow(1);
    m_table->copySelection();
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("No.\tNPS\tE-mail\n2\t2\t***\n"));
    QSignalSpy refused(m_table.get(), &RecordTable::refused);
    auto rows = people();
    load(rows);
    rows->atOnce = false;
    m_table->copySelection();
    rows->answerWindow(Error{ErrorKind::Storage, QStringLiteral("The disk is gone."), {}});
    QTRY_COMPARE(refused.size(), 1);
    // What is empty is told as empty.
    rows = std::make_shared<MadeUpRows>(3);
    load(rows);
    m_table->clearSelection();
    m_table->selectRow(1);
    m_table->copySelection();
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("No.\tNPS\tE-mail\n2\t2\t\n"));
}

void MaskingTest::widthsTellNothing()
{
    m_model->setMasked(true);
    load(people());
    const int masked = m_table->columnWidth(2);
    QVERIFY(!m_table->widths().contains(QStringLiteral("email")));
    load(std::make_shared<MadeUpRows>(20));
    QCOMPARE(m_table->columnWidth(2), masked);
    load(people());
    m_model->setMasked(false);
    QVERIFY(m_table->columnWidth(2) > masked); // measured now
}

void MaskingTest::livePagesAreMasked()
{
    LivePageModel model;
    model.setMasked(true);
    model.setPage(page(m_record), m_feed);
    model.showColumns({QStringLiteral("email"), QStringLiteral("account_number"), QStringLiteral("phone"),
                       QStringLiteral("comment_original")});
    // What the lake has instead is a person's as well.
    auto comparison = std::make_shared<PageComparison>();
    comparison->rows = {PageComparison::State::Differs};
    const int email = int(m_feed.column(QStringLiteral("email")) - m_feed.columns.data());
    comparison->instead[{0, email}] = QStringLiteral("before@example.com");
    model.setComparison(comparison);
    QVERIFY(!allOf(model, 0).contains(QLatin1String("before")));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("***"));
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("***"));
    QCOMPARE(model.index(0, 2).data().toString(), QString());
    QCOMPARE(model.index(0, 3).data().toString(), QStringLiteral("Fine"));
    const auto copied = model.received({0}).result();
    QVERIFY(copied);
    QCOMPARE(copied->front().display,
             (QStringList{QStringLiteral("***"), QStringLiteral("***"), QString(), QStringLiteral("Fine")}));
}

void MaskingTest::theRecordIsMasked()
{
    LivePageModel model;
    model.setPage(page(m_record), m_feed);
    DetailPane pane;
    pane.showRecord({m_feed, model.allColumns(), model.record(0)});
    const auto *sheet = pane.findChild<QTextBrowser *>(QStringLiteral("sheetView"));
    const auto *raw = pane.findChild<QPlainTextEdit *>(QStringLiteral("rawView"));
    const auto *copy = pane.findChild<QPushButton *>(QStringLiteral("copyRawButton"));
    QVERIFY(sheet->toPlainText().contains(QLatin1String("Ann Lee")));
    pane.setMasked(true);
    for (const char *personal : {"Ann", "Lee", "ACME", "A-77", "example.com\""}) {
        QVERIFY2(!sheet->toHtml().contains(QLatin1String(personal)), personal);
        QVERIFY2(!raw->toPlainText().contains(QLatin1String(personal)), personal);
    }
    QVERIFY(sheet->toPlainText().contains(QLatin1String("***")));
    QVERIFY(sheet->toPlainText().contains(QLatin1String("Fine")));
    QVERIFY(raw->toPlainText().contains(QLatin1String("hidden")));
    QVERIFY(!copy->isEnabled());
    // Another record is masked as well, and after it all can be seen again.
    pane.showRecord({m_feed, model.allColumns(), model.record(0)});
    QVERIFY(!sheet->toPlainText().contains(QLatin1String("Ann")));
    pane.setMasked(false);
    QVERIFY(sheet->toPlainText().contains(QLatin1String("Ann Lee")));
    QVERIFY(raw->toPlainText().contains(QLatin1String("ann@example.com")));
    QVERIFY(copy->isEnabled());
}

void MaskingTest::whatChangedIsMasked()
{
    LivePageModel model;
    model.setPage(page(m_record), m_feed);
    RecordSheet sheet{m_feed, model.allColumns(), model.record(0)};
    sheet.detail.versions.push_back({QDateTime(), R"({"number_customergauge":3414,"nps":2,
        "email":"before@example.com","contact":{"first_name":"Ann","last_name":"Lee"}})"});
    sheet.masked = true;
    const QString html = sheetHtml(sheet, QGuiApplication::palette());
    QVERIFY2(!html.contains(QLatin1String("before@")), qPrintable(html));
    QVERIFY(html.contains(QLatin1String("***, before: ***")));
    sheet.masked = false;
    QVERIFY(sheetHtml(sheet, QGuiApplication::palette()).contains(QLatin1String("before@example.com")));
}

QTEST_MAIN(MaskingTest)
#include "tst_masking.moc"
