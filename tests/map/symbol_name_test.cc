// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/symbol_name.h"

#include "gtest/gtest.h"

namespace percpu_map {
namespace {

void expect(const std::string& symbol, const std::string& variable,
            Placement placement) {
  const SymbolName name = parse_symbol_name(symbol);
  EXPECT_EQ(name.variable, variable);
  EXPECT_EQ(name_of(name.placement), name_of(placement)) << symbol;
}

TEST(SymbolNameTest, EndsWithThePart) {
  expect("a_percpu_hot", "a", Placement::kHot);
  expect("a_percpu_id", "a", Placement::kHot);
  expect("a_percpu_plain", "a", Placement::kPlain);
  expect("a_percpu_cacheline", "a", Placement::kCacheline);
  expect("a_percpu_read_mostly", "a", Placement::kReadMostly);
  expect("a_percpu_page", "a", Placement::kPage);
}

TEST(SymbolNameTest, IsDemangled) {
  expect("_ZN9Scheduler19switches_percpu_hotE", "Scheduler::switches",
         Placement::kHot);
  expect("_ZN12_GLOBAL__N_115ticks_percpu_plE",
         "(anonymous namespace)::ticks_percpu_pl", Placement::kOther);
  expect("_ZN12_GLOBAL__N_117ticks_percpu_pageE",
         "(anonymous namespace)::ticks", Placement::kPage);
}

TEST(SymbolNameTest, OfNoMacroStaysAsItIs) {
  expect("percpu_gs_base", "percpu_gs_base", Placement::kOther);
  expect("_percpu_hot", "_percpu_hot", Placement::kOther);
  expect("i", "i", Placement::kOther);
  expect("_Znonsense", "_Znonsense", Placement::kOther);
  const std::string endless = "_Z" + std::string(100'000, 'P');
  expect(endless, endless, Placement::kOther);
}

}  // namespace
}  // namespace percpu_map
