#!/usr/bin/python3
"""Fills a provisioned directory that is not running: sites, subnets, policies, people, service points, DNS records.

One process for everything, because each samba-tool call costs more than a second.
usage: seed.py SMB_CONF PRIVATE_DIR < seed.json
"""
import json
import sys
import time

from samba import sites, subnets
from samba.auth import system_session
from samba.dcerpc import dnsp
from samba.ndr import ndr_pack
from samba.param import LoadParm
from samba.provision.sambadns import ARecord, SRVRecord
from samba.samdb import SamDB
import ldb

DAY = 24 * 3600
NEVER = "-9223372036854775808"
AUTODISCOVER_KEYWORDS = {
    "url": "77378F46-2C66-4aa9-A6A6-3E7A48B19596",
    "pointer": "67661d7F-8FC4-4fa7-BFAC-E1D7794C1F68",
}
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
    add_service_points(samdb, seed["servicePoints"])
    add_dns_records(samdb, seed["dnsZone"], seed["dnsRecords"])
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


def add_service_points(samdb, points):
    """Where Exchange puts them, there is a container for each server; one for all of them is enough here."""
    container = f"CN=Autodiscover,CN=Services,{samdb.get_config_basedn()}"
    samdb.add({"dn": container, "objectClass": "container"})
    for point in points:
        site = [f"Site={point['site']}"] if "site" in point else []
        samdb.add({
            "dn": f"CN={point['name']},{container}",
            "objectClass": "serviceConnectionPoint",
            "serviceClassName": "ms-Exchange-AutoDiscover-Service",
            "serviceBindingInformation": point["url"],
            "keywords": [AUTODISCOVER_KEYWORDS[point["kind"]], *site],
        })


def add_dns_records(samdb, zone, records_of_name):
    container = f"DC={zone},CN=MicrosoftDNS,DC=DomainDnsZones,{samdb.domain_dn()}"
    for name, records in records_of_name.items():
        packed = [ndr_pack(dns_record(record)) for record in records]
        dn = ldb.Dn(samdb, f"DC={name},{container}")
        message = ldb.Message(dn)
        message["dnsRecord"] = ldb.MessageElement(packed, ldb.FLAG_MOD_ADD, "dnsRecord")
        if name == "@":  # the zone's own node is there already
            samdb.modify(message)
        else:
            message["objectClass"] = ["top", "dnsNode"]
            samdb.add(message)


def dns_record(record):
    if record["type"] == "A":
        return ARecord(record["address"])
    if record["type"] == "SRV":
        return SRVRecord(record["target"], record["port"], record["priority"], record["weight"])
    mx = dnsp.DnssrvRpcRecord()
    mx.wType = dnsp.DNS_TYPE_MX
    mx.rank = dnsp.DNS_RANK_ZONE
    mx.dwSerial = 1
    mx.dwTtlSeconds = 900
    mx.data = dnsp.mx()
    mx.data.wPriority = record["preference"]
    mx.data.nameTarget = record["target"]
    return mx


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
