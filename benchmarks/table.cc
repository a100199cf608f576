// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the library costs, measured here and now: see kHelp.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <thread>

#include "benchmarks/chart.h"
#include "benchmarks/comparison.h"
#include "benchmarks/cost_report.h"
#include "benchmarks/costs.h"
#include "benchmarks/performance_page.h"
#include "benchmarks/process_tables.h"
#include "benchmarks/program.h"
#include "benchmarks/scaling_table.h"

namespace percpu_benchmarks {
namespace {

using percpu_tools::TextTable;

constexpr char kHelp[] = R"(Measures what the library costs and prints tables:

  bazel run //benchmarks:table                    all of it, in half a minute
  bazel run //benchmarks:table -- --json          the operations alone, as JSON
  bazel run //benchmarks:table -- --markdown      the tables of
                                                  docs/performance.md
  bazel run //benchmarks:table -- --chart         its chart, as SVG
  bazel run //benchmarks:table -- --update        puts both into docs/
  bazel run //benchmarks:table -- --help          this text

Of each operation on x86_64, aarch64, riscv64 and loongarch64, for variables of
1, 2, 4 and 8 bytes, hot and plain:
  - instructions and bytes, in a linked kernel image;
  - executed instructions, counted in QEMU with its deterministic clock.
Both without the return instruction of the function that is measured. They are
exact: two runs give the same. The value that an operation returns is in a
register as the ABI wants it, which may take an instruction. `second_access` is
what a write adds to a read of the same variable under the same pin.

In a Linux process, on an x86_64 host only:
  - cycles of the time stamp counter (TSC) for an operation, which are not the
    core's own where its frequency varies, beside other kinds of variables;
  - the time of percpu::init(base, n) beside that of memcpy.

In QEMU with a thread for each CPU:
  - how counters scale from 1 to 4 CPUs.
These depend on the host, and on what else it does.

--json is a list of objects:
  {"arch": "x86_64", "op": "read", "size": 8, "placement": "hot",
   "instructions": 1, "bytes": 9, "executed": 1}
)";

int fail(const std::string& error) {
  fprintf(stderr, "%s\n", error.c_str());
  return 1;
}

/// The costs on all architectures, or the error.
Costs measure_costs() {
  Costs all;
  for (const std::string architecture : kArchitectures) {
    const ProgramRun run = run_program("benchmarks/executed_" + architecture);
    if (!run.error.empty()) {
      all.error = run.error;
      return all;
    }
    const Costs costs =
        collect_costs(architecture,
                      parse_listing(read_file("benchmarks/operations_" +
                                              architecture + ".txt")),
                      parse_measurements(run.output));
    if (!costs.error.empty()) return costs;
    all.compiler = costs.compiler;
    all.costs.insert(all.costs.end(), costs.costs.begin(), costs.costs.end());
  }
  return all;
}

std::string json_of(const Costs& measured) {
  return costs_as_json(measured.costs);
}

std::string text_of(const Costs& measured) {
  return costs_as_text(measured.costs);
}

std::string svg_of(const Costs& measured) {
  return chart(compare(measured.costs));
}

int print_costs(std::string (*format)(const Costs&)) {
  const Costs costs = measure_costs();
  if (!costs.error.empty()) return fail(costs.error);
  fputs(format(costs).c_str(), stdout);
  return 0;
}

bool write_file(const std::string& path, const std::string& text) {
  std::ofstream stream(path);
  stream << text;
  stream.close();
  return !stream.fail();
}

/// Puts the tables and the chart into the workspace that Bazel was run in.
int update_page() {
  const char* const workspace = getenv("BUILD_WORKSPACE_DIRECTORY");
  if (workspace == nullptr) return fail("start --update with bazel run");
  const std::string docs = std::string(workspace) + "/docs/";
  const Costs costs = measure_costs();
  if (!costs.error.empty()) return fail(costs.error);
  const std::string page = docs + "performance.md";
  const auto updated = replace_tables(read_file(page), tables_of_page(costs));
  if (!updated.has_value()) return fail(page + " has not its two markers");
  if (!write_file(page, *updated)) return fail(page + " cannot be written");
  const std::string image = docs + "performance.svg";
  if (!write_file(image, svg_of(costs))) {
    return fail(image + " cannot be written");
  }
  return 0;
}

int print_scaling() {
  TextTable table = scaling_table();
  for (const std::string architecture : kArchitectures) {
    std::map<unsigned, Measurements> runs;
    for (const unsigned cpus : kScalingCpus) {
      const ProgramRun run = run_program(
          "benchmarks/scaling_" + std::to_string(cpus) + "_" + architecture);
      if (!run.error.empty()) return fail(run.error);
      runs[cpus] = parse_measurements(run.output);
    }
    add_scaling_rows(architecture, runs, table);
  }
  printf(
      "\nCounters in QEMU, by the number of its CPUs, as a multiple of one. "
      "This host has\n%u CPUs: more of QEMU's share them.\n\n%s",
      std::thread::hardware_concurrency(), aligned(table).c_str());
  return 0;
}

int print_all() {
  if (const int status = print_costs(text_of)) return status;
  fflush(stdout);
  const bool passed = print_process_tables();
  fflush(stdout);
  const int status = print_scaling();
  return passed ? status : 1;
}

int run(int argc, char** argv) {
  if (argc == 1) return print_all();
  const std::string argument = argv[1];
  if (argc == 2 && argument == "--json") return print_costs(json_of);
  if (argc == 2 && argument == "--markdown") return print_costs(tables_of_page);
  if (argc == 2 && argument == "--chart") return print_costs(svg_of);
  if (argc == 2 && argument == "--update") return update_page();
  if (argc == 2 && argument == "--help") {
    fputs(kHelp, stdout);
    return 0;
  }
  fprintf(stderr,
          "\"%s\" is not understood; give one of --json, --markdown, --chart, "
          "--update and --help, or nothing.\n",
          argv[argc - 1]);
  return 2;
}

}  // namespace
}  // namespace percpu_benchmarks

int main(int argc, char** argv) { return percpu_benchmarks::run(argc, argv); }
