// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace gauge::test {

//! Everything that is logged while this lives, at every level of our own categories.
class CapturedLog
{
public:
    CapturedLog();
    ~CapturedLog();
    CapturedLog(const CapturedLog &) = delete;
    CapturedLog &operator=(const CapturedLog &) = delete;

    [[nodiscard]] QByteArray text() const;
};

//! All files below $HOME, which the wrapping script made for this test alone.
[[nodiscard]] QStringList filesAtHome();

//! Those of filesAtHome() that hold \a secret, as it is, in Base64 or in hex.
[[nodiscard]] QStringList filesThatTell(const QByteArray &secret);

} // namespace gauge::test
