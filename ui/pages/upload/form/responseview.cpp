// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/responseview.h"

#include "kit/errorbanner.h"
#include "kit/labels.h"
#include "pages/upload/form/formfields.h"
#include "pages/upload/form/keynamesdialog.h"
#include "pages/upload/form/sendview.h"
#include "ui_responseview.h"

#include <QEvent>

namespace gauge::ui {

using upload::FormRecord;
using upload::ResponseKeys;

namespace {

SendSubject subjectOf(engine::Engine &engine, const service::Connection &connection, const ResponseKeys &keys,
                      upload::AnswerFormat format)
{
    SendSubject subject;
    subject.key = {connection.id, upload::responseForm()};
    subject.connection = connection;
    subject.fields = fieldsOf(keys);
    subject.check = [keys](const FormRecord &fields) { return checkResponse(keys, fields); };
    subject.complete = upload::withoutEmpty;
    subject.preview = [connection, format](const FormRecord &fields) {
        return upload::preview(upload::responseRequest(connection, fields, format),
                               upload::SecretName::ApiKey);
    };
    subject.send = [uploads = engine.uploads(), connection, keys,
                    format](const FormRecord &fields, engine::ReadBackOptions afterwards) {
        engine::ResponseToSend what;
        what.keys = keys;
        what.fields = fields;
        what.format = format;
        what.afterwards = afterwards;
        return uploads.send(connection, what);
    };
    subject.canBeLookedUp = true;
    return subject;
}

} // namespace

ResponseView::ResponseView(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::ResponseView>())
    , m_send(new SendView(engine, this))
{
    m_ui->setupUi(this);
    m_banner = new ActionBanner(m_ui->keysBanner, this);
    m_send->setObjectName(QStringLiteral("sendView"));
    m_ui->viewLayout->addWidget(m_send, 1);
    makeQuiet(m_ui->introLabel);
    connect(m_ui->keysButton, &QPushButton::clicked, this, &ResponseView::editKeys);
    connect(m_ui->answerBox, &QComboBox::currentIndexChanged, this, [this] { showForm(); });
    connect(m_send, &SendView::connectionEditRequested, this, &ResponseView::connectionEditRequested);
    connect(m_send, &SendView::recordRequested, this, &ResponseView::recordRequested);
    showForm();
}

ResponseView::~ResponseView() = default;

void ResponseView::setConnection(const std::optional<service::Connection> &connection)
{
    const bool same = connection && m_connection && connection->id == m_connection->id;
    m_connection = connection;
    if (same) {
        showForm();
        return;
    }
    m_keys.reset();
    m_keyIsMissing = false;
    showForm();
    loadKeys();
}

void ResponseView::loadKeys()
{
    m_banner->dismiss();
    if (!m_connection)
        return;
    auto *job = m_engine.uploads().responseKeys(*m_connection);
    connect(job, &Job::finished, this, [this, job, id = m_connection->id] {
        if (!m_connection || m_connection->id != id)
            return;
        if (job->error())
            m_banner->tell(*job->error(), tr("&Try again"), [this] { loadKeys(); });
        else
            takeKeys(job->result());
    });
}

void ResponseView::lookForApiKey()
{
    if (!m_connection || !m_keys || !isVisible())
        return;
    auto *job = m_engine.hasApiKey(*m_connection);
    connect(job, &Job::finished, this, [this, job, connection = *m_connection] {
        // A keychain that does not answer says so when something is sent.
        if (job->error() || !m_connection || m_connection->id != connection.id)
            return;
        const bool wasMissing = std::exchange(m_keyIsMissing, !job->result());
        if (m_keyIsMissing == wasMissing)
            return;
        if (!m_keyIsMissing) {
            m_banner->dismiss();
            return;
        }
        m_banner->tell(ErrorBanner::Severity::Info,
                       tr("There is no API key for “%1” on this computer, and this call needs one. Enter it "
                          "in the connection.")
                           .arg(connection.name),
                       tr("Open the &connection"),
                       [this, id = connection.id] { Q_EMIT connectionEditRequested(id); });
    });
}

void ResponseView::takeKeys(const ResponseKeys &keys)
{
    QHash<QString, QString> renamed;
    for (const upload::ResponseFieldInfo &info : upload::responseFields()) {
        if (m_keys)
            renamed.insert(m_keys->key(info.field), keys.key(info.field));
    }
    m_keys = keys;
    showForm(renamed);
    lookForApiKey();
}

void ResponseView::editKeys()
{
    if (!m_connection)
        return;
    auto *dialog = new KeyNamesDialog(m_engine, *m_connection, m_keys.value_or(ResponseKeys()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyNamesDialog::saved, this, [this, id = m_connection->id](const ResponseKeys &keys) {
        if (m_connection && m_connection->id == id)
            takeKeys(keys);
    });
    dialog->open();
}

upload::AnswerFormat ResponseView::format() const
{
    return m_ui->answerBox->currentIndex() == 0 ? upload::AnswerFormat::Json : upload::AnswerFormat::Xml;
}

void ResponseView::showForm(const QHash<QString, QString> &renamed)
{
    std::optional<SendSubject> subject;
    if (m_connection && m_keys)
        subject = subjectOf(m_engine, *m_connection, *m_keys, format());
    m_ui->keysButton->setEnabled(m_connection && m_keys);
    m_send->setSubject(std::move(subject), renamed);
}

void ResponseView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    lookForApiKey(); // it may have been entered meanwhile
}

void ResponseView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showForm(); // the fields have titles
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
