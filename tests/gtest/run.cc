// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "gtest/run.h"

#include "gtest/outcome.h"
#include "gtest/test.h"

// The bounds of the section, which the linker supplies (ELF linkers do so for
// every section whose name is a C identifier).
extern "C" const testing::internal::Case* const __start_percpu_gtest_cases[];
extern "C" const testing::internal::Case* const __stop_percpu_gtest_cases[];

namespace testing {
namespace internal {
namespace {

// Keeps the section, and so its bounds, in an image without any test.
constinit const Case kNoCase = {nullptr, nullptr, 0, nullptr};
PERCPU_GTEST_REGISTER_(NoCase, kNoCase);

struct Counts {
  unsigned passed = 0;
  unsigned failed = 0;
  unsigned skipped = 0;
};

constinit Writer current_writer = nullptr;

// Calls `visit(test_case, type_index)` for every case and every type of it.
template <typename Visit>
void for_each_case(Visit visit) {
  for (const Case* const* entry = __start_percpu_gtest_cases;
       entry != __stop_percpu_gtest_cases; ++entry) {
    const Case& test_case = **entry;
    if (test_case.run == nullptr) continue;
    const unsigned runs = test_case.type_count == 0 ? 1 : test_case.type_count;
    for (unsigned index = 0; index < runs; ++index) visit(test_case, index);
  }
}

void append_name(Text& line, const Case& test_case, unsigned type_index) {
  line.append(test_case.suite);
  if (test_case.type_count != 0) {
    line.append('/');
    line.append_unsigned(type_index);
  }
  line.append('.');
  line.append(test_case.name);
}

void write_case_line(const char* words, const Case& test_case,
                     unsigned type_index, const char* result) {
  Text line;
  line.append_raw(words);
  append_name(line, test_case, type_index);
  line.append_raw(result);
  write_line(line);
}

void announce_cases() {
  unsigned planned = 0;
  for_each_case([&](const Case&, unsigned) { ++planned; });
  Text plan;
  plan.append_raw("@percpu-test plan ");
  plan.append_unsigned(planned);
  write_line(plan);
  for_each_case([](const Case& test_case, unsigned index) {
    write_case_line("@percpu-test case ", test_case, index, "");
  });
}

void run_one(const Case& test_case, unsigned type_index, Counts& counts) {
  write_case_line("@percpu-test run ", test_case, type_index, "");
  begin_outcome();
  test_case.run(type_index);
  const Outcome outcome = case_outcome();
  const char* result = " ok";
  if (outcome.failed()) {
    result = " failed";
    ++counts.failed;
  } else if (outcome.skips != 0) {
    result = " skipped";
    ++counts.skipped;
  } else {
    ++counts.passed;
  }
  write_case_line("@percpu-test end ", test_case, type_index, result);
}

}  // namespace

void set_writer(Writer writer) { current_writer = writer; }

void write_line(Text& line) {
  const size_t size = line.finish_line();
  current_writer(line.data(), size);
}

}  // namespace internal

int RunAllTests(Writer writer) {
  internal::set_writer(writer);
  internal::announce_cases();
  internal::Counts counts;
  internal::for_each_case([&](const internal::Case& test_case, unsigned index) {
    internal::run_one(test_case, index, counts);
  });
  internal::Text done;
  done.append_raw("@percpu-test done ");
  done.append_unsigned(counts.passed);
  done.append_raw(" ");
  done.append_unsigned(counts.failed);
  done.append_raw(" ");
  done.append_unsigned(counts.skipped);
  internal::write_line(done);
  return internal::total_outcome().failed() ? 1 : 0;
}

}  // namespace testing
