// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/listing.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "benchmarks/lines.h"

namespace percpu_benchmarks {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

/// Return instructions, by llvm-objdump's names.
constexpr std::string_view kReturns[] = {"ret", "retq"};

/// What the compiler and the linker put between functions, likewise: int3, udf,
/// unimp and break are lld's filling.
constexpr std::string_view kPadding[] = {"break",  "c.nop", "c.unimp", "cs",
                                         "data16", "int3",  "nop",     "nopl",
                                         "nopw",   "udf",   "unimp",   "xchgw"};

enum class Kind { kOther, kReturn, kPadding };

struct Instruction {
  unsigned bytes;
  Kind kind;
};

template <size_t kSize>
bool is_one_of(std::string_view word, const std::string_view (&words)[kSize]) {
  return std::find(words, words + kSize, word) != words + kSize;
}

/// The name in `<address> <name>:`.
std::optional<std::string_view> parse_label(std::string_view line) {
  const size_t address = line.find_first_not_of(kHexDigits);
  if (address == 0 || address == std::string_view::npos) return std::nullopt;
  line.remove_prefix(address);
  if (!line.starts_with(" <") || !line.ends_with(">:")) return std::nullopt;
  return line.substr(2, line.size() - 4);
}

/// `<address>: <bytes in hexadecimal> <tab> <mnemonic> <tab> <operands>`.
std::optional<Instruction> parse_instruction(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const size_t colon = line.find_first_not_of(kHexDigits);
  const size_t tab = line.find('\t');
  if (colon == 0 || tab == std::string_view::npos || colon > tab ||
      line[colon] != ':') {
    return std::nullopt;
  }
  const std::string_view bytes = line.substr(colon + 1, tab - colon - 1);
  const auto digits = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return kHexDigits.find(c) != std::string_view::npos;
  });
  std::string_view mnemonic = line.substr(tab + 1);
  mnemonic = mnemonic.substr(0, mnemonic.find_first_of("\t "));
  return Instruction{.bytes = static_cast<unsigned>(digits / 2),
                     .kind = is_one_of(mnemonic, kReturns)   ? Kind::kReturn
                             : is_one_of(mnemonic, kPadding) ? Kind::kPadding
                                                             : Kind::kOther};
}

CodeSize measure(std::vector<Instruction> function) {
  while (!function.empty() && function.back().kind == Kind::kPadding) {
    function.pop_back();
  }
  CodeSize size;
  for (const Instruction& instruction : function) {
    if (instruction.kind == Kind::kReturn) {
      ++size.returns;
      continue;
    }
    ++size.instructions;
    size.bytes += instruction.bytes;
  }
  return size;
}

}  // namespace

Listing parse_listing(std::string_view text) {
  Listing listing;
  std::string name;
  std::vector<Instruction> function;
  for (const std::string_view line : split_lines(text)) {
    if (const auto label = parse_label(line)) {
      if (!name.empty()) listing[name] = measure(function);
      name = *label;
      function.clear();
    } else if (const auto instruction = parse_instruction(line)) {
      function.push_back(*instruction);
    }
  }
  if (!name.empty()) listing[name] = measure(function);
  return listing;
}

}  // namespace percpu_benchmarks
