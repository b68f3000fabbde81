// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's event loop is ever blocked while a sync and an export run.
// Usage: bench_responsive DATA-FOLDER: its first connection is synced (credentials from the
// environment) into an empty lake and exported, with Explore open.
#include "engine/engine.h"
#include "engine/joblist.h"
#include "kit/language.h"
#include "mainwindow/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace {

using namespace gauge;

//! Gaps between the turns of an event loop.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.start();
        m_since.start();
    }

    void restart()
    {
        m_gaps.clear();
        m_since.restart();
    }

    void print(const char *what)
    {
        std::sort(m_gaps.begin(), m_gaps.end());
        const auto over = m_gaps.end() - std::lower_bound(m_gaps.begin(), m_gaps.end(), 50.0);
        std::printf("%-46s %7.1f ms   99.9 %%: %.1f ms, over 50 ms: %d of %zu turns   goal 50\n", what,
                    m_gaps.empty() ? 0.0 : m_gaps.back(),
                    m_gaps.empty() ? 0.0 : m_gaps[m_gaps.size() - 1 - m_gaps.size() / 1000], int(over),
                    m_gaps.size());
        restart();
    }

private:
    void beat() { m_gaps.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6), m_since.restart(); }

    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    engine::Options options;
    options.dataFolder = folder;
    engine::Engine engine(options);
    ui::Language language;
    ui::MainWindow window(engine, language, folder);
    window.show();
    window.load();

    Heartbeat heartbeat;
    auto *load = engine.loadConnections();
    QObject::connect(load, &Job::finished, &window, [&, load] {
        if (load->error() || load->result().empty())
            std::exit(1);
        const service::Connection connection = load->result().front();
        sync::SyncPlan plan;
        plan.feeds = {*engine.catalog().find(QStringLiteral("responses"))};
        heartbeat.restart();
        auto *sync = engine.sync(connection, plan);
        QObject::connect(sync, &Job::finished, &window, [&, sync, connection] {
            if (sync->error())
                std::fprintf(stderr, "%s\n", qPrintable(sync->error()->text));
            heartbeat.print("longest block of the window while syncing");
            transfer::ExportPlan exportPlan;
            exportPlan.endpoint = *engine.catalog().find(QStringLiteral("responses"));
            exportPlan.output = folder + QStringLiteral("/out.csv");
            auto *exported = engine.exportRows(connection, exportPlan);
            QObject::connect(exported, &Job::finished, &window, [&] {
                heartbeat.print("longest block of the window while exporting");
                QApplication::quit();
            });
        });
    });
    const int code = QApplication::exec();
    engine.jobs().cancelAll();
    if (!engine.jobs().isIdle()) {
        QObject::connect(&engine.jobs(), &engine::JobList::idle, &application, &QApplication::quit);
        QApplication::exec();
    }
    return code;
}
