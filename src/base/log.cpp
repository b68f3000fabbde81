// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include "base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <mutex>
#include <vector>

namespace gauge {

Q_LOGGING_CATEGORY(logNet, "gauge.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logLake, "gauge.lake", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "gauge.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logVault, "gauge.vault", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "gauge.ui", QtWarningMsg)

namespace {

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // One entry, one line: what a service or a file says cannot look like another entry.
    const QByteArray line
        = withVisibleControls(redacted(qFormatLogMessage(type, context, message)), Layout::Marked).toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
    std::fflush(stderr);
}

} // namespace

void installLog(bool verbose)
{
    qSetMessagePattern(QStringLiteral("%{if-category}%{category}: %{endif}%{message}"));
    if (verbose)
        QLoggingCategory::setFilterRules(QStringLiteral("gauge.*=true"));
    qInstallMessageHandler(writeRedacted);
}

namespace {

constexpr auto secretNames = "client_secret|clientsecret|access_token|refresh_token|id_token|api_key|apikey|"
                             "api-key|secret|password|passwd|token";

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

constexpr auto hidden = "[hidden]";
constexpr qsizetype shortestSecret = 8;
constexpr std::size_t mostSecrets = 100;

//! The ways in which one secret is written, in UTF-8.
using Forms = std::vector<Secret>;

Forms formsOf(const QByteArray &secret)
{
    const QByteArray encoded = secret.toPercentEncoding();
    QByteArray inLowerCase = encoded; // only the digits after a percent sign
    for (qsizetype i = 0; i + 2 < inLowerCase.size(); ++i) {
        if (inLowerCase.at(i) == '%')
            inLowerCase.replace(i + 1, 2, inLowerCase.mid(i + 1, 2).toLower());
    }
    const QByteArray list
        = QJsonDocument(QJsonArray{QString::fromUtf8(secret)}).toJson(QJsonDocument::Compact);
    const QByteArray json = list.mid(2, list.size() - 4); // ["…"]
    QByteArray inPhp = json;
    inPhp.replace('/', "\\/");
    Forms forms;
    for (const QByteArray &form : {secret, encoded, inLowerCase, json, inPhp}) {
        const bool isKnown = std::any_of(forms.begin(), forms.end(),
                                         [&](const Secret &known) { return known.expose() == form; });
        if (!isKnown)
            forms.emplace_back(form);
    }
    return forms;
}

//! All secrets that hideEverywhere() was called with, newest last.
struct KnownSecrets
{
    std::mutex mutex;
    std::deque<Forms> secrets;
};

KnownSecrets &knownSecrets()
{
    static KnownSecrets known;
    return known;
}

//! Hides \a secret in \a text; also its beginning, where \a text was cut off in it.
bool hide(const QByteArray &secret, QByteArray &text)
{
    bool isFound = text.contains(secret);
    if (isFound)
        text.replace(secret, hidden);
    for (qsizetype length = secret.size() - 1; length >= shortestSecret; --length) {
        if (text.endsWith(QByteArrayView(secret).first(length))) {
            text.replace(text.size() - length, length, hidden);
            return true;
        }
    }
    return isFound;
}

QString withoutKnownSecrets(const QString &text)
{
    KnownSecrets &known = knownSecrets();
    const std::lock_guard lock(known.mutex);
    if (known.secrets.empty())
        return text;
    QByteArray bytes = text.toUtf8();
    bool isFound = false;
    for (const Forms &forms : known.secrets) {
        for (const Secret &form : forms)
            isFound = hide(form.expose(), bytes) || isFound;
    }
    return isFound ? QString::fromUtf8(bytes) : text;
}

} // namespace

void hideEverywhere(const Secret &secret)
{
    const QByteArray &bytes = secret.expose();
    if (bytes.size() < shortestSecret)
        return;
    KnownSecrets &known = knownSecrets();
    const std::lock_guard lock(known.mutex);
    const auto same = std::find_if(known.secrets.begin(), known.secrets.end(),
                                   [&](const Forms &forms) { return forms.front() == secret; });
    if (same != known.secrets.end())
        return;
    known.secrets.push_back(formsOf(bytes));
    if (known.secrets.size() > mostSecrets)
        known.secrets.pop_front();
}

QString redacted(const QString &text)
{
    const QString names = QLatin1String(secretNames);
    // "Authorization: Bearer x", "api_key x", also with the scheme alone.
    static const QRegularExpression authorization = pattern(
        QStringLiteral("(authorization[\"']?+\\s*+[:=]\\s*+[\"']?+)(?!\\[hidden\\])[^\\r\\n\"',}]+"));
    static const QRegularExpression scheme
        = pattern(QStringLiteral("\\b(bearer|basic|api_key)\\s+(?!\\[hidden\\])[A-Za-z0-9._~+/=-]{3,}"));
    // {"access_token":"x"}, also cut off, also a bare number.
    static const QRegularExpression json = pattern(
        QStringLiteral("([\"'](?:%1)[\"']\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[^\\s\"\\\\,}\\]]+)")
            .arg(names));
    // The same inside another JSON string: {\"access_token\":\"x\"}.
    static const QRegularExpression escapedJson = pattern(
        QStringLiteral("(\\\\\"(?:%1)\\\\\"\\s*:\\s*)(?:\\\\\"(?:[^\"\\\\]|\\\\[^\"])*+(?:\\\\\")?)")
            .arg(names));
    static const QRegularExpression xml = pattern(QStringLiteral("(<(%1)>)[^<]*").arg(names));
    // client_secret=x in a form body, a URL or a command line.
    static const QRegularExpression form
        = pattern(QStringLiteral("\\b((?:%1)(?:\\s*=\\s*|%3D))(?!\\[hidden\\])[^&\\s\"'<>]+").arg(names));
    static const QRegularExpression userInfo = pattern(QStringLiteral("(://)[^/@\\s]+@"));

    QString result = withoutKnownSecrets(text);
    result.replace(authorization, QStringLiteral("\\1[hidden]"));
    result.replace(scheme, QStringLiteral("\\1 [hidden]"));
    result.replace(json, QStringLiteral("\\1\"[hidden]\""));
    result.replace(escapedJson, QStringLiteral("\\1\\\"[hidden]\\\""));
    result.replace(xml, QStringLiteral("\\1[hidden]"));
    result.replace(form, QStringLiteral("\\1[hidden]"));
    result.replace(userInfo, QStringLiteral("\\1[hidden]@"));
    return result;
}

} // namespace gauge
