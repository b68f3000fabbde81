// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to read, map and check a file before it is uploaded: bench_upload [ROWS]. Prints rows,
// seconds (the quickest of three), seconds of the processor and the peak of memory in MiB.
#include "upload/file/mappedfile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <sys/resource.h>

using namespace gauge;

namespace {

//! Ten columns, as activities have them.
void writeFile(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    file.write("Account Name,Reference,Source,Type,Email,First Name,Last Name,Date,Subject,Status\n");
    for (int i = 0; i < rows; ++i) {
        const QByteArray number = QByteArray::number(i);
        file.write("Example Trading " + number + ",A-" + number + ",CRM,Call,person." + number
                   + "@example.com,Ada,\"King, Countess\",2026-01-31,Renewal of the contract,Open\n");
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rows = QCoreApplication::arguments().value(1, QStringLiteral("100000")).toInt();
    const QTemporaryDir folder;
    upload::FilePlan plan;
    plan.path = folder.filePath(QStringLiteral("rows.csv"));
    writeFile(plan.path, rows);
    plan.configuration = upload::builtInConfigurations().front();
    const auto preview = upload::previewCsv(plan.path, plan.dialect, 0);
    if (!preview)
        qFatal("%s", qPrintable(preview.error().text));
    plan.mapping = upload::mappingByName(preview->columns);
    double seconds = 1e9;
    double processor = 1e9;
    for (int turn = 0; turn < 3; ++turn) {
        const std::clock_t begun = std::clock();
        QElapsedTimer timer;
        timer.start();
        const auto report = upload::checkFile(plan, {});
        if (!report || report->rows != rows || report->errors != 0)
            qFatal("the check went wrong");
        seconds = std::min(seconds, static_cast<double>(timer.nsecsElapsed()) / 1e9);
        processor = std::min(processor, static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
    }
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("%d\t%.3f\t%.3f\t%.1f\n", rows, seconds, processor,
                static_cast<double>(usage.ru_maxrss) / 1024);
    return 0;
}
