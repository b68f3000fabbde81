// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QCoroSignal>
#include <QTimer>

namespace gauge::test {

//! A job that runs until a test ends it, in the test's own thread.
class SteeredJob final : public Job
{
public:
    explicit SteeredJob(const QString &title, QObject *worker)
        : Job(title, worker)
    {
        m_gate.setSingleShot(true);
    }

    using Job::report;

    void succeed(const QString &summary = {})
    {
        m_summary = summary;
        m_outcome = Result<void>{};
        m_gate.start(0);
    }
    void failWith(const Error &error)
    {
        m_outcome = fail(error);
        m_gate.start(0);
    }
    [[nodiscard]] QString summary() const override { return m_summary; }
    [[nodiscard]] QString advice() const override { return m_advice; }
    [[nodiscard]] QString writtenFile() const override { return m_file; }
    //! What a success asks a person to do, and the file that it wrote.
    void advise(const QString &advice, const QString &file)
    {
        m_advice = advice;
        m_file = file;
    }

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override
    {
        const std::stop_callback wake(stop, [this] { m_gate.start(0); });
        co_await qCoro(&m_gate, &QTimer::timeout);
        co_return m_outcome;
    }

private:
    QTimer m_gate;
    Result<void> m_outcome = fail(cancelled());
    QString m_summary;
    QString m_advice;
    QString m_file;
};

} // namespace gauge::test
