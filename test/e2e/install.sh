#!/usr/bin/env bash
# Debian packages for the tests of the desktop app: a screen in memory, what Electron links to, a real keyring, a browser
# for the window's contents alone, and what packaging needs. Quick when all are there.
set -euo pipefail

packages=(
  xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libsecret-1-0 fonts-dejavu-core
  dbus dbus-x11 gnome-keyring chromium xdotool fakeroot xz-utils
)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
