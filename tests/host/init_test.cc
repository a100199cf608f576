// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// init() in each way it can go. It goes once in a process, so each case has a
// process of its own.

#include "percpu/init.h"

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "percpu/testing/cpus.h"

namespace percpu_tests {
namespace {

using percpu::InitError;
using percpu::testing::run_as_cpu;
using percpu::testing::run_as_each_cpu;

struct alignas(4096) Page {
  uint8_t bytes[4096];
};
DEF_PERCPU(uint64_t, number, 7);
DEF_PERCPU(Page, page, {{1, 2, 3}});

/// Calls `function` in a child process, and fails where an expectation does.
template <typename Function>
void in_child(Function function) {
  EXPECT_EXIT(
      {
        function();
        _exit(testing::Test::HasFailure() ? 1 : 0);
      },
      testing::ExitedWithCode(0), "");
}

/// Memory for `cpu_count` areas, with bytes behind them that nobody writes.
class Memory {
 public:
  explicit Memory(size_t cpu_count) : layout_(percpu::area_layout(cpu_count)) {
    base_ = static_cast<uint8_t*>(
        aligned_alloc(layout_.align, layout_.size + layout_.align));
    memset(base_, 0xee, layout_.size + layout_.align);
  }
  ~Memory() { free(base_); }

  uint8_t* base() { return base_; }
  bool is_untouched_from(size_t start) const {
    for (size_t i = start; i < layout_.size + layout_.align; ++i) {
      if (base_[i] != 0xee) return false;
    }
    return true;
  }

 private:
  const percpu::AreaLayout layout_;
  uint8_t* base_;
};

void expect_failure(const percpu::InitResult& result, InitError error) {
  EXPECT_FALSE(result.ok());
  EXPECT_FALSE(static_cast<bool>(result));
  EXPECT_EQ(result.error(), error);
  EXPECT_EQ(result.cpu_count(), 0u);
  EXPECT_STREQ(result.message(), percpu::message(error));
  EXPECT_EQ(percpu::area_num(), 0u);
}

void expect_usable(size_t cpu_count) {
  ASSERT_EQ(percpu::area_num(), cpu_count);
  run_as_each_cpu([](size_t cpu) {
    EXPECT_EQ(percpu::current_cpu(), cpu);
    EXPECT_EQ(number.read_current(), 7u);
    EXPECT_EQ(page.current_ptr()->bytes[2], 3);
    number.write_current(cpu);
  });
  run_as_each_cpu([](size_t cpu) { EXPECT_EQ(number.read_current(), cpu); });
}

TEST(InitTest, PreparesCpuNumAreas) {
  in_child([] {
    EXPECT_EQ(percpu::area_num(), 0u);
    const percpu::InitResult result = percpu::init();
    EXPECT_TRUE(result.ok());
    EXPECT_EQ(result.error(), InitError::kNone);
    EXPECT_EQ(result.cpu_count(), size_t{PERCPU_TESTS_CPU_NUM});
    expect_usable(PERCPU_TESTS_CPU_NUM);
  });
}

TEST(InitTest, UsesTheGivenMemory) {
  in_child([] {
    Memory memory(3);
    EXPECT_TRUE(percpu::init(memory.base(), 3).ok());
    const auto base = reinterpret_cast<uintptr_t>(memory.base());
    for (size_t cpu = 0; cpu < 3; ++cpu) {
      EXPECT_EQ(percpu::area_base(cpu), base + cpu * percpu::area_size());
    }
    expect_usable(3);
    EXPECT_TRUE(memory.is_untouched_from(percpu::area_layout(3).size));
  });
}

TEST(InitTest, SecondCallChangesNothing) {
  in_child([] {
    ASSERT_TRUE(percpu::init().ok());
    run_as_cpu(1, [] { number.write_current(99); });
    const uintptr_t base = percpu::area_base(0);
    Memory memory(2);
    EXPECT_EQ(percpu::init().error(), InitError::kAlreadyInitialized);
    EXPECT_EQ(percpu::init(memory.base(), 2).error(),
              InitError::kAlreadyInitialized);
    EXPECT_EQ(percpu::init(memory.base(), 0).error(),
              InitError::kAlreadyInitialized);
    EXPECT_EQ(*number.remote_ptr(1), 99u);
    EXPECT_EQ(percpu::area_base(0), base);
    EXPECT_TRUE(memory.is_untouched_from(0));
  });
}

TEST(InitTest, RefusesNull) {
  in_child([] {
    expect_failure(percpu::init(nullptr, 2), InitError::kNullBase);
    EXPECT_TRUE(percpu::init().ok());
  });
}

TEST(InitTest, RefusesMisalignedMemory) {
  in_child([] {
    Memory memory(2);
    for (const size_t shift : {size_t{1}, size_t{64}, size_t{2048}}) {
      expect_failure(percpu::init(memory.base() + shift, 2),
                     InitError::kMisalignedBase);
    }
    EXPECT_TRUE(memory.is_untouched_from(0));
    EXPECT_TRUE(percpu::init(memory.base(), 2).ok());
  });
}

TEST(InitTest, RefusesZeroCpus) {
  in_child([] {
    Memory memory(1);
    expect_failure(percpu::init(memory.base(), 0), InitError::kZeroCpus);
    EXPECT_TRUE(percpu::init(memory.base(), 1).ok());
    expect_usable(1);
  });
}

TEST(InitTest, RefusesMoreThanCpuNum) {
  in_child([] {
    Memory memory(PERCPU_TESTS_CPU_NUM);
    expect_failure(percpu::init(memory.base(), PERCPU_TESTS_CPU_NUM + 1),
                   InitError::kTooManyCpus);
    expect_failure(percpu::init(memory.base(), SIZE_MAX),
                   InitError::kTooManyCpus);
    EXPECT_TRUE(percpu::init(memory.base(), PERCPU_TESTS_CPU_NUM).ok());
    expect_usable(PERCPU_TESTS_CPU_NUM);
  });
}

TEST(InitTest, RefusesMemoryOverTheTemplate) {
  in_child([] {
    // The page stands in the template, behind its start.
    void* inside = reinterpret_cast<void*>(page.symbol_vma());
    ASSERT_GT(page.offset(), 0u);
    expect_failure(percpu::init(inside, 1), InitError::kOverlapsTemplate);
    EXPECT_TRUE(percpu::init().ok());
    expect_usable(PERCPU_TESTS_CPU_NUM);
  });
}

TEST(InitTest, RefusesUnreachableMemory) {
  in_child([] {
    expect_failure(percpu::init(reinterpret_cast<void*>(4096), 1),
                   InitError::kUnreachableBase);
    expect_failure(percpu::init(reinterpret_cast<void*>(~uintptr_t{4095}), 2),
                   InitError::kUnreachableBase);
  });
}

TEST(InitTest, RefusesToComeAfterTheRegister) {
  in_child([] {
    percpu::write_percpu_reg(0);
    expect_failure(percpu::init(), InitError::kTooLate);
  });
}

// Memory that init() may not write to yet, where the test comes in between.
constinit void* locked_memory = nullptr;
constinit size_t locked_size = 0;
constinit InitError error_in_between = InitError::kNone;
constinit size_t areas_in_between = 99;

void call_init_and_unlock(int) {
  error_in_between = percpu::init().error();
  areas_in_between = percpu::area_num();
  mprotect(locked_memory, locked_size, PROT_READ | PROT_WRITE);
}

TEST(InitTest, RefusesWhileAnotherCallRuns) {
  in_child([] {
    locked_size = percpu::area_layout(2).size;
    locked_memory = mmap(nullptr, locked_size, PROT_NONE,
                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(locked_memory, MAP_FAILED);
    signal(SIGSEGV, call_init_and_unlock);
    EXPECT_TRUE(percpu::init(locked_memory, 2).ok());
    EXPECT_EQ(error_in_between, InitError::kInProgress);
    EXPECT_EQ(areas_in_between, 0u);
    expect_usable(2);
  });
}

TEST(InitTest, OneOfSeveralCpusSucceeds) {
  for (int turn = 0; turn < 20; ++turn) {
    in_child([] {
      std::atomic<bool> go = false;
      std::atomic<int> ready = 0;
      std::atomic<int> succeeded = 0;
      std::atomic<int> refused = 0;
      std::vector<std::thread> threads;
      for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
          ++ready;
          while (!go) {
          }
          const percpu::InitResult result = percpu::init();
          if (result.ok()) ++succeeded;
          if (result.error() == InitError::kAlreadyInitialized ||
              result.error() == InitError::kInProgress) {
            ++refused;
          }
        });
      }
      while (ready < 8) {
      }
      go = true;
      for (std::thread& thread : threads) thread.join();
      EXPECT_EQ(succeeded, 1);
      EXPECT_EQ(refused, 7);
      expect_usable(PERCPU_TESTS_CPU_NUM);
    });
  }
}

TEST(InitTest, RegisterNeedsAnArea) {
  EXPECT_DEATH(percpu::init_percpu_reg(0),
               "percpu: call init\\(\\) before this: init_percpu_reg\\(\\)");
  EXPECT_DEATH(
      {
        static_cast<void>(percpu::init());
        percpu::init_percpu_reg(PERCPU_TESTS_CPU_NUM);
      },
      "the CPU id is not below area_num\\(\\): init_percpu_reg\\(\\)");
}

TEST(InitTest, EachErrorHasItsSentence) {
  std::set<std::string> messages;
  for (int error = 0; error <= static_cast<int>(InitError::kTooManyCpus);
       ++error) {
    const std::string message = percpu::message(static_cast<InitError>(error));
    EXPECT_TRUE(message.starts_with("percpu: ")) << message;
    EXPECT_NE(message.back(), '.') << message;
    messages.insert(message);
  }
  EXPECT_EQ(messages.size(), size_t{11});
  EXPECT_EQ(messages.count(percpu::message(static_cast<InitError>(200))), 0u);
}

TEST(AreaTest, LayoutIsOneStrideForEachCpu) {
  const percpu::AreaLayout one = percpu::area_layout(1);
  EXPECT_EQ(one.size, percpu::area_size());
  EXPECT_EQ(one.align, 4096u);
  EXPECT_EQ(one.size % one.align, 0u);
  EXPECT_EQ(percpu::area_layout(5).size, 5 * one.size);
  EXPECT_EQ(percpu::area_layout(0).size, 0u);
}

TEST(AreaTest, RegisterIsZeroBeforeItIsSet) {
  std::thread([] { EXPECT_EQ(percpu::read_percpu_reg(), 0u); }).join();
}

}  // namespace
}  // namespace percpu_tests
