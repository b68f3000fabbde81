// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/namedialog.h"

#include "kit/labels.h"
#include "ui_namedialog.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QPushButton>

namespace gauge::ui {

NameDialog::NameDialog(NameQuestion question, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NameDialog>())
    , m_question(std::move(question))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("nameDialog"));
    makeQuiet(m_ui->nameHint);
    makeQuiet(m_ui->fileHint);
    for (QWidget *part : {static_cast<QWidget *>(m_ui->fileLabel), static_cast<QWidget *>(m_ui->fileEdit),
                          static_cast<QWidget *>(m_ui->fileHint)})
        part->hide();
    m_ui->nameEdit->setText(m_question.name);
    m_ui->nameEdit->selectAll();
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &NameDialog::check);
    connect(m_ui->fileEdit, &QLineEdit::textChanged, this, &NameDialog::check);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &NameDialog::finish);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    applyTexts();
    check();
}

NameDialog::~NameDialog() = default;

void NameDialog::askForFile(const QString &pattern, const saved::OutputFacts &facts)
{
    m_facts = facts;
    m_ui->fileLabel->show();
    m_ui->fileEdit->show();
    m_ui->fileHint->show();
    m_ui->fileEdit->setText(QDir::toNativeSeparators(pattern));
    check();
}

QString NameDialog::file() const
{
    return QDir::fromNativeSeparators(m_ui->fileEdit->text().trimmed());
}

void NameDialog::applyTexts()
{
    setWindowTitle(m_question.title);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(m_question.acceptText);
}

void NameDialog::check()
{
    const Result<QString> name = saved::usableName(m_ui->nameEdit->text());
    const auto other
        = std::find_if(m_question.taken.begin(), m_question.taken.end(),
                       [&](const QString &taken) { return name && saved::sameName(taken, *name); });
    const bool isTaken = other != m_question.taken.end();
    if (isTaken)
        m_ui->nameHint->setText(m_question.replaces
                                    ? tr("There is already “%1”. It is replaced.").arg(*other)
                                    : tr("There is already “%1”. Choose another name.").arg(*other));
    else
        m_ui->nameHint->setText(m_question.words);
    m_ui->nameHint->setVisible(!m_ui->nameHint->text().isEmpty());
    bool fits = name && (!isTaken || m_question.replaces);
    if (m_facts) {
        const QString path = saved::outputPath(file(), *m_facts);
        const bool usable = QFileInfo(path).isAbsolute() && !path.endsWith(QLatin1Char('/'));
        m_ui->fileHint->setText(usable ? tr("Today: %1. It is replaced where it exists. {date}, {time}, "
                                            "{connection} and {feed} are filled in each time.")
                                             .arg(QFileInfo(path).fileName())
                                       : tr("Enter a file with its folder."));
        fits = fits && usable;
    }
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(fits);
}

void NameDialog::finish()
{
    Q_EMIT named(m_ui->nameEdit->text(), m_facts ? file() : QString());
    accept();
}

void NameDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
        check();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
