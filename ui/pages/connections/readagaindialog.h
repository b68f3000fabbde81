// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/fileplace.h"
#include "sync/verifyjob.h"

#include <QDate>
#include <QDialog>

class QCheckBox;

namespace gauge::ui {

namespace Ui {
class ReadAgainDialog;
}

//! What to read again of what was synced before, and how: a period, everything, or only to compare.
//! It starts nothing itself and closes when a choice was made.
class ReadAgainDialog final : public QDialog
{
    Q_OBJECT
public:
    //! The feeds are those of \a catalog; \a today proposes a period.
    ReadAgainDialog(catalog::Catalog catalog, const QString &connection, QDate today,
                    QWidget *parent = nullptr);
    ~ReadAgainDialog() override;

Q_SIGNALS:
    void readWanted(const gauge::sync::SyncPlan &plan);
    //! One a feed.
    void compareWanted(const std::vector<gauge::sync::VerifyPlan> &plans);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeFeeds();
    void setTabOrders();
    void wire();
    void applyTexts();
    void fillFields();
    void refresh();
    void makeRoom();
    void lookForReport();
    void browse();
    void finish();
    [[nodiscard]] std::vector<catalog::Endpoint> chosen() const;
    [[nodiscard]] catalog::Scope period() const;
    [[nodiscard]] bool writesReport() const;
    [[nodiscard]] QString report() const;
    //! Why it cannot start, in words, or empty.
    [[nodiscard]] QString validationError() const;
    [[nodiscard]] QString objectionToPeriod() const;
    [[nodiscard]] QString objectionToReport() const;

    std::unique_ptr<Ui::ReadAgainDialog> m_ui;
    const catalog::Catalog m_catalog;
    const QString m_connection;
    const QDate m_today;
    std::vector<QCheckBox *> m_feeds; //!< in the catalog's order
    std::optional<Obstacle> m_obstacle; //!< of the report; nothing: not known yet
    quint64 m_lookup = 0;
};

} // namespace gauge::ui
