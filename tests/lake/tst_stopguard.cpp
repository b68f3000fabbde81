// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using lake::StopGuard;

//! Statements that are interrupted, by the guard that was made last.
class StopGuardTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anInnerGuardGivesBack();
    void anInnerGuardInterrupts();
    void oneThatCannotStopChangesNothing();

private:
    //! Takes long enough to be looked at.
    [[nodiscard]] Result<qint64> count()
    {
        return m_connection->number("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE "
                                    "i<20000) SELECT count(*) FROM n");
    }
    std::unique_ptr<test::LakeFixture> m_lake;
    std::unique_ptr<lake::SqlConnection> m_connection;
};

void StopGuardTest::init()
{
    TestCase::init();
    m_lake = std::make_unique<test::LakeFixture>();
    m_lake->writer();
    auto opened = lake::openReading(m_lake->location());
    VERIFY_OK(opened);
    m_connection = std::move(*opened);
}

void StopGuardTest::cleanup()
{
    m_connection.reset();
    m_lake.reset();
}

void StopGuardTest::anInnerGuardGivesBack()
{
    std::stop_source outer;
    std::stop_source inner;
    {
        const StopGuard guard(*m_connection, outer.get_token());
        for (int i = 0; i < 2; ++i) {
            const StopGuard within(*m_connection, inner.get_token());
            VERIFY_OK(count());
        }
        VERIFY_OK(count());
        outer.request_stop();
        VERIFY_FAILS(count(), ErrorKind::Cancelled);
    }
    VERIFY_OK(count()); // nobody watches any more
}

void StopGuardTest::anInnerGuardInterrupts()
{
    std::stop_source outer;
    std::stop_source inner;
    const StopGuard guard(*m_connection, outer.get_token());
    {
        const StopGuard within(*m_connection, inner.get_token());
        inner.request_stop();
        VERIFY_FAILS(count(), ErrorKind::Cancelled);
    }
    VERIFY_OK(count());
}

void StopGuardTest::oneThatCannotStopChangesNothing()
{
    std::stop_source outer;
    const StopGuard guard(*m_connection, outer.get_token());
    {
        const StopGuard within(*m_connection, {});
        VERIFY_OK(count());
    }
    outer.request_stop();
    const StopGuard within(*m_connection, {});
    VERIFY_FAILS(count(), ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(StopGuardTest)
#include "tst_stopguard.moc"
