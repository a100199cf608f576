# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
#
# A header as Doxygen is to read it, each line in its place:
#
# - The comment at its top becomes the file's page, and the example in it code.
# - Attributes are not part of a declaration's meaning.

FILENAME ~ /\.md$/ { print; next }

NR == 1 { print "/// @file"; next }

# Markdown's code is indented by four.
!past_top && /^\/\/   / { sub(/^\/\/   /, "///     "); print; next }
!past_top && /^\/\/ ?/ { sub(/^\/\//, "///"); print; next }
!past_top && NR == 2 { print "///"; next }

{ past_top = 1 }

# One that goes on in the next line ends with a bracket there.
{
  gsub(/\[\[[^\]]*\]\] ?/, "")
  print
}
