// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/detail/recordsheet.h"

#include "base/text.h"
#include "catalog/computed.h"
#include "catalog/personaldata.h"
#include "kit/theme.h"
#include "records/cells/display.h"
#include "records/detail/recordhistory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace gauge::ui {

namespace {

using Columns = std::vector<lake::LakeColumn>;

// One text of a record is shown up to here; the raw JSON has all of it.
constexpr qsizetype longestText = 20'000;

//! Builds the document. Each section writes the values it shows and marks them as shown, the last
//! section takes what is left.
class SheetWriter
{
    Q_DECLARE_TR_FUNCTIONS(SheetWriter)
public:
    SheetWriter(const RecordSheet &sheet, const QPalette &palette)
        : m_sheet(sheet)
        , m_palette(palette)
        , m_shown(sheet.columns.size(), false)
        , m_raw(QJsonDocument::fromJson(sheet.detail.raw).object())
    {}

    QString write()
    {
        writeHeadline();
        writeComments();
        writeLife();
        writeLists();
        writeDynamic();
        writeFields(tr("Dates"),
                    [](const lake::LakeColumn &c) { return c.type == catalog::ColumnType::DateTime; });
        writeFields(tr("Other fields"), [](const lake::LakeColumn &) { return true; });
        writeChanges();
        writeProvenance();
        return m_html;
    }

private:
    [[nodiscard]] QString quiet() const
    {
        return m_palette.color(QPalette::PlaceholderText).name(QColor::HexRgb);
    }

    [[nodiscard]] static QString shortened(const QString &text)
    {
        return text.size() > longestText + 1 ? text.left(longestText) + QChar(0x2026) : text;
    }

    [[nodiscard]] static QString escaped(const QString &text)
    {
        return withVisibleControls(shortened(text), Layout::Kept)
            .toHtmlEscaped()
            .replace(QLatin1Char('\n'), QLatin1String("<br>"));
    }

    [[nodiscard]] QString linked(const QString &text, const QString &column = {}) const
    {
        const QUrl url(text, QUrl::StrictMode);
        const bool web = url.isValid()
            && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
            && !url.host().isEmpty();
        return web ? QStringLiteral("<a href=\"%1\">%2</a>")
                         .arg(QString::fromUtf8(url.toEncoded()).toHtmlEscaped(), escaped(text))
                   : withHits(column, text);
    }

    //! \a text of \a column, what was searched in it bold, underlined and tinted.
    [[nodiscard]] QString withHits(const QString &column, const QString &text) const
    {
        const QString shown = shortened(text);
        QString html;
        qsizetype at = 0;
        const std::vector<lake::TextRange> hits = m_sheet.hits.in(column, shown);
        for (const lake::TextRange &hit : hits) {
            html += escaped(shown.mid(at, hit.start - at))
                + QStringLiteral("<span style=\"background-color:%1;font-weight:bold;"
                                 "text-decoration:underline\">%2</span>")
                      .arg(hitTint(m_palette).name(), escaped(shown.mid(hit.start, hit.length)));
            at = hit.start + hit.length;
        }
        return html + escaped(shown.mid(at));
    }

    //! The value of a column, marked as shown; empty when there is none.
    QString take(const QString &name)
    {
        for (std::size_t i = 0; i < m_sheet.columns.size(); ++i) {
            if (m_sheet.columns[i].name == name)
                return takeAt(i);
        }
        return {};
    }

    QString takeAt(std::size_t i)
    {
        m_shown[i] = true;
        return masked(m_sheet.columns[i], m_sheet.detail.row.display.value(qsizetype(i)));
    }

    [[nodiscard]] bool hides(const lake::LakeColumn &column) const
    {
        return m_sheet.masked && column.personal;
    }

    [[nodiscard]] QString masked(const lake::LakeColumn &column, const QString &text) const
    {
        return hides(column) && !text.isEmpty() ? QString::fromLatin1(catalog::maskText) : text;
    }

    void heading(const QString &text)
    {
        m_html += QStringLiteral("<p style=\"margin-top:12px;margin-bottom:4px\"><b>%1</b></p>")
                      .arg(escaped(text));
    }

    void rows(const QString &title, const QStringList &cells)
    {
        if (cells.isEmpty())
            return;
        heading(title);
        m_html += QStringLiteral("<table cellspacing=\"0\" cellpadding=\"2\" width=\"100%\">")
            + cells.join(QString()) + QStringLiteral("</table>");
    }

    [[nodiscard]] QString row(const QString &name, const QString &html) const
    {
        return QStringLiteral(
                   "<tr><td width=\"36%\" style=\"color:%1;padding-right:8px\">%2</td><td>%3</td></tr>")
            .arg(quiet(), escaped(name), html);
    }

    void writeHeadline()
    {
        const QString firstName = QStringLiteral("contact_first_name");
        const QString lastName = QStringLiteral("contact_last_name");
        const QString first = take(firstName);
        const QString name
            = QString(withHits(firstName, first) + QLatin1Char(' ') + withHits(lastName, take(lastName)))
                  .trimmed();
        const QString account = take(QStringLiteral("account_name"));
        const QString score = take(m_sheet.endpoint.scoreColumn);
        take(m_sheet.endpoint.keyColumn); // in the title
        if (const std::optional<int> number = display::score(score)) {
            const display::ScoreGroup group = display::scoreGroup(*number);
            m_html += QStringLiteral("<p style=\"margin-bottom:4px\"><span "
                                     "style=\"color:%1;font-size:x-large\">%2 %3</span> "
                                     "<span style=\"color:%1\">%4</span></p>")
                          .arg(display::colour(group, isDark(m_palette)).name(), display::shape(group),
                               QLocale().toString(*number), escaped(display::word(group)));
        } else if (!score.isEmpty()) {
            m_html += QStringLiteral("<p>%1</p>").arg(escaped(score));
        }
        if (!name.isEmpty() || !account.isEmpty()) {
            const QString separator = name.isEmpty() || account.isEmpty() ? QString() : QStringLiteral(" · ");
            m_html += QStringLiteral("<p style=\"margin-bottom:4px\"><b>%1</b>%2%3</p>")
                          .arg(name, separator, withHits(QStringLiteral("account_name"), account));
        }
    }

    void writeComments()
    {
        const QString originalName = QStringLiteral("comment_original");
        const QString translationName = QStringLiteral("comment_translation");
        const QString original = take(originalName);
        const QString translation = take(translationName);
        const QString originalHtml = withHits(originalName, original);
        const QString translationHtml = withHits(translationName, translation);
        if (original.isEmpty() && translation.isEmpty())
            return;
        if (translation.isEmpty() || translation == original || original.isEmpty()) {
            heading(original.isEmpty() ? tr("Translation") : tr("Comment"));
            m_html += QStringLiteral("<p>%1</p>").arg(original.isEmpty() ? translationHtml : originalHtml);
            return;
        }
        const QString cell
            = QStringLiteral("<td width=\"50%\" style=\"padding-right:12px\"><p style=\"margin-bottom:4px\">"
                             "<b>%1</b></p><p>%2</p></td>");
        m_html
            += QStringLiteral(
                   "<table cellspacing=\"0\" cellpadding=\"0\" width=\"100%\" style=\"margin-top:12px\"><tr>")
            + cell.arg(tr("Comment"), originalHtml) + cell.arg(tr("Translation"), translationHtml)
            + QStringLiteral("</tr></table>");
    }

    //! From being sent to the answer, or to the day when it was not found any more.
    void writeLife()
    {
        const QString sentName = QString::fromLatin1(catalog::sentName);
        if (!m_sheet.endpoint.column(sentName))
            return;
        QStringList cells;
        const auto add = [&](const QString &title, const QString &when) {
            if (!when.isEmpty())
                cells.append(row(title, escaped(when)));
        };
        const auto date = [this](const QString &name) { return display::date(take(name)); };
        const bool isUnanswered = m_sheet.endpoint.column(QString::fromLatin1(catalog::lifeName));
        take(QString::fromLatin1(catalog::lifeName)); // the dates say it
        const QString sent = take(sentName);
        const bool isProvisional = isUnanswered && !m_sheet.detail.provenance.gone.isValid()
            && m_sheet.settling.isProvisional(sent);
        add(tr("Sent"),
            isProvisional ? tr("%1 · provisional").arg(display::date(sent)) : display::date(sent));
        add(tr("Opened"), date(QStringLiteral("date_opened")));
        add(tr("Clicked"), date(QStringLiteral("date_clicked")));
        const QString answered = date(QStringLiteral("date_survey_response"));
        const QString days = take(QString::fromLatin1(catalog::daysToAnswerName));
        add(tr("Answered"),
            days.isEmpty() ? answered
                           : tr("%1 · days since it was sent: %2")
                                 .arg(answered, display::value(catalog::ColumnType::Real, days)));
        if (const QDateTime gone = m_sheet.detail.provenance.gone; gone.isValid())
            add(tr("No longer found since"), localTime(gone));
        rows(tr("Life"), cells);
    }

    //! The list of a column as the record has it, or nothing when it is not a list there.
    [[nodiscard]] QJsonArray listAt(const QByteArray &pointer) const
    {
        QJsonValue value = m_raw;
        const QList<QByteArray> steps = pointer.mid(1).split('/');
        for (const QByteArray &step : steps)
            value = value.toObject().value(QLatin1String(step));
        return value.toArray();
    }

    void writeLists()
    {
        for (std::size_t i = 0; i < m_sheet.columns.size(); ++i) {
            const lake::LakeColumn &column = m_sheet.columns[i];
            const catalog::Column *described = m_sheet.endpoint.column(column.name);
            if (!described || column.type != catalog::ColumnType::List)
                continue;
            const QString readable = takeAt(i);
            QJsonArray items = listAt(described->pointer);
            if (items.isEmpty() && !described->alias.isEmpty())
                items = listAt(described->alias);
            if (hides(column))
                items = {};
            QStringList cells;
            for (const QJsonValue &item : std::as_const(items))
                cells.append(listItem(item));
            if (cells.isEmpty() && !readable.isEmpty())
                cells.append(QStringLiteral("<tr><td>%1</td></tr>").arg(escaped(readable)));
            rows(display::title(column), cells);
        }
    }

    [[nodiscard]] QString listItem(const QJsonValue &item) const
    {
        const QJsonObject object = item.toObject();
        const QString whole = QStringLiteral("<tr><td colspan=\"2\">%1</td></tr>");
        if (object.contains(QLatin1String("primary"))) {
            // A tree of two levels.
            const QString below
                = QStringLiteral("<tr><td colspan=\"2\" style=\"padding-left:20px\">%1</td></tr>");
            QString tree = whole.arg(escaped(plain(object.value(QLatin1String("primary")))));
            const QJsonValue secondary = object.value(QLatin1String("secondary"));
            const QJsonArray list = secondary.isArray() ? secondary.toArray() : QJsonArray{secondary};
            for (const QJsonValue &each : list) {
                if (const QString text = plain(each); !text.isEmpty())
                    tree += below.arg(escaped(text));
            }
            return tree;
        }
        if (object.contains(QLatin1String("title")))
            return row(plain(object.value(QLatin1String("title"))),
                       linked(plain(object.value(QLatin1String("answer")))));
        if (object.contains(QLatin1String("label")))
            return whole.arg(tag(object));
        if (!object.isEmpty()) {
            QStringList parts;
            for (auto field = object.begin(); field != object.end(); ++field)
                parts.append(field.key() + QStringLiteral(": ") + plain(field.value()));
            return whole.arg(escaped(parts.join(QStringLiteral(", "))));
        }
        return whole.arg(escaped(plain(item)));
    }

    [[nodiscard]] static QString plain(const QJsonValue &value)
    {
        if (value.isString())
            return value.toString();
        if (value.isDouble() || value.isBool())
            return value.toVariant().toString();
        if (value.isNull() || value.isUndefined())
            return {};
        const QJsonDocument document
            = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    }

    //! A topic with its sentiment: shape, colour and word.
    [[nodiscard]] QString tag(const QJsonObject &object) const
    {
        const QString sentiment = plain(object.value(QLatin1String("sentiment")));
        const QString type = plain(object.value(QLatin1String("type")));
        QString html = escaped(plain(object.value(QLatin1String("label"))));
        if (!type.isEmpty())
            html += QStringLiteral(" <span style=\"color:%1\">%2</span>").arg(quiet(), escaped(type));
        if (sentiment.isEmpty())
            return html;
        const auto is = [&](const char *word) {
            return sentiment.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
        };
        const display::ScoreGroup group = is("positive") ? display::ScoreGroup::Promoter
            : is("negative")                             ? display::ScoreGroup::Detractor
                                                         : display::ScoreGroup::Passive;
        return QStringLiteral("<span style=\"color:%1\">%2</span> %3 <span style=\"color:%1\">%4</span>")
            .arg(display::colour(group, isDark(m_palette)).name(), display::shape(group), html,
                 escaped(sentiment));
    }

    //! Properties and their like; answers that stand among the questions already are not repeated.
    void writeDynamic()
    {
        for (const catalog::DynamicColumns &dynamic : m_sheet.endpoint.dynamicColumns) {
            const bool listed = std::any_of(
                m_sheet.endpoint.columns.begin(), m_sheet.endpoint.columns.end(),
                [&](const catalog::Column &column) { return column.pointer == dynamic.pointer; });
            QStringList cells;
            for (std::size_t i = 0; i < m_sheet.columns.size(); ++i) {
                if (m_shown[i] || !m_sheet.columns[i].name.startsWith(dynamic.prefix))
                    continue;
                const QString text = takeAt(i);
                if (!text.isEmpty() && !listed)
                    cells.append(
                        row(display::title(m_sheet.columns[i]), linked(text, m_sheet.columns[i].name)));
            }
            rows(dynamic.prefix == QLatin1String("property.") ? tr("Properties") : tr("More properties"),
                 cells);
        }
    }

    template <typename Wanted>
    void writeFields(const QString &title, Wanted wanted)
    {
        QStringList cells;
        for (std::size_t i = 0; i < m_sheet.columns.size(); ++i) {
            if (m_shown[i] || !wanted(m_sheet.columns[i]))
                continue;
            const QString text = takeAt(i);
            if (!text.isEmpty())
                cells.append(
                    row(display::title(m_sheet.columns[i]),
                        linked(display::value(m_sheet.columns[i].type, text), m_sheet.columns[i].name)));
        }
        rows(title, cells);
    }

    //! A time of this computer's, unlike those of the record.
    [[nodiscard]] static QString localTime(const QDateTime &when)
    {
        return when.isValid() ? QLocale().toString(when.toLocalTime(), QLocale::ShortFormat) : QString();
    }

    void writeChanges()
    {
        QStringList cells;
        const std::vector<RecordChange> changes = recordChanges(m_sheet);
        for (const RecordChange &change : changes) {
            if (change.when.isValid()) {
                cells.append(QStringLiteral("<tr><td colspan=\"2\" style=\"color:%1\">%2</td></tr>")
                                 .arg(quiet(), escaped(localTime(change.when))));
            }
            for (const ValueChange &value : change.values) {
                const auto shown = [&](const QString &text) {
                    return text.isEmpty() ? tr("(empty)")
                                          : display::value(value.column.type, masked(value.column, text));
                };
                cells.append(
                    row(display::title(value.column),
                        tr("%1, before: %2").arg(escaped(shown(value.after)), escaped(shown(value.before)))));
            }
        }
        rows(tr("What changed"), cells);
    }

    void writeProvenance()
    {
        const lake::Provenance &known = m_sheet.detail.provenance;
        QStringList cells;
        const auto add = [&](const QString &title, const QDateTime &when) {
            if (when.isValid())
                cells.append(row(title, escaped(localTime(when))));
        };
        add(tr("First received"), known.firstSeen);
        if (known.lastChanged != known.firstSeen)
            add(tr("Last changed"), known.lastChanged);
        add(tr("Last received"), known.lastSeen);
        if (!m_sheet.endpoint.column(QString::fromLatin1(catalog::sentName))) // its life tells it
            add(tr("No longer found"), known.gone);
        rows(tr("In the local copy"), cells);
    }

    const RecordSheet &m_sheet;
    const QPalette &m_palette;
    std::vector<bool> m_shown;
    QJsonObject m_raw;
    QString m_html;
};

} // namespace

QString sheetTitle(const RecordSheet &sheet)
{
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        if (sheet.columns[i].name == sheet.endpoint.keyColumn) {
            const QString key = sheet.detail.row.display.value(qsizetype(i));
            return key.isEmpty() ? QString() : display::title(sheet.columns[i]) + QLatin1Char(' ') + key;
        }
    }
    return {};
}

QString sheetHtml(const RecordSheet &sheet, const QPalette &palette)
{
    return SheetWriter(sheet, palette).write();
}

} // namespace gauge::ui
