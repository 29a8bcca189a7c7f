"""Whom a place has released already: the board keeps who is responsible, the ledger keeps that it let the person go."""

from collections.abc import Sequence

from alongside.core.handoff.facts import HandedOver, PersonReleased
from alongside.core.state import Episode, Incident
from alongside.server.site.kept import facts_of

_kept: dict[tuple[str, int], tuple[int, str] | None] = {}
MOST_KEPT = 2_000


def find_released(people: Sequence[tuple[Episode, Incident]]) -> dict[str, tuple[int, str]]:
    """Episode -> (when, where to) for those released since they came.

    A release is a sign, so what was read once stays true until the next sign.
    """
    if len(_kept) > MOST_KEPT:
        _kept.clear()
    for episode, incident in people:
        if (episode.id, episode.last_sign_at) not in _kept:
            _kept[episode.id, episode.last_sign_at] = _look(episode.id, incident)
    found = ((episode.id, _kept[episode.id, episode.last_sign_at]) for episode, _ in people)
    return {episode: released for episode, released in found if released}


def _look(episode: str, incident: Incident) -> tuple[int, str] | None:
    released = None
    for row in facts_of(incident):
        fact = row.fact
        if isinstance(fact, HandedOver) and fact.episode == episode:
            released = None
        if isinstance(fact, PersonReleased) and fact.episode == episode:
            released = (fact.at, fact.to)
    return released
