// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lake/sql/searchtext.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <random>

using namespace gauge;
using query::Query;

//! The words of comments, translations, names and accounts, found as one types them.
class SearchIndexTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
    void followsEveryChange();
    void noTextBreaksTheSearch();
    void sortsAndFiltersWhatItFinds();
    void aFeedWithoutMarkedColumnsIsSearchedInAllItsTexts();
    void anIndexOfAnEarlierVersionIsMadeAnew();
    void theQuickWayFoldsAsTheOther();

private:
    static QString found(test::LakeFixture &lake, const QString &text, const char *feed = "responses")
    {
        Query query;
        query.search = text;
        return lake.column("number_customergauge", query, feed).join(QLatin1Char(' '));
    }
};

void SearchIndexTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    QTest::newRow("a word") << "late"
                            << "1";
    QTest::newRow("the beginning of a word") << "deliv"
                                             << "1 2";
    QTest::newRow("one letter") << "d"
                                << "1 2 5";
    QTest::newRow("not its middle") << "elivery"
                                    << "";
    QTest::newRow("every word, in any order") << "late delivery"
                                              << "1";
    QTest::newRow("words of different columns") << "delivery anna"
                                                << "2";
    QTest::newRow("capitals do not count") << "DELIVERY"
                                           << "1 2";
    QTest::newRow("accents do not count") << "cafe sao"
                                          << "3";
    QTest::newRow("accents that are typed") << "Café"
                                            << "3";
    QTest::newRow("accents typed as marks of their own") << QString("Cafe%1").arg(QChar(0x301)) << "3";
    QTest::newRow("Chinese, from the middle of a sentence") << QString::fromUtf8("配送") << "4";
    QTest::newRow("Cyrillic") << QString::fromUtf8("МОСКВА") << "5";
    QTest::newRow("Greek without accents") << QString::fromUtf8("αθηνα") << "7";
    QTest::newRow("Greek in capitals") << QString::fromUtf8("ΕΊΝΑΙ ΑΘΉΝΑ") << "7";
    QTest::newRow("Greek, ancient") << QString::fromUtf8("ᾠδη") << "7";
    QTest::newRow("Greek, final sigma") << QString::fromUtf8("ΚΑΛΟΣ") << "7";
    QTest::newRow("Russian without dots") << QString::fromUtf8("елка") << "8";
    QTest::newRow("Vietnamese") << "nguyen"
                                << "8";
    QTest::newRow("sharp s") << "strasse"
                             << "8";
    QTest::newRow("a stroke is no accent") << "lodz"
                                           << "";
    QTest::newRow("Hindi, with vowel signs") << QString::fromUtf8("हिन्दी") << "6";
    QTest::newRow("an apostrophe splits") << "d'accord"
                                          << "5";
    QTest::newRow("the number of an account") << "AC-77"
                                              << "2";
    QTest::newRow("operators of the index are words") << "late OR anna"
                                                      << "";
    QTest::newRow("quotes, brackets, stars") << "\"late* (NEAR"
                                             << "";
    QTest::newRow("only marks") << "\"*)('"
                                << "";
    QTest::newRow("a column that is not searched") << "secret"
                                                   << "";
}

void SearchIndexTest::finds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, keys);
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(
        *writer,
        lake.page()
            .record({{"number_customergauge", 1}, {"comment_original", "Late delivery, again"}})
            .record({{"number_customergauge", 2},
                     {"comment_translation", "delivery was fine"},
                     {"contact_first_name", "Anna"},
                     {"account_number", "AC-77"},
                     {"email", "secret@example.com"}})
            .record({{"number_customergauge", 3}, {"account_name", "Café São Bento"}})
            .record({{"number_customergauge", 4}, {"comment_original", "很好，配送很快"}})
            .record({{"number_customergauge", 5}, {"comment_original", "Из Москвы, москва; d'accord"}})
            .record({{"number_customergauge", 6}, {"comment_original", "मुझे हिन्दी पसंद है"}})
            .record({{"number_customergauge", 7}, {"comment_original", "Η Αθήνα είναι καλός, ᾠδή"}})
            .record({{"number_customergauge", 8}, {"comment_original", "Ёлка – Nguyễn’s Straße, Łódź"}}));
    QCOMPARE(found(lake, text), keys);
}

void SearchIndexTest::followsEveryChange()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page("non-responses")
                   .record({{"number_customergauge", 1}, {"account_name", "Alpha"}})
                   .record({{"number_customergauge", 2}, {"account_name", "Beta"}}),
               "non-responses");
    QCOMPARE(found(lake, "alpha", "non-responses"), QStringLiteral("1"));
    lake.store(*writer,
               lake.page("non-responses").record({{"number_customergauge", 1}, {"account_name", "Gamma"}}),
               "non-responses");
    QCOMPARE(found(lake, "alpha", "non-responses"), QString());
    QCOMPARE(found(lake, "gamma", "non-responses"), QStringLiteral("1"));
    lake.store(*writer, lake.page("non-responses").record({{"number_customergauge", 1}}), "non-responses");
    QCOMPARE(found(lake, "gamma", "non-responses"), QString());
    // Superseded: it leaves one index and enters the other.
    lake.store(*writer, lake.page().record({{"number_customergauge", 2}, {"account_name", "Beta"}}));
    QCOMPARE(found(lake, "beta", "non-responses"), QString());
    QCOMPARE(found(lake, "beta"), QStringLiteral("2"));
    if (!test::LakeFixture::isPostgres()) { // FTS5 can look for entries that no record has
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(
            (*connection)->run("INSERT INTO responses_search(responses_search) VALUES('integrity-check')"));
    }
}

// One letter of each kind between two others, as text and as search: what our splitting takes for a word
// must be one to the index, too.
void SearchIndexTest::noTextBreaksTheSearch()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}, {"comment_original", "word"}}));
    const auto reader = lake.reader();
    for (char32_t first = 1; first < 0x30000; first += 64) {
        QString text;
        for (char32_t c = first; c < first + 64; ++c) {
            if (c < 0xd800 || c > 0xdfff)
                text += QLatin1Char('a') + QString::fromUcs4(&c, 1) + QStringLiteral("b ");
        }
        Query query;
        query.search = text;
        const auto keys = reader->snapshot("responses", query);
        QVERIFY2(keys.has_value(),
                 qPrintable(QString::number(first, 16)
                            + (keys ? QString() : QLatin1Char(' ') + keys.error().detail)));
    }
}

void SearchIndexTest::sortsAndFiltersWhatItFinds()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    auto page = lake.page();
    for (int i = 1; i <= 6; ++i) {
        page.record({{"number_customergauge", i},
                     {"nps", i},
                     {"comment_original", i % 2 ? "odd number" : "even number"}},
                    {{"property.Team", i < 4 ? "A" : "B"}});
    }
    lake.store(*writer, page);
    Query query;
    query.search = "numb";
    query.sort = {{"nps", true}};
    query.where = {{"property.Team", query::Operator::Equal, {"B"}}};
    QCOMPARE(lake.column("nps", query), (QStringList{"6", "5", "4"}));
    query.search = "odd";
    QCOMPARE(lake.column("nps", query), QStringList{"5"});
    query.where.clear();
    query.limit = 2;
    QCOMPARE(lake.column("nps", query), (QStringList{"5", "3"}));
    QCOMPARE(*lake.reader()->count("responses", query), 2);
    query.limit.reset();
    QCOMPARE(*lake.reader()->count("responses", query), 3);
}

void SearchIndexTest::aFeedWithoutMarkedColumnsIsSearchedInAllItsTexts()
{
    catalog::Endpoint made;
    made.id = "made-up";
    made.table = "made up";
    made.keyColumn = "number_customergauge";
    made.columns = {{"number_customergauge", "/id", catalog::ColumnType::Integer}, {"colour", "/colour"}};
    test::LakeFixture lake;
    lake.catalog = catalog::Catalog({made});
    const auto writer = lake.writer();
    // A number in a column of texts is a text there.
    lake.store(*writer,
               lake.page("made-up")
                   .record({{"number_customergauge", 1}, {"colour", "green"}})
                   .record({{"number_customergauge", 2}, {"colour", 4711}}),
               "made-up");
    QCOMPARE(found(lake, "gre", "made-up"), QStringLiteral("1"));
    QCOMPARE(found(lake, "4711", "made-up"), QStringLiteral("2"));
    lake.store(*writer, lake.page("made-up").record({{"number_customergauge", 2}, {"colour", 12}}),
               "made-up");
    QCOMPARE(found(lake, "4711", "made-up"), QString());
}

void SearchIndexTest::anIndexOfAnEarlierVersionIsMadeAnew()
{
    test::LakeFixture lake;
    lake.store(*lake.writer(),
               lake.page().record({{"number_customergauge", 1}, {"comment_original", "Αθήνα, late"}}));
    {
        const auto connection = lake::openWriting(lake.location());
        auto transaction = lake::Transaction::begin(**connection, lake::Transaction::Kind::Write);
        VERIFY_OK((*connection)->run("DROP TABLE responses_search"));
        VERIFY_OK(
            (*connection)
                ->run(test::LakeFixture::isPostgres()
                          ? "CREATE TABLE responses_search(row_id bigint PRIMARY KEY, words tsvector)"
                          : "CREATE VIRTUAL TABLE \"responses_search\" USING fts5(document, content='', "
                            "detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 2')"));
        VERIFY_OK((*connection)->run("UPDATE lake_feeds SET searched=replace(searched,'folded:','')"));
        VERIFY_OK(transaction->commit());
    }
    QCOMPARE(found(lake, "late"), QString());
    lake.store(*lake.writer(),
               lake.page().record({{"number_customergauge", 2}, {"comment_original", "on time"}}));
    QCOMPARE(found(lake, "late"), QStringLiteral("1"));
    QCOMPARE(found(lake, QString::fromUtf8("ΑΘΗΝΑ")), QStringLiteral("1"));
}

// Letters, accents, marks and what stands between words, in every order that 20,000 random texts show.
void SearchIndexTest::theQuickWayFoldsAsTheOther()
{
    const auto oneByOne = [](const QString &text) {
        QStringList folded;
        for (const QString &word : lake::searchWords(text)) {
            if (const QString each = lake::foldedWord(word); !each.isEmpty())
                folded.append(each);
        }
        return folded.join(QLatin1Char(' '));
    };
    std::mt19937 random(1);
    const auto below = [&](unsigned limit) { return char32_t(random() % limit); };
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (int length = 0; length < 12; ++length) {
            const char32_t choices[] = {below(0x80),
                                        below(0x800),
                                        0x300 + below(0x70),
                                        0x370 + below(0x90),
                                        0x2000 + below(0x70),
                                        0x3000 + below(0x100),
                                        0x4e00 + below(0x100),
                                        0xac00 + below(0x200),
                                        0xff00 + below(0xf0),
                                        i % 50 == 0 ? below(0xd800) : U'e',
                                        i % 50 == 0 ? 0x1f00U + below(0x100) : U'x',
                                        i % 50 == 0 ? 0x1100U + below(0x100) : U'\u03b1'};
            const char32_t c = std::max<char32_t>(1, choices[below(std::size(choices))]);
            text += QString::fromUcs4(&c, 1);
        }
        QCOMPARE(QString::fromStdString(lake::foldedWords(text.toStdString())), oneByOne(text));
    }
    QCOMPARE(lake::foldedWords("\xc3"), std::string()); // cut in the middle of a character
}

QTEST_GUILESS_MAIN(SearchIndexTest)
#include "tst_searchindex.moc"
