#include "report/public_page.hpp"

#include <regex>

#include "org/service.hpp"
#include "report/document.hpp"

namespace tandem::report {
namespace {

struct Found {
  DistrictId district_id;
};
BOOST_DESCRIBE_STRUCT(Found, (), (district_id))

std::optional<DistrictId> district_called(db::Tx& tx, const std::string& id_or_code) {
  // By its key or by the index of codes.
  const auto found =
      tx.one<Found>(is_uuid(id_or_code) ? "select district_id from district where district_id = :id"
                                        : "select district_id from district where code = :code",
                    id_or_code);
  return found ? std::optional(found->district_id) : std::nullopt;
}

// An address that somebody has written into the plan's text is for colleagues, not for everybody.
void take_addresses_out(std::string& text) {
  if (text.find('@') == std::string::npos) return;
  static const std::regex kAddress("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  text = std::regex_replace(text, kAddress, "(address left out)");
}

void open_up(auto& row, bool show_owners) {
  if (!show_owners) {
    row.owner_id.reset();
    row.owner_name.value.clear();
  }
  take_addresses_out(row.title.value);
  take_addresses_out(row.owner_name.value);
}

// What of the plan is for everybody.
void open_up(plan::WholePlan& plan, bool show_owners) {
  take_addresses_out(plan.title.value);
  take_addresses_out(plan.summary.value);
  std::erase_if(plan.goals,
                [](const auto& goal) { return goal.status == plan::GoalStatus::archived; });
  for (auto& goal : plan.goals) {
    open_up(goal, show_owners);
    take_addresses_out(goal.statement.value);
    for (auto& measure : goal.measures) {
      take_addresses_out(measure.name.value);
      take_addresses_out(measure.source.value);
    }
    for (auto& strategy : goal.strategies) {
      open_up(strategy, show_owners);
      take_addresses_out(strategy.description.value);
      for (auto& activity : strategy.activities) {
        open_up(activity, show_owners);
        activity.detail.value.clear();  // how it is done is for those who do it
      }
      for (auto& line : strategy.funding) line.note.value.clear();
    }
  }
}

}  // namespace

PublicPage public_page(db::Tx& tx, const DistrictId& district) {
  if (auto page = tx.row_of<PublicPage>(district, "")) return std::move(*page);
  PublicPage page;
  page.id = RecordId{district.value};
  page.version = 0;
  if (const auto home = org::find_district(tx, district)) page.created_at = home->created_at;
  page.updated_at = page.created_at;
  return page;
}

Result<PublicPage> replace_public_page(audit::Change& change, std::int64_t expected,
                                       const PublicPageFields& fields) {
  auto before = public_page(change.tx, change.district);
  if (before.version != expected) return problem::stale(json::write(before));
  if (before.version == 0) {
    return record::create<PublicPage>(
        change, fields, [&](PublicPage& row) { row.id = RecordId{change.district.value}; });
  }
  return record::replace<PublicPage>(change, before.id, expected, fields);
}

std::string public_html_of(Facts facts, const PublicPageFields& page) {
  open_up(facts.plan, page.show_owners);
  if (!page.show_owners) facts.people.clear();
  Data data = data_of(facts);
  set_list(data, "introduction", paragraphs(page.introduction));
  set_list(data, "contact", paragraphs(page.contact));
  data.set("show_owners", flag(page.show_owners));
  return render("public", data);
}

Result<std::string> public_html(db::Tx& tx, const std::string& id_or_code) {
  const auto district = district_called(tx, id_or_code);
  if (!district) return problem::not_found("page");
  const auto page = public_page(tx, *district);
  if (!page.enabled) return problem::not_found("page");
  TRY(auto facts, read_facts(tx, *district, std::nullopt));
  return public_html_of(std::move(facts), page);
}

std::string no_public_page() {
  Data data;
  return render("no-public", data);
}

}  // namespace tandem::report
