#!/usr/bin/python3
"""Fills a provisioned directory that is not running: sites, subnets, policies, people.

One process for everything, because each samba-tool call costs more than a second.
usage: seed.py SMB_CONF PRIVATE_DIR < seed.json
"""
import json
import sys
import time

from samba import sites, subnets
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB
import ldb

DAY = 24 * 3600
NEVER = "-9223372036854775808"
BYPASS_PASSWORD_HASH = "local_oid:1.3.6.1.4.1.7165.4.3.12:0"


def main():
    smb_conf, private_dir = sys.argv[1:3]
    seed = json.load(sys.stdin)
    lp = LoadParm(filename_for_non_global_lp=smb_conf)
    samdb = SamDB(url=f"{private_dir}/sam.ldb", lp=lp, session_info=system_session(lp))
    samdb.transaction_start()
    add_sites(samdb, seed["subnets"])
    set_domain_policy(samdb, seed["upnSuffixes"])
    samdb.add({"dn": seed["peopleDn"], "objectClass": "organizationalUnit"})
    dns = {user["sam"]: add_user(samdb, seed["peopleDn"], user) for user in seed["users"]}
    add_password_policies(samdb, seed, dns)
    samdb.transaction_commit()


def add_sites(samdb, site_of_subnet):
    config = samdb.get_config_basedn()
    existing = {str(entry["cn"]) for entry in samdb.search(
        f"CN=Sites,{config}", scope=ldb.SCOPE_ONELEVEL, expression="(objectClass=site)", attrs=["cn"])}
    for site in sorted(set(site_of_subnet.values()) - existing):
        sites.create_site(samdb, config, site)
    for subnet, site in site_of_subnet.items():
        subnets.create_subnet(samdb, config, subnet, site)


def set_domain_policy(samdb, upn_suffixes):
    partitions = f"CN=Partitions,{samdb.get_config_basedn()}"
    modify(samdb, partitions, uPNSuffixes=upn_suffixes)
    # Without a threshold the DC does not count bad passwords at all; nobody but `locked` shall reach it.
    modify(samdb, samdb.domain_dn(), lockoutThreshold="100")


def add_user(samdb, people_dn, user):
    dn = f"CN={user['displayName']},{people_dn}"
    state = user["state"]
    entry = {
        "dn": dn,
        "objectClass": "user",
        "sAMAccountName": user["sam"],
        "userPrincipalName": user["upn"],
        "displayName": user["displayName"],
        "userAccountControl": "514" if state == "disabled" else "512",
        "unicodePwd": f'"{user["password"]}"'.encode("utf-16-le"),
    }
    if user.get("mail"):
        entry["mail"] = user["mail"]
    if user["proxyAddresses"]:
        entry["proxyAddresses"] = user["proxyAddresses"]
    if state == "expired":
        entry["accountExpires"] = str(nt_time(time.time() - 3 * DAY))
    if state == "outside-logon-hours":
        entry["logonHours"] = b"\0" * 21
    if state == "other-workstation-only":
        entry["userWorkstations"] = "SOME-OTHER-PC"
    samdb.add(entry)
    if state == "must-change-password":
        modify(samdb, dn, pwdLastSet="0")
    if state == "password-expired":
        # The domain's own limit is 42 days. Past the module that keeps such a time from being written.
        long_ago = str(nt_time(time.time() - 400 * DAY))
        modify(samdb, dn, controls=[BYPASS_PASSWORD_HASH], pwdLastSet=long_ago)
    return dn


def add_password_policies(samdb, seed, dns):
    """A fine-grained policy brings an account into a state that would otherwise take days or wrong passwords."""
    def members(state):
        return [dns[user["sam"]] for user in seed["users"] if user["state"] == state]

    add_policy(samdb, 1, "expires soon", members("password-expires-soon"), max_age=seed["soonDays"] * DAY)
    add_policy(samdb, 2, "locks at once", members("locked"), threshold=1)


def add_policy(samdb, precedence, name, applies_to, max_age=None, threshold=0):
    samdb.add({
        "dn": f"CN={name},CN=Password Settings Container,CN=System,{samdb.domain_dn()}",
        "objectClass": "msDS-PasswordSettings",
        "msDS-PasswordSettingsPrecedence": str(precedence),
        "msDS-PasswordReversibleEncryptionEnabled": "FALSE",
        "msDS-PasswordHistoryLength": "0",
        "msDS-PasswordComplexityEnabled": "FALSE",
        "msDS-MinimumPasswordLength": "0",
        "msDS-MinimumPasswordAge": "0",
        "msDS-MaximumPasswordAge": NEVER if max_age is None else interval(max_age),
        "msDS-LockoutThreshold": str(threshold),
        "msDS-LockoutObservationWindow": interval(DAY),
        "msDS-LockoutDuration": NEVER,
        "msDS-PSOAppliesTo": applies_to,
    })


def modify(samdb, dn, controls=(), **values):
    message = ldb.Message(ldb.Dn(samdb, str(dn)))
    for name, value in values.items():
        message[name] = ldb.MessageElement(value, ldb.FLAG_MOD_REPLACE, name)
    samdb.modify(message, controls=list(controls))


def nt_time(unix_seconds):
    return int((unix_seconds + 11644473600) * 10_000_000)


def interval(seconds):
    return str(-seconds * 10_000_000)


main()
