// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The compilation database that clangd and clang-tidy read
// (clang.llvm.org/docs/JSONCompilationDatabase.html):
//
//   out << database(compilations, "/home/me/percpu", "/var/bazel/base");

#ifndef PERCPU_TOOLS_COMPILE_COMMANDS_DATABASE_H_
#define PERCPU_TOOLS_COMPILE_COMMANDS_DATABASE_H_

#include <string>
#include <vector>

#include "tools/compile_commands/actions.h"

namespace compile_commands {

/// One object for each compilation, to run in `workspace`. A path into another
/// repository, which is not to be seen from there, starts with `output_base`.
std::string database(const std::vector<Compilation>& compilations,
                     const std::string& workspace,
                     const std::string& output_base);

}  // namespace compile_commands

#endif  // PERCPU_TOOLS_COMPILE_COMMANDS_DATABASE_H_
