// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credentialstore.h"

#include <chrono>

//! What QtKeychain does not tell on Linux, asked of the Secret Service itself over D-Bus.
//!
//! QtKeychain 0.13.2 hands everything to libsecret. Measured on Debian 12 with gnome-keyring 42,
//! libsecret 0.20.5 and no display, this is what its jobs then say:
//!
//! | situation                        | read               | write                   | remove       |
//! |----------------------------------|--------------------|-------------------------|--------------|
//! | no session bus                   | OtherError         | OtherError              | OtherError   |
//! | bus, but nobody keeps secrets    | OtherError         | OtherError              | OtherError   |
//! | bus policy forbids the service   | OtherError         | OtherError              | OtherError   |
//! | locked, question failed          | **EntryNotFound**  | AccessDenied            | **NoError**  |
//! | locked, no such entry            | EntryNotFound      | AccessDenied            | NoError      |
//! | no keyring was ever made         | EntryNotFound      | OtherError              | NoError      |
//!
//! A locked keyring reads as a lost password and a removal from it as done. So every operation asks
//! here first, and an EntryNotFound is believed only after asking here again.
//! On other platforms QtKeychain's own errors are enough and these functions answer Available.
namespace gauge::vault::secretservice {

//! The state of the default keyring, without any question to the person. A service that must first
//! be started is given 30 s.
[[nodiscard]] QCoro::Task<KeychainState> state();

//! The same, but has a locked keyring ask the person to unlock it and waits at most \a patience.
[[nodiscard]] QCoro::Task<KeychainState> unlocked(std::chrono::milliseconds patience);

//! Whether an entry that QtKeychain calls missing can be believed missing: Available if so, else
//! why it cannot be told (it, or the default keyring, is locked).
[[nodiscard]] QCoro::Task<KeychainState> confirmMissing(QString service, QString key);

} // namespace gauge::vault::secretservice
