// People typing at the same moment: each writer has one connection and saves its own fields in
// turn, the next save when the last is answered, each with the version the last answer gave.
//   bench_writers PORT COOKIE CSRF SECONDS < paths
// Standard input has a line for each writer: the paths of its fields, divided by spaces. Prints
// {"saves", "failures", "seconds", "p50_ms", "p99_ms"}; a failure is any answer but 200 with the next
// version.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Field {
  std::string path;
  long long version = 0;
};

struct Answer {
  int status = 0;
  long long version = 0;
};

class Connection {
 public:
  explicit Connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0) {
      throw std::runtime_error("cannot connect");
    }
  }
  ~Connection() { ::close(socket_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Answer ask(const std::string& request) {
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size())) {
      throw std::runtime_error("cannot send");
    }
    received_.clear();
    std::size_t head = std::string::npos;
    while ((head = received_.find("\r\n\r\n")) == std::string::npos) receive();
    const auto size = std::strtoull(header("Content-Length: "), nullptr, 10);
    while (received_.size() < head + 4 + size) receive();
    return {std::atoi(received_.c_str() + std::string("HTTP/1.1 ").size()),
            std::atoll(header("ETag: \""))};
  }
  [[nodiscard]] const std::string& received() const { return received_; }

 private:
  [[nodiscard]] const char* header(const std::string& name) const {
    const auto found = received_.find("\r\n" + name);
    return found == std::string::npos ? "" : received_.c_str() + found + 2 + name.size();
  }
  void receive() {
    char bytes[16384];
    const auto size = ::recv(socket_, bytes, sizeof bytes, 0);
    if (size <= 0) throw std::runtime_error("the connection ended");
    received_.append(bytes, static_cast<std::size_t>(size));
  }

  int socket_;
  std::string received_;
};

struct Writer {
  std::vector<Field> fields;
  std::vector<double> milliseconds;  // of each save
  long long failures = 0;
  std::string first_failure;

  void run(std::uint16_t port, const std::string& headers, Clock::time_point end) {
    try {
      Connection connection(port);
      const std::string words(200, 'x');
      for (std::size_t turn = 0; Clock::now() < end; ++turn) {
        Field& field = fields[turn % fields.size()];
        const std::string body =
            R"({"value":")" + words + std::to_string(turn) + R"(","person_id":null})";
        const std::string request = "PUT " + field.path + " HTTP/1.1\r\n" + headers +
                                    "If-Match: \"" + std::to_string(field.version) +
                                    "\"\r\nContent-Length: " + std::to_string(body.size()) +
                                    "\r\n\r\n" + body;
        const auto sent = Clock::now();
        const Answer answer = connection.ask(request);
        const std::chrono::duration<double, std::milli> took = Clock::now() - sent;
        if (answer.status == 200 && answer.version == field.version + 1) {
          milliseconds.push_back(took.count());
        } else {
          fail(connection.received());
        }
        field.version = answer.version;
      }
    } catch (const std::exception& error) {
      fail(error.what());
    }
  }
  void fail(const std::string& why) {
    if (failures++ == 0) first_failure = why;
  }
};

// The versions that are there now, so that a second run goes on where the first ended.
void find_versions(std::vector<Writer>& writers, std::uint16_t port, const std::string& headers) {
  Connection connection(port);
  for (auto& writer : writers) {
    for (auto& field : writer.fields) {
      // A save with a version that never was is refused with the current state.
      const std::string body = R"({"value":"","person_id":null})";
      connection.ask("PUT " + field.path + " HTTP/1.1\r\n" + headers +
                     "If-Match: \"999999999\"\r\nContent-Length: " + std::to_string(body.size()) +
                     "\r\n\r\n" + body);
      const std::string name = R"("version":)";
      const auto found = connection.received().find(name);
      if (found == std::string::npos) {
        throw std::runtime_error(field.path + " answers " + connection.received());
      }
      field.version = std::atoll(connection.received().c_str() + found + name.size());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return std::fprintf(stderr, "bench_writers PORT COOKIE CSRF SECONDS\n"), 2;
  try {
    const auto port = static_cast<std::uint16_t>(std::atoi(argv[1]));
    const std::string headers = std::string("Host: 127.0.0.1\r\nContent-Type: application/json\r\n") +
                                "Cookie: " + argv[2] + "\r\nX-CSRF-Token: " + argv[3] + "\r\n";
    std::vector<Writer> writers;
    for (std::string line; std::getline(std::cin, line);) {
      std::istringstream paths(line);
      writers.emplace_back();
      for (std::string path; paths >> path;) writers.back().fields.push_back({path});
    }
    find_versions(writers, port, headers);

    const auto start = Clock::now();
    const auto end = start + std::chrono::duration_cast<Clock::duration>(
                                 std::chrono::duration<double>(std::atof(argv[4])));
    std::vector<std::thread> threads;
    for (auto& writer : writers) {
      threads.emplace_back([&] { writer.run(port, headers, end); });
    }
    for (auto& thread : threads) thread.join();
    const std::chrono::duration<double> took = Clock::now() - start;

    std::vector<double> times;
    long long failures = 0;
    for (const auto& writer : writers) {
      times.insert(times.end(), writer.milliseconds.begin(), writer.milliseconds.end());
      failures += writer.failures;
      if (writer.failures > 0) std::fprintf(stderr, "%s\n", writer.first_failure.c_str());
    }
    std::sort(times.begin(), times.end());
    const auto part = [&](double share) {
      return times.empty() ? 0 : times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("{\"saves\": %zu, \"failures\": %lld, \"seconds\": %.3f, \"p50_ms\": %.2f, "
                "\"p99_ms\": %.2f}\n",
                times.size(), failures, took.count(), part(0.5), part(0.99));
    return failures == 0 ? 0 : 1;
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "bench_writers: %s\n", error.what()), 1;
  }
}
