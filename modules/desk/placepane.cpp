// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/placepane.h>

#include <cases/stagetimer.h>
#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <desk/opencases.h>
#include <desk/rowlist.h>
#include <desk/tabstrip.h>

#include <QBoxLayout>
#include <QLabel>
#include <QStackedWidget>

namespace gridhall::desk {

namespace {

constexpr double kGlyphPx = 20;
constexpr double kLabelPx = 13;
constexpr double kNearM = 100;
constexpr double kNearPeopleM = 500;
constexpr double kDuplicateM = 50;
constexpr int kMostComponents = 40;

mapview::MarkerOverlay::Item caseItem(const DeskContext &context, const cases::CaseFile &file,
                                      const geo::MapPoint &at)
{
    const QDateTime now = context.now();
    const cases::StageTimer timer = cases::stageTimerOf(file, now);
    return mapview::MarkerOverlay::itemOf(file, timer.light,
                                          timer.dueUtc.isValid() ? timer.secsLeft(now) : 0, at);
}

} // namespace

PlacePane::PlacePane(DeskContext &context, mapview::MapSource &source, OpenCases &openCases,
                     QWidget *parent)
    : QWidget(parent), m_context(context), m_openCases(openCases)
{
    setObjectName(QStringLiteral("pane"));
    setAttribute(Qt::WA_StyledBackground);
    m_view = new mapview::MapView(source, this);
    m_view->setObjectName(QStringLiteral("deskMap"));
    m_view->setAccessibleName(tr("Map"));
    m_view->setMinimumHeight(160);
    m_trouble = new QLabel(m_view);
    m_trouble->setObjectName(QStringLiteral("mapTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->setMargin(16);
    m_trouble->hide();
    m_readoutBox = new QWidget(this);
    m_readoutBox->setMinimumHeight(32);
    m_readoutBox->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *readoutRow = new QVBoxLayout(m_readoutBox);
    readoutRow->setContentsMargins(0, 0, 0, 0);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 58);
    column->addWidget(m_readoutBox);
    buildLists(column);

    m_peopleSoon.setSingleShot(true);
    m_peopleSoon.setInterval(500);
    connect(&m_peopleSoon, &QTimer::timeout, this, &PlacePane::fillPeople);
    connect(&source, &mapview::MapSource::failed, this, &PlacePane::mapFailed);
    connect(&source, &mapview::MapSource::ready, this, [this, &source] {
        if (const std::optional<Error> trouble = source.info().incompleteness())
            showTrouble(trouble->text());
    });
    connect(m_view, &mapview::MapView::completed, this, &PlacePane::completed);
    connect(m_view, &mapview::MapView::clicked, this,
            [this](const geo::MapPoint &at, const QList<mapview::OverlayHit> &hits,
                   Qt::MouseButton button) {
                if (button != Qt::LeftButton)
                    return;
                if (m_reporting) {
                    emit placePicked(at);
                    return;
                }
                for (const mapview::OverlayHit &hit : hits) {
                    if (hit.kind == QLatin1String("case")) {
                        emit caseWanted(Id::fromString(hit.key));
                        return;
                    }
                }
            });
    connect(&context.movers, &tracking::LivePicture::moversChanged, this, [this] {
        putMovers();
        if (!m_peopleSoon.isActive())
            m_peopleSoon.start();
    });
    connect(&openCases, &OpenCases::loaded, this, &PlacePane::putAllCases);
    connect(&openCases, &OpenCases::caseChanged, this, &PlacePane::putCase);
}

PlacePane::~PlacePane() = default;

void PlacePane::buildLists(QVBoxLayout *column)
{
    auto *line = new QWidget(this);
    line->setObjectName(QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    line->setFixedHeight(1);
    column->addWidget(line);
    m_tabs = new TabStrip({tr("Components"), tr("Duplicates"), tr("People"), tr("Earlier cases")},
                          tr("What is near"), this);
    m_tabs->setObjectName(QStringLiteral("nearTabs"));
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(13, 0, 13, 0);
    tabRow->addWidget(m_tabs);
    column->addLayout(tabRow);

    m_lists = new QStackedWidget(this);
    m_components = new RowList({{0.27},
                                {150, Qt::AlignLeft, true},
                                {0.36},
                                {0.17, Qt::AlignLeft, true, 520},
                                {0.2, Qt::AlignRight, true}},
                               tr("Components near the place"), m_lists);
    m_components->setObjectName(QStringLiteral("nearComponents"));
    m_duplicates = new RowList({{0.42}, {0.36, Qt::AlignLeft, true}, {0.22, Qt::AlignRight, true}},
                               tr("Likely duplicates"), m_lists);
    m_duplicates->setObjectName(QStringLiteral("nearDuplicates"));
    m_duplicates->setEmptyText(tr("None: no case of this class within 50 m and 24 h."));
    m_people = new RowList({{0.3},
                            {0.28, Qt::AlignLeft, true},
                            {0.22, Qt::AlignLeft, true},
                            {0.2, Qt::AlignRight, true}},
                           tr("People near the place"), m_lists);
    m_people->setObjectName(QStringLiteral("nearPeople"));
    m_people->setEmptyText(tr("Nobody within 500 m."));
    m_earlier = new RowList({{0.36},
                             {0.26, Qt::AlignLeft, true},
                             {0.2, Qt::AlignLeft, true},
                             {0.18, Qt::AlignRight, true}},
                            tr("Earlier cases near the place"), m_lists);
    m_earlier->setObjectName(QStringLiteral("earlierCases"));
    m_earlier->setEmptyText(tr("No earlier case within 100 m."));
    for (RowList *list : {m_components, m_duplicates, m_people, m_earlier})
        m_lists->addWidget(list);
    column->addWidget(m_lists, 38);
    connect(m_tabs, &TabStrip::currentChanged, m_lists, &QStackedWidget::setCurrentIndex);
    for (RowList *list : {m_duplicates, m_earlier})
        connect(list, &RowList::chosen, this,
                [this](const QString &key) { emit caseWanted(Id::fromString(key)); });
    connect(m_components, &RowList::currentKeyChanged, this, [this](const QString &code) {
        if (!m_focus || !m_context.city)
            return;
        const city::Component *component = m_context.city->component(code);
        m_focus->pointAt(component ? m_context.toMap(component->at) : std::nullopt);
    });
}

void PlacePane::mapFailed(const Error &error)
{
    m_failed = true;
    showTrouble(tr("The map cannot be shown. %1").arg(error.text()));
    emit completed();
}

void PlacePane::showTrouble(const QString &text)
{
    m_trouble->setText(text);
    m_trouble->setGeometry(0, 0, m_view->width(), 96);
    m_trouble->show();
}

void PlacePane::resizeEvent(QResizeEvent *)
{
    m_trouble->setGeometry(0, 0, m_view->width(), 96);
}

void PlacePane::applyTheme(look::Theme theme)
{
    m_theme = theme;
    m_view->setTheme(theme == look::Theme::DeskDark ? QStringLiteral("night")
                                                    : QStringLiteral("paper"));
    m_view->setGroundColour(theme == look::Theme::DeskDark ? QColor(0x0F1A2B) : QColor(Qt::white));
    if (m_grids)
        buildOverlays();
}

void PlacePane::buildOverlays()
{
    if (!m_context.city)
        return;
    m_grids = std::make_unique<mapview::GridOverlay>(m_context.city, m_theme, kLabelPx);
    m_cameras = std::make_unique<mapview::MarkerOverlay>(m_theme, kGlyphPx, kLabelPx);
    m_cases = std::make_unique<mapview::MarkerOverlay>(m_theme, kGlyphPx, kLabelPx);
    m_movers = std::make_unique<mapview::MarkerOverlay>(m_theme, kGlyphPx, kLabelPx);
    m_focus = std::make_unique<PlaceOverlay>(m_theme);
    m_cases->setClustering(true);
    for (mapview::Overlay *overlay : QList<mapview::Overlay *>{
             m_grids.get(), m_cameras.get(), m_cases.get(), m_movers.get(), m_focus.get()})
        m_view->addOverlay(overlay);

    QList<mapview::MarkerOverlay::Item> cameras;
    for (const video::Camera &camera : std::as_const(m_context.cameras)) {
        if (const auto at = m_context.toMap(camera.at))
            cameras.append(mapview::MarkerOverlay::itemOf(camera, *at));
    }
    m_cameras->setItems(cameras);
    putAllCases();
    putMovers();
    delete m_readout;
    m_readout = new mapview::MapReadout(*m_view, m_context.city, m_theme, m_readoutBox);
    m_readoutBox->layout()->addWidget(m_readout);
    if (m_reporting)
        showReport(m_report);
    else if (!m_file.id.isNull())
        showCase(m_file);
}

void PlacePane::contextChanged()
{
    buildOverlays();
    if (m_context.city && !m_cityShown && m_file.id.isNull()) {
        m_cityShown = true;
        m_view->showBox(m_context.city->extent());
    }
    fillLists();
}

std::optional<geo::MapPoint> PlacePane::place() const
{
    if (m_reporting)
        return m_report;
    return m_file.id.isNull() ? std::nullopt : m_context.toMap(m_file.at);
}

void PlacePane::showCase(const cases::CaseFile &file)
{
    const bool another = file.id != m_file.id || m_reporting;
    const Id before = m_file.id;
    m_file = file;
    m_reporting = false;
    m_report.reset();
    const auto at = place();
    if (m_focus) {
        const auto old = m_openCases.files().constFind(before);
        if (another && old != m_openCases.files().cend())
            putCase(*old);
        m_cases->removeItem(file.id.toString());
        m_focus->pointAt(std::nullopt);
        if (at)
            m_focus->showCase(*at, markOf(cases::stageTimerOf(file, m_context.now()).light),
                              m_context.className(file), file.address);
        else
            m_focus->clear();
        m_grids->setHighlighted(file.unitGridCode);
    }
    if (at && another) {
        m_view->setScale(500);
        m_view->setCentre(*at);
        m_cityShown = true;
    }
    fillLists();
}

void PlacePane::showReport(const std::optional<geo::MapPoint> &at)
{
    const bool begun = !m_reporting;
    m_reporting = true;
    m_report = at;
    if (m_focus) {
        m_focus->showReport(at, {});
        QString grid;
        if (at) {
            const int index = m_context.city->unitGridAt(*at);
            if (index >= 0)
                grid = m_context.city->unitGrids().at(index).code;
        }
        m_grids->setHighlighted(grid);
        if (begun && !m_file.id.isNull() && m_openCases.files().contains(m_file.id))
            putCase(m_file);
    }
    if (at) {
        const bool visible = m_view->viewState().ground.contains(*at);
        if (!visible || m_view->scaleDenominator() > 2000)
            m_view->flyTo(*at, 1000);
    }
    fillLists();
}

void PlacePane::showDuplicates(const QList<cases::CaseFile> &files)
{
    if (!m_focus || !m_reporting || !m_report)
        return;
    QList<PlaceOverlay::Duplicate> duplicates;
    QList<ListRow> rows;
    for (const cases::CaseFile &file : files) {
        const auto at = m_context.toMap(file.at);
        if (!at)
            continue;
        const QString away =
            metresWord(std::hypot(at->east - m_report->east, at->north - m_report->north));
        duplicates.append({*at, shortNumber(file.number) + QStringLiteral("  ") + away});
        rows.append({file.id.toString(),
                     {m_context.className(file), numberText(file.number), away},
                     {},
                     markOf(cases::stageTimerOf(file, m_context.now()).light)});
    }
    m_duplicates->setRows(rows);
    fillPeople();
    m_focus->showReport(m_report, duplicates);
}

void PlacePane::flyTo(const geo::MapPoint &at)
{
    m_view->flyTo(at, 500);
}

QString PlacePane::nearestComponent(const QString &fourDigits) const
{
    if (!m_components->currentKey().isEmpty())
        return m_components->currentKey();
    for (const ListRow &row : m_components->rows()) {
        const city::Component *component =
            m_context.city ? m_context.city->component(row.key) : nullptr;
        if (component && component->classCode == fourDigits)
            return row.key;
    }
    return m_components->rows().isEmpty() ? QString() : m_components->rows().constFirst().key;
}

void PlacePane::nextTab()
{
    m_tabs->setCurrent((m_tabs->current() + 1) % m_lists->count());
}

void PlacePane::putMovers()
{
    if (!m_movers)
        return;
    QList<mapview::MarkerOverlay::Item> items;
    const QDateTime now = m_context.now();
    const auto here = place();
    for (const tracking::Mover &mover : m_context.movers.movers()) {
        if (!mover.latest.atUtc.isValid() || mover.latest.activity == tracking::Activity::OffDuty)
            continue;
        const auto at = m_context.toMap(mover.latest.at);
        if (!at)
            continue;
        mapview::MarkerOverlay::Item item = mapview::MarkerOverlay::itemOf(mover, now, *at);
        const double metres =
            here ? std::hypot(at->east - here->east, at->north - here->north) : 1e9;
        if (metres < kNearM)
            item.face.label += QLatin1Char(' ') + metresWord(metres);
        items.append(item);
    }
    m_movers->setItems(items);
}

void PlacePane::putCase(const cases::CaseFile &file)
{
    if (!m_cases)
        return;
    const bool focused = !m_reporting && file.id == m_file.id;
    const auto at = m_context.toMap(file.at);
    if (!file.isOpen() || focused || !at)
        m_cases->removeItem(file.id.toString());
    else
        m_cases->setItem(caseItem(m_context, file, *at));
}

void PlacePane::putAllCases()
{
    if (!m_cases)
        return;
    QList<mapview::MarkerOverlay::Item> items;
    for (const cases::CaseFile &file : m_openCases.files()) {
        const auto at = m_context.toMap(file.at);
        if (at && (m_reporting || file.id != m_file.id))
            items.append(caseItem(m_context, file, *at));
    }
    m_cases->setItems(items);
}

void PlacePane::fillLists()
{
    QList<ListRow> rows;
    const auto at = place();
    if (at && m_context.city) {
        for (const int i : m_context.city->componentsNear(*at, kMostComponents, kNearM)) {
            const city::Component &component = m_context.city->components().at(i);
            const geo::MapPoint &there = m_context.city->componentPoints()[size_t(i)];
            const city::Unit *owner = m_context.city->unit(component.ownerUnit);
            rows.append(
                {component.code,
                 {component.name, component.code,
                  owner ? (owner->shortName.isEmpty() ? owner->name : owner->shortName) : QString(),
                  component.state,
                  metresWord(std::hypot(there.east - at->east, there.north - at->north))},
                 {},
                 look::Mark::None,
                 component.code == m_file.componentCode && !m_reporting});
        }
    }
    m_components->setRows(rows);
    m_components->setEmptyText(at ? tr("No component within 100 m.") : QString());
    fillPeople();
    fillNearCases();
}

void PlacePane::fillPeople()
{
    QList<ListRow> rows;
    const auto at = place();
    if (at) {
        struct Near
        {
            double metres;
            const tracking::Mover *mover;
        };
        QList<Near> near;
        for (const tracking::Mover &mover : m_context.movers.movers()) {
            const auto there = m_context.toMap(mover.latest.at);
            if (!there || !mover.latest.atUtc.isValid())
                continue;
            const double metres = std::hypot(there->east - at->east, there->north - at->north);
            if (metres <= kNearPeopleM)
                near.append({metres, &mover});
        }
        std::sort(near.begin(), near.end(),
                  [](const Near &a, const Near &b) { return a.metres < b.metres; });
        for (const Near &one : std::as_const(near)) {
            cases::CaseFile where;
            where.responsibilityGridCode = one.mover->responsibilityGridCode;
            rows.append(
                {one.mover->id.toString(),
                 {one.mover->name, m_context.gridName(where),
                  one.mover->isStale(m_context.now()) ? tr("no signal")
                                                      : activityWord(one.mover->latest.activity),
                  metresWord(one.metres)}});
        }
    }
    m_people->setRows(rows);
    m_tabs->setCounts({int(m_components->rows().size()), int(m_duplicates->rows().size()),
                       int(rows.size()), int(m_earlier->rows().size())});
}

void PlacePane::fillNearCases()
{
    const int generation = ++m_generation;
    if (m_reporting || m_file.id.isNull()) {
        m_duplicates->setRows({});
        m_earlier->setRows({});
        fillPeople();
        return;
    }
    const cases::CaseFile file = m_file;
    m_context.book.near(file.at, kNearM, m_context.now().addYears(-1))
        .then(this, [this, generation, file](const Result<QList<cases::CaseFile>> &answer) {
            if (generation != m_generation || !answer)
                return;
            QList<ListRow> duplicates;
            QList<ListRow> earlier;
            for (const cases::CaseFile &other : *answer) {
                if (other.id == file.id)
                    continue;
                const double metres = geo::distanceM(other.at, file.at);
                const look::Mark mark = markOf(cases::stageTimerOf(other, m_context.now()).light);
                const QString name = m_context.className(other);
                if (other.classCode == file.classCode && metres <= kDuplicateM &&
                    qAbs(other.reportedUtc.secsTo(file.reportedUtc)) <= 24 * 3600)
                    duplicates.append({other.id.toString(),
                                       {name, numberText(other.number), metresWord(metres)},
                                       {},
                                       mark});
                else
                    earlier.append({other.id.toString(),
                                    {name, m_context.timeText(other.reportedUtc),
                                     stateWord(other.state), metresWord(metres)},
                                    {},
                                    mark});
            }
            m_duplicates->setRows(duplicates);
            m_earlier->setRows(earlier);
            fillPeople();
        });
}

} // namespace gridhall::desk
