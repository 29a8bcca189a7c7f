"""What the read audit says of one person: readings of one reader, class, purpose and day told as one line."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.rights.state import Copy
from alongside.ledger.engine import Engine
from alongside.server.people.staff import list_agencies
from alongside.server.records.side import open_side
from alongside.server.site.deployment import Deployment

DAY_MS = 86_400_000
SIX_YEARS_MS = 6 * 365 * DAY_MS + 2 * DAY_MS
SHOWN = "shown/"
LeftOut = Callable[[str, str], bool]
Row = tuple[int, str, str, str, str, str, str, str]  # at, staff, role, agency, purpose, field, vault id, outcome
# Not owed in an accounting (45 CFR 164.528(a)(1)): treatment, payment and operations, what the person consented to, their own access.
NOT_OWED = frozenset({"treatment", "payment_operations", "consent", "individual_access", "involved_in_care"})


class Key(NamedTuple):
    """What readings that are told as one have in common. ``owner`` is the organization whose word it was, "" where nobody knows."""

    day: int
    staff: str
    role: str
    agency: str
    owner: str
    data_class: str
    purpose: str
    basis: str


class Told(NamedTuple):
    """One line: from the first of the readings to the last, and how many pieces."""

    key: Key
    at: int
    until: int
    pieces: int

    @property
    def crosses(self) -> bool:
        """Whether it went from one organization to another, or nobody can say that it did not."""
        return self.key.owner != self.key.agency

    @property
    def is_owed(self) -> bool:
        """Whether the law's accounting has it."""
        return self.key.basis not in NOT_OWED


def list_owners(board: Board, person: str) -> list[str]:
    """Under which ids words about the person are kept: the record and its episodes."""
    found = board.people.find(person)
    return [person, *(found.episodes if found else ())]


def find_copy(board: Board, person: str, copy: str, now: int) -> Copy:
    """The copy handed out within the hour, or ``LookupError``."""
    found = board.copies.find(copy)
    if found is None or found.person != person or found.until <= now:
        raise LookupError(copy)
    return found


def list_readings(
    deployment: Deployment, owners: list[str], wrote: Mapping[str, str], now: int, is_left_out: LeftOut = lambda piece, consent: False
) -> list[Told]:  # fmt: skip
    """Those of the last six years, the newest first. ``wrote`` names the organization that wrote a piece, by vault id;
    ``is_left_out`` says which are not told, by vault id and by the consent that opened them."""
    engine = open_side(deployment.options.ledger)
    try:
        rows = [row for owner in owners for row in _rows(engine, owner, now - SIX_YEARS_MS) if not is_left_out(row[6], consent_in(row[7]))]
    finally:
        engine.close()
    return sorted(_together(rows, wrote, deployment.vault.sharing.fields.classes), key=lambda one: -one.until)


def consent_in(outcome: str) -> str:
    """The consent a reading rests on, as the audit keeps it behind the basis; "" where none."""
    return outcome.removeprefix(SHOWN).partition("/")[2]


def _rows(engine: Engine, owner: str, since: int) -> list[Row]:
    sql = (
        "SELECT at, staff, role, agency, purpose, field, enclosure_id, outcome FROM words_read "
        "WHERE owner_kind = 'person' AND owner_id = ? AND at > ? ORDER BY seq"
    )
    return [row for row in engine.fetch(sql, (owner, since)) if row[7].startswith(SHOWN)]


def _together(rows: Iterable[Row], wrote: Mapping[str, str], classes: Mapping[str, str]) -> list[Told]:
    found: dict[Key, Told] = {}
    for at, staff, role, agency, purpose, field, id, outcome in rows:
        basis, _slash, _consent = outcome.removeprefix(SHOWN).partition("/")  # a reading a consent opened names it behind the basis
        key = Key(at // DAY_MS, staff, role, agency, wrote.get(id, ""), classes.get(field, ""), purpose, basis)
        before = found.get(key)
        first, last, pieces = (min(before.at, at), max(before.until, at), before.pieces) if before else (at, at, 0)
        found[key] = Told(key, first, last, pieces + 1)
    return list(found.values())


def who_wrote(deployment: Deployment, board: Board, owners: list[str]) -> dict[str, str]:
    """The organization that wrote each piece, by vault id: of a record's items, and of what was said in an episode."""
    wrote = {item.id: item.agency for item in board.items if item.person == owners[0]}
    incidents = {episode.incident for id in owners if (episode := board.episodes.find(id))}
    agencies = list_agencies()
    for incident in sorted(incidents):
        for row in deployment.ledger.read.list_of_incident(incident):
            wrote |= {word.vault_id: agencies.get(row.by, "") for word in getattr(row.fact, "words", ()) if word.vault_id not in wrote}
    return wrote
