#include "report/routes.hpp"

#include <sodium.h>

#include <array>

#include "plan/cache.hpp"
#include "report/document.hpp"
#include "report/pdf.hpp"

namespace tandem::report {
namespace {

using http::Method;

constexpr std::size_t kCacheBytes = 8UL * 1024 * 1024;

std::optional<SchoolId> school_in(const api::Message& message, bool of_school) {
  return of_school ? std::optional(message.id<SchoolId>("school")) : std::nullopt;
}

Links links_for(const DistrictId& district, const std::optional<SchoolId>& school) {
  const std::string api = "/api/v1/districts/" + district.value;
  const std::string page = "/d/" + district.value + "/plan";
  if (!school) return {page, api + "/plan.pdf"};
  return {page + "/schools/" + school->value, api + "/schools/" + school->value + "/plan.pdf"};
}

api::Handler showing(bool of_school) {
  return [of_school](api::Call& call) -> Result<api::Reply> {
    const auto school = school_in(call, of_school);
    TRY(const auto facts, read_facts(call.tx, call.district, school));
    api::Reply reply;
    reply.content_type = "text/html; charset=utf-8";
    reply.body = api::bytes(html_of(facts, links_for(call.district, school)));
    return reply;
  };
}

// What the document is made from: the same page gives the same PDF. (Not the plan's revision
// alone: names of schools and people are in it, and today's date.)
std::string digest(const std::string& html) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(html.data()),
                     html.size(), nullptr, 0);
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// "Birch Lake plan 2026-11-24.pdf", in characters that every system takes as a file's name.
std::string file_name(const Facts& facts) {
  std::string name;
  for (const char c : (facts.school ? facts.school->name.value : facts.district_name) + " plan " +
                          facts.today.value) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == ' ' || c == '-' || c == '.';
    if (plain) name += c;
  }
  return trim(name) + ".pdf";
}

struct Press {
  PdfMaker maker;
  plan::DocumentCache kept{kCacheBytes};
};

api::FreeHandler printing(const std::shared_ptr<Press>& press, bool of_school) {
  return [press, of_school](api::FreeCall& call) -> Result<api::Reply> {
    TRY(const auto facts, call.database.read([&](db::Tx& tx) {
      return read_facts(tx, call.district, school_in(call, of_school));
    }));
    const auto html = html_of(facts, std::nullopt);
    const auto key = call.district.value + digest(html);
    auto document = press->kept.find(key, 0);
    if (!document) {
      TRY(std::string pdf, press->maker.make(html));
      document = plan::Document{0, api::bytes(std::move(pdf))};
      press->kept.put(key, *document);
    }
    api::Reply reply;
    reply.content_type = "application/pdf";
    reply.headers.emplace_back("Content-Disposition",
                               "inline; filename=\"" + file_name(facts) + "\"");
    reply.body = document->bytes;
    return reply;
  };
}

}  // namespace

void add_routes(api::Routes& routes) {
  const std::string district = "/districts/{district}/plan";
  const std::string school = "/districts/{district}/schools/{school}/plan";
  const auto press = std::make_shared<Press>();
  routes.add({"planHtml", Method::get, district + ".html", showing(false)});
  routes.add({"schoolPlanHtml", Method::get, school + ".html", showing(true)});
  routes.add({"planPdf", Method::get, district + ".pdf", printing(press, false)});
  routes.add({"schoolPlanPdf", Method::get, school + ".pdf", printing(press, true)});
}

}  // namespace tandem::report
