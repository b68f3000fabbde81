// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes of a stored record and of its dictionary: no crash, no more memory than the limit, and
// nothing but the record is appended. The input: two bytes with the length of the dictionary, the dictionary,
// the frame.
#include "demand.h"
#include "lake/state/recordbody.h"

#include <zstd.h>

#include <cstdint>
#include <memory>

using namespace gauge;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t longest = std::size_t(64) << 20;
    if (size < 2)
        return 0;
    const std::string_view rest(reinterpret_cast<const char *>(data) + 2, size - 2);
    const std::size_t length = std::min<std::size_t>(rest.size(), std::size_t(data[0]) * 256 + data[1]);
    const std::unique_ptr<ZSTD_DDict, std::size_t (*)(ZSTD_DDict *)> dictionary(
        length > 0 ? ZSTD_createDDict(rest.data(), length) : nullptr, &ZSTD_freeDDict);
    static lake::FrameUnpacker unpacker;
    std::string out = "before";
    const auto unpacked = unpacker.append(out, rest.substr(length), dictionary.get());
    demand(out.starts_with("before") && out.size() <= longest + 6);
    if (!unpacked)
        demand(out == "before" && unpacked.error().kind == ErrorKind::Storage);
    static_cast<void>(lake::dictionaryOf(rest.substr(length)));
    return 0;
}
