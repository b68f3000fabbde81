// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"
#include "lake/write/lakewriter.h"
#include "support/fakeclock.h"
#include "support/pagebuilder.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#define VERIFY_OK(expression)                                                                                \
    do {                                                                                                     \
        const auto &verified = (expression);                                                                 \
        QVERIFY2(verified.has_value(),                                                                       \
                 verified ? ""                                                                               \
                          : qPrintable(verified.error().text + QLatin1Char(' ') + verified.error().detail)); \
    } while (false)

#define VERIFY_FAILS(expression, expectedKind)                                                               \
    do {                                                                                                     \
        const auto &verified = (expression);                                                                 \
        QVERIFY2(!verified, "it succeeded");                                                                 \
        QCOMPARE(kindName(verified.error().kind), kindName(expectedKind));                                   \
        QVERIFY(!verified.error().text.isEmpty());                                                           \
    } while (false)

namespace gauge::test {

//! A lake of its own, with the built-in feeds unless told otherwise: a file in a folder, or, under
//! support/with-postgres.sh, a schema of that database.
struct LakeFixture
{
    QTemporaryDir folder;
    catalog::Catalog catalog = catalog::Catalog::builtIn();
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();

    [[nodiscard]] static bool isPostgres() { return qEnvironmentVariableIsSet("GAUGE_POSTGRES"); }
    //! Where it is, for other programs.
    [[nodiscard]] QString place() const { return isPostgres() ? m_url : path(); }
    [[nodiscard]] lake::Location location() const { return *lake::Location::parse(place(), {}); }
    //! Of a lake in a file.
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("sample.lake")); }
    [[nodiscard]] const catalog::Endpoint &feed(const char *id) const
    {
        return *catalog.find(QLatin1String(id));
    }
    [[nodiscard]] PageBuilder page(const char *id = "responses") const { return PageBuilder(feed(id)); }

    //! Opens a writer that holds the leases of all feeds.
    std::unique_ptr<lake::LakeWriter> writer()
    {
        auto opened = lake::LakeWriter::open(location(), catalog, clock);
        if (!opened)
            qFatal("%s %s", qPrintable(opened.error().text), qPrintable(opened.error().detail));
        for (const QString &id : catalog.ids()) {
            if (auto taken = (*opened)->acquireLease(id); !taken)
                qFatal("%s", qPrintable(taken.error().text));
        }
        return std::move(*opened);
    }

    std::unique_ptr<lake::LakeReader> reader()
    {
        auto opened = lake::LakeReader::open(location(), catalog);
        if (!opened)
            qFatal("%s %s", qPrintable(opened.error().text), qPrintable(opened.error().detail));
        (*opened)->setToday(today(*clock));
        return std::move(*opened);
    }

    lake::StoreCounts store(lake::LakeWriter &writer, const PageBuilder &page, const char *id = "responses",
                            const QString &cursor = QStringLiteral("c"))
    {
        auto counts = writer.store(feed(id), {}, page.page(), lake::Checkpoint{cursor, false});
        if (!counts)
            qFatal("%s %s", qPrintable(counts.error().text), qPrintable(counts.error().detail));
        return *counts;
    }

    //! Values of one column in the order of the query.
    QStringList column(const QString &name, query::Query query = {}, const char *id = "responses")
    {
        const auto lakeReader = reader();
        const auto keys = lakeReader->snapshot(QLatin1String(id), query);
        if (!keys)
            return {QStringLiteral("error: ") + keys.error().text};
        const auto rows = lakeReader->rows(QLatin1String(id), keys->keys, {name});
        if (!rows)
            return {QStringLiteral("error: ") + rows.error().text};
        QStringList result;
        for (const lake::OwnedRow &row : *rows)
            result.append(row.null.front() ? QStringLiteral("NULL") : row.display.front());
        return result;
    }

private:
    static QString freshUrl()
    {
        static int made = 0;
        return qEnvironmentVariable("GAUGE_POSTGRES")
            + QStringLiteral("?schema=t%1_%2").arg(QCoreApplication::applicationPid()).arg(++made);
    }
    QString m_url = freshUrl();
};

#ifdef GAUGE_LAKE_COMPANION
//! lakecompanion with \a arguments; reads its lines as they come.
class Companion
{
public:
    explicit Companion(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(GAUGE_LAKE_COMPANION), arguments);
    }
    ~Companion() { kill(); }
    Q_DISABLE_COPY_MOVE(Companion)

    //! The next line; "(ended)" when there is none.
    QString line()
    {
        while (!m_process.canReadLine()) {
            if (m_process.state() == QProcess::NotRunning || !m_process.waitForReadyRead(60'000))
                return m_process.canReadLine() ? take() : QStringLiteral("(ended)");
        }
        return take();
    }
    qint64 id() const { return m_process.processId(); }
    //! kill -9, and the body is gone.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QString take() { return QString::fromUtf8(m_process.readLine()).trimmed(); }
    QProcess m_process;
};
#endif

} // namespace gauge::test
