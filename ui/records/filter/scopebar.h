// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"

#include <QWidget>

class QCheckBox;

namespace gauge::ui {

class FlowLayout;

namespace Ui {
class ScopeBar;
}

//! What the service is asked for: the filters that a feed's description offers, and what with[] adds.
class ScopeBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ScopeBar(QWidget *parent = nullptr);
    ~ScopeBar() override;

    //! Shows the filters of \a endpoint; what was entered stays where it still applies.
    void setEndpoint(const catalog::Endpoint &endpoint);

    [[nodiscard]] catalog::Scope scope() const;
    void setScope(const catalog::Scope &scope);

Q_SIGNALS:
    void changed();
    //! Enter in a field.
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPeriod();
    void showWith();
    [[nodiscard]] QString periodTitle(const QString &field) const;

    std::unique_ptr<Ui::ScopeBar> m_ui;
    catalog::Endpoint m_endpoint;
    FlowLayout *m_withFlow;
    std::vector<QCheckBox *> m_with;
    QStringList m_withoutWith; //!< parts that the person unticked, over a change of feed
};

} // namespace gauge::ui
