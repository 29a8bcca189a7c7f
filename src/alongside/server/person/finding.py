"""Whose record could this be: by blind marks of name, date of birth and phone. Nothing of any record is read to find it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from alongside.core.board import Board
from alongside.server.records.vault import Vault

MOST = 8


class Fit(NamedTuple):
    """A record, and which of what was asked for fits it."""

    person: str
    fits: tuple[str, ...]


def find_people(vault: Vault, board: Board, said: Mapping[str, str]) -> list[Fit]:
    """Records that fit, those that fit best first. Entries written about somebody else by mistake find nobody."""
    fits: dict[str, list[str]] = defaultdict(list)
    for field, text in said.items():
        for found in vault.list_alike(field, text) if text.strip() else ():
            item = board.items.find(found.enclosure_id)
            if item is not None and item.state != "mistaken" and field not in fits[item.person]:
                fits[item.person].append(field)
    best = sorted(fits.items(), key=lambda one: -len(one[1]))
    return [Fit(person, tuple(fields)) for person, fields in best if fields][:MOST]
