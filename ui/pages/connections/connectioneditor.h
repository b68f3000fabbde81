// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "kit/plaintext.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QAbstractButton;
class QLineEdit;

namespace gauge::ui {

namespace Ui {
class ConnectionEditor;
}
class KeychainNotice;
class SecretField;

//! The form of one connection, new or saved. Tests it against the service and saves it; a stored
//! secret is never shown, only replaced.
class ConnectionEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionEditor(engine::Engine &engine, QWidget *parent = nullptr);
    ~ConnectionEditor() override;

    //! Empties the form for a new connection.
    void setNew();
    //! Fills the form from a saved one.
    void setConnection(const service::Connection &connection);
    //! Names that are in use by other connections.
    void setTakenNames(const QStringList &names) { m_takenNames = names; }
    void setCancelVisible(bool visible);
    //! Says why the form was opened, and waits in the secret's field.
    void askForSecret(const QString &words);

    [[nodiscard]] bool isNew() const { return m_connection.id.isEmpty(); }

Q_SIGNALS:
    void saved(const gauge::service::Connection &connection);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Field
    {
        QLineEdit *edit;
        PlainLabel *error;
    };
    void wire();
    void fill();
    void lookForSecret();
    void onKeychainAnswered(vault::KeychainState state);
    void applyTexts();
    [[nodiscard]] QString keptHint(bool isStored, const char *variable) const;
    [[nodiscard]] QString apiKeyHint() const;
    void fillSchedule(int minutes);
    void applyChoices();
    void setObjection(const Field &field, const QString &words);
    void clearObjections();
    bool validate();
    [[nodiscard]] bool secretNeeded() const;
    [[nodiscard]] bool placeChanged() const;
    [[nodiscard]] service::Connection edited() const;
    [[nodiscard]] engine::NewSecrets typedSecrets() const;
    void fillRecheck();
    [[nodiscard]] std::optional<int> recheckDays() const;
    void test();
    void connectOrSave();
    void checkLake();
    void tellLakeTest(const engine::LakeTest &found);
    void connectNew();
    void save();
    void changeLake(const service::Connection &stored, const QString &lake, engine::OldLake what);
    void finish(const service::Connection &stored);
    void objectToLake(const QString &words);
    void begin(Job *job, const QString &words);
    void end();
    void setBusy(bool busy);
    void colorObjections();

    engine::Engine &m_engine;
    std::unique_ptr<Ui::ConnectionEditor> m_ui;
    KeychainNotice *m_keychain;
    service::Connection m_connection;
    QStringList m_takenNames;
    QPointer<Job> m_job;
    QPointer<QWidget> m_focusBeforeBusy;
    SecretField *m_secret;
    SecretField *m_apiKey;
    bool m_hasStoredSecret = false;
    bool m_hasStoredApiKey = false;
    bool m_placeChosen = false; //!< the person chose where to keep the secret
};

} // namespace gauge::ui
