// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "support/waiting.h"
#include "upload/form/readback.h"
#include "upload/sendfixture.h"

using namespace gauge;
using namespace gauge::test;
using namespace gauge::upload;

namespace {

const QByteArray stored
    = R"({"number_customergauge":77,"nps":9,"email":"A@b.nl","contact":{"first_name":"Jan"},)"
      R"("comment":{"original":"Goed"},"date":{"survey_response":"2026-01-31 12:00:00"},)"
      R"("properties":[{"field":"Country","reference":"NL"}]})";

QByteArray page(const QByteArray &records, const QByteArray &next)
{
    return "{\"data\":[" + records + "],\"cursor\":{\"next\":" + next + "}}";
}

} // namespace

class ReadBackTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void byNumber();
    void byEmailAndDay();
    void notThereYet();
    void errorsPassThrough();
    void whatCanBeAsked();

private:
    Result<ReadBack> ask(const ReadBackQuestion &question)
    {
        const auto feed = *catalog::Catalog::builtIn().find(QStringLiteral("responses"));
        return test::waitFor(readBack(m_fixture->client, feed, question, {}));
    }
    [[nodiscard]] QByteArray asked(std::size_t index) const
    {
        return QByteArray::fromPercentEncoding(m_fixture->transport->requests.at(index).url.toEncoded());
    }

    std::unique_ptr<SendFixture> m_fixture;
};

void ReadBackTest::init()
{
    TestCase::init();
    m_fixture = std::make_unique<SendFixture>();
}

void ReadBackTest::byNumber()
{
    m_fixture->transport->answer(200, page(stored, "78"));
    const FormRecord fields{{QStringLiteral("Email"), QStringLiteral("a@b.nl")},
                            {QStringLiteral("NetPromoterScore"), QStringLiteral("9")},
                            {QStringLiteral("LastName"), QStringLiteral("Jansen")},
                            {QStringLiteral("FollowUpRequired"), QStringLiteral("Y")},
                            {QStringLiteral("Land"), QStringLiteral("NL")},
                            {QStringLiteral("Own"), QStringLiteral("lost value")},
                            {QStringLiteral("Empty"), {}}};
    const auto read = ask(questionFor(ResponseKeys(), fields, QStringLiteral("77")));
    QVERIFY(read);
    QVERIFY(read->found);
    QCOMPARE(read->lost, QStringList({QStringLiteral("LastName"), QStringLiteral("Own")}));
    QVERIFY(asked(0).contains("number_customergauge=77"));
    QVERIFY(m_fixture->transport->isDone());
}

void ReadBackTest::byEmailAndDay()
{
    m_fixture->transport->answer(200, page(R"({"number_customergauge":1,"email":"x@y.nl"})", "2"))
        .answer(200, page(stored, "78"))
        .answer(200, page({}, "null"));
    const FormRecord record{{QStringLiteral("Email"), QStringLiteral("a@b.nl")},
                            {QStringLiteral("Completed Date"), QStringLiteral("2026-01-31 12:00:00")},
                            {QStringLiteral("NPS"), QStringLiteral("8")},
                            {QStringLiteral("Country"), QStringLiteral("NL")}};
    const auto read = ask(questionFor(record));
    QVERIFY(read);
    QVERIFY(read->found);
    QVERIFY(read->lost.contains(QStringLiteral("NPS")));
    QVERIFY(!read->lost.contains(QStringLiteral("Country")));
    QVERIFY(asked(0).contains("period[start]=2026-01-31&period[end]=2026-01-31"));
    QVERIFY(asked(1).contains("cursor=2"));
    QVERIFY(m_fixture->transport->isDone());
}

void ReadBackTest::notThereYet()
{
    m_fixture->transport->answer(200, page({}, "null"));
    ReadBackQuestion question;
    question.number = QStringLiteral("5");
    question.expected = {{QStringLiteral("A"), QStringLiteral("1"), {}}};
    const auto read = ask(question);
    QVERIFY(read);
    QCOMPARE(*read, ReadBack());
    // Not without end, however many pages a day has.
    int pages = 0;
    m_fixture->transport->otherwise([&pages](const net::HttpRequest &) {
        const QByteArray next = QByteArray::number(++pages);
        return net::HttpResponse{200, {}, page(R"({"number_customergauge":1,"email":"x@y.nl"})", next)};
    });
    question.number.clear();
    question.email = QStringLiteral("a@b.nl");
    question.completed = QStringLiteral("2026-01-31");
    QVERIFY(!ask(question)->found);
    QCOMPARE(pages, 5);
}

void ReadBackTest::errorsPassThrough()
{
    m_fixture->transport->answer(403);
    ReadBackQuestion question;
    question.number = QStringLiteral("5");
    QCOMPARE(ask(question).error().kind, ErrorKind::Forbidden);
}

void ReadBackTest::whatCanBeAsked()
{
    QVERIFY(!questionFor(FormRecord{}).canBeAsked());
    QVERIFY(!questionFor(FormRecord{{QStringLiteral("Email"), QStringLiteral("a@b.nl")}}).canBeAsked());
    QVERIFY(questionFor(ResponseKeys(), {}, QStringLiteral("1")).canBeAsked());
    ResponseKeys keys;
    keys.setKey(ResponseField::Email, QStringLiteral("mail"));
    const FormRecord fields{{QStringLiteral("mail"), QStringLiteral("a@b.nl")}};
    QCOMPARE(questionFor(keys, fields, {}).email, QStringLiteral("a@b.nl"));
}

QTEST_GUILESS_MAIN(ReadBackTest)
#include "tst_readback.moc"
