#!/bin/sh
# Installs the Debian packages of the mail clients that profiles are proved with. Run as root; quick when all are there.
set -eu

packages='
  ca-certificates python3 xvfb xdotool dbus-daemon gnome-keyring libsecret-tools
  msmtp mutt neomutt aerc claws-mail geary evolution thunderbird libnss3-tools
'

missing=''
for package in $packages; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

export DEBIAN_FRONTEND=noninteractive
install_missing() {
  # shellcheck disable=SC2086 # a list of package names on purpose
  apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 $missing >/dev/null
}
# The package lists of a fresh machine may be absent or stale: only then are they fetched.
install_missing || { apt-get update -qq; install_missing; }
