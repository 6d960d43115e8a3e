// People in rooms: joins N bots to the rooms whose codes are given, each with a socket of its own
// (api/room.md) and a connection for its answers, lets each answer every S seconds, and checks
// that every answer is there when it is read back and that no event was lost or came twice.
// Prints one JSON object. With --idle the sockets are only held.
//
//   bench_room PORT DISTRICT CODES PEOPLE EVERY SECONDS [--idle]
//
// CODES: codes of running workshops at an open step `rate` of the built-in pack, with commas.
#include <algorithm>
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/json.hpp>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace json = boost::json;
using asio::use_awaitable;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using Socket = beast::websocket::stream<beast::tcp_stream>;

namespace {

const std::vector<std::string> kRows{"vision",       "policies", "routines",
                                     "goal-setting", "plans",    "perspectives"};
const std::vector<std::string> kLevels{"beginning", "developing", "evolving", "accomplished"};

struct Settings {
  unsigned short port = 0;
  std::string district;
  std::vector<std::string> codes;
  int people = 0;
  double every = 0;
  double seconds = 0;
  bool idle = false;
};

struct Bot;
struct Figures {
  std::vector<double> answered;    // ms from sending an answer to hearing that it is durable
  std::vector<double> fanned_out;  // ms from sending it to its event on each socket of the room
  long refused = 0;
  long lost = 0;
  long doubled = 0;
  long events = 0;
  long closed = 0;
  long not_there = 0;
  long checked = 0;
};

struct Answer {
  long version = 0;
  std::string value;
};

struct Bot {
  std::string code;
  std::string workshop;
  std::string seat;
  std::string token;
  long last = 0;
  bool joined = false;
  std::map<std::string, Answer> said;
  std::unique_ptr<beast::tcp_stream> line;  // for answers, kept open
  Clock::time_point used;
  beast::flat_buffer buffer;
  std::unique_ptr<Socket> socket;
};

struct Bench {
  Settings settings;
  Figures figures;
  std::vector<std::unique_ptr<Bot>> bots;
  // When the answer of a seat to a row was sent whose event is still to come.
  std::unordered_map<std::string, Clock::time_point> sent;
  bool measuring = false;
  bool stopping = false;
  int ready = 0;
};

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

tcp::endpoint server(const Bench& bench) {
  return {asio::ip::address_v4::loopback(), bench.settings.port};
}

asio::awaitable<http::response<http::string_body>> ask(Bench& bench, Bot& bot, http::verb method,
                                                       std::string target, std::string body,
                                                       std::string if_match) {
  // The server ends a connection that has been idle for half a minute.
  if (Clock::now() - bot.used > std::chrono::seconds(15)) bot.line.reset();
  bot.used = Clock::now();
  if (!bot.line) {
    bot.buffer.clear();
    bot.line = std::make_unique<beast::tcp_stream>(co_await asio::this_coro::executor);
    co_await bot.line->async_connect(server(bench), use_awaitable);
    bot.line->socket().set_option(tcp::no_delay(true));
  }
  http::request<http::string_body> request(method, target, 11);
  request.set(http::field::host, "127.0.0.1");
  if (!bot.token.empty()) request.set("X-Seat", bot.token);
  if (!if_match.empty()) request.set(http::field::if_match, if_match);
  if (method != http::verb::get) request.set(http::field::content_type, "application/json");
  request.body() = std::move(body);
  request.prepare_payload();
  co_await http::async_write(*bot.line, request, use_awaitable);
  http::response<http::string_body> response;
  co_await http::async_read(*bot.line, bot.buffer, response, use_awaitable);
  co_return response;
}

std::string place_of(const Bench& bench, const Bot& bot) {
  return "/api/v1/districts/" + bench.settings.district + "/workshops/" + bot.workshop;
}

// The text between a key and the next quote, or nothing: quicker than parsing, thousands of times
// a second.
std::string_view text_after(std::string_view in, std::string_view key) {
  const auto at = in.find(key);
  if (at == std::string_view::npos) return {};
  const auto start = at + key.size();
  return in.substr(start, in.find('"', start) - start);
}

void hear(Bench& bench, Bot& bot, std::string_view message) {
  if (message.find(R"("type":"joined")") != std::string_view::npos) {
    bot.joined = true;
    ++bench.ready;
    return;
  }
  constexpr std::string_view kSeq = R"("seq":)";
  for (auto at = message.find(kSeq); at != std::string_view::npos;) {
    const auto next = message.find(kSeq, at + 1);
    const auto event = message.substr(at, next == std::string_view::npos ? next : next - at);
    long seq = 0;
    std::from_chars(event.data() + kSeq.size(), event.data() + event.size(), seq);
    ++bench.figures.events;
    if (seq <= bot.last) ++bench.figures.doubled;
    else {
      bench.figures.lost += seq - bot.last - 1;
      bot.last = seq;
    }
    if (bench.measuring && event.find(R"("kind":"answered")") != std::string_view::npos) {
      const auto seat = text_after(event, R"("seat_id":")");
      const auto row = text_after(event, R"("subject":")");
      const auto sent = bench.sent.find(std::string(seat) + std::string(row));
      if (sent != bench.sent.end()) bench.figures.fanned_out.push_back(ms_since(sent->second));
    }
    at = next;
  }
}

asio::awaitable<void> listen(Bench& bench, Bot& bot) {
  try {
    bot.socket = std::make_unique<Socket>(co_await asio::this_coro::executor);
    auto& lowest = beast::get_lowest_layer(*bot.socket);
    co_await lowest.async_connect(server(bench), use_awaitable);
    lowest.expires_never();
    co_await bot.socket->async_handshake("127.0.0.1", "/live/rooms", use_awaitable);
    const auto join = json::serialize(json::object{{"type", "join"},
                                                   {"district", bench.settings.district},
                                                   {"workshop", bot.workshop},
                                                   {"seat", bot.token},
                                                   {"after", bot.last}});
    co_await bot.socket->async_write(asio::buffer(join), use_awaitable);
    beast::flat_buffer buffer;
    while (true) {
      buffer.clear();
      co_await bot.socket->async_read(buffer, use_awaitable);
      const auto data = buffer.cdata();
      hear(bench, bot, {static_cast<const char*>(data.data()), data.size()});
    }
  } catch (const std::exception&) {
    if (!bench.stopping) ++bench.figures.closed;
  }
}

asio::awaitable<void> sit_down(Bench& bench, Bot& bot, int number) {
  const std::string body =
      json::serialize(json::object{{"name", "Bot " + std::to_string(number)},
                                   {"side", number % 2 == 0 ? "school" : "district"},
                                   {"role", "instructional"},
                                   {"school_id", nullptr},
                                   {"group_id", ""}});
  auto response =
      co_await ask(bench, bot, http::verb::post, "/api/v1/rooms/" + bot.code + "/seats", body, "");
  if (response.result_int() != 201) throw std::runtime_error("joining: " + response.body());
  const auto taken = json::parse(response.body()).as_object();
  bot.workshop = taken.at("workshop_id").as_string();
  bot.seat = taken.at("seat").at("id").as_string();
  bot.token = taken.at("token").as_string();
  response = co_await ask(bench, bot, http::verb::get, place_of(bench, bot) + "/room", "", "");
  if (response.result_int() != 200) throw std::runtime_error("looking: " + response.body());
  bot.last = json::parse(response.body()).at("seq").as_int64();
  if (bench.settings.idle) bot.line.reset();
}

asio::awaitable<void> answer(Bench& bench, Bot& bot, Clock::time_point end, int number) {
  std::mt19937 random(static_cast<unsigned>(number));
  asio::steady_timer timer(co_await asio::this_coro::executor);
  const auto every = std::chrono::duration_cast<Clock::duration>(
      std::chrono::duration<double>(bench.settings.every));
  auto next = Clock::now() +
              std::chrono::duration_cast<Clock::duration>(every * (random() % 1000) / 1000.0);
  for (std::size_t turn = random(); next < end; next += every, ++turn) {
    timer.expires_at(next);
    co_await timer.async_wait(use_awaitable);
    const auto& row = kRows[turn % kRows.size()];
    auto& said = bot.said[row];
    const auto& level = kLevels[random() % kLevels.size()];
    const auto body = json::serialize(
        json::object{{"value", level},
                     {"text", "Minutes of our meetings, number " + std::to_string(turn)},
                     {"link", ""}});
    const auto start = Clock::now();
    bench.sent[bot.seat + row] = start;
    const auto response =
        co_await ask(bench, bot, http::verb::put, place_of(bench, bot) + "/answers/rate/" + row,
                     body, '"' + std::to_string(said.version) + '"');
    if (response.result_int() != 200) {
      if (bench.figures.refused++ == 0) std::cerr << response.body() << '\n';
      continue;
    }
    if (bench.measuring) bench.figures.answered.push_back(ms_since(start));
    ++said.version;
    said.value = level;
  }
}

// What this bot was told was durable has to be there.
asio::awaitable<void> read_back(Bench& bench, Bot& bot, std::map<std::string, long>& ends) {
  const auto response =
      co_await ask(bench, bot, http::verb::get, place_of(bench, bot) + "/room", "", "");
  const auto room = json::parse(response.body()).as_object();
  auto& end = ends[bot.workshop];
  end = std::max<long>(end, room.at("seq").as_int64());
  std::map<std::string, Answer> found;
  for (const auto& each : room.at("mine").as_array()) {
    found[std::string(each.at("subject").as_string())] = {
        each.at("version").as_int64(), std::string(each.at("value").as_string())};
  }
  for (const auto& [row, said] : bot.said) {
    ++bench.figures.checked;
    const auto& kept = found[row];
    if (kept.version != said.version || kept.value != said.value) ++bench.figures.not_there;
  }
}

double quantile(std::vector<double>& values, double q) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1))];
}

asio::awaitable<void> pause(double seconds) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  timer.expires_after(
      std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds)));
  co_await timer.async_wait(use_awaitable);
}

asio::awaitable<void> keep_alive(Bench& bench) {
  const std::string ping = R"({"type":"ping"})";
  while (!bench.stopping) {
    co_await pause(40);
    for (auto& bot : bench.bots) {
      if (!bot->socket || !bot->joined) continue;
      try {
        co_await bot->socket->async_write(asio::buffer(ping), use_awaitable);
      } catch (const std::exception&) {  // counted where it is read
      }
    }
  }
}

asio::awaitable<void> run(Bench& bench) {
  const auto executor = co_await asio::this_coro::executor;
  auto& settings = bench.settings;
  for (int i = 0; i < settings.people; ++i) {
    auto bot = std::make_unique<Bot>();
    bot->code = settings.codes[static_cast<std::size_t>(i) % settings.codes.size()];
    bench.bots.push_back(std::move(bot));
  }
  const auto start = Clock::now();
  constexpr int kAtOnce = 32;
  int done = 0;
  for (int lane = 0; lane < kAtOnce; ++lane) {
    asio::co_spawn(
        executor,
        [&bench, &done, lane]() -> asio::awaitable<void> {
          for (std::size_t i = static_cast<std::size_t>(lane); i < bench.bots.size();
               i += kAtOnce) {
            co_await sit_down(bench, *bench.bots[i], static_cast<int>(i));
            asio::co_spawn(co_await asio::this_coro::executor, listen(bench, *bench.bots[i]),
                           asio::detached);
          }
          ++done;
        },
        [](const std::exception_ptr& error) {
          if (error) std::rethrow_exception(error);
        });
  }
  while (done < kAtOnce || bench.ready + bench.figures.closed < settings.people) {
    co_await pause(0.05);
    if (ms_since(start) > 120'000) throw std::runtime_error("not everybody came in");
  }
  const double joining = ms_since(start);
  asio::co_spawn(executor, keep_alive(bench), asio::detached);
  std::cerr << settings.people << " people have joined in " << joining / 1000 << " s\n";
  if (settings.idle) {
    std::cout << "idle" << std::endl;  // whoever started this measures now
    co_await pause(settings.seconds);
    std::cout << json::serialize(json::object{{"sockets", bench.ready},
                                              {"closed", bench.figures.closed},
                                              {"joined_ms", joining}})
              << std::endl;
    std::_Exit(0);
  }
  const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(settings.seconds));
  bench.measuring = true;
  const auto began = Clock::now();
  int answering = settings.people;
  for (int i = 0; i < settings.people; ++i) {
    asio::co_spawn(executor, answer(bench, *bench.bots[static_cast<std::size_t>(i)], end, i),
                   [&answering](const std::exception_ptr& error) {
                     --answering;
                     if (error) std::rethrow_exception(error);
                   });
  }
  while (answering > 0) co_await pause(0.05);
  const double took = ms_since(began) / 1000;
  co_await pause(1);
  bench.measuring = false;
  std::map<std::string, long> ends;
  int lanes = kAtOnce;
  for (int lane = 0; lane < kAtOnce; ++lane) {
    asio::co_spawn(
        executor,
        [&bench, &ends, &lanes, lane]() -> asio::awaitable<void> {
          for (std::size_t i = static_cast<std::size_t>(lane); i < bench.bots.size();
               i += kAtOnce) {
            co_await read_back(bench, *bench.bots[i], ends);
          }
          --lanes;
        },
        [](const std::exception_ptr& error) {
          if (error) std::rethrow_exception(error);
        });
  }
  while (lanes > 0) co_await pause(0.05);
  for (int tries = 0; tries < 100; ++tries) {  // the last events are on their way
    const bool all = std::all_of(bench.bots.begin(), bench.bots.end(),
                                 [&](const auto& bot) { return bot->last >= ends[bot->workshop]; });
    if (all) break;
    co_await pause(0.05);
  }
  for (auto& bot : bench.bots) bench.figures.lost += std::max(0L, ends[bot->workshop] - bot->last);
  auto& figures = bench.figures;
  const auto answers = static_cast<double>(figures.answered.size());
  std::cout << json::serialize(json::object{{"people", settings.people},
                                            {"rooms", settings.codes.size()},
                                            {"answers", figures.answered.size()},
                                            {"answers_a_second", answers / took},
                                            {"events", figures.events},
                                            {"answer_p50", quantile(figures.answered, 0.5)},
                                            {"answer_p99", quantile(figures.answered, 0.99)},
                                            {"fan_out_p50", quantile(figures.fanned_out, 0.5)},
                                            {"fan_out_p99", quantile(figures.fanned_out, 0.99)},
                                            {"fan_out_most", quantile(figures.fanned_out, 1)},
                                            {"refused", figures.refused},
                                            {"read_back", figures.checked},
                                            {"not_there", figures.not_there},
                                            {"lost", figures.lost},
                                            {"doubled", figures.doubled},
                                            {"closed", figures.closed},
                                            {"joined_ms", joining}})
            << std::endl;
  std::_Exit(0);
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 7) {
    std::cerr << "bench_room PORT DISTRICT CODES PEOPLE EVERY SECONDS [--idle]\n";
    return 2;
  }
  Bench bench;
  bench.settings = {static_cast<unsigned short>(std::stoi(argv[1])),
                    argv[2],
                    split(argv[3]),
                    std::stoi(argv[4]),
                    std::stod(argv[5]),
                    std::stod(argv[6]),
                    argc > 7 && std::string(argv[7]) == "--idle"};
  asio::io_context context(1);
  asio::co_spawn(context, run(bench), [](const std::exception_ptr& error) {
    if (error) std::rethrow_exception(error);
  });
  try {
    context.run();
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    std::_Exit(1);  // without waiting for thousands of coroutines
  }
  return 0;
}
