"""The way from a person in crisis on any page to who was responsible for them at every minute; nothing for whom it is no business."""

from collections.abc import Sequence

from django.http import Http404
from django.urls import reverse

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.sharing.access import may_see
from alongside.server.site.deployment import get_deployment
from alongside.server.site.rows import Row
from alongside.server.site.seen import Look


def ways_of(actor: Actor, owner: str, language: str, until: int | None = None) -> list[Row]:
    """{url, number} of crises that began by ``until`` (ms UTC); ``owner`` is an episode, or a record: all of theirs, the latest first."""
    if not may_see(actor, "way"):
        return []
    deployment = get_deployment()
    now = deployment.clock.now()
    with deployment.ledger.board() as board:
        asking = Asking(board, deployment.rules, deployment.travel, actor, now, now)
        seen = Look(deployment, actor, deployment.view(board, language), asking)
        return [row for id in _episodes(board, owner) if (row := _row(seen, id, until))]


def _episodes(board: Board, owner: str) -> Sequence[str]:
    person = board.people.find(owner)
    return tuple(reversed(person.episodes)) if person else (owner,)


def _row(seen: Look, id: str, until: int | None) -> Row | None:
    try:
        found = seen.episode(id)
    except Http404:
        return None
    need = seen.asking.incident(found.incident)
    return {"url": reverse("way", args=[id]), "number": need.number} if until is None or need.taken_at <= until else None
