"""The way from a person in crisis on any page to their record, or to saying who they are; nothing where neither is theirs."""

from django.urls import reverse

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.sharing.access import may_ask
from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.ties import standing_of
from alongside.core.state import Episode
from alongside.server.site.deployment import get_deployment
from alongside.server.site.knowing import may_open_record
from alongside.server.site.rows import Row


def who_is(actor: Actor, id: str) -> Row | None:
    """As :func:`who_of`, for a person in crisis on a page."""
    deployment = get_deployment()
    with deployment.ledger.board() as board:
        found = board.episodes.find(id)
        return who_of(deployment.vault.sharing.rules, board, actor, found, deployment.clock.now()) if found else None


def who_of(rules: SharingRules, board: Board, actor: Actor, episode: Episode, now: int) -> Row | None:
    """{url, known}: the record where it is known and may be opened; the question where they may answer it."""
    if episode.person:
        opens = may_open_record(rules, board, actor, episode.person, now)
        return {"url": reverse("person", args=[episode.person]), "known": True} if opens else None
    tied = may_ask(actor, "IdentifyPerson") and bool(standing_of(board, actor, "person", episode.id, now).ties)
    return {"url": reverse("person_who", args=[episode.id]), "known": False} if tied else None
