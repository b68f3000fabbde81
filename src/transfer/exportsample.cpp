// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportsample.h"

#include "base/text.h"
#include "transfer/exportjob.h"
#include "transfer/exportwriter.h"
#include "transfer/outputfiles.h"

#include <QBuffer>
#include <QFileInfo>

namespace gauge::transfer {

namespace {

//! Files that go with this.
class MemoryFiles final : public Files
{
public:
    Result<QIODevice *> open(const QString &path) override
    {
        m_files.push_back({QFileInfo(path).fileName(), std::make_unique<QBuffer>()});
        m_files.back().buffer->open(QIODevice::WriteOnly);
        return m_files.back().buffer.get();
    }
    [[nodiscard]] std::vector<SampleTable> take() const
    {
        std::vector<SampleTable> tables;
        for (const File &file : m_files)
            tables.push_back({file.name, file.buffer->data(), {}});
        return tables;
    }

private:
    struct File
    {
        QString name;
        std::unique_ptr<QBuffer> buffer;
    };
    std::vector<File> m_files;
};

//! The cells of a table as a workbook shows them.
class CellTable final : public TableWriter
{
public:
    CellTable(QString name, const CellOptions &options)
        : m_table{std::move(name), {}, {}}
        , m_text(options)
    {}

    Result<void> begin(const std::vector<lake::LakeColumn> &columns) override
    {
        m_columns = columns;
        QStringList headings;
        for (const std::string &heading : m_text.headings(columns))
            headings.append(fromUtf8(heading));
        m_table.cells.push_back(std::move(headings));
        return {};
    }
    Result<void> write(const catalog::Row &row) override
    {
        QStringList texts;
        const std::size_t count = std::min(row.cells.size(), m_columns.size());
        for (std::size_t i = 0; i < count; ++i) {
            const std::string_view text = m_text.of(row.cells[i], m_columns[i]);
            if (!row.cells[i].isNull()) // which are not written at all
                m_bytes += bytesAround + qint64(text.size());
            texts.append(fromUtf8(text));
        }
        if (m_table.cells.size() <= std::size_t(ExportSample::shownRows))
            m_table.cells.push_back(std::move(texts));
        return {};
    }
    Result<void> end() override { return {}; }

    [[nodiscard]] const SampleTable &table() const { return m_table; }
    //! About what its rows take in the workbook before they are packed.
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    static constexpr qint64 bytesAround = 50; // <c r="AB1234" t="inlineStr"><is><t></t></is></c>

    SampleTable m_table;
    std::vector<lake::LakeColumn> m_columns;
    CellText m_text;
    qint64 m_bytes = 0;
};

class CellTables final : public ExportWriter
{
public:
    explicit CellTables(const ExportPlan &plan)
        : m_plan(plan)
    {}

    Result<TableWriter *> add(const QString &name) override
    {
        const QString title
            = name.isEmpty() ? QCoreApplication::translate("catalog", m_plan.endpoint.title) : name;
        m_tables.push_back(std::make_unique<CellTable>(title, m_plan.cells));
        return m_tables.back().get();
    }
    Result<void> finish(const ExportFacts &) override { return {}; }
    [[nodiscard]] qint64 room() const override { return workbookRoom(bytes()); }

    [[nodiscard]] qint64 bytes() const
    {
        qint64 bytes = 0;
        for (const auto &table : m_tables)
            bytes += table->bytes();
        return bytes;
    }
    [[nodiscard]] std::vector<SampleTable> take() const
    {
        std::vector<SampleTable> tables;
        for (const auto &table : m_tables)
            tables.push_back(table->table());
        return tables;
    }

private:
    const ExportPlan &m_plan;
    std::vector<std::unique_ptr<CellTable>> m_tables;
};

//! One walk: the first \a most rows into tables that hand over what they got.
template <typename Made, typename Take>
Result<void> writeSome(ExportRows &rows, Made &tables, qint64 most, qint64 &written, Take take)
{
    written = 0;
    const auto count = [&]() -> Result<void> {
        ++written;
        return {};
    };
    GAUGE_CHECK(rows.write(tables, count, most));
    take(tables);
    return {};
}

class Sampler
{
public:
    Sampler(lake::LakeReader &reader, const ExportPlan &plan, std::stop_token stop)
        : m_plan(plan)
        , m_stop(std::move(stop))
        , m_rows(reader, plan, m_stop)
    {}

    [[nodiscard]] Result<void> run()
    {
        GAUGE_TRY(const qint64 count, m_rows.count());
        m_sample.rows = count;
        if (m_plan.format->writesRecords)
            return files(); // whole records, whatever the columns
        m_sample.isSurveyedWhole = m_plan.lists == Lists::Readable || count <= ExportSample::surveyedRows;
        GAUGE_CHECK(m_rows.prepare({}, ExportSample::surveyedRows));
        return m_plan.format->packedSize ? cells() : files();
    }
    [[nodiscard]] ExportSample take() { return std::move(m_sample); }

private:
    //! Twice: what is shown must end where the last row ends, and five rows tell little of a million.
    [[nodiscard]] Result<void> files()
    {
        MemoryFiles shown;
        GAUGE_TRY(const auto few, makeExportWriter(m_plan, shown, m_stop));
        qint64 written = 0;
        GAUGE_CHECK(writeSome(m_rows, *few, ExportSample::shownRows, written,
                              [&](const ExportWriter &) { m_sample.tables = shown.take(); }));
        MemoryFiles measured;
        GAUGE_TRY(const auto many, makeExportWriter(m_plan, measured, m_stop));
        return writeSome(m_rows, *many, rowsThatTellTheRest, written, [&](const ExportWriter &tables) {
            m_sample.bytes = m_sample.room = ofAll(tables.room(), written);
        });
    }
    [[nodiscard]] Result<void> cells()
    {
        CellTables tables(m_plan);
        qint64 written = 0;
        return writeSome(m_rows, tables, rowsThatTellTheRest, written, [&](const CellTables &made) {
            m_sample.tables = made.take();
            const qint64 rowBytes = ofAll(made.bytes(), written);
            m_sample.bytes = m_plan.format->packedSize(rowBytes);
            m_sample.room = m_plan.format->neededRoom(rowBytes);
        });
    }
    [[nodiscard]] qint64 ofAll(qint64 bytes, qint64 rows) const
    {
        return rows == 0 ? bytes
                         : qint64(static_cast<double>(bytes) / static_cast<double>(rows)
                                  * static_cast<double>(m_sample.rows));
    }

    const ExportPlan &m_plan;
    const std::stop_token m_stop;
    ExportRows m_rows;
    ExportSample m_sample;
};

} // namespace

Result<ExportSample> sampleExport(lake::LakeReader &reader, const ExportPlan &plan,
                                  const std::stop_token &stop)
{
    reader.setToday(plan.today);
    Sampler sampler(reader, plan, stop);
    GAUGE_CHECK(reader.inReadTransaction([&] { return sampler.run(); }));
    ExportSample sample = sampler.take();
    sample.free = freeSpaceOf(plan.output);
    sample.lacksRoom = isClearlyTooLittle(sample.free, static_cast<double>(sample.room));
    return sample;
}

} // namespace gauge::transfer
