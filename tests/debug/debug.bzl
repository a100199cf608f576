# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Tests that hold what gdb says in a session against LLVM's FileCheck.

    load("//tests/debug:debug.bzl", "debug_test")

    debug_test(
        name = "variables_test_riscv64",
        size = "small",
        architecture = "riscv64",
        program = ":variables_riscv64",  # a qemu_debug
        session = "variables.gdb",
    )

The session is what a user types, and `# CHECK:` lines between, which gdb takes
for comments. gdb is the one that users get, and its own settings are not read.

A gdb that does not know an architecture has a session of its own.
"""

# As gdb names them.
_ARCHITECTURES = {
    "aarch64": "aarch64",
    "loongarch64": "Loongarch64",
    "riscv64": "riscv:rv64",
    "x86_64": "i386:x86-64",
}

_SCRIPT = """#!/bin/sh
output=$TEST_TMPDIR/output

debug() {{
  '{program}' -nx -iex 'set width 0' <"$1" >"$output" 2>&1
}}

session='{session}'
echo 'python print("knows it:", "{architecture}" in gdb.architecture_names())' \
  >"$TEST_TMPDIR/question"
debug "$TEST_TMPDIR/question"
if grep -q 'knows it: False' "$output"; then
  echo 'This gdb does not know {architecture}.'
  session='{unknown_architecture}'
fi
debug "$session"
exec '{filecheck}' --dump-input=fail --input-file="$output" "$session"
"""

def _debug_test_impl(ctx):
    script = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(
        script,
        _SCRIPT.format(
            architecture = _ARCHITECTURES[ctx.attr.architecture],
            filecheck = ctx.executable._filecheck.short_path,
            program = ctx.executable.program.short_path,
            session = ctx.file.session.short_path,
            unknown_architecture = ctx.file._unknown_architecture.short_path,
        ),
        is_executable = True,
    )
    runfiles = ctx.runfiles(files = [
        ctx.executable._filecheck,
        ctx.file._unknown_architecture,
        ctx.file.session,
    ])
    runfiles = runfiles.merge(ctx.attr.program[DefaultInfo].default_runfiles)
    return [DefaultInfo(executable = script, runfiles = runfiles)]

_debug_test = rule(
    implementation = _debug_test_impl,
    attrs = {
        "architecture": attr.string(
            doc = "The image's.",
            mandatory = True,
            values = _ARCHITECTURES.keys(),
        ),
        "program": attr.label(
            cfg = "target",
            doc = "A qemu_debug.",
            executable = True,
            mandatory = True,
        ),
        "session": attr.label(
            allow_single_file = True,
            doc = "What to type, and what to expect.",
            mandatory = True,
        ),
        "_filecheck": attr.label(
            allow_files = True,
            cfg = "exec",
            default = "@percpu_llvm//:filecheck",
            executable = True,
        ),
        "_unknown_architecture": attr.label(
            allow_single_file = True,
            default = "//tests/debug:unknown_architecture.gdb",
        ),
    },
    doc = "Runs a session of gdb.",
    test = True,
)

def debug_test(
        name,
        program,
        architecture,
        session,
        target_compatible_with = [],
        **kwargs):
    """Runs a session of gdb, on the host.

    Args:
      name: the test's name.
      program: a qemu_debug.
      architecture: the image's.
      session: what to type, and what to expect.
      target_compatible_with: what else than Linux it needs.
      **kwargs: what every test has: size, tags, ...
    """
    _debug_test(
        name = name,
        architecture = architecture,
        program = program,
        session = session,
        target_compatible_with = ["@platforms//os:linux"] +
                                 target_compatible_with,
        **kwargs
    )
