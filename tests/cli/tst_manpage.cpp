// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "support/testcase.h"

#include <QFile>
#include <QRegularExpression>

using namespace gauge;
using namespace gauge::cli;

//! The man page beside what the program says of itself.
class ManPageTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyCommandIsThereAndNoOther();
    void everyOptionIsThereAndNoOther();
    void everyExitStatusIsThereAndNoOther();
    void everyVariableIsThere();

private:
    struct Command
    {
        QString words; //!< "connection add"
        QString help;
    };
    void addCommands(const QStringList &words);
    [[nodiscard]] QString section(const QString &title) const;

    QString m_page; //!< without fonts and escapes
    QString m_help;
    std::vector<Command> m_commands;
};

namespace {

QString helpOf(QStringList words)
{
    words.append(QStringLiteral("--help"));
    const auto parsed = parse(words, catalog::Catalog::builtIn());
    const auto *information = parsed ? std::get_if<Information>(&*parsed) : nullptr;
    return information ? information->text : QString();
}

QStringList allOf(const QString &text, const char *pattern)
{
    QStringList found;
    auto matches
        = QRegularExpression(QLatin1String(pattern), QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured(1));
    found.removeDuplicates();
    found.sort();
    return found;
}

//! The lines of \a text between the one that is \a title and the next that is empty.
QString listed(const QString &text, const QString &title)
{
    const qsizetype start = text.indexOf(QLatin1Char('\n') + title + QLatin1Char('\n'));
    if (start < 0)
        return {};
    return text.mid(start, text.indexOf(QLatin1String("\n\n"), start + 1) - start);
}

} // namespace

void ManPageTest::addCommands(const QStringList &words)
{
    const QString help = helpOf(words);
    QVERIFY2(!help.isEmpty(), qPrintable(words.join(QLatin1Char(' '))));
    const QStringList inner = allOf(listed(help, QStringLiteral("Subcommands:")), "^  (\\S+)");
    for (const QString &word : inner)
        addCommands(words + QStringList{word});
    if (inner.isEmpty())
        m_commands.push_back({words.join(QLatin1Char(' ')), help});
}

QString ManPageTest::section(const QString &title) const
{
    const qsizetype start = m_page.indexOf(QStringLiteral(".SH ") + title + QLatin1Char('\n'));
    return start < 0 ? QString()
                     : m_page.mid(start, m_page.indexOf(QLatin1String(".SH "), start + 1) - start);
}

void ManPageTest::initTestCase()
{
    QFile file(QStringLiteral(GAUGE_MAN_PAGE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_page = QString::fromUtf8(file.readAll());
    m_page.remove(QRegularExpression(QStringLiteral("\\\\f(\\(..|.)")));
    m_page.replace(QLatin1String("\\-"), QLatin1String("-")).remove(QLatin1Char('"'));
    m_help = helpOf({});
    addCommands({});
    QVERIFY(m_commands.size() > 20);
}

void ManPageTest::everyCommandIsThereAndNoOther()
{
    QStringList known;
    for (const Command &command : m_commands)
        known.append(command.words);
    known.sort();
    // A command is in small letters; what stands for a value is in capitals.
    QCOMPARE(allOf(section(QStringLiteral("COMMANDS")), "^\\.TP\\n\\.BI? ([a-z]+(?: [a-z]+)*)"), known);
}

void ManPageTest::everyOptionIsThereAndNoOther()
{
    QString help = m_help;
    for (const Command &command : m_commands)
        help += QLatin1Char('\n') + command.help;
    constexpr auto option = "(?<![\\w-])(--[a-z][a-z-]+)";
    const QStringList known = allOf(help, "^  (?:-\\w,)?(--[a-z][a-z-]+)");
    QVERIFY(known.size() > 50);
    QCOMPARE(allOf(m_page, option), known);
}

void ManPageTest::everyExitStatusIsThereAndNoOther()
{
    const QStringList told = allOf(listed(m_help, QStringLiteral("Exit codes:")), "(?<=  )(\\d+) ");
    QVERIFY(told.contains(QLatin1String("130")));
    QCOMPARE(allOf(section(QStringLiteral("EXIT STATUS")), "^\\.B (\\d+)$"), told);
}

void ManPageTest::everyVariableIsThere()
{
    const QStringList told = allOf(listed(m_help, QStringLiteral("Environment:")), "(GAUGEDESK_\\w+)");
    QVERIFY(told.size() >= 4);
    QCOMPARE(allOf(section(QStringLiteral("ENVIRONMENT")), "(GAUGEDESK_\\w+)"), told);
}

QTEST_GUILESS_MAIN(ManPageTest)
#include "tst_manpage.moc"
