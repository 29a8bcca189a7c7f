"""The way from a person on any page to what they consented to; nothing for whom it does not concern."""

from django.urls import reverse

from alongside.core.party import Actor
from alongside.core.sharing.access import may_see
from alongside.core.sharing.ties import standing_of
from alongside.server.site.deployment import get_deployment


def consents_url(actor: Actor, owner: str) -> str:
    """The address; ``owner`` is an episode or a record. "" while nobody knows who it is."""
    deployment = get_deployment()
    if not may_see(actor, "consent"):
        return ""
    with deployment.ledger.board() as board:
        episode = board.episodes.find(owner)
        person = episode.person if episode else owner
        known = board.people.find(person) is not None
        tied = known and standing_of(board, actor, "person", person, deployment.clock.now()).ties
    return reverse("consents", args=[person]) if tied or (known and actor.role == "privacy_officer") else ""
