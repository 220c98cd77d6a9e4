// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskcity.h"

#include <city/cityrepository.h>

#include <QBuffer>
#include <QImage>

namespace gridhall::test {

DeskCity::DeskCity()
{
    city::CityRepository repository(m_city.connection());
    city::Unit waterWorks;
    waterWorks.id = coverUnit = Id::create();
    waterWorks.name = QStringLiteral("万和市供水集团");
    waterWorks.shortName = QStringLiteral("供水集团");
    waterWorks.kind = city::UnitKind::HandlingUnit;
    city::Unit cleaners = waterWorks;
    cleaners.id = Id::create();
    cleaners.name = QStringLiteral("环卫一公司");
    cleaners.shortName = QStringLiteral("环卫一公司");

    m_seat.id = Id::create();
    m_seat.name = QStringLiteral("周雅琴");
    m_seat.number = QStringLiteral("S03");
    m_seat.roles = {QStringLiteral("acceptor"), QStringLiteral("shift_leader"),
                    QStringLiteral("dispatcher"), QStringLiteral("handling_unit"),
                    QStringLiteral("patroller")};
    city::Person patroller;
    patroller.id = m_city.patroller.id;
    patroller.name = m_city.patroller.name;
    patroller.number = QStringLiteral("P01");
    patroller.roles = {QStringLiteral("patroller")};
    patroller.responsibilityGridCode = m_city.patroller.responsibilityGridCode;

    city::Component cover;
    cover.code = QString::fromLatin1(kCover);
    cover.classCode = QStringLiteral("0101");
    cover.name = QStringLiteral("上水井盖");
    cover.ownerUnit = cover.maintainerUnit = coverUnit;
    cover.unitGridCode = QStringLiteral("990102003007001");
    cover.address = QStringLiteral("日升路 136 号门前");
    cover.at = {SmallCity::kSouthWest.lon + 0.002, SmallCity::kSouthWest.lat + 0.002};

    SmallCity::must(m_city.connection().transaction([&]() -> Result<void> {
        SmallCity::must(repository.addUnits({waterWorks, cleaners}));
        SmallCity::must(repository.addPeople({m_seat, patroller}));
        SmallCity::must(repository.addComponents({cover}));
        return {};
    }));
}

cases::CaseFile DeskCity::reportCase(const QString &description, const QString &classCode)
{
    cases::Report report;
    report.source = QStringLiteral("hotline");
    report.action = cases::action::kRegister;
    report.edition = QStringLiteral("2013");
    report.classCode = classCode;
    report.description = description;
    report.address = QStringLiteral("日升路 136 号");
    report.at = {SmallCity::kSouthWest.lon + 0.002, SmallCity::kSouthWest.lat + 0.002};
    report.unitGridCode = QStringLiteral("990102003007001");
    report.responsibilityGridCode = m_city.patroller.responsibilityGridCode;
    cases::CaseRepository repository(m_city.connection());
    const auto file =
        repository.report(report, {m_seat.id, m_seat.name, QStringLiteral("acceptor")});
    SmallCity::must(file);
    return *file;
}

cases::CaseFile DeskCity::step(const cases::CaseFile &file, const QString &action,
                               const QString &role)
{
    cases::Step step;
    step.caseId = file.id;
    step.seenVersion = file.version;
    step.action = action;
    cases::CaseRepository repository(m_city.connection());
    const auto after = repository.step(step, {m_seat.id, m_seat.name, role});
    SmallCity::must(after);
    return *after;
}

QByteArray DeskCity::photo(Qt::GlobalColor colour)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG");
    return bytes;
}

} // namespace gridhall::test
