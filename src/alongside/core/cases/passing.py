"""A caseload goes to somebody else: asked in bulk, moved only by who accepts. For an absent worker a supervisor's desk stands in."""

from collections import Counter

from alongside.core.asking import Asking
from alongside.core.cases import facts as f
from alongside.core.cases import requests as r
from alongside.core.cases.holding import OVERSEES, each, kind_of, must_be_listed, must_fit, named
from alongside.core.cases.state import Case
from alongside.core.cases.terms import DECLINED_BECAUSE, PASSED_BECAUSE
from alongside.core.codes import PartyKind
from alongside.core.fact import Fact
from alongside.core.party import Party
from alongside.core.promise.decide import must_stand
from alongside.core.refused import Refused


def offer_cases(asking: Asking, request: r.OfferCases) -> tuple[Fact, ...]:
    """Nothing moves; the offers that are open are replaced."""
    cases = each(asking, request.cases)
    _must_give(asking, cases)
    must_be_listed(request.because, PASSED_BECAUSE, "because")
    if not request.worker or any(one.worker == request.worker for one in cases):
        raise Refused("case_offer_to_holder")
    due = asking.now + asking.rules.cases.answer_ms
    return tuple(f.CaseOffered(*named(asking, one), request.worker, request.because, due) for one in cases)


def _must_give(asking: Asking, cases: list[Case]) -> None:
    """Only whoever holds a case, or a supervisor, asks others to take it."""
    if asking.by.role not in OVERSEES and any(one.worker != asking.by.staff for one in cases):
        raise Refused("case_not_held")


def accept_cases(asking: Asking, request: r.AcceptCases) -> tuple[Fact, ...]:
    """All of them move to the asker, in one step."""
    cases = each(asking, request.cases)
    _must_be_asked(asking, cases)
    for one in cases:
        if asking.by.role not in kind_of(asking, one).workers:
            raise Refused("case_not_their_work", role=asking.by.role)
    for kind, more in Counter(kind_of(asking, one) for one in cases).items():
        must_fit(asking, kind, asking.by.staff, more, request.beyond_limit)
    taker = (asking.by.staff, "", asking.by.agency)
    return tuple(f.CaseTaken(*named(asking, one), one.worker, one.desk, *taker, one.offered_because) for one in cases)


def _must_be_asked(asking: Asking, cases: list[Case]) -> None:
    if any(one.offered_to != asking.by.staff for one in cases):
        raise Refused("case_not_offered")


def decline_cases(asking: Asking, request: r.DeclineCases) -> tuple[Fact, ...]:
    """They stay where they are."""
    cases = each(asking, request.cases)
    _must_be_asked(asking, cases)
    must_be_listed(request.because, DECLINED_BECAUSE, "because")
    return tuple(f.CaseOfferDeclined(*named(asking, one), one.offered_to, request.because) for one in cases)


def withdraw_offers(asking: Asking, request: r.WithdrawCaseOffers) -> tuple[Fact, ...]:
    """Before anybody accepted."""
    cases = each(asking, request.cases)
    _must_give(asking, cases)
    if any(not one.offered_to for one in cases):
        raise Refused("case_not_offered")
    return tuple(f.CaseOfferWithdrawn(*named(asking, one), one.offered_to) for one in cases)


def stand_in(asking: Asking, request: r.StandInForCases) -> tuple[Fact, ...]:
    """The supervisor's staffed desk holds them until a worker accepts. Offers that are open stay open."""
    cases = each(asking, request.cases)
    must_be_listed(request.because, PASSED_BECAUSE, "because")
    desk = asking.position(request.position)
    if desk.duty != "supervisor":
        raise Refused("case_desk_not_supervisor")
    must_stand(asking, Party(PartyKind.POSITION, desk.id))
    moving = [one for one in cases if one.desk != desk.id]
    if not moving:
        raise Refused("case_at_desk_already")
    return tuple(fact for one in moving for fact in _to_desk(asking, one, desk.id, request.because))


def _to_desk(asking: Asking, one: Case, desk: str, because: str) -> tuple[Fact, ...]:
    moved = f.CaseTaken(*named(asking, one), one.worker, one.desk, "", desk, one.agency, because)
    if not one.offered_to:
        return (moved,)
    due = asking.now + asking.rules.cases.answer_ms
    return (moved, f.CaseOffered(*named(asking, one), one.offered_to, one.offered_because, due))


def offer_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Nobody answered."""
    case = asking.board.cases.reach(subject)
    return (f.CaseOfferUnanswered(*named(asking, case), case.offered_to),)
