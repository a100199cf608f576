// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The variables of a process with sp_naive, which are plain globals: what they
// start with is kept when the process starts.
//
//   restore_plain_globals();

#ifndef PERCPU_TESTING_PLAIN_GLOBALS_H_
#define PERCPU_TESTING_PLAIN_GLOBALS_H_

namespace percpu::testing {

/// Gives all of them their initial values again. Without sp_naive there are
/// none.
void restore_plain_globals();

}  // namespace percpu::testing

#endif  // PERCPU_TESTING_PLAIN_GLOBALS_H_
