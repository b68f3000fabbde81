// SPDX-License-Identifier: GPL-3.0-or-later
// The other process of the lake's tests: lakecompanion VERB PATH [ARGUMENT]. Prints one line an event.
#include "base/clock.h"
#include "lake/maintenance/relocation.h"
#include "lake/people/person.h"
#include "lake/read/lakereader.h"
#include "lake/write/lakewriter.h"
#include "support/pagebuilder.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace gauge;

namespace {

const catalog::Catalog &feeds()
{
    static const auto catalog = catalog::Catalog::builtIn();
    return catalog;
}

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

int sayError(const Error &error)
{
    say(kindName(error.kind) + QStringLiteral(": ") + error.text);
    return 1;
}

Result<std::unique_ptr<lake::LakeWriter>> openWriter(const QString &path)
{
    return lake::LakeWriter::open(*lake::Location::parse(path, {}), feeds(), std::make_shared<SystemClock>());
}

//! Takes the lease and keeps it until it is killed.
int hold(const QString &path, const QString &feed)
{
    auto writer = openWriter(path);
    if (!writer)
        return sayError(writer.error());
    if (auto taken = (*writer)->acquireLease(feed); !taken)
        return sayError(taken.error());
    say(QStringLiteral("held"));
    for (;;)
        ::pause();
}

//! Says \a stage and stays until it is killed.
[[noreturn]] void stayAt(const QString &stage)
{
    say(stage);
    for (;;)
        ::pause();
}

//! Moves the lake as far as \a stage: copying, copied or finished.
int move(const QString &path, const QString &to, const QString &stage)
{
    const auto copied = lake::LakeMove::copy(path, to, SystemClock().now(), {}, [&stage](qint64, qint64) {
        if (stage == QLatin1String("copying"))
            stayAt(stage);
    });
    if (!copied)
        return sayError(copied.error());
    if (stage == QLatin1String("copied"))
        stayAt(stage);
    if (auto finished = (*copied)->finish(); !finished)
        return sayError(finished.error());
    stayAt(stage);
}

//! Stores a record with the key \a number, closes the lake and ends.
int storeOne(const QString &path, int number)
{
    auto writer = openWriter(path);
    if (!writer)
        return sayError(writer.error());
    const catalog::Endpoint &feed = *feeds().find(QStringLiteral("responses"));
    if (auto taken = (*writer)->acquireLease(feed.id); !taken)
        return sayError(taken.error());
    test::PageBuilder page(feed);
    page.record({{QStringLiteral("number_customergauge"), number}});
    if (auto stored = (*writer)->store(feed, {}, page.page(), std::nullopt); !stored)
        return sayError(stored.error());
    writer->reset();
    say(QStringLiteral("stored"));
    return 0;
}

//! Stores pages without end; page n has records 100 n … 100 n + 99 and the cursor n.
int pages(const QString &path)
{
    auto writer = openWriter(path);
    if (!writer)
        return sayError(writer.error());
    const catalog::Endpoint &feed = *feeds().find(QStringLiteral("responses"));
    if (auto taken = (*writer)->acquireLease(feed.id); !taken)
        return sayError(taken.error());
    const auto start = (*writer)->checkpoint(feed.id, {});
    if (!start)
        return sayError(start.error());
    for (int number = start->cursor.toInt() + 1;; ++number) {
        test::PageBuilder page(feed);
        for (int i = 0; i < 100; ++i) {
            page.record({{QStringLiteral("number_customergauge"), number * 100 + i}},
                        {{QStringLiteral("property.Page %1").arg(number), number}}, std::string(2000, 'r'));
        }
        const auto stored
            = (*writer)->store(feed, {}, page.page(), lake::Checkpoint{QString::number(number), false});
        if (!stored)
            return sayError(stored.error());
        say(QString::number(number));
    }
}

//! A file may not grow beyond the limit, as on a disk that is full.
int limited(const QString &path, const QString &bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes.toULong(), bytes.toULong()};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 2;
    return pages(path);
}

//! Erases a person and dies at the given step of it, if there are so many.
int erase(const QString &path, const QString &email, int lastStep)
{
    const auto key = lake::PersonKey::make(lake::PersonKey::Kind::Email, email);
    if (!key)
        return sayError(key.error());
    int steps = 0;
    const auto erased = lake::erasePerson(*lake::Location::parse(path, {}), feeds(), *key,
                                          lake::Mentions::Kept, {}, [&](qint64, qint64) {
                                              if (++steps == lastStep)
                                                  ::kill(::getpid(), SIGKILL);
                                          });
    if (!erased)
        return sayError(erased.error());
    say(erased->isProven() ? QStringLiteral("erased") : QStringLiteral("not proven"));
    return 0;
}

//! Root may write anywhere; another user may not.
void becomeNobody()
{
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
        std::abort();
}

int openAsNobody(const QString &path)
{
    becomeNobody();
    auto writer = openWriter(path);
    if (!writer)
        return sayError(writer.error());
    say(QStringLiteral("opened"));
    return 0;
}

int countAsNobody(const QString &path)
{
    becomeNobody();
    auto reader = lake::LakeReader::open(*lake::Location::parse(path, {}), feeds());
    if (!reader)
        return sayError(reader.error());
    const auto count = (*reader)->count(QStringLiteral("responses"), {});
    if (!count)
        return sayError(count.error());
    say(QString::number(*count));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString verb = arguments.value(1);
    const QString path = arguments.value(2);
    if (verb == QLatin1String("hold"))
        return hold(path, arguments.value(3));
    if (verb == QLatin1String("store"))
        return storeOne(path, arguments.value(3).toInt());
    if (verb == QLatin1String("pages"))
        return pages(path);
    if (verb == QLatin1String("limited"))
        return limited(path, arguments.value(3));
    if (verb == QLatin1String("erase"))
        return erase(path, arguments.value(3), arguments.value(4).toInt());
    if (verb == QLatin1String("move"))
        return move(path, arguments.value(3), arguments.value(4));
    if (verb == QLatin1String("open-as-nobody"))
        return openAsNobody(path);
    if (verb == QLatin1String("count-as-nobody"))
        return countAsNobody(path);
    return 64;
}
