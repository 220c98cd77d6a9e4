// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transfer/importreport.h>
#include <transfer/mapfeature.h>

namespace gridhall::transfer {

/// Sorts the entities of a DXF by their CASS layer (KZD, GCD, JMD …) into the base map. Texts are
/// kept until finish(), which gives each building the structure and storeys written inside it.
class CassMeaning
{
public:
    void add(const geo::VectorFeature &feature, MapContent &content, ImportReport &report);
    void finish(MapContent &content, ImportReport &report);

private:
    struct Text
    {
        QString layer;
        QString words;
        geo::MapPoint at;
    };
    void addText(const Text &text, MapContent &content, ImportReport &report) const;

    std::vector<Text> m_texts;
};

} // namespace gridhall::transfer
