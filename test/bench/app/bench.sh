#!/bin/sh
# Measures the packaged app against an empty window on the same runtime (see main.ts). Needs Xvfb where there is no display.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -x "$root/dist/packages/linux-unpacked/waypost-desktop" ] || npm --prefix "$root" run --silent package -- --test-runtime --dir
# The same binary with the same files around it: what differs is the app inside.
cp -r "$root/dist/packages/linux-unpacked" "$work/empty"
rm -rf "$work/empty/resources"
mkdir -p "$work/empty/resources"
node "$here/empty-package.mjs" "$here/empty-window" "$work/empty"
"$root/node_modules/.bin/esbuild" "$here/main.ts" --bundle --platform=node --format=esm --external:playwright-core \
  --log-level=warning --outfile="$root/node_modules/.cache/waypost-bench-app.mjs"
run="node $root/node_modules/.cache/waypost-bench-app.mjs"
[ -n "${DISPLAY:-}" ] || run="xvfb-run -a $run"
WAYPOST_BENCH_APP="$root/dist/packages/linux-unpacked/waypost-desktop" WAYPOST_BENCH_EMPTY="$work/empty/waypost-desktop" \
  WAYPOST_BENCH_UI="$root/dist/app/ui" WAYPOST_BENCH_PAGE="$root/docs/performance.md" $run "$@"
