// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/configuration.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gauge::upload {

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
    if (const std::optional<QString> reason = objection(configuration))
        return fail(ErrorKind::Input, *reason);
    return configuration;
}

} // namespace gauge::upload
