// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/matchdelegate.h"
#include "tablefixture.h"

#include <QImage>
#include <QPainter>

using namespace gauge;
using namespace gauge::ui;
using lake::TextRange;
using test::MadeUpRows;

//! Which texts are marked, and that it can be seen.
class HitsTest : public test::TableFixture
{
    Q_OBJECT
private Q_SLOTS:
    void marksWhereTheQueryLooked();
    void longTextsAreCutAroundTheFirstHit();
    void hitsAreSeen_data();
    void hitsAreSeen();
    void cellsWithoutAHitArePaintedAsEver();

private:
    static SearchMatches hitsOf(const char *search, const QStringList &where = {})
    {
        query::Query query;
        query.search = QString::fromUtf8(search);
        for (const QString &text : where)
            query.where.push_back(*query::parseFilter(text));
        return SearchMatches(query, MadeUpRows::feed());
    }
    //! The cell of the comment in the first row.
    QImage painted(const SearchMatches &hits, bool selected)
    {
        m_table->setHits(hits);
        QStyleOptionViewItem option;
        option.initFrom(m_table->viewport());
        option.rect = QRect(0, 0, 200, 28);
        option.font = m_table->font();
        option.widget = m_table.get();
        option.state.setFlag(QStyle::State_Selected, selected);
        option.state.setFlag(QStyle::State_Active, true);
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(m_table->palette().color(QPalette::Base));
        QPainter painter(&image);
        m_table->itemDelegate()->paint(&painter, option, m_model->index(0, 0));
        return image;
    }
    static int differing(const QImage &a, const QImage &b, const QRect &where)
    {
        int count = 0;
        for (int y = where.top(); y <= where.bottom(); ++y) {
            for (int x = where.left(); x <= where.right(); ++x)
                count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
        return count;
    }
    void loadComment(const QString &comment)
    {
        auto rows = std::make_shared<MadeUpRows>(3);
        rows->constants[QStringLiteral("comment_original")] = comment;
        query::Query query;
        query.columns = {QStringLiteral("comment_original")};
        m_model->setSource(rows, MadeUpRows::feed(), query);
        QTRY_COMPARE(m_model->index(0, 0).data(RecordModel::ReceivedRole).toString(), comment);
    }
};

void HitsTest::marksWhereTheQueryLooked()
{
    const QString comment = QStringLiteral("comment_original");
    const QString country = QStringLiteral("property.Country");
    const std::vector<TextRange> none;
    const std::vector<TextRange> first{{0, 4}};
    QVERIFY(SearchMatches().isEmpty());
    const SearchMatches searched = hitsOf("late");
    QCOMPARE(searched.in(comment, u"Late"), first);
    QCOMPARE(searched.in(country, u"late"), none); // not searched
    const SearchMatches asked = hitsOf("",
                                       {QStringLiteral("property.Country contains ETH or nps >= 9"),
                                        QStringLiteral("email starts-with a"), QStringLiteral("phone = 1")});
    QVERIFY(!asked.isEmpty());
    QCOMPARE(asked.in(country, u"Netherlands"), (std::vector<TextRange>{{1, 3}}));
    QCOMPARE(asked.in(QStringLiteral("email"), u"aa"), (std::vector<TextRange>{{0, 1}}));
    QCOMPARE(asked.in(QStringLiteral("phone"), u"1"), none);
    QCOMPARE(hitsOf("to", {QStringLiteral("comment_original contains ool")}).in(comment, u"tool"), first);
}

void HitsTest::longTextsAreCutAroundTheFirstHit()
{
    const QFont font = m_table->font();
    const QFontMetrics metrics(font);
    const QString front = QStringLiteral("many words that nobody looked for come before ");
    const QString text = front + QStringLiteral("delivery, and further words follow it until the end");
    const int width = metrics.horizontalAdvance(front);
    const auto shown = HitDelegate::fitted(text, {{front.size(), 5}}, font, width);
    QVERIFY(shown.text.startsWith(QChar(0x2026)));
    QVERIFY(shown.text.endsWith(QChar(0x2026)));
    QVERIFY(metrics.horizontalAdvance(shown.text) <= width);
    QCOMPARE(shown.hits.size(), 1U);
    QCOMPARE(shown.text.mid(shown.hits[0].start, shown.hits[0].length), QStringLiteral("deliv"));
    // All of it where there is room, and no hit in what is cut.
    const auto whole = HitDelegate::fitted(text, {{front.size(), 5}}, font, 10 * width);
    QCOMPARE(whole.text, text);
    const auto two = HitDelegate::fitted(text, {{0, 4}, {text.size() - 3, 3}}, font, width);
    QCOMPARE(two.hits, (std::vector<TextRange>{{0, 4}}));
    const auto narrow = HitDelegate::fitted(text, {{front.size(), 5}}, font, 0);
    QVERIFY(narrow.hits.empty() || narrow.hits[0].start + narrow.hits[0].length <= narrow.text.size());
    // Half of a character beyond the first plane is none.
    const QString smileys = QStringLiteral("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀");
    for (int room = 0; room < 200; room += 7) {
        const auto cut = HitDelegate::fitted(smileys, {{24, 2}}, font, room);
        QVERIFY(cut.text.isEmpty() || !cut.text[0].isLowSurrogate());
        QVERIFY(cut.text.size() < 2 || cut.text[0] != QChar(0x2026) || !cut.text[1].isLowSurrogate());
    }
}

void HitsTest::hitsAreSeen_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<bool>("selected");
    QTest::addColumn<QRect>("where"); //!< the hit
    QTest::newRow("left to right") << "late again and again" << false << QRect(0, 0, 40, 28);
    QTest::newRow("selected") << "late again and again" << true << QRect(0, 0, 40, 28);
    QTest::newRow("right to left") << QString::fromUtf8("שלום late") << false << QRect(100, 0, 100, 28);
    QTest::newRow("far behind") << QString(QString(250, QLatin1Char('.')) + QStringLiteral(" late")) << false
                                << QRect(0, 0, 200, 28);
    QTest::newRow("behind what a cell holds")
        << QString(QString(1000, QLatin1Char('.')) + QStringLiteral(" late")) << false
        << QRect(0, 0, 200, 28);
}

void HitsTest::hitsAreSeen()
{
    QFETCH(const QString, comment);
    QFETCH(const bool, selected);
    QFETCH(const QRect, where);
    loadComment(comment);
    const QImage plain = painted({}, selected);
    const QImage marked = painted(hitsOf("late"), selected);
    QVERIFY(differing(plain, marked, where) > 40);
    // The tint is there, and on a selection, which has a colour of its own, it is not.
    const QRgb tint = hitTint(m_table->palette()).rgb();
    int tinted = 0;
    for (int x = 0; x < marked.width(); ++x) {
        for (int y = 0; y < marked.height(); ++y)
            tinted += marked.pixel(x, y) == tint ? 1 : 0;
    }
    QCOMPARE(tinted > 20, !selected);
}

void HitsTest::cellsWithoutAHitArePaintedAsEver()
{
    loadComment(QStringLiteral("nothing to be seen here"));
    QCOMPARE(painted(hitsOf("late"), false), painted({}, false));
    // Markup is text, and so is a megabyte.
    loadComment(QStringLiteral("<b>late</b>"));
    QVERIFY(painted(hitsOf("late"), false) != painted({}, false));
    loadComment(QString(1'000'000, QLatin1Char('x')));
    QCOMPARE(painted(hitsOf("late"), false), painted({}, false));
}

QTEST_MAIN(HitsTest)
#include "tst_hits.moc"
