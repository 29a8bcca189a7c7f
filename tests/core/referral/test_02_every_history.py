"""In every prefix of every history anybody can make each open referral has one owner and one running clock, and one organization at most
knows who the person is."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.board import Board
from alongside.core.codes import REFERRAL_CANCELLED, REFERRAL_DECLINED, REFERRAL_FAILED, ClockKind, EndReason, PartyKind, ReferralStatus
from alongside.core.consent import requests as c
from alongside.core.follow_up import requests as u
from alongside.core.party import Actor
from alongside.core.promise import requests as p
from alongside.core.referral import requests as r
from alongside.core.refused import Refused
from alongside.core.request import Request
from tests.core.referral.town import CANYON, DAY, HARBOR, HOUR, KIM, LEE, begin, send
from tests.core.story import WHO, Story

Step = tuple[int, int, int, int]
PARTNERS = ("harbor", "canyon", "lark")
ASKERS = (LEE, KIM, HARBOR, CANYON, Actor("lark-1", "referral_partner", "lark"), Actor("clock", "system"), Actor("novak", "officer"))
EVENING = begin(*PARTNERS)
send(EVENING)
FACTS = EVENING.facts
QUIET = replace(EVENING.rules, clocks=replace(EVENING.rules.clocks, silence_again_ms=30 * DAY))  # another story's alarm
SEEN: Counter[str] = Counter()


def pick(things: Any, number: int) -> Any:
    listed = list(things) or ["nothing"]
    return listed[number % len(listed)]


def _ids(story: Story, shelf: str) -> list[str]:
    return [one.id for one in getattr(story.board, shelf)]


Make = Callable[[Story, int, int], dict[str, Any]]
PHONE: dict[str, Any] = {"read_back": True, "words": WHO}


def _made(s: Story, a: int, b: int) -> dict[str, Any]:
    count = 1 + a % 2
    named = {"referral": f"r{len(s.board.referrals) + 1}", "episode": "i1-p1", "need": "food", "urgent": bool(b % 2)}
    return named | {"partners": PARTNERS[:count], "services": ("s", "t")[:count]}


def _said(s: Story, a: int, b: int) -> dict[str, Any]:
    still = [one.id for one in s.board.asks if one.is_open]
    return {"ask": pick(still if b % 4 and still else _ids(s, "asks"), a), "by_phone": bool(b % 2)}


def _referral(s: Story, a: int) -> dict[str, Any]:
    return {"referral": pick(_ids(s, "referrals"), a)}


MAKE: dict[type[Request], Make] = {
    r.MakeReferral: _made,
    r.AskMore: lambda s, a, b: _referral(s, a) | {"partners": (pick(PARTNERS, b),), "services": ("s",)},
    r.TakeBackAsk: lambda s, a, b: {"ask": pick(_ids(s, "asks"), a)},
    r.CancelReferral: lambda s, a, b: _referral(s, a) | {"reason": pick(sorted(REFERRAL_CANCELLED), b)},
    r.TakeReferral: lambda s, a, b: _referral(s, a) | {"position": pick(_ids(s, "positions"), b)},
    r.AgreeToReferral: lambda s, a, b: _said(s, a, b) | PHONE,
    r.DeclineReferral: lambda s, a, b: _said(s, a, b) | {"reason": pick(sorted(REFERRAL_DECLINED), b)},
    r.WaitlistReferral: lambda s, a, b: _said(s, a, b) | {"next_at": pick((None, s.now + b * HOUR), b)},
    r.ScheduleReferral: lambda s, a, b: _said(s, a, b) | {"scheduled_for": s.now + b * HOUR},
    r.ConfirmSeen: lambda s, a, b: _said(s, a, b) | PHONE,
    r.ReportReferralFailed: lambda s, a, b: _said(s, a, b) | {"reason": pick(sorted(REFERRAL_FAILED), b)},
    u.AttemptFollowUp: lambda s, a, b: {"follow_up": "f0", "outcome": pick(("no_answer", "seen"), b)},
    p.EndEpisode: lambda s, a, b: {"episode": "i1-p1", "reason": pick(ENDS, a), "agency": "county", "signed_by": "at-desk-lead"},
    c.WithdrawConsent: lambda s, a, b: {"person": "w1", "consent": "c1"},
}  # fmt: skip
OFTEN = (*MAKE, r.AgreeToReferral, r.AgreeToReferral, r.AskMore, r.ScheduleReferral, r.ScheduleReferral, r.MakeReferral)
ENDS = (EndReason.DIED, EndReason.RESOLVED, EndReason.TAKEN_OVER, EndReason.DIED)
RARE = (u.AttemptFollowUp, p.EndEpisode, c.WithdrawConsent)


def check(board: Board) -> None:
    """What must hold after every fact."""
    for one in board.referrals:
        runs = (ClockKind.REFERRAL, one.id) in board.clocks
        assert runs == one.is_open, f"{one.id} is {one.status} and its clock {'runs' if runs else 'stands'}"
        assert one.owner is not None
        assert (one.owner.kind, bool(one.owner.id)) == (PartyKind.POSITION, True)
        asks = [board.asks.reach(id) for id in one.asks]
        assert sum(ask.knows_person for ask in asks) <= 1, f"two know who {one.id} is about"
        assert one.is_open or not any(ask.is_open for ask in asks), f"{one.id} is over and somebody is still asked"
        assert one.status is not ReferralStatus.COMPLETED or one.seen_told_by not in ("", one.made_by)
        assert not one.is_open or board.episodes.reach(one.episode).ended is None, f"{one.id} outlives its episode"


class Watched(Story):
    """Looks after every fact."""

    def ask(self, request: Request) -> Any:
        granted = super().ask(request)
        check(self.board)
        return granted


def partner_of(story: Story, fields: dict[str, Any]) -> Actor:
    """Whoever usually asks it: the organization on its own page, or the desk."""
    ask = story.board.asks.find(fields.get("ask", ""))
    own = [one for one in ASKERS if ask and one.role == "referral_partner" and one.agency == ask.partner]
    if not own or "by_phone" not in fields:
        return LEE
    fields["by_phone"] = False
    return own[0]


def live(steps: list[Step]) -> Board:
    story = Watched(QUIET, FACTS)
    story.now = EVENING.now
    for kind_at, who_at, a, b in steps:
        kind = OFTEN[kind_at % len(OFTEN)]
        if kind in RARE and b % 3:
            continue
        fields = MAKE[kind](story, a, b)
        by = partner_of(story, fields) if who_at % 3 else ASKERS[who_at // 3 % len(ASKERS)]
        try:
            story.when(kind, "", by=by, **fields)
            SEEN[kind.__name__] += 1
        except Refused:
            SEEN["refused"] += 1
        raised = [fact for fact in story.wait(b * b * 4_000) if fact.kind == "ReferralOverdue"]
        SEEN["raised"] += len(raised)
    return story.board


STEPS = st.binary(min_size=96, max_size=96).map(lambda thrown: list(zip(*[iter(thrown)] * 4, strict=True)))  # one draw: many are dear


@settings(max_examples=1000, deadline=None)
@given(steps=STEPS)
def test_01_no_referral_is_ever_without_owner_or_clock(steps: list[Step]) -> None:
    board = live(steps)  # check ran after every single fact
    assert all(one.owner for one in board.referrals)


@pytest.mark.deep
@settings(max_examples=10_000, deadline=None)
@given(steps=STEPS)
def test_02_nor_in_ten_thousand_histories(steps: list[Step]) -> None:
    board = live(steps)
    assert all(one.owner for one in board.referrals)


def test_03_those_histories_were_not_empty() -> None:
    granted = {kind.__name__ for kind in MAKE} & {name for name, count in SEEN.items() if count}
    assert len(granted) >= 9  # there is one follow-up desk, and it owns them: nobody takes one over
    assert {"MakeReferral", "AgreeToReferral", "ScheduleReferral", "ConfirmSeen", "CancelReferral", "EndEpisode"} <= granted
    assert SEEN["raised"] > 50
