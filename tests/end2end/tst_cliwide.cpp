// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "lake/read/display.h"
#include "lake/read/lakereader.h"
#include "service/pageparser.h"
#include "support/testcase.h"
#include "transfer/readback.h"

#include <QFile>
#include <QHash>

using namespace gauge;
using namespace gauge::test;

namespace {

const QString feed = QStringLiteral("responses");
const QString keyColumn = QStringLiteral("number_customergauge");

//! What the records themselves say: their JSON as received, taken apart without a lake.
class Truth
{
public:
    explicit Truth(const QByteArray &jsonLines)
        : m_catalog(catalog::Catalog::builtIn())
        , m_endpoint(*m_catalog.find(feed))
    {
        QList<QByteArray> lines = jsonLines.split('\n');
        lines.removeLast();
        auto page = service::parsePage("{\"data\":[" + lines.join(',') + "],\"cursor\":{\"next\":null}}",
                                       m_endpoint);
        if (!page)
            qFatal("%s", qPrintable(page.error().detail));
        m_page = std::move(*page);
        for (const catalog::Column &column : m_endpoint.columns)
            m_columns.insert(column.name, {int(m_columns.size()), column.type});
        for (const QString &name : m_page.dynamicNames)
            m_columns.insert(name, {int(m_columns.size()), catalog::ColumnType::Text});
        for (const catalog::Record &record : m_page.records)
            addRow(record);
    }

    [[nodiscard]] qsizetype records() const { return m_rows.size(); }
    [[nodiscard]] QStringList columns() const { return sortedNames(m_columns.keys()); }
    [[nodiscard]] static QStringList sortedNames(QStringList names)
    {
        names.sort();
        return names;
    }
    [[nodiscard]] catalog::ColumnType type(const QString &column) const { return m_columns[column].type; }
    //! Empty where record \a key has no value.
    [[nodiscard]] QString text(const QString &key, const QString &column) const
    {
        return m_rows[key].value(m_columns[column].place);
    }
    //! How many records have each value.
    [[nodiscard]] QHash<QString, qint64> valuesOf(const QString &column) const
    {
        QHash<QString, qint64> counts;
        for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
            if (const QString value = row->value(m_columns[column].place); !value.isEmpty())
                ++counts[value];
        }
        return counts;
    }
    //! A property that few records have.
    [[nodiscard]] QString rareColumn() const { return m_page.dynamicNames.back(); }

private:
    struct Place
    {
        int place = 0;
        catalog::ColumnType type = catalog::ColumnType::Text;
    };

    void addRow(const catalog::Record &record)
    {
        QHash<int, QString> row;
        std::string buffer;
        const auto put = [&](const QString &name, const catalog::Cell &cell) {
            const Place place = m_columns[name];
            if (const QString text = lake::displayText(cell, place.type, buffer); !text.isEmpty())
                row.insert(place.place, text);
        };
        for (size_t i = 0; i < record.cells.size(); ++i)
            put(m_endpoint.columns[i].name, record.cells[i]);
        for (const catalog::Record::Extra &extra : record.extras)
            put(m_page.dynamicNames[extra.name], extra.cell);
        m_rows.insert(row.value(m_columns[keyColumn].place), row);
    }

    const catalog::Catalog m_catalog;
    const catalog::Endpoint &m_endpoint;
    catalog::Page m_page;
    QHash<QString, Place> m_columns;
    QHash<QString, QHash<int, QString>> m_rows; //!< by key
};

QString textOf(const QJsonValue &value, catalog::ColumnType type)
{
    std::string buffer;
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isObject() && value.toObject().contains(QLatin1String("date"))) // of a workbook
        return value.toObject().value(QLatin1String("date")).toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (type != catalog::ColumnType::List)
        return value.toString();
    const QByteArray json = value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                            : value.toString().toUtf8();
    return lake::displayText(catalog::Cell::ofText({json.constData(), size_t(json.size())}), type, buffer);
}

//! Cells that differ from the truth, and the first of them in words.
class Comparison
{
public:
    explicit Comparison(const Truth &truth)
        : m_truth(truth)
    {}

    void cell(const QString &key, const QString &column, const QString &found)
    {
        const QString expected = m_truth.text(key, column);
        m_filled += expected.isEmpty() ? 0 : 1;
        if (found == expected || isSameNumber(column, found, expected))
            return;
        if (m_wrong++ == 0) {
            m_first = QStringLiteral("%1 of record %2: “%3” instead of “%4”")
                          .arg(column, key, found.left(100), expected.left(100));
        }
    }
    //! A table with a heading, as the readers of files find it.
    void table(const QJsonArray &rows)
    {
        const QStringList names = rows.at(0).toVariant().toStringList();
        QCOMPARE(Truth::sortedNames(names), m_truth.columns());
        const qsizetype key = names.indexOf(keyColumn);
        for (qsizetype i = 1; i < rows.size(); ++i) {
            const QJsonArray row = rows.at(i).toArray();
            const QString number = textOf(row.at(key), catalog::ColumnType::Text);
            for (qsizetype column = 0; column < names.size(); ++column)
                cell(number, names.at(column), textOf(row.at(column), catalog::ColumnType::Text));
        }
        QCOMPARE(rows.size() - 1, m_truth.records());
    }
    void isRight() const
    {
        QVERIFY(m_filled > m_truth.records() * 30);
        QVERIFY2(
            m_wrong == 0,
            qPrintable(QStringLiteral("%1 of %2 filled cells, %3").arg(m_wrong).arg(m_filled).arg(m_first)));
    }

private:
    //! Workbooks hold numbers, not their digits.
    bool isSameNumber(const QString &column, const QString &found, const QString &expected) const
    {
        const bool isReal = m_truth.type(column) == catalog::ColumnType::Real;
        return isReal && !found.isEmpty() && !expected.isEmpty() && found.toDouble() == expected.toDouble();
    }

    const Truth &m_truth;
    qint64 m_filled = 0;
    qint64 m_wrong = 0;
    QString m_first;
};

} // namespace

//! Feeds of any width: each cell that a reader or an export gives is that of the record's own JSON.
class CliWideTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyCellIsTheRecords_data();
    void everyCellIsTheRecords();

private:
    static void exportsAreRight(const Cli &cli, const Truth &truth);
    static void queriesAreRight(const Cli &cli, const Truth &truth);
    static void windowsOfRowsAreRight(const Cli &cli, const Truth &truth);
    static void valuesAreRight(const Cli &cli, const Truth &truth);
};

void CliWideTest::everyCellIsTheRecords_data()
{
    QTest::addColumn<int>("properties");
    QTest::newRow("narrow") << 0;
    QTest::newRow("600 properties") << 600;
    QTest::newRow("3,000 properties") << 3000;
}

void CliWideTest::everyCellIsTheRecords()
{
    QFETCH(const int, properties);
    const int records = qEnvironmentVariableIsSet("GAUGE_SOAK") ? 3000 : 300;
    const SandboxProcess sandbox({QStringLiteral("--records"), QString::number(records),
                                  QStringLiteral("--extra-properties"), QString::number(properties)});
    const Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const Run synced = cli.run(words("sync S responses --per-page 100"));
    QVERIFY2(synced.exitCode == 0, synced.said().constData());
    const Truth truth(cli.exported(feed));
    QVERIFY(truth.records() > 100);
    QVERIFY(truth.columns().size() > properties * 3 / 4); // twenty a record, by chance
    for (const auto check : {exportsAreRight, queriesAreRight, windowsOfRowsAreRight, valuesAreRight}) {
        check(cli, truth);
        if (QTest::currentTestFailed())
            return;
    }
}

void CliWideTest::exportsAreRight(const Cli &cli, const Truth &truth)
{
    for (const QString &name : {QStringLiteral("x.csv"), QStringLiteral("x.xlsx")}) {
        const Run done
            = cli.run({QStringLiteral("export"), QStringLiteral("S"), feed, QStringLiteral("--raw-formulas"),
                       QStringLiteral("--output"), cli.path(name)});
        QVERIFY2(done.exitCode == 0, done.said().constData());
        Comparison comparison(truth);
        if (name == QLatin1String("x.csv")) {
            comparison.table(readBack(QStringLiteral("csv"), cli.path(name)).array());
        } else {
            const QJsonObject sheets = readBack(QStringLiteral("xml"), cli.path(name))
                                           .object()
                                           .value(QLatin1String("sheets"))
                                           .toObject();
            comparison.table(sheets.value(QLatin1String("Responses")).toArray());
        }
        comparison.isRight();
        if (QTest::currentTestFailed())
            return;
    }
}

void CliWideTest::queriesAreRight(const Cli &cli, const Truth &truth)
{
    for (const char *arguments : {"query S responses", "query S responses --sort nps:desc"}) {
        const Run run = cli.run(words(arguments));
        QVERIFY2(run.exitCode == 0, run.said().constData());
        QCOMPARE(run.lines().size(), truth.records());
        Comparison comparison(truth);
        for (const QByteArray &line : run.lines()) {
            const QJsonObject row = QJsonDocument::fromJson(line).object();
            QCOMPARE(Truth::sortedNames(row.keys()), truth.columns());
            const QString key = QString::number(row.value(keyColumn).toInteger());
            for (auto cell = row.begin(); cell != row.end(); ++cell)
                comparison.cell(key, cell.key(), textOf(cell.value(), truth.type(cell.key())));
        }
        comparison.isRight();
    }
}

//! As the window reads them.
void CliWideTest::windowsOfRowsAreRight(const Cli &cli, const Truth &truth)
{
    auto reader = lake::LakeReader::open(*lake::Location::parse(cli.lake(), {}), catalog::Catalog::builtIn());
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text));
    const auto snapshot = (*reader)->snapshot(feed, {});
    QVERIFY(snapshot);
    const auto columns = (*reader)->columns(feed);
    QVERIFY(columns);
    Comparison comparison(truth);
    std::span<const qint64> keys = snapshot->keys;
    while (!keys.empty()) {
        const auto window = keys.first(std::min<size_t>(200, keys.size()));
        keys = keys.subspan(window.size());
        const auto rows = (*reader)->rows(feed, window, {});
        QVERIFY(rows);
        QCOMPARE(rows->size(), window.size());
        for (const lake::OwnedRow &row : *rows) {
            const auto key = std::find_if(columns->begin(), columns->end(),
                                          [](const auto &column) { return column.name == keyColumn; });
            for (size_t i = 0; i < columns->size(); ++i)
                comparison.cell(row.display.at(key - columns->begin()), (*columns)[i].name,
                                row.display.at(int(i)));
        }
    }
    comparison.isRight();
}

//! Values, counts and filters of a column that is far behind.
void CliWideTest::valuesAreRight(const Cli &cli, const Truth &truth)
{
    const QString column = truth.rareColumn();
    const QHash<QString, qint64> values = truth.valuesOf(column);
    QVERIFY(!values.isEmpty());
    auto reader = lake::LakeReader::open(*lake::Location::parse(cli.lake(), {}), catalog::Catalog::builtIn());
    QVERIFY(reader);
    const auto counted = (*reader)->values(feed, column, {}, 10'000);
    QVERIFY(counted);
    QCOMPARE(qsizetype(counted->values.size()), values.size());
    qint64 filled = 0;
    for (const lake::ValueCount &value : counted->values) {
        QCOMPARE(value.records, values.value(value.text));
        filled += value.records;
        query::Query query;
        query.where.emplace_back(column, query::Operator::Equal, QStringList(value.text));
        QCOMPARE(*(*reader)->count(feed, query), value.records);
    }
    QCOMPARE(counted->empty, truth.records() - filled);
    lake::Grouping grouping;
    grouping.by = lake::Grouping::By::Column;
    grouping.column = column;
    const auto groups = (*reader)->scoreGroups(feed, {}, grouping);
    QVERIFY(groups);
    for (const lake::ScoreGroup &group : *groups)
        QCOMPARE(group.records, group.name ? values.value(*group.name) : counted->empty);
}

QTEST_GUILESS_MAIN(CliWideTest)
#include "tst_cliwide.moc"
