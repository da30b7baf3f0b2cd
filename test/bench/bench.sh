#!/bin/sh
# Measures dist/ in the lab (see main.ts). Run as root; needs `npm ci` and the lab's packages.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
# The client has the trust store of its distribution, as people do, and not what this shell was given.
unset SSL_CERT_FILE SSL_CERT_DIR
trap 'rm -rf "$work"' EXIT
"$root/test/lab/world/install.sh" >/dev/null
# A copy: what is measured stays the same when somebody builds meanwhile.
cp -r "$root/dist" "$work/dist"
"$root/node_modules/.bin/esbuild" "$here/main.ts" --bundle --platform=node --format=esm \
  --log-level=warning --outfile="$work/bench.mjs"
WAYPOST_LAB_ASSETS="$root/test/lab/world" WAYPOST_BENCH_DIST="$work/dist" WAYPOST_BENCH_PAGE="$root/docs/performance.md" \
  node "$work/bench.mjs" "$@"
