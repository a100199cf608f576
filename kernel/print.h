// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Text on the serial line. One call is one piece: lines of different CPUs never
// mix.
//
//   kernel::print("CPU ", cpu, " base ", kernel::Hex{base}, "\n");

#ifndef PERCPU_KERNEL_PRINT_H_
#define PERCPU_KERNEL_PRINT_H_

#include <stddef.h>
#include <stdint.h>

namespace kernel {

/// Prints `value` as 0x and its hexadecimal digits, without leading zeros.
struct Hex {
  uint64_t value;
};

/// Writes `size` bytes as one piece. Safe on any CPU; spins while another CPU
/// writes.
void write(const char* text, size_t size);

namespace internal {

/// How to take the serial line. `kLast` is for whoever ends the machine: nobody
/// begins a piece after it, and it waits only so long for a holder, who may be
/// the very function that panics inside its own `print`.
enum class Wait { kForever, kLast };

/// Holds the serial line while it lives; `put` writes one item.
class Console {
 public:
  explicit Console(Wait wait = Wait::kForever);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void put(const char* text, size_t size);
  void put(const char* text);
  void put(char c);
  void put(bool value);
  void put(Hex value);

  template <class T>
    requires(__is_integral(T))
  void put(T value) {
    if constexpr (__is_signed(T)) {
      put_signed(value);
    } else {
      put_unsigned(value);
    }
  }

  /// Ends the line that someone began, if there is one.
  void end_line();

 private:
  void put_signed(int64_t value);
  void put_unsigned(uint64_t value);
};

}  // namespace internal

/// Prints the items one after another: `const char*`, `char`, `bool`, integers
/// and `Hex`. The whole call is one piece, of any length. Safe on any CPU.
template <class... Items>
void print(const Items&... items) {
  internal::Console console;
  (console.put(items), ...);
}

}  // namespace kernel

#endif  // PERCPU_KERNEL_PRINT_H_
