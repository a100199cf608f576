# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Tests that clang's sanitizers watch.

    load("@percpu//toolchains/llvm:sanitizer_test.bzl", "sanitizer_test")

    sanitizer_test(
        name = "queue_test_tsan",
        size = "small",
        sanitizer = "tsan",
        test = ":queue_test",
    )

The test is a cc_test, built anew with all that it depends on and that is not
compiled already.
"""

load("//toolchains/qemu:image_transition.bzl", "image_transition")

# The toolchain's features of these names.
SANITIZERS = [
    "asan",
    "tsan",
    "ubsan",
]

# A toolchain other than //toolchains/llvm may go on after what is undefined.
_ENVIRONMENT = {
    "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
}

def _sanitizer_test_impl(ctx):
    target = ctx.attr.test[0]
    executable = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(
        output = executable,
        target_file = target[DefaultInfo].files_to_run.executable,
        is_executable = True,
    )
    return [
        DefaultInfo(
            executable = executable,
            runfiles = target[DefaultInfo].default_runfiles,
        ),
        testing.TestEnvironment(_ENVIRONMENT),
    ]

_sanitizer_test = rule(
    implementation = _sanitizer_test_impl,
    attrs = {
        "platform": attr.string(
            doc = "The platform to build for. Default: the command line's.",
        ),
        "sanitizer": attr.string(
            doc = "The sanitizer.",
            mandatory = True,
            values = SANITIZERS,
        ),
        "settings": attr.string_dict(
            doc = "Build settings by label; image_transition.bzl says which.",
        ),
        "test": attr.label(
            cfg = image_transition,
            doc = "The test.",
            mandatory = True,
        ),
        "_allowlist_function_transition": attr.label(
            default = "@bazel_tools//tools/allowlists/function_transition_allowlist",
        ),
    },
    test = True,
    doc = "Runs a test under a sanitizer.",
)

def sanitizer_test(name, test, sanitizer, settings = {}, **kwargs):
    """Runs a test under a sanitizer.

    Args:
      name: the test's name.
      test: a cc_test.
      sanitizer: one of SANITIZERS.
      settings: build settings for the test, as for qemu_test.
      **kwargs: what every test has: size, timeout, tags, shard_count, ...
    """
    _sanitizer_test(
        name = name,
        sanitizer = sanitizer,
        settings = settings,
        # Where //toolchains/llvm has the features.
        target_compatible_with = ["@platforms//os:linux"],
        test = test,
        **kwargs
    )
