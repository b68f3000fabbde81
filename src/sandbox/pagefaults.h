// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/faults.h"
#include "sandbox/http.h"

namespace gauge::sandbox {

//! Whether \a kind alters the JSON of a page; alterPage() does it, and the answer is sent as usual.
[[nodiscard]] bool isPageFault(FaultKind kind);

//! Alters the body of \a answer, a page, as \a fault demands. What is no page stays as it is, and so do
//! pages that the fault does not concern. \a emptyPage is the body that EmptyPage puts in its place.
void alterPage(Answer &answer, const Fault &fault, const std::string &emptyPage);

} // namespace gauge::sandbox
