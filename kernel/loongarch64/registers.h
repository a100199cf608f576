// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Control and status registers (CSR), device registers (IOCSR) and the windows
// onto physical memory, for C++ and for the assembly files.
//
//   uint64_t cause = READ_CSR(CSR_ESTAT);
//   device<uint8_t>(0x1fe0'01e0) = '!';

#ifndef PERCPU_KERNEL_LOONGARCH64_REGISTERS_H_
#define PERCPU_KERNEL_LOONGARCH64_REGISTERS_H_

/// LoongArch Reference Manual volume 1, chapter "Control and Status Registers".
#define CSR_CRMD 0x0
#define CSR_PRMD 0x1
#define CSR_ECFG 0x4
#define CSR_ESTAT 0x5
#define CSR_ERA 0x6
#define CSR_BADV 0x7
#define CSR_EENTRY 0xc
#define CSR_CPUID 0x20
#define CSR_SAVE0 0x30
#define CSR_SAVE1 0x31
#define CSR_TCFG 0x41
#define CSR_TICLR 0x44
#define CSR_TLBRENTRY 0x88
#define CSR_TLBRBADV 0x89
#define CSR_TLBRERA 0x8a
#define CSR_DMW0 0x180
#define CSR_DMW1 0x181

/// CRMD with paging on (PG), direct addressing and interrupts off, and both
/// fetches and loads coherently cached (DATF, DATM = 1).
#define CRMD_PAGING 0xb0

/// The bits of ESTAT.Ecode, which is zero for an interrupt.
#define ESTAT_ECODE_HIGH 21
#define ESTAT_ECODE_LOW 16

/// The interrupt from other CPUs (ECFG.LIE), and which of its 32 causes are let
/// through (Loongson 3A5000 Technical Reference Manual, chapter
/// "Inter-processor interrupt and communication").
#define ECFG_IPI (1 << 12)
#define IOCSR_IPI_ENABLE 0x1004

/// SAVE0 and SAVE1 are for software: where the interrupt stack ends, and a
/// register that the entry of exceptions puts aside.
#define CSR_INTERRUPT_STACK CSR_SAVE0
#define CSR_ENTRY_SCRATCH CSR_SAVE1

/// What an interrupt saves (interrupt.cc, InterruptFrame): $r1 to $r31 at eight
/// times their number, and these. The size keeps the stack aligned.
#define FRAME_ERA 256
#define FRAME_PRMD 264
#define FRAME_SIZE 272

/// CPUID.CoreID.
#define CPUID_CORE_MASK 0x1ff

/// Window 0 shows physical memory uncached (MAT = 0) at 0x8000..., for devices;
/// window 1 cached (MAT = 1) at 0x9000..., for the image. Both for ring 0 only.
#define UNCACHED_WINDOW 0x8000000000000000
#define CACHED_WINDOW 0x9000000000000000
#define DMW_UNCACHED (UNCACHED_WINDOW | 0x01)
#define DMW_CACHED (CACHED_WINDOW | 0x11)

#ifndef __ASSEMBLER__

#include <stdint.h>

/// Reads the control and status register of this number.
#define READ_CSR(number)                                          \
  ({                                                              \
    uint64_t csr_value;                                           \
    asm volatile("csrrd %0, %1" : "=r"(csr_value) : "i"(number)); \
    csr_value;                                                    \
  })

/// Writes it.
#define WRITE_CSR(number, value)                                             \
  ({                                                                         \
    uint64_t csr_value = (value);                                            \
    asm volatile("csrwr %0, %1" : "+r"(csr_value) : "i"(number) : "memory"); \
  })

namespace kernel {

/// The register of a device at this physical address.
template <class T>
inline volatile T& device(uintptr_t physical) {
  return *reinterpret_cast<volatile T*>(UNCACHED_WINDOW | physical);
}

/// The physical address of a part of the image.
inline uintptr_t physical_address(const void* image) {
  return reinterpret_cast<uintptr_t>(image) - CACHED_WINDOW;
}

inline void write_iocsr32(uint32_t address, uint32_t value) {
  asm volatile("iocsrwr.w %0, %1" : : "r"(value), "r"(address) : "memory");
}

inline void write_iocsr64(uint32_t address, uint64_t value) {
  asm volatile("iocsrwr.d %0, %1" : : "r"(value), "r"(address) : "memory");
}

}  // namespace kernel

#endif  // __ASSEMBLER__

#endif  // PERCPU_KERNEL_LOONGARCH64_REGISTERS_H_
