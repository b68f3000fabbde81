// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTimer>

namespace gauge::net {

//! One reply being received: bounds its time and size, and turns its end into a value.
class Transfer final : public QObject
{
    Q_OBJECT
public:
    //! Takes \a reply.
    Transfer(const HttpRequest &request, QNetworkReply *reply);
    ~Transfer() override;

    [[nodiscard]] bool isDone() const { return m_done; }
    //! Valid after done().
    [[nodiscard]] const Result<HttpResponse> &result() const { return m_result; }

    void cancel();

Q_SIGNALS:
    void done();

private:
    void onHeaders();
    void onBytes();
    void onSslErrors(const QList<QSslError> &errors);
    void onFinished();
    void stopWith(Error error);
    void conclude(Result<HttpResponse> result);
    [[nodiscard]] Error tooLarge() const;
    [[nodiscard]] Error failure() const;
    [[nodiscard]] QString untrustedText() const;
    [[nodiscard]] Result<HttpResponse> response();
    [[nodiscard]] Error provisional(int status) const;
    [[nodiscard]] Error silence() const;
    void log() const;

    QNetworkReply *const m_reply;
    const QByteArray m_method;
    const qint64 m_maxBody;
    QTimer m_silence;
    QTimer m_longest;
    QElapsedTimer m_elapsed;
    QByteArray m_body;
    QStringList m_sslErrors;
    QString m_unknownAuthority; //!< who issued a certificate that nobody here trusts
    Result<HttpResponse> m_result;
    bool m_isWithoutHeader = false;
    bool m_done = false;
};

} // namespace gauge::net
