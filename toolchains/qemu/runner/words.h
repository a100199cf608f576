// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: toolchains/qemu/runner/words.h
//
// The pieces of a protocol line: words, numbers, names and escaped messages.

#ifndef PERCPU_TOOLCHAINS_QEMU_RUNNER_WORDS_H_
#define PERCPU_TOOLCHAINS_QEMU_RUNNER_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "toolchains/qemu/runner/log_parser.h"

namespace qemu_runner {

/// Removes the text up to the first space from `rest`, with that space, and
/// returns it.
std::string_view take_word(std::string_view& rest);

/// The decimal number that `text` is, and nothing else.
std::optional<size_t> parse_number(std::string_view text);

/// Whether `text` is `Suite.Name`, with letters, digits, `_` and, in the
/// suite, `/`.
bool is_case_name(std::string_view text);

/// Undoes the guest's escapes. An escape that is none stays as it is.
std::string unescape(std::string_view text);

/// Splits `<file>:<line>: <message>`. Without a place all of it is message.
Failure parse_failure(std::string_view text);

/// `text` for a sentence: control and other odd bytes as `\xHH`.
std::string printable(std::string_view text);

}  // namespace qemu_runner

#endif  // PERCPU_TOOLCHAINS_QEMU_RUNNER_WORDS_H_
