#!/bin/sh
# Installs the Debian packages that judge the files of mail clients in the unit tests. Run as root.
set -eu
packages='libxml2-utils python3 openssl msmtp mutt neomutt zbar-tools'
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of package names on purpose
install() { apt-get install -y -q --no-install-recommends $packages; }
# The package lists of a fresh machine may be absent or stale: only then are they fetched.
install || { apt-get update -q; install; }
