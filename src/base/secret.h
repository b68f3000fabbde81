// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>

namespace gauge {

//! A secret or token in memory: never printed, never converted by accident, wiped when it goes.
//! The only way to its bytes is expose(), which is easy to search for.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        m_bytes.detach();
    }
    Secret(const Secret &other)
        : m_bytes(other.m_bytes.constData(), other.m_bytes.size())
    {}
    Secret(Secret &&other) noexcept { m_bytes.swap(other.m_bytes); }
    Secret &operator=(Secret other) noexcept
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }
    ~Secret() { wipe(m_bytes); }

    [[nodiscard]] const QByteArray &expose() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    bool operator==(const Secret &) const = default;

private:
    //! Also where the compiler sees that nobody reads the zeros. Bytes that somebody else shares, such as a
    //! request that is being sent, are left to whoever lets them go last.
    static void wipe(QByteArray &bytes)
    {
        if (!bytes.isDetached())
            return;
        for (volatile char *byte = bytes.data(), *end = byte + bytes.size(); byte != end; ++byte)
            *byte = '\0';
    }

    QByteArray m_bytes;
};

//! A sentence on a line break, blank, quotation mark or byte-order mark around \a secret: often copied by
//! mistake, and then part of it. Empty where there is none. \a name is what people call it ("client
//! secret"). Shows nothing of the secret.
[[nodiscard]] QString secretHint(const Secret &secret, const QString &name);

} // namespace gauge
