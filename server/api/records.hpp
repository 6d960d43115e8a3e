// The handlers that most routes of records are: the version that was seen, the body, the change,
// the answer. What a feature does more than that, it writes itself.
#pragma once

#include "api/routes.hpp"

namespace tandem::api {

// 201 for a new record of the district, kept below `folder`.
template <class R>
Reply created_in(const Call& call, const std::string& folder, const R& row) {
  return created(row,
                 "/api/v1/districts/" + call.district.value + "/" + folder + "/" + row.id.value);
}

// POST of a record that is the district's or, with `of_school`, that of the path's {school}.
template <class R>
Handler adding(std::string folder, bool of_school,
               Result<R> (*create)(audit::Change&, const std::optional<SchoolId>&,
                                   const typename R::Fields&)) {
  return [folder = std::move(folder), of_school, create](Call& call) -> Result<Reply> {
    TRY(const auto fields, call.body<typename R::Fields>());
    const auto school = of_school ? std::optional(call.id<SchoolId>("school")) : std::nullopt;
    TRY(const auto row, create(call.change(), school, fields));
    return created_in(call, folder, row);
  };
}

// POST below another record, which {param} of the path names.
template <class R>
Handler adding_below(std::string param, std::string folder,
                     Result<R> (*create)(audit::Change&, const RecordId&,
                                         const typename R::Fields&)) {
  return
      [param = std::move(param), folder = std::move(folder), create](Call& call) -> Result<Reply> {
        TRY(const auto fields, call.body<typename R::Fields>());
        TRY(const auto row, create(call.change(), call.id(param), fields));
        return created_in(call, folder, row);
      };
}

// PUT of the record that {param} names.
template <class R>
Handler replacing(std::string param,
                  Result<R> (*replace)(audit::Change&, const RecordId&, std::int64_t,
                                       const typename R::Fields&)) {
  return [param = std::move(param), replace](Call& call) -> Result<Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<typename R::Fields>());
    TRY(const auto row, replace(call.change(), call.id(param), expected, fields));
    return record(row);
  };
}

// DELETE of the record that {param} names.
inline Handler removing(std::string param,
                        Result<void> (*remove)(audit::Change&, const RecordId&, std::int64_t)) {
  return [param = std::move(param), remove](Call& call) -> Result<Reply> {
    TRY(const auto expected, call.expected_version());
    CHECK_OK(remove(call.change(), call.id(param), expected));
    return no_content();
  };
}

}  // namespace tandem::api
