#!/usr/bin/env bash
# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
#
# Joins LCOV tracefiles: all of --coverage_dir, or those that --reports_file
# lists, into --output_file, without the sources of other repositories and of the
# system. Readers of the format add up the records of a source that appears more
# than once.

set -euo pipefail

for argument in "$@"; do
  value=${argument#*=}
  case $argument in
    --coverage_dir=*) find -L "$value" -name '*.dat' -print >"$value/reports" &&
      reports=$value/reports ;;
    --reports_file=*) reports=$value ;;
    --output_file=*) output=$value ;;
  esac
done

: >"$output"
while read -r report; do
  if [[ -s $report && ! $report -ef $output ]]; then
    awk '/^SF:/ { ours = $0 !~ /^SF:(external|\/usr)\// } ours' "$report" \
      >>"$output"
  fi
done <"$reports"
