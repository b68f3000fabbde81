// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/periodaxis.h"

namespace gauge::ui {

void addNames(Drawing &drawing, const Pane &pane, const QStringList &names)
{
    if (names.isEmpty())
        return;
    double widest = 0;
    for (const QString &name : names)
        widest = std::max(widest, drawing.look().widthOf(name));
    const double room = pane.area().width() / double(names.size());
    const int every = std::max(1, int(std::ceil((widest + 8) / room)));
    for (int i = int(names.size()) - 1; i >= 0; i -= every) {
        const QPointF place(pane.at(i, 0).x(), pane.area().bottom() + 4);
        drawing.addText(place, names.at(i), Qt::AlignHCenter | Qt::AlignTop, drawing.look().quiet);
    }
}

} // namespace gauge::ui
