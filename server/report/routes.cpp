#include "report/routes.hpp"

#include <sodium.h>

#include <array>

#include "plan/cache.hpp"
#include "report/board.hpp"
#include "report/document.hpp"
#include "report/monitoring.hpp"
#include "report/pdf.hpp"
#include "report/public_page.hpp"
#include "report/sheets.hpp"

namespace tandem::report {
namespace {

using http::Method;

constexpr std::size_t kCacheBytes = 8UL * 1024 * 1024;

std::optional<SchoolId> school_in(const api::Message& message, bool of_school) {
  return of_school ? std::optional(message.id<SchoolId>("school")) : std::nullopt;
}

// A document: what it is made from, read at one moment, and how it becomes a page.
struct Made {
  std::string file;  // its name without an ending
  std::string html;
};
using Make = std::function<Result<Made>(db::Tx&, const DistrictId&, const api::Message&,
                                        const std::optional<Links>&)>;

struct Document {
  std::string operation;  // with Html and Pdf after it
  std::string path;       // with .html and .pdf after it
  std::string back;       // the page that it belongs to, below /d/<district>
  Make make;
};

// The path with the ids of the request in it.
std::string filled(std::string path, const api::Message& message) {
  for (const std::string name : {"district", "school", "goal"}) {
    const auto at = path.find("{" + name + "}");
    if (at != std::string::npos) path.replace(at, name.size() + 2, message.param(name));
  }
  return path;
}

Links links_for(const Document& document, const api::Message& message) {
  return {filled("/d/{district}" + document.back, message),
          filled("/api/v1" + document.path + ".pdf", message)};
}

api::Reply page(std::string html) {
  api::Reply reply;
  reply.content_type = "text/html; charset=utf-8";
  reply.body = api::bytes(std::move(html));
  return reply;
}

api::Handler showing(Document document) {
  return [document = std::move(document)](api::Call& call) -> Result<api::Reply> {
    TRY(auto made, document.make(call.tx, call.district, call, links_for(document, call)));
    return page(std::move(made.html));
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

// "Birch Lake plan 2026-11-24", in characters that every system takes as a file's name.
std::string file_name(const std::string& what, const Date& today) {
  std::string name;
  for (const char c : what + " " + today.value) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == ' ' || c == '-' || c == '.';
    if (plain) name += c;
  }
  return trim(name);
}
std::string file_name(const Facts& facts, const std::string& what) {
  return file_name((facts.school ? facts.school->name.value : facts.district_name) + " " + what,
                   facts.today);
}

struct Press {
  PdfMaker maker;
  plan::DocumentCache kept{kCacheBytes};
};

api::Reply download(const char* type, const std::string& how, const std::string& name,
                    std::shared_ptr<const std::string> bytes) {
  api::Reply reply;
  reply.content_type = type;
  reply.headers.emplace_back("Content-Disposition", how + "; filename=\"" + name + "\"");
  reply.body = std::move(bytes);
  return reply;
}

api::FreeHandler printing(const std::shared_ptr<Press>& press, Document document) {
  return [press, document = std::move(document)](api::FreeCall& call) -> Result<api::Reply> {
    TRY(const auto made, call.database.read([&](db::Tx& tx) {
      return document.make(tx, call.district, call, std::nullopt);
    }));
    const auto key = call.district.value + digest(made.html);
    auto kept = press->kept.find(key, 0);
    if (!kept) {
      TRY(std::string pdf, press->maker.make(made.html));
      kept = plan::Document{0, api::bytes(std::move(pdf))};
      press->kept.put(key, *kept);
    }
    return download("application/pdf", "inline", made.file + ".pdf", kept->bytes);
  };
}

Make plan_document(bool of_school) {
  return [of_school](db::Tx& tx, const DistrictId& district, const api::Message& message,
                     const std::optional<Links>& links) -> Result<Made> {
    TRY(const auto facts, read_facts(tx, district, school_in(message, of_school)));
    return Made{file_name(facts, "plan"), html_of(facts, links)};
  };
}

Result<Made> goal_document(db::Tx& tx, const DistrictId& district, const api::Message& message,
                           const std::optional<Links>& links) {
  TRY(const auto facts, read_goal_facts(tx, district, message.id("goal")));
  return Made{file_name(facts, "goal"), html_of(facts, links)};
}

Make monitoring_document(bool of_school) {
  return [of_school](db::Tx& tx, const DistrictId& district, const api::Message& message,
                     const std::optional<Links>& links) -> Result<Made> {
    std::optional<SchoolYear> year;
    if (const auto asked = message.query("year")) {
      year = SchoolYear::parse(*asked);
      if (!year) return problem::malformed("The query parameter year is no school year.");
    }
    TRY(const auto facts, read_monitoring(tx, district, school_in(message, of_school), year));
    auto shown = links;
    if (shown && year) shown->pdf += "?year=" + year->value;
    const auto& name = facts.school ? facts.school->name.value : facts.district_name;
    return Made{file_name(name + " monitoring report " + facts.cycles.year.value, facts.today),
                monitoring_html_of(facts, shown)};
  };
}

Result<Made> board_document(db::Tx& tx, const DistrictId& district, const api::Message& /*message*/,
                            const std::optional<Links>& links) {
  TRY(const auto facts, read_board_facts(tx, district));
  return Made{file_name(facts.plan, "board summary"), board_html_of(facts, links)};
}

constexpr auto kWorkbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// The tables of a document as a workbook: read in one transaction, written after it.
api::FreeHandler workbook(bool of_school) {
  return [of_school](api::FreeCall& call) -> Result<api::Reply> {
    TRY(const auto facts, call.database.read([&](db::Tx& tx) {
      return read_facts(tx, call.district, school_in(call, of_school));
    }));
    return download(kWorkbook, "attachment", file_name(facts, "plan") + ".xlsx",
                    api::bytes(exchange::xlsx_of(plan_sheets(facts), facts.plan.title)));
  };
}

api::FreeHandler all_tables(bool as_workbook) {
  return [as_workbook](api::FreeCall& call) -> Result<api::Reply> {
    TRY(const auto sheets,
        call.database.read([&](db::Tx& tx) { return all_sheets(tx, call.district); }));
    const auto name = file_name("All tables", Timestamp::now().date());
    if (as_workbook) {
      return download(kWorkbook, "attachment", name + ".xlsx",
                      api::bytes(exchange::xlsx_of(sheets, "All tables")));
    }
    return download("application/zip", "attachment", name + ".zip",
                    api::bytes(exchange::csv_archive(sheets)));
  };
}

void add_public_page(api::Routes& routes) {
  const std::string path = "/districts/{district}/public-page";
  routes.add({"getPublicPage", Method::get, path, [](api::Call& call) -> Result<api::Reply> {
                return api::record(public_page(call.tx, call.district));
              }});
  routes.add({"replacePublicPage", Method::put, path, [](api::Call& call) -> Result<api::Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<PublicPageFields>());
                TRY(const auto row, replace_public_page(call.change(), expected, fields));
                return api::record(row);
              }});
  api::Route open{"publicPlan", Method::get, "/public/{public_district}",
                  [](api::Call& call) -> Result<api::Reply> {
                    auto html = public_html(call.tx, call.param("public_district"));
                    if (html) return page(std::move(*html));
                    auto reply = page(no_public_page());  // for people, not for programs
                    reply.status = html.error().status;
                    return reply;
                  }};
  open.base = "";
  routes.add(std::move(open));
}

}  // namespace

void add_routes(api::Routes& routes) {
  const std::string district = "/districts/{district}";
  const std::string school = district + "/schools/{school}";
  const auto press = std::make_shared<Press>();
  const std::vector<Document> documents = {
      {"plan", district + "/plan", "/plan", plan_document(false)},
      {"schoolPlan", school + "/plan", "/plan/schools/{school}", plan_document(true)},
      {"goal", district + "/plan/goals/{goal}/document", "/plan/goals/{goal}", goal_document},
      {"monitoringReport", district + "/monitoring-report", "/monitoring",
       monitoring_document(false)},
      {"schoolMonitoringReport", school + "/monitoring-report", "/monitoring",
       monitoring_document(true)},
      {"boardSummary", district + "/board-summary", "/documents", board_document},
  };
  for (const auto& document : documents) {
    routes.add(
        {document.operation + "Html", Method::get, document.path + ".html", showing(document)});
    routes.add({document.operation + "Pdf", Method::get, document.path + ".pdf",
                printing(press, document)});
  }
  routes.add({"planXlsx", Method::get, district + "/plan.xlsx", workbook(false)});
  routes.add({"schoolPlanXlsx", Method::get, school + "/plan.xlsx", workbook(true)});
  routes.add({"allTablesXlsx", Method::get, district + "/tables.xlsx", all_tables(true)});
  routes.add({"allTablesCsv", Method::get, district + "/tables.zip", all_tables(false)});
  add_public_page(routes);
}

}  // namespace tandem::report
