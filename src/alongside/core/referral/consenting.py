"""Whoever is told must be named in a consent that stands: a name is told to nobody else (42 CFR 2.31 names the recipient)."""

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.consent.holding import Asked, consent_of
from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.core.state import Episode

NAME = Asked("name", "identity")  # the least an organization that agreed must be told


def consents_to(board: Board, person: str, partner: str, now: int) -> bool:
    """Whether the person agreed that this organization is told who they are."""
    reader = Actor("", "referral_partner", partner, purpose="referral")
    return consent_of(board, person, reader, "referral", NAME, now).state == "given"


def must_consent(asking: Asking, episode: Episode, partner: str) -> None:
    """Refuse where nobody knows who it is, or they did not agree to this organization."""
    if not episode.person:
        raise Refused("referral_needs_person", episode=episode.id)
    if not consents_to(asking.board, episode.person, partner, asking.now):
        raise Refused("referral_needs_consent", partner=partner)
