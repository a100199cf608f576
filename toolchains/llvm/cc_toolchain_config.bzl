# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""What Bazel needs to know to compile and link with clang and lld.

Flags are in flags.bzl. Features that a target or a command line can name:

  percpu_warnings  -Wall -Wextra; every package of this project asks for it.
  percpu_werror    makes those warnings errors; this project's .bazelrc asks
                   for it, so a new compiler never breaks somebody else's build.
  asan, tsan, ubsan
                   clang's sanitizers, for the host only.
"""

load("@rules_cc//cc:action_names.bzl", "ACTION_NAMES")
load(
    "@rules_cc//cc:cc_toolchain_config_lib.bzl",
    "feature",
    "flag_group",
    "flag_set",
    "tool_path",
    "with_feature_set",
)
load("@rules_cc//cc/common:cc_common.bzl", "cc_common")
load(
    "@rules_cc//cc/toolchains:cc_toolchain_config_info.bzl",
    "CcToolchainConfigInfo",
)
load(
    ":flags.bzl",
    "COMMON_COMPILE_FLAGS",
    "CXX_FLAGS",
    "FLAGS",
    "SANITIZERS",
    "WARNING_FLAGS",
)

_CXX_COMPILE = [
    ACTION_NAMES.cpp_compile,
    ACTION_NAMES.cpp_header_parsing,
    ACTION_NAMES.cpp_module_compile,
    ACTION_NAMES.cpp_module_codegen,
    ACTION_NAMES.linkstamp_compile,
]

_C_COMPILE = _CXX_COMPILE + [ACTION_NAMES.c_compile]

_COMPILE = _C_COMPILE + [
    ACTION_NAMES.assemble,
    ACTION_NAMES.preprocess_assemble,
]

_LINK = [
    ACTION_NAMES.cpp_link_executable,
    ACTION_NAMES.cpp_link_dynamic_library,
    ACTION_NAMES.cpp_link_nodeps_dynamic_library,
]

_MODES = ["fastbuild", "opt", "dbg"]

def _flags(actions, flags, mode = None, only_with = []):
    """Flags for these actions, in one compilation mode or in all."""
    wanted = only_with + ([mode] if mode else [])
    return flag_set(
        actions = actions,
        flag_groups = [flag_group(flags = flags)],
        with_features = [with_feature_set(features = wanted)] if wanted else [],
    )

def _features(target, lld):
    flags = FLAGS[target]
    return [
        feature(name = mode)
        for mode in _MODES
    ] + [
        feature(
            name = "default_compile_flags",
            enabled = True,
            flag_sets = [
                _flags(_COMPILE, COMMON_COMPILE_FLAGS + flags.compile),
                _flags(_CXX_COMPILE, CXX_FLAGS),
            ] + [
                _flags(_COMPILE, getattr(flags, mode), mode)
                for mode in _MODES
            ],
        ),
        feature(
            name = "default_link_flags",
            enabled = True,
            flag_sets = [
                _flags(_LINK, flags.link + ["--ld-path=" + lld]),
            ],
        ),
        feature(
            name = "percpu_warnings",
            flag_sets = [
                _flags(_C_COMPILE, WARNING_FLAGS),
                _flags(_C_COMPILE, ["-Werror"], only_with = ["percpu_werror"]),
            ],
        ),
        feature(name = "percpu_werror"),
        # Archives that lld reads without their being unpacked.
        feature(name = "supports_start_end_lib", enabled = True),
    ] + ([
        feature(
            name = name,
            flag_sets = [_flags(_C_COMPILE + _LINK, flags)],
        )
        for name, flags in SANITIZERS.items()
    ] if target == "host" else [
        # `bazel coverage` counts lines with a runtime that only the host has.
        feature(
            name = "not_covered",
            enabled = True,
            flag_sets = [
                _flags(
                    _C_COMPILE,
                    ["-fno-profile-instr-generate", "-fno-coverage-mapping"],
                    only_with = ["coverage"],
                ),
                _flags(_LINK, ["-noprofilelib"], only_with = ["coverage"]),
            ],
        ),
    ])

def _cc_toolchain_config_impl(ctx):
    tools = ctx.attr.tools
    return cc_common.create_cc_toolchain_config_info(
        ctx = ctx,
        toolchain_identifier = "percpu_llvm_" + ctx.attr.target,
        # The one name that Bazel's coverage scripts and select()s know.
        compiler = "clang",
        cxx_builtin_include_directories = ctx.attr.include_directories,
        features = _features(ctx.attr.target, tools["lld"]),
        host_system_name = "local",
        target_cpu = ctx.attr.target,
        target_libc = "unknown",
        target_system_name = ctx.attr.target,
        abi_version = "unknown",
        abi_libc_version = "unknown",
        # Bazel's names for the tools, which date from GCC.
        tool_paths = [
            tool_path(name = name, path = tools[tool])
            for name, tool in {
                "ar": "ar",
                "cpp": "clang",
                "gcc": "clang",
                "gcov": "profdata",
                "ld": "lld",
                "llvm-cov": "cov",
                "nm": "nm",
                "objcopy": "objcopy",
                "objdump": "objdump",
                "strip": "strip",
            }.items()
        ],
    )

cc_toolchain_config = rule(
    implementation = _cc_toolchain_config_impl,
    attrs = {
        "include_directories": attr.string_list(
            doc = "Where the compiler looks by itself, absolute paths.",
        ),
        "target": attr.string(
            mandatory = True,
            doc = "A key of FLAGS.",
        ),
        "tools": attr.string_dict(
            mandatory = True,
            doc = "Absolute path of each tool, by its short name.",
        ),
    },
    provides = [CcToolchainConfigInfo],
    doc = "Configures clang and lld for one target.",
)
