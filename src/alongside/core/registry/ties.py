"""What ties somebody to a person through the registry: whose organization enrolled them, and who searches for them now."""

from collections.abc import Iterator

from alongside.core.board import Board
from alongside.core.codes import LIVE
from alongside.core.party import Actor


def in_registry(board: Board, actor: Actor, person: str, now: int) -> bool:
    """Whether the reader's organization keeps the person's enrollment."""
    one = board.enrollments.find(person)
    return one is not None and bool(one.agency) and one.agency == actor.agency and one.holds(now)


def searches_for(board: Board, person: str, now: int) -> Iterator[str]:
    """The live incidents whose search brought this person up, while the enrollment holds."""
    one = board.enrollments.find(person)
    if one is None or not one.holds(now):
        return
    for id in board.brought_up.get(person, ()):
        incident, search = board.incidents.find(id), board.searches.reach(id)
        if incident is not None and incident.status in LIVE and search.shows(person):
            yield id
