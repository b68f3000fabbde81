// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gauge::sandbox {

//! Decoded names and values of a query or a form body, in order, repeated ones included.
using Form = std::vector<std::pair<std::string, std::string>>;

//! Reads `a=1&b%5B%5D=x+y`; an octet that is not well encoded stays as it is.
[[nodiscard]] Form parseForm(std::string_view encoded);
//! The members of a JSON object in the same notation: nested ones as `name[key]`, list items as `name[]`,
//! numbers and booleans as their text, null as an empty text. Nothing if \a body is no JSON object.
[[nodiscard]] std::optional<Form> parseJson(std::string_view body);
//! The last value of \a name, as the service's framework takes it.
[[nodiscard]] std::optional<std::string> valueOf(const Form &form, std::string_view name);
//! All values of `name[]`, `name[0]`, …
[[nodiscard]] std::vector<std::string> listOf(const Form &form, std::string_view name);
//! The pairs of `name[key]=value`.
[[nodiscard]] Form mapOf(const Form &form, std::string_view name);
//! A whole number, or nothing.
[[nodiscard]] std::optional<std::int64_t> integer(std::string_view text);

//! A request, as far as the sandbox looks at it.
struct Call
{
    std::string method;
    std::string path;
    std::string rawQuery;
    Form query;
    std::string body;
    std::string authorization;
    std::string contentType;
    std::string host;
    std::string origin;

    [[nodiscard]] Form form() const { return parseForm(body); }
    //! The query, and the members of a body that says it is JSON; nothing if that is no JSON object.
    [[nodiscard]] std::optional<Form> queryAndJson() const;
};

//! What the sandbox answers.
struct Answer
{
    int status = 200;
    std::string body = {};
    std::string type = "application/json";
    std::vector<std::pair<std::string, std::string>> headers = {};
    bool isLastPage = false; //!< a page of a feed, and no record follows it
};

//! Messages of a 422 by the parameter they belong to.
using FieldErrors = std::vector<std::pair<std::string, std::string>>;

//! `{"message":…}`
[[nodiscard]] Answer messageAnswer(int status, std::string_view message);
//! 422 `{"message":"The given data was invalid.","errors":{…}}`; the messages of one parameter are together.
[[nodiscard]] Answer invalidAnswer(const FieldErrors &errors);
[[nodiscard]] Answer unauthenticatedAnswer();
//! 400 for a body that says it is JSON and is none.
[[nodiscard]] Answer malformedAnswer();
//! The usual body of a status that a fault asks for.
[[nodiscard]] Answer statusAnswer(int status);

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
