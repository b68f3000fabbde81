// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/backgroundwriter.h"
#include "transfer/csvwriter.h"
#include "transfer/exportformat.h"
#include "transfer/exportplan.h"
#include "transfer/outputfiles.h"

#include <QCoreApplication>

namespace gauge::transfer {

namespace {

//! Each table a file.
class CsvFiles final : public ExportWriter
{
public:
    CsvFiles(const ExportPlan &plan, Files &files, QIODevice *main)
        : m_plan(plan)
        , m_files(files)
        , m_main(main)
    {}

    Result<TableWriter *> add(const QString &name) override
    {
        QIODevice *device = m_main;
        if (!m_writers.empty()) {
            GAUGE_TRY(device, m_files.open(childPath(m_plan.output, name)));
        }
        m_writers.push_back(std::make_unique<CsvWriter>(device, m_plan.csv, m_plan.cells));
        if (m_writers.size() > 1)
            return m_writers.back().get();
        m_records.emplace(*m_writers.front()); // has most of the work
        return &*m_records;
    }
    Result<void> finish(const ExportFacts &) override { return {}; }
    [[nodiscard]] qint64 room() const override
    {
        qint64 bytes = 0;
        if (m_records)
            static_cast<void>(m_records->settle()); // an error comes again with the next row
        for (const auto &writer : m_writers)
            bytes += writer->bytes();
        return bytes;
    }

private:
    const ExportPlan &m_plan;
    Files &m_files;
    QIODevice *m_main;
    std::vector<std::unique_ptr<CsvWriter>> m_writers;
    //! Waits for a writer, so it goes first.
    mutable std::optional<BackgroundWriter> m_records;
};

} // namespace

ExportFormat exportFormat_csv()
{
    return {.id = QStringLiteral("csv"),
            .control = QStringLiteral("csv"),
            .order = 10,
            .content = OutputContent::csv(),
            .title = QT_TRANSLATE_NOOP("transfer", "CSV"),
            .button = QT_TRANSLATE_NOOP("transfer", "&CSV"),
            .fileFilter = QT_TRANSLATE_NOOP("transfer", "CSV files (*.csv)"),
            .hasDelimiter = true,
            .open = [](const ExportPlan &plan, Files &files, QIODevice *main, const std::stop_token &)
                -> std::unique_ptr<ExportWriter> { return std::make_unique<CsvFiles>(plan, files, main); }};
}

} // namespace gauge::transfer
