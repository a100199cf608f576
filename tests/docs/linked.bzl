# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Images of what a document shows, for each architecture.

    linked_images(
        name = "phdrs",
        script = ":phdrs.ld",
        settings = {"//percpu/config:segment": "ram"},
    )

gives phdrs_<architecture>.elf.
"""

load("@rules_cc//cc:cc_binary.bzl", "cc_binary")
load("//tests/elf:image.bzl", "ARCHITECTURES")
load("//tests/elf:inspect.bzl", "disassembly")
load("//tests/variant:variant.bzl", "variant_file")

# As release builds have it.
_RELEASE = {
    "//percpu/config:debug_checks": "false",
    "//percpu/config:preempt": "false",
}

def _image(name, srcs, script, deps = [], copts = []):
    cc_binary(
        name = name,
        testonly = True,
        srcs = srcs,
        # Nothing but what an access is made of: no frame pointer.
        copts = [
            "-O2",
            "-fomit-frame-pointer",
        ] + copts,
        linkopts = [
            "-nostartfiles",
            "-Wl,-T,$(location %s)" % script,
        ],
        tags = ["manual"],
        target_compatible_with = ["@platforms//os:none"],
        deps = deps + [
            "//percpu",
            script,
        ],
    )

def _variants(name, extension, target, settings):
    for cpu in ARCHITECTURES:
        variant_file(
            name = "%s_%s.%s" % (name, cpu, extension),
            testonly = True,
            platform = "//platforms:" + cpu,
            settings = dict(_RELEASE, **settings),
            tags = ["manual"],
            target = target,
        )

def linked_images(name, script, settings = {}, deps = []):
    """Images of kernel.cc, linked with a script.

    Args:
      name: what the images' names begin with.
      script: the linker script.
      settings: build settings of the images.
      deps: what they depend on beside //percpu.
    """
    _image(name, ["kernel.cc"], script, deps)
    _variants(name, "elf", ":" + name, settings)

def disassembled_images(name, srcs, script):
    """What llvm-objdump says of images: <name>_<architecture>.txt.

    Args:
      name: what the texts' names begin with.
      srcs: the images' sources.
      script: the linker script.
    """

    # One section, of which the linker drops nothing.
    _image(name, srcs, script, copts = ["-fno-function-sections"])
    disassembly(
        name = name + "_text",
        testonly = True,
        image = ":" + name,
        tags = ["manual"],
        target_compatible_with = ["@platforms//os:none"],
    )
    _variants(name, "txt", ":%s_text" % name, {})
