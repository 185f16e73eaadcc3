#pragma once
#include "cmd/open.h"
#include "disk/write.h"
#include "document/catalogue.h"

namespace nastavnik::cmd {

/// The file of a signed order: `orders/2025-112-od.yaml`.
NewFile order_file(const Writing& writing);

/// Puts the order's file into the registry once it is signed. Throws UsageError where the number is taken, Failure where
/// the record would not hold.
void record_order(const NewFile& file, const Root& registry, const Arguments& arguments,
                  const Environment& environment);

}  // namespace nastavnik::cmd
