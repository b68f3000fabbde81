// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's event loop is ever blocked while a sync, an export and an upload run, and a dashboard
// is made. Usage: bench_responsive DATA-FOLDER: its first connection is synced (credentials from the
// environment) into an empty lake and exported, with Explore open; then a file is sent with Upload open.
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
#include <functional>

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

//! A sync, an export, an upload and a dashboard, one after the other, each with its page in front.
class Run
{
public:
    Run(engine::Engine &engine, ui::MainWindow &window, QString folder)
        : m_engine(engine)
        , m_window(window)
        , m_folder(std::move(folder))
    {}

    void begin(const service::Connection &connection)
    {
        m_connection = connection;
        sync::SyncPlan plan;
        plan.feeds = {*m_engine.catalog().find(QStringLiteral("responses"))};
        follow(m_engine.sync(m_connection, plan), "syncing", [this] { exportAll(); });
    }

private:
    void follow(Job *job, const char *what, const std::function<void()> &next)
    {
        m_heartbeat.restart();
        QObject::connect(job, &Job::finished, &m_window, [=, this] {
            if (job->error())
                std::fprintf(stderr, "%s\n", qPrintable(job->error()->text));
            m_heartbeat.print(
                qPrintable(QStringLiteral("longest block of the window while ") + QString::fromLatin1(what)));
            next();
        });
    }

    void exportAll()
    {
        transfer::ExportPlan plan;
        plan.endpoint = *m_engine.catalog().find(QStringLiteral("responses"));
        plan.output = m_folder + QStringLiteral("/out.csv");
        follow(m_engine.exportRows(m_connection, plan), "exporting", [this] { upload(); });
    }

    void upload()
    {
        m_window.showPage(ui::Page::Upload);
        upload::UploadPlan plan;
        plan.file.path = m_folder + QStringLiteral("/calls.csv");
        QFile file(plan.file.path);
        if (!file.open(QIODevice::WriteOnly))
            std::exit(1);
        file.write("Account Name,Reference,Source,Type\n");
        for (int i = 0; i < 10'000; ++i)
            file.write("ACME,W-" + QByteArray::number(i) + ",Web,Call\n");
        file.close();
        plan.file.configuration = upload::builtInConfigurations().front();
        plan.file.mapping
            = upload::mappingByName({QStringLiteral("Account Name"), QStringLiteral("Reference"),
                                     QStringLiteral("Source"), QStringLiteral("Type")});
        plan.results = m_folder + QStringLiteral("/results.csv");
        plan.perSecond = 0;
        follow(m_engine.fileUploads().send(m_connection, plan), "uploading a file", [this] { dashboard(); });
    }

    //! No job tells when a page has its figures: it has a while for them.
    void dashboard()
    {
        m_window.showPage(ui::Page::Dashboard);
        m_heartbeat.restart();
        QTimer::singleShot(std::chrono::seconds(5), &m_window, [this] {
            m_heartbeat.print("longest block of the window with a dashboard");
            QApplication::quit();
        });
    }

    engine::Engine &m_engine;
    ui::MainWindow &m_window;
    QString m_folder;
    service::Connection m_connection;
    Heartbeat m_heartbeat;
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

    Run run(engine, window, folder);
    auto *load = engine.loadConnections();
    QObject::connect(load, &Job::finished, &window, [&, load] {
        if (load->error() || load->result().empty())
            std::exit(1);
        run.begin(load->result().front());
    });
    const int code = QApplication::exec();
    engine.jobs().cancelAll();
    if (!engine.jobs().isIdle()) {
        QObject::connect(&engine.jobs(), &engine::JobList::idle, &application, &QApplication::quit);
        QApplication::exec();
    }
    return code;
}
