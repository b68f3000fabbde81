// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/form/request.h"
#include "upload/form/response.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QUrlQuery>

using namespace gauge;
using namespace gauge::upload;

namespace {

service::Connection eu()
{
    service::Connection connection;
    connection.name = QStringLiteral("ACME");
    return connection;
}

//! What \a line makes a POSIX shell call curl with.
QStringList shellArguments(const QString &line)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GAUGEDESK_TOKEN"), QStringLiteral("from the environment"));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QStringLiteral("curl() { printf '%s\\0' \"$@\"; }\n") + line});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {QStringLiteral("the shell failed: ") + QString::fromUtf8(shell.readAllStandardError())};
    QStringList arguments = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(0));
    arguments.removeLast();
    return arguments;
}

const QList<QString> nasty{QStringLiteral("plain"),
                           QStringLiteral("a b"),
                           QStringLiteral("a&b=c"),
                           QStringLiteral("a+b"),
                           QStringLiteral("50%25 off"),
                           QStringLiteral("#hash?"),
                           QStringLiteral("é 😀 中"),
                           QStringLiteral("]&configuration=other"),
                           QStringLiteral("line\r\nX-Evil: 1"),
                           QStringLiteral("'; rm -rf ~ #$(id)`id`\"\\"),
                           QStringLiteral("[a][b]"),
                           QStringLiteral("..//;@:")};

} // namespace

class RequestTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void exactBytes();
    void nothingGetsOutOfItsPlace();
    void jsonBody();
    void emptyFields();
    void responseForm();
    void previewsHideTheSecret();
    void curlLinesMeanWhatTheySay();
};

void RequestTest::exactBytes()
{
    const net::HttpRequest request
        = recordRequest(eu(), QStringLiteral("activities"),
                        {{QStringLiteral("Account Name"), QStringLiteral("Example & Söhne")},
                         {QStringLiteral("Email"), QStringLiteral("jan+x@example.com")},
                         {QStringLiteral("Empty"), {}}});
    QCOMPARE(request.method, "PUT");
    QCOMPARE(request.url.toEncoded(),
             "https://imports.api.eu.customergauge.com/records/?configuration=activities"
             "&record%5BAccount%20Name%5D=Example%20%26%20S%C3%B6hne"
             "&record%5BEmail%5D=jan%2Bx%40example.com&record%5BEmpty%5D=");
    QVERIFY(request.body.isEmpty());
    QVERIFY(!request.authorization);
}

void RequestTest::nothingGetsOutOfItsPlace()
{
    for (const QString &heading : nasty) {
        for (const QString &value : nasty) {
            const net::HttpRequest request = recordRequest(eu(), value, {{heading, value}});
            QVERIFY(request.url.isValid());
            const QByteArray query = request.url.toEncoded().split('?').value(1);
            QCOMPARE(request.url.toEncoded().count('#'), 0);
            const QList<QByteArray> pairs = query.split('&');
            QCOMPARE(pairs.size(), 2);
            QCOMPARE(QByteArray::fromPercentEncoding(pairs[0]), "configuration=" + value.toUtf8());
            QCOMPARE(pairs[1].count('='), 1);
            QCOMPARE(QByteArray::fromPercentEncoding(pairs[1]),
                     "record[" + heading.toUtf8() + "]=" + value.toUtf8());
            QVERIFY(!query.contains('+'));
        }
    }
}

void RequestTest::jsonBody()
{
    const net::HttpRequest request
        = recordRequest(eu(), QStringLiteral("ref"), {{QStringLiteral("A \"b\""), QStringLiteral("é\n")}},
                        RecordForm::JsonBody);
    QCOMPARE(request.url.toEncoded(), "https://imports.api.eu.customergauge.com/records/");
    const QJsonObject body = QJsonDocument::fromJson(request.body.expose()).object();
    QCOMPARE(body.value(QLatin1String("configuration")).toString(), QStringLiteral("ref"));
    QCOMPARE(body.value(QLatin1String("record")).toObject().value(QLatin1String("A \"b\"")).toString(),
             QStringLiteral("é\n"));
    QVERIFY(request.headers.contains(QPair<QByteArray, QByteArray>("Content-Type", "application/json")));
}

void RequestTest::emptyFields()
{
    const FormValue full{QStringLiteral("A"), QStringLiteral("1")};
    QCOMPARE(withoutEmpty({{QStringLiteral("B"), {}}, full, {QStringLiteral("C"), QString()}}),
             FormRecord{full});
}

void RequestTest::responseForm()
{
    const FormRecord fields{{QStringLiteral("Email"), QStringLiteral("a+b@c.nl")},
                            {QStringLiteral("Own field"), QStringLiteral("é & é")}};
    const net::HttpRequest json = responseRequest(eu(), fields, AnswerFormat::Json);
    QCOMPARE(json.method, "POST");
    QCOMPARE(json.url.toEncoded(), "https://api.eu.customergauge.com/v4.1/transactions/response.json");
    QCOMPARE(json.body.expose(), "Email=a%2Bb%40c.nl&Own%20field=%C3%A9%20%26%20%C3%A9");
    const net::HttpRequest xml = responseRequest(eu(), fields, AnswerFormat::Xml);
    QCOMPARE(xml.url.toEncoded(), "https://api.eu.customergauge.com/v4.1/transactions/response.xml");
    QCOMPARE(xml.body, json.body);
}

void RequestTest::previewsHideTheSecret()
{
    net::HttpRequest request = recordRequest(eu(), QStringLiteral("r"), {});
    request.authorization = Secret("Bearer CANARY");
    const Preview shown = preview(request, SecretName::Token);
    QVERIFY(shown.headers.contains(QStringLiteral("Authorization: Bearer $GAUGEDESK_TOKEN")));
    const QString all = shown.url + shown.body + shown.curl + shown.headers.join(QLatin1Char(' '));
    QVERIFY(!all.contains(QStringLiteral("CANARY")));
    const Preview older = preview(responseRequest(eu(), {}, AnswerFormat::Json), SecretName::ApiKey);
    QVERIFY(older.curl.contains(QStringLiteral("api_key $GAUGEDESK_API_KEY")));
}

void RequestTest::curlLinesMeanWhatTheySay()
{
    for (const QString &value : nasty) {
        const net::HttpRequest request = recordRequest(eu(), value, {{value, value}}, RecordForm::JsonBody);
        const QStringList arguments = shellArguments(preview(request, SecretName::Token).curl);
        QCOMPARE(arguments,
                 QStringList({QStringLiteral("-X"), QStringLiteral("PUT"), QStringLiteral("-H"),
                              QStringLiteral("Authorization: Bearer from the environment"),
                              QStringLiteral("-H"), QStringLiteral("Accept: application/json"),
                              QStringLiteral("-H"), QStringLiteral("Content-Type: application/json"),
                              QStringLiteral("--data-raw"), QString::fromUtf8(request.body.expose()),
                              request.url.toString(QUrl::FullyEncoded)}));
        const net::HttpRequest usual = recordRequest(eu(), value, {{value, value}});
        QCOMPARE(shellArguments(preview(usual, SecretName::Token).curl).value(6),
                 usual.url.toString(QUrl::FullyEncoded));
    }
}

QTEST_GUILESS_MAIN(RequestTest)
#include "tst_request.moc"
