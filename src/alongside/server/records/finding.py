"""Whose record could be meant: from a name, a date of birth, a phone number to ids of persons, with how well each fits, in codes.

No word leaves this module. Who may be told that there is a record is asked by whoever shows the answer.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from alongside.core.board import Board
from alongside.ledger.crypto import InvalidTag
from alongside.ledger.found import list_by_tokens, list_of_owners, list_sharing
from alongside.ledger.ledger import Ledger
from alongside.ledger.sealed import Marked, Sealed, list_marked, list_sealed
from alongside.server.records.fitting import WEIGHTS, fit
from alongside.server.records.marks import blind_mark
from alongside.server.records.seal import Keyring, key_name, unseal
from alongside.server.records.tokens import FOUND_BY, tokens_of

MOST_OPENED, MOST_SHOWN = 300, 20
AT_ONCE = 500  # people whose words are read in one go
LEAST = 25  # one part of a name by itself names nobody
GONE = frozenset({"mistaken", "withdrawn"})
Known = dict[str, dict[str, list[str]]]  # by person, by field, what is written


class Candidate(NamedTuple):
    """Somebody who could be meant. ``reasons``: name_same, name_alike, name_part, birth_date_same, birth_date_near, phone_same."""

    person: str
    reasons: tuple[str, ...]
    weight: int


class Finder:
    """Makes the tokens of what is written, and looks for them again. Opened with the vault; its keys are for this alone."""

    def __init__(self, ledger: Ledger, keys: Keyring) -> None:
        self._ledger, self._keys = ledger, keys
        self._mark_key, self._key = keys.chain.derive("blind marks"), keys.chain.derive("finding people")

    def found_by(self, owner_kind: str, field: str, text: str) -> tuple[bytes | None, tuple[bytes, ...]]:
        """The mark of a number said, and the tokens of a person's words; None and () for fields nothing is found by."""
        tokens = tokens_of(self._key, field, text) if owner_kind == "person" else ()
        return blind_mark(self._mark_key, field, text), tokens

    def list_alike(self, field: str, text: str) -> list[Marked]:
        """Where the same call-back or CAD number was said before; [] for fields without blind marks."""
        mark = blind_mark(self._mark_key, field, text)
        if mark is None:
            return []
        with self._ledger.read.engine() as engine:
            return list_marked(engine, mark)

    def find(self, name: str = "", birth_date: str = "", phone: str = "") -> list[Candidate]:
        """At most 20 persons who could be meant, the best first. What was written by mistake or withdrawn finds nobody."""
        asked = {field: text for field, text in (("name", name), ("birth_date", birth_date), ("phone", phone)) if text.strip()}
        tokens = {one for field, text in asked.items() for one in tokens_of(self._key, field, text)}
        known = open_all(self._keys, self._list_sound(sorted(tokens)))
        fitting = (_judge(asked, person, told) for person, told in known.items())
        return sorted((one for one in fitting if one.weight >= LEAST), key=lambda one: (-one.weight, one.person))[:MOST_SHOWN]

    def open_of(self, people: Sequence[str], fields: Collection[str]) -> Known:
        """What holds of these persons in these fields, for comparing only."""
        with self._ledger.read.engine() as engine:
            parts = (people[first : first + AT_ONCE] for first in range(0, len(people), AT_ONCE))
            sealed = [one for part in parts for one in list_sealed(engine, list_of_owners(engine, "person", part, sorted(fields)))]
        return open_all(self._keys, self._only_sound(sealed))

    def open_alike(self, said: Mapping[str, str], owners: Sequence[str], fields: Sequence[str]) -> Known:
        """What is written in these fields of those owners who share a token with what is said; for comparing only."""
        tokens = sorted({one for field, text in said.items() for one in tokens_of(self._key, field, text)})
        with self._ledger.read.engine() as engine:
            alike = list_sharing(engine, "person", tokens, owners)
            sealed = list_sealed(engine, list_of_owners(engine, "person", alike, fields))
        return open_all(self._keys, self._only_sound(sealed))

    def _list_sound(self, tokens: list[bytes]) -> list[Sealed]:
        with self._ledger.read.engine() as engine:
            owners = list_by_tokens(engine, "person", tokens, MOST_OPENED)
            sealed = list_sealed(engine, list_of_owners(engine, "person", owners, sorted(FOUND_BY)))
        return self._only_sound(sealed)

    def _only_sound(self, sealed: Iterable[Sealed]) -> list[Sealed]:
        with self._ledger.board() as board:
            return [one for one in sealed if is_sound(board, one.id)]


class Finds(Protocol):
    """The vault, as far as this goes."""

    finder: Finder


def find_people(vault: Finds, name: str = "", birth_date: str = "", phone: str = "") -> list[Candidate]:
    """See :meth:`Finder.find`."""
    return vault.finder.find(name, birth_date, phone)


def is_sound(board: Board, id: str) -> bool:
    """Whether this piece of words still says something of the person it was written of."""
    item = board.items.find(id)
    return item is None or item.state not in GONE


def open_all(keys: Keyring, sealed: Iterable[Sealed]) -> Known:
    """What they say, for comparing only; what is erased or altered says nothing."""
    known: Known = defaultdict(lambda: defaultdict(list))
    for one in sealed:
        if one.wrapped_key is None:
            continue
        name = key_name(one.key_id, one.owner_kind, one.owner_id)
        try:
            known[one.owner_id][one.field].append(unseal(one, keys.unwrap(name, one.wrapped_key)))
        except InvalidTag:
            continue
    return known


def _judge(asked: dict[str, str], person: str, known: dict[str, list[str]]) -> Candidate:
    reasons = tuple(fit(asked, known))
    return Candidate(person, reasons, sum(WEIGHTS[one] for one in reasons))
