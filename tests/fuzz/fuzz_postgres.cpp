// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a database server answers: no crash, an end, and an error in words where it is no lake. The input
// is what the server says in turn: two bytes with a length, then as many bytes, for each time that it is
// asked.
#include "demand.h"
#include "lake/read/lakereader.h"

#include <QTemporaryDir>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <thread>

using namespace gauge;

namespace {

std::string message(char type, std::string_view body)
{
    const auto length = std::uint32_t(body.size() + 4);
    std::string text(1, type);
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        text += char((length >> shift) & 0xFFU);
    return text.append(body);
}

//! Lets everybody in, as version 15, and is ready.
std::string greeting()
{
    std::string text = message('R', std::string_view("\0\0\0\0", 4));
    for (const std::string_view parameter :
         {std::string_view("server_version\0"
                           "15.0\0",
                           20),
          std::string_view("client_encoding\0UTF8\0", 21), std::string_view("server_encoding\0UTF8\0", 21),
          std::string_view("standard_conforming_strings\0on\0", 31)})
        text += message('S', parameter);
    return text + message('K', std::string_view("\0\0\0\1\0\0\0\1", 8)) + message('Z', "I");
}

//! Whether \a socket has something to read, or its end, within a time that is long for a client.
bool isReadable(int socket)
{
    constexpr int milliseconds = 20;
    pollfd descriptor{socket, POLLIN, 0};
    return ::poll(&descriptor, 1, milliseconds) > 0;
}

//! A server on a Unix socket that says what it is given.
class Server
{
public:
    Server()
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray path = (m_folder.path() + QStringLiteral("/.s.PGSQL.5432")).toUtf8();
        demand(std::size_t(path.size()) < sizeof address.sun_path);
        std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
        m_socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        demand(::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
               && ::listen(m_socket, 16) == 0);
        std::thread([this] { serve(); }).detach(); // until the fuzzer ends
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    void say(std::string_view answers)
    {
        const std::lock_guard lock(m_mutex);
        m_answers = answers;
    }

private:
    [[nodiscard]] std::string next()
    {
        const std::lock_guard lock(m_mutex);
        if (m_answers.size() < 2)
            return {};
        const std::size_t length = std::size_t(std::uint8_t(m_answers[0])) * 256 + std::uint8_t(m_answers[1]);
        const std::string answer(m_answers.substr(2, length));
        m_answers.erase(0, std::min(m_answers.size(), length + 2));
        return answer;
    }
    void serve()
    {
        for (;;) {
            const int client = ::accept(m_socket, nullptr, nullptr);
            std::array<char, 65536> asked = {};
            std::string answer = greeting();
            // A client that waits for the rest of an answer says nothing: it is left then.
            while (!answer.empty() && isReadable(client)
                   && ::recv(client, asked.data(), asked.size(), 0) > 0) {
                if (::send(client, answer.data(), answer.size(), MSG_NOSIGNAL) < 0)
                    break;
                answer = next();
            }
            ::close(client);
        }
    }

    QTemporaryDir m_folder;
    int m_socket = -1;
    std::mutex m_mutex;
    std::string m_answers;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Server server;
    static const catalog::Catalog catalog = catalog::Catalog::builtIn();
    static const auto place
        = lake::Location::parse(QStringLiteral("postgresql://gauge@/gauge?port=5432&host=") + server.folder(),
                                QStringLiteral("fuzz"));
    demand(place.has_value());
    const std::string answers(reinterpret_cast<const char *>(data), size);
    server.say(answers);
    const auto reader = lake::LakeReader::open(*place, catalog);
    if (reader)
        static_cast<void>((*reader)->count(QStringLiteral("responses"), {}));
    else
        demand(!reader.error().text.isEmpty());
    server.say({});
    return 0;
}
