"""Who may have read the record of a relative: staff who gave their phone or address, against the people they read today.

Only a code of what is the same is kept in the alert. Once the privacy officer said whether two are related, it is not asked again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import NamedTuple

from alongside.core.board import Board
from alongside.ledger.engine import Engine
from alongside.server.audit.noticing import DAY_MS, OPEN_CLASSES, Alert, Reading
from alongside.server.audit.watching import ASK, keep_new
from alongside.server.records.kin import KIN, Own, list_kin
from alongside.server.records.vault import Vault

OFFICE = "privacy_officer"


class Pair(NamedTuple):
    """A member of staff and a person whose record they read."""

    staff: str
    person: str


def look_for_kin(
    engine: Engine, vault: Vault, board: Callable[[], AbstractContextManager[Board]], staff: Mapping[str, Own], now: int
) -> list[Alert]:  # fmt: skip
    """What is new since the beginning of the day."""
    since, classes = now // DAY_MS * DAY_MS, vault.sharing.rules.fields
    rows = (Reading(*row) for row in engine.stream(ASK, (since,))) if staff else ()
    read = [one for one in rows if one.staff in staff and one.is_shown and classes.get(one.field, "") not in OPEN_CLASSES]
    with board() as seen:
        by_pair = _by_pair(seen, read)
        owners = {one.person: _owners(seen, one.person) for one in by_pair}
    asked = {pair: some for pair, some in by_pair.items() if pair not in _answered(engine)}
    return keep_new(engine, list(_alerts(vault, staff, asked, owners)), since)


def may_answer(role: str, alert: str) -> bool:
    """That two people may be related is the privacy officer's business alone."""
    return role == OFFICE or alert.partition(":")[0] not in KIN


def _alerts(
    vault: Vault, staff: Mapping[str, Own], asked: Mapping[Pair, list[Reading]], owners: Mapping[str, frozenset[str]]
) -> Iterator[Alert]:  # fmt: skip
    for who in sorted({pair.staff for pair in asked}):
        people = {pair.person: owners[pair.person] for pair in asked if pair.staff == who}
        for person, code in sorted(list_kin(vault, staff[who], people).items()):
            some = asked[Pair(who, person)]
            last = some[-1]
            yield Alert(f"{code}:{who}:{person}:{last.at // DAY_MS}", last.at, code, who, last.role, person, last.seq, len(some))


def _by_pair(board: Board, read: Iterable[Reading]) -> dict[Pair, list[Reading]]:
    found: dict[Pair, list[Reading]] = {}
    for one in read:
        episode = board.episodes.find(one.owner_id)
        found.setdefault(Pair(one.staff, (episode.person if episode else "") or one.owner_id), []).append(one)
    return found


def _owners(board: Board, person: str) -> frozenset[str]:
    record = board.people.find(person)
    return frozenset({person, *(record.episodes if record else ())})


def _answered(engine: Engine) -> frozenset[Pair]:
    return frozenset(Pair(*row) for row in engine.fetch("SELECT staff, person FROM audit_watched WHERE staff <> ''"))
