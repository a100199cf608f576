// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Per-CPU variables for a kernel. The one header to include:
//
//   #include "percpu/percpu.h"
//
//   DEF_PERCPU(uint64_t, ticks, 0);
//
//   // Once, on one CPU:
//   const percpu::InitResult result = percpu::init();
//   if (!result.ok()) panic(result.message());
//   // On each CPU:
//   percpu::init_percpu_reg(cpu);
//   // From then on, on any CPU:
//   ticks.increment_current();

#ifndef PERCPU_PERCPU_H_
#define PERCPU_PERCPU_H_

#include "percpu/area.h"
#include "percpu/define.h"
#include "percpu/guard.h"
#include "percpu/init.h"
#include "percpu/misuse.h"
#include "percpu/pin.h"
#include "percpu/placement.h"
#include "percpu/restart.h"
#include "percpu/variable.h"

#endif  // PERCPU_PERCPU_H_
