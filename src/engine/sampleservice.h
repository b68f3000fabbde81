// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QCoroTask>
#include <QFuture>
#include <QProcess>
#include <QUrl>

#include <memory>

namespace gauge::engine {

//! The sandbox as a child process, started when the sample connection is first used. It ends with
//! this program: its standard input is the leash. Lives in one thread.
class SampleService
{
public:
    SampleService(QString program, int records);
    ~SampleService();

    //! Base URL of the running sandbox; starts it when needed, once for all who ask.
    QCoro::Task<Result<QUrl>> url();

    static QString clientId();
    //! Random for each program: other users of this computer reach the sandbox's port, too.
    [[nodiscard]] const Secret &clientSecret() const { return m_secret; }
    static QByteArray apiKey();

private:
    QCoro::Task<Result<QUrl>> start();

    QString m_program;
    int m_records;
    Secret m_secret;
    std::unique_ptr<QProcess> m_process;
    QFuture<Result<QUrl>> m_url; //!< of the newest start
};

} // namespace gauge::engine
