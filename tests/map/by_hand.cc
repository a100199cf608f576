// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Variables that no macro of percpu placed, with types and in places that it
// would not give them. The image is small: a fuzzer starts from it too.

#include <stdint.h>

struct Lock {
  uint32_t owner;
  uint8_t is_taken;
};
union Word {
  uint64_t all;
  uint8_t bytes[8];
};
struct Node : Lock {
  const Node* next;
  Word words[2][3];
};

// A macro, because a section's name has to be a literal.
#define AT(part, name) \
  [[gnu::used, gnu::retain, gnu::section(".percpu." #part "." #name)]]

AT(hot, count) uint16_t count_percpu_hot = 1;
namespace outer {
inline namespace v1 {
AT(plain, node) Node node_percpu_plain = {};
}  // namespace v1
namespace {
AT(plain, grid) Word* const volatile grid_percpu_plain[2] = {};
}
struct Class {
  static uint8_t member_percpu_plain;
  uint64_t value;
};
AT(plain, member) uint8_t Class::member_percpu_plain = 0;
AT(plain, object) Class object_percpu_plain = {};
}  // namespace outer

AT(plain, field) uint8_t Lock::* field_percpu_plain = nullptr;
AT(plain, visit) int (*visit_percpu_plain)(Node&, const volatile char*) = {};
AT(plain, matrix) extern const Word matrix_percpu_plain[2][3] = {};

// Without the alignments that their parts ask for.
AT(cacheline, inbox) Lock inbox_percpu_cacheline = {};
AT(cacheline, outbox) Lock outbox_percpu_cacheline = {};
AT(read_mostly, id) uint32_t id_percpu_read_mostly = 0;
AT(other, small) uint8_t small = 0;
AT(other, first) alignas(64) uint8_t first[64] = {};
AT(other, tiny) uint8_t tiny = 0;
AT(other, second) alignas(64) uint8_t second[64] = {};

extern "C" void _start() {}
