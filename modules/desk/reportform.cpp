// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/reportform.h>

#include <cases/stagetimer.h>
#include <desk/classpicker.h>
#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <desk/keybutton.h>
#include <desk/photopicker.h>
#include <desk/placefinder.h>
#include <desk/rowlist.h>

#include <QKeyEvent>

namespace gridhall::desk {

namespace {
constexpr double kDuplicateM = 50;
constexpr qint64 kDuplicateSecs = 24 * 3600;
} // namespace

void ReportForm::open()
{
    // What an earlier run left must be in its fields before anything is typed over it.
    setEnabled(m_drafts.isRead());
    m_drafts.whenRead(this, [this] {
        setEnabled(true);
        if (!isBegun())
            restoreDraft();
        m_description->setFocus(Qt::OtherFocusReason);
    });
    say({});
}

bool ReportForm::isBegun() const
{
    return !m_description->toPlainText().trimmed().isEmpty() || !m_class->classCode().isEmpty() ||
           !m_class->field()->text().isEmpty() || m_at || !m_caller->text().isEmpty() ||
           !m_phone->text().isEmpty() || !m_address->text().isEmpty() ||
           !m_photos->photos().isEmpty();
}

QString ReportForm::classCode() const
{
    return m_class->classCode();
}

void ReportForm::setPlace(const geo::MapPoint &at)
{
    m_at = at;
    m_unitGrid.clear();
    m_responsibilityGrid.clear();
    m_component.clear();
    if (m_context.city) {
        const int grid = m_context.city->unitGridAt(at);
        if (grid >= 0) {
            m_unitGrid = m_context.city->unitGrids().at(grid).code;
            m_responsibilityGrid = m_context.city->unitGrids().at(grid).responsibilityGridCode;
        }
        const int area = m_context.city->responsibilityGridAt(at);
        if (m_responsibilityGrid.isEmpty() && area >= 0)
            m_responsibilityGrid = m_context.city->responsibilityGrids().at(area).code;
    }
    if (!m_addressTyped && m_context.places) {
        const QSignalBlocker quiet(m_address);
        m_address->setText(m_context.places->describe(at));
    }
    m_placesFrame->hide();
    say({});
    showPlaceFacts();
    emit placeChanged();
    lookForDuplicates();
    m_draftSoon.start();
}

void ReportForm::showPlaceFacts()
{
    if (!m_at) {
        m_gridLabel->clear();
    } else if (m_unitGrid.isEmpty()) {
        m_gridLabel->setText(tr("outside every unit grid"));
    } else {
        cases::CaseFile where;
        where.unitGridCode = m_unitGrid;
        where.responsibilityGridCode = m_responsibilityGrid;
        m_gridLabel->setText(m_unitGrid + QStringLiteral("   ") + m_context.gridName(where));
    }
    const city::Component *component =
        m_context.city ? m_context.city->component(m_component) : nullptr;
    if (component) {
        const city::Unit *owner = m_context.city->unit(component->ownerUnit);
        m_componentLabel->setText(
            tr("Component %1 %2, owner %3")
                .arg(component->name, component->code, owner ? owner->name : QStringLiteral("–")));
    } else {
        m_componentLabel->setText(m_at ? tr("No component attached")
                                       : tr("Click the map, or type a place and press Enter"));
    }
}

void ReportForm::attachComponent(const QString &code)
{
    if (code.isEmpty() || !m_at)
        return;
    m_component = m_component == code ? QString() : code;
    const city::Component *component =
        m_context.city ? m_context.city->component(m_component) : nullptr;
    if (component && m_class->classCode().isEmpty() && m_context.catalog) {
        const catalog::CaseClass *one = m_context.catalog->componentClass(component->classCode);
        if (one)
            m_class->setClassCode(one->code);
    }
    showPlaceFacts();
    m_draftSoon.start();
}

void ReportForm::searchPlaces(const QString &typed)
{
    m_addressTyped = !typed.trimmed().isEmpty();
    m_placesFound.clear();
    QList<ListRow> rows;
    if (m_context.places && typed.trimmed().size() >= 2) {
        for (const PlaceFinder::Found &found : m_context.places->search(typed, 5)) {
            rows.append({QString::number(m_placesFound.size()), {found.label, found.kind}});
            m_placesFound.append(found.at);
        }
    }
    m_places->setRows(rows);
    m_places->setCurrentRow(0);
    m_placesFrame->setFixedHeight(m_places->heightOfRows(5) + 2);
    m_placesFrame->setVisible(!rows.isEmpty());
    m_draftSoon.start();
}

void ReportForm::placeTaken(const QString &key)
{
    const int at = key.toInt();
    if (at < 0 || at >= m_placesFound.size())
        return;
    const geo::MapPoint place = m_placesFound.at(at);
    {
        const QSignalBlocker quiet(m_address);
        m_address->setText(m_places->rows().at(at).cells.at(0));
    }
    m_addressTyped = true;
    setPlace(place);
}

void ReportForm::lookForDuplicates()
{
    const int generation = ++m_generation;
    const QString code = m_class->classCode();
    if (!m_at || code.isEmpty() || !m_context.projection) {
        m_duplicatesBox->hide();
        emit duplicatesFound({});
        return;
    }
    const geo::LonLat here = m_context.projection->toLonLat(*m_at);
    m_context.book.near(here, kDuplicateM, m_context.now().addSecs(-kDuplicateSecs))
        .then(this, [this, generation, code, here](const Result<QList<cases::CaseFile>> &answer) {
            if (generation != m_generation || !answer)
                return;
            QList<ListRow> rows;
            QList<cases::CaseFile> same;
            for (const cases::CaseFile &file : *answer) {
                if (file.classCode != code)
                    continue;
                same.append(file);
                rows.append(
                    {file.id.toString(),
                     {m_context.className(file),
                      numberText(file.number) + QStringLiteral("  ") + stateWord(file.state) +
                          QStringLiteral("  ") + m_context.timeText(file.reportedUtc),
                      tr("%1 away").arg(metresWord(geo::distanceM(here, file.at)))},
                     {},
                     markOf(cases::stageTimerOf(file, m_context.now()).light)});
            }
            m_duplicates->setRows(rows);
            m_duplicates->setFixedHeight(m_duplicates->heightOfRows(3));
            m_duplicatesBox->setVisible(!rows.isEmpty());
            emit duplicatesFound(same);
        });
}

cases::Report ReportForm::composed() const
{
    cases::Report report = m_ids;
    report.source = m_source->currentData().toString();
    report.action = cases::action::kRegister;
    report.edition = m_context.catalog ? m_context.catalog->edition() : QString();
    report.classCode = m_class->classCode();
    report.description = m_description->toPlainText().trimmed();
    report.address = m_address->text().trimmed();
    if (m_at && m_context.projection)
        report.at = m_context.projection->toLonLat(*m_at);
    report.unitGridCode = m_unitGrid;
    report.responsibilityGridCode = m_responsibilityGrid;
    report.componentCode = m_component;
    report.callerName = m_caller->text().trimmed();
    report.callerPhone = m_phone->text().trimmed();
    return report;
}

void ReportForm::submit()
{
    if (m_sending)
        return;
    if (m_description->toPlainText().trimmed().isEmpty()) {
        say(tr("Say what is the matter first."));
        m_description->setFocus();
        return;
    }
    if (m_class->classCode().isEmpty()) {
        say(tr("Choose a class: type initials, words or a code, then Enter."));
        m_class->field()->setFocus();
        return;
    }
    if (!m_at) {
        say(tr("Where is it? Click the map, or type a place and press Enter."));
        m_address->setFocus();
        return;
    }
    if (m_unitGrid.isEmpty()) {
        say(tr("This place is outside every unit grid. Choose a place inside the city."));
        return;
    }
    m_sending = true;
    say({});
    m_submit->setEnabled(false);
    m_context.book
        .report(composed(), m_photos->photos(),
                {m_context.seat.id, m_context.seat.name, QStringLiteral("acceptor")})
        .then(this, [this](const Result<cases::CaseFile> &answer) { answered(answer); });
}

void ReportForm::answered(const Result<cases::CaseFile> &answer)
{
    m_sending = false;
    m_submit->setEnabled(true);
    if (!answer) {
        // Nothing is lost: the draft stays, and the same keys make a second try safe.
        say(answer.error().kind == ErrorKind::Unavailable
                ? tr("Not sent: %1. The draft is kept; try again with F5.").arg(answer.error().what)
                : answer.error().text());
        return;
    }
    const Id condition = m_class->likelyCondition();
    clear();
    emit registered(*answer, condition);
}

void ReportForm::clear()
{
    m_restoring = true;
    m_ids = {};
    m_description->clear();
    m_class->setClassCode({});
    m_address->clear();
    m_caller->clear();
    m_phone->clear();
    m_photos->clear();
    m_at.reset();
    m_unitGrid.clear();
    m_responsibilityGrid.clear();
    m_component.clear();
    m_addressTyped = false;
    m_restoring = false;
    m_draftSoon.stop();
    m_drafts.clearReport();
    m_placesFrame->hide();
    m_duplicatesBox->hide();
    m_state->clear();
    showPlaceFacts();
    emit placeChanged();
}

void ReportForm::keepDraft()
{
    if (m_restoring || !isBegun())
        return;
    QJsonObject draft{{QStringLiteral("case"), m_ids.caseId.toString()},
                      {QStringLiteral("event"), m_ids.eventId.toString()},
                      {QStringLiteral("source"), m_source->currentData().toString()},
                      {QStringLiteral("caller"), m_caller->text()},
                      {QStringLiteral("phone"), m_phone->text()},
                      {QStringLiteral("description"), m_description->toPlainText()},
                      {QStringLiteral("class"), m_class->classCode()},
                      {QStringLiteral("address"), m_address->text()},
                      {QStringLiteral("component"), m_component}};
    if (m_at) {
        draft.insert(QStringLiteral("east"), m_at->east);
        draft.insert(QStringLiteral("north"), m_at->north);
    }
    m_drafts.saveReport(draft, m_photos->photos());
    m_state->setText(tr("draft kept"));
}

void ReportForm::restoreDraft()
{
    const QJsonObject draft = m_drafts.report();
    if (draft.isEmpty())
        return;
    const auto text = [&draft](const char *name) {
        return draft.value(QLatin1String(name)).toString();
    };
    m_restoring = true;
    m_ids.caseId = Id::fromString(text("case"));
    m_ids.eventId = Id::fromString(text("event"));
    m_source->setCurrentIndex(std::max(0, m_source->findData(text("source"))));
    m_caller->setText(text("caller"));
    m_phone->setText(text("phone"));
    m_description->setPlainText(text("description"));
    m_class->setClassCode(text("class"));
    m_photos->setPhotos(m_drafts.reportPhotos());
    if (draft.contains(QLatin1String("east")))
        setPlace({draft.value(QLatin1String("east")).toDouble(),
                  draft.value(QLatin1String("north")).toDouble()});
    {
        const QSignalBlocker quiet(m_address);
        m_address->setText(text("address"));
        m_addressTyped = !text("address").isEmpty();
    }
    if (!text("component").isEmpty())
        attachComponent(text("component"));
    m_restoring = false;
    m_state->setText(tr("draft from before"));
}

void ReportForm::say(const QString &problem)
{
    m_problem->setText(problem);
}

bool ReportForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_address && event->type() == QEvent::Resize)
        m_gridLabel->setGeometry(m_address->width() / 2, 0, m_address->width() / 2 - 14,
                                 m_address->height());
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_description && enter && !(key->modifiers() & Qt::ShiftModifier)) {
        m_class->field()->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == m_description && key->key() == Qt::Key_Tab) {
        m_class->field()->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == m_address && m_placesFrame->isVisible()) {
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            m_places->moveCurrent(key->key() == Qt::Key_Down ? 1 : -1);
            return true;
        }
        if (enter) {
            placeTaken(m_places->currentKey());
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            m_placesFrame->hide();
            return true;
        }
    } else if (enter && watched != m_description) {
        submit();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridhall::desk
