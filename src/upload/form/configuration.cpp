// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/configuration.h"

#include "upload/form/recordcheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace gauge::upload {

namespace {

constexpr qsizetype longestText = 256; // of a name, a reference or a heading

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.category() == QChar::Other_Control; });
}

//! The parts of \a row at \a separator, outside of quotes; a quote in quotes is doubled.
QStringList partsOf(const QString &row, QChar separator)
{
    QStringList parts(QString{});
    bool quoted = false;
    for (const QChar c : row) {
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        const bool ends = !quoted && (c == separator || c == QLatin1Char('\n') || c == QLatin1Char('\r'));
        if (ends)
            parts.append(QString());
        else
            parts.last() += c;
    }
    return parts;
}

QString unquoted(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() < 2 || !trimmed.startsWith(QLatin1Char('"')) || !trimmed.endsWith(QLatin1Char('"')))
        return trimmed;
    return trimmed.mid(1, trimmed.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\"")).trimmed();
}

//! What is wrong with one heading, whatever the others are.
QString objectionTo(const Heading &heading)
{
    if (heading.name.trimmed().isEmpty())
        return QCoreApplication::translate("upload", "A heading has no name.");
    if (heading.name.size() > longestText || hasControl(heading.name)) {
        return QCoreApplication::translate("upload", "The heading “%1” is too long, or not a text.")
            .arg(heading.name.left(60));
    }
    if (heading.type == catalog::ValueType::Choice && heading.choices.isEmpty())
        return QCoreApplication::translate("upload", "The heading “%1” needs its choices.").arg(heading.name);
    if (const auto reason = validationError(heading.defaultValue, heading.type, heading.choices)) {
        return QCoreApplication::translate("upload", "The default value of “%1” does not fit: %2")
            .arg(heading.name, *reason);
    }
    return {};
}

} // namespace

const Heading *Configuration::heading(const QString &wanted) const
{
    const auto found = std::find_if(headings.begin(), headings.end(),
                                    [&](const Heading &each) { return each.name == wanted; });
    return found == headings.end() ? nullptr : &*found;
}

std::optional<QString> objectionToName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return QCoreApplication::translate("upload", "The configuration needs a name.");
    if (name.size() > longestText || hasControl(name))
        return QCoreApplication::translate("upload", "The configuration's name is too long, or not a text.");
    return std::nullopt;
}

std::optional<QString> objectionToReference(const QString &reference)
{
    if (reference.trimmed().isEmpty()) {
        return QCoreApplication::translate("upload",
                                           "The configuration needs its reference. CustomerGauge shows it "
                                           "under Data → Imports → Configurations.");
    }
    if (reference.size() > longestText || hasControl(reference))
        return QCoreApplication::translate("upload",
                                           "The configuration's reference is too long, or not a text.");
    return std::nullopt;
}

QStringList objectionsToHeadings(const std::vector<Heading> &headings)
{
    QStringList objections;
    QHash<QString, QString> spellings; // by the name without its case
    for (const Heading &heading : headings) {
        QString words = objectionTo(heading);
        const QString spelling = spellings.value(heading.name.toCaseFolded());
        if (words.isEmpty() && spelling == heading.name)
            words
                = QCoreApplication::translate("upload", "The heading “%1” is there twice.").arg(heading.name);
        else if (words.isEmpty() && !spelling.isEmpty())
            words = QCoreApplication::translate("upload",
                                                "The headings “%1” and “%2” differ only in upper and lower "
                                                "case. Keep the one that CustomerGauge has.")
                        .arg(spelling, heading.name);
        spellings.insert(heading.name.toCaseFolded(), heading.name);
        objections.append(words);
    }
    return objections;
}

std::optional<QString> validationError(const Configuration &configuration)
{
    if (const auto reason = objectionToName(configuration.name))
        return reason;
    if (const auto reason = objectionToReference(configuration.reference))
        return reason;
    if (catalog::findRecordType(configuration.recordType) == nullptr) {
        return QCoreApplication::translate("upload", "There is no record type “%1”. There are: %2.")
            .arg(configuration.recordType.left(60), catalog::recordTypeIds().join(QStringLiteral(", ")));
    }
    for (const QString &reason : objectionsToHeadings(configuration.headings))
        if (!reason.isEmpty())
            return reason;
    return std::nullopt;
}

Heading headingFor(const catalog::RecordType *type, const QString &name)
{
    Heading heading;
    heading.name = name;
    if (type == nullptr)
        return heading;
    heading.required = type->required.contains(name);
    if (const catalog::StandardHeading *known = type->heading(name)) {
        heading.type = known->type;
        heading.choices = known->choices;
    }
    return heading;
}

Configuration configurationFor(const catalog::RecordType &type)
{
    Configuration configuration;
    configuration.name = QCoreApplication::translate("catalog", type.title);
    configuration.reference = type.reference;
    configuration.recordType = type.id;
    for (const catalog::StandardHeading &known : type.headings)
        configuration.headings.push_back(headingFor(&type, known.name));
    return configuration;
}

std::vector<Configuration> builtInConfigurations()
{
    std::vector<Configuration> all;
    for (const QString &id : {QStringLiteral("activities"), QStringLiteral("contacts")}) {
        if (const catalog::RecordType *type = catalog::findRecordType(id)) {
            Configuration configuration = configurationFor(*type);
            configuration.id = QLatin1Char('/') + id;
            all.push_back(std::move(configuration));
        }
    }
    return all;
}

std::vector<Heading> headingsFrom(const QString &row, const catalog::RecordType *type)
{
    QString text = row;
    text.remove(QChar(QChar::ByteOrderMark));
    QChar separator = QLatin1Char('\n');
    for (const char c : {'\t', '\n', ';', ','}) {
        if (text.trimmed().contains(QLatin1Char(c))) {
            separator = QLatin1Char(c);
            break;
        }
    }
    std::vector<Heading> headings;
    QSet<QString> seen;
    for (const QString &part : partsOf(text, separator)) {
        const QString name = unquoted(part);
        const bool hasLetter
            = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (!hasLetter || name.size() > longestText || seen.contains(name))
            continue;
        seen.insert(name);
        headings.push_back(headingFor(type, name));
    }
    return headings;
}

FormRecord withDefaults(const Configuration &configuration, FormRecord record)
{
    for (const Heading &heading : configuration.headings) {
        if (heading.defaultValue.isEmpty())
            continue;
        const auto found = std::find_if(record.begin(), record.end(), [&](const FormValue &field) {
            return field.heading == heading.name;
        });
        if (found == record.end())
            record.push_back({heading.name, heading.defaultValue});
        else if (found->value.isEmpty())
            found->value = heading.defaultValue;
    }
    return record;
}

namespace {

constexpr auto formatKey = "gaugedesk";
constexpr auto formatName = "import-configuration";
constexpr auto versionKey = "version";
constexpr int fileVersion = 1;

QString textOf(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

void put(QJsonObject &json, const char *key, const QString &value)
{
    if (!value.isEmpty())
        json.insert(QLatin1String(key), value);
}

QJsonObject toJson(const Heading &heading)
{
    QJsonObject json;
    put(json, "name", heading.name);
    put(json, "type", catalog::valueTypeName(heading.type));
    if (heading.required)
        json.insert(QLatin1String("required"), true);
    put(json, "default", heading.defaultValue);
    put(json, "hint", heading.hint);
    if (!heading.choices.isEmpty())
        json.insert(QLatin1String("choices"), QJsonArray::fromStringList(heading.choices));
    return json;
}

Result<Heading> headingOf(const QJsonObject &json)
{
    Heading heading;
    heading.name = textOf(json, "name");
    const QString typeName = json.value(QLatin1String("type")).toString(QStringLiteral("text"));
    const std::optional<catalog::ValueType> type = catalog::valueTypeFromName(typeName);
    if (!type) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("upload", "The heading “%1” has an unknown type “%2”.")
                        .arg(heading.name.left(60), typeName.left(60)));
    }
    heading.type = *type;
    heading.required = json.value(QLatin1String("required")).toBool();
    heading.defaultValue = textOf(json, "default");
    heading.hint = textOf(json, "hint");
    const QJsonArray choices = json.value(QLatin1String("choices")).toArray();
    for (const QJsonValue &choice : choices) {
        if (const QString text = choice.toString(); !text.isEmpty())
            heading.choices.append(text);
    }
    return heading;
}

Result<QJsonObject> objectOf(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (root.isEmpty() || textOf(root, formatKey) != QLatin1String(formatName)) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("upload", "This is not an import configuration of GaugeDesk."),
            error.error == QJsonParseError::NoError ? QString() : error.errorString());
    }
    if (root.value(QLatin1String(versionKey)).toInt(fileVersion) > fileVersion) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("upload", "This configuration comes from a newer GaugeDesk."));
    }
    return root;
}

} // namespace

QByteArray toJson(const Configuration &configuration)
{
    QJsonArray headings;
    for (const Heading &heading : configuration.headings)
        headings.append(toJson(heading));
    QJsonObject root{{QLatin1String(formatKey), QLatin1String(formatName)},
                     {QLatin1String(versionKey), fileVersion}};
    put(root, "name", configuration.name);
    put(root, "reference", configuration.reference);
    put(root, "record_type", configuration.recordType);
    root.insert(QLatin1String("headings"), headings);
    return QJsonDocument(root).toJson();
}

Result<Configuration> parseConfiguration(const QByteArray &json)
{
    GAUGE_TRY(const QJsonObject root, objectOf(json));
    Configuration configuration;
    configuration.name = textOf(root, "name");
    configuration.reference = textOf(root, "reference");
    configuration.recordType = textOf(root, "record_type");
    const QJsonArray headings = root.value(QLatin1String("headings")).toArray();
    for (const QJsonValue &item : headings) {
        GAUGE_TRY(Heading heading, headingOf(item.toObject()));
        configuration.headings.push_back(std::move(heading));
    }
    if (const std::optional<QString> reason = validationError(configuration))
        return fail(ErrorKind::Input, *reason);
    return configuration;
}

} // namespace gauge::upload
