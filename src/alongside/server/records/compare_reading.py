"""What a comparison reads of each record: through the vault's own door in the officer's name, each piece noted before it is opened."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

from alongside.core.board import Board
from alongside.core.party import Actor, Reference
from alongside.ledger.ledger import Ledger
from alongside.server.records.tidying import COMPARED, Row, rows_of
from alongside.server.records.vault import Vault

PURPOSE = "operations"


class Kept(Protocol):
    """A deployment, as far as this goes."""

    ledger: Ledger
    vault: Vault


def reader_of(comparison: str, author: str, agency: str) -> Actor:
    """The program, in the name of whoever asked for the comparison; what it may read ends with it (core/sharing/matching)."""
    return Actor(author, "system", agency, purpose=PURPOSE, seat=comparison)


def read_rows(deployment: Kept, reader: Actor, people: Sequence[str]) -> Iterator[Row]:
    """What may be compared of these records; what is withheld, erased or altered is as if it were not there."""
    with deployment.ledger.board() as board:
        said = {id: list_said(board, id) for id in people}
    words = deployment.vault.read(reader, [one for pieces in said.values() for one in pieces], PURPOSE)
    for id, pieces in said.items():
        by_field: dict[str, list[str]] = defaultdict(list)
        for one in pieces:
            if one.vault_id in words:
                by_field[one.field].append(words[one.vault_id])
        yield from rows_of(id, by_field)


def list_said(board: Board, person: str) -> list[Reference]:
    """The pieces of a record that say who somebody is and still hold, in the order they were written."""
    known = board.people.find(person)
    items = (board.items.find(id) for id in (known.items if known else ()))
    return [word for item in items if item and not item.state and item.field in COMPARED for word in item.words]
