"""Whose words ``alongside vault erase`` is about: found as people say it, told before anybody is asked."""

from collections.abc import Sequence
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.custodian.about import owners_of
from alongside.core.custodian.erasing import list_needs
from alongside.core.threat.finding import reference_of
from alongside.ledger.engine import Where
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.replay import replay
from alongside.server.site.coded import word
from alongside.server.site.numbers import find_numbered, read_number

UNKNOWN = "No {kind} is known as “{about}”: give an incident's number, “1042-1” for a person met in it, a file’s reference, or an id."
WOULD = "{what} ({id}): the words of {count} owners go for ever, here and in every backup. The ledger stays whole and says nothing."
STANDS = "It cannot be: {needs}."
WAITS = "It was proposed already and waits for the second person."


class Whom(NamedTuple):
    """What is to be erased, as the ledger stands."""

    board: Board
    kind: str
    id: str

    @property
    def owners(self) -> Sequence[tuple[str, str]]:
        """Under whose keys the words are."""
        return owners_of(self.board, self.kind, self.id)

    @property
    def waiting(self) -> str:
        """The id of a proposal that nobody signed yet; empty where there is none."""
        waits = (one.id for one in self.board.erasures if one.state == "proposed" and (one.about_kind, one.about) == (self.kind, self.id))
        return next(waits, "")

    @property
    def needs(self) -> Sequence[str]:
        """What stands against it, as codes."""
        return list_needs(self.board, self.kind, self.id)

    def tell(self) -> str:
        """What would go, and what stands against it."""
        lines = [WOULD.format(what=word("about", self.kind), id=self.id, count=len(self.owners))]
        lines += [STANDS.format(needs=", ".join(word("need", code) for code in needs))] if (needs := self.needs) else []
        return "\n".join([*lines, *([WAITS] if self.waiting else [])])


def find_whom(where: Where, kind: str, about: str) -> Whom:
    """Raises :class:`LedgerRefused` where nobody is known by that."""
    board = Board()
    with read_ledger(where) as engine:
        replay(engine, board)
    id = {"incident": _incident, "threat": _threat}.get(kind, _person)(board, about)
    if not id:
        raise LedgerRefused(UNKNOWN.format(kind=kind, about=about))
    return Whom(board, kind, id)


def _incident(board: Board, about: str) -> str:
    found = board.incidents.find(about) or find_numbered(board, about)
    return found.id if found else ""


def _threat(board: Board, about: str) -> str:
    if about in board.threats:
        return about
    return next((one.id for one in board.threats if reference_of(one.id) == about.upper()), "")


def _person(board: Board, about: str) -> str:
    if about in board.people:
        return about
    said, _, place = about.partition("-")
    found, at = find_numbered(board, said), read_number(place)
    episodes = found.episodes[at - 1 : at] if found and at else ()
    return next((one.person for id in episodes if (one := board.episodes.find(id)) and one.person), "")
