// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/csvreader.h"
#include "upload/form/configuration.h"

namespace gauge::upload {

//! Headings as the columns of a file name them. Those that \a type knows are as it knows them; of the others,
//! dates and e-mail addresses are told by all values of the preview. Columns without a name, and repeated
//! ones, are left out.
[[nodiscard]] std::vector<Heading> learnedHeadings(const CsvPreview &preview,
                                                   const catalog::RecordType *type);

} // namespace gauge::upload
