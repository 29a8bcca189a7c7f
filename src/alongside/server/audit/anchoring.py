"""Heads kept where whoever could change this machine cannot: a file on another disk, another node, a mailed digest. ``audit.yaml``."""

import json
import logging
import smtplib
import ssl
import urllib.request
from collections.abc import Callable, Collection, Mapping
from email.message import EmailMessage
from typing import Any

from alongside.server.audit.anchor_file import keep_in_file
from alongside.server.audit.head import Head
from alongside.server.audit.rules import LOOPBACK, AuditRules

TIMEOUT_S = 10
log = logging.getLogger(__name__)


def anchor(rules: AuditRules, head: Head, only: Collection[str] | None = None) -> dict[str, str]:
    """Keep the head everywhere, or at these places only. Returns a sentence for each place that did not take it."""
    places: list[tuple[str, Callable[[], None]]] = [
        *((str(file), lambda file=file: keep_in_file(file, head)) for file in rules.files),  # type: ignore[misc]
        *((node, lambda node=node: send_to_node(node, head)) for node in rules.nodes),  # type: ignore[misc]
    ]
    if rules.mail is not None:
        mail = rules.mail
        places.append((str(mail["server"]), lambda: send_mail(mail, head)))
    failed: dict[str, str] = {}
    for place, keep in places:
        if only is not None and place not in only:
            continue
        try:
            keep()
        except (OSError, smtplib.SMTPException) as wrong:
            log.error("head %d of the audit was not kept at %s: %s", head.seq, place, wrong)
            failed[place] = f"{place}: {wrong}"
    return failed


def send_to_node(address: str, head: Head) -> None:
    """To another deployment's ``/audit/heads``, which keeps it in a file of its own."""
    body = json.dumps(head.to_plain()).encode()
    asked = urllib.request.Request(f"{address.rstrip('/')}/audit/heads", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(asked, timeout=TIMEOUT_S) as answer:
        answer.read()


def send_mail(mail: Mapping[str, Any], head: Head) -> None:
    """The digest as plain text."""
    post(mail, f"Audit head {head.seq}", json.dumps(head.to_plain(), sort_keys=True, indent=1))


def post(mail: Mapping[str, Any], subject: str, text: str) -> None:
    """To the address of ``audit.yaml``, over STARTTLS where the server is not this machine."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail["sender"], mail["to"], subject
    message.set_content(text)
    with smtplib.SMTP(mail["server"], int(mail.get("port", 25)), timeout=TIMEOUT_S) as server:
        if mail["server"] not in LOOPBACK:
            server.starttls(context=ssl.create_default_context())
        server.send_message(message)
