// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/shared/uploadtext.h"

#include <QCoreApplication>

namespace gauge::ui {

using lake::UploadEntry;
using lake::UploadRowState;

QString stateText(UploadRowState state)
{
    switch (state) {
    case UploadRowState::Accepted:
        return QCoreApplication::translate("upload page", "Accepted");
    case UploadRowState::Refused:
        return QCoreApplication::translate("upload page", "Refused");
    case UploadRowState::Unknown:
        return QCoreApplication::translate("upload page", "Unknown");
    case UploadRowState::Sending:
        return QCoreApplication::translate("upload page", "On its way");
    case UploadRowState::NotSent:
        break;
    }
    return QCoreApplication::translate("upload page", "Not sent");
}

QString stateIconName(UploadRowState state)
{
    switch (state) {
    case UploadRowState::Accepted:
        return QStringLiteral("success");
    case UploadRowState::Refused:
        return QStringLiteral("error");
    case UploadRowState::Unknown:
        return QStringLiteral("help");
    case UploadRowState::Sending:
        return QStringLiteral("running");
    case UploadRowState::NotSent:
        break;
    }
    return QStringLiteral("stopped");
}

Signal stateSignal(UploadRowState state)
{
    switch (state) {
    case UploadRowState::Accepted:
        return Signal::Good;
    case UploadRowState::Refused:
        return Signal::Bad;
    case UploadRowState::Unknown:
        return Signal::Attention;
    case UploadRowState::Sending:
    case UploadRowState::NotSent:
        break;
    }
    return Signal::Neutral;
}

std::vector<std::pair<UploadRowState, qint64>> counted(const lake::UploadCounts &counts)
{
    return {{UploadRowState::Accepted, counts.accepted},
            {UploadRowState::Refused, counts.refused},
            {UploadRowState::Unknown, counts.unknown},
            {UploadRowState::NotSent, counts.notSent}};
}

QString stateText(UploadEntry::State state)
{
    switch (state) {
    case UploadEntry::State::Running:
        return QCoreApplication::translate("upload page", "Running");
    case UploadEntry::State::Interrupted:
        return QCoreApplication::translate("upload page", "Was interrupted");
    case UploadEntry::State::Stopped:
        return QCoreApplication::translate("upload page", "Stopped");
    case UploadEntry::State::Done:
        break;
    }
    return QCoreApplication::translate("upload page", "Done");
}

bool canGoOn(const UploadEntry &upload)
{
    return upload.isUnfinished() && !upload.file.isEmpty();
}

} // namespace gauge::ui
