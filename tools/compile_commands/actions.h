// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// How Bazel compiles each C++ source, from what `aquery --output=textproto`
// prints, which has the same shape in every Bazel that builds this tree:
//
//   for (const Compilation& compilation : read_compilations(std::cin))
//     std::cout << compilation.source << "\n";

#ifndef PERCPU_TOOLS_COMPILE_COMMANDS_ACTIONS_H_
#define PERCPU_TOOLS_COMPILE_COMMANDS_ACTIONS_H_

#include <istream>
#include <string>
#include <vector>

namespace compile_commands {

struct Compilation {
  /// Relative to the workspace, as all paths in `arguments` may be.
  std::string source;
  /// The compiler first.
  std::vector<std::string> arguments;
};

/// Reads the actions that compile a .cc file of the workspace's own, in their
/// order, the first of each source. What is generated or another repository's
/// is left out.
std::vector<Compilation> read_compilations(std::istream& textproto);

}  // namespace compile_commands

#endif  // PERCPU_TOOLS_COMPILE_COMMANDS_ACTIONS_H_
