// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/maintenance/maintenance.h"
#include "lakefixture.h"

#include <QRandomGenerator>

namespace gauge::test {

inline void ignoreProgress(qint64, qint64) {}

inline std::stop_token stopped()
{
    std::stop_source source;
    source.request_stop();
    return source.get_token();
}

//! A writer whose syncs have begun.
inline std::unique_ptr<lake::LakeWriter> begun(LakeFixture &lake)
{
    auto writer = lake.writer();
    for (const QString &feed : lake.catalog.ids()) {
        if (const auto done = writer->beginSync(feed, {}, lake::SyncKind::Incremental); !done)
            qFatal("%s", qPrintable(done.error().text));
    }
    return writer;
}

//! A record that no packing makes small.
inline std::string incompressible(int seed)
{
    QRandomGenerator random{quint32(seed)};
    std::string text = "{\"made\":\"";
    for (int i = 0; i < 200; ++i)
        text += QByteArray::number(random.generate64(), 36).toStdString();
    return text + "\"}";
}

//! Two feeds with records and properties.
inline void fill(LakeFixture &lake, int records = 3)
{
    const auto writer = begun(lake);
    auto responses = lake.page();
    for (int i = 1; i <= records; ++i) {
        responses.record({{"number_customergauge", i}, {"nps", i % 11}},
                         {{"property.Country", "NL"}, {"other.region", "north"}}, incompressible(i));
    }
    lake.store(*writer, responses);
    lake.store(*writer, lake.page("non-responses").record({{"number_customergauge", records + 1}}),
               "non-responses");
}

inline Result<lake::CheckReport> checked(const LakeFixture &lake, lake::Depth depth = lake::Depth::Full,
                                         std::stop_token stop = {})
{
    return lake::check(lake.location(), lake.catalog, depth, std::move(stop), ignoreProgress);
}

} // namespace gauge::test
