// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/page.h"

#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace gauge::lake {

class SqlConnection;

//! A value to bind whose text is its own.
struct Blob
{
    std::string bytes;
    bool operator==(const Blob &) const = default;
};
using Value = std::variant<std::monostate, qint64, double, std::string, Blob>;

//! What an engine does for a Statement; the contract of each call is told there.
class PreparedStatement
{
public:
    PreparedStatement() = default;
    virtual ~PreparedStatement() = default;
    Q_DISABLE_COPY_MOVE(PreparedStatement)

    virtual void bindNull(int position) = 0;
    virtual void bindInteger(int position, qint64 value) = 0;
    virtual void bindReal(int position, double value) = 0;
    virtual void bindTextView(int position, std::string_view text) = 0;
    virtual void bindBlobView(int position, std::string_view bytes) = 0;
    virtual void bindText(int position, std::string_view text) = 0;
    virtual void bindBlob(int position, std::string_view bytes) = 0;
    virtual void clearBindings() = 0;
    virtual void readInBatches() {}
    [[nodiscard]] virtual Result<bool> step() = 0;
    virtual void reset() = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string_view bytes(int column) const = 0;
    [[nodiscard]] virtual catalog::Cell cell(int column) const = 0;

    template <typename Visit>
    [[nodiscard]] Result<void> forEachRow(Visit visit)
    {
        for (;;) {
            auto row = step();
            if (row && *row) {
                visit();
                continue;
            }
            reset();
            if (!row)
                return fail(std::move(row.error()));
            return {};
        }
    }
};

//! A prepared statement close to the engine's own interface, for what runs once a record: QSqlQuery
//! makes a QVariant of every value, which costs three times the insert itself. Must not outlive its
//! SqlConnection. Parameters are `?` or `?n`; their positions start at 1, those of columns at 0.
class Statement
{
public:
    Statement() = default;
    [[nodiscard]] static Result<Statement> prepare(const SqlConnection &connection, std::string_view sql);

    [[nodiscard]] explicit operator bool() const { return m_statement != nullptr; }

    void bindNull(int position) { m_statement->bindNull(position); }
    void bind(int position, qint64 value) { m_statement->bindInteger(position, value); }
    void bind(int position, double value) { m_statement->bindReal(position, value); }
    //! The text is not copied: it must live until the next reset() or bind.
    void bindView(int position, std::string_view text) { m_statement->bindTextView(position, text); }
    void bindBlobView(int position, std::string_view bytes) { m_statement->bindBlobView(position, bytes); }
    //! Copies.
    void bind(int position, const QString &text);
    void bind(int position, const Value &value);
    void clearBindings() { m_statement->clearBindings(); }
    //! It may have more rows than memory should hold: fetch them as they are stepped to.
    void readInBatches() { m_statement->readInBatches(); }

    //! True: there is a row. A failed bind shows here.
    [[nodiscard]] Result<bool> step() { return m_statement->step(); }
    //! Calls \a visit for each row there is, then resets.
    template <typename Visit>
    [[nodiscard]] Result<void> forEachRow(Visit visit)
    {
        return m_statement->forEachRow(std::move(visit));
    }
    //! Runs to the end and resets.
    [[nodiscard]] Result<void> run()
    {
        return forEachRow([] {});
    }
    void reset() { m_statement->reset(); }

    [[nodiscard]] bool isNull(int column) const { return m_statement->isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_statement->integer(column); }
    [[nodiscard]] std::string_view text(int column) const { return m_statement->text(column); }
    //! Of a blob, or of a text as it is stored.
    [[nodiscard]] std::string_view bytes(int column) const { return m_statement->bytes(column); }
    [[nodiscard]] QString string(int column) const;
    //! Its text lives until the next step() or reset().
    [[nodiscard]] catalog::Cell cell(int column) const { return m_statement->cell(column); }

private:
    std::unique_ptr<PreparedStatement> m_statement;
};

//! What a column of texts holds for \a cell: numbers digit by digit.
[[nodiscard]] std::string storedText(const catalog::Cell &cell);

} // namespace gauge::lake
