"""Whom a place has released already: the board keeps who is responsible, the ledger keeps that it let the person go."""

from collections.abc import Sequence

from alongside.core.handoff.facts import HandedOver, PersonReleased
from alongside.ledger.reading import Reading

_kept: dict[tuple[str, int], tuple[int, str] | None] = {}
MOST_KEPT = 2_000


def find_released(read: Reading, people: Sequence[tuple[str, str, int]]) -> dict[str, tuple[int, str]]:
    """Episode -> (when, where to) for those released since they came. ``people`` are (episode, incident, last sign at).

    A release is a sign, so what was read once stays true until the next sign.
    """
    if len(_kept) > MOST_KEPT:
        _kept.clear()
    for episode, incident, sign in people:
        if (episode, sign) not in _kept:
            _kept[(episode, sign)] = _look(read, episode, incident)
    found = ((episode, _kept[(episode, sign)]) for episode, _, sign in people)
    return {episode: released for episode, released in found if released}


def _look(read: Reading, episode: str, incident: str) -> tuple[int, str] | None:
    released = None
    for row in read.list_of_incident(incident):
        fact = row.fact
        if isinstance(fact, HandedOver) and fact.episode == episode:
            released = None
        if isinstance(fact, PersonReleased) and fact.episode == episode:
            released = (fact.at, fact.to)
    return released
