"""What each fact does to who looks after what: begins it, passes it on, ends it. One row of a table for each kind of fact."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from alongside.core.cases import facts as c
from alongside.core.codes import PartyKind
from alongside.core.fact import Fact
from alongside.core.follow_up import facts as u
from alongside.core.handoff import facts as h
from alongside.core.party import Party
from alongside.core.promise import facts as p
from alongside.core.referral import facts as r

PERSON, CASE = "person", "case"
WORKER = "worker"  # beside the kinds of parties: somebody who holds a case by name


class Holder(NamedTuple):
    """A party by its kind, or a worker."""

    kind: str
    id: str


class Turn(NamedTuple):
    """In one lane, about one thing: ``holder`` has it from now on, or nobody any more. ``ground`` is a code."""

    lane: str
    about: str
    holder: Holder | None
    ground: str


def _of(party: Party) -> Holder:
    return Holder(party.kind.value, party.id)


def _place(fact: Any, ground: str, is_over: bool = False) -> Turn:
    return Turn("place", fact.reservation, None if is_over else Holder(PartyKind.FACILITY.value, fact.facility), ground)


def _case(fact: Any, ground: str) -> Turn:
    return Turn(CASE, fact.case, Holder(WORKER, fact.worker) if fact.worker else Holder(PartyKind.POSITION.value, fact.desk), ground)


TURNS: Mapping[type[Fact], Callable[[Any], Turn]] = {
    p.EpisodeOpened: lambda fact: Turn(PERSON, fact.episode, _of(fact.responsible), "first_ring"),
    p.ResponsibilityTaken: lambda fact: Turn(PERSON, fact.episode, _of(fact.taken_by), fact.basis.value),
    p.EpisodeReopened: lambda fact: Turn(PERSON, fact.episode, _of(fact.responsible), fact.basis.value),
    p.EpisodeEnded: lambda fact: Turn(PERSON, fact.episode, None, fact.reason.value),
    h.PlaceReserved: lambda fact: _place(fact, "reserved"),
    h.AgreedToReceive: lambda fact: _place(fact, "agreed"),
    h.DeclinedToReceive: lambda fact: _place(fact, "place_declined", is_over=True),
    h.ReservationLapsed: lambda fact: _place(fact, "lapsed", is_over=True),
    h.ReservationTakenBack: lambda fact: _place(fact, "place_taken_back", is_over=True),
    h.HandedOver: lambda fact: _place(fact, "came", is_over=True),
    u.FollowUpDue: lambda fact: Turn("follow_up", fact.follow_up, _of(fact.owner), "promised"),
    u.FollowUpTaken: lambda fact: Turn("follow_up", fact.follow_up, _of(fact.owner), "promise_taken"),
    u.FollowUpKept: lambda fact: Turn("follow_up", fact.follow_up, None, "kept"),
    u.FollowUpClosed: lambda fact: Turn("follow_up", fact.follow_up, None, "given_up"),
    r.ReferralMade: lambda fact: Turn("referral", fact.referral, _of(fact.owner), "sent_on"),
    r.ReferralTaken: lambda fact: Turn("referral", fact.referral, _of(fact.owner), "referral_taken"),
    r.ReferralSeen: lambda fact: Turn("referral", fact.referral, None, "referral_seen"),
    r.ReferralCancelled: lambda fact: Turn("referral", fact.referral, None, "referral_cancelled"),
    c.CaseOpened: lambda fact: _case(fact, "case_opened"),
    c.CaseTaken: lambda fact: _case(fact, "case_taken" if fact.worker else "case_stand_in"),
    c.CaseReopened: lambda fact: Turn(CASE, fact.case, Holder(WORKER, fact.worker), "case_reopened"),
    c.CaseClosed: lambda fact: Turn(CASE, fact.case, None, "case_closed"),
}
ALARMS = frozenset(
    {
        "ResponsibleSilent", "TransferUnanswered", "TransferDropped", "PageUnanswered", "NeedWaiting", "DropOffLate", "FollowUpOverdue",
        "ReferralOverdue", "CaseContactOverdue", "CaseTaskOverdue", "CaseOfferUnanswered", "ReportOverdue",
    }
)  # fmt: skip


def turn_of(fact: Fact) -> Turn | None:
    """What it does to a lane, or nothing."""
    turn = TURNS.get(type(fact))
    return turn(fact) if turn else None
