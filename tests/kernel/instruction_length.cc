// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/kernel/instruction_length.h"

#include "kernel/kernel.h"

namespace percpu_tests {

#if defined(__x86_64__)

namespace {

/// What follows an opcode (Intel SDM volume 2, appendix A, "Opcode Map").
struct Form {
  bool has_modrm;
  unsigned immediate;  ///< Bytes; kFull is four, or two with the prefix 66.
};
constexpr unsigned kFull = 100;

constexpr bool is_within(uint8_t opcode, uint8_t first, uint8_t last) {
  return opcode >= first && opcode <= last;
}

/// The map after the byte 0f: nop, cmov, jcc, setcc, cmpxchg, movzx, movsx,
/// xadd.
Form two_byte_form(uint8_t opcode) {
  if (is_within(opcode, 0x80, 0x8f)) return {false, 4};
  if (opcode == 0x1f || is_within(opcode, 0x40, 0x4f) ||
      is_within(opcode, 0x90, 0x9f) || is_within(opcode, 0xb0, 0xb1) ||
      is_within(opcode, 0xb6, 0xb7) || is_within(opcode, 0xbe, 0xbf) ||
      is_within(opcode, 0xc0, 0xc1)) {
    return {true, 0};
  }
  kernel::panic("instruction_length: an opcode after 0f that it does not know");
}

Form one_byte_form(uint8_t opcode, bool has_wide_operand) {
  // add, or, adc, sbb, and, sub, xor, cmp: with a register or memory, with an
  // immediate to the accumulator.
  if (opcode < 0x40 && opcode % 8 < 4) return {true, 0};
  if (opcode < 0x40 && opcode % 8 == 4) return {false, 1};
  if (opcode < 0x40 && opcode % 8 == 5) return {false, kFull};
  // push and pop; nop, ret, leave.
  if (is_within(opcode, 0x50, 0x5f) || opcode == 0x90 || opcode == 0xc3 ||
      opcode == 0xc9) {
    return {false, 0};
  }
  // jcc and jmp.
  if (is_within(opcode, 0x70, 0x7f) || opcode == 0xeb) return {false, 1};
  if (opcode == 0xe9) return {false, 4};
  // The first eight with an immediate; mov of an immediate to memory.
  if (opcode == 0x80 || opcode == 0x83 || opcode == 0xc6) return {true, 1};
  if (opcode == 0x81 || opcode == 0xc7) return {true, kFull};
  // test, xchg, mov, lea; inc and dec.
  if (is_within(opcode, 0x84, 0x8b) || opcode == 0x8d || opcode >= 0xfe) {
    return {true, 0};
  }
  // mov of an immediate to a register.
  if (is_within(opcode, 0xb0, 0xb7)) return {false, 1};
  if (is_within(opcode, 0xb8, 0xbf)) {
    return {false, has_wide_operand ? 8 : kFull};
  }
  kernel::panic("instruction_length: an opcode that it does not know");
}

/// The bytes of ModR/M, SIB and displacement (Intel SDM volume 2, section
/// "Addressing-Mode Encoding of ModR/M and SIB Bytes").
size_t modrm_length(const uint8_t* modrm) {
  const unsigned mode = modrm[0] >> 6;
  const unsigned base = modrm[0] & 7;
  if (mode == 3) return 1;
  const size_t length = base == 4 ? 2 : 1;
  if (mode == 1) return length + 1;
  if (mode == 2) return length + 4;
  const bool has_displacement = base == 5 || (base == 4 && (modrm[1] & 7) == 5);
  return has_displacement ? length + 4 : length;
}

}  // namespace

size_t instruction_length(uintptr_t pc) {
  const auto* const start = reinterpret_cast<const uint8_t*>(pc);
  const uint8_t* next = start;
  bool has_short_operand = false;
  bool has_wide_operand = false;
  // The prefixes 66, cs (in a long nop) and gs, and REX with its bit W.
  for (;; ++next) {
    if (*next == 0x66) {
      has_short_operand = true;
    } else if (is_within(*next, 0x40, 0x4f)) {
      has_wide_operand = (*next & 8) != 0;
    } else if (*next != 0x2e && *next != 0x65) {
      break;
    }
  }
  const uint8_t opcode = *next++;
  const Form form = opcode == 0x0f ? two_byte_form(*next++)
                                   : one_byte_form(opcode, has_wide_operand);
  if (form.has_modrm) next += modrm_length(next);
  const unsigned full = has_short_operand ? 2 : 4;
  next += form.immediate == kFull ? full : form.immediate;
  return static_cast<size_t>(next - start);
}

#elif defined(__riscv)

/// Two bytes, unless the lowest two bits are set (RISC-V Unprivileged
/// Architecture, section "Expanded Instruction-Length Encoding").
size_t instruction_length(uintptr_t pc) {
  return (*reinterpret_cast<const uint8_t*>(pc) & 3) == 3 ? 4 : 2;
}

#else

/// Every instruction of aarch64 and loongarch64.
size_t instruction_length(uintptr_t) { return 4; }

#endif

}  // namespace percpu_tests
