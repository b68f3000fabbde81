// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/recordcheck.h"

#include <QDateTime>
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

QStringList headingsOf(const FormRecord &record)
{
    QStringList headings;
    for (const FormValue &field : record)
        headings.append(field.heading);
    return headings;
}

QString requiredWords(const QString &heading)
{
    return QCoreApplication::translate("upload", "“%1” is required.").arg(heading);
}

} // namespace

bool hasErrors(const std::vector<RecordFinding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const RecordFinding &finding) { return finding.severity == Severity::Error; });
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

std::vector<RecordFinding> RecordCheck::check(const FormRecord &record) const
{
    std::vector<RecordFinding> findings = checkHeadings(headingsOf(record));
    std::vector<RecordFinding> values = checkValues(record);
    std::move(values.begin(), values.end(), std::back_inserter(findings));
    return findings;
}

std::optional<RecordFinding> RecordCheck::headingFinding(const QString &heading) const
{
    if (m_rules.contains(heading))
        return std::nullopt;
    const QString known = m_spelling.value(folded(heading));
    if (!known.isEmpty() && known != heading) {
        return RecordFinding{heading, Severity::Error, FindingKind::WrongCase,
                             QCoreApplication::translate(
                                 "upload",
                                 "“%1” is not spelled like “%2”: upper and lower case and spaces count. "
                                 "CustomerGauge would leave the field out without a word.")
                                 .arg(heading, known),
                             known};
    }
    return RecordFinding{
        heading, m_doubt, FindingKind::Unmapped,
        QCoreApplication::translate("upload",
                                    "“%1” is not a heading of “%2”. If it is not mapped in "
                                    "CustomerGauge, the field is left out there without a word.")
            .arg(heading, m_configuration.name)};
}

RecordFinding RecordCheck::oneOfMissing() const
{
    return {m_oneOf.join(QStringLiteral(", ")), Severity::Error, FindingKind::OneOfMissing,
            QCoreApplication::translate("upload", "At least one of these is required: %1.")
                .arg(m_oneOf.join(QStringLiteral(", ")))};
}

//! Those that are there in another spelling are told of already.
void RecordCheck::addMissing(const QStringList &headings, std::vector<RecordFinding> &findings) const
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

std::vector<RecordFinding> RecordCheck::checkHeadings(const QStringList &headings) const
{
    std::vector<RecordFinding> findings;
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
        if (std::optional<RecordFinding> finding = headingFinding(heading))
            findings.push_back(std::move(*finding));
    }
    addMissing(headings, findings);
    return findings;
}

void RecordCheck::addValueFindings(const FormValue &field, const Rule &rule,
                                   std::vector<RecordFinding> &findings) const
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
    if (const std::optional<QString> words = validationError(field.value, rule.type, rule.choices)) {
        findings.push_back({field.heading, Severity::Error, FindingKind::BadValue,
                            QStringLiteral("“%1”: ").arg(field.heading) + *words});
    }
}

std::vector<RecordFinding> RecordCheck::checkValues(const FormRecord &record) const
{
    std::vector<RecordFinding> findings;
    bool hasOneOf = false;
    bool oneOfFilled = false;
    for (const FormValue &field : record) {
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

std::vector<RecordFinding> checkRecord(const Configuration &configuration, const FormRecord &record,
                                       Strictness strictness)
{
    return RecordCheck(configuration, strictness).check(record);
}

namespace {

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

//! Whether \a text is like \a pattern, where a 0 stands for any digit.
bool isLike(QStringView text, QLatin1StringView pattern)
{
    if (text.size() != pattern.size())
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (pattern[i] == QLatin1Char('0') ? !isDigit(text[i]) : text[i] != pattern[i])
            return false;
    }
    return true;
}

bool isDate(QStringView text)
{
    return isLike(text, QLatin1StringView("0000-00-00"))
        && QDate::isValid(text.left(4).toInt(), text.mid(5, 2).toInt(), text.mid(8, 2).toInt());
}

bool isDateTime(QStringView text)
{
    return isLike(text, QLatin1StringView("0000-00-00 00:00:00")) && isDate(text.left(10))
        && QTime::isValid(text.mid(11, 2).toInt(), text.mid(14, 2).toInt(), text.mid(17, 2).toInt());
}

bool isNumber(QStringView text)
{
    if (text.startsWith(QLatin1Char('-')) || text.startsWith(QLatin1Char('+')))
        text = text.mid(1);
    const auto dots = std::count(text.begin(), text.end(), QLatin1Char('.'));
    const bool plain
        = std::all_of(text.begin(), text.end(), [](QChar c) { return isDigit(c) || c == QLatin1Char('.'); });
    return plain && dots <= 1 && !text.isEmpty() && isDigit(text.front()) && isDigit(text.back());
}

bool isPhone(QStringView text)
{
    const auto allowed = [](QChar c) {
        return isDigit(c) || c == QLatin1Char(' ') || c == QLatin1Char('(') || c == QLatin1Char(')')
            || c == QLatin1Char('-') || c == QLatin1Char('+');
    };
    return std::all_of(text.begin(), text.end(), allowed) && std::any_of(text.begin(), text.end(), isDigit);
}

//! What mail servers take in practice: one @, a domain of names between dots, no spaces.
bool isEmail(QStringView text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    if (at <= 0 || at != text.lastIndexOf(QLatin1Char('@')))
        return false;
    const bool printable = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c == QLatin1Char(',')
            || c == QLatin1Char(';') || c == QLatin1Char('<') || c == QLatin1Char('>');
    });
    const QStringView domain = text.mid(at + 1);
    return printable && domain.contains(QLatin1Char('.')) && !domain.startsWith(QLatin1Char('.'))
        && !domain.endsWith(QLatin1Char('.')) && !domain.contains(QLatin1String(".."));
}

} // namespace

std::optional<QString> validationError(const QString &value, catalog::ValueType type,
                                       const QStringList &choices)
{
    using catalog::ValueType;
    if (value.isEmpty())
        return std::nullopt;
    switch (type) {
    case ValueType::Text:
        return std::nullopt;
    case ValueType::Number:
        if (isNumber(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A number, with a point before decimals.");
    case ValueType::Date:
        if (isDate(value) || isDateTime(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A date that exists, as YYYY-MM-DD.");
    case ValueType::DateTime:
        if (isDateTime(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A date and time that exist, as YYYY-MM-DD HH:MM:SS.");
    case ValueType::Choice:
        if (choices.isEmpty() || choices.contains(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "One of: %1.").arg(choices.join(QStringLiteral(", ")));
    case ValueType::Email:
        if (isEmail(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "An e-mail address, like name@example.com.");
    case ValueType::Phone:
        if (isPhone(value))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A phone number: digits, spaces and ( ) - + only.");
    }
    return std::nullopt;
}

} // namespace gauge::upload
