// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The messages that a source file, C++, Starlark or a linker script, can give:
//
//   messages_in("#error \"percpu: needs clang\"")   {"percpu: needs clang"}

#ifndef PERCPU_TESTS_DOCS_MESSAGES_H_
#define PERCPU_TESTS_DOCS_MESSAGES_H_

#include <set>
#include <string>

namespace percpu_tests {

/// Returns a message with `*` in place of what differs from case to case:
/// `{...}`, `%{...}`, `%s` and `%d` in a source, `<...>` on a page.
std::string generalized(const std::string& message);

/// Returns the generalized texts of the source that begin with "percpu: ", or
/// that Starlark's fail() is given as a literal. Literals that follow each
/// other are one. Comments do not count.
std::set<std::string> messages_in(const std::string& source);

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_DOCS_MESSAGES_H_
