#!/bin/sh
# The lab by hand: lab.sh up | down | status | reset | delay MS | exec COMMAND… (see cli.ts). Run as root.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bundle=$(mktemp --suffix=.mjs)
trap 'rm -f "$bundle"' EXIT
"$here/../../../node_modules/.bin/esbuild" "$here/cli.ts" --bundle --platform=node --format=esm \
  --log-level=warning --outfile="$bundle" --allow-overwrite
WAYPOST_LAB_ASSETS="$here" node "$bundle" "$@"
