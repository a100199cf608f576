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
load("//toolchains/qemu:transitioned.bzl", "TRANSITION_ATTRS", "transitioned_program")

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
    return [
        transitioned_program(ctx, ctx.attr.test[0]),
        testing.TestEnvironment(_ENVIRONMENT),
    ]

_sanitizer_test = rule(
    implementation = _sanitizer_test_impl,
    attrs = dict(TRANSITION_ATTRS, **{
        "sanitizer": attr.string(
            doc = "The sanitizer.",
            mandatory = True,
            values = SANITIZERS,
        ),
        "test": attr.label(
            cfg = image_transition,
            doc = "The test.",
            mandatory = True,
        ),
    }),
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
