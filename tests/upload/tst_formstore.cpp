// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/form/formstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <thread>

using namespace gauge;
using namespace gauge::upload;

//! What forms remember, in real files.
class FormStoreTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void draftsComeBack();
    void anEmptyDraftLeavesNoFile();
    void onlyTheOwnerReads();
    void brokenDraftsAreErrors_data();
    void brokenDraftsAreErrors();
    void oddMembersAreLeftOut();
    void tooMuchIsNotWritten();
    void recentValuesAreTheNewest();
    void recentValuesHaveLimits();
    void twoWhoRememberAtOnceLoseNothing();
    void brokenRecentValuesAreNone();
    void forgettingLeavesDrafts();
    void aConnectionGoesWhole();

private:
    [[nodiscard]] static QString fileIn(const QString &folder, const QString &ending)
    {
        return folder + QStringLiteral("/forms/one/%2Factivities") + ending;
    }
    static void writeFile(const QString &path, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    const FormKey m_key{QStringLiteral("one"), QStringLiteral("/activities")};
    const FormRecord m_record{{QStringLiteral("Account Name"), QStringLiteral("“ACME”\n\U0001F600")},
                              {QStringLiteral("added"), QString()}};
};

void FormStoreTest::draftsComeBack()
{
    const QTemporaryDir folder;
    const FormStore store(folder.path());
    QCOMPARE(*store.draft(m_key), Draft());
    const Draft draft{m_record, QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC)};
    QVERIFY(store.saveDraft(m_key, draft));
    QCOMPARE(*store.draft(m_key), draft);
    // Of another form, and of another connection.
    QCOMPARE(*store.draft({m_key.connection, responseForm()}), Draft());
    QCOMPARE(*store.draft({QStringLiteral("two"), m_key.form}), Draft());
    QVERIFY(store.saveDraft(m_key, {m_record, {}}));
    QVERIFY(!store.draft(m_key)->sent.isValid());
}

void FormStoreTest::anEmptyDraftLeavesNoFile()
{
    const QTemporaryDir folder;
    const FormStore store(folder.path());
    QVERIFY(store.saveDraft(m_key, {})); // nothing to remove
    QVERIFY(store.saveDraft(m_key, {m_record, {}}));
    QVERIFY(QFile::exists(fileIn(folder.path(), QStringLiteral(".draft.json"))));
    QVERIFY(store.saveDraft(m_key, {}));
    QVERIFY(!QFile::exists(fileIn(folder.path(), QStringLiteral(".draft.json"))));
}

void FormStoreTest::onlyTheOwnerReads()
{
    const QTemporaryDir folder;
    const FormStore store(folder.path());
    QVERIFY(store.saveDraft(m_key, {m_record, {}}));
    QVERIFY(store.remember(m_key, m_record));
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
    for (const char *ending : {".draft.json", ".recent.json"})
        QVERIFY(!(QFile::permissions(fileIn(folder.path(), QLatin1String(ending))) & others));
    QVERIFY(!(QFile::permissions(folder.path() + QStringLiteral("/forms/one")) & others));
}

void FormStoreTest::brokenDraftsAreErrors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray(R"({"fields":[{"heading":"A")");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no fields") << QByteArray("{}");
    QTest::newRow("fields of another kind") << QByteArray(R"({"fields":{"A":"b"}})");
    QTest::newRow("binary") << QByteArray(1000, '\0');
    QTest::newRow("huge") << QByteArray(5 * 1024 * 1024, ' ');
}

void FormStoreTest::brokenDraftsAreErrors()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    writeFile(fileIn(folder.path(), QStringLiteral(".draft.json")), bytes);
    const FormStore store(folder.path());
    const auto draft = store.draft(m_key);
    QVERIFY(!draft);
    QCOMPARE(draft.error().kind, ErrorKind::Storage);
    QVERIFY(draft.error().text.contains(QStringLiteral("activities.draft.json")));
    // It gives way to the next one.
    QVERIFY(store.saveDraft(m_key, {m_record, {}}));
    QCOMPARE(store.draft(m_key)->fields, m_record);
}

void FormStoreTest::oddMembersAreLeftOut()
{
    const QTemporaryDir folder;
    writeFile(fileIn(folder.path(), QStringLiteral(".draft.json")),
              R"({"fields":[1,null,{},{"heading":""},{"heading":"A","value":7},{"heading":"B","value":"b"},)"
              R"({"heading":"B","value":"again"}],"sent":"yesterday","later":true})");
    const auto draft = FormStore(folder.path()).draft(m_key);
    QVERIFY(draft);
    const FormRecord expected{{QStringLiteral("A"), QString()},
                              {QStringLiteral("B"), QStringLiteral("b")},
                              {QStringLiteral("B"), QStringLiteral("again")}};
    QCOMPARE(draft->fields, expected);
    QVERIFY(!draft->sent.isValid());
}

void FormStoreTest::tooMuchIsNotWritten()
{
    const QTemporaryDir folder;
    const FormStore store(folder.path());
    QVERIFY(store.saveDraft(m_key, {m_record, {}}));
    const FormRecord huge{{QStringLiteral("Comment"), QString(5 * 1024 * 1024, u'x')}};
    QVERIFY(!store.saveDraft(m_key, {huge, {}}));
    QCOMPARE(store.draft(m_key)->fields, m_record);
}

void FormStoreTest::recentValuesAreTheNewest()
{
    const QTemporaryDir folder;
    const FormStore store(folder.path());
    const QString source = QStringLiteral("Source");
    for (const char *value : {"CRM", "Mail", "CRM", "Phone"})
        QVERIFY(
            store.remember(m_key, {{source, QLatin1String(value)}, {QStringLiteral("Empty"), QString()}}));
    const RecentValues recent = store.recent(m_key);
    QCOMPARE(recent.size(), std::size_t(1));
    QCOMPARE(recent.at(source),
             (QStringList{QStringLiteral("Phone"), QStringLiteral("CRM"), QStringLiteral("Mail")}));
    QVERIFY(store.recent({QStringLiteral("two"), m_key.form}).empty());
}

void FormStoreTest::twoWhoRememberAtOnceLoseNothing()
{
    const QTemporaryDir folder;
    constexpr int each = 8;
    const auto rememberSome = [&](int first) {
        const FormStore store(folder.path());
        bool all = true;
        for (int i = first; i < first + each; ++i)
            all = store.remember(m_key, {{QStringLiteral("heading %1").arg(i), QString::number(i)}}) && all;
        return all;
    };
    bool first = false;
    bool second = false;
    {
        const std::jthread other([&] { first = rememberSome(0); });
        second = rememberSome(each);
    }
    QVERIFY(first && second);
    const RecentValues recent = FormStore(folder.path()).recent(m_key);
    QCOMPARE(recent.size(), std::size_t(2 * each));
    for (int i = 0; i < 2 * each; ++i)
        QCOMPARE(recent.at(QStringLiteral("heading %1").arg(i)), QStringList{QString::number(i)});
}

void FormStoreTest::recentValuesHaveLimits()
{
    RecentValues recent;
    for (int i = 0; i < 300; ++i) {
        remember(recent,
                 {{QStringLiteral("A"), QString::number(i)},
                  {QStringLiteral("heading %1").arg(i), QStringLiteral("x")},
                  {QStringLiteral("Comment"), QString(129, u'x')}});
    }
    QCOMPARE(recent.at(QStringLiteral("A")).size(), 20);
    QCOMPARE(recent.at(QStringLiteral("A")).constFirst(), QStringLiteral("299"));
    QCOMPARE(recent.size(), std::size_t(200));
    QVERIFY(!recent.contains(QStringLiteral("Comment")));
}

void FormStoreTest::brokenRecentValuesAreNone()
{
    const QTemporaryDir folder;
    const QString path = fileIn(folder.path(), QStringLiteral(".recent.json"));
    const FormStore store(folder.path());
    for (const char *bytes : {"", "{", "[]", R"({"recent":[1]})", R"({"recent":{"A":{"b":1}}})"}) {
        writeFile(path, bytes);
        const RecentValues recent = store.recent(m_key);
        QVERIFY(!recent.contains(QStringLiteral("A")) || recent.at(QStringLiteral("A")).isEmpty());
    }
    QVERIFY(store.remember(m_key, {{QStringLiteral("A"), QStringLiteral("b")}}));
    QCOMPARE(store.recent(m_key).at(QStringLiteral("A")), QStringList{QStringLiteral("b")});
}

void FormStoreTest::forgettingLeavesDrafts()
{
    const QTemporaryDir folder;
    const FormStore store(folder.path());
    QVERIFY(store.forgetRecent(m_key.connection)); // nothing there
    QVERIFY(store.saveDraft(m_key, {m_record, {}}));
    QVERIFY(store.remember(m_key, m_record));
    QVERIFY(store.remember({m_key.connection, responseForm()}, m_record));
    QVERIFY(store.forgetRecent(m_key.connection));
    QVERIFY(store.recent(m_key).empty());
    QVERIFY(store.recent({m_key.connection, responseForm()}).empty());
    QCOMPARE(store.draft(m_key)->fields, m_record);
}

void FormStoreTest::aConnectionGoesWhole()
{
    const QTemporaryDir folder;
    const FormStore store(folder.path());
    const FormKey other{QStringLiteral("two"), m_key.form};
    QVERIFY(store.saveDraft(m_key, {m_record, {}}));
    QVERIFY(store.saveDraft(other, {m_record, {}}));
    QVERIFY(store.remove(m_key.connection));
    QVERIFY(!QDir(folder.path() + QStringLiteral("/forms/one")).exists());
    QCOMPARE(store.draft(other)->fields, m_record);
    QVERIFY(store.remove(QString())); // no connection is not all of them
    QCOMPARE(store.draft(other)->fields, m_record);
}

QTEST_GUILESS_MAIN(FormStoreTest)
#include "tst_formstore.moc"
