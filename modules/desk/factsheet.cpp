// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/factsheet.h>

#include <desk/deskwords.h>

#include <QGridLayout>

namespace gridhall::desk {

FactSheet::FactSheet(const DeskContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    m_condition = addFact(0, 0, tr("Condition"), QStringLiteral("factCondition"));
    m_class = addFact(0, 2, tr("Class"), QStringLiteral("factClass"));
    m_limit = addFact(1, 0, tr("Limit"), QStringLiteral("factLimit"));
    m_closing = addFact(1, 2, tr("To close"), QStringLiteral("factClosing"));
    m_place = addFact(2, 0, tr("Place"), QStringLiteral("factPlace"));
    m_component = addFact(2, 2, tr("Component"), QStringLiteral("factComponent"));
    m_grid = addFact(3, 0, tr("Unit grid"), QStringLiteral("factGrid"));
    m_unit = addFact(3, 2, tr("Unit"), QStringLiteral("factUnit"));
    m_source = addFact(4, 0, tr("Source"), QStringLiteral("factSource"), 3);
    m_description = addFact(5, 0, tr("Description"), QStringLiteral("factDescription"), 3);
}

FactSheet::Fact FactSheet::addFact(int row, int column, const QString &name,
                                   const QString &objectName, int span)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    auto *nameLabel = new QLabel(name, this);
    nameLabel->setProperty("tone", QStringLiteral("secondary"));
    nameLabel->setMinimumWidth(60);
    auto *valueLabel = new QLabel(this);
    valueLabel->setObjectName(objectName);
    valueLabel->setAccessibleName(name);
    valueLabel->setWordWrap(true);
    valueLabel->setTextFormat(Qt::PlainText);
    valueLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    valueLabel->setMinimumHeight(24);
    grid->addWidget(nameLabel, row, column, Qt::AlignTop);
    nameLabel->setMinimumHeight(24);
    grid->addWidget(valueLabel, row, column + 1, 1, span, Qt::AlignTop);
    return {nameLabel, valueLabel};
}

void FactSheet::show(const Fact &fact, const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    fact.value->setText(filled.isEmpty() ? QStringLiteral("–")
                                         : filled.join(QStringLiteral("    ")));
}

QString FactSheet::limitLine(const cases::CaseFile &file) const
{
    QStringList parts{limitWord(file.limit)};
    if (file.deadlineUtc.isValid())
        parts.append(tr("due %1").arg(m_context.timeText(file.deadlineUtc)));
    if (file.handledUtc.isValid())
        parts.append(tr("done %1").arg(m_context.timeText(file.handledUtc)));
    parts.removeAll(QString());
    return parts.join(tr(", "));
}

void FactSheet::setCase(const cases::CaseFile &file)
{
    const auto &catalog = m_context.catalog;
    const catalog::CaseClass *caseClass = catalog ? catalog->find(file.classCode) : nullptr;
    const catalog::FilingCondition *condition =
        catalog ? catalog->condition(file.conditionId) : nullptr;
    show(m_condition, {condition ? condition->condition : file.conditionText});
    show(m_class, {caseClass ? classKindWord(caseClass->kind) + QLatin1Char(' ') +
                                   caseClass->majorName + QLatin1Char(' ') + caseClass->name
                             : file.className,
                   classDigits(file.classCode)});
    show(m_limit, {limitLine(file)});
    show(m_closing, {condition ? condition->closingCondition : QString()});
    show(m_place, {file.address});

    QString owner;
    if (m_context.city && !file.componentCode.isEmpty()) {
        const city::Component *component = m_context.city->component(file.componentCode);
        const city::Unit *unit = component ? m_context.city->unit(component->ownerUnit) : nullptr;
        if (unit)
            owner = tr("owner %1").arg(unit->shortName.isEmpty() ? unit->name : unit->shortName);
    }
    show(m_component, {file.componentCode, owner});
    const QString grid = m_context.gridName(file);
    show(m_grid, {file.unitGridCode, grid == file.unitGridCode ? QString() : grid});
    show(m_unit, {file.handlingUnitName,
                  file.reworkCount > 0 ? tr("rework %1").arg(file.reworkCount) : QString()});
    show(m_source, {sourceWord(file.source), file.reporterName, file.callerPhone,
                    m_context.timeText(file.reportedUtc)});
    show(m_description, {file.description});
}

} // namespace gridhall::desk
