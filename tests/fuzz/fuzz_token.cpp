// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a token service answers: no crash, a token with a lifetime, or an error whose words do not repeat
// what was answered under the name of a token. The first byte chooses the status.
#include "demand.h"
#include "service/tokenprovider.h"

#include <array>
#include <cstdint>

using namespace gauge;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr std::array statuses{200, 201, 204, 301, 400, 401, 403, 429, 500};
    net::HttpResponse response;
    response.status = statuses[data[0] % statuses.size()];
    response.body = QByteArray(reinterpret_cast<const char *>(data) + 1, qsizetype(size - 1));
    const auto answer = service::readTokenAnswer({}, response);
    if (answer)
        demand(!answer->token.isEmpty() && answer->lifetime.count() > 0);
    else
        demand(!answer.error().text.isEmpty());
    return 0;
}
