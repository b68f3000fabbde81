// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace gauge::ui {

//! The language of the window, switched while it runs: every widget gets a LanguageChange event.
//! Dates and numbers follow the language within the person's own territory.
class Language final : public QObject
{
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    //! Codes of the complete translations.
    [[nodiscard]] static QStringList codes();
    //! A language by its own name ("Nederlands").
    [[nodiscard]] static QString nativeName(const QString &code);

    //! \a code is one of codes(), or empty for the system's.
    void use(const QString &code);
    [[nodiscard]] QString current() const { return m_code; }

private:
    void install(const QString &file, const QString &folder);

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace gauge::ui
