// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/endpoint.h"

#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

#include <string>
#include <string_view>

namespace gauge::lake {

//! What a person is looked for by. It is personal data itself: it goes into no log, title or setting.
class PersonKey
{
public:
    using Kind = catalog::Identifies;

    PersonKey() = default;
    //! Input error for what could match anything: an empty text, an e-mail address without its @.
    [[nodiscard]] static Result<PersonKey> make(Kind kind, const QString &text);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString value() const { return m_value; }
    bool operator==(const PersonKey &) const = default;

private:
    Kind m_kind = Kind::Nobody;
    QString m_value;
};

//! Finds a PersonKey in values, in records as received and in the bytes of files.
class PersonMatch
{
public:
    explicit PersonMatch(const PersonKey &key);

    //! An address without regard to case and outer spaces, a customer number exactly.
    [[nodiscard]] bool isOwn(std::string_view value) const;
    //! Whether others may mention it: an address. Customer numbers are found in any text.
    [[nodiscard]] bool canBeMentioned() const { return m_isAddress; }
    //! False: the address is nowhere in \a json, whatever stands around it. Quick.
    [[nodiscard]] bool mayBeIn(std::string_view json) const;
    //! The address itself, not the end of a longer one, is in one of the texts of \a json; also written
    //! as in a link (jan%40example.com).
    [[nodiscard]] bool isMentionedIn(std::string_view json) const;
    //! The same of one text.
    [[nodiscard]] bool isMentionedInText(std::string_view text) const;
    //! How often the letters of the address stand in \a bytes, whatever stands around them. Letters beyond
    //! ASCII are found as they were typed, all small or all capital.
    [[nodiscard]] qint64 countIn(QByteArrayView bytes) const;
    //! The most bytes that countIn() counts as one.
    [[nodiscard]] qsizetype longest() const;

private:
    [[nodiscard]] bool isMentioned(const QString &folded) const;

    bool m_isAddress = false;
    bool m_isAscii = true;
    QString m_folded;
    std::string m_bytes; //!< of the folded address, or of the number
    size_t m_at = 0; //!< of its last @
    std::string m_escape; //!< stands in JSON that may write the address in other letters
    QByteArrayList m_forms; //!< of an address with other letters than ASCII's: as typed, small, capital
};

} // namespace gauge::lake
