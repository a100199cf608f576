# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Tests and programs that boot an image under QEMU, and gdb on one.

    load("@percpu//toolchains/qemu:qemu.bzl", "qemu_run", "qemu_test")

    qemu_test(
        name = "queue_test_riscv64",
        size = "small",
        kernel = ":queue_test_image",
        machine = "riscv64",
    )

The image is built for the machine's platform, whatever the command line's. A
plain `bazel test //...` runs the tests of all machines; with `--platforms` at
a bare-metal platform, those of that architecture.

The guest reports its cases on the serial line, in the protocol that
runner/log_parser.h describes, and each is a case of the Bazel test: filters
(`--test_filter`), shards and XML work. A hang, a panic or an end of output
before the guest is done fails the test whatever the filter.
"""

load("//toolchains/qemu:compatible.bzl", "compatible_with")
load("//toolchains/qemu:image_transition.bzl", "image_transition")
load("//toolchains/qemu:machines.bzl", "MACHINES")
load("//toolchains/qemu:transitioned.bzl", "PLATFORM_TRANSITION_ATTRS")

def _qemu_args(ctx, machine):
    cpu_model = ctx.attr.cpu_model or machine.cpu_model
    return machine.args + (["-cpu", cpu_model] if cpu_model else []) + [
        "-m",
        ctx.attr.memory or machine.memory,
        "-smp",
        str(ctx.attr.cpus),
        "-accel",
        ctx.attr.accel,
        "-nodefaults",
        # Not -nographic: with that SeaBIOS writes to the serial line too.
        "-display",
        "none",
        "-serial",
        "stdio",
        "-monitor",
        "none",
        "-no-reboot",
    ] + ctx.attr.qemu_args

def _check_lines(values):
    for value in values:
        if "\n" in value:
            fail("A value holds a line end: " + repr(value))

def _launch(ctx, own_flags):
    """The runner under the target's name, with its flags beside it."""
    images = ctx.files.kernel
    if len(images) != 1:
        fail("%s is %d files; a kernel is one ELF image." % (
            ctx.attr.kernel[0].label,
            len(images),
        ))
    machine = MACHINES[ctx.attr.machine]
    flags = [
        "--qemu=" + machine.qemu,
        "--package=" + machine.package,
        "--workspace=" + ctx.workspace_name,
        "--kernel=" + images[0].short_path,
        "--pass_status=%d" % machine.pass_status,
    ]
    flags += ["--qemu_arg=" + arg for arg in _qemu_args(ctx, machine)]
    flags += own_flags
    _check_lines(flags)

    program = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(
        output = program,
        target_file = ctx.executable._runner,
        is_executable = True,
    )
    flag_file = ctx.actions.declare_file(ctx.label.name + ".flags")
    ctx.actions.write(flag_file, "\n".join(flags) + "\n")
    runfiles = ctx.runfiles(files = [flag_file] + images)
    runfiles = runfiles.merge(ctx.attr._runner[DefaultInfo].default_runfiles)
    return [DefaultInfo(executable = program, runfiles = runfiles)]

def _qemu_test_impl(ctx):
    flags = ["--deadline_s=%d" % ctx.attr.deadline_s]
    if ctx.attr.expect_panic and ctx.attr.expect_output:
        fail("expect_panic and expect_output exclude each other.")
    if ctx.attr.expect_panic:
        flags.append("--expect_panic=" + ctx.attr.expect_panic)
    flags += ["--expect_output=" + line for line in ctx.attr.expect_output]
    return _launch(ctx, flags)

def _qemu_run_impl(ctx):
    return _launch(ctx, ["--interactive"])

def _qemu_debug_impl(ctx):
    return _launch(ctx, ["--debug", "--breakpoint=" + ctx.attr.breakpoint])

_ATTRS = dict(PLATFORM_TRANSITION_ATTRS, **{
    "accel": attr.string(
        default = "tcg,thread=multi",
        doc = "QEMU's accelerator.",
    ),
    "cpu_model": attr.string(
        doc = "QEMU's CPU model. Default: the machine's.",
    ),
    "cpus": attr.int(
        default = 4,
        doc = "The number of CPUs.",
    ),
    "kernel": attr.label(
        mandatory = True,
        allow_files = True,
        cfg = image_transition,
        doc = "The ELF image. Tag it `manual`, or restrict it to os:none.",
    ),
    "machine": attr.string(
        mandatory = True,
        values = sorted(MACHINES),
        doc = "A machine of machines.bzl.",
    ),
    "memory": attr.string(
        doc = "The memory in QEMU's words. Default: the machine's.",
    ),
    "qemu_args": attr.string_list(
        doc = "Further arguments for QEMU.",
    ),
    "_runner": attr.label(
        default = Label("//toolchains/qemu/runner"),
        cfg = "exec",
        executable = True,
    ),
})

_TEST_ATTRS = {
    "deadline_s": attr.int(
        default = 60,
        doc = "Seconds after which the guest counts as hanging. The test's " +
              "own time-out, less a reserve, bounds it too.",
    ),
    "expect_output": attr.string_list(
        doc = "For a guest that does not speak the protocol: expressions " +
              "(ECMAScript), each of which a later line must match. The " +
              "guest must pass and not panic.",
    ),
    "expect_panic": attr.string(
        doc = "The guest must panic with a message that matches this " +
              "expression (ECMAScript), and fail.",
    ),
}

_DEBUG_ATTRS = {
    "breakpoint": attr.string(
        default = "kernel_main",
        doc = "The function that gdb stops in first. Empty: none.",
    ),
}

_qemu_test = rule(
    implementation = _qemu_test_impl,
    attrs = dict(_ATTRS, **_TEST_ATTRS),
    test = True,
    doc = "Boots an image and reports its cases.",
)

_qemu_run = rule(
    implementation = _qemu_run_impl,
    attrs = _ATTRS,
    executable = True,
    doc = "Boots an image with its serial line on the terminal.",
)

_qemu_debug = rule(
    implementation = _qemu_debug_impl,
    attrs = dict(_ATTRS, **_DEBUG_ATTRS),
    executable = True,
    doc = "Starts an image that waits for gdb, and gdb on the terminal.",
)

def _common(machine, platform, settings, kwargs):
    if machine not in MACHINES:
        fail("There is no machine \"%s\". There are: %s" % (
            machine,
            ", ".join(sorted(MACHINES)),
        ))
    cpu = MACHINES[machine].cpu
    return dict(
        kwargs,
        machine = machine,
        platform = platform or str(Label("//platforms:" + cpu)),
        settings = dict(MACHINES[machine].settings, **settings),
        target_compatible_with = compatible_with(cpu) +
                                 kwargs.get("target_compatible_with", []),
    )

def qemu_test(name, kernel, machine, platform = None, settings = {}, **kwargs):
    """Boots an image under QEMU and reports its cases as a Bazel test.

    Args:
      name: the test's name.
      kernel: the ELF image, one file.
      machine: one of machines.bzl, such as "x86_64" or "aarch64_el2".
      platform: the platform to build the image for. Default: the machine's
        in @percpu//platforms.
      settings: build settings for the image, such as
        {"//percpu/config:preempt": "true"}; the machine's own are the default.
      **kwargs: cpus, memory, cpu_model, accel, qemu_args, deadline_s,
        expect_panic, expect_output (see the rule), and what every test has:
        size, timeout, tags, visibility, shard_count, ... What is given in
        target_compatible_with comes on top of the machine's.
    """
    _qemu_test(
        name = name,
        kernel = kernel,
        **_common(machine, platform, settings, kwargs)
    )

def qemu_tests(name, kernel, machines, settings = {}, **kwargs):
    """A `qemu_test` for each machine, named `<name>_<machine>`.

    Args:
      name: the tests' common name; also a test_suite of all of them.
      kernel: the ELF image, built anew for each machine.
      machines: names of machines.bzl.
      settings: as for qemu_test.
      **kwargs: as for qemu_test.
    """
    for machine in machines:
        qemu_test(
            name = name + "_" + machine,
            kernel = kernel,
            machine = machine,
            settings = settings,
            **kwargs
        )
    native.test_suite(
        name = name,
        tests = [name + "_" + machine for machine in machines],
        tags = ["manual"],
        visibility = kwargs.get("visibility"),
    )

def qemu_run(name, kernel, machine, platform = None, settings = {}, **kwargs):
    """Boots an image with `bazel run`, its serial line on the terminal.

    The exit status is 0 if the guest passes, else 1.

    Args:
      name: the program's name.
      kernel: as for qemu_test.
      machine: as for qemu_test.
      platform: as for qemu_test.
      settings: as for qemu_test.
      **kwargs: cpus, memory, cpu_model, accel, qemu_args, tags, visibility, ...
    """
    _qemu_run(
        name = name,
        kernel = kernel,
        **_common(machine, platform, settings, kwargs)
    )

def qemu_debug(name, kernel, machine, platform = None, settings = {}, **kwargs):
    """Starts an image, stopped, and gdb on it, with `bazel run`.

    gdb knows the image's per-CPU variables: docs/debugging.md. What follows
    `--` on the command line is for gdb.

    Args:
      name: the program's name.
      kernel: as for qemu_test.
      machine: as for qemu_test.
      platform: as for qemu_test.
      settings: as for qemu_test.
      **kwargs: breakpoint (see the rule), and those of qemu_run.
    """
    _qemu_debug(
        name = name,
        kernel = kernel,
        **_common(machine, platform, settings, kwargs)
    )
