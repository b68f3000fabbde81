// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace gauge::ui {

namespace {

//! What of ours comes nearest to the system's choice; English when nothing does.
QString systemCode()
{
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        const QString code = wanted.section(QLatin1Char('-'), 0, 0);
        if (Language::codes().contains(code))
            return code;
    }
    return QStringLiteral("en");
}

} // namespace

Language::Language(QObject *parent)
    : QObject(parent)
{}

Language::~Language()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

QStringList Language::codes()
{
    return {QStringLiteral("en"), QStringLiteral("nl")};
}

QString Language::nativeName(const QString &code)
{
    QString name = QLocale(code).nativeLanguageName();
    // English calls itself "American English" when no territory is asked for.
    if (code == QLatin1String("en"))
        name = QStringLiteral("English");
    return name;
}

void Language::use(const QString &code)
{
    m_code = codes().contains(code) ? code : QString();
    const QString effective = m_code.isEmpty() ? systemCode() : m_code;
    const QLocale system = QLocale::system();
    const QLocale wanted(effective);
    const bool same = system.language() == wanted.language();
    QLocale::setDefault(same ? system : QLocale(wanted.language(), system.territory()));

    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    install(QStringLiteral("qtbase_") + effective, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("gaugedesk_") + effective, QStringLiteral(":/i18n"));
}

void Language::install(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return; // English needs no file of Qt's
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace gauge::ui
