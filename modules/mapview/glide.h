// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/viewport.h>

#include <QEasingCurve>
#include <QElapsedTimer>

namespace gridhall::mapview {

/// A view on its way from one place to another. A value; whoever owns it asks where it is now.
class Glide
{
public:
    void start(const Viewport &from, const Viewport &to, int durationMs, QEasingCurve::Type easing)
    {
        m_from = from;
        m_to = to;
        m_durationMs = durationMs;
        m_easing = QEasingCurve(easing);
        m_clock.start();
        m_running = true;
    }
    void stop() { m_running = false; }
    bool isRunning() const { return m_running; }
    bool isOver() const { return m_clock.elapsed() >= m_durationMs; }
    const Viewport &target() const { return m_to; }
    Viewport now() const
    {
        const double t = double(m_clock.elapsed()) / m_durationMs;
        return t >= 1.0 ? m_to : m_from.towards(m_to, m_easing.valueForProgress(t));
    }

private:
    Viewport m_from;
    Viewport m_to;
    QEasingCurve m_easing;
    QElapsedTimer m_clock;
    int m_durationMs = 1;
    bool m_running = false;
};

} // namespace gridhall::mapview
