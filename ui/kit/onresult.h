// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <utility>

namespace gauge::ui {

//! Calls \a answer with the future's result in the thread of \a context, and never once that is
//! gone. (QFuture::then(context, …) of Qt 6.4 asserts when the context died before the answer.)
//! A future that was cancelled answers nothing.
template <typename T, typename Answer>
void onResult(const QFuture<T> &future, QObject *context, Answer answer)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, answer = std::move(answer)]() mutable {
                         watcher->deleteLater();
                         const QFuture<T> done = watcher->future();
                         if (!done.isCanceled() && done.resultCount() > 0)
                             answer(done.result());
                     });
    watcher->setFuture(future);
}

} // namespace gauge::ui
