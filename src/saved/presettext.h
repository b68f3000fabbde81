// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <optional>

namespace gauge::saved {

//! What is saved; each has a folder and an ending of its own.
enum class Kind { View, Export };

//! The text of a saved thing. It begins with a line that says what it is ("gaugedesk-view 1"); each
//! further line is a word and what follows it, as in query::parseQuery.
class SavedText
{
public:
    //! An Input error for a text that is no such thing, that has no name, or that a newer GaugeDesk wrote.
    [[nodiscard]] static Result<SavedText> read(Kind kind, const QString &text);
    //! Begins a text of that name.
    SavedText(Kind kind, const QString &name);

    [[nodiscard]] QString name() const { return m_name; }
    void rename(const QString &name);

    //! What follows \a word. Read once: the line then says nothing to those who read the rest, and errors
    //! still name the right line. Twice the same word is an Input error.
    [[nodiscard]] Result<std::optional<QString>> take(QLatin1String word);
    //! As take(), where a line may be there any number of times.
    [[nodiscard]] QStringList takeAll(QLatin1String word);
    void add(QLatin1String word, const QString &rest);
    //! Lines that say what they are themselves.
    void add(const QString &lines);

    [[nodiscard]] QString text() const;
    //! Its lines that were not taken, each in its place.
    [[nodiscard]] QString rest() const;

private:
    SavedText() = default;

    QString m_name;
    QStringList m_lines;
    qsizetype m_nameLine = 0;
};

//! The ending of a file of that kind, with its dot.
[[nodiscard]] QString fileEnding(Kind kind);
//! \a name as an earlier version may have kept it: line breaks and blanks in a row are one space. Input error
//! for an empty or endless one.
[[nodiscard]] Result<QString> readName(const QString &name);
//! \a name for something new: the same, and what gauge::usableName() refuses is refused.
[[nodiscard]] Result<QString> usableName(const QString &name);
//! Names are unique without regard to case.
[[nodiscard]] bool sameName(const QString &a, const QString &b);

} // namespace gauge::saved
