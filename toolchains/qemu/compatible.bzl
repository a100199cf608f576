# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""With which target platforms a test under QEMU runs.

With the host's platform every machine's tests run. With a bare-metal one, only
those of its architecture do, and the others are skipped.
"""

_CPUS = {
    "aarch64": "@platforms//cpu:aarch64",
    "loongarch64": "//platforms/cpu:loongarch64",
    "riscv64": "@platforms//cpu:riscv64",
    "x86_64": "@platforms//cpu:x86_64",
}

# Where QEMU itself runs.
_HOSTS = {
    "linux": "@platforms//os:linux",
    "macos": "@platforms//os:macos",
}

# buildifier: disable=unnamed-macro
def compatible_settings():
    """Declares what `compatible_with` selects on."""
    for cpu, constraint in _CPUS.items():
        native.config_setting(
            name = "bare_metal_" + cpu,
            constraint_values = [
                constraint,
                "@platforms//os:none",
            ],
            visibility = ["//visibility:public"],
        )
    for host, constraint in _HOSTS.items():
        native.config_setting(
            name = "host_" + host,
            constraint_values = [constraint],
            visibility = ["//visibility:public"],
        )
    native.constraint_setting(name = "never")

    # No platform has one of them. Two, because a list holds each once.
    for reason in ["other_platform", "other_mode"]:
        native.constraint_value(
            name = reason,
            constraint_setting = ":never",
            visibility = ["//visibility:public"],
        )

def _compatible(settings):
    branches = {
        str(Label("//toolchains/qemu:" + setting)): []
        for setting in settings
    }
    branches["//conditions:default"] = [
        str(Label("//toolchains/qemu:other_platform")),
    ]
    return select(branches)

def compatible_with_host():
    """The `target_compatible_with` of what runs where QEMU does."""
    return _compatible(["host_" + host for host in _HOSTS])

def compatible_with(cpu):
    """The `target_compatible_with` of a test or program for `cpu`."""
    return _compatible(
        ["host_" + host for host in _HOSTS] + ["bare_metal_" + cpu],
    )
