// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What percpu::init(base, cpu_count) takes in a Linux process, beside memcpy of
// the same bytes to the same places, with areas of INIT_COST_BYTES. Prints two
// lines for each number of CPUs, in nanoseconds for all of them:
//
//   init_1024_16: 520
//   memcpy_1024_16: 490
//
// init() works once in a process, so that every measurement is a process of its
// own. Memory, template and code are touched before; the best run counts. What
// does not fit into the memory that is free is left out.

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "percpu/percpu.h"

namespace {

constexpr size_t kBytes = INIT_COST_BYTES;
constexpr size_t kCpuCounts[] = {1, 4, 16, 64, 256, 1024};

/// What the library keeps in each area for itself, or more.
constexpr size_t kLibraryBytes = 64;

/// As many runs as copy this, within limits.
constexpr size_t kBytesToCopy = size_t{1} << 30;
constexpr size_t kMinRuns = 3;
constexpr size_t kMaxRuns = 50;

using Payload = char[kBytes - kLibraryBytes];
DEF_PERCPU(Payload, payload);

void run_init(char* areas, size_t cpus) {
  if (!percpu::init(areas, cpus).ok()) _exit(1);
}

void run_memcpy(char* areas, size_t cpus) {
  const void* const from =
      reinterpret_cast<const void*>(percpu::arch::template_address());
  for (size_t cpu = 0; cpu < cpus; ++cpu) {
    memcpy(areas + cpu * percpu::area_size(), from,
           percpu::arch::template_size());
  }
}

/// Touches what both ways use: a fork leaves pages of files to be found again,
/// and pages to be copied.
void touch(char* areas) {
  memset(percpu::arch::register_table(), 0,
         percpu::arch::max_cpus() * sizeof(uintptr_t));
  const percpu::InitResult nothing = percpu::init(areas, 0);
  if (nothing.ok()) _exit(1);
  memcpy(areas, reinterpret_cast<const void*>(percpu::arch::template_address()),
         percpu::arch::template_size());
}

using Way = void (*)(char* areas, size_t cpus);

/// The child's part of measure().
[[noreturn]] void measure_here(Way way, size_t cpus, int result) {
  void* const areas =
      mmap(nullptr, percpu::area_layout(cpus).size, PROT_READ | PROT_WRITE,
           MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
  if (areas == MAP_FAILED) _exit(1);
  touch(static_cast<char*>(areas));
  const auto start = std::chrono::steady_clock::now();
  way(static_cast<char*>(areas), cpus);
  const std::chrono::nanoseconds time =
      std::chrono::steady_clock::now() - start;
  const uint64_t nanoseconds = static_cast<uint64_t>(time.count());
  const bool sent =
      write(result, &nanoseconds, sizeof(nanoseconds)) == sizeof(nanoseconds);
  _exit(sent ? 0 : 1);
}

/// Nanoseconds, or UINT64_MAX where it failed.
uint64_t measure(Way way, size_t cpus) {
  int ends[2];
  if (pipe(ends) != 0) return UINT64_MAX;
  const pid_t child = fork();
  if (child == 0) measure_here(way, cpus, ends[1]);
  uint64_t nanoseconds = 0;
  close(ends[1]);
  const bool received =
      read(ends[0], &nanoseconds, sizeof(nanoseconds)) == sizeof(nanoseconds);
  close(ends[0]);
  int status = 0;
  const bool passed =
      child > 0 && waitpid(child, &status, 0) == child && status == 0;
  return received && passed ? nanoseconds : UINT64_MAX;
}

bool fits(size_t bytes) {
  const auto free = static_cast<size_t>(sysconf(_SC_AVPHYS_PAGES)) *
                    static_cast<size_t>(sysconf(_SC_PAGESIZE));
  return bytes < free / 2;
}

/// Returns whether it could be measured.
bool compare(size_t cpus) {
  const size_t bytes = percpu::area_layout(cpus).size;
  if (!fits(bytes)) return true;
  const size_t runs = std::clamp(kBytesToCopy / bytes, kMinRuns, kMaxRuns);
  uint64_t best_init = UINT64_MAX;
  uint64_t best_memcpy = UINT64_MAX;
  for (size_t i = 0; i < runs; ++i) {
    best_init = std::min(best_init, measure(run_init, cpus));
    best_memcpy = std::min(best_memcpy, measure(run_memcpy, cpus));
  }
  if (best_init == UINT64_MAX || best_memcpy == UINT64_MAX) return false;
  printf("init_%zu_%zu: %lu\nmemcpy_%zu_%zu: %lu\n", kBytes, cpus, best_init,
         kBytes, cpus, best_memcpy);
  return true;
}

}  // namespace

int main() {
  // An unused variable would not be in the template.
  payload.current_ptr();
  for (const size_t cpus : kCpuCounts) {
    if (!compare(cpus)) {
      fprintf(stderr, "init for %zu CPUs cannot be measured\n", cpus);
      return 1;
    }
  }
  return 0;
}
