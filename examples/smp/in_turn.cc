// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Runs the programs that the file `<argv[0]>.programs` lists, one path on each
// line, relative to the runfiles, where `bazel run` starts it. Exits with 1 if
// one of them fails, after all have run.

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>

namespace {

/// Runs `program`, with this program's terminal; returns whether it passed.
bool run(const std::string& program) {
  const pid_t child = fork();
  if (child == 0) {
    execl(program.c_str(), program.c_str(), nullptr);
    perror(program.c_str());
    _exit(1);
  }
  int status = 0;
  return child > 0 && waitpid(child, &status, 0) == child &&
         WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

int main(int, char** argv) {
  const std::string list = std::string(argv[0]) + ".programs";
  std::ifstream programs(list);
  if (!programs) {
    fprintf(stderr, "%s: cannot read it; start this with bazel run\n",
            list.c_str());
    return 2;
  }
  int result = 0;
  for (std::string program; std::getline(programs, program);) {
    if (run(program)) continue;
    fprintf(stderr, "%s failed\n", program.c_str());
    result = 1;
  }
  return result;
}
