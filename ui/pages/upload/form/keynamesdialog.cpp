// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/keynamesdialog.h"

#include "kit/errorbanner.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "ui_keynamesdialog.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>

namespace gauge::ui {

using upload::ResponseKeys;

namespace {

constexpr int longestKey = 256; // what is saved

} // namespace

KeyNamesDialog::KeyNamesDialog(engine::Engine &engine, service::Connection connection,
                               const ResponseKeys &keys, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_connection(std::move(connection))
    , m_ui(std::make_unique<Ui::KeyNamesDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("keyNamesDialog"));
    makeQuiet(m_ui->introLabel);
    makeRows(keys);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &KeyNamesDialog::save);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui->buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        for (QLineEdit *edit : m_edits)
            edit->clear();
    });
    m_ui->buttons->button(QDialogButtonBox::RestoreDefaults)->setAutoDefault(false);
    applyTexts();
    check();
    m_edits.front()->setFocus(Qt::OtherFocusReason);
}

KeyNamesDialog::~KeyNamesDialog() = default;

void KeyNamesDialog::makeRows(const ResponseKeys &keys)
{
    QWidget *last = nullptr;
    for (const upload::ResponseFieldInfo &info : upload::responseFields()) {
        auto *edit = new QLineEdit(this);
        const QString usual = QString::fromLatin1(info.usualKey);
        const QString key = keys.key(info.field);
        edit->setObjectName(QStringLiteral("key-") + QString::fromLatin1(info.id));
        edit->setMaxLength(longestKey);
        edit->setPlaceholderText(usual);
        edit->setText(key == usual ? QString() : key);
        auto *label = new PlainLabel(this);
        label->setBuddy(edit);
        m_ui->keysLayout->addRow(label, edit);
        connect(edit, &QLineEdit::textChanged, this, &KeyNamesDialog::check);
        m_edits.push_back(edit);
        if (last)
            setTabOrder(last, edit);
        last = edit;
    }
    setTabOrder(last, m_ui->buttons);
}

void KeyNamesDialog::applyTexts()
{
    setWindowTitle(tr("Key names of “%1”").arg(m_connection.name));
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        const QString title = QCoreApplication::translate("upload", upload::responseFields()[i].title);
        static_cast<PlainLabel *>(m_ui->keysLayout->labelForField(m_edits[i]))->setText(title);
        m_edits[i]->setAccessibleName(title);
    }
    m_ui->buttons->button(QDialogButtonBox::RestoreDefaults)->setText(tr("&Usual names"));
    m_ui->buttons->button(QDialogButtonBox::Save)->setText(tr("&Save"));
}

ResponseKeys KeyNamesDialog::keys() const
{
    ResponseKeys keys;
    for (std::size_t i = 0; i < m_edits.size(); ++i)
        keys.setKey(upload::responseFields()[i].field, m_edits[i]->text().trimmed());
    return keys;
}

QString KeyNamesDialog::validationError() const
{
    const ResponseKeys typed = keys();
    QSet<QString> seen;
    for (const upload::ResponseFieldInfo &info : upload::responseFields()) {
        const QString key = typed.key(info.field);
        if (seen.contains(key))
            return tr("“%1” is the name of two fields. Give each field its own name.").arg(key);
        seen.insert(key);
    }
    return {};
}

void KeyNamesDialog::check()
{
    const QString words = validationError();
    m_ui->objectionLabel->setText(words);
    m_ui->objectionLabel->setVisible(!words.isEmpty());
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(words.isEmpty() && !m_isSaving);
}

void KeyNamesDialog::save()
{
    m_isSaving = true;
    m_ui->keyNamesBanner->dismiss();
    check();
    const ResponseKeys typed = keys();
    auto *job = m_engine.uploads().saveResponseKeys(m_connection, typed);
    connect(job, &Job::finished, this, [this, job, typed] {
        m_isSaving = false;
        check();
        if (job->error()) {
            m_ui->keyNamesBanner->showError(*job->error());
            return;
        }
        Q_EMIT saved(typed);
        accept();
    });
}

void KeyNamesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
        check();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
