// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/joblist.h"
#include "engine/personjobs.h"
#include "engine/personreport.h"
#include "lake/write/lakewriter.h"
#include "support/fakeclock.h"
#include "support/pagebuilder.h"
#include "support/testcase.h"
#include "vault/credentialstore.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace gauge;
using engine::Engine;
using lake::Mentions;
using lake::PersonKey;
using service::Connection;

namespace {

constexpr auto person = "evelyne.okonkwo@example.com";

PersonKey key()
{
    return PersonKey::make(PersonKey::Kind::Email, QString::fromLatin1(person)).value_or(PersonKey());
}

} // namespace

//! The jobs of the engine, over every lake that is kept for a connection.
class PersonJobsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyKeptLakeIsKnown();
    void otherFilesThatNameThePersonAreTold();
    void aNamedLakeStandsAlone();
    void nothingSyncedIsNotFound();
    void foundExportedAndErasedEverywhere();
    void anExportAppearsWholeAndForItsOwner();
    void whatCannotBeWrittenIsTold();
    void oneThatIsBusyIsTold();
    void noTitleOrSummaryNamesThePerson();

private:
    template <typename T>
    Result<T> outcome(engine::BlockingJob<T> *job)
    {
        std::optional<Result<T>> result;
        connect(job, &Job::finished, this, [&, job] {
            m_said += job->title() + job->summary() + (job->error() ? job->error()->text : QString());
            m_said += job->error() ? job->error()->detail : QString();
            result = job->error() ? Result<T>(fail(*job->error())) : Result<T>(job->result());
        });
        connect(job, &Job::changed, this, [&, job] { m_said += job->progress().note; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
            qFatal("the job did not end");
        return *result;
    }
    void makeLake(const QString &path, int records);
    void makeEngine(const QString &lakeOverride = {});
    [[nodiscard]] QString lakes(const QString &name) const { return m_folder->filePath("lakes/" + name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    Connection m_connection;
    QString m_said;
};

void PersonJobsTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("lakes"));
    m_connection = {};
    m_connection.id = "11111111-2222-3333-4444-555555555555";
    m_connection.name = "ACME";
    m_said.clear();
    makeEngine();
}

void PersonJobsTest::cleanup()
{
    m_engine->jobs().cancelAll();
    QTRY_VERIFY(m_engine->jobs().isIdle());
    m_engine.reset();
}

void PersonJobsTest::makeEngine(const QString &lakeOverride)
{
    engine::Options options;
    options.dataFolder = m_folder->path();
    options.lakeOverride = lakeOverride;
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine.reset();
    m_engine = std::make_unique<Engine>(options);
}

void PersonJobsTest::makeLake(const QString &path, int records)
{
    const auto catalog = catalog::Catalog::builtIn();
    const auto writer = lake::LakeWriter::open(path, catalog, std::make_shared<test::FakeClock>());
    QVERIFY(writer);
    const catalog::Endpoint &feed = *catalog.find("responses");
    QVERIFY((*writer)->acquireLease(feed.id));
    test::PageBuilder page(feed);
    for (int i = 1; i <= records; ++i)
        page.record({{"number_customergauge", i}, {"email", person}, {"number_customer", "C-1"}});
    page.record(
        {{"number_customergauge", 1000}, {"email", "piet@example.com"}, {"comment_original", person}});
    QVERIFY((*writer)->store(feed, {}, page.page(), lake::Checkpoint{"c", true}));
}

void PersonJobsTest::everyKeptLakeIsKnown()
{
    const QString own = lakes(m_connection.id + ".sqlite");
    makeLake(own, 1);
    makeLake(lakes(m_connection.id + " copy.sqlite"), 1);
    makeLake(lakes("99999999-2222-3333-4444-555555555555.sqlite"), 1); // another connection's
    QFile notes(lakes(m_connection.id + ".txt"));
    QVERIFY(notes.open(QIODevice::WriteOnly));
    notes.write("SQLite format 3 is what I use");
    notes.close();
    QStringList places;
    for (const lake::Location &place : engine::keptLakes(m_folder->path(), m_connection, own))
        places.append(QFileInfo(place.text()).fileName());
    QCOMPARE(places, (QStringList{m_connection.id + ".sqlite", m_connection.id + " copy.sqlite"}));
    // In a database now: the file that was its lake is still looked at.
    const auto database = lake::Location::parse("postgresql://nobody@127.0.0.1:1/none", m_connection.id);
    QVERIFY(database);
    const auto both = engine::keptLakes(m_folder->path(), m_connection, *database);
    QCOMPARE(both.size(), 3U);
    QVERIFY(!both.front().isFile());
    QCOMPARE(both[2].text(), own);
}

void PersonJobsTest::otherFilesThatNameThePersonAreTold()
{
    makeLake(lakes(m_connection.id + ".sqlite"), 1);
    QVERIFY(QDir(m_folder->path()).mkdir("views"));
    for (const auto &[name, text] : std::initializer_list<std::pair<const char *, const char *>>{
             {"views/hers.json", "{\"where\":\"email = EVELYNE.okonkwo@example.com\"}"},
             {"views/his.json", "{\"where\":\"email = piet@example.com\"}"}}) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    const QStringList hers{m_folder->filePath("views/hers.json")};
    const auto found = outcome(m_engine->lookForPerson(m_connection, key()));
    QVERIFY(found);
    QCOMPARE(found->files, hers);
    const auto erased = outcome(m_engine->erasePerson(m_connection, key(), Mentions::Erased));
    QVERIFY(erased);
    QCOMPARE(erased->files, hers);
    QVERIFY(erased->isComplete()); // they are told, and not touched
    QVERIFY(QFile::exists(hers.front()));
    QVERIFY(engine::reportText(*erased, m_engine->catalog()).contains("hers.json"));
}

void PersonJobsTest::aNamedLakeStandsAlone()
{
    makeLake(lakes(m_connection.id + ".sqlite"), 5);
    makeLake(m_folder->filePath("named.lake"), 1);
    makeEngine(m_folder->filePath("named.lake"));
    const auto erased = outcome(m_engine->erasePerson(m_connection, key(), Mentions::Kept));
    QVERIFY(erased);
    QCOMPARE(erased->total().records, 1);
    makeEngine();
    const auto found = outcome(m_engine->lookForPerson(m_connection, key()));
    QVERIFY(found);
    QCOMPARE(found->total().records, 5);
}

void PersonJobsTest::nothingSyncedIsNotFound()
{
    const auto found = outcome(m_engine->lookForPerson(m_connection, key()));
    QVERIFY(!found && found.error().kind == ErrorKind::NotFound);
    const QString output = m_folder->filePath("p.jsonl");
    const auto written = outcome(m_engine->exportPerson(m_connection, key(), Mentions::Kept, output));
    QVERIFY(!written && written.error().kind == ErrorKind::NotFound);
    QVERIFY(!QFile::exists(output));
    const auto erased = outcome(m_engine->erasePerson(m_connection, key(), Mentions::Kept));
    QVERIFY(!erased && erased.error().kind == ErrorKind::NotFound);
}

void PersonJobsTest::foundExportedAndErasedEverywhere()
{
    makeLake(lakes(m_connection.id + ".sqlite"), 3);
    makeLake(lakes("before " + m_connection.id), 2);
    const auto found = outcome(m_engine->lookForPerson(m_connection, key()));
    QVERIFY(found);
    QCOMPARE(found->lakes.size(), 2U);
    QCOMPARE(found->total().records, 5);
    QCOMPARE(found->total().mentions, 2);
    QVERIFY(engine::othersText(*found).contains("C-1 (5)"));
    const auto erased = outcome(m_engine->erasePerson(m_connection, key(), Mentions::Erased));
    QVERIFY(erased);
    QVERIFY(erased->isComplete());
    QCOMPARE(erased->total().records, 5);
    QCOMPARE(erased->total().mentions, 2);
    const QString report = engine::reportText(*erased, m_engine->catalog());
    QVERIFY2(report.contains("ACME")
                 && report.contains("Responses: 3 records, 0 earlier versions, 1 mention"),
             qPrintable(report));
    QVERIFY(report.contains(QDir::toNativeSeparators(lakes("before " + m_connection.id))));
    QVERIFY(!report.contains(person));
    QCOMPARE(outcome(m_engine->lookForPerson(m_connection, key()))->total(), lake::PersonInFeed());
}

void PersonJobsTest::anExportAppearsWholeAndForItsOwner()
{
    makeLake(lakes(m_connection.id + ".sqlite"), 2);
    const QString output = m_folder->filePath("p.jsonl");
    QFile former(output); // that others may read
    QVERIFY(former.open(QIODevice::WriteOnly));
    former.close();
    QVERIFY(
        former.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    const auto written = outcome(m_engine->exportPerson(m_connection, key(), Mentions::Kept, output));
    QVERIFY(written);
    QCOMPARE(written->lines, 2);
    for (const QString &path : {written->output, written->report}) {
        QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }
    QFile file(output);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
    QCOMPARE(line.value("feed").toString(), "responses");
    QCOMPARE(line.value("what").toString(), "record");
    QCOMPARE(line.value("record").toObject().value("email").toString(), person);
    QFile reportFile(written->report);
    QVERIFY(reportFile.open(QIODevice::ReadOnly));
    const QJsonObject report = QJsonDocument::fromJson(reportFile.readAll()).object();
    QCOMPARE(report.value("value").toString(), person);
    QCOMPARE(report.value("by").toString(), "email");
    QCOMPARE(report.value("connection").toString(), "ACME");
    QCOMPARE(report.value("lines").toInt(), 2);
    QCOMPARE(report.value("mentions_included").toBool(), false);
    const auto all = outcome(m_engine->exportPerson(m_connection, key(), Mentions::Erased, output));
    QVERIFY(all);
    QCOMPARE(all->lines, 3);
}

void PersonJobsTest::whatCannotBeWrittenIsTold()
{
    makeLake(lakes(m_connection.id + ".sqlite"), 2);
    const auto refused = outcome(
        m_engine->exportPerson(m_connection, key(), Mentions::Kept, m_folder->filePath("no/such/p.jsonl")));
    QVERIFY(!refused && refused.error().kind == ErrorKind::Storage);
    // The report has no place: the export does not appear either.
    QVERIFY(QDir(m_folder->path()).mkdir("p.jsonl.report.json"));
    const auto half
        = outcome(m_engine->exportPerson(m_connection, key(), Mentions::Kept, m_folder->filePath("p.jsonl")));
    QVERIFY(!half);
    QVERIFY(!QFile::exists(m_folder->filePath("p.jsonl")));
}

void PersonJobsTest::oneThatIsBusyIsTold()
{
    makeLake(lakes(m_connection.id + ".sqlite"), 3);
    const QString second = lakes(m_connection.id + " copy");
    makeLake(second, 2);
    {
        const auto writer
            = lake::LakeWriter::open(second, m_engine->catalog(), std::make_shared<SystemClock>());
        QVERIFY(writer && (*writer)->acquireLease("responses"));
        const auto erased = outcome(m_engine->erasePerson(m_connection, key(), Mentions::Kept));
        QVERIFY(erased);
        QVERIFY(erased->error && erased->error->kind == ErrorKind::Busy);
        QVERIFY(erased->error->text.contains(QDir::toNativeSeparators(second)));
        QVERIFY(!erased->isComplete());
        QCOMPARE(erased->total().records, 3);
        QVERIFY(engine::reportText(*erased, m_engine->catalog()).contains("left as it is"));
    }
    const auto rest = outcome(m_engine->erasePerson(m_connection, key(), Mentions::Kept));
    QVERIFY(rest && rest->isComplete());
    QCOMPARE(rest->total().records, 2);
}

void PersonJobsTest::noTitleOrSummaryNamesThePerson()
{
    makeLake(lakes(m_connection.id + ".sqlite"), 3);
    QVERIFY(outcome(m_engine->lookForPerson(m_connection, key())));
    QVERIFY(
        outcome(m_engine->exportPerson(m_connection, key(), Mentions::Kept, m_folder->filePath("p.jsonl"))));
    QVERIFY(outcome(m_engine->erasePerson(m_connection, key(), Mentions::Erased)));
    QVERIFY2(m_said.contains("Erase a person from “ACME”"), qPrintable(m_said));
    QVERIFY2(!m_said.contains(person, Qt::CaseInsensitive), qPrintable(m_said));
    QCOMPARE(m_engine->jobs().listed().size(), 2); // a look is not work to list
}

QTEST_GUILESS_MAIN(PersonJobsTest)
#include "tst_personjobs.moc"
