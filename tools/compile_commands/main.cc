// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Writes compile_commands.json where `bazel run` was called, for the host or
// with the flags that are given:
//
//   ./bazelw run //tools/compile_commands
//   ./bazelw run //tools/compile_commands -- --platforms=//platforms:riscv64

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tools/compile_commands/actions.h"
#include "tools/compile_commands/database.h"

namespace compile_commands {
namespace {

std::string shell_quoted(std::string_view word) {
  std::string quoted = "'";
  for (const char character : word) {
    if (character == '\'') {
      quoted += R"('\'')";
    } else {
      quoted += character;
    }
  }
  return quoted + "'";
}

// Runs Bazel in the current directory. `bazel run` has let go of its lock.
bool run_bazel(const std::string& arguments, std::string& output) {
  FILE* const bazel = popen(("./bazelw " + arguments).c_str(), "r");
  if (bazel == nullptr) return false;
  char bytes[4096];
  while (const size_t count = fread(bytes, 1, sizeof(bytes), bazel)) {
    output.append(bytes, count);
  }
  return pclose(bazel) == 0;
}

int run(const std::vector<std::string_view>& flags) {
  const char* const workspace = std::getenv("BUILD_WORKSPACE_DIRECTORY");
  if (workspace == nullptr) {
    std::cerr << "call this with: ./bazelw run //tools/compile_commands\n";
    return 1;
  }
  std::filesystem::current_path(workspace);
  std::string options;
  for (const std::string_view flag : flags) {
    options += " " + shell_quoted(flag);
  }

  // The headers that a compilation finds in bazel-out, and nothing compiled.
  std::string textproto;
  if (!run_bazel("build --output_groups=compilation_prerequisites_INTERNAL_" +
                     options + " //...",
                 textproto) ||
      !run_bazel("aquery --output=textproto" + options +
                     R"( 'mnemonic("CppCompile", //...)')",
                 textproto)) {
    return 1;
  }
  std::istringstream actions(textproto);
  const std::vector<Compilation> compilations = read_compilations(actions);

  // bazel-out leads to <output base>/execroot/<workspace>/bazel-out.
  const std::filesystem::path output_base =
      std::filesystem::canonical("bazel-out")
          .parent_path()
          .parent_path()
          .parent_path();
  std::ofstream file("compile_commands.json");
  file << database(compilations, workspace, output_base.string());
  file.close();
  if (!file) {
    std::cerr << "cannot write compile_commands.json\n";
    return 1;
  }
  std::cout << "compile_commands.json: " << compilations.size() << " sources\n";
  return compilations.empty() ? 1 : 0;
}

}  // namespace
}  // namespace compile_commands

int main(int argc, char** argv) {
  try {
    return compile_commands::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
