"""What ``audit.yaml`` in the data folder says: how often a head is signed, and where heads are kept beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

FILE = "audit.yaml"
NAMES = ("every_minutes", "files", "nodes", "mail", "keeps", "ours", "tell_after_minutes")
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
A_DAY = 1_440
AN_HOUR = 60  # CJIS AU-5: whoever must know that the audit fails is told within the hour


@dataclass(frozen=True, slots=True)
class AuditRules:
    """How often a head is signed, where heads are kept beside, whose heads this node keeps, and which keys are ours."""

    every_minutes: float = 5
    files: tuple[Path, ...] = ()
    nodes: tuple[str, ...] = ()
    mail: Mapping[str, Any] | None = None
    keeps: frozenset[str] = frozenset()  # public keys of other deployments whose heads this one keeps
    ours: frozenset[str] = frozenset()  # public keys of our other nodes
    tell_after_minutes: float = 0  # how long the audit must fail before somebody is told by mail


def read_audit_rules(data: Path) -> AuditRules:
    """What ``audit.yaml`` says, or nothing but the key of this node. Raises ``ValueError`` naming file, name and what to write."""
    path = data / FILE
    try:
        told = (yaml.safe_load(path.read_text()) or {}) if path.exists() else {}
    except yaml.YAMLError as wrong:
        raise ValueError(f"{path} cannot be read: {wrong}") from None
    if not isinstance(told, dict):
        raise ValueError(f"{path} must hold names with values, like “every_minutes: 5”.")
    for name in told.keys() - set(NAMES):
        raise ValueError(
            f"{path}: {name} is not a name it knows; use every_minutes, files, nodes, mail, keeps, ours or tell_after_minutes."
        )
    every = told.get("every_minutes", 5)
    if not isinstance(every, int | float) or not 0 < every <= A_DAY:
        raise ValueError(f"{path}: every_minutes must be a number of minutes, at most 1440.")
    later = told.get("tell_after_minutes", 0)
    if not isinstance(later, int | float) or not 0 <= later <= AN_HOUR:
        raise ValueError(f"{path}: tell_after_minutes must be a number of minutes, at most 60.")
    lists = {name: tuple(str(one) for one in told.get(name) or ()) for name in ("files", "nodes", "keeps", "ours")}
    for node in lists["nodes"]:
        _must_be_safe(path, node)
    mail = told.get("mail")
    if mail is not None and not (isinstance(mail, dict) and {"server", "to", "sender"} <= mail.keys()):
        raise ValueError(f"{path}: mail needs server, sender and to.")
    files = tuple(Path(one) for one in lists["files"])
    return AuditRules(every, files, lists["nodes"], mail, frozenset(lists["keeps"]), frozenset(lists["ours"]), later)


def _must_be_safe(path: Path, node: str) -> None:
    parts = urlsplit(node)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise ValueError(f"{path}: nodes must be https addresses; {parts.scheme or 'this'} is only for this machine itself.")
