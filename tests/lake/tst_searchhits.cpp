// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/searchhits.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using lake::ContainedHits;
using lake::SearchHits;
using lake::TextRange;

//! Hits are where the search found them: told by themselves, and compared with what the lake finds.
class SearchHitsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void marks_data();
    void marks();
    void marksWhatConditionsContain_data();
    void marksWhatConditionsContain();
    void agreeWithTheLake();

private:
    //! The text with [ ] around its hits.
    static QString marked(QString text, const std::vector<TextRange> &hits)
    {
        for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
            text.insert(hit->start + hit->length, QLatin1Char(']'));
            text.insert(hit->start, QLatin1Char('['));
        }
        return text;
    }
    static QString utf8(const char *text) { return QString::fromUtf8(text); }
};

void SearchHitsTest::marks_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *search, const char *expected) {
        QTest::newRow(name) << utf8(search) << utf8(expected);
    };
    row("beginnings of words", "deliv", "[Deliv]ery, redelivery, [deliv]ered");
    row("every word", "late an", "Too [late], [An]na said");
    row("the longest of several", "de deliver", "[deliver]y [de]al");
    row("case", "STRA", "[Stra]ße [stra]at");
    row("accents do not count", "cafe", "[Café] [cafe]s [CAFÉ]");
    row("accents that are typed", "café", "[cafe]");
    row("marks of their own", "cafe", "[cafe\xcc\x81] noir");
    row("an accent behind a part of a word", "ca", "[ca]fe\xcc\x81");
    row("a sharp s", "STRAẞE", "[Straße]");
    row("a part of a Hangul syllable", "하", "[한]국");
    row("Chinese, character by character", "配送", "我的[配送]很慢，[送]货");
    row("Cyrillic", "мос", "[МОС]КВА, [Мос]ква");
    row("Hebrew", "של", "[של]ום");
    row("beyond the first plane", "𝒳", "a [𝒳]b");
    row("words are split at signs", "77", "AC-[77]/[77]8");
    row("nothing in it", "absent", "present");
    row("no word to look for", "!?", "what!?");
    row("nothing to look for", "", "anything");
    row("at the end", "end", "the [end]");
    row("words that touch", "a", "[a]-[a],[a]");
}

void SearchHitsTest::marks()
{
    QFETCH(const QString, search);
    QFETCH(const QString, expected);
    const QString text = QString(expected).remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    QCOMPARE(marked(text, SearchHits(search).in(text)), expected);
    QCOMPARE(SearchHits(search).isEmpty(), search.isEmpty() || search == QLatin1String("!?"));
}

void SearchHitsTest::marksWhatConditionsContain_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("starts");
    const auto row = [](const char *name, const char *needle, const char *expected, bool starts) {
        QTest::newRow(name) << utf8(needle) << utf8(expected) << starts;
    };
    row("anywhere", "LIVE", "de[live]ry, re[live]", false);
    row("at the start", "del", "[del]ivery [del]", true);
    row("several times in a row", "aa", "[aaaa]a", true);
    row("accents count", "cafe", "café [cafe]", false);
    row("a sharp s", "STRAẞE", "[Straße]", true);
    row("the Kelvin sign", "K", "[\xe2\x84\xaa]", true);
    row("Cyrillic", "ОСК", "М[оск]ва", false);
    row("with spaces and signs", "o l", "to[o l]ate", false);
    row("longer than the text", "longer", "long", false);
    row("nothing", "", "anything", false);
}

void SearchHitsTest::marksWhatConditionsContain()
{
    QFETCH(const QString, needle);
    QFETCH(const QString, expected);
    QFETCH(const bool, starts);
    const QString text = QString(expected).remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    QCOMPARE(marked(text, ContainedHits(needle).in(text)), expected);
    const auto first = ContainedHits(needle).atStartOf(text);
    QCOMPARE(!first.empty(), starts);
    if (starts)
        QCOMPARE(first.front().start, 0);
}

void SearchHitsTest::agreeWithTheLake()
{
    const QStringList texts{QStringLiteral("Too late, the delivery"),
                            QStringLiteral("redelivery of AC-77"),
                            utf8("Café Zürich, SÃO Paulo"),
                            utf8("cafe\xcc\x81 au lait"),
                            utf8("我的配送很慢"),
                            utf8("送货"),
                            utf8("МОСКВА и Київ"),
                            utf8("d’accord, l'été"),
                            utf8("שלום לכם"),
                            utf8("हिन्दी में"),
                            utf8("naïve coöperation 123abc"),
                            utf8("Ελλάδα ΑΘΉΝΑ")};
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        test::PageBuilder page = lake.page();
        for (int i = 0; i < texts.size(); ++i)
            page.record({{"number_customergauge", i}, {"comment_original", texts[i].toStdString()}});
        lake.store(*writer, page);
    }
    const QStringList searches{QStringLiteral("d"),
                               QStringLiteral("deliv"),
                               QStringLiteral("livery"),
                               QStringLiteral("cafe"),
                               utf8("CAFÉ"),
                               QStringLiteral("zur"),
                               utf8("送"),
                               utf8("москв"),
                               utf8("ки"),
                               QStringLiteral("accord"),
                               QStringLiteral("ete"),
                               utf8("של"),
                               QStringLiteral("cooper"),
                               QStringLiteral("123"),
                               QStringLiteral("abc"),
                               QStringLiteral("naive"),
                               utf8("αθή"),
                               utf8("ελλ"),
                               QStringLiteral("77"),
                               QStringLiteral("sao")};
    for (const QString &search : searches) {
        QStringList marked;
        for (int i = 0; i < texts.size(); ++i) {
            if (!SearchHits(search).in(texts[i]).empty())
                marked.append(QString::number(i));
        }
        query::Query query;
        query.search = search;
        QCOMPARE(search + marked.join(QLatin1Char(' ')),
                 search + lake.column(QStringLiteral("number_customergauge"), query).join(QLatin1Char(' ')));
    }
}

QTEST_GUILESS_MAIN(SearchHitsTest)
#include "tst_searchhits.moc"
