# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""A piece of a kernel that must not compile or must not link.

    failing_case(
        name = "hot_full",
        srcs = ["cases/hot_full.cc"],
        message = "the hot variables do not fit",
        script = "scripts/kernel.ld",
    )

The sources see PERCPU_TESTS_FAIL in the build that has to fail, and the control
is the same without. With a script the case is about the link. The commands are
the toolchain's own, run by capture.cc.
"""

load("@rules_cc//cc:action_names.bzl", "ACTION_NAMES")
load(
    "@rules_cc//cc:find_cc_toolchain.bzl",
    "find_cc_toolchain",
    "use_cc_toolchain",
)
load("@rules_cc//cc/common:cc_common.bzl", "cc_common")
load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")
load(":failure_test.bzl", "FailureInfo")

_FAIL = ["-DPERCPU_TESTS_FAIL"]
_NO_OUTPUT = "/dev/null"

def _toolchain(ctx):
    toolchain = find_cc_toolchain(ctx)
    return toolchain, cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = toolchain,
        requested_features = ctx.features,
        unsupported_features = ctx.disabled_features,
    )

def _capture(ctx, outcome, action, features, arguments, inputs):
    """Runs a command, whether it fails or not, and writes down how it ended."""
    tool = cc_common.get_tool_for_action(
        feature_configuration = features,
        action_name = action,
    )
    ctx.actions.run(
        executable = ctx.executable._capture,
        arguments = [outcome.path, tool] + arguments,
        inputs = inputs,
        outputs = [outcome],
        tools = find_cc_toolchain(ctx).all_files,
        mnemonic = "PercpuCapture",
        progress_message = "Trying %s" % outcome.short_path,
    )
    return outcome

def _compile(ctx, suffix, flags, dependencies):
    """Compiles the case's one source, for the messages alone."""
    toolchain, features = _toolchain(ctx)
    context = dependencies.compilation_context
    source = ctx.files.srcs[0]
    arguments = cc_common.get_memory_inefficient_command_line(
        feature_configuration = features,
        action_name = ACTION_NAMES.cpp_compile,
        variables = cc_common.create_compile_variables(
            cc_toolchain = toolchain,
            feature_configuration = features,
            include_directories = context.includes,
            output_file = _NO_OUTPUT,
            preprocessor_defines = context.defines,
            quote_include_directories = context.quote_includes,
            source_file = source.path,
            system_include_directories = context.system_includes,
            user_compile_flags = flags + ["-fno-color-diagnostics"],
        ),
    )
    return _capture(
        ctx,
        ctx.actions.declare_file(ctx.label.name + suffix),
        ACTION_NAMES.cpp_compile,
        features,
        arguments,
        depset([source], transitive = [context.headers]),
    )

def _libraries(linker_input):
    """Returns what a dependency adds to a link: its files and its flags."""
    files = []
    flags = []
    for library in linker_input.libraries:
        archive = library.static_library or library.pic_static_library
        files.append(archive)
        flags += [
            "-Wl,--whole-archive",
            archive.path,
            "-Wl,--no-whole-archive",
        ] if library.alwayslink else [archive.path]
    return files, flags + linker_input.user_link_flags

def _link(ctx, suffix, flags, script, linkopts, dependencies):
    """Compiles the sources, which has to succeed, and links them."""
    toolchain, features = _toolchain(ctx)
    _, objects = cc_common.compile(
        name = ctx.label.name + suffix,
        actions = ctx.actions,
        cc_toolchain = toolchain,
        compilation_contexts = [dependencies.compilation_context],
        feature_configuration = features,
        srcs = ctx.files.srcs,
        user_compile_flags = flags,
    )
    inputs = objects.objects + [script]
    link_flags = [object.path for object in objects.objects]

    # The kernel's own flags come before those of what it depends on.
    link_flags += ["-Wl,-T," + script.path] + linkopts
    for linker_input in dependencies.linking_context.linker_inputs.to_list():
        files, more = _libraries(linker_input)
        inputs += files + linker_input.additional_inputs
        link_flags += more
    arguments = cc_common.get_memory_inefficient_command_line(
        feature_configuration = features,
        action_name = ACTION_NAMES.cpp_link_executable,
        variables = cc_common.create_link_variables(
            cc_toolchain = toolchain,
            feature_configuration = features,
            output_file = _NO_OUTPUT,
            user_link_flags = link_flags,
        ),
    )
    return _capture(
        ctx,
        ctx.actions.declare_file(ctx.label.name + suffix),
        ACTION_NAMES.cpp_link_executable,
        features,
        arguments,
        depset(inputs),
    )

def _failing_case_impl(ctx):
    dependencies = cc_common.merge_cc_infos(
        cc_infos = [dep[CcInfo] for dep in ctx.attr.deps],
    )
    if ctx.file.script:
        control = ctx.file.control_script or ctx.file.script
        control = _link(ctx, ".control", [], control, [], dependencies)
        failing = _link(
            ctx,
            ".failing",
            _FAIL,
            ctx.file.script,
            ctx.attr.linkopts,
            dependencies,
        )
    else:
        control = _compile(ctx, ".control", [], dependencies)
        failing = _compile(ctx, ".failing", _FAIL, dependencies)
    return [
        DefaultInfo(files = depset([control, failing])),
        FailureInfo(
            control = control,
            failing = failing,
            message = ctx.attr.message,
        ),
    ]

_failing_case = rule(
    implementation = _failing_case_impl,
    attrs = {
        "control_script": attr.label(
            doc = "The control's linker script. Default: script.",
            allow_single_file = True,
        ),
        "deps": attr.label_list(
            default = ["//percpu"],
            doc = "What the sources include.",
            providers = [CcInfo],
        ),
        "linkopts": attr.string_list(
            doc = "Link flags that the control goes without.",
        ),
        "message": attr.string(
            doc = "Expression (ECMAScript) that the output matches.",
            mandatory = True,
        ),
        "script": attr.label(
            doc = "The kernel's linker script; without one nothing is linked.",
            allow_single_file = True,
        ),
        "srcs": attr.label_list(
            doc = "The sources; one where nothing is linked.",
            allow_files = [".cc"],
            mandatory = True,
        ),
        "_capture": attr.label(
            default = "//tests/compile:capture",
            cfg = "exec",
            executable = True,
        ),
        # What find_cc_toolchain() of the oldest rules_cc looks at.
        "_cc_toolchain": attr.label(
            default = "@bazel_tools//tools/cpp:current_cc_toolchain",
        ),
    },
    fragments = ["cpp"],
    toolchains = use_cc_toolchain(),
    doc = "Builds a case and its control.",
)

def failing_case(name, tags = [], **kwargs):
    """A case for failure_test(), built only for the platform it asks for.

    Args:
      name: the case's name.
      tags: further tags.
      **kwargs: see the rule.
    """
    _failing_case(
        name = name,
        tags = tags + ["manual"],
        testonly = True,
        **kwargs
    )
