// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/fieldrow.h"

#include "kit/labels.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "pages/upload/form/fieldeditor.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace gauge::ui {

using upload::RecordFinding;
using upload::Severity;

FieldRow::FieldRow(FormField field, QWidget *parent)
    : QWidget(parent)
    , m_field(std::move(field))
    , m_label(new PlainLabel(this))
    , m_editor(FieldEditor::make(m_field, this))
    , m_remove(new QToolButton(this))
    , m_hint(new WrappedLabel(this))
    , m_finding(new QWidget(this))
    , m_findingIcon(new PlainLabel(m_finding))
    , m_findingWords(new WrappedLabel(m_finding))
    , m_spelling(new QPushButton(m_finding))
{
    makeParts();
    connect(m_editor, &FieldEditor::edited, this, [this] {
        m_touched = true;
        m_refusal.clear();
        Q_EMIT edited();
    });
    connect(m_editor, &FieldEditor::left, this, [this] {
        // Whoever only passes by has done nothing wrong yet.
        m_visited = m_visited || m_touched;
        Q_EMIT left();
    });
    connect(m_remove, &QToolButton::clicked, this, &FieldRow::removeWanted);
    connect(m_spelling, &QPushButton::clicked, this, [this] { Q_EMIT spellingWanted(m_instead); });
    applyTexts();
}

void FieldRow::makeParts()
{
    setObjectName(QStringLiteral("field ") + m_field.heading);
    m_label->setWordWrap(true);
    m_hint->setText(m_field.hint);
    m_hint->setVisible(!m_field.hint.isEmpty());
    makeQuiet(m_hint);
    m_remove->setObjectName(QStringLiteral("removeField"));
    m_remove->setIcon(icon(QStringLiteral("close")));
    m_remove->setFocusPolicy(Qt::StrongFocus);
    m_remove->setVisible(m_field.isAdded);
    m_findingWords->setObjectName(QStringLiteral("findingWords"));
    m_spelling->setObjectName(QStringLiteral("spellingButton"));
    m_spelling->setAutoDefault(false);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_editor, 1);
    line->addWidget(m_remove, 0, Qt::AlignTop);
    auto *words = new QHBoxLayout(m_finding);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(4);
    words->addWidget(m_findingIcon, 0, Qt::AlignTop);
    words->addWidget(m_findingWords, 1);
    words->addWidget(m_spelling, 0, Qt::AlignTop);
    m_finding->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_hint);
    layout->addWidget(m_finding);
}

QString FieldRow::value() const
{
    // Spaces alone are nothing: they would empty the field in CustomerGauge.
    const QString typed = m_editor->value();
    return typed.trimmed().isEmpty() ? QString() : typed;
}

void FieldRow::setValue(const QString &value)
{
    m_editor->setValue(value);
    m_touched = !value.isEmpty();
    m_refusal.clear();
}

std::vector<QWidget *> FieldRow::tabStops() const
{
    std::vector<QWidget *> stops = m_editor->tabStops();
    stops.push_back(m_remove);
    stops.push_back(m_spelling);
    return stops;
}

//! Beside its field a sentence need not begin with its name.
QString FieldRow::withoutName(const QString &words) const
{
    const QString name = QStringLiteral("“%1”: ").arg(m_field.heading);
    return words.startsWith(name) ? words.mid(name.size()) : words;
}

void FieldRow::setFindings(const std::vector<RecordFinding> &findings)
{
    QStringList words;
    std::optional<Severity> severity;
    m_instead.clear();
    if (!m_refusal.isEmpty()) {
        words.append(m_refusal);
        severity = Severity::Error;
    }
    for (const RecordFinding &finding : findings) {
        if (!m_visited && !m_field.isAdded)
            break;
        words.append(withoutName(finding.words));
        if (finding.severity == Severity::Error || !severity)
            severity = finding.severity;
        if (!finding.instead.isEmpty())
            m_instead = finding.instead;
    }
    say(words.join(QLatin1Char('\n')), severity);
}

void FieldRow::forgetRefusal()
{
    m_refusal.clear();
}

void FieldRow::setRefusal(const QString &words)
{
    m_refusal = words.isEmpty() ? tr("The service refused this.") : tr("The service says: %1").arg(words);
    say(m_refusal, Severity::Error);
}

void FieldRow::say(const QString &words, std::optional<Severity> severity)
{
    if (words == m_words && severity == m_severity && m_spelling->isHidden() == m_instead.isEmpty())
        return;
    m_words = words;
    m_severity = severity;
    m_finding->setVisible(severity.has_value());
    m_spelling->setVisible(!m_instead.isEmpty());
    applyTexts();
}

void FieldRow::applyTexts()
{
    const QString name = m_field.name();
    const QString shown = m_field.required ? QString(name + QStringLiteral(" *")) : name;
    m_label->setText(QString(shown).replace(QLatin1Char('&'), QLatin1String("&&"))); // no shortcut
    m_label->setBuddy(m_editor->control());
    m_editor->control()->setAccessibleName(m_field.required ? tr("%1, required").arg(name) : name);
    QStringList description{m_field.hint, m_words};
    description.removeAll(QString());
    m_editor->control()->setAccessibleDescription(description.join(QLatin1Char('\n')));
    m_remove->setToolTip(tr("Take this field away"));
    m_remove->setAccessibleName(tr("Take the field %1 away").arg(name));
    m_spelling->setText(
        tr("Use “%1”").arg(QString(m_instead).replace(QLatin1Char('&'), QLatin1String("&&"))));
    m_findingWords->setText(m_words);
    if (m_severity) {
        const bool isError = *m_severity == Severity::Error;
        const QColor color = signalColor(isError ? Signal::Bad : Signal::Attention, palette());
        m_findingIcon->setPixmap(icon(isError ? QStringLiteral("error") : QStringLiteral("warning"), color)
                                     .pixmap(QSize(16, 16), devicePixelRatio()));
    }
}

void FieldRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_editor->retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        applyTexts();
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
