// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wall/wallpanel.h>

#include <QDateTime>

namespace gridhall::wall {

/// The strip on top: whose hall it is, date and clock, and whether what is shown is of now.
class HeaderPanel : public WallPanel
{
    Q_OBJECT
public:
    explicit HeaderPanel(QWidget *parent = nullptr);
    void setCity(const QString &name);
    void setTime(const QDateTime &local);
    /// Age of the last answer (-1: none yet) and of the newest fix (-1: nobody has sent one today).
    void setDataAges(qint64 answerSecs, qint64 newestFixSecs);

protected:
    void compose(WallPainter &painter) override;

private:
    QString m_city;
    QDateTime m_local;
    qint64 m_answerSecs = -1;
    qint64 m_fixSecs = -1;
};

} // namespace gridhall::wall
