// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace gauge::lake {

//! Where a lake is: a SQLite file, or a schema of a PostgreSQL database. Holds no password.
class Location
{
public:
    Location() = default;
    //! A SQLite file, by its full path; a path is a location wherever one is asked for.
    Location(QString file) // NOLINT(google-explicit-constructor)
        : m_text(std::move(file))
    {}

    //! A file's path, or `postgresql://user@host:port/database[?schema=NAME&sslmode=…]` with whatever
    //! libpq takes there. The lake of connection \a id is in a schema named after it unless the URL
    //! names one, as the members of a team do; else the full path of a file, or nothing. Input error
    //! for anything else (":memory:", "file:…", a path below the current folder), and for a password in the
    //! URL: that would end in files and lists of processes.
    [[nodiscard]] static Result<Location> parse(const QString &text, const QString &id);
    //! Whether \a text is meant to name a database rather than a file.
    [[nodiscard]] static bool isUrl(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] bool isFile() const { return m_schema.isEmpty(); }
    //! For people: the path, or the URL.
    [[nodiscard]] QString text() const { return m_text; }
    //! The same for the same lake, and no other.
    [[nodiscard]] QString key() const { return isFile() ? m_text : m_server + u'#' + m_schema; }
    //! The file, or an Input error: what was to be done is the database's own tools' work.
    [[nodiscard]] Result<QString> asFile() const;
    //! Of a database: what libpq connects to, and the schema that the lake is.
    [[nodiscard]] QString server() const { return m_server; }
    [[nodiscard]] QString schema() const { return m_schema; }
    //! The URL names the schema: it is not this connection's alone.
    [[nodiscard]] bool isShared() const { return m_isShared; }

    bool operator==(const Location &) const = default;

private:
    QString m_text;
    QString m_server;
    QString m_schema; //!< empty: a file
    bool m_isShared = false;
};

} // namespace gauge::lake
