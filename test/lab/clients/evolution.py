"""Opens the mailbox and sends with the account that Evolution's data server has, as Evolution does, by its libraries.

Arguments: subject. Input: the password. Output: a line with what the data server understood, in JSON.
"""

import json
import os
import sys

import gi

gi.require_version("EDataServer", "1.2")
gi.require_version("Camel", "1.2")
from gi.repository import Camel, EDataServer  # noqa: E402

subject, password = sys.argv[1], sys.stdin.read()

registry = EDataServer.SourceRegistry.new_sync(None)
# The data server has two of its own: for mail on this computer, and for searches.
(account,) = [
    source
    for source in registry.list_sources("Mail Account")
    if source.get_extension("Mail Account").get_backend_name() not in ("maildir", "vfolder")
]
identity = registry.ref_source(account.get_extension("Mail Account").get_identity_uid())
transport = registry.ref_source(identity.get_extension("Mail Submission").get_transport_uid())
person = identity.get_extension("Mail Identity")

folder = os.path.join(os.environ["HOME"], "camel")
Camel.init(folder, True)
session = Camel.Session(user_data_dir=folder, user_cache_dir=folder)
session.set_online(True)


def connected(source, kind, provider):
    service = session.add_service(source.get_uid(), source.get_extension(kind).get_backend_name(), provider)
    source.camel_configure_service(service)
    service.set_password(password)
    if isinstance(service, Camel.OfflineStore):
        service.set_online_sync(True)
    service.connect_sync(None)
    settings = service.ref_settings()
    return service, {
        "backend": source.get_extension(kind).get_backend_name(),
        "host": settings.dup_host(),
        "port": settings.get_port(),
        "user": settings.dup_user(),
        "security": settings.get_security_method().value_nick,
    }


store, incoming = connected(account, "Mail Account", Camel.ProviderType.STORE)
store.get_inbox_folder_sync(None).refresh_info_sync(None)

relay, outgoing = connected(transport, "Mail Transport", Camel.ProviderType.TRANSPORT)
sender, recipient = Camel.InternetAddress(), Camel.InternetAddress()
sender.add(person.get_name(), person.get_address())
recipient.add("Bob", "bob@partner.example")
message = Camel.MimeMessage()
message.set_from(sender)
message.set_recipients("To", recipient)
message.set_subject(subject)
message.set_content(b"Hello Bob\n", "text/plain")
relay.send_to_sync(message, sender, recipient, None)

print(json.dumps({"name": person.get_name(), "incoming": incoming, "outgoing": outgoing}))
