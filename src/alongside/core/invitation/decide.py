"""Who may ask somebody without an account, and what they answer with link and PIN. Opening the link asks nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.fact import Fact
from alongside.core.invitation import facts as f
from alongside.core.invitation import requests as r
from alongside.core.invitation.purposes import PURPOSES, Purpose
from alongside.core.invitation.senders import may_send
from alongside.core.invitation.state import Invitation
from alongside.core.refused import Refused

TRIES = 5  # wrong PINs in a row; with six digits and the link, one in 200,000


def make_invitation(asking: Asking, request: r.MakeInvitation) -> tuple[Fact, ...]:
    """About something that can still be answered. Sent anew, each older one about the same thing is over."""
    if request.invitation in asking.board.invitations or request.token_hash in asking.board.invitations_by_token:
        raise Refused("invitation_exists")
    purpose = _purpose(request.purpose)
    if not may_send(asking.by, request.purpose):
        raise Refused("invitation_opens_more")
    topic = purpose.find(asking, request.about)
    if topic.episode != request.episode:
        raise Refused("invitation_elsewhere")
    named = (request.invitation, request.purpose, request.about, topic.party, purpose.role, topic.episode, topic.incident, topic.owner)
    told = (request.token_hash, request.pin_hash, asking.by.staff, asking.now + purpose.lasts_ms)
    made = f.InvitationMade(_stream(request.invitation), asking.now, *named, *told)
    return (*(_revoked(asking, one, "sent_anew") for one in _open_ones(asking, request)), made)


def revoke_invitation(asking: Asking, request: r.RevokeInvitation) -> tuple[Fact, ...]:
    """By whoever works with the person. What was answered stays answered."""
    one = find_invitation(asking, request.invitation)
    if not one.is_open(asking.now):
        raise Refused("invitation_over")
    return (_revoked(asking, one, request.reason),)


def look_by_invitation(asking: Asking, request: r.LookByInvitation) -> tuple[Fact, ...]:
    """A PIN that fits shows what was sent; one that does not is counted."""
    one = _open(asking, request.invitation)
    if not _fits(one, request.proof):
        return _wrong(asking, one)
    return (f.InvitationLooked(_stream(one.id), asking.now, *_named(one)),)


def answer_by_invitation(asking: Asking, request: r.AnswerByInvitation) -> tuple[Fact, ...]:
    """The PIN once more is the signature. What follows is decided where that kind of answer is always decided."""
    one, purpose = _open(asking, request.invitation), _purpose(find_invitation(asking, request.invitation).purpose)
    if not _fits(one, request.proof):
        return _wrong(asking, one)
    if request.answer not in purpose.answers:
        raise Refused("not_in_list", what="answer", allowed=", ".join(sorted(purpose.answers)))
    follows = purpose.answer(asking, one, request)
    return (f.InvitationAnswered(_stream(one.id), asking.now, *_named(one), request.answer), *follows)


def find_invitation(asking: Asking, id: str) -> Invitation:
    """The invitation, or ``Refused("invitation_over")``: unknown and over are the same answer."""
    found = asking.board.invitations.find(id)
    if found is None:
        raise Refused("invitation_over")
    return found


def _open(asking: Asking, id: str) -> Invitation:
    one = find_invitation(asking, id)
    if not one.is_open(asking.now) or asking.by.staff != one.staff:
        raise Refused("invitation_over")
    return one


def _purpose(name: str) -> Purpose:
    if name not in PURPOSES:
        raise Refused("not_in_list", what="purpose", allowed=", ".join(sorted(PURPOSES)))
    return PURPOSES[name]


def _fits(one: Invitation, proof: str) -> bool:
    return one.pin_hash == proof  # both are hashes: how far they agree tells nobody anything


def _wrong(asking: Asking, one: Invitation) -> tuple[Fact, ...]:
    wrong = f.InvitationPinWrong(_stream(one.id), asking.now, *_named(one), one.wrong + 1)
    return (wrong, f.InvitationLocked(_stream(one.id), asking.now, *_named(one))) if one.wrong + 1 >= TRIES else (wrong,)


def _open_ones(asking: Asking, request: r.MakeInvitation) -> list[Invitation]:
    same = (one for one in asking.board.invitations if (one.purpose, one.about) == (request.purpose, request.about))
    return [one for one in same if one.is_open(asking.now)]


def _revoked(asking: Asking, one: Invitation, reason: str) -> Fact:
    return f.InvitationRevoked(_stream(one.id), asking.now, *_named(one), reason)


def _named(one: Invitation) -> tuple[str, str, str, str]:
    return one.id, one.episode, one.incident, one.party


def _stream(id: str) -> str:
    return f"invitation/{id}"


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.MakeInvitation: make_invitation,
    r.RevokeInvitation: revoke_invitation,
    r.LookByInvitation: look_by_invitation,
    r.AnswerByInvitation: answer_by_invitation,
}
