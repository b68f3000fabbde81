// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportformat.h"
#include "transfer/jsonlineswriter.h"

#include <QCoreApplication>

namespace gauge::transfer {

namespace {

class JsonLinesFile final : public ExportWriter
{
public:
    explicit JsonLinesFile(QIODevice *device)
        : m_writer(device)
    {}

    Result<TableWriter *> add(const QString &) override { return &m_writer; }
    [[nodiscard]] bool takesRecords() const override { return true; }
    Result<void> finish(const ExportFacts &) override { return {}; }
    [[nodiscard]] qint64 room() const override { return m_writer.bytes(); }

private:
    JsonLinesWriter m_writer;
};

} // namespace

ExportFormat exportFormat_jsonl()
{
    return {.id = QStringLiteral("jsonl"),
            .otherSuffixes = {QStringLiteral("ndjson")},
            .control = QStringLiteral("json"),
            .order = 30,
            .content = OutputContent::jsonLines(),
            .title = QT_TRANSLATE_NOOP("transfer", "JSON lines"),
            .button = QT_TRANSLATE_NOOP("transfer", "&JSON lines"),
            .fileFilter = QT_TRANSLATE_NOOP("transfer", "JSON lines (*.jsonl)"),
            .writesRecords = true,
            .open = [](const ExportPlan &, Files &, QIODevice *main, const std::stop_token &)
                -> std::unique_ptr<ExportWriter> { return std::make_unique<JsonLinesFile>(main); }};
}

} // namespace gauge::transfer
