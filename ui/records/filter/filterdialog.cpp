// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/filterdialog.h"

#include "kit/labels.h"
#include "kit/theme.h"
#include "lake/sql/titles.h"
#include "records/filter/conditiontext.h"
#include "ui_filterdialog.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>

#include <algorithm>

namespace gauge::ui {

using query::Filter;

namespace {

//! Groups of which all must hold are no groups within all that must hold: their members stand there.
int placeInTree(const std::vector<Filter> &filters, int place)
{
    int result = place < 0 ? -1 : 0;
    for (int i = 0; i < place && std::size_t(i) < filters.size(); ++i) {
        const Filter &filter = filters[std::size_t(i)];
        result += filter.kind() == Filter::Kind::All ? int(filter.members().size()) : 1;
    }
    return result;
}

} // namespace

FilterDialog::FilterDialog(std::vector<lake::LakeColumn> columns, const std::vector<Filter> &filters,
                           int place, ValueSource source, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FilterDialog>())
    , m_columns(std::move(columns))
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->wordsLabel);
    m_ui->upButton->setIcon(icon(QStringLiteral("chevron-up")));
    m_ui->downButton->setIcon(icon(QStringLiteral("chevron-down")));
    m_ui->removeButton->setIcon(icon(QStringLiteral("trash")));
    m_ui->editor->setColumns(m_columns);
    m_ui->editor->setValues(std::move(source));
    m_ui->tree->setColumns(m_columns);
    m_ui->tree->setFilters(filters);
    connectParts();
    m_ui->tree->goTo(placeInTree(filters, place));
    m_ui->tree->setFocus();
    showPart();
    showFilter();
}

FilterDialog::~FilterDialog() = default;

void FilterDialog::connectParts()
{
    FilterTree *tree = m_ui->tree;
    connect(tree, &QTreeWidget::currentItemChanged, this, &FilterDialog::showPart);
    connect(tree, &FilterTree::changed, this, &FilterDialog::showFilter);
    connect(tree, &FilterTree::editWanted, this, [this, tree] {
        if (tree->currentCondition())
            m_ui->editor->focusValue();
        else
            (m_ui->allButton->isChecked() ? m_ui->allButton : m_ui->anyButton)->setFocus();
    });
    connect(tree, &FilterTree::removeWanted, tree, &FilterTree::removeCurrent);
    connect(m_ui->addButton, &QPushButton::clicked, this, &FilterDialog::addCondition);
    connect(m_ui->groupButton, &QPushButton::clicked, tree, &FilterTree::addGroup);
    connect(m_ui->upButton, &QToolButton::clicked, tree, &FilterTree::moveUp);
    connect(m_ui->downButton, &QToolButton::clicked, tree, &FilterTree::moveDown);
    connect(m_ui->removeButton, &QToolButton::clicked, tree, &FilterTree::removeCurrent);
    connect(m_ui->allButton, &QRadioButton::clicked, tree, [tree] { tree->setJoiner(Filter::Kind::All); });
    connect(m_ui->anyButton, &QRadioButton::clicked, tree, [tree] { tree->setJoiner(Filter::Kind::Any); });
    connect(m_ui->editor, &ConditionEditor::changed, tree,
            [this, tree] { tree->setCurrentCondition(m_ui->editor->condition()); });
    connect(m_ui->textEdit, &QLineEdit::textEdited, this, &FilterDialog::takeText);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &FilterDialog::copyText);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &FilterDialog::finish);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

//! The current part of the tree, to be changed.
void FilterDialog::showPart()
{
    FilterTree *tree = m_ui->tree;
    const std::optional<query::Condition> condition = tree->currentCondition();
    m_ui->editor->setVisible(condition.has_value());
    if (condition)
        m_ui->editor->setCondition(condition, tree->othersOfCurrent());
    else
        m_ui->editor->rest();
    showButtons();
}

void FilterDialog::showButtons()
{
    const FilterTree *tree = m_ui->tree;
    (tree->joiner() == Filter::Kind::All ? m_ui->allButton : m_ui->anyButton)->setChecked(true);
    m_ui->groupButton->setEnabled(tree->canAddGroup());
    m_ui->upButton->setEnabled(tree->canMoveUp());
    m_ui->downButton->setEnabled(tree->canMoveDown());
    m_ui->removeButton->setEnabled(tree->canRemove());
}

void FilterDialog::showFilter()
{
    const std::vector<Filter> filters = m_ui->tree->filters();
    const QString words = filters.empty() ? tr("Every record") : filterLabel(Filter::all(filters), m_columns);
    m_ui->wordsLabel->setText(tr("As text: %1").arg(words));
    m_textProblem.clear();
    if (!m_isTyping) // what is typed stays as it is typed
        m_ui->textEdit->setText(filters.empty() ? QString() : query::print(Filter::all(filters)));
    m_ui->copyButton->setEnabled(!filters.empty());
    showButtons();
    showProblem();
}

void FilterDialog::showProblem()
{
    const QString problem
        = m_textProblem.isEmpty() ? m_ui->tree->validationError().value_or(QString()) : m_textProblem;
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->setVisible(!problem.isEmpty());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

void FilterDialog::takeText(const QString &text)
{
    std::vector<Filter> filters;
    if (!text.trimmed().isEmpty()) {
        auto filter = query::parseFilter(text);
        if (!filter) {
            m_textProblem = filter.error().text;
            showProblem();
            return;
        }
        // A column may be named by its title, as the window shows it.
        filters.push_back(query::changed(*filter, [this](query::Condition condition) {
            const auto isName = [&](const lake::LakeColumn &each) { return each.name == condition.column; };
            const std::vector<int> titled = lake::columnsTitled(condition.column, m_columns);
            if (titled.size() == 1 && std::none_of(m_columns.begin(), m_columns.end(), isName))
                condition.column = m_columns[size_t(titled.front())].name;
            return condition;
        }));
    }
    m_isTyping = true;
    m_ui->tree->setFilters(filters);
    showPart();
    showFilter();
    m_isTyping = false;
}

void FilterDialog::addCondition()
{
    m_ui->editor->setCondition(std::nullopt, {});
    m_ui->tree->addCondition(m_ui->editor->condition());
    m_ui->editor->focusColumn();
}

//! As a shell takes it: within single quotes nothing but these means anything.
void FilterDialog::copyText()
{
    QString text = query::print(Filter::all(m_ui->tree->filters()));
    text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    QGuiApplication::clipboard()->setText(QStringLiteral("--where '%1'").arg(text));
}

void FilterDialog::finish()
{
    Q_EMIT chosen(m_ui->tree->filters());
    accept();
}

void FilterDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showFilter();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
