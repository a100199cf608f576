// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/costs.h"

namespace percpu_benchmarks {
namespace {

constexpr char kSecondAccess[] = "second_access";
constexpr char kRead[] = "read";
constexpr char kCompiler[] = "clang";

class Collector {
 public:
  Collector(const std::string& architecture, const Listing& listing,
            const Measurements& executed)
      : architecture_(architecture), listing_(listing), executed_(executed) {
    const auto release = executed_.find(kCompiler);
    if (release == executed_.end()) {
      fail("the kernel does not say what compiled it");
    } else {
      result_.compiler =
          std::string(kCompiler) + " " + std::to_string(release->second);
    }
  }

  void add(const std::string& operation, const std::string& placement,
           unsigned size) {
    const std::string suffix = "_" + placement + "_" + std::to_string(size);
    Cost cost = find(operation + suffix);
    if (operation == kSecondAccess) {
      const Cost read = find(kRead + suffix);
      cost.instructions -= read.instructions;
      cost.bytes -= read.bytes;
      cost.executed -= read.executed;
    }
    cost.architecture = architecture_;
    cost.operation = operation;
    cost.size = size;
    cost.placement = placement;
    result_.costs.push_back(cost);
  }

  Costs result() { return result_; }

 private:
  /// The numbers alone.
  Cost find(const std::string& name) {
    const auto code = listing_.find("op_" + name);
    const auto count = executed_.find(name);
    if (code == listing_.end()) {
      fail("the image has no function op_" + name);
    } else if (code->second.returns != 1) {
      fail("op_" + name + " does not have one return instruction");
    } else if (count == executed_.end()) {
      fail("the kernel does not say what " + name + " executes");
    } else {
      return {.instructions = code->second.instructions,
              .bytes = code->second.bytes,
              .executed = count->second};
    }
    return {};
  }

  void fail(const std::string& what) {
    if (result_.error.empty()) result_.error = architecture_ + ": " + what;
  }

  const std::string& architecture_;
  const Listing& listing_;
  const Measurements& executed_;
  Costs result_;
};

}  // namespace

Costs collect_costs(const std::string& architecture, const Listing& listing,
                    const Measurements& executed) {
  Collector collector(architecture, listing, executed);
  for (const char* placement : kPlacements) {
    for (const char* operation : kOperations) {
      for (const unsigned size : kSizes) {
        collector.add(operation, placement, size);
      }
    }
  }
  return collector.result();
}

}  // namespace percpu_benchmarks
