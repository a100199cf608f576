# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Tests of the instructions of functions in linked images.

    codegen_test(
        name = "pinned",
        srcs = ["pinned.cc"],
        functions = "code_",
        deps = ["//percpu"],
    )

links an image for each architecture and each place, and holds it against
pinned.<architecture>.check. The tests are `pinned_<place>_<architecture>_test`.
"""

load("//tests/codegen:filecheck.bzl", "filecheck_test")
load("//tests/elf:image.bzl", "ARCHITECTURES", "elf_image")
load("//tests/elf:inspect.bzl", "disassembly")
load("//tests/variant:release.bzl", "RELEASE_BUILD")
load("//tests/variant:variant.bzl", "variant_file")

# In the upper and in the lower half of the addresses. Nothing that is relative
# to the program counter reaches address 0, where the first area is linked, from
# both; and one of them is where a kernel of the architecture usually is.
_PLACES = [
    "high",
    "low",
]

# As release builds have it, so that a check that were left in them is seen.
_RELEASE = {
    "//percpu/config:debug_checks": "false",
    "//percpu/config:preempt": "false",
}

# Each line of the text is one check, whole.
_WHOLE_LINES = ["--match-full-lines"]

def codegen_test(
        name,
        functions,
        deps,
        srcs = [],
        check = None,
        copts = [],
        runs = {},
        settings = {}):
    """Holds functions of images against check files.

    Args:
      name: what the names of the images and tests begin with.
      functions: what the functions' names begin with.
      deps: the image's libraries.
      srcs: its sources.
      check: what the check files' names begin with. Default: `name`.
      copts: options of the compiler.
      runs: by architecture, the runs of the check file. Default: of every
        architecture, one.
      settings: build settings of the image, beside those of a release build.
    """
    for place in _PLACES:
        image = "%s_%s" % (name, place)
        elf_image(
            name = image,
            srcs = srcs + ["start.cc"],
            # Nothing but what an access is made of: no frame pointer.
            copts = [
                "-O2",
                "-fomit-frame-pointer",
            ] + copts,
            place = place,
            script = "sections",
            deps = deps,
        )
        disassembly(
            name = image + "_text",
            testonly = True,
            functions = functions,
            image = image,
            tags = ["manual"],
            target_compatible_with = ["@platforms//os:none"],
        )
        for cpu in runs or ARCHITECTURES:
            text = "%s_%s.txt" % (image, cpu)
            variant_file(
                name = text,
                testonly = True,
                platform = "//platforms:" + cpu,
                settings = dict(_RELEASE, **settings),
                tags = ["manual"],
                target = image + "_text",
            )
            filecheck_test(
                name = "%s_%s_test" % (image, cpu),
                size = "small",
                check = "%s.%s.check" % (check or name, cpu),
                input = text,
                options = _WHOLE_LINES,
                runs = runs.get(cpu, {}),
                target_compatible_with = RELEASE_BUILD,
            )
