// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/configurationscenes.h"

#include "pages/upload/configurations/configurationbox.h"
#include "pages/upload/configurations/configurationeditor.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

namespace gauge::screens {

namespace {

upload::Configuration calls()
{
    upload::Configuration configuration = upload::builtInConfigurations().front();
    configuration.id.clear();
    configuration.name = QStringLiteral("Calls from the CRM");
    configuration.reference = QStringLiteral("16b53fd0-9103-431f-a5bd-f492b3eeb835");
    upload::Heading &type = configuration.headings[3];
    type.type = catalog::ValueType::Choice;
    type.choices = {QStringLiteral("Call"), QStringLiteral("Visit")};
    type.defaultValue = QStringLiteral("Call");
    configuration.headings[1].hint = QStringLiteral("number of the call");
    return configuration;
}

} // namespace

void configurationBox(Stage &stage)
{
    auto *saving = stage.engine().uploads().saveConfiguration(calls());
    QString id;
    QObject::connect(saving, &Job::finished, &stage.window(), [&] { id = saving->result().id; });
    stage.waitUntilIdle();
    ui::ConfigurationBox box(stage.engine());
    box.choose(id);
    box.resize(640, box.sizeHint().height());
    box.show();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("configuration-box"), &box);
    auto *menu = box.findChild<QMenu *>(QStringLiteral("configurationMenu"));
    menu->popup(QPoint(0, 0));
    stage.picture(QStringLiteral("configuration-menu"), menu);
    menu->hide();
    box.findChild<QAction *>(QStringLiteral("removeConfiguration"))->trigger();
    stage.waitUntilIdle();
    stage.settle();
    box.resize(640, box.sizeHint().height());
    stage.picture(QStringLiteral("configuration-removed"), &box);
    QFile broken(stage.engine().dataFolder() + QStringLiteral("/configurations/visits.json"));
    if (!broken.open(QIODevice::WriteOnly))
        qFatal("not written");
    broken.close();
    box.refresh();
    stage.waitUntilIdle();
    stage.settle();
    box.resize(640, box.heightForWidth(640));
    stage.picture(QStringLiteral("configuration-problem"), &box);
}

void configurationEditor(Stage &stage)
{
    ui::ConfigurationEditor made(stage.engine(), ui::ConfigurationEditor::newConfiguration(), {});
    made.show();
    made.findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Save)->click();
    stage.picture(QStringLiteral("configuration-new"), &made);
    made.findChild<QLineEdit *>(QStringLiteral("nameEdit"))
        ->setText(QStringLiteral("Surveys after an order"));
    auto *type = made.findChild<QComboBox *>(QStringLiteral("typeBox"));
    type->setCurrentIndex(type->findData(QStringLiteral("surveys")));
    Q_EMIT type->activated(type->currentIndex());
    stage.picture(QStringLiteral("configuration-mails"), &made);
    upload::Configuration own = calls();
    own.headings[4].name = QStringLiteral("reference");
    ui::ConfigurationEditor editor(stage.engine(), own, {});
    editor.show();
    QGuiApplication::clipboard()->setText(QStringLiteral("Agent\tQueue\tSubject\n"));
    editor.findChild<QPushButton *>(QStringLiteral("pasteButton"))->click();
    stage.settle();
    stage.picture(QStringLiteral("configuration-edit"), &editor);
    ui::ConfigurationEditor copy(stage.engine(), upload::builtInConfigurations().front(), {});
    copy.show();
    auto *table = copy.findChild<QTableView *>(QStringLiteral("headingTable"));
    table->setFocus();
    table->edit(table->model()->index(5, 1));
    stage.picture(QStringLiteral("configuration-copy"), &copy);
}

} // namespace gauge::screens
