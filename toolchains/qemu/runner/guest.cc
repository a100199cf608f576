// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/guest.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "toolchains/qemu/runner/process.h"

namespace qemu_runner {
namespace {

using Clock = std::chrono::steady_clock;

// More than any suite writes; a guest that panics in a loop writes it in
// seconds.
constexpr size_t kMaxOutput = size_t{16} << 20;

volatile pid_t guest_group = 0;

// The test's own time-out arrives as a signal. QEMU, in a group of its own,
// would outlive it.
extern "C" void stop_guest(int signal_number) {
  if (guest_group != 0) kill(-guest_group, SIGKILL);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

// One of the guest's two streams.
struct Stream {
  int from;
  int copy_to;
  std::string* text;
};

// Reads what is there. Returns whether the stream is still open.
bool drain(const Stream& stream) {
  char buffer[4096];
  const ssize_t size = read(stream.from, buffer, sizeof(buffer));
  if (size < 0 && errno == EINTR) return true;
  if (size <= 0) return false;
  stream.text->append(buffer, static_cast<size_t>(size));
  // A reader that has gone away must not fail the test.
  [[maybe_unused]] const ssize_t written =
      write(stream.copy_to, buffer, static_cast<size_t>(size));
  return true;
}

enum class ReadResult { kClosed, kDeadline, kTooMuch };

ReadResult read_streams(const std::vector<Stream>& streams,
                        Clock::time_point deadline) {
  std::vector<pollfd> polls;
  for (const Stream& stream : streams) {
    polls.push_back({.fd = stream.from, .events = POLLIN, .revents = 0});
  }
  size_t open = streams.size();
  while (open > 0) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return ReadResult::kDeadline;
    if (poll(polls.data(), polls.size(), static_cast<int>(left.count())) < 0) {
      continue;
    }
    for (size_t i = 0; i < polls.size(); ++i) {
      if (polls[i].revents == 0 || drain(streams[i])) continue;
      polls[i].fd = -1;
      --open;
    }
    if (streams[0].text->size() > kMaxOutput) return ReadResult::kTooMuch;
  }
  return ReadResult::kClosed;
}

void record_status(int wait_status, GuestRun& run) {
  run.ending = WIFEXITED(wait_status) ? Ending::kExited : Ending::kSignalled;
  run.status =
      WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : WTERMSIG(wait_status);
}

}  // namespace

GuestRun run_guest(const std::vector<std::string>& command,
                   std::chrono::milliseconds deadline) {
  GuestRun run;
  int output[2], errors[2];
  if (pipe(output) != 0 || pipe(errors) != 0) {
    run.errors = std::string("No pipe: ") + strerror(errno);
    return run;
  }
  const Clock::time_point start = Clock::now();
  const pid_t child = fork();
  if (child < 0) {
    run.errors = std::string("No process: ") + strerror(errno);
    return run;
  }
  if (child == 0) {
    setpgid(0, 0);
    die_with_parent();
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(output[1], STDOUT_FILENO);
    dup2(errors[1], STDERR_FILENO);
    for (const int fd : {output[0], output[1], errors[0], errors[1]}) {
      close(fd);
    }
    exec(command);
  }
  setpgid(child, child);
  guest_group = child;
  for (const int signal_number : {SIGTERM, SIGINT, SIGHUP}) {
    signal(signal_number, stop_guest);
  }
  close(output[1]);
  close(errors[1]);
  const ReadResult result =
      read_streams({{output[0], STDOUT_FILENO, &run.output},
                    {errors[0], STDERR_FILENO, &run.errors}},
                   start + deadline);
  // What the guest left behind goes with it.
  if (result != ReadResult::kClosed) kill(-child, SIGKILL);
  record_status(wait_for(child), run);
  kill(-child, SIGKILL);
  guest_group = 0;
  close(output[0]);
  close(errors[0]);
  if (result == ReadResult::kDeadline) run.ending = Ending::kTimedOut;
  if (result == ReadResult::kTooMuch) run.ending = Ending::kTooMuch;
  run.duration = std::chrono::duration_cast<std::chrono::milliseconds>(
      Clock::now() - start);
  return run;
}

GuestRun run_guest_interactively(const std::vector<std::string>& command) {
  GuestRun run;
  const pid_t child = fork();
  if (child < 0) {
    run.errors = std::string("No process: ") + strerror(errno);
    return run;
  }
  if (child == 0) {
    die_with_parent();
    exec(command);
  }
  // The terminal's interrupt is for QEMU; this process then sees it end.
  signal(SIGINT, SIG_IGN);
  record_status(wait_for(child), run);
  return run;
}

}  // namespace qemu_runner
