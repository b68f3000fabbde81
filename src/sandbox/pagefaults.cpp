// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pagefaults.h"

namespace gauge::sandbox {

namespace {

constexpr std::string_view dataStart = R"({"data":[)";
constexpr std::string_view cursorStart = R"(],"cursor":{"next":)";

// The records of a page, between the brackets of its list.
std::string_view recordsOf(std::string_view page)
{
    const auto end = page.rfind(cursorStart);
    return page.substr(dataStart.size(), end - dataStart.size());
}

std::string withCursor(std::string_view page, std::string_view cursor)
{
    return std::string(page.substr(0, page.rfind(cursorStart))) + "]," + std::string(cursor) + '}';
}

// The end of the JSON object at the start of \a text.
std::size_t objectEnd(std::string_view text)
{
    int depth = 0;
    bool isInText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInText && c == '\\')
            ++i;
        else if (c == '"')
            isInText = !isInText;
        else if (!isInText && (c == '{' || c == '['))
            ++depth;
        else if (!isInText && (c == '}' || c == ']') && --depth == 0)
            return i + 1;
    }
    return text.size();
}

// The list as PHP writes it when its keys are not 0, 1, 2, …
std::string withDataObject(std::string_view page)
{
    std::string out = R"({"data":{)";
    auto records = recordsOf(page);
    for (int i = 0; !records.empty(); ++i) {
        const auto end = objectEnd(records);
        out += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":" + std::string(records.substr(0, end));
        records.remove_prefix(std::min(records.size(), end + 1)); // and the comma
    }
    return out + '}' + std::string(page.substr(page.rfind(cursorStart) + 1));
}

std::string deepJson(std::int64_t depth)
{
    const auto levels = static_cast<std::size_t>(depth);
    return R"({"data":[{"number_customergauge":1,"extra":)" + std::string(levels, '[')
        + std::string(levels, ']') + R"(}],"cursor":{"next":999}})";
}

} // namespace

bool isPageFault(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Deep:
    case FaultKind::Stuck:
    case FaultKind::EmptyPage:
    case FaultKind::NextNull:
    case FaultKind::NextEmpty:
    case FaultKind::NextMissing:
    case FaultKind::DataObject:
    case FaultKind::DataNull:
        return true;
    default:
        return false;
    }
}

void alterPage(Answer &answer, const Fault &fault, const std::string &emptyPage)
{
    if (fault.kind == FaultKind::Deep) {
        answer = {.body = deepJson(fault.depth)};
        return;
    }
    if (!answer.body.starts_with(dataStart) || answer.body.rfind(cursorStart) == std::string::npos)
        return;
    const bool hasRecords = !recordsOf(answer.body).empty();
    const bool isEnd = answer.isLastPage && hasRecords;
    if (fault.kind == FaultKind::Stuck) // the same page, told to start again where it began
        answer.body = withCursor(answer.body, R"("cursor":{"next":1})");
    else if (fault.kind == FaultKind::EmptyPage)
        answer.body = emptyPage;
    else if (fault.kind == FaultKind::NextNull && isEnd)
        answer.body = withCursor(answer.body, R"("cursor":{"next":null})");
    else if (fault.kind == FaultKind::NextEmpty && isEnd)
        answer.body = withCursor(answer.body, R"("cursor":{"next":""})");
    else if (fault.kind == FaultKind::NextMissing && isEnd)
        answer.body = withCursor(answer.body, R"("cursor":{})");
    else if (fault.kind == FaultKind::DataObject)
        answer.body = withDataObject(answer.body);
    else if (fault.kind == FaultKind::DataNull && !hasRecords)
        answer.body = R"({"data":null)" + answer.body.substr(answer.body.rfind(cursorStart) + 1);
}

} // namespace gauge::sandbox
