#include "balance/routes.hpp"

#include "balance/service.hpp"

namespace tandem::balance {
namespace {

using api::Call;
using api::Reply;
using http::Method;

struct SubmitFields {
  Text<0, 2000> note;
};
BOOST_DESCRIBE_STRUCT(SubmitFields, (), (note))

struct ReturnFields {
  Text<1, 4000> message;
  std::vector<FunctionComment> comments;
};
BOOST_DESCRIBE_STRUCT(ReturnFields, (), (message, comments))

struct AcceptTemplateFields {
  Text<0, 4000> message;
};
BOOST_DESCRIBE_STRUCT(AcceptTemplateFields, (), (message))

struct ReopenFields {
  Text<1, 4000> message;
};
BOOST_DESCRIBE_STRUCT(ReopenFields, (), (message))

struct CommentFields {
  std::optional<Text<1, 60>> function_id;
  Text<1, 4000> body;
};
BOOST_DESCRIBE_STRUCT(CommentFields, (), (function_id, body))

constexpr std::size_t kMostComments = 100;  // in one return

// A step of a template: the version it was seen in, what is said with it, the template after it.
template <class Fields, class Work>
api::Handler step(Work work) {
  return [work](Call& call) -> Result<Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<Fields>());
    TRY(const TemplateDetail detail, work(call.change(), call.id("template"), expected, fields));
    return api::record(detail);
  };
}

Result<std::int64_t> number_of(const std::string& text) {
  constexpr std::size_t kDigits = 6;
  if (text.empty() || text.size() > kDigits ||
      text.find_first_not_of("0123456789") != std::string::npos) {
    return problem::malformed("The number of a submission is a whole number.");
  }
  return std::stoll(text);
}

void add_rounds(api::Routes& routes, toolkit::Packs& packs) {
  routes.add(
      {"listRounds", Method::get, "/districts/{district}/rounds",
       [](Call& call) -> Result<Reply> { return api::list(rounds(call.tx, call.district)); }});
  routes.add({"openRound", Method::post, "/districts/{district}/rounds",
              [&packs](Call& call) -> Result<Reply> {
                TRY(const auto fields, call.body<OpenRoundFields>());
                TRY(const auto detail, open_round(call.change(), packs, fields));
                return api::created(detail, "/api/v1/districts/" + call.district.value +
                                                "/rounds/" + detail.id.value);
              }});
  routes.add({"getRound", Method::get, "/districts/{district}/rounds/{round}",
              [&packs](Call& call) -> Result<Reply> {
                TRY(const auto detail,
                    round_detail(call.tx, packs, call.district, call.id("round")));
                return api::record(detail);
              }});
  routes.add({"replaceRound", Method::put, "/districts/{district}/rounds/{round}",
              [&packs](Call& call) -> Result<Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<RoundFields>());
                TRY(const auto detail,
                    replace_round(call.change(), packs, call.id("round"), expected, fields));
                return api::record(detail);
              },
              api::school_of_record<Round>("round")});
  routes.add({"getFunctionAnswers", Method::get,
              "/districts/{district}/rounds/{round}/functions/{function_id}",
              [&packs](Call& call) -> Result<Reply> {
                TRY(const auto answers,
                    function_answers(call.tx, packs, call.district, call.id("round"),
                                     call.param("function_id")));
                return api::list(answers);
              }});
}

void add_steps(api::Routes& routes, toolkit::Packs& packs) {
  const auto add = [&](const char* operation, const char* name, api::Handler handler) {
    routes.add({operation, Method::post,
                std::string("/districts/{district}/templates/{template}/") + name,
                std::move(handler), api::school_of_record<TemplateRow>("template")});
  };
  using Change = audit::Change;
  add("submitTemplate", "submit",
      step<SubmitFields>([&packs](Change& change, const RecordId& id, std::int64_t expected,
                                  const SubmitFields& fields) {
        return submit(change, packs, id, expected, fields.note);
      }));
  add("withdrawTemplate", "withdraw",
      step<NoFields>([&packs](Change& change, const RecordId& id, std::int64_t expected,
                              const NoFields&) { return withdraw(change, packs, id, expected); }));
  add("returnTemplate", "return",
      step<ReturnFields>([&packs](Change& change, const RecordId& id, std::int64_t expected,
                                  const ReturnFields& fields) -> Result<TemplateDetail> {
        if (fields.comments.size() > kMostComments) {
          return problem::invalid("/comments", "has too many items");
        }
        return give_back(change, packs, id, expected, fields.message, fields.comments);
      }));
  add("acceptTemplate", "accept",
      step<AcceptTemplateFields>([&packs](Change& change, const RecordId& id, std::int64_t expected,
                                          const AcceptTemplateFields& fields) {
        return accept(change, packs, id, expected, fields.message);
      }));
  add("reopenTemplate", "reopen",
      step<ReopenFields>([&packs](Change& change, const RecordId& id, std::int64_t expected,
                                  const ReopenFields& fields) {
        return reopen(change, packs, id, expected, fields.message);
      }));
}

}  // namespace

void add_routes(api::Routes& routes, toolkit::Packs& packs) {
  add_rounds(routes, packs);
  add_steps(routes, packs);
  const auto school_of = api::school_of_record<TemplateRow>("template");
  routes.add({"getTemplate", Method::get, "/districts/{district}/templates/{template}",
              [&packs](Call& call) -> Result<Reply> {
                TRY(const auto detail,
                    template_detail(call.tx, packs, call.district, call.id("template")));
                return api::record(detail);
              },
              school_of});
  routes.add({"saveAnswer", Method::put,
              "/districts/{district}/templates/{template}/answers/{function_id}/{field}",
              [&packs](Call& call) -> Result<Reply> {
                TRY(const auto expected, call.expected_version());
                TRY(const auto fields, call.body<AnswerFields>());
                TRY(const auto answer,
                    save_answer(call.change(), packs, call.id("template"),
                                call.param("function_id"), call.param("field"), expected, fields));
                return api::record(answer);
              },
              school_of});
  routes.add({"addComment", Method::post, "/districts/{district}/templates/{template}/comments",
              [&packs](Call& call) -> Result<Reply> {
                TRY(const auto fields, call.body<CommentFields>());
                std::optional<std::string> function;
                if (fields.function_id) function = fields.function_id->value;
                TRY(const auto comment,
                    add_comment(call.change(), packs, call.id("template"), function, fields.body));
                Reply reply = api::ok(comment);
                reply.status = 201;
                return reply;
              },
              school_of});
  routes.add({"getSubmission", Method::get,
              "/districts/{district}/templates/{template}/submissions/{number}",
              [](Call& call) -> Result<Reply> {
                TRY(const auto number, number_of(call.param("number")));
                TRY(const auto found,
                    submission(call.tx, call.district, call.id("template"), number));
                return api::ok(found);
              },
              school_of});
}

}  // namespace tandem::balance
