// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Runs a command that may fail, and writes down how it ended:
//
//   capture <outcome> <command> [<argument>...]
//
// The outcome's first line is `status <exit status>`, and what the command
// wrote to its standard error follows.

#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

namespace {

int run(char** command, int error_fd) {
  const pid_t child = fork();
  if (child == 0) {
    dup2(error_fd, STDERR_FILENO);
    execv(command[0], command);
    perror(command[0]);
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string read_all(FILE* file) {
  std::string text;
  if (fseek(file, 0, SEEK_SET) != 0) return text;
  for (int c = getc(file); c != EOF; c = getc(file)) {
    text += static_cast<char>(c);
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: capture <outcome> <command> [<argument>...]\n");
    return 2;
  }
  FILE* errors = tmpfile();
  FILE* outcome = fopen(argv[1], "w");
  if (errors == nullptr || outcome == nullptr) {
    perror("capture");
    return 2;
  }
  const int status = run(argv + 2, fileno(errors));
  fprintf(outcome, "status %d\n%s", status, read_all(errors).c_str());
  return fclose(outcome) == 0 ? 0 : 2;
}
