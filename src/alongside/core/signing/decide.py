"""A signature beside the hand-over: with it, or afterwards. Whatever is said of it, the door stays open."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import PartyKind
from alongside.core.fact import Fact, facility_stream
from alongside.core.handoff import door
from alongside.core.handoff.requests import HandOver
from alongside.core.party import Reference
from alongside.core.refused import Refused
from alongside.core.signing.facts import HandOverSigned
from alongside.core.signing.requests import SignHandOver
from alongside.core.state import Episode

BY, ROLE, STROKES = "door_signed_by", "door_signed_role", "door_signature"
PAPER = "paper"
UNSIGNED_BECAUSE = frozenset({PAPER, "declined", "not_possible", "hands_full", "by_phone"})


def hand_over(asking: Asking, request: HandOver) -> tuple[Fact, ...]:
    """At the door, with whatever came with it of a signature."""
    facts = door.hand_over(asking, request)
    return (*facts, *_signed(asking, asking.episode(request.episode), request.facility, request))


def sign_hand_over(asking: Asking, request: SignHandOver) -> tuple[Fact, ...]:
    """Afterwards, by the place that has the person. One that was drawn or typed stands."""
    episode = asking.open_episode(request.episode)
    party = episode.responsible
    if party is None or party.kind is not PartyKind.FACILITY:
        raise Refused("not_at_facility", episode=episode.id)
    if episode.signed.is_by_hand() and episode.signed.is_under(party.id, episode.handed_at):
        raise Refused("signed_already")
    facts = _signed(asking, episode, party.id, request)
    if not facts:
        raise Refused("signature_missing")
    return facts


def _signed(asking: Asking, episode: Episode, facility: str, request: HandOver | SignHandOver) -> tuple[Fact, ...]:
    """Nothing where nothing was said of a signature."""
    if request.unsigned not in UNSIGNED_BECAUSE | {""}:
        raise Refused("not_in_list", what="unsigned", allowed=", ".join(sorted(UNSIGNED_BECAUSE)))
    words = tuple(one for one in request.words if one.field in (BY, ROLE, STROKES))
    how = _how(words, request.unsigned)
    if not how:
        return ()
    reason = request.unsigned if how == "unsigned" else ""
    return (HandOverSigned(facility_stream(facility), asking.at, episode.id, episode.incident, facility, how, reason, words),)


def _how(words: tuple[Reference, ...], unsigned: str) -> str:
    """Strokes need no name beside them, a typed name is one; then paper, then why not."""
    fields = {one.field for one in words}
    if STROKES in fields:
        return "drawn"
    if BY in fields and not unsigned:
        return "typed"
    return PAPER if unsigned == PAPER else "unsigned" if unsigned else ""


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    HandOver: hand_over,
    SignHandOver: sign_hand_over,
}
