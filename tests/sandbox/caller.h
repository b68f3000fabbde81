// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gauge::test {

//! Calls the sandbox's service without sockets, and reads its answers.
class Caller
{
public:
    static constexpr auto secret = "sandbox-secret";

    explicit Caller(const sandbox::Options &options = {})
        : m_service(withSecret(options))
    {
        login();
    }

    void login()
    {
        m_token = object(post("/oauth2/token", credentials()))
                      .value(QStringLiteral("access_token"))
                      .toString()
                      .toStdString();
    }

    [[nodiscard]] std::string token() const { return m_token; }
    static sandbox::Options withSecret(sandbox::Options options)
    {
        options.secret = secret;
        return options;
    }
    static std::string credentials()
    {
        return std::string("grant_type=client_credentials&client_id=sandbox&client_secret=") + secret;
    }

    sandbox::Answer get(const std::string &path, const std::string &query = {})
    {
        return call("GET", path, query).answer;
    }
    sandbox::Answer post(const std::string &path, const std::string &body, const std::string &query = {})
    {
        return call("POST", path, query, body).answer;
    }

    sandbox::Service::Outcome call(const std::string &method, const std::string &path,
                                   const std::string &query = {}, const std::string &body = {},
                                   const std::string &authorization = {},
                                   const std::string &contentType = "application/x-www-form-urlencoded")
    {
        sandbox::Call request;
        request.method = method;
        request.path = path;
        request.rawQuery = query;
        request.query = sandbox::parseForm(query);
        request.body = body;
        const std::string own = "Bearer " + (path.starts_with("/sandbox/") ? secret : m_token);
        request.authorization = authorization.empty() ? own : authorization;
        request.contentType = contentType;
        request.host = "127.0.0.1:1";
        return m_service.handle(request);
    }

    //! The page of a sync feed as JSON; a body that is not JSON is an empty object.
    QJsonObject page(const std::string &feed, const std::string &query)
    {
        return object(get("/v7/rest/sync/" + feed, query));
    }

    //! The cursor behind the last record of a feed.
    std::string endOf(const std::string &feed)
    {
        std::string cursor;
        while (true) {
            const auto answer = page(feed, "per_page=1000&cursor=" + cursor);
            if (answer.value(QStringLiteral("data")).toArray().isEmpty())
                return cursor;
            cursor = cursorOf(answer);
        }
    }

    //! The clock goes on; a new token is fetched.
    void advance(int hours)
    {
        post("/sandbox/advance", {}, "hours=" + std::to_string(hours));
        login();
    }

    //! All records of a feed, page by page until the empty one; with \a from behind that cursor, which moves
    //! on.
    QList<QJsonObject> all(const std::string &feed, const std::string &query = "per_page=1000",
                           std::string *from = nullptr)
    {
        QList<QJsonObject> records;
        std::string own;
        std::string &cursor = from ? *from : own;
        while (true) {
            const auto answer = page(feed, query + (cursor.empty() ? "" : "&cursor=" + cursor));
            const auto data = answer.value(QStringLiteral("data")).toArray();
            for (const auto &record : data)
                records.append(record.toObject());
            if (data.isEmpty())
                return records;
            cursor = cursorOf(answer);
        }
    }

    static std::string cursorOf(const QJsonObject &page)
    {
        return page.value(QStringLiteral("cursor"))
            .toObject()
            .value(QStringLiteral("next"))
            .toVariant()
            .toString()
            .toStdString();
    }
    static QJsonObject object(const sandbox::Answer &answer)
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
    }
    static qint64 numberOf(const QJsonObject &record)
    {
        return record.value(QStringLiteral("number_customergauge")).toInteger();
    }

private:
    sandbox::Service m_service;
    std::string m_token;
};

} // namespace gauge::test
