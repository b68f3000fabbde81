// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "engine/joblist.h"
#include "kit/errorbanner.h"
#include "support/fakeserver.h"
#include "vault/credentialstore.h"

#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>

namespace gauge::test {

//! An engine over a fresh folder and a service on loopback, for views that upload. Tokens are given; every
//! other request must be expected.
class UploadRig
{
public:
    UploadRig()
    {
        m_server.otherwise([this](const SeenRequest &request) {
            if (request.target == "/oauth2/token")
                return Answer::json(R"({"access_token":"TOKEN"})");
            uploads.push_back(request);
            return answer;
        });
        startEngine();
        connection = saved(QStringLiteral("ACME"));
    }
    ~UploadRig() { stopEngine(); }
    Q_DISABLE_COPY_MOVE(UploadRig)

    void startEngine()
    {
        engine::Options options;
        options.dataFolder = m_folder.filePath(QStringLiteral("data"));
        options.keychain = m_keychain;
        m_engine = std::make_unique<engine::Engine>(options);
    }
    void stopEngine()
    {
        m_engine->jobs().cancelAll();
        settle();
        m_engine.reset();
    }
    void settle()
    {
        if (!QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 60'000))
            qFatal("jobs did not end");
    }

    [[nodiscard]] engine::Engine &engine() { return *m_engine; }
    [[nodiscard]] QString dataFolder() const { return m_engine->dataFolder(); }

    service::Connection saved(const QString &name, const std::optional<Secret> &apiKey = {})
    {
        service::Connection made;
        made.name = name;
        made.region = service::Region::Custom;
        made.authUrl = made.apiUrl = made.importsUrl = m_server.url();
        made.clientId = QStringLiteral("id");
        engine::NewSecrets secrets;
        secrets.clientSecret = Secret("secret");
        secrets.apiKey = apiKey;
        auto *job = m_engine->saveConnection(made, secrets);
        QObject::connect(job, &Job::finished, job, [&made, job] { made = job->result(); });
        settle();
        return made;
    }

    Answer answer = Answer::empty(200); //!< to everything that is uploaded
    std::vector<SeenRequest> uploads; //!< that came
    service::Connection connection;

private:
    QTemporaryDir m_folder;
    FakeServer m_server;
    std::shared_ptr<vault::MemoryStore> m_keychain = std::make_shared<vault::MemoryStore>();
    std::unique_ptr<engine::Engine> m_engine;
};

//! The part of \a view that is called so; ends the test run when there is none.
template <typename T>
T *partOf(const QWidget &view, const QString &name)
{
    T *found = view.findChild<T *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

inline QWidget *fieldOf(const QWidget &view, const QString &heading)
{
    return partOf<QWidget>(view, QStringLiteral("field ") + heading);
}

//! Replaces what is in a field, key by key.
inline void typeInto(const QWidget &view, const QString &heading, const QString &text)
{
    const QWidget *field = fieldOf(view, heading);
    if (auto *edit = field->findChild<QLineEdit *>()) {
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    } else {
        auto *page = field->findChild<QPlainTextEdit *>();
        page->selectAll();
        QTest::keyClicks(page, text);
    }
}

//! What is said below a field; empty: nothing.
inline QString wordsAt(const QWidget &view, const QString &heading)
{
    const auto *words = partOf<QLabel>(*fieldOf(view, heading), QStringLiteral("findingWords"));
    return words->isHidden() || words->parentWidget()->isHidden() ? QString() : words->text();
}

inline void press(const QWidget &view, const char *button)
{
    auto *found = partOf<QPushButton>(view, QLatin1String(button));
    if (!found->isEnabled())
        qFatal("%s is disabled", button);
    found->click();
}

} // namespace gauge::test
