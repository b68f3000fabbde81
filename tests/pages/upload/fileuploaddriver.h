// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/errorbanner.h"
#include "pages/upload/file/checkstep.h"
#include "pages/upload/file/columnstep.h"
#include "pages/upload/file/fileuploadview.h"
#include "pages/upload/file/uploadpane.h"
#include "support/testcase.h"
#include "uploadfixture.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTreeView>

namespace gauge::test {

//! Drives the view through its four steps, to a service on loopback.
class FileUploadDriver : public TestCase
{
protected:
    using Connection = service::Connection;
    using ErrorBanner = ui::ErrorBanner;
    using FileUploadView = ui::FileUploadView;

    void begin()
    {
        TestCase::init();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_system = std::make_unique<UploadFixture>();
        m_connection = m_system->save(QStringLiteral("ACME"));
        make();
    }
    void end()
    {
        m_view.reset();
        m_system.reset();
    }
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_view->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] QPushButton *next() const { return part<QPushButton>("nextButton"); }
    [[nodiscard]] QString obstacle() const { return part<QLabel>("obstacleLabel")->text(); }
    [[nodiscard]] int step() const { return part<QStackedWidget>("stepStack")->currentIndex(); }
    [[nodiscard]] QString banner(const char *name) const { return part<ErrorBanner>(name)->text(); }
    [[nodiscard]] QAbstractItemModel *model(const char *table) const
    {
        return part<QAbstractItemView>(table)->model();
    }
    [[nodiscard]] QString cell(const char *table, int row, int column) const
    {
        return model(table)->index(row, column).data().toString();
    }
    void make()
    {
        m_view = std::make_unique<FileUploadView>(*m_system->engine);
        m_view->setConnection(m_connection);
        m_view->resize(900, 640);
        m_view->show();
    }
    //! A file that is ready to be mapped.
    void open(const QString &path)
    {
        m_view->open(path);
        QTRY_VERIFY2(next()->isEnabled(), qPrintable(obstacle()));
    }
    void resume()
    {
        QTRY_VERIFY2(next()->isEnabled(), qPrintable(obstacle()));
        next()->click();
    }
    void openMapped(const QString &path)
    {
        open(path);
        resume();
        QCOMPARE(step(), 1);
        QTRY_VERIFY(model("mappingTable")->rowCount() > 0);
    }
    void openChecked(const QString &path)
    {
        openMapped(path);
        resume();
        QCOMPARE(step(), 2);
        QTRY_VERIFY(part<ui::CheckStep>("CheckStep")->report().has_value());
    }
    void openToSend(const QString &path)
    {
        openChecked(path);
        resume();
        QCOMPARE(step(), 3);
        QTRY_VERIFY2(!obstacle().startsWith(QLatin1String("It is looked up")), qPrintable(obstacle()));
        part<QSpinBox>("rateBox")->setValue(1000);
    }
    //! Presses Send and waits for the end.
    void send()
    {
        const QSignalSpy ended(part<ui::UploadPane>("UploadPane"), &ui::UploadPane::finished);
        resume();
        QVERIFY(QTest::qWaitFor([&] { return !ended.isEmpty(); }, 30'000));
    }
    QStringList figures() const
    {
        QStringList texts;
        for (const char *name :
             {"acceptedFigure", "refusedFigure", "unknownFigure", "notSentFigure", "sumFigure"})
            texts.append(part<QLabel>(name)->text());
        return texts;
    }
    //! Types into the editor of a heading.
    void map(const QString &heading, const QString &text)
    {
        const QAbstractItemModel *mapping = model("mappingTable");
        for (int row = 0; row < mapping->rowCount(); ++row) {
            if (!cell("mappingTable", row, 0).startsWith(heading))
                continue;
            auto *box = qobject_cast<QComboBox *>(
                part<QTreeView>("mappingTable")->indexWidget(mapping->index(row, 1)));
            QVERIFY2(box, "no editor");
            box->setFocus();
            box->lineEdit()->selectAll();
            QTest::keyClicks(box->lineEdit(), text);
            QTest::keyClick(box->lineEdit(), Qt::Key_Return);
            return;
        }
        QFAIL(qPrintable("no heading " + heading));
    }

    std::unique_ptr<UploadFixture> m_system;
    Connection m_connection;
    std::unique_ptr<FileUploadView> m_view;
};

} // namespace gauge::test
