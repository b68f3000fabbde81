// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>

class QLineEdit;

namespace gauge::ui {

namespace Ui {
class LakePlaceField;
}

//! Where the local copy of a connection is: a file or a PostgreSQL database; and, when that changes, what
//! becomes of the copy that is there now. Knows the text only: the address is tested by Engine::testLake().
class LakePlaceField final : public QWidget
{
    Q_OBJECT
public:
    explicit LakePlaceField(QWidget *parent = nullptr);
    ~LakePlaceField() override;

    //! Shows \a lake, as in service::Connection::lake. \a present is the place of a copy that may exist now,
    //! for people; empty for a new connection.
    void setPlace(const QString &lake, const QString &present);
    //! As in service::Connection::lake.
    [[nodiscard]] QString place() const;
    [[nodiscard]] bool isChanged() const;
    //! What the person chose for the present copy.
    [[nodiscard]] engine::OldLake oldLake() const;
    //! The field that a message about the place belongs to.
    [[nodiscard]] QLineEdit *mainEdit() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void wire();
    void fillModes();
    void takeAddress();
    void applyChoices();
    void choose();

    std::unique_ptr<Ui::LakePlaceField> m_ui;
    QString m_lake; //!< as it was set
    QString m_present;
    QStringList m_others; //!< options of the address that have no field
};

} // namespace gauge::ui

namespace gauge::ui {

//! The parts of a PostgreSQL address (lake::Location::parse()) that have fields of their own in the form of a
//! connection. Holds no password.
struct DatabaseAddress
{
    QString host; //!< a name, an address, or the folder of a socket; empty: see lake::protectionOf()
    int port = 0; //!< 0: libpq's default
    QString database;
    QString user;
    QString schema; //!< empty: the one that is named after the connection
    QString tls; //!< libpq's sslmode; empty: libpq's default
    QStringList others; //!< further options as in the URL, "connect_timeout=5"

    //! Returns the parts of \a url, or nothing for one that has other parts: several hosts, a password.
    [[nodiscard]] static std::optional<DatabaseAddress> parse(const QString &url);
    [[nodiscard]] QString url() const;
    bool operator==(const DatabaseAddress &) const = default;
};

} // namespace gauge::ui
