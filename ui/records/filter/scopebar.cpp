// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/scopebar.h"

#include "kit/flowlayout.h"
#include "ui_scopebar.h"

#include <QCheckBox>
#include <QEvent>

namespace gauge::ui {

namespace {

QString withTitle(const catalog::Endpoint &endpoint, const QString &part)
{
    // Most parts are columns of the feed and have a title there.
    if (const catalog::Column *column = endpoint.column(part))
        return QCoreApplication::translate("catalog", column->title);
    if (part == QLatin1String("properties"))
        return ScopeBar::tr("Properties");
    return part;
}

const QString &isoDay()
{
    static const QString format = QStringLiteral("yyyy-MM-dd");
    return format;
}

} // namespace

ScopeBar::ScopeBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ScopeBar>())
    , m_withFlow(new FlowLayout(16))
{
    m_ui->setupUi(this);
    m_ui->withPane->setLayout(m_withFlow);
    QSizePolicy wrapping(QSizePolicy::Preferred, QSizePolicy::Preferred);
    wrapping.setHeightForWidth(true);
    m_ui->withPane->setSizePolicy(wrapping);
    const QDate today = QDate::currentDate();
    m_ui->startEdit->setDate(today.addDays(-30));
    m_ui->endEdit->setDate(today);
    connect(m_ui->numberEdit, &QLineEdit::textChanged, this, &ScopeBar::changed);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &ScopeBar::changed);
    connect(m_ui->numberEdit, &QLineEdit::returnPressed, this, &ScopeBar::submitted);
    connect(m_ui->filterEdit, &QLineEdit::returnPressed, this, &ScopeBar::submitted);
    connect(m_ui->startEdit, &QDateEdit::dateChanged, this, &ScopeBar::changed);
    connect(m_ui->endEdit, &QDateEdit::dateChanged, this, &ScopeBar::changed);
    connect(m_ui->periodBox, &QComboBox::currentIndexChanged, this, [this] {
        showPeriod();
        Q_EMIT changed();
    });
    showPeriod();
}

ScopeBar::~ScopeBar() = default;

QString ScopeBar::periodTitle(const QString &field) const
{
    if (const catalog::Column *column = m_endpoint.column(field))
        return QCoreApplication::translate("catalog", column->title);
    return field;
}

void ScopeBar::setEndpoint(const catalog::Endpoint &endpoint)
{
    m_endpoint = endpoint;
    m_ui->numberLabel->setVisible(endpoint.numberFilter);
    m_ui->numberEdit->setVisible(endpoint.numberFilter);
    m_ui->filterLabel->setVisible(endpoint.outboundFilter);
    m_ui->filterEdit->setVisible(endpoint.outboundFilter);
    m_ui->periodPane->setVisible(endpoint.periodStyle != catalog::PeriodStyle::None);
    {
        const QSignalBlocker quiet(m_ui->periodBox);
        const QVariant chosen = m_ui->periodBox->currentData();
        m_ui->periodBox->clear();
        m_ui->periodBox->addItem(tr("Any time"), QString());
        const QStringList fields = endpoint.possiblePeriodFields();
        for (const QString &field : fields)
            m_ui->periodBox->addItem(periodTitle(field), field);
        m_ui->periodBox->setCurrentIndex(std::max(m_ui->periodBox->findData(chosen), 0));
    }
    showPeriod();
    showWith();
}

void ScopeBar::showPeriod()
{
    const bool narrowed = !m_ui->periodBox->currentData().toString().isEmpty();
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->startLabel), static_cast<QWidget *>(m_ui->startEdit),
                            static_cast<QWidget *>(m_ui->endLabel), static_cast<QWidget *>(m_ui->endEdit)})
        widget->setVisible(narrowed);
}

void ScopeBar::showWith()
{
    qDeleteAll(m_with);
    m_with.clear();
    m_ui->withPane->setVisible(!m_endpoint.with.isEmpty());
    m_ui->withLabel->setVisible(!m_endpoint.with.isEmpty());
    for (const QString &part : std::as_const(m_endpoint.with)) {
        auto *box = new QCheckBox(withTitle(m_endpoint, part), m_ui->withPane);
        box->setObjectName(QStringLiteral("with_") + part);
        box->setProperty("part", part);
        box->setChecked(!m_withoutWith.contains(part));
        connect(box, &QCheckBox::toggled, this, [this, part](bool on) {
            m_withoutWith.removeAll(part);
            if (!on)
                m_withoutWith.append(part);
            Q_EMIT changed();
        });
        m_withFlow->addWidget(box);
        m_with.push_back(box);
    }
}

catalog::Scope ScopeBar::scope() const
{
    catalog::Scope scope;
    if (m_endpoint.numberFilter)
        scope.number = m_ui->numberEdit->text().trimmed();
    if (m_endpoint.outboundFilter)
        scope.outboundFilter = m_ui->filterEdit->text().trimmed();
    if (m_endpoint.periodStyle != catalog::PeriodStyle::None)
        scope.periodField = m_ui->periodBox->currentData().toString();
    if (!scope.periodField.isEmpty()) {
        scope.periodStart = m_ui->startEdit->date().toString(isoDay());
        scope.periodEnd = m_ui->endEdit->date().toString(isoDay());
    }
    for (const QCheckBox *box : m_with) {
        if (box->isChecked())
            scope.with.append(box->property("part").toString());
    }
    return scope;
}

void ScopeBar::setScope(const catalog::Scope &scope)
{
    m_ui->numberEdit->setText(scope.number);
    m_ui->filterEdit->setText(scope.outboundFilter);
    m_ui->periodBox->setCurrentIndex(std::max(m_ui->periodBox->findData(scope.periodField), 0));
    if (!scope.periodField.isEmpty()) {
        m_ui->startEdit->setDate(QDate::fromString(scope.periodStart, isoDay()));
        m_ui->endEdit->setDate(QDate::fromString(scope.periodEnd, isoDay()));
    }
    for (QCheckBox *box : m_with)
        box->setChecked(scope.with.contains(box->property("part").toString()));
}

void ScopeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        setEndpoint(m_endpoint);
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
