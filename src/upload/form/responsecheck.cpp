// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/response.h"

#include <QSet>

#include <algorithm>

namespace gauge::upload {

namespace {

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

bool isNumberUpTo(const QString &text, int most)
{
    return isDigits(text) && text.size() <= 2 && text.toInt() <= most;
}

std::optional<QString> objectionToReasons(const QString &value)
{
    const QStringList codes = value.split(QLatin1Char(','));
    if (std::all_of(codes.begin(), codes.end(), isDigits))
        return std::nullopt;
    return QCoreApplication::translate("upload", "Numbers with commas between them, like 10000,10020.");
}

std::optional<QString> objectionToWorkflow(const QString &value)
{
    if (workflowNames().contains(value) || isNumberUpTo(value, 99))
        return std::nullopt;
    return QCoreApplication::translate("upload",
                                       "One of: %1; or 0 to 99 where the system has an extended set.")
        .arg(workflowNames().join(QStringLiteral(", ")));
}

std::optional<QString> objectionTo(ResponseField field, const QString &value)
{
    using catalog::ValueType;
    if (value.isEmpty())
        return std::nullopt;
    switch (field) {
    case ResponseField::Email:
        return objection(value, ValueType::Email);
    case ResponseField::Score:
        if (isNumberUpTo(value, 10))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A whole number from 0 to 10.");
    case ResponseField::Sent:
    case ResponseField::Completed:
        return objection(value, ValueType::DateTime);
    case ResponseField::FollowUp:
        return objection(value, ValueType::Choice, {QStringLiteral("Y"), QStringLiteral("N")});
    case ResponseField::Workflow:
        return objectionToWorkflow(value);
    case ResponseField::Reasons:
        return objectionToReasons(value);
    case ResponseField::CustomerNumber:
    case ResponseField::FirstName:
    case ResponseField::LastName:
    case ResponseField::Comment:
        return std::nullopt;
    }
    return std::nullopt;
}

//! A key that differs from a known one in case alone.
std::optional<QString> alike(const ResponseKeys &keys, const QString &key)
{
    for (const ResponseFieldInfo &info : responseFields()) {
        if (keys.key(info.field).compare(key, Qt::CaseInsensitive) == 0)
            return keys.key(info.field);
    }
    return std::nullopt;
}

//! What the fields say together.
void addDoubts(const ResponseKeys &keys, const Record &fields, Severity doubt, std::vector<Finding> &findings)
{
    const auto value = [&](ResponseField field) { return valueOf(fields, keys.key(field)); };
    if (value(ResponseField::Email).isEmpty()) {
        findings.push_back({keys.key(ResponseField::Email), doubt, FindingKind::RequiredMissing,
                            QCoreApplication::translate("upload", "Most systems require “%1”.")
                                .arg(keys.key(ResponseField::Email))});
    }
    const QString completed = value(ResponseField::Completed);
    if (!value(ResponseField::Score).isEmpty() && completed.isEmpty()) {
        findings.push_back({keys.key(ResponseField::Completed), doubt, FindingKind::RequiredMissing,
                            QCoreApplication::translate("upload", "A score usually needs “%1” with it.")
                                .arg(keys.key(ResponseField::Completed))});
    }
    const QString sent = value(ResponseField::Sent);
    if (!sent.isEmpty() && !completed.isEmpty() && completed < sent) {
        findings.push_back(
            {keys.key(ResponseField::Completed), doubt, FindingKind::BadValue,
             QCoreApplication::translate("upload", "The survey is completed before it was sent.")});
    }
}

} // namespace

QStringList workflowNames()
{
    return {QStringLiteral("OPEN"), QStringLiteral("IN-PROGRESS"), QStringLiteral("PROGRESS"),
            QStringLiteral("CLOSED"), QStringLiteral("CLOSE")};
}

std::vector<Finding> checkResponse(const ResponseKeys &keys, const Record &fields, Strictness strictness)
{
    const Severity doubt = strictness == Strictness::Strict ? Severity::Error : Severity::Warning;
    std::vector<Finding> findings;
    QSet<QString> seen;
    for (const Field &each : fields) {
        if (seen.contains(each.heading)) {
            findings.push_back(
                {each.heading, Severity::Error, FindingKind::Repeated,
                 QCoreApplication::translate("upload", "“%1” is there twice. Only one would arrive.")
                     .arg(each.heading)});
            continue;
        }
        seen.insert(each.heading);
        if (const std::optional<ResponseField> field = keys.field(each.heading)) {
            if (const std::optional<QString> words = objectionTo(*field, each.value)) {
                findings.push_back({each.heading, Severity::Error, FindingKind::BadValue,
                                    QStringLiteral("“%1”: ").arg(each.heading) + *words});
            }
        } else if (const std::optional<QString> known = alike(keys, each.heading)) {
            findings.push_back({each.heading, doubt, FindingKind::WrongCase,
                                QCoreApplication::translate(
                                    "upload",
                                    "“%1” is not spelled like “%2”: upper and lower case count, and a "
                                    "field of an unknown name is left out without a word.")
                                    .arg(each.heading, *known),
                                *known});
        }
    }
    addDoubts(keys, fields, doubt, findings);
    return findings;
}

} // namespace gauge::upload
