// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "kit/errorbanner.h"
#include "pages/upload/form/recordform.h"
#include "pages/upload/form/sendresult.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class SendView;
}

//! What a SendView sends, and all that differs between records and responses.
struct SendSubject
{
    upload::FormKey key;
    service::Connection connection;
    std::vector<FormField> fields;
    RecordForm::Check check;
    std::function<upload::FormRecord(const upload::FormRecord &)> complete; //!< what is typed, as it is sent
    std::function<upload::Preview(const upload::FormRecord &)> preview;
    std::function<AsyncJob<upload::SendOutcome> *(const upload::FormRecord &, engine::ReadBackOptions)> send;
    const catalog::RecordType *mails = nullptr; //!< a type whose records write to customers
    bool canBeLookedUp = false; //!< afterwards
};

//! A form, its preview, and what became of what was sent. What is typed is kept as a draft at once.
class SendView final : public QWidget
{
    Q_OBJECT
public:
    explicit SendView(engine::Engine &engine, QWidget *parent = nullptr);
    ~SendView() override;

    //! Another form, or the same with other fields: what is typed stays, its headings changed by \a renamed.
    //! Nothing: there is none.
    void setSubject(std::optional<SendSubject> subject, const QHash<QString, QString> &renamed = {});

Q_SIGNALS:
    void connectionEditRequested(const QString &id);
    void recordRequested(const QString &number);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Values { Clear, Keep };

    void wire();
    void load();
    void loadRecent();
    void take(const upload::Draft &draft);
    void keepDraft();
    void showPreview();
    void showState();
    void clearForm();
    void forgetRecent();
    void arrange();

    void send(Values values);
    void askWhetherAgain();
    void askAboutMails();
    void deliver();
    void conclude(const upload::SendOutcome &outcome);
    void concludeElsewhere(const upload::SendOutcome &outcome);
    void tellAccepted(const upload::SendOutcome &outcome);
    void tellUnknown(const upload::SendOutcome &outcome);
    void tellNotSent(const upload::SendOutcome &outcome);
    void tellRefused(const upload::SendOutcome &outcome);
    [[nodiscard]] bool isSendingThis() const;

    engine::Engine &m_engine;
    std::unique_ptr<Ui::SendView> m_ui;
    ActionBanner *m_banner;
    std::optional<SendSubject> m_subject;
    Sending *m_sending = nullptr; //!< what is on its way, perhaps of another form
    Values m_values = Values::Clear; //!< of what is about to be sent
    QDateTime m_unknownSince; //!< something of this form was sent whose fate is not known
    QSet<QString> m_unasked; //!< forms that may mail without another question
    QTimer m_pause; //!< a draft is written where typing stops
    quint64 m_loading = 0; //!< the draft that is awaited; an earlier one comes too late
    bool m_isLoading = false;
    bool m_keepFailed = false; //!< told once
};

} // namespace gauge::ui
