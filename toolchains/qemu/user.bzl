# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Tests that are Linux programs of another CPU, under QEMU's user mode.

    load("@percpu//toolchains/qemu:user.bzl", "qemu_user_test")

    qemu_user_test(
        name = "queue_test_riscv64",
        size = "small",
        cpu = "riscv64",
        test = ":queue_test",
    )

The test is a cc_test, built for @percpu//platforms:linux_<cpu>. Filters, shards
and XML are its own.
"""

load("//toolchains/qemu:image_transition.bzl", "image_transition")
load("//toolchains/qemu:transitioned.bzl", "PLATFORM_TRANSITION_ATTRS")

# As QEMU names them.
USER_CPUS = [
    "aarch64",
    "loongarch64",
    "riscv64",
]

def _qemu_user_test_impl(ctx):
    target = ctx.attr.test[0]
    program = target[DefaultInfo].files_to_run.executable
    executable = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(
        output = executable,
        target_file = ctx.executable._runner,
        is_executable = True,
    )
    flag_file = ctx.actions.declare_file(ctx.label.name + ".flags")
    ctx.actions.write(flag_file, "\n".join([
        "--qemu=qemu-" + ctx.attr.cpu,
        "--package=qemu-user",
        "--workspace=" + ctx.workspace_name,
        "--kernel=" + program.short_path,
    ]) + "\n")
    runfiles = ctx.runfiles(files = [flag_file, program])
    for dependency in [target, ctx.attr._runner]:
        runfiles = runfiles.merge(dependency[DefaultInfo].default_runfiles)
    return [DefaultInfo(executable = executable, runfiles = runfiles)]

_qemu_user_test = rule(
    implementation = _qemu_user_test_impl,
    attrs = dict(PLATFORM_TRANSITION_ATTRS, **{
        "cpu": attr.string(
            doc = "The CPU.",
            mandatory = True,
            values = USER_CPUS,
        ),
        "test": attr.label(
            cfg = image_transition,
            doc = "The test.",
            mandatory = True,
        ),
        "_runner": attr.label(
            cfg = "exec",
            default = Label("//toolchains/qemu/runner:user"),
            executable = True,
        ),
    }),
    test = True,
    doc = "Runs a test that is built for another CPU's Linux.",
)

def qemu_user_test(name, test, cpu, settings = {}, **kwargs):
    """Runs a test, built for another CPU's Linux, under QEMU's user mode.

    Args:
      name: the test's name.
      test: a cc_test.
      cpu: one of USER_CPUS.
      settings: build settings for the test, as for qemu_test.
      **kwargs: what every test has: size, timeout, tags, shard_count, ...
    """
    _qemu_user_test(
        name = name,
        cpu = cpu,
        platform = str(Label("//platforms:linux_" + cpu)),
        settings = settings,
        # Where //toolchains/llvm builds for another CPU.
        target_compatible_with = [
            "@platforms//cpu:x86_64",
            "@platforms//os:linux",
        ],
        test = test,
        **kwargs
    )
