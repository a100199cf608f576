// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/debugger.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "toolchains/qemu/runner/process.h"

namespace qemu_runner {
namespace {

using Command = std::vector<std::string>;

// gdb for every architecture: a program of its own on Debian and Ubuntu.
std::string find_gdb() {
  const std::string multiarch = find_program("gdb-multiarch");
  return multiarch.empty() ? find_program("gdb") : multiarch;
}

// A socket that waits for connections, in a folder of this user alone. gdb may
// connect before QEMU, which inherits it, is ready: the connection waits.
class Listener {
 public:
  Listener() {
    if (mkdtemp(folder_) == nullptr) return;
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    strncpy(address.sun_path, path().c_str(), sizeof(address.sun_path) - 1);
    descriptor_ = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(descriptor_, reinterpret_cast<sockaddr*>(&address),
             sizeof(address)) == 0 &&
        listen(descriptor_, 1) == 0) {
      is_open_ = true;
    }
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() {
    close_descriptor();
    unlink(path().c_str());
    rmdir(folder_);
  }

  bool is_open() const { return is_open_; }
  int descriptor() const { return descriptor_; }
  // Leaves it to the processes that inherited it.
  void close_descriptor() {
    if (descriptor_ >= 0) close(descriptor_);
    descriptor_ = -1;
  }
  std::string path() const { return std::string(folder_) + "/gdb"; }

 private:
  // Not in TMPDIR: a socket's path is short.
  char folder_[32] = "/tmp/qemu.XXXXXX";
  int descriptor_ = -1;
  bool is_open_ = false;
};

Command guest_command(const Command& guest, int listener) {
  Command command = guest;
  command.insert(command.end(), {"-S", "-chardev",
                                 "socket,id=gdb,server=on,wait=off,fd=" +
                                     std::to_string(listener),
                                 "-gdb", "chardev:gdb"});
  return command;
}

Command gdb_command(const std::string& gdb, const std::string& kernel,
                    const std::string& socket, const DebuggerSession& session) {
  // The user asks for this image: its script needs no further permission.
  Command command = {gdb, "-q", "-iex", "add-auto-load-safe-path " + kernel};
  // Bazel starts programs elsewhere than where the sources' paths begin.
  if (const char* sources = getenv("BUILD_WORKSPACE_DIRECTORY")) {
    command.insert(command.end(), {"-d", sources});
  }
  command.insert(command.end(), {"-ex", "target remote " + socket});
  if (!session.breakpoint.empty()) {
    command.insert(command.end(), {"-ex", "tbreak " + session.breakpoint});
  }
  command.insert(command.end(), session.arguments.begin(),
                 session.arguments.end());
  command.push_back(kernel);
  return command;
}

std::string absolute(const std::string& path) {
  char* resolved = realpath(path.c_str(), nullptr);
  const std::string result = resolved == nullptr ? path : resolved;
  free(resolved);
  return result;
}

// In a group of its own, so that the terminal's interrupt is for gdb alone, and
// with an empty input.
pid_t start_guest(const Command& command) {
  const pid_t child = fork();
  if (child == 0) {
    setpgid(0, 0);
    die_with_parent();
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    exec(command);
  }
  return child;
}

int run_gdb(const Command& command) {
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    die_with_parent();
    exec(command);
  }
  // The terminal's signals are for gdb; this process then sees it end.
  signal(SIGINT, SIG_IGN);
  signal(SIGHUP, SIG_IGN);
  const int status = wait_for(child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

int debug_guest(const Command& guest, const std::string& kernel,
                const DebuggerSession& session) {
  const std::string gdb = find_gdb();
  if (gdb.empty()) {
    fprintf(stderr,
            "Neither gdb-multiarch nor gdb is on the PATH. Install a gdb for "
            "all architectures; on Debian and Ubuntu: gdb-multiarch.\n");
    return 1;
  }
  Listener listener;
  if (!listener.is_open()) {
    fprintf(stderr, "No socket for gdb: %s\n", strerror(errno));
    return 1;
  }
  const pid_t child = start_guest(guest_command(guest, listener.descriptor()));
  if (child < 0) {
    fprintf(stderr, "No process for QEMU: %s\n", strerror(errno));
    return 1;
  }
  // Without QEMU there is nobody to wait for.
  listener.close_descriptor();
  const int status =
      run_gdb(gdb_command(gdb, absolute(kernel), listener.path(), session));
  kill(child, SIGKILL);
  wait_for(child);
  return status;
}

}  // namespace qemu_runner
