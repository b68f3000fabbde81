// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/recordview.h"

#include "kit/labels.h"
#include "kit/theme.h"
#include "pages/upload/configurations/configurationbox.h"
#include "pages/upload/form/formfields.h"
#include "pages/upload/form/sendview.h"
#include "ui_recordview.h"

#include <QEvent>

namespace gauge::ui {

using upload::Configuration;
using upload::FormRecord;

namespace {

SendSubject subjectOf(engine::Engine &engine, const service::Connection &connection,
                      const Configuration &configuration)
{
    const catalog::RecordType *type = catalog::findRecordType(configuration.recordType);
    SendSubject subject;
    subject.key = {connection.id, configuration.id};
    subject.connection = connection;
    subject.fields = fieldsOf(configuration);
    subject.check = [check = upload::RecordCheck(configuration)](const FormRecord &record) {
        return atTheirFields(check.check(withDefaults(check.configuration(), record)), check.configuration());
    };
    subject.complete = [configuration](const FormRecord &record) {
        return withDefaults(configuration, upload::withoutEmpty(record));
    };
    subject.preview = [connection, reference = configuration.reference](const FormRecord &record) {
        return upload::preview(upload::recordRequest(connection, reference, record),
                               upload::SecretName::Token);
    };
    subject.send = [uploads = engine.uploads(), connection,
                    configuration](const FormRecord &record, engine::ReadBackOptions afterwards) {
        engine::RecordUpload what;
        what.configuration = configuration;
        what.record = record;
        what.afterwards = afterwards;
        return uploads.send(connection, what);
    };
    subject.mails = type && type->mailsCustomers ? type : nullptr;
    subject.canBeLookedUp = type && type->becomesResponse;
    return subject;
}

} // namespace

RecordView::RecordView(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::RecordView>())
    , m_configurations(new ConfigurationBox(engine, this))
    , m_send(new SendView(engine, this))
{
    m_ui->setupUi(this);
    m_send->setObjectName(QStringLiteral("sendView"));
    m_ui->viewLayout->addWidget(m_send, 1);
    m_configurations->setObjectName(QStringLiteral("configurationBox"));
    m_ui->choiceLayout->addWidget(m_configurations, 1);
    m_ui->configurationLabel->setBuddy(m_configurations);
    setTabOrder(m_configurations, m_send);
    connect(m_configurations, &ConfigurationBox::currentChanged, this, &RecordView::showForm);
    connect(m_send, &SendView::connectionEditRequested, this, &RecordView::connectionEditRequested);
    applyTexts();
    showForm();
}

RecordView::~RecordView() = default;

void RecordView::setConnection(const std::optional<service::Connection> &connection)
{
    m_connection = connection;
    showForm();
}

void RecordView::showForm()
{
    const std::optional<Configuration> &configuration = m_configurations->current();
    std::optional<SendSubject> subject;
    if (m_connection && configuration)
        subject = subjectOf(m_engine, *m_connection, *configuration);
    m_send->setSubject(std::move(subject));
    applyTexts();
}

void RecordView::applyTexts()
{
    const std::optional<Configuration> &configuration = m_configurations->current();
    const catalog::RecordType *type
        = configuration ? catalog::findRecordType(configuration->recordType) : nullptr;
    const bool mails = type && type->mailsCustomers;
    m_ui->mailsIcon->setVisible(mails);
    m_ui->mailsLabel->setVisible(mails);
    if (!mails)
        return;
    m_ui->mailsLabel->setText(QCoreApplication::translate("catalog", type->warning));
    m_ui->mailsIcon->setPixmap(icon(QStringLiteral("warning"), signalColor(Signal::Attention, palette()))
                                   .pixmap(QSize(16, 16), devicePixelRatio()));
}

void RecordView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        applyTexts();
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
