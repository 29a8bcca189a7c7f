"""What can be answered by invitation: one row a purpose. Another purpose is another row, and a page that shows it (server/site/invited)."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from alongside.core.asking import Asking
from alongside.core.codes import ReservationStatus
from alongside.core.fact import Fact
from alongside.core.handoff import decide as handoff
from alongside.core.handoff.requests import AgreeToReceive, DeclineToReceive
from alongside.core.invitation.as_receiver import must_be_able
from alongside.core.invitation.requests import AnswerByInvitation
from alongside.core.invitation.state import Invitation
from alongside.core.referral.by_invitation import ANSWERS, answer_referral, asked_of
from alongside.core.refused import Refused

HOUR_MS = 3_600_000


class Topic(NamedTuple):
    """What an invitation is about: who is asked, about which episode, and under whose key words of the answer are sealed."""

    party: str
    episode: str
    incident: str
    owner: str


class Purpose(NamedTuple):
    """One thing a receiver without an account may do.

    ``role``: as whom they are judged (what they may see and ask is that role's, at the seat of the party); ``find``: the topic, or
    ``Refused`` where nobody may be asked about it now; ``answer``: what follows, decided as if that party had asked itself.
    Who may send one stands in ``senders``.
    """

    role: str
    lasts_ms: int
    answers: frozenset[str]
    find: Callable[[Asking, str], Topic]
    answer: Callable[[Asking, Invitation, AnswerByInvitation], tuple[Fact, ...]]


def _reservation(asking: Asking, id: str) -> Topic:
    """A place that is asked for, or agreed and not yet used."""
    one = asking.reservation(id)
    if one.status not in (ReservationStatus.RESERVED, ReservationStatus.AGREED):
        raise Refused("reservation_over", reservation=id)
    return Topic(one.facility, one.episode, asking.episode(one.episode).incident, one.episode)


def _agree_or_decline(asking: Asking, one: Invitation, request: AnswerByInvitation) -> tuple[Fact, ...]:
    """As the facility's own staff would: never by voice, so nothing needs reading back."""
    asked: AgreeToReceive | DeclineToReceive
    if request.answer == "agree":
        asked = AgreeToReceive(id=request.id, by=request.by, reservation=one.about, words=request.words)
    else:
        asked = DeclineToReceive(id=request.id, by=request.by, reservation=one.about, words=request.words, reason=request.reason)
    must_be_able(asking, asked)
    return handoff.DECIDE[type(asked)](asking, asked)


PURPOSES: Mapping[str, Purpose] = {
    "referral": Purpose("referral_partner", 14 * 24 * HOUR_MS, ANSWERS, lambda asking, id: Topic(*asked_of(asking, id)), answer_referral),
    "reservation": Purpose("nurse", 4 * HOUR_MS, frozenset({"agree", "decline"}), _reservation, _agree_or_decline),
}
