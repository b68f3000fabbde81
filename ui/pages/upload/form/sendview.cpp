// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/sendview.h"

#include "kit/theme.h"
#include "pages/upload/form/previewpane.h"
#include "ui_sendview.h"

#include <QEvent>
#include <QLayout>
#include <QShortcut>

namespace gauge::ui {

using Severity = ErrorBanner::Severity;

namespace {

constexpr int narrowWindow = 900; // as on Explore
constexpr int pause = 400;

upload::FormRecord renamedRecord(upload::FormRecord record, const QHash<QString, QString> &names)
{
    for (upload::FormValue &field : record)
        field.heading = names.value(field.heading, field.heading);
    return record;
}

QString timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

SendView::SendView(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::SendView>())
{
    m_ui->setupUi(this);
    m_banner = new ActionBanner(m_ui->sendBanner, this);
    m_ui->sendButton->setIcon(icon(QStringLiteral("upload")));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    wire();
    showState();
}

SendView::~SendView()
{
    if (m_pause.isActive())
        keepDraft();
}

void SendView::wire()
{
    connect(m_ui->form, &RecordForm::edited, this, [this] {
        m_pause.start();
        showPreview();
        showState();
    });
    connect(&m_pause, &QTimer::timeout, this, &SendView::keepDraft);
    connect(m_ui->sendButton, &QPushButton::clicked, this, [this] { send(Values::Clear); });
    connect(m_ui->sendAndKeepButton, &QPushButton::clicked, this, [this] { send(Values::Keep); });
    connect(m_ui->clearButton, &QPushButton::clicked, this, &SendView::clearForm);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, &SendView::forgetRecent);
    connect(m_ui->sendBusy, &BusyStrip::cancelTriggered, this, [this] {
        if (m_sending)
            m_sending->cancel();
    });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(Qt::CTRL | key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_ui->sendButton, &QPushButton::click);
    }
}

void SendView::setSubject(std::optional<SendSubject> subject, const QHash<QString, QString> &renamed)
{
    if (m_pause.isActive())
        keepDraft();
    const bool sameForm = subject && m_subject && subject->key == m_subject->key;
    const bool sameFields = sameForm && subject->fields == m_subject->fields;
    const upload::FormRecord typed = m_ui->form->record();
    m_subject = std::move(subject);
    if (!sameForm)
        m_banner->dismiss();
    if (m_subject && !sameFields)
        m_ui->form->setFields(m_subject->fields);
    if (m_subject)
        m_ui->form->setCheck(m_subject->check);
    if (sameForm && !sameFields && !m_isLoading) {
        m_ui->form->setRecord(renamedRecord(typed, renamed));
        keepDraft();
        loadRecent();
    } else if (!sameForm) {
        load();
    }
    showPreview();
    showState();
}

void SendView::load()
{
    m_unknownSince = {};
    const quint64 loading = ++m_loading;
    m_isLoading = m_subject.has_value();
    if (!m_subject)
        return;
    auto *job = m_engine.uploads().draft(m_subject->key);
    connect(job, &Job::finished, this, [this, job, loading] {
        if (loading != m_loading)
            return;
        m_isLoading = false;
        if (job->error())
            m_banner->tell(*job->error());
        else
            take(job->result());
        loadRecent();
        showState();
    });
}

void SendView::take(const upload::Draft &draft)
{
    m_ui->form->setRecord(draft.fields);
    showPreview();
    if (!draft.sent.isValid() || isSendingThis())
        return;
    m_unknownSince = draft.sent;
    m_banner->tell(Severity::Warning,
                   tr("This was sent on %1, and it is not known whether CustomerGauge has it. Look there "
                      "before you send it again.")
                       .arg(timeText(draft.sent)),
                   tr("Send a&gain…"), [this] { send(Values::Clear); });
}

void SendView::loadRecent()
{
    auto *job = m_engine.uploads().recentValues(m_subject->key);
    connect(job, &Job::finished, this, [this, job, key = m_subject->key] {
        if (!job->error() && m_subject && m_subject->key == key)
            m_ui->form->setRecent(job->result());
    });
}

void SendView::keepDraft()
{
    m_pause.stop();
    if (!m_subject || m_isLoading || isSendingThis())
        return;
    const upload::Draft draft{m_ui->form->record(), m_unknownSince};
    auto *job = m_engine.uploads().saveDraft(m_subject->key, draft);
    connect(job, &Job::finished, this, [this, job] {
        const bool failed = job->error().has_value();
        if (failed && !m_keepFailed)
            m_banner->tell(*job->error());
        m_keepFailed = failed;
    });
}

void SendView::showPreview()
{
    if (m_subject)
        m_ui->preview->setPreview(m_subject->preview(m_subject->complete(m_ui->form->record())));
}

bool SendView::isSendingThis() const
{
    return m_sending && m_subject && m_sending->what().key == m_subject->key;
}

void SendView::showState()
{
    const bool ready = m_subject && !m_isLoading;
    m_ui->form->setEnabled(ready && !isSendingThis());
    m_ui->sendButton->setEnabled(ready && !m_sending);
    m_ui->sendAndKeepButton->setEnabled(ready && !m_sending);
    m_ui->clearButton->setEnabled(ready && !isSendingThis() && !m_ui->form->isEmpty());
    m_ui->forgetButton->setEnabled(ready);
    m_ui->readBackCheck->setVisible(m_subject && m_subject->canBeLookedUp);
}

void SendView::clearForm()
{
    const upload::FormRecord typed = m_ui->form->record();
    m_ui->form->setRecord({});
    const QDateTime unknownSince = std::exchange(m_unknownSince, {});
    keepDraft();
    showPreview();
    showState();
    m_ui->form->focusFirst();
    m_banner->tell(Severity::Info, tr("The form was cleared."), tr("&Undo"),
                   [this, typed, unknownSince, key = m_subject->key] {
                       if (!m_subject || m_subject->key != key)
                           return;
                       m_unknownSince = unknownSince;
                       m_ui->form->setRecord(typed);
                       keepDraft();
                       showPreview();
                       showState();
                   });
}

void SendView::forgetRecent()
{
    auto *job = m_engine.uploads().forgetRecentValues(m_subject->connection);
    connect(job, &Job::finished, this, [this, job, name = m_subject->connection.name] {
        if (job->error()) {
            m_banner->tell(*job->error());
            return;
        }
        m_ui->form->setRecent({});
        m_banner->tell(Severity::Info, tr("What was sent to “%1” before is not offered any more.").arg(name));
    });
}

void SendView::arrange()
{
    const bool narrow = window()->width() < narrowWindow;
    const Qt::Orientation wanted = narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_ui->splitter->orientation() == wanted)
        return;
    m_ui->splitter->setOrientation(wanted);
    m_ui->preview->layout()->setContentsMargins(narrow ? 0 : 8, 8, 0, 0);
    m_ui->splitter->setSizes(narrow ? QList<int>{300, 120} : QList<int>{600, 400});
}

void SendView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SendView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
