#!/bin/sh
# Installs the Debian packages the lab's servers are made of. Run as root; does nothing when all are there.
set -eu

# What is installed is judged by dpkg's own state, so that a half-configured package is installed again.
packages='
  samba samba-dsdb-modules samba-vfs-modules samba-ad-provision winbind ldb-tools krb5-user ldap-utils adcli
  postfix postfix-ldap dovecot-core dovecot-imapd dovecot-pop3d dovecot-lmtpd dovecot-ldap
  bind9 bind9-dnsutils bind9-utils nginx
  swaks libnet-ssleay-perl libio-socket-ssl-perl
  nftables iproute2 iputils-ping openssl python3 gcc libc6-dev
'

missing=''
for package in $packages; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done

if [ -z "$missing" ]; then
  echo 'lab packages: all installed'
  exit 0
fi

# Debian starts a server as soon as its package is configured. The lab starts its own, inside namespaces.
policy=/usr/sbin/policy-rc.d
saved=''
if [ -e "$policy" ]; then
  saved=$(mktemp)
  cp -p "$policy" "$saved"
fi
restore_policy() {
  if [ -n "$saved" ]; then mv "$saved" "$policy"; else rm -f "$policy"; fi
}
trap restore_policy EXIT
trap 'exit 1' INT TERM
printf '#!/bin/sh\nexit 101\n' > "$policy"
chmod 755 "$policy"

export DEBIAN_FRONTEND=noninteractive
install_missing() {
  # shellcheck disable=SC2086 # a list of package names on purpose
  apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 $missing
}
# The package lists of a fresh machine may be absent or stale: only then are they fetched.
install_missing || { apt-get update -q; install_missing; }
echo "lab packages: installed$missing"
