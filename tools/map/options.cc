// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/options.h"

#include <bit>
#include <charconv>
#include <optional>
#include <string_view>

namespace percpu_map {
namespace {

/// A decimal number, or a hexadecimal one with 0x.
std::optional<uint64_t> parse_number(std::string_view text) {
  const bool is_hex = text.starts_with("0x");
  if (is_hex) text.remove_prefix(2);
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(
      text.data(), text.data() + text.size(), number, is_hex ? 16 : 10);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

class Parser {
 public:
  Options parse(const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
      if (argument.starts_with("-") && argument.size() > 1) {
        parse_flag(argument);
      } else {
        options_.images.push_back(argument);
      }
    }
    if (options_.error.empty() && options_.mode != Mode::kHelp) {
      check_together();
    }
    return options_;
  }

 private:
  void fail(const std::string& error) {
    if (options_.error.empty()) options_.error = error;
  }

  void parse_flag(const std::string& flag) {
    const size_t equals = flag.find('=');
    const std::string name = flag.substr(0, equals);
    if (equals == std::string::npos) return parse_mode(flag);
    const std::string value = flag.substr(equals + 1);
    Limits& limits = options_.limits;
    if (name == "--html") {
      if (value.empty()) fail("--html= wants a file, or no \"=\"");
      options_.html_file = value;
      return set_mode(Mode::kHtml);
    }
    const auto number = parse_number(value);
    if (name == "--max-area-size") {
      limits.max_area_size = number;
    } else if (name == "--max-hot") {
      limits.max_hot = number;
    } else if (name == "--max-false-sharing") {
      limits.max_false_sharing = number.value_or(0);
    } else if (name == "--line") {
      limits.line_size = number.value_or(0);
      if (limits.line_size < kLineSize || limits.line_size > kMaxLine ||
          !std::has_single_bit(limits.line_size)) {
        fail("--line wants a power of two from 64 to 4096, not \"" + value +
             "\"");
      }
    } else {
      return fail("\"" + name + "\" is no flag");
    }
    if (!number.has_value()) {
      fail(name + " wants a number, not \"" + value + "\"");
    }
    has_limit_ = true;
  }

  void parse_mode(const std::string& flag) {
    if (flag == "--json") return set_mode(Mode::kJson);
    if (flag == "--html") return set_mode(Mode::kHtml);
    if (flag == "--check") return set_mode(Mode::kCheck);
    if (flag == "--diff") return set_mode(Mode::kDiff);
    if (flag == "--help") return set_mode(Mode::kHelp);
    fail("\"" + flag + "\" is no flag, or wants a value after \"=\"");
  }

  void set_mode(Mode mode) {
    if (has_mode_ && mode != Mode::kHelp) {
      fail("give one of --json, --html, --check and --diff");
    }
    has_mode_ = true;
    options_.mode = mode;
  }

  void check_together() {
    if (has_limit_ && options_.mode != Mode::kCheck) {
      fail("limits go with --check");
    }
    const size_t wanted = options_.mode == Mode::kDiff ? 2 : 1;
    if (options_.images.size() != wanted) {
      fail(wanted == 2 ? "--diff wants two images, the old one and the new one"
                       : "give one image, such as kernel.elf");
    }
  }

  /// As large as an area's alignment gets.
  static constexpr uint64_t kMaxLine = 4096;

  Options options_;
  bool has_mode_ = false;
  bool has_limit_ = false;
};

}  // namespace

Options parse_options(const std::vector<std::string>& arguments) {
  return Parser().parse(arguments);
}

}  // namespace percpu_map
