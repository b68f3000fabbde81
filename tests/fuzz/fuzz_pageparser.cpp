// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes: no crash, no read out of bounds, and every view of a page lies in its storage.
#include "demand.h"
#include "service/pageparser.h"

#include <QJsonDocument>
#include <QSet>

#include <simdjson.h>

#include <cstdint>
#include <functional>

using namespace gauge;

namespace {

bool liesIn(std::string_view view, const std::string &text)
{
    const std::less_equal<const char *> notAfter;
    return view.empty()
        || (notAfter(text.data(), view.data())
            && notAfter(view.data() + view.size(), text.data() + text.size()));
}

bool liesIn(std::string_view view, const catalog::Page::Storage &storage)
{
    if (liesIn(view, storage.body))
        return true;
    for (const std::string &text : storage.texts) {
        if (liesIn(view, text))
            return true;
    }
    return false;
}

//! Judged by simdjson, which has no room for numbers beyond 64 bits.
bool isStrictJson(std::string_view text)
{
    simdjson::dom::parser parser;
    const simdjson::error_code error = parser.parse(text.data(), text.size()).error();
    if (error != simdjson::NUMBER_ERROR)
        return error == simdjson::SUCCESS;
    return QJsonDocument::fromJson(QByteArray(text.data(), qsizetype(text.size()))).isObject();
}

void check(const catalog::Page &page, const catalog::Endpoint &endpoint)
{
    demand(QSet<QString>(page.dynamicNames.begin(), page.dynamicNames.end()).size()
           == qsizetype(page.dynamicNames.size()));
    for (const catalog::Record &record : page.records) {
        demand(liesIn(record.raw, page.storage->body));
        demand(record.raw.size() >= 2 && record.raw.front() == '{' && record.raw.back() == '}');
        demand(isStrictJson(record.raw));
        demand(record.cells.size() == endpoint.columns.size());
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            // What is made of other columns may be a word of the catalog.
            if (endpoint.columns[i].computedFrom.isEmpty())
                demand(liesIn(record.cells[i].text, *page.storage));
        }
        QSet<std::size_t> names;
        for (const catalog::Record::Extra &extra : record.extras) {
            demand(extra.name < page.dynamicNames.size());
            demand(!names.contains(extra.name));
            names.insert(extra.name);
            demand(liesIn(extra.cell.text, *page.storage));
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const catalog::Catalog catalog = catalog::Catalog::builtIn();
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        const auto page = service::parsePage(body, endpoint);
        if (page)
            check(*page, endpoint);
        else
            demand(page.error().kind == ErrorKind::Protocol && !page.error().text.isEmpty());
    }
    return 0;
}
