// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/program.h"

#include <stdio.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace percpu_benchmarks {

ProgramRun run_program(const std::string& path, const std::string& arguments) {
  if (access(path.c_str(), X_OK) != 0) {
    return {.output = "",
            .error = path + " is not there; start this with bazel run"};
  }
  // The paths are this project's own: no character needs more than the quotes.
  const std::string command =
      "exec './" + path + "' " + arguments + " </dev/null 2>&1";
  FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) {
    return {.output = "", .error = path + " does not start"};
  }
  ProgramRun run;
  char buffer[4096];
  for (size_t size; (size = fread(buffer, 1, sizeof(buffer), pipe)) > 0;) {
    run.output.append(buffer, size);
  }
  if (pclose(pipe) != 0) run.error = path + " fails and says:\n" + run.output;
  return run;
}

std::string read_file(const std::string& path) {
  std::ifstream stream(path);
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace percpu_benchmarks
