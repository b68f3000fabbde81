// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/singlejournal.h"

#include "base/log.h"
#include "lake/write/uploadjournal.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <array>

namespace gauge::upload {

using lake::UploadRow;
using lake::UploadRowState;

namespace {

constexpr qsizetype longestLabel = 128; // as long as a field may be

} // namespace

QString labelOf(const FormRecord &record)
{
    const QString reference = valueOf(record, QStringLiteral("Reference"));
    return reference.isEmpty()
        ? QString()
        : QCoreApplication::translate("upload", "Reference %1.").arg(reference.left(longestLabel));
}

QString labelOf(const SendOutcome &outcome)
{
    return outcome.number.isEmpty() ? QString()
                                    : QCoreApplication::translate("upload", "Record %1 of CustomerGauge.")
                                          .arg(outcome.number.left(longestLabel));
}

UploadRowState rowStateOf(SendOutcome::State state)
{
    switch (state) {
    case SendOutcome::State::Accepted:
        return UploadRowState::Accepted;
    case SendOutcome::State::Refused:
        return UploadRowState::Refused;
    case SendOutcome::State::NotSent:
        return UploadRowState::NotSent;
    case SendOutcome::State::Unknown:
        break;
    }
    return UploadRowState::Unknown;
}

SingleJournal::SingleJournal(Place place)
    : m_place(std::move(place))
{}

// A database connection ends in the thread that has used it.
SingleJournal::~SingleJournal()
{
    const QFuture<void> closing = m_thread.run([this] { m_journal.reset(); });
    m_thread.wait();
}

Result<void> SingleJournal::open(lake::UploadEntry about)
{
    GAUGE_TRY(m_journal, lake::UploadJournal::open(m_place.lake, m_place.catalog, m_place.clock));
    GAUGE_CHECK(m_journal->bind(m_place.system));
    about.counts.notSent = 1;
    GAUGE_CHECK(m_journal->begin(about));
    return write(UploadRowState::Sending, {});
}

Result<void> SingleJournal::write(UploadRowState state, const QString &message)
{
    const std::array rows{UploadRow{1, 0, state, message, m_place.clock->now()}};
    return m_journal->write(rows);
}

QCoro::Task<Result<void>> SingleJournal::begin(lake::UploadEntry about)
{
    const QFuture<Result<void>> opening = m_thread.run([this, about] { return open(about); });
    const Result<void> opened = co_await opening;
    if (opened)
        co_return opened;
    Error error = opened.error();
    error.text = QCoreApplication::translate(
                     "upload", "Nothing was sent, because it could not be written down first: %1")
                     .arg(error.text);
    co_return fail(error);
}

QFuture<Result<void>> SingleJournal::tryToConclude(const QString &words, const SendOutcome &outcome)
{
    return m_thread.run([this, words, outcome]() -> Result<void> {
        GAUGE_CHECK(write(rowStateOf(outcome.state), words));
        const bool isOver = outcome.state != SendOutcome::State::NotSent;
        return m_journal->finish(isOver ? QString() : outcome.words());
    });
}

QCoro::Task<> SingleJournal::conclude(QString label, SendOutcome outcome)
{
    const QString words = QString(label + QLatin1Char(' ') + outcome.words()).trimmed();
    for (int failures = 1;; ++failures) {
        const QFuture<Result<void>> concluding = tryToConclude(words, outcome);
        const Result<void> concluded = co_await concluding;
        if (concluded)
            co_return;
        const auto wait = lake::waitBeforeRewrite(concluded.error(), failures);
        if (!wait) {
            qCWarning(logLake) << "not in the history of uploads:" << concluded.error().detail;
            co_return;
        }
        co_await m_place.clock->sleep(*wait, std::stop_token());
    }
}

} // namespace gauge::upload
