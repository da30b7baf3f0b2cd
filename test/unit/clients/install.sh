#!/bin/sh
# Installs the Debian packages that judge the files of mail clients in the unit tests. Run as root; with --check it only says,
# by its exit code, whether they are there.
set -eu
programs='xmllint python3 openssl msmtp mutt neomutt zbarimg'
packages='libxml2-utils python3 openssl msmtp mutt neomutt zbar-tools'

are_there() {
  for program in $programs; do command -v "$program" >/dev/null || return 1; done
}
if are_there; then exit 0; fi
if [ "${1:-}" = --check ]; then exit 1; fi

export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of package names on purpose
install() { apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 $packages; }
# The package lists of a fresh machine may be absent or stale: only then are they fetched.
install || { apt-get update -qq; install; }
