// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace gridhall::desk {

/// A button with its key printed on it. Main is ink and stands once in a bar; Plain has an edge;
/// Flat is a hint beside what it does, small and without an edge; KeyLast prints the key after the
/// words. The key works while the button is visible and no text field takes the letter.
class KeyButton : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind { Plain = 0, Main, Flat, KeyLast };

    KeyButton(const QString &text, const QKeySequence &key, Kind kind = Kind::Plain,
              QWidget *parent = nullptr);

    void setKind(Kind kind);
    /// Printed instead of the key sequence's own name: 空格, 回车.
    void setKeyName(const QString &name);
    /// Smaller words after the button's own: who, how far.
    void setDetail(const QString &detail);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString keyName() const;
    bool isFlat() const { return m_kind == Kind::Flat || m_kind == Kind::KeyLast; }

    Kind m_kind;
    QString m_keyName;
    QString m_detail;
};

} // namespace gridhall::desk
