"""What is handed out: made from the signed pieces and nothing else, so that the same signature always gives the same bytes."""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from alongside.core.custodian.state import Release
from alongside.server.custodian.reaching import Reached
from alongside.server.records.filing import Filed

Package = dict[str, Any]
Files = Mapping[str, Filed]  # by vault id
NO_FILES: Files = {}
# Left out under a name of their own these would tell what they keep: that somebody was treated for substance use is itself a Part 2 fact.
CONFIDENTIAL = frozenset({"part2", "psychotherapy", "minor_care", "health"})


def make_package(
    release: Release, number: str, reached: Sequence[Reached], words: Mapping[str, str], notice: Sequence[str] = (), files: Files = NO_FILES
) -> Package:  # fmt: skip
    """{release, asked, about, pieces: [{page, at, field, words}], left_out: {exemption: count}}. What is left out is not in it at all.

    ``notice``: with Part 2 records go the words of 42 CFR 2.32 and the scope of the consent. A photo or scan that goes out is in its piece,
    whole: {media_type, base64} under ``file``.
    """
    shown = [one for one in reached if one.piece.shown and one.reference.vault_id in words]
    left = Counter(_outwards(one.piece.exemption or "not_released") for one in reached if one not in shown)
    pieces = [
        {"page": page, "at": one.at, "field": one.reference.field, "words": words[one.reference.vault_id]}
        | _file(files.get(one.reference.vault_id))
        for page, one in enumerate(shown, 1)
    ]
    told = {"release": release.id, "asked": release.asked, "about": number, "pieces": pieces, "left_out": dict(sorted(left.items()))}
    return {**told, "notice": list(notice)} if notice else told


def _file(filed: Filed | None) -> Package:
    return {"file": {"media_type": filed.media_type, "base64": b64encode(filed.content).decode()}} if filed else {}


def _outwards(exemption: str) -> str:
    return "confidential_by_law" if exemption in CONFIDENTIAL else exemption


def write_package(package: Mapping[str, Any]) -> bytes:
    """As it is handed out."""
    return (json.dumps(package, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def digest_of(package: Mapping[str, Any]) -> str:
    """What the ledger keeps of it: SHA-256 in hexadecimal."""
    return sha256(write_package(package)).hexdigest()
