// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the same operations cost with what else a kernel could use. These are
// constants, obtained as kPeers says and not measured by this tree:
//
//   for (const PeerCost& cost : kPeerCosts) {
//     if (cost.operation == "current_ptr") show(cost.peer, cost.figures[0]);
//   }

#ifndef PERCPU_BENCHMARKS_PEERS_H_
#define PERCPU_BENCHMARKS_PEERS_H_

#include <string_view>

#include "benchmarks/figure.h"

namespace percpu_benchmarks {

struct Peer {
  std::string_view name;
  std::string_view what;
  std::string_view compiler;
  std::string_view method;
};

inline constexpr Peer kPeers[] = {
    {.name = "Rust",
     .what = "percpu 0.4.0 of arceos, without its `preempt`",
     .compiler = "rustc 1.97, the `-none` targets",
     .method = "compiled and disassembled; `remote_ptr` with the "
               "function that it calls"},
    {.name = "Linux",
     .what = "the headers of 7.2.12, PREEMPT_LAZY and PREEMPT_COUNT",
     .compiler = "gcc 16.2",
     .method = "compiled and disassembled; `raw`"
               " leaves the pin to the caller, `this_cpu` brings it"},
    {.name = "thread_local",
     .what = "a C++ `thread_local`, local-exec",
     .compiler = "clang 22",
     .method = "compiled and disassembled"},
};

/// What a peer makes of an operation, on the path that is usually taken.
struct PeerCost {
  std::string_view operation;  ///< A title of compared_operations().
  std::string_view peer;       ///< A name of kPeers.
  std::string_view form;  ///< Which of the peer's forms, where it has several.
  Figures figures;
};

inline constexpr PeerCost kPeerCosts[] = {
    {"current_ptr", "Rust", "", {{{4, 18}, {3, 12}, {4, 12}, {4, 16}}}},
    {"current_ptr", "Linux", "raw", {{{2, 14}, {4, 16}, {9, 28}, {3, 12}}}},
    {"current_ptr", "thread_local", "", {{{2, 16}, {3, 12}, {1, 4}, {1, 4}}}},

    {"read or write", "Rust", "", {{{3, 11}, {3, 12}, {3, 10}, {3, 12}}}},
    {"read or write", "Linux", "raw", {{{1, 8}, {4, 16}, {10, 30}, {3, 12}}}},
    {"read or write", "thread_local", "", {{{2, 16}, {4, 16}, {1, 4}, {1, 4}}}},

    {"increment, pinned", "Rust", "", {{{5, 23}, {7, 28}, {7, 22}, {7, 28}}}},
    {"increment, pinned",
     "Linux",
     "raw",
     {{{1, 8}, {6, 24}, {12, 34}, {5, 20}}}},
    {"increment, pinned",
     "thread_local",
     "",
     {{{2, 16}, {6, 24}, {3, 10}, {3, 12}}}},

    {"add_return",
     "Linux",
     "this_cpu",
     {{{3, 15}, {21, 84}, {15, 44}, {12, 48}}}},

    {"compare_exchange",
     "Linux",
     "this_cpu",
     {{{2, 12}, {24, 96}, {15, 46}, {14, 56}}}},

    {"remote_ptr", "Rust", "", {{{20, 68}, {20, 80}, {25, 80}, {25, 100}}}},
    {"remote_ptr", "Linux", "", {{{3, 17}, {6, 24}, {9, 30}, {8, 32}}}},
};

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_PEERS_H_
