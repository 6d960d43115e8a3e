// The district's tables that are no part of the plan, each as one query: what a colleague's
// feature keeps becomes a sheet with one more entry in tables.cpp.
#pragma once

#include "db/tx.hpp"
#include "exchange/sheet.hpp"

namespace tandem::report {

// One query a table, whatever their size. No e-mail address and no password is among them.
std::vector<exchange::Sheet> other_sheets(db::Tx& tx, const DistrictId& district);

}  // namespace tandem::report
