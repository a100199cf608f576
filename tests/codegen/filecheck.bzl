# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Tests that hold a disassembly, or any other text, against LLVM's FileCheck.

    load("//tests/codegen:filecheck.bzl", "filecheck_test")

    filecheck_test(
        name = "reads_riscv64_test",
        size = "small",
        check = "reads.check",
        definitions = {"BASE": "gp"},
        input = ":reads_riscv64.txt",
        options = ["--implicit-check-not=auipc"],
        prefixes = ["CHECK", "RISCV64"],
        runs = {
            "4 bytes": ["-DLOAD=lw"],
            "8 bytes": ["-DLOAD=ld"],
        },
    )

Each run is a run of FileCheck over the same input and check file, with arguments
of its own before those of all: the first definition of a name holds. All runs
are made, even after one that fails, and the output names each. An empty input
fails, and so does a prefix without a check. FileCheck takes tabs and spaces for
one another.
"""

_SCRIPT = """#!/bin/sh
status=0

check() {{
  run=$1
  shift
  if {filecheck} "$@" {arguments}; then
    printf 'PASSED: %s\\n' "$run"
  else
    printf 'FAILED: %s\\n' "$run"
    status=1
  fi
}}

{runs}
exit $status
"""

def _quote(words):
    """The words as a shell reads them back."""
    return " ".join(["'%s'" % word.replace("'", "'\\''") for word in words])

def _filecheck_test_impl(ctx):
    arguments = [
        "--dump-input=fail",
        "--input-file=" + ctx.file.input.short_path,
        ctx.file.check.short_path,
    ]
    arguments += ["--check-prefix=" + prefix for prefix in ctx.attr.prefixes]
    arguments += [
        "-D%s=%s" % (name, value)
        for name, value in ctx.attr.definitions.items()
    ]
    arguments += ctx.attr.options
    runs = ctx.attr.runs or {ctx.label.name: []}
    script = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(
        script,
        _SCRIPT.format(
            arguments = _quote(arguments),
            filecheck = _quote([ctx.executable._filecheck.short_path]),
            runs = "\n".join([
                "check " + _quote([run] + own)
                for run, own in runs.items()
            ]),
        ),
        is_executable = True,
    )
    return [DefaultInfo(
        executable = script,
        runfiles = ctx.runfiles(files = [
            ctx.executable._filecheck,
            ctx.file.check,
            ctx.file.input,
        ]),
    )]

_filecheck_test = rule(
    implementation = _filecheck_test_impl,
    attrs = {
        "check": attr.label(
            allow_single_file = True,
            doc = "The file with the checks.",
            mandatory = True,
        ),
        "definitions": attr.string_dict(
            doc = "FileCheck's variables (-D) by name.",
        ),
        "input": attr.label(
            allow_single_file = True,
            doc = "The text.",
            mandatory = True,
        ),
        "options": attr.string_list(
            doc = "FileCheck's other arguments, such as --implicit-check-not.",
        ),
        "prefixes": attr.string_list(
            doc = "What checks begin with. Default: FileCheck's, CHECK.",
        ),
        "runs": attr.string_list_dict(
            doc = "By a run's name, its own arguments. Default: one run.",
        ),
        "_filecheck": attr.label(
            default = "@percpu_llvm//:filecheck",
            allow_files = True,
            cfg = "exec",
            executable = True,
        ),
    },
    test = True,
    doc = "Runs FileCheck over a text.",
)

def filecheck_test(name, check, input, target_compatible_with = [], **kwargs):
    """Runs FileCheck over a text, on the host.

    Args:
      name: the test's name.
      check: the file with the checks.
      input: the text, one file.
      target_compatible_with: what else than Linux it needs.
      **kwargs: definitions, options, prefixes, runs (see the rule), and what
        every test has: size, tags, ...
    """
    _filecheck_test(
        name = name,
        check = check,
        input = input,
        target_compatible_with = ["@platforms//os:linux"] +
                                 target_compatible_with,
        **kwargs
    )
