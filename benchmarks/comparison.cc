// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/comparison.h"

#include <algorithm>

#include "benchmarks/peers.h"

namespace percpu_benchmarks {
namespace {

using percpu_tools::TextTable;

constexpr unsigned kSize = 8;

Way measured(const std::vector<Cost>& costs, const ComparedOperation& compared,
             const std::string& placement) {
  Way way = {.name = "percpu", .form = placement, .figures = {}};
  for (const Cost& cost : costs) {
    if (cost.size != kSize || cost.placement != placement ||
        std::ranges::count(compared.operations, cost.operation) == 0) {
      continue;
    }
    Figure& figure =
        way.figures[std::ranges::find(kArchitectures, cost.architecture) -
                    std::begin(kArchitectures)];
    figure = std::max(figure,
                      {.instructions = cost.instructions, .bytes = cost.bytes});
  }
  return way;
}

std::vector<Way> peer_ways(const std::string& title) {
  std::vector<Way> ways;
  for (const PeerCost& cost : kPeerCosts) {
    if (cost.operation != title) continue;
    ways.push_back({.name = std::string(cost.peer),
                    .form = std::string(cost.form),
                    .figures = cost.figures});
  }
  return ways;
}

std::vector<std::string> row(const std::string& title, const Way& way) {
  std::vector<std::string> cells = {
      title, way.form.empty() ? way.name : way.name + ", " + way.form};
  for (const Figure& figure : way.figures) cells.push_back(to_text(figure));
  return cells;
}

}  // namespace

const std::vector<ComparedOperation>& compared_operations() {
  static const std::vector<ComparedOperation> operations = {
      {.title = "current_ptr", .operations = {"current_ptr"}},
      {.title = "read or write", .operations = {"read", "write"}},
      {.title = "increment, pinned", .operations = {"increment"}},
      {.title = "add_return", .operations = {"add_return"}},
      {.title = "compare_exchange", .operations = {"compare_exchange"}},
      {.title = "remote_ptr", .operations = {"remote_ptr"}},
  };
  return operations;
}

std::vector<Comparison> compare(const std::vector<Cost>& costs) {
  std::vector<Comparison> comparisons;
  for (const ComparedOperation& compared : compared_operations()) {
    comparisons.push_back({.title = compared.title,
                           .hot = measured(costs, compared, "hot"),
                           .plain = measured(costs, compared, "plain"),
                           .peers = peer_ways(compared.title)});
  }
  return comparisons;
}

TextTable comparison_table(const std::vector<Comparison>& comparisons) {
  TextTable table = {
      .header = {"operation", "whose"}, .rows = {}, .left_columns = 2};
  table.header.insert(table.header.end(), std::begin(kArchitectures),
                      std::end(kArchitectures));
  for (const Comparison& comparison : comparisons) {
    table.rows.push_back(row(comparison.title, comparison.hot));
    table.rows.push_back(row("", comparison.plain));
    for (const Way& peer : comparison.peers) {
      table.rows.push_back(row("", peer));
    }
  }
  return table;
}

TextTable peers_table() {
  TextTable table = {.header = {"peer", "what", "compiler", "how"},
                     .rows = {},
                     .left_columns = 4};
  for (const Peer& peer : kPeers) {
    table.rows.push_back({std::string(peer.name), std::string(peer.what),
                          std::string(peer.compiler),
                          std::string(peer.method)});
  }
  return table;
}

}  // namespace percpu_benchmarks
