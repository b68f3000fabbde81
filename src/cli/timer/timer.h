// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <optional>
#include <vector>

//! Timers of the operating system that run `gaugedesk-cli sync`: what their files say. One file of code
//! a platform; nothing here writes or runs anything.
namespace gauge::cli::timer {

//! How often.
struct Cadence
{
    int minutes = 60; //!< 1 or more, where `calendar` is empty
    QString calendar; //!< systemd's OnCalendar words, or empty
    bool operator==(const Cadence &) const = default;
};

//! `hourly`, `daily`, a number of minutes, or words for systemd's OnCalendar.
[[nodiscard]] Result<Cadence> readCadence(const QString &text);
//! What readCadence() reads.
[[nodiscard]] QString cadenceText(const Cadence &cadence);

//! What a timer starts. Holds no secret.
struct Plan
{
    QString connectionId; //!< a UUID: names the files, and outlives another name for the connection
    QString connectionName; //!< for people
    QStringList command; //!< program and arguments
    Cadence cadence;
};

struct File
{
    QString name; //!< without a folder
    QByteArray content;
    bool operator==(const File &) const = default;
};

//! A service and its timer, for ~/.config/systemd/user.
[[nodiscard]] std::vector<File> systemdFiles(const Plan &plan);
//! "gaugedesk-sync-UUID", without ".timer".
[[nodiscard]] QString systemdUnit(const QString &connectionId);
//! What `every` a timer of ours was written with, or nothing for a file that is not.
[[nodiscard]] std::optional<QString> systemdCadence(const QByteArray &timer);

//! A property list for ~/Library/LaunchAgents. Input error for words that only systemd knows.
[[nodiscard]] Result<std::vector<File>> launchdFiles(const Plan &plan);
//! A task for `schtasks /Create /XML`. Input error for words that only systemd knows.
[[nodiscard]] Result<std::vector<File>> windowsFiles(const Plan &plan);

} // namespace gauge::cli::timer
