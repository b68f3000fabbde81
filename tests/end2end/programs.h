// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace gauge::test {

//! \a line at its spaces: the arguments of a program.
[[nodiscard]] QStringList words(const char *line);

//! All that responses can include, as --with takes it.
inline constexpr auto everything = "selected_drivers,tags,questions,properties";

//! What a program printed and how it ended.
struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QList<QByteArray> lines() const;
    //! Exit code and all output, for messages of failed tests.
    [[nodiscard]] QByteArray said() const { return QByteArray::number(exitCode) + ": " + out + err; }
    [[nodiscard]] QJsonObject json(qsizetype line = 0) const;
};

//! The real gaugedesk-sandbox; it ends with this object.
class SandboxProcess
{
public:
    explicit SandboxProcess(const QStringList &options = {});
    ~SandboxProcess();
    Q_DISABLE_COPY_MOVE(SandboxProcess)

    //! http://127.0.0.1:PORT, or empty when it did not start.
    [[nodiscard]] QString url() const { return m_url; }

    //! \a rules from now on, instead of those before.
    void setFaults(const QStringList &rules) const;
    //! Its clock goes on, and with it its data.
    void advance(int hours) const;
    //! The cursors that pages of the whole \a feed were asked with, since the last forgetRequests(); the
    //! first page's is empty. Pages of a period are left out.
    [[nodiscard]] QStringList cursorsAsked(const QString &feed) const;
    void forgetRequests() const;
    //! How often \a path was asked since then; every call when it is empty.
    [[nodiscard]] int callsOf(const QString &path) const;
    //! What was uploaded and accepted since the last forgetReceived(), oldest first.
    [[nodiscard]] QJsonArray received() const;
    void forgetReceived() const;

private:
    [[nodiscard]] QJsonArray requests() const;
    [[nodiscard]] QByteArray control(const QString &method, const QString &call,
                                     const QByteArray &body = {}) const;

    QProcess m_process;
    QString m_url;
    QString m_secret; //!< of GAUGEDESK_SANDBOX_SECRET, or sandbox-secret
};

//! The real gaugedesk-cli over a data directory of its own, with secrets from the environment. Its lake is
//! a file there or, under support/with-postgres.sh, a schema of that database.
class Cli
{
public:
    Cli();

    //! Waits for the end. \a input is what standard input holds. A secret of the environment, or a canary, in
    //! what was printed fails the test.
    Run run(const QStringList &arguments, const QByteArray &input = {}) const;
    //! Does not wait.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    static Run finish(QProcess &process, int timeout = 120'000);

    //! Saves a connection "S" to \a url whose secrets come from the environment.
    Run connectTo(const QString &url) const;

    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void addCanary(const QByteArray &text) { m_canaries.append(QString::fromUtf8(text)); }
    void unsetVariable(const QString &name) { m_environment.remove(name); }

    [[nodiscard]] static bool isPostgres() { return qEnvironmentVariableIsSet("GAUGE_POSTGRES"); }
    //! One line of `status`.
    [[nodiscard]] QJsonObject status(const QString &feed) const;
    //! What is wrong with the responses in the lake: damage, a record that is there twice, a checkpoint ahead
    //! of the stored records or behind them; nothing when all is well. Asks the sandbox for a page.
    [[nodiscard]] QByteArray validationError() const;

    //! Where its only lake is: a file, or the address of a schema.
    [[nodiscard]] QString lake() const;
    //! Under support/with-postgres.sh: another address from now on.
    void setLake(const QString &address) { m_global.last() = address; }
    //! Runs SQL on the only lake there is, past everything.
    void changeLake(const QString &sql) const;

    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    //! All bytes of all files below the data directory.
    [[nodiscard]] QByteArray everythingStored() const;
    //! The records of \a feed in the lake, exactly as received.
    [[nodiscard]] QByteArray exported(const QString &feed) const;
    //! The same from the service, page by page.
    [[nodiscard]] QByteArray fetched(const QString &feed, const QString &with) const;

private:
    QTemporaryDir m_folder;
    QStringList m_global; //!< options before the command
    QProcessEnvironment m_environment;
    QStringList m_canaries;
};

//! The keys of a JSON object's line in the order they stand there.
[[nodiscard]] QStringList keysOf(const QByteArray &line);

//! Lines in alphabetical order: for comparing sets of records.
[[nodiscard]] QByteArray sorted(const QByteArray &lines);

} // namespace gauge::test
