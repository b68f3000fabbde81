// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

//! What the service offers, as data. One file in endpoints/ describes one feed; sync, lake table,
//! table view, filters, export and command line are derived from it.
namespace gauge::catalog {

//! How a column is stored, compared, aligned and written to typed files.
enum class ColumnType {
    Text, //!< also identifiers and phone numbers: never shown as a number
    Integer, //!< 64 bits; a value that does not fit is kept as text
    Real,
    Boolean, //!< stored as 0 and 1
    DateTime, //!< "yyyy-MM-dd HH:mm:ss" in the customer's time zone, as received, never converted
    Score, //!< NPS score 0–10
    List, //!< JSON text exactly as received; readable() makes it legible
};

struct Cell; // page.h

//! Makes a cell of the cells that Column::computedFrom names, in that order. Pure: the same cells, the same
//! cell. Its text is in \a from or lives for ever.
using Compute = Cell (*)(std::span<const Cell> from);

//! Whom the values of a column name, where one value is one person or customer.
enum class Identifies { Nobody, Email, CustomerNumber };

struct Column
{
    QString name; //!< the name in the lake and on the command line, e.g. "contact_first_name"
    QByteArray pointer; //!< JSON pointer into the record, e.g. "/contact/first_name"; computed: empty
    ColumnType type = ColumnType::Text;
    const char *title = ""; //!< QT_TRANSLATE_NOOP("catalog", …)
    QByteArray alias = {}; //!< an older place of the same value, read where `pointer` is absent
    bool personal = false; //!< name, e-mail, phone or account: hidden when personal data is masked
    bool searched = false; //!< a search looks into it; a feed without any is searched in all its texts
    QStringList computedFrom = {}; //!< names of columns that the service sends
    Compute compute = nullptr; //!< makes this column's cell of theirs; the service does not send it
    Identifies identifies = Identifies::Nobody; //!< by its values a person is found and forgotten

    bool operator==(const Column &) const = default;
};

//! A list of {name, value} objects of which every name becomes a column of its own as it appears.
struct DynamicColumns
{
    QByteArray pointer; //!< of the list, e.g. "/properties"
    QString prefix; //!< of the column names, e.g. "property."
    QByteArray nameKey; //!< e.g. "field"
    QByteArray valueKey; //!< e.g. "reference"

    bool operator==(const DynamicColumns &) const = default;
};

//! Top-level keys without a column of their own become columns with this prefix ("other.region").
inline constexpr auto otherPrefix = "other.";

//! Which of the service's three host families answers.
enum class Host { Auth, Api, Imports };

//! How a feed is narrowed to a period.
enum class PeriodStyle {
    None,
    Field, //!< period[field], period[start], period[end], all three together
    UpdatedAt, //!< updated_at[start], updated_at[end]
};

//! The recent past of a feed. Every sync reads it again, because records that appear or change behind the
//! cursor do not come otherwise.
struct RecentPast
{
    QString field; //!< the request is narrowed by: one of Endpoint::possiblePeriodFields(); empty: none
    QString column; //!< holds the same date
    int days = 0; //!< that are read again before the start of the last sync
    bool showsGone = false; //!< a record that is dated inside it and does not come is gone

    bool operator==(const RecentPast &) const = default;
};

//! One paginated feed of records.
struct Endpoint
{
    QString id; //!< on the command line and in the lake's tables of state: "non-responses"
    QString table; //!< the lake's table: "non_responses"
    const char *title = ""; //!< QT_TRANSLATE_NOOP("catalog", …)
    Host host = Host::Api;
    QByteArray path; //!< "/v7/rest/sync/responses"
    bool idempotent = true; //!< only then is a request ever sent twice
    int maxPerPage = 1000;
    QStringList with; //!< values of with[]
    bool numberFilter = false; //!< number_customergauge=
    bool outboundFilter = false; //!< filter=UUID
    PeriodStyle periodStyle = PeriodStyle::None;
    QStringList periodFields; //!< values of period[field]
    RecentPast recent;
    QString keyColumn; //!< name of the column that identifies a record
    QString supersedes; //!< id of the feed whose record of the same key goes when one arrives here
    QString scoreColumn; //!< name of the NPS score, or empty
    std::vector<Column> columns;
    std::vector<DynamicColumns> dynamicColumns;

    [[nodiscard]] const Column *column(const QString &name) const;
    //! The column whose values identify so, or null.
    [[nodiscard]] const Column *column(Identifies by) const;
    //! What Scope::periodField may name; empty: it cannot be narrowed to a period.
    [[nodiscard]] QStringList possiblePeriodFields() const;
    bool operator==(const Endpoint &) const = default;
};

//! The endpoints of one service. A value: tests make their own.
class Catalog
{
public:
    Catalog() = default;
    //! Puts \a endpoints in the order of sync and of lists: feeds that supersede another come first, those
    //! that are superseded last. A record that moves to a superseding feed between the two walks is in
    //! neither of them; the next sync brings it (Endpoint::recent), and meanwhile the lake keeps what it was.
    explicit Catalog(std::vector<Endpoint> endpoints);

    //! All files of catalog/endpoints/.
    [[nodiscard]] static Catalog builtIn();

    [[nodiscard]] const std::vector<Endpoint> &endpoints() const & { return m_endpoints; }
    //! A loop over builtIn().endpoints() would walk a list that is gone.
    const std::vector<Endpoint> &endpoints() const && = delete;
    [[nodiscard]] const Endpoint *find(const QString &id) const;
    [[nodiscard]] QStringList ids() const;

private:
    std::vector<Endpoint> m_endpoints;
};

//! The part of a feed that a person asked for. Two syncs of different scope have checkpoints of
//! their own.
struct Scope
{
    QString number; //!< number_customergauge, or empty
    QString outboundFilter; //!< UUID of an Outbound Filter, or empty
    QString periodField; //!< one of Endpoint::periodFields, "updated_at" for that style, or empty
    QString periodStart; //!< yyyy-MM-dd
    QString periodEnd; //!< yyyy-MM-dd
    QStringList with; //!< what to include; empty asks for base fields only

    //! Canonical text of the scope (with[] order does not matter), for checkpoints. Empty for the whole feed
    //! whatever `with` says: with[] changes the columns of a record, not which records there are.
    [[nodiscard]] QString key() const;
    bool operator==(const Scope &) const = default;
};

//! Why \a scope cannot be asked of \a endpoint, in words, or nothing.
[[nodiscard]] std::optional<QString> validationError(const Endpoint &endpoint, const Scope &scope);

} // namespace gauge::catalog
