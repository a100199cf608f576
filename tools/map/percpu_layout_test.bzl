# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Limits of a kernel's per-CPU areas, as a test.

    load("@percpu//tools/map:percpu_layout_test.bzl", "percpu_layout_test")

    percpu_layout_test(
        name = "layout_test_riscv64",
        cpu = "riscv64",
        kernel = ":kernel",
        max_area_size = 4096,
        max_hot = 512,
    )

The test fails where an area or its hot part is larger, or where variables share
a cache line that should not: docs/layout.md says which. Its log has the layout.
On Debian and Ubuntu it needs the package libdw-dev.
"""

load("//toolchains/qemu:compatible.bzl", "compatible_with")
load("//toolchains/qemu:image_transition.bzl", "image_transition")
load("//toolchains/qemu:transitioned.bzl", "PLATFORM_TRANSITION_ATTRS")

_SCRIPT = """#!/bin/sh
{map} {image} || exit
exec {map} --check {limits} {image}
"""

def _quoted(text):
    """As one word of the shell."""
    return "'" + text.replace("'", "'\\''") + "'"

def _limits(ctx):
    limits = ["--max-false-sharing=%d" % ctx.attr.max_false_sharing]
    if ctx.attr.max_area_size >= 0:
        limits.append("--max-area-size=%d" % ctx.attr.max_area_size)
    if ctx.attr.max_hot >= 0:
        limits.append("--max-hot=%d" % ctx.attr.max_hot)
    if ctx.attr.line:
        limits.append("--line=%d" % ctx.attr.line)
    return " ".join(limits)

def _percpu_layout_test_impl(ctx):
    images = ctx.files.kernel
    if len(images) != 1:
        fail("%s is %d files; a kernel is one ELF image." % (
            ctx.attr.kernel[0].label,
            len(images),
        ))
    script = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(
        script,
        _SCRIPT.format(
            image = _quoted(images[0].short_path),
            limits = _limits(ctx),
            map = _quoted(ctx.executable._map.short_path),
        ),
        is_executable = True,
    )
    runfiles = ctx.runfiles(files = images)
    runfiles = runfiles.merge(ctx.attr._map[DefaultInfo].default_runfiles)
    return [DefaultInfo(executable = script, runfiles = runfiles)]

_percpu_layout_test = rule(
    implementation = _percpu_layout_test_impl,
    attrs = dict(PLATFORM_TRANSITION_ATTRS, **{
        "kernel": attr.label(
            mandatory = True,
            allow_files = True,
            cfg = image_transition,
            doc = "The ELF image. Tag it `manual`, or restrict it to os:none.",
        ),
        "line": attr.int(
            doc = "The bytes of a cache line, a power of two; 0 is 64.",
        ),
        "max_area_size": attr.int(
            default = -1,
            doc = "The most bytes of an area; -1 is no limit.",
        ),
        "max_false_sharing": attr.int(
            doc = "The most pairs that share a cache line and should not.",
        ),
        "max_hot": attr.int(
            default = -1,
            doc = "The most bytes of hot variables; -1 is no limit.",
        ),
        "_map": attr.label(
            default = Label("//tools/map"),
            cfg = "exec",
            executable = True,
        ),
    }),
    test = True,
    doc = "Holds an image's areas against limits.",
)

def percpu_layout_test(name, kernel, cpu, platform = None, settings = {}, **kwargs):
    """Holds the layout of a kernel's areas against limits.

    Args:
      name: the test's name.
      kernel: the ELF image, one file.
      cpu: "aarch64", "loongarch64", "riscv64" or "x86_64".
      platform: the platform to build the image for. Default: that of `cpu` in
        @percpu//platforms.
      settings: build settings for the image, such as
        {"//percpu/config:cpu_num": "64"}.
      **kwargs: max_area_size, max_hot, max_false_sharing, line (see the rule),
        and what every test has: size, tags, visibility, ...
    """
    _percpu_layout_test(
        name = name,
        kernel = kernel,
        platform = platform or str(Label("//platforms:" + cpu)),
        settings = settings,
        target_compatible_with = compatible_with(cpu),
        **kwargs
    )
