// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes: no crash, a number is a number, and words stay short and on one line.
#include "demand.h"
#include "upload/form/singleanswer.h"

#include <cstdint>

using namespace gauge;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    const upload::LegacyResponse answer = upload::readSingleAnswer(body);
    demand(answer.number.size() <= 64 && !answer.number.contains(QLatin1Char(' ')));
    demand(answer.message.size() <= 500 && !answer.message.contains(QLatin1Char('\n')));
    demand(!answer.code || *answer.code > 0);
    for (const auto state : {upload::SendOutcome::State::Accepted, upload::SendOutcome::State::Refused,
                             upload::SendOutcome::State::Unknown, upload::SendOutcome::State::NotSent}) {
        upload::SendOutcome outcome;
        outcome.state = state;
        upload::readSingleAnswer(body, outcome);
        demand((outcome.state == upload::SendOutcome::State::NotSent)
               >= (state == upload::SendOutcome::State::NotSent));
    }
    return 0;
}
