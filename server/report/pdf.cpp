#include "report/pdf.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "base/log.hpp"

namespace tandem::report {
namespace {

using Clock = std::chrono::steady_clock;

Problem busy() {
  return {503,       "unavailable",
          "Not now", "Several PDFs are being made already. Please try again in a moment.",
          {},        {},
          5};
}
Problem failed() {
  return {503,       "unavailable",
          "Not now", "The PDF could not be made. The page itself can be printed with the browser.",
          {},        {},
          30};
}

class Fd {
 public:
  explicit Fd(int fd = -1) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  Fd(const Fd&) = delete;
  Fd& operator=(const Fd&) = delete;
  ~Fd() { close(); }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool open() const { return fd_ >= 0; }

 private:
  int fd_;
};

// Sockets and not pipes: writing to one whose reader is gone is an error and not a signal.
std::pair<Fd, Fd> connected() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw std::runtime_error("no socket pair for the PDF program");
  }
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return {Fd(ends[0]), Fd(ends[1])};
}

// The child's surroundings: nothing of the server's (it may hold a database's password), and
// proxies that lead nowhere, so that nothing can be fetched whatever the page says.
std::vector<std::string> environment() {
  const char* path = std::getenv("PATH");
  return {std::string("PATH=") + (path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path),
          "LANG=C.UTF-8",
          "HOME=/nonexistent",
          "http_proxy=http://127.0.0.1:9",
          "https_proxy=http://127.0.0.1:9",
          "ftp_proxy=http://127.0.0.1:9"};
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// A running child whose three standard streams are ours; gone, whatever happens, at the end.
class Child {
 public:
  explicit Child(std::vector<std::string> command) {
    auto [in, child_in] = connected();
    auto [out, child_out] = connected();
    auto [err, child_err] = connected();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, child_in.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, child_out.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, child_err.get(), STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, "/");
    auto surroundings = environment();
    const int error = ::posix_spawnp(&pid_, command.front().c_str(), &actions, nullptr,
                                     pointers_to(command).data(), pointers_to(surroundings).data());
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) pid_ = -1;
    input = std::move(in);
    output = std::move(out);
    errors = std::move(err);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGKILL);
    wait();
  }

  [[nodiscard]] bool started() const { return pid_ >= 0; }
  // Whether it ended by itself and well.
  bool wait() {
    int status = -1;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  Fd input;
  Fd output;
  Fd errors;

 private:
  pid_t pid_ = -1;
};

// Reads what is there into the text, up to its bound; closes the stream at its end.
bool take(Fd& from, std::string& into, std::size_t most) {
  std::array<char, 65536> buffer;
  const auto count = ::read(from.get(), buffer.data(), buffer.size());
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  if (count == 0) from.close();
  if (into.size() + static_cast<std::size_t>(count) > most) return false;
  into.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

bool give(Fd& to, std::string_view& rest) {
  const auto count = ::send(to.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  rest.remove_prefix(static_cast<std::size_t>(count));
  if (rest.empty()) to.close();
  return true;
}

constexpr std::size_t kMostErrors = 64UL * 1024;

// Feeds the child and reads it until it has said all; why it did not, if so.
std::optional<std::string> converse(Child& child, std::string_view html, const PdfLimits& limits,
                                    std::string& pdf, std::string& errors) {
  const auto deadline = Clock::now() + limits.time;
  while (child.output.open() || child.errors.open()) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return "took too long";
    std::array<pollfd, 3> streams{pollfd{child.input.get(), POLLOUT, 0},  // closed ones are -1:
                                  pollfd{child.output.get(), POLLIN, 0},  // left out by poll
                                  pollfd{child.errors.get(), POLLIN, 0}};
    if (::poll(streams.data(), streams.size(), static_cast<int>(left.count())) < 0 &&
        errno != EINTR) {
      return "cannot be listened to";
    }
    if (streams[0].revents != 0 && !give(child.input, html)) child.input.close();
    if (streams[1].revents != 0 && !take(child.output, pdf, limits.bytes)) return "wrote too much";
    if (streams[2].revents != 0 && !take(child.errors, errors, kMostErrors))
      return "complained too much";
  }
  if (!child.wait()) return "ended badly";
  if (pdf.compare(0, 5, "%PDF-") != 0) return "did not write a PDF";
  return std::nullopt;
}

}  // namespace

PdfMaker::PdfMaker(std::vector<std::string> command, PdfLimits limits)
    : command_(std::move(command)), limits_(limits) {}

// "nice": whoever works in the plan comes before whoever prints it.
PdfMaker::PdfMaker()
    : PdfMaker({"nice", "-n", "4", "weasyprint", "--quiet", "--encoding", "utf-8", "--base-url",
                "about:blank", "--pdf-variant", "pdf/ua-1", "-", "-"},
               {}) {}

Result<std::string> PdfMaker::make(const std::string& html) {
  struct Place {
    std::atomic<int>& count;
    explicit Place(std::atomic<int>& running) : count(running) { ++count; }
    ~Place() { --count; }
  } place(running_);
  if (place.count > limits_.at_once) return busy();
  Child child(command_);
  if (!child.started()) {
    log::error("no PDF", {{"program", command_.front()}, {"why", "cannot be started"}});
    return failed();
  }
  std::string pdf;
  std::string errors;
  if (const auto why = converse(child, html, limits_, pdf, errors)) {
    log::error("no PDF",
               {{"program", command_.front()}, {"why", *why}, {"said", errors.substr(0, 500)}});
    return failed();
  }
  return pdf;
}

}  // namespace tandem::report
