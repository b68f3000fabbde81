// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QTcpServer;
class QTcpSocket;

namespace gauge::test {

//! A request as it came over the wire.
struct SeenRequest
{
    QByteArray method;
    QByteArray target; //!< path and query, as sent
    QList<QPair<QByteArray, QByteArray>> headers; //!< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
    [[nodiscard]] QByteArray line() const { return method + ' ' + target; }
};

//! What a FakeServer does with one request, good or bad.
struct Answer
{
    enum class Fault {
        None,
        Reset, //!< the connection is torn down (RST) instead of an answer
        HangUp, //!< the connection is closed politely instead of an answer
        Silence, //!< nothing, for ever
        CutOff, //!< promises the body, sends `sent` bytes of it and closes
        CutChunk, //!< the same in chunked encoding
        Stall, //!< sends `sent` bytes of the body and then nothing
        Flood, //!< a chunked body without an end
        Raw, //!< `body` is all that goes over the wire
    };

    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Fault fault = Fault::None;
    qsizetype sent = 0;
    std::chrono::milliseconds delay{0};

    [[nodiscard]] static Answer json(QByteArray body, int status = 200);
    [[nodiscard]] static Answer html(QByteArray body, int status = 200);
    [[nodiscard]] static Answer empty(int status);
    [[nodiscard]] static Answer redirect(int status, const QUrl &target);
    [[nodiscard]] static Answer reset() { return faulty(Fault::Reset); }
    [[nodiscard]] static Answer hangUp() { return faulty(Fault::HangUp); }
    [[nodiscard]] static Answer silence() { return faulty(Fault::Silence); }
    [[nodiscard]] static Answer flood() { return faulty(Fault::Flood); }
    [[nodiscard]] static Answer cutOff(QByteArray body, qsizetype sent);
    [[nodiscard]] static Answer cutChunk(QByteArray body, qsizetype sent);
    [[nodiscard]] static Answer stall(QByteArray body, qsizetype sent);
    [[nodiscard]] static Answer raw(QByteArray bytes);
    //! Announces \a length bytes, sends a few and waits.
    [[nodiscard]] static Answer announcing(qint64 length);
    //! \a body in zlib's encoding, as a bomb or as honest compression.
    [[nodiscard]] static Answer deflated(const QByteArray &body);

    [[nodiscard]] Answer with(QByteArray name, QByteArray value) const;
    [[nodiscard]] Answer after(std::chrono::milliseconds wait) const;

private:
    [[nodiscard]] static Answer faulty(Fault fault);
};

//! A request and its answer, as recorded in a file of tests/service/fixtures: lines that begin with
//! "> " are the request, lines that begin with "< " the head of the answer, the rest is its body.
struct Fixture
{
    SeenRequest request;
    Answer answer;

    //! Ends the test run when there is no such file or it is malformed.
    [[nodiscard]] static Fixture load(const QString &path);
};

//! A strict stand-in for the service on a loopback port, in the test's own thread. It plays the
//! expected exchanges in order; whatever else is asked is a failure and gets a 599.
//!
//!     FakeServer server;
//!     server.expect("GET", "/v7/rest/sync/responses?per_page=2", Answer::json("{…}"));
//!     …
//!     QVERIFY2(server.isDone(), server.report());
class FakeServer : public QObject
{
    Q_OBJECT
public:
    enum class Security {
        Plain,
        SelfSigned,
        CompanySigned, //!< by companyAuthority(), for 127.0.0.1
    };
    //! Where a secret may be seen.
    enum Place { Nowhere = 0, InAuthorization = 1, InBody = 2 };
    Q_DECLARE_FLAGS(Places, Place)
    using Handler = std::function<Answer(const SeenRequest &)>;

    explicit FakeServer(Security security = Security::Plain);
    ~FakeServer() override;

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    //! The certificate of “ACME Company CA”, made for this run, that no system trusts: a PEM file.
    [[nodiscard]] static QString companyAuthority();

    void expect(QByteArray method, QByteArray target, Answer answer);
    //! Headers and body of the fixture must be there; further headers may.
    void expect(const Fixture &fixture);
    //! Asked for every request that is not expected. Without one, such a request is a failure.
    void otherwise(Handler handler) { m_otherwise = std::move(handler); }

    //! \a secret may be seen at \a allowed only, never in a URL or another header.
    void guard(QByteArray secret, Places allowed);

    [[nodiscard]] bool isDone() const { return m_expected.empty() && failures.isEmpty(); }
    //! What failed and what is still expected, for QVERIFY2. Lives as long as the server.
    [[nodiscard]] const char *report();

    std::vector<SeenRequest> requests;
    QStringList failures;
    int connections = 0;

private:
    struct Expected
    {
        SeenRequest request;
        Answer answer;
    };
    struct Guard
    {
        QByteArray secret;
        Places allowed;
    };

    void accept();
    void read(QTcpSocket *socket);
    [[nodiscard]] Answer answerTo(const SeenRequest &request);
    void inspect(const SeenRequest &request);
    void play(QTcpSocket *socket, const Answer &answer);
    void flood(QTcpSocket *socket);

    std::unique_ptr<QTcpServer> m_server;
    const Security m_security;
    std::deque<Expected> m_expected;
    std::optional<Handler> m_otherwise;
    std::vector<Guard> m_guards;
    QByteArray m_report;
};

} // namespace gauge::test
