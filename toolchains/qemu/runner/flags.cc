// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/flags.h"

#include <unistd.h>

#include <fstream>
#include <limits>
#include <string_view>

#include "toolchains/qemu/runner/words.h"

namespace qemu_runner {
namespace {

// Sets `number` from the decimal `value`, or the error.
template <typename Number>
void set_number(std::string_view name, std::string_view value, Flags& flags,
                Number& number) {
  const auto parsed = parse_number(value);
  if (!parsed.has_value() ||
      *parsed > size_t{std::numeric_limits<int>::max()}) {
    flags.error = "The flag --" + std::string(name) +
                  " wants a number and has \"" + std::string(value) + "\".";
    return;
  }
  number = Number(static_cast<int>(*parsed));
}

}  // namespace

bool apply_flag(const std::string& flag, Flags& flags) {
  std::string_view rest = flag;
  if (!rest.starts_with("--")) return false;
  rest.remove_prefix(2);
  const size_t equals = rest.find('=');
  const std::string_view name = rest.substr(0, equals);
  const std::string value(
      equals == std::string_view::npos ? "" : rest.substr(equals + 1));
  if (name == "qemu") {
    flags.qemu = value;
  } else if (name == "package") {
    flags.package = value;
  } else if (name == "qemu_arg") {
    flags.qemu_args.push_back(value);
  } else if (name == "kernel") {
    flags.kernel = value;
  } else if (name == "workspace") {
    flags.workspace = value;
  } else if (name == "pass_status") {
    set_number(name, value, flags, flags.expectation.pass_status);
  } else if (name == "expect_panic") {
    flags.expectation.panic = value;
  } else if (name == "expect_output") {
    flags.expectation.output.push_back(value);
  } else if (name == "deadline_s") {
    set_number(name, value, flags, flags.deadline);
  } else if (name == "interactive") {
    flags.interactive = true;
  } else if (name == "debug") {
    flags.debug = true;
  } else if (name == "breakpoint") {
    flags.session.breakpoint = value;
  } else {
    return false;
  }
  return true;
}

Flags read_flags(int argc, char** argv) {
  Flags flags;
  const std::string file_name = std::string(argv[0]) + ".flags";
  std::ifstream file(file_name);
  for (std::string line; std::getline(file, line);) {
    if (!apply_flag(line, flags)) {
      flags.error = file_name + " holds an unknown flag: " + line;
    }
  }
  for (int i = 1; i < argc; ++i) {
    if (!apply_flag(argv[i], flags)) flags.session.arguments.push_back(argv[i]);
  }
  if (flags.error.empty() && (flags.qemu.empty() || flags.kernel.empty())) {
    flags.error = "The runner needs --qemu and --kernel.";
  }
  return flags;
}

std::string find_kernel(const Flags& flags, const std::string& program) {
  const std::string beside =
      program + ".runfiles/" + flags.workspace + "/" + flags.kernel;
  for (const std::string& path : {flags.kernel, beside}) {
    if (access(path.c_str(), R_OK) == 0) return path;
  }
  return "";
}

std::string missing_qemu(const Flags& flags) {
  return flags.qemu +
         " is not on the PATH. Install the package that brings it; on Debian "
         "and Ubuntu: " +
         flags.package + ".";
}

}  // namespace qemu_runner
