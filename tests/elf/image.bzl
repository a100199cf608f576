# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Images of kernel.cc: where they are linked and loaded, and for whom.

    layout_images(name = "images")

gives `<script>_<place>_<alignment>_<CPUs>_<architecture>.elf` for each that
layout_test.cc looks at.
"""

load("@rules_cc//cc:cc_binary.bzl", "cc_binary")
load("//tests/variant:variant.bzl", "variant_file")

ARCHITECTURES = [
    "aarch64",
    "loongarch64",
    "riscv64",
    "x86_64",
]

# The address that an image is linked at in the upper half.
_HIGH = {
    "@platforms//cpu:aarch64": 0xffff000000200000,
    "@platforms//cpu:riscv64": 0xffffffc080200000,
    "@platforms//cpu:x86_64": 0xffffffff80200000,
    "//platforms/cpu:loongarch64": 0x9000000000200000,
}

def _place(base, offset):
    return [
        "-Wl,--defsym=KERNEL_BASE=%d" % base,
        "-Wl,--defsym=KERNEL_OFFSET=%d" % offset,
    ]

# Link address, and its distance from the load address.
_PLACES = {
    "high": select({
        cpu: _place(base, base - 0x300000)
        for cpu, base in _HIGH.items()
    }),
    "low": _place(0x200000, 0),
    "moved": _place(0x800000, 0x200000),
}

def elf_image(name, srcs, script, place, **kwargs):
    """An image of a kernel.

    Args:
      name: the image's name.
      srcs: its sources.
      script: a linker script's name in scripts/.
      place: a key of _PLACES.
      **kwargs: passed on to cc_binary.
    """
    included = script == "include"
    linker_script = "//tests/elf:scripts/%s.ld" % script
    cc_binary(
        name = name,
        testonly = True,
        srcs = srcs,
        linkopts = [
            "-nostartfiles",
            "-Wl,-T,$(location %s)" % linker_script,
        ] + _PLACES[place],
        tags = ["manual"],
        target_compatible_with = ["@platforms//os:none"],
        deps = kwargs.pop("deps", []) + [linker_script] + (
            ["//linker:percpu"] if included else []
        ),
        **kwargs
    )

def _layout_image(script, place, kind, defines):
    name = "%s_%s_%s" % (script, place, kind)
    elf_image(
        name = name,
        srcs = ["kernel.cc"],
        local_defines = defines,
        place = place,
        script = script,
        deps = [] if kind == "plain" else ["//percpu"],
    )
    return name

def _variants(image, cpus, settings):
    names = []
    for cpu in ARCHITECTURES:
        name = "%s_%d_%s.elf" % (image, cpus, cpu)
        variant_file(
            name = name,
            testonly = True,
            platform = "//platforms:" + cpu,
            settings = settings,
            tags = ["manual"],
            target = image,
        )
        names.append(":" + name)
    return names

_CPU_NUM = "//percpu/config:cpu_num"

# buildifier: disable=unnamed-macro
def layout_images():
    """Declares the images.

    Returns:
      Their labels.
    """
    names = []
    for script, place, alignment, settings in [
        ("sections", "low", 16, {_CPU_NUM: "4"}),
        ("sections", "low", 128, {_CPU_NUM: "1"}),
        ("sections", "low", 128, {_CPU_NUM: "64"}),
        ("sections", "low", 4096, {_CPU_NUM: "4"}),
        ("sections", "high", 4096, {_CPU_NUM: "4"}),
        ("sections", "high", 128, {_CPU_NUM: "64"}),
        ("sections", "moved", 128, {_CPU_NUM: "3"}),
        ("phdrs", "low", 128, {_CPU_NUM: "1"}),
        ("phdrs", "low", 128, {_CPU_NUM: "64"}),
        ("phdrs", "high", 4096, {
            _CPU_NUM: "4",
            "//percpu/config:insert": "BEFORE .bss",
        }),
        ("phdrs", "moved", 128, {_CPU_NUM: "3"}),
        ("phdrs_ram", "low", 128, {
            _CPU_NUM: "1",
            "//percpu/config:segment": "ram",
        }),
        ("phdrs_ram", "low", 128, {
            _CPU_NUM: "64",
            "//percpu/config:segment": "ram",
        }),
        ("phdrs_ram", "high", 128, {
            _CPU_NUM: "4",
            "//percpu/config:segment": "ram",
        }),
        ("no_bss", "high", 128, {
            _CPU_NUM: "4",
            "//percpu/config:insert": "AFTER .data",
        }),
        ("orphans", "low", 128, {_CPU_NUM: "4"}),
        ("orphan_data", "low", 128, {_CPU_NUM: "1"}),
        ("orphan_data", "low", 128, {_CPU_NUM: "64"}),
        ("orphan_data", "high", 128, {_CPU_NUM: "4"}),
        ("include", "high", 128, {
            _CPU_NUM: "5",
            "//percpu/config:linker_fragment": "false",
        }),
    ]:
        image = "%s_%s_%d" % (script, place, alignment)
        if not native.existing_rule(image):
            _layout_image(script, place, str(alignment), [
                "PERCPU_TESTS_ALIGNMENT=%d" % alignment,
            ])
        names += _variants(image, int(settings[_CPU_NUM]), settings)
    names += _variants(
        _layout_image("sections", "high", "reset", [
            "PERCPU_TESTS_ALIGNMENT=128",
            "PERCPU_TESTS_RESET",
        ]),
        4,
        {
            _CPU_NUM: "4",
            "//percpu/config:insert": "BEFORE .bss",
        },
    )
    for script in ["sections", "phdrs"]:
        names += _variants(
            _layout_image(script, "high", "plain", ["PERCPU_TESTS_PLAIN"]),
            4,
            {_CPU_NUM: "4"},
        )
    return names
