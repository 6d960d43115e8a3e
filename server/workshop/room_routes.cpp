// What people in the room ask for: the door, the room, answers, notes, results.
#include "identity/attempts.hpp"
#include "toolkit/language.hpp"
#include "workshop/results.hpp"
#include "workshop/routes.hpp"

namespace tandem::workshop {
namespace {

using http::Method;

std::optional<RecordId> seat_of(const api::Call& call) {
  if (!call.seat) return std::nullopt;
  return call.seat->id;
}

// Joining is open to all: codes cannot be tried one after the other, nor a room be filled by a
// machine. A whole district may share one address. Kept in memory for a quarter of an hour, apart
// from the seats.
struct Doorkeeper {
  identity::Attempts guesses{{60, 600, std::chrono::minutes(15)}};
  identity::Attempts joins{{3000, 30'000, std::chrono::minutes(15)}};
};

Result<void> let(identity::Attempts& attempts, const std::string& what, const std::string& peer) {
  const auto wait = attempts.begin(what, peer);
  if (!wait) return {};
  auto problem = problem::too_many("Too many have tried from your network. Please wait a little.");
  problem.retry_after = static_cast<int>(wait->count());
  return problem;
}

Result<Found> knock(Doorkeeper& keeper, db::Tx& tx, const api::Message& message) {
  const auto found = find_by_code(tx, message.param("code"));
  if (found) return *found;
  CHECK_OK(let(keeper.guesses, message.request().peer, message.request().peer));
  return problem::not_found("workshop");
}

}  // namespace

void add_room_routes(api::Routes& routes, toolkit::Packs& packs) {
  const auto keeper = std::make_shared<Doorkeeper>();
  const auto at = [&](std::string operation, Method method, const std::string& path,
                      api::Handler handler) {
    routes.add(
        {std::move(operation), method, kWorkshopPath + path, std::move(handler),
         path.find("{note}") == std::string::npos ? school_of_workshop() : school_of_note()});
  };
  routes.add(
      {"getDoor", Method::get, "/rooms/{code}", [keeper](api::Call& call) -> Result<api::Reply> {
         TRY(const auto found, knock(*keeper, call.tx, call));
         TRY(const auto shown, door(call.tx, found));
         return api::ok(shown);
       }});
  routes.add({"takeSeat", Method::post, "/rooms/{code}/seats",
              [keeper](api::Call& call) -> Result<api::Reply> {
                TRY(const auto found, knock(*keeper, call.tx, call));
                TRY(const auto fields, call.body<SeatFields>());
                CHECK_OK(let(keeper->joins, found.workshop.value, call.request().peer));
                const auto caller = identity::find_session(
                    call.tx,
                    http::cookie(call.request().header("cookie"), identity::kSessionCookie),
                    Timestamp::now());
                audit::Change change(call.tx, found.district, {}, "takeSeat");
                TRY(const auto taken, take_seat(change, found.workshop, fields,
                                                caller ? std::optional(caller->id) : std::nullopt));
                call.change().announce(change.events());
                api::Reply reply = api::ok(taken);
                reply.status = 201;
                return reply;
              }});
  at("getRoom", Method::get, "/room", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto shown, room(call.tx, call.district, call.id("workshop"), seat_of(call)));
    return api::ok(shown);
  });
  at("getRoomPack", Method::get, "/pack", [&packs](api::Call& call) -> Result<api::Reply> {
    TRY(const auto workshop, find(call.tx, call.district, call.id("workshop")));
    TRY(const auto own, pack_of(call.tx, packs, call.district, workshop));
    const auto pack =
        packs.in_language(own, toolkit::first_language(call.request().header("accept-language")));
    api::Reply reply;
    reply.body = std::shared_ptr<const std::string>(pack, &pack->text);
    return reply;
  });
  at("getResults", Method::get, "/results/{step}", [&packs](api::Call& call) -> Result<api::Reply> {
    TRY(const auto shown, results(call.tx, packs, call.district, call.id("workshop"),
                                  call.param("step"), call.seat.has_value()));
    return api::ok(shown);
  });
  at("changeSeat", Method::put, "/seat", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<SeatFields>());
    TRY(const auto seat,
        change_seat(call.change(), call.id("workshop"), call.seat->id, expected, fields));
    return api::record(seat);
  });
  at("leaveSeat", Method::del, "/seat", [](api::Call& call) -> Result<api::Reply> {
    CHECK_OK(leave(call.change(), call.id("workshop"), call.seat->id));
    return api::no_content();
  });
  at("saveRoomAnswer", Method::put, "/answers/{step}/{subject}",
     [&packs](api::Call& call) -> Result<api::Reply> {
       TRY(const auto expected, call.expected_version());
       TRY(const auto fields, call.body<AnswerFields>());
       TRY(const auto answer,
           save_answer(call.change(), packs, call.id("workshop"), call.seat->id, call.param("step"),
                       call.param("subject"), expected, fields));
       return api::record(answer);
     });
  at("postNote", Method::post, "/notes", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto fields, call.body<NoteFields>());
    TRY(const auto note, post_note(call.change(), call.id("workshop"), seat_of(call), fields));
    return api::created(note, "/api/v1/districts/" + call.district.value + "/workshops/" +
                                  call.param("workshop") + "/notes/" + note.id.value);
  });
  at("editNote", Method::put, "/notes/{note}", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    TRY(const auto fields, call.body<NoteTextFields>());
    TRY(const auto note, edit_note(call.change(), call.id("workshop"), seat_of(call),
                                   call.id("note"), expected, fields));
    return api::record(note);
  });
  at("removeNote", Method::del, "/notes/{note}", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto expected, call.expected_version());
    CHECK_OK(
        remove_note(call.change(), call.id("workshop"), seat_of(call), call.id("note"), expected));
    return api::no_content();
  });
  const auto voting = [](bool wanted) {
    return [wanted](api::Call& call) -> Result<api::Reply> {
      CHECK_OK(vote(call.change(), call.id("workshop"), call.seat->id, call.id("note"), wanted));
      return api::no_content();
    };
  };
  api::Route vote_route{"voteNote", Method::put, kWorkshopPath + "/notes/{note}/vote",
                        api::Handler(voting(true)), school_of_note()};
  vote_route.max_body = 0;
  routes.add(std::move(vote_route));
  at("unvoteNote", Method::del, "/notes/{note}/vote", voting(false));
  at("askForTime", Method::post, "/asks", [](api::Call& call) -> Result<api::Reply> {
    TRY(const auto nothing, call.body<EmptyFields>());
    (void)nothing;
    CHECK_OK(ask_for_time(call.change(), call.id("workshop"), call.seat->id));
    return api::no_content();
  });
}

}  // namespace tandem::workshop
