// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/drawing.h"

namespace gauge::ui {

//! Names under \a pane, one at each whole number of its scale from 0 on; as many as there is room for, the
//! last one always.
void addNames(Drawing &drawing, const Pane &pane, const QStringList &names);

} // namespace gauge::ui
