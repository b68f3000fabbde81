// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/name.h"
#include "base/privatefile.h"
#include "base/secret.h"
#include "support/testcase.h"

#include <QDir>
#include <QTemporaryDir>

using namespace gauge;

//! What a person types or pastes: names, secrets, the place of the data.
class NameTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void hints_data();
    void hints();
    void dataFolders();
};

void NameTest::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kept"); // empty: refused
    const auto row = [](const char *tag, const QString &name, const QString &kept) {
        QTest::newRow(tag) << name << kept;
    };
    const QString joiner(QChar(0x200D));
    row("plain", QStringLiteral("ACME"), QStringLiteral("ACME"));
    row("blanks around", QStringLiteral("  AC  ME "), QStringLiteral("AC  ME"));
    row("hard blank", QStringLiteral("AC\u00A0ME"), QStringLiteral("AC ME"));
    row("decomposed", QStringLiteral("Zoe\u0308"), QStringLiteral("Zo\u00EB"));
    row("Japanese", QStringLiteral("日本"), QStringLiteral("日本"));
    row("Persian", QStringLiteral("می\u200Cشود"), QStringLiteral("می\u200Cشود"));
    row("emoji", QStringLiteral("👩") + joiner + QStringLiteral("💻 ❤\uFE0F"),
        QStringLiteral("👩") + joiner + QStringLiteral("💻 ❤\uFE0F"));
    row("longest", QString(longestName, u'x'), QString(longestName, u'x'));
    row("nothing", QString(), QString());
    row("blank", QStringLiteral(" \u00A0 "), QString());
    row("line break", QStringLiteral("AC\nME"), QString());
    row("return", QStringLiteral("AC\rME"), QString());
    row("ends with a line break", QStringLiteral("ACME\n"), QString());
    row("tab", QStringLiteral("AC\tME"), QString());
    row("paragraph", QStringLiteral("AC\u2029ME"), QString());
    row("line separator", QStringLiteral("AC\u2028ME"), QString());
    row("escape", QStringLiteral("AC\u001B[31mME"), QString());
    row("zero width", QStringLiteral("AC\u200BME"), QString());
    row("joiner between letters", QStringLiteral("AC") + joiner + QStringLiteral("ME"), QString());
    row("right to left", QStringLiteral("AC\u202EME"), QString());
    row("isolate", QStringLiteral("\u2066ACME"), QString());
    row("byte-order mark", QStringLiteral("\uFEFFACME"), QString());
    row("soft hyphen", QStringLiteral("AC\u00ADME"), QString());
    row("filler", QStringLiteral("\u3164"), QString());
    row("variation of a letter", QStringLiteral("A\uFE0F"), QString());
    row("tag", QString::fromUcs4(U"A\U000E0041", 2), QString());
    row("half a character", QStringLiteral("A") + QChar(0xD800), QString());
    row("5,000 letters", QString(5000, u'x'), QString());
}

void NameTest::names()
{
    QFETCH(const QString, name);
    QFETCH(const QString, kept);
    const Result<QString> usable = usableName(name);
    QCOMPARE(usable.value_or(QString()), kept);
    if (usable)
        return;
    QCOMPARE(kindName(usable.error().kind), kindName(ErrorKind::Input));
    QVERIFY(usable.error().text.size() < 300); // does not repeat it
}

void NameTest::hints_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("hinted");
    const auto row = [](const char *tag, const char *secret, bool hinted) {
        QTest::newRow(tag) << QByteArray(secret) << hinted;
    };
    row("plain", "CANARY-1", false);
    row("inner blank", "CANARY 1", false);
    row("inner quote", "CAN\"ARY", false);
    row("one quote", "\"", false);
    row("empty", "", false);
    row("line feed", "CANARY-1\n", true);
    row("return", "CANARY-1\r\n", true);
    row("blank", "CANARY-1 ", true);
    row("blank before", " CANARY-1", true);
    row("hard blank", "CANARY-1\xC2\xA0", true);
    row("tab", "\tCANARY-1", true);
    row("quotes", "\"CANARY-1\"", true);
    row("single quotes", "'CANARY-1'", true);
    row("curly quotes",
        "\xE2\x80\x9C"
        "CANARY-1\xE2\x80\x9D",
        true);
    row("mark",
        "\xEF\xBB\xBF"
        "CANARY-1",
        true);
}

void NameTest::hints()
{
    QFETCH(const QByteArray, secret);
    QFETCH(const bool, hinted);
    const QString hint = secretHint(Secret(secret), QStringLiteral("client secret"));
    QCOMPARE(!hint.isEmpty(), hinted);
    QVERIFY(!hint.contains(QLatin1String("CANARY")));
    QCOMPARE(hint.contains(QLatin1String("client secret")), hinted);
}

void NameTest::dataFolders()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    QFile made(file);
    QVERIFY(made.open(QIODevice::WriteOnly));
    QVERIFY(
        QFile::link(folder.filePath(QStringLiteral("nowhere")), folder.filePath(QStringLiteral("dangling"))));
    QVERIFY(QFile::link(folder.path(), folder.filePath(QStringLiteral("link"))));
    QVERIFY(checkDataFolder(folder.path()));
    QVERIFY(checkDataFolder(folder.filePath(QStringLiteral("link"))));
    QVERIFY(checkDataFolder(folder.filePath(QStringLiteral("not/made/yet"))));
    QStringList texts;
    for (const char *name : {"file", "dangling", "file/in/it"}) {
        const Result<void> usable = checkDataFolder(folder.filePath(QLatin1String(name)));
        QVERIFY2(!usable, name);
        QCOMPARE(kindName(usable.error().kind), kindName(ErrorKind::Storage));
        texts.append(QString(usable.error().text).remove(folder.filePath(QLatin1String(name))));
    }
    texts.removeDuplicates();
    QCOMPARE(texts.size(), 3); // each is told apart
}

QTEST_GUILESS_MAIN(NameTest)
#include "tst_name.moc"
