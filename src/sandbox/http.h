// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace gauge::sandbox
