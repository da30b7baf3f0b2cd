#!/bin/sh
# Measures the packaged app against an empty window on the same runtime (see main.ts). Needs Xvfb where there is no display.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -x "$root/dist/packages/linux-unpacked/waypost-desktop" ] || npm --prefix "$root" run --silent package -- --test-runtime --dir
# The same runtime, with an app that does nothing.
runtime=$(node --input-type=module -e "import { testRuntime } from '$root/build/app/test-runtime.mjs';
  console.log((await testRuntime()).dist);")
cp -r "$runtime" "$work/empty"
cp -r "$here/empty-window" "$work/empty/resources/app"
mkdir -p "$root/node_modules/.cache"
"$root/node_modules/.bin/esbuild" "$here/main.ts" --bundle --platform=node --format=esm --external:playwright-core \
  --log-level=warning --outfile="$root/node_modules/.cache/waypost-bench-app.mjs"
run="node $root/node_modules/.cache/waypost-bench-app.mjs"
[ -n "${DISPLAY:-}" ] || run="xvfb-run -a $run"
WAYPOST_BENCH_APP="$root/dist/packages/linux-unpacked/waypost-desktop" WAYPOST_BENCH_EMPTY="$work/empty/electron" \
  WAYPOST_BENCH_UI="$root/dist/app/ui" WAYPOST_UI="$root/dist/app/ui" WAYPOST_BENCH_PAGE="$root/docs/performance.md" $run "$@"
