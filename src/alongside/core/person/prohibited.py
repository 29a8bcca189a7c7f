"""Outreach stops where contact is prohibited (practice.md): refused here, whichever stage is asked, not only hidden on a page."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import LIVE, AttemptOutcome, PartyKind
from alongside.core.fact import Fact
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.sharing.ties import is_contact_prohibited

Decide = Callable[[Asking, Any], tuple[Fact, ...]]


def _tries_to_reach(asking: Asking, request: Any) -> str:
    """The person of a follow-up attempt; who came back in crisis came to us."""
    promise = asking.board.follow_ups.find(request.follow_up)
    return promise.episode if promise and request.outcome is not AttemptOutcome.RETURNED_TO_CRISIS else ""


def _calls_back(asking: Asking, request: Any) -> str:
    """A lost line is called back while the call is live: that answers somebody who reached out to us. Afterwards it would be outreach."""
    episode = asking.board.episodes.find(request.episode)
    incident = asking.board.incidents.find(episode.incident) if episode else None
    return "" if incident and incident.status in LIVE else str(request.episode)


def _refers(asking: Asking, request: Any) -> str:
    """A crisis line answers the call that is on the line now; every other partner would have to reach the person."""
    kinds = {one.id: one.kind for one in asking.rules.program.partners}
    return str(request.episode) if request.to.kind is PartyKind.PARTNER and kinds.get(request.to.id) != "crisis_line" else ""


def _sends_on(asking: Asking, request: Any) -> str:
    """Whoever is asked, or agrees, would have to reach the person."""
    ask = asking.board.asks.find(getattr(request, "ask", ""))
    referral = asking.board.referrals.find(ask.referral if ask else getattr(request, "referral", ""))
    return referral.episode if referral else str(getattr(request, "episode", ""))


# Which requests reach out, and to the person of which episode ("": to nobody).
OUTREACH: Mapping[str, Callable[[Asking, Any], str]] = {
    "AttemptFollowUp": _tries_to_reach,
    "CallBack": _calls_back,
    "OfferTransfer": _refers,
    "MakeReferral": _sends_on,
    "AskMore": _sends_on,
    "AgreeToReferral": _sends_on,
    "ScheduleReferral": _sends_on,
}


def heeding(reaches: Callable[[Asking, Any], str], decide: Decide) -> Decide:
    """The same decision, refused with ``contact_prohibited`` where it would reach somebody who must not be reached."""

    def decide_unless_prohibited(asking: Asking, request: Any) -> tuple[Fact, ...]:
        episode = asking.board.episodes.find(reaches(asking, request))
        if episode is not None and episode.person and is_contact_prohibited(asking.board, episode.person):
            raise Refused("contact_prohibited", episode=episode.id)
        return decide(asking, request)

    return decide_unless_prohibited


def stopped(decide: Decide, request: Request) -> Decide:
    """The decision about a request that another one leads to, with the same look before it."""
    reaches = OUTREACH.get(request.kind)
    return heeding(reaches, decide) if reaches else decide


def stopping_outreach(
    decide: Mapping[type[Request], Callable[..., tuple[Fact, ...]]],
) -> Mapping[type[Request], Callable[..., tuple[Fact, ...]]]:
    """The whole table, with a look at prohibitions of contact before whatever reaches out."""
    return {kind: heeding(OUTREACH[kind.__name__], one) if kind.__name__ in OUTREACH else one for kind, one in decide.items()}
