// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fstream>
#include <optional>

#include "tools/map/check.h"
#include "tools/map/diff.h"
#include "tools/map/html.h"
#include "tools/map/image_reader.h"
#include "tools/map/json.h"
#include "tools/map/options.h"
#include "tools/map/table.h"

namespace percpu_map {
namespace {

constexpr int kOk = 0;
constexpr int kCheckFailed = 1;
constexpr int kWrong = 2;

constexpr char kHelp[] = R"(Shows how per-CPU variables lie in a kernel's areas:

  bazel run //tools/map -- kernel.elf             as tables
  bazel run //tools/map -- --json kernel.elf      as JSON
  bazel run //tools/map -- --html=map.html kernel.elf
                                                  as a page with a picture;
                                                  --html alone prints it
  bazel run //tools/map -- --diff old.elf new.elf what changed
  bazel run //tools/map -- --check [limits] kernel.elf
  bazel run //tools/map -- --help                 this text

Limits, of which --check says which hold:
  --max-area-size=N      bytes of an area, which is the stride
  --max-hot=N            bytes of hot variables
  --max-false-sharing=N  pairs of variables that share a cache line and should
                         not; without it, 0
  --line=N               bytes of a cache line; without it, 64

The image is an ELF file as the linker wrote it, with its symbol table. Types
and files come from its debug information. docs/layout.md says more.

Exit status: 0 if all is well, 1 if a limit does not hold, 2 if an argument or a
file is wrong.
)";

std::string resolved(const std::string& path) {
  const char* caller = getenv("BUILD_WORKING_DIRECTORY");
  if (caller == nullptr || path.starts_with("/")) return path;
  return std::string(caller) + "/" + path;
}

/// Returns 0, or what `errno` says.
int read_file(const std::string& path, std::string& bytes) {
  FILE* const file = fopen(path.c_str(), "rb");
  if (file == nullptr) return errno;
  char buffer[65536];
  for (size_t size; (size = fread(buffer, 1, sizeof(buffer), file)) > 0;) {
    bytes.append(buffer, size);
  }
  const int error = ferror(file) ? errno : 0;
  fclose(file);
  return error;
}

class Command {
 public:
  Command(const Options& options, std::ostream& out, std::ostream& errors)
      : options_(options), out_(out), errors_(errors) {}

  int run() {
    if (!options_.error.empty()) {
      errors_ << "map: " << options_.error << "; --help says more\n";
      return kWrong;
    }
    if (options_.mode == Mode::kHelp) {
      out_ << kHelp;
      return kOk;
    }
    std::vector<Layout> layouts;
    for (const std::string& path : options_.images) {
      const auto layout = read(path);
      if (!layout.has_value()) return kWrong;
      layouts.push_back(*layout);
    }
    const int status = show(layouts);
    out_.flush();
    return out_ ? status : kWrong;
  }

 private:
  int fail(const std::string& path, const std::string& what) {
    errors_ << "map: " << path << " " << what << "\n";
    return kWrong;
  }

  std::optional<Layout> read(const std::string& path) {
    std::string bytes;
    const int error = read_file(resolved(path), bytes);
    if (error != 0) {
      fail(path, std::string("cannot be read: ") + strerror(error));
      return std::nullopt;
    }
    const ImageResult image = read_image(bytes);
    if (image.error.empty()) return image.layout;
    fail(path, image.error);
    return std::nullopt;
  }

  int show(const std::vector<Layout>& layouts) {
    switch (options_.mode) {
      case Mode::kJson:
        out_ << as_json(layouts[0]);
        return kOk;
      case Mode::kHtml:
        return write_page(as_html(layouts[0], options_.images[0]));
      case Mode::kCheck: {
        const CheckResult result = check(layouts[0], options_.limits);
        out_ << result.text;
        return result.passed ? kOk : kCheckFailed;
      }
      case Mode::kDiff:
        out_ << diff(layouts[0], layouts[1]);
        return kOk;
      default:
        out_ << as_table(layouts[0]);
        return kOk;
    }
  }

  int write_page(const std::string& page) {
    if (options_.html_file.empty()) {
      out_ << page;
      return kOk;
    }
    std::ofstream file(resolved(options_.html_file));
    file << page;
    file.close();
    return file ? kOk : fail(options_.html_file, "cannot be written");
  }

  const Options& options_;
  std::ostream& out_;
  std::ostream& errors_;
};

}  // namespace

int run_command(const std::vector<std::string>& arguments, std::ostream& out,
                std::ostream& errors) {
  const Options options = parse_options(arguments);
  return Command(options, out, errors).run();
}

}  // namespace percpu_map
