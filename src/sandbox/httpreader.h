// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gauge::sandbox {

//! A request as it came over the wire.
struct HttpRequest
{
    std::string method;
    std::string target;
    int minorVersion = 1; //!< of HTTP/1.x
    std::vector<std::pair<std::string, std::string>> headers = {}; //!< names in lower case
    std::string body = {};

    //! The first field of that name, or an empty text.
    [[nodiscard]] std::string_view header(std::string_view lowerCaseName) const;
    //! Whether the client expects to use the connection again.
    [[nodiscard]] bool keepsAlive() const;
};

//! Reads requests of HTTP/1.0 and 1.1 from pieces of any size, with lengths and in chunks. QHttpServer of
//! Qt 6.4 reports neither the version nor a head whose body is still to come, so that `Connection: close`,
//! HTTP/1.0 and `Expect: 100-continue` cannot be served with it.
class HttpReader
{
public:
    static constexpr std::size_t longestHead = 64 * 1024;
    static constexpr std::size_t longestBody = 1024 * 1024;

    //! A body that is too large, but not larger than this, is read and dropped before 413 is answered: a
    //! client that is still sending would see its connection reset instead.
    static constexpr std::size_t longestDropped = 64 * 1024 * 1024;

    enum class State {
        Incomplete, //!< more bytes are needed
        Expects, //!< the client waits for 100 Continue; reported once a request
        Complete, //!< take() returns the request
        Malformed, //!< errorStatus() is the answer; nothing more can be read
    };

    void append(std::string_view bytes) { m_bytes += bytes; }
    //! Reads on as far as the bytes reach.
    State read();
    //! The request that was read whole; the next read() begins the next one.
    HttpRequest take();
    //! 400, 413, 417, 431, 501 or 505.
    [[nodiscard]] int errorStatus() const { return m_errorStatus; }

private:
    enum class Part { RequestLine, Headers, Body, Dropped, ChunkSize, Chunk, ChunkEnd, Trailers, Whole };

    [[nodiscard]] bool readPart();
    void readRequestLine(std::string_view line);
    void readHeader(std::string_view line);
    void finishHead();
    void readChunkSize(std::string_view line);
    void readLine(std::string_view line);
    [[nodiscard]] bool readBody();
    void fail(int status) { m_errorStatus = status; }

    std::string m_bytes; //!< not read so far
    HttpRequest m_request;
    Part m_part = Part::RequestLine;
    std::size_t m_headSize = 0;
    std::size_t m_left = 0; //!< bytes of the body, or of its chunk, still to come
    bool m_expects = false;
    int m_errorStatus = 0;
};

} // namespace gauge::sandbox
