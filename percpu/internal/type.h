// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The types that a per-CPU variable may have, and how their values travel
// through registers.
//
//   Type<RunQueue>   RunQueue itself, after the checks
//   Bits<float>      uint32_t

#ifndef PERCPU_INTERNAL_TYPE_H_
#define PERCPU_INTERNAL_TYPE_H_

#include <stddef.h>
#include <stdint.h>

#ifndef __clang__
#error "percpu: needs clang 19 or later; give the kernel a clang toolchain"
#endif

namespace percpu::internal {

/// The largest alignment of a variable, in bytes: a page, to which every area
/// can be aligned.
inline constexpr size_t kMaxAlignment = 4096;

template <typename T>
struct CheckedType {
  static_assert(__is_trivially_destructible(T),
                "percpu: the type needs a destructor, which nothing would run "
                "for each CPU's copy; keep a pointer to the object instead");
  static_assert(alignof(T) <= kMaxAlignment,
                "percpu: the type's alignment is over 4096, and an area is "
                "not aligned to more than a page");
  static_assert(!__is_volatile(T),
                "percpu: every access is a real one already; drop volatile");
  static_assert(!__is_const(T),
                "percpu: a const variable is the same on every CPU; declare "
                "it constexpr instead");
  static_assert(!__is_reference(T),
                "percpu: a reference cannot be per-CPU; use a pointer");
  using Self = T;
};

/// T, with a sentence where T cannot be per-CPU. Also lets arrays be written
/// as `Type<int[4]> name`.
template <typename T>
using Type = CheckedType<T>::Self;

/// Whether a T is a value that one load can read.
template <typename T>
inline constexpr bool kIsValue =
    __is_trivially_copyable(T) && !__is_array(T) &&
    (sizeof(T) == 1 || sizeof(T) == 2 || sizeof(T) == 4 || sizeof(T) == 8);

/// What the value functions of an array's variable are declared with, which
/// can be neither an argument nor a result: they refuse to be called.
struct NotAValue {};

template <typename T>
struct ValueOf {
  using Self = T;
};
template <typename T, size_t kLength>
struct ValueOf<T[kLength]> {
  using Self = NotAValue;
};

/// T as an argument and a result.
template <typename T>
using Value = ValueOf<T>::Self;

/// The alignment of a variable, in bytes: a value's is its size, so that no
/// access to it is ever misaligned.
template <typename T>
inline constexpr size_t kAlignment = kIsValue<T> && sizeof(T) > alignof(T)
                                         ? sizeof(T)
                                         : alignof(T);

template <size_t kSize>
struct BitsOfSize;
template <>
struct BitsOfSize<1> {
  using Integer = uint8_t;
};
template <>
struct BitsOfSize<2> {
  using Integer = uint16_t;
};
template <>
struct BitsOfSize<4> {
  using Integer = uint32_t;
};
template <>
struct BitsOfSize<8> {
  using Integer = uint64_t;
};

template <typename T, bool kUsable = kIsValue<T>>
struct BitsOf {
  using Integer = BitsOfSize<sizeof(T)>::Integer;
};
template <typename T>
struct BitsOf<T, false> {
  using Integer = NotAValue;
};

/// The unsigned integer of a value's size.
template <typename T>
using Bits = BitsOf<T>::Integer;

template <typename T>
struct PointerTraits {
  static constexpr bool kIsPointer = false;
};
template <typename T>
struct PointerTraits<T*> {
  static constexpr bool kIsPointer = !__is_void(T) && !__is_function(T);
  using Pointee = T;
};

template <typename T>
inline constexpr bool kIsBool = __is_same(T, bool);

/// Whether a T can be added to: integers and pointers to objects.
template <typename T>
inline constexpr bool kIsAddable =
    (__is_integral(T) && !kIsBool<T>) || PointerTraits<T>::kIsPointer;

/// Whether a T has bits to combine: integers, bool and enumerations.
template <typename T>
inline constexpr bool kIsBitwise = __is_integral(T) || __is_enum(T);

template <typename T>
struct DifferenceOf {
  using Operand = Value<T>;
};
template <typename T>
struct DifferenceOf<T*> {
  using Operand = ptrdiff_t;
};

/// What is added to a T: another T, or for a pointer a number of elements.
template <typename T>
using Difference = DifferenceOf<T>::Operand;

/// Returns the bits to add for `difference`: a pointer steps by elements.
template <typename T>
constexpr Bits<T> difference_bits(Difference<T> difference) {
  if constexpr (PointerTraits<T>::kIsPointer) {
    return static_cast<Bits<T>>(difference) *
           sizeof(typename PointerTraits<T>::Pointee);
  } else {
    return static_cast<Bits<T>>(difference);
  }
}

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_TYPE_H_
