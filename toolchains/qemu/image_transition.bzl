# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Builds an image for its machine's platform, with the settings it asks for.

An attribute `platform` that is empty keeps the platform as it is. An attribute
`sanitizer`, of the rules that have it, adds that feature of the toolchain.
"""

_FEATURES = "//command_line_option:features"
_PLATFORMS = "//command_line_option:platforms"

def _parse_bool(value):
    if value not in ["true", "false"]:
        fail("A flag is \"true\" or \"false\", not \"%s\"." % value)
    return value == "true"

def _parse_label(value):
    # A label without a repository is one of the main repository's.
    return "@" + value if value.startswith("//") else value

# The settings an image may choose, by their names in this repository, and how
# to read a value.
_SETTINGS = {
    "//percpu/config:arm_el2": _parse_bool,
    "//percpu/config:cpu_num": int,
    "//percpu/config:debug_checks": _parse_bool,
    "//percpu/config:insert": str,
    "//percpu/config:linker_fragment": _parse_bool,
    "//percpu/config:preempt": _parse_bool,
    "//percpu/config:restart": _parse_bool,
    "//percpu/config:segment": str,
    "//percpu/config:sp_naive": _parse_bool,
    "//percpu:guard": _parse_label,
}

# The same as transitions name them, wherever this repository is.
_LABELS = {name: str(Label(name)) for name in _SETTINGS}

def _short_name(name):
    return name[name.find("//"):]

def _image_transition_impl(settings, attr):
    # Every output must be given: what the image does not choose stays.
    outputs = {label: settings[label] for label in _LABELS.values()}
    for name, value in attr.settings.items():
        short = _short_name(name)
        if short not in _SETTINGS:
            fail("%s is no setting of an image. There are: %s" % (
                name,
                ", ".join(sorted(_SETTINGS)),
            ))
        outputs[_LABELS[short]] = _SETTINGS[short](value)
    outputs[_PLATFORMS] = [_parse_label(attr.platform)] if attr.platform else [
        str(platform)
        for platform in settings[_PLATFORMS]
    ]
    sanitizer = getattr(attr, "sanitizer", "")
    outputs[_FEATURES] = settings[_FEATURES] + (
        [sanitizer] if sanitizer else []
    )
    return outputs

image_transition = transition(
    implementation = _image_transition_impl,
    inputs = _LABELS.values() + [_FEATURES, _PLATFORMS],
    outputs = _LABELS.values() + [_FEATURES, _PLATFORMS],
)
