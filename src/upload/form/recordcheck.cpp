// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/recordcheck.h"

#include <QSet>

#include <algorithm>

namespace gauge::upload {

namespace {

constexpr qsizetype longestValue = 128; // service.md, "Field limits seen"

//! Headings that differ in case or spaces alone are the same.
QString folded(const QString &heading)
{
    return heading.simplified().toCaseFolded();
}

QStringList headingsOf(const Record &record)
{
    QStringList headings;
    for (const Field &field : record)
        headings.append(field.heading);
    return headings;
}

QString requiredWords(const QString &heading)
{
    return QCoreApplication::translate("upload", "“%1” is required.").arg(heading);
}

} // namespace

bool hasErrors(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.severity == Severity::Error; });
}

RecordCheck::RecordCheck(Configuration configuration, Strictness strictness)
    : m_configuration(std::move(configuration))
    , m_doubt(strictness == Strictness::Strict ? Severity::Error : Severity::Warning)
{
    const catalog::RecordType *type = catalog::findRecordType(m_configuration.recordType);
    if (type != nullptr) {
        m_required = type->required;
        m_oneOf = type->oneOf;
        for (const catalog::StandardHeading &known : type->headings)
            m_spelling.insert(folded(known.name), known.name);
    }
    for (const Heading &heading : m_configuration.headings) {
        m_spelling.insert(folded(heading.name), heading.name);
        if (heading.required && !m_required.contains(heading.name))
            m_required.append(heading.name);
        m_rules.insert(heading.name, {heading.type, false, false, heading.choices});
    }
    // What the type requires is known even where the configuration does not list it.
    for (const QString &name : m_required + m_oneOf) {
        if (!m_rules.contains(name)) {
            const Heading heading = headingFor(type, name);
            m_rules.insert(name, {heading.type, false, false, heading.choices});
        }
    }
    for (const QString &name : m_required)
        m_rules[name].required = true;
    for (const QString &name : m_oneOf)
        m_rules[name].oneOf = true;
}

catalog::ValueType RecordCheck::typeOf(const QString &heading) const
{
    return m_rules.value(heading).type;
}

std::vector<Finding> RecordCheck::check(const Record &record) const
{
    std::vector<Finding> findings = checkHeadings(headingsOf(record));
    std::vector<Finding> values = checkValues(record);
    std::move(values.begin(), values.end(), std::back_inserter(findings));
    return findings;
}

std::optional<Finding> RecordCheck::headingFinding(const QString &heading) const
{
    if (m_rules.contains(heading))
        return std::nullopt;
    const QString known = m_spelling.value(folded(heading));
    if (!known.isEmpty() && known != heading) {
        return Finding{heading, Severity::Error, FindingKind::WrongCase,
                       QCoreApplication::translate(
                           "upload",
                           "“%1” is not spelled like “%2”: upper and lower case and spaces count. "
                           "CustomerGauge would leave the field out without a word.")
                           .arg(heading, known),
                       known};
    }
    return Finding{heading, m_doubt, FindingKind::Unmapped,
                   QCoreApplication::translate("upload",
                                               "“%1” is not a heading of “%2”. If it is not mapped in "
                                               "CustomerGauge, the field is left out there without a word.")
                       .arg(heading, m_configuration.name)};
}

Finding RecordCheck::oneOfMissing() const
{
    return {m_oneOf.join(QStringLiteral(", ")), Severity::Error, FindingKind::OneOfMissing,
            QCoreApplication::translate("upload", "At least one of these is required: %1.")
                .arg(m_oneOf.join(QStringLiteral(", ")))};
}

//! Those that are there in another spelling are told of already.
void RecordCheck::addMissing(const QStringList &headings, std::vector<Finding> &findings) const
{
    QSet<QString> given;
    for (const QString &heading : headings)
        given.insert(folded(heading));
    for (const QString &name : m_required) {
        if (!given.contains(folded(name)))
            findings.push_back({name, Severity::Error, FindingKind::RequiredMissing, requiredWords(name)});
    }
    const bool any = std::any_of(m_oneOf.begin(), m_oneOf.end(),
                                 [&](const QString &name) { return given.contains(folded(name)); });
    if (!m_oneOf.isEmpty() && !any)
        findings.push_back(oneOfMissing());
}

std::vector<Finding> RecordCheck::checkHeadings(const QStringList &headings) const
{
    std::vector<Finding> findings;
    QSet<QString> seen;
    for (const QString &heading : headings) {
        if (seen.contains(heading)) {
            findings.push_back(
                {heading, Severity::Error, FindingKind::Repeated,
                 QCoreApplication::translate("upload", "“%1” is there twice. Only one would arrive.")
                     .arg(heading)});
            continue;
        }
        seen.insert(heading);
        if (std::optional<Finding> finding = headingFinding(heading))
            findings.push_back(std::move(*finding));
    }
    addMissing(headings, findings);
    return findings;
}

void RecordCheck::addValueFindings(const Field &field, const Rule &rule, std::vector<Finding> &findings) const
{
    if (isBlank(field.value)) {
        if (rule.required)
            findings.push_back(
                {field.heading, Severity::Error, FindingKind::RequiredMissing, requiredWords(field.heading)});
        return;
    }
    if (field.value.size() > longestValue) {
        findings.push_back(
            {field.heading, m_doubt, FindingKind::TooLong,
             QCoreApplication::translate("upload",
                                         "“%1” has %2 characters. CustomerGauge may refuse more than %3.")
                 .arg(field.heading, QString::number(field.value.size()), QString::number(longestValue))});
    }
    if (const std::optional<QString> words = objection(field.value, rule.type, rule.choices)) {
        findings.push_back({field.heading, Severity::Error, FindingKind::BadValue,
                            QStringLiteral("“%1”: ").arg(field.heading) + *words});
    }
}

std::vector<Finding> RecordCheck::checkValues(const Record &record) const
{
    std::vector<Finding> findings;
    bool hasOneOf = false;
    bool oneOfFilled = false;
    for (const Field &field : record) {
        const auto rule = m_rules.constFind(field.heading);
        if (rule == m_rules.constEnd())
            continue;
        hasOneOf = hasOneOf || rule->oneOf;
        oneOfFilled = oneOfFilled || (rule->oneOf && !isBlank(field.value));
        addValueFindings(field, *rule, findings);
    }
    if (hasOneOf && !oneOfFilled)
        findings.push_back(oneOfMissing());
    return findings;
}

std::vector<Finding> checkRecord(const Configuration &configuration, const Record &record,
                                 Strictness strictness)
{
    return RecordCheck(configuration, strictness).check(record);
}

} // namespace gauge::upload
