// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"
#include "support/testcase.h"

using namespace gauge;
using ui::AppAnswer;
using ui::AppOptions;
using ui::parseOptions;

class OptionsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opensAWindowByDefault();
    void readsEveryOption();
    void theEnvironmentNamesTheFolder();
    void helpAndVersionAreAnswers();
    void mistakesAreUsageErrors_data();
    void mistakesAreUsageErrors();

private:
    static std::optional<AppAnswer> parse(const QStringList &arguments, AppOptions &options)
    {
        return parseOptions(QStringList(QStringLiteral("gaugedesk")) + arguments, options);
    }
};

void OptionsTest::init()
{
    TestCase::init();
    qunsetenv("GAUGEDESK_DATA_DIR");
    qunsetenv("GAUGEDESK_COLOR_SCHEME");
}

void OptionsTest::opensAWindowByDefault()
{
    AppOptions options;
    QVERIFY(!parse({}, options));
    QVERIFY(options.dataFolder.endsWith(QLatin1String("/gaugedesk")));
    QVERIFY(!options.sample);
    QVERIFY(options.colorScheme.isEmpty());
}

void OptionsTest::readsEveryOption()
{
    AppOptions options;
    QVERIFY(!parse({QStringLiteral("--data-dir"), QStringLiteral("/tmp/x"), QStringLiteral("--sample"),
                    QStringLiteral("--verbose"), QStringLiteral("--color-scheme"), QStringLiteral("dark")},
                   options));
    QCOMPARE(options.dataFolder, QStringLiteral("/tmp/x"));
    QVERIFY(options.sample);
    QVERIFY(options.verbose);
    QCOMPARE(options.colorScheme, QStringLiteral("dark"));
}

void OptionsTest::theEnvironmentNamesTheFolder()
{
    qputenv("GAUGEDESK_DATA_DIR", "/tmp/from-environment");
    AppOptions options;
    QVERIFY(!parse({}, options));
    QCOMPARE(options.dataFolder, QStringLiteral("/tmp/from-environment"));
    QVERIFY(!parse({QStringLiteral("--data-dir=/tmp/stated")}, options));
    QCOMPARE(options.dataFolder, QStringLiteral("/tmp/stated"));
}

void OptionsTest::helpAndVersionAreAnswers()
{
    AppOptions options;
    const auto help = parse({QStringLiteral("--help")}, options);
    QVERIFY(help);
    QCOMPARE(help->exitCode, 0);
    QVERIFY(help->text.contains(QLatin1String("--sample")));
    QVERIFY(!help->text.contains(QLatin1String("--color-scheme")));
    QVERIFY(parse({QStringLiteral("--help-all")}, options));
    const auto version = parse({QStringLiteral("--version")}, options);
    QVERIFY(version);
    QCOMPARE(version->text, QStringLiteral("gaugedesk " GAUGE_VERSION "\n"));
}

void OptionsTest::mistakesAreUsageErrors_data()
{
    QTest::addColumn<QString>("argument");
    QTest::newRow("unknown option") << "--smaple";
    QTest::newRow("value missing") << "--data-dir";
    QTest::newRow("a file") << "responses.csv";
}

void OptionsTest::mistakesAreUsageErrors()
{
    QFETCH(QString, argument);
    AppOptions options;
    const auto answer = parse({argument}, options);
    QVERIFY(answer);
    QCOMPARE(answer->exitCode, 2);
    QVERIFY(!answer->text.isEmpty());
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "tst_options.moc"
