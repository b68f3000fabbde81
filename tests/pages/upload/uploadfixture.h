// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "engine/joblist.h"
#include "support/fakeserver.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QUrlQuery>

namespace gauge::test {

//! A real engine, and a service on loopback that takes records: each is answered as a test says, by its
//! Reference, and accepted otherwise.
class UploadFixture
{
public:
    UploadFixture()
    {
        server.otherwise([this](const SeenRequest &request) { return answer(request); });
        engine::Options options;
        options.dataFolder = folder.filePath(QStringLiteral("data"));
        options.keychain = std::make_shared<vault::MemoryStore>();
        engine = std::make_unique<engine::Engine>(options);
    }
    ~UploadFixture()
    {
        engine->jobs().cancelAll();
        if (!QTest::qWaitFor([this] { return engine->jobs().isIdle(); }, 30'000))
            qFatal("the engine does not come to rest");
    }

    service::Connection save(const QString &name)
    {
        service::Connection connection;
        connection.name = name;
        connection.region = service::Region::Custom;
        connection.authUrl = connection.apiUrl = connection.importsUrl = server.url();
        connection.clientId = QStringLiteral("id");
        auto *job = engine->saveConnection(connection, {Secret("CANARY-secret"), Secret("CANARY-key")});
        QObject::connect(job, &Job::finished, &server, [&, job] { connection = job->result(); });
        if (!QTest::qWaitFor([&] { return !connection.id.isEmpty(); }))
            qFatal("not saved");
        return connection;
    }

    //! A file in a folder of its own.
    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    //! \a rows whose references are their numbers.
    QString writeRows(const QString &name, int rows) const
    {
        QByteArray bytes = "Account Name,Reference,Source,Type\n";
        for (int i = 1; i <= rows; ++i)
            bytes += "ACME," + QByteArray::number(i) + ",Web,Call\n";
        return write(name, bytes);
    }

    //! Sends a whole file without a window.
    upload::UploadJob *send(const service::Connection &connection, const QString &path)
    {
        upload::UploadPlan plan;
        plan.file.path = path;
        plan.file.configuration = upload::builtInConfigurations().front();
        plan.file.mapping
            = upload::mappingByName({QStringLiteral("Account Name"), QStringLiteral("Reference"),
                                     QStringLiteral("Source"), QStringLiteral("Type")});
        plan.perSecond = 0;
        upload::UploadJob *job = engine->fileUploads().send(connection, plan);
        if (!waitFor(*job))
            qFatal("the upload does not end");
        return job;
    }

    QTemporaryDir folder;
    FakeServer server;
    std::unique_ptr<engine::Engine> engine;
    QMap<QString, Answer> answers; //!< by Reference
    QStringList received; //!< references, in order

private:
    Answer answer(const SeenRequest &request)
    {
        if (request.method == "POST" && request.target.startsWith("/oauth2/token"))
            return Answer::json(R"({"access_token":"TOKEN","token_type":"Bearer","expires_in":3600})");
        if (request.method == "POST")
            return Answer::json(R"({"Data":{"number_customergauge":3414}})");
        QString reference;
        const QUrlQuery query(QUrl::fromEncoded(request.target));
        for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
            if (name == QLatin1String("record[Reference]"))
                reference = value;
        }
        received.append(reference);
        return answers.value(reference, Answer::empty(200));
    }
};

} // namespace gauge::test
