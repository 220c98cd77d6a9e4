// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>

#include <QWidget>

namespace gridhall::desk {

/// The stages of a case from report to close, each with the time it took and its limit; the present
/// one is lifted. Made from the case's history.
class StageStrip : public QWidget
{
    Q_OBJECT
public:
    struct Stage
    {
        QString name;
        QString time; ///< when, or how long
        QString limit;
        cases::Light light = cases::Light::None;
        bool current = false;
        double weight = 1;
    };

    StageStrip(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const cases::CaseFile &file, const QList<cases::CaseEvent> &history);
    void refresh();
    const QList<Stage> &stages() const { return m_stages; }
    QSize sizeHint() const override { return {400, 56}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Stage stageOf(const QString &name, const QStringList &states, qint64 limitSecs,
                  double weight) const;

    QString shortTime(const QDateTime &utc) const;

    const DeskContext &m_context;
    cases::CaseFile m_file;
    QList<cases::CaseEvent> m_history;
    QList<Stage> m_stages;
};

} // namespace gridhall::desk
