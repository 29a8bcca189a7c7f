"""In every history anybody can make an open legal hold has one clock, which rises in time; no paper lengthens it, and it moves nobody."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.board import Board
from alongside.core.codes import ClockKind, EndReason
from alongside.core.handoff import requests as h
from alongside.core.holds import requests as r
from alongside.core.holds.decide import AGAIN_MS, ENDS, NOT_ADVISED
from alongside.core.party import Actor
from alongside.core.promise import requests as p
from alongside.core.refused import Refused
from alongside.core.request import Request
from tests.core.story import START, Story
from tests.core.test_22_legal_holds import FACTS, VERIFIED
from tests.core.town import HOUR, RULES

NUMBERS = st.integers(0, 255)
Step = tuple[int, int, int]
STEPS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=18, max_size=18)
WREN = Actor("wren", "clinician", "town", seat="desk-calls")
WHO = (WREN, WREN, Actor("lead", "supervisor", "town", seat="desk-lead"), Actor("at-haven", "nurse", "town", seat="haven"))
WAITS = (0, HOUR, 11 * HOUR, 61 * HOUR, 90 * HOUR)
CALM = replace(RULES, jurisdiction=VERIFIED, clocks=replace(RULES.clocks, silence_again_ms=10_000 * HOUR))
BEGUN = Story(CALM).staff()
BEGUN.call("i1", people=2)
SEEN: Counter[str] = Counter()


def _hold(s: Story, a: int) -> dict[str, Any]:
    held = [one.id for one in s.board.holds if one.is_open()] or ["none"]
    return {"hold": held[a % len(held)]}


def _written(s: Story, a: int, b: int) -> dict[str, Any]:
    named = {"hold": f"h{len(s.board.holds) + 1}", "episode": f"i1-p{1 + a % 2}", "hold_kind": "wic_5150", "criteria": ("danger_to_self",)}
    return named | {"started_at": s.now - b % 4 * 24 * HOUR, "designated_until": s.now + HOUR, "words": FACTS}


MAKE: dict[type[Request], Callable[[Story, int, int], dict[str, Any]]] = {
    r.WriteHold: _written,
    r.GiveAdvisement: lambda s, a, b: (
        _hold(s, a) | {"language": "es", "modality": "in_person", "complete": bool(b % 2), "reason": sorted(NOT_ADVISED)[b % 4]}
    ),
    r.ServeHoldNotice: lambda s, a, b: _hold(s, a) | {"notice": ("rights_advocate", "advisement_1802")[b % 2]},
    r.MoveHold: lambda s, a, b: _hold(s, a) | {"facility": ("haven", "general")[b % 2]},
    r.EndHold: lambda s, a, b: _hold(s, a) | {"how": sorted(ENDS)[b % 3], "told": ("person",)},
    h.HandOver: lambda s, a, b: {"episode": f"i1-p{1 + a % 2}", "facility": "general", "service": "bay", "legal": "hold"},
    p.EndEpisode: lambda s, a, b: {"episode": f"i1-p{1 + a % 2}", "reason": EndReason.DIED},
}
OFTEN = (*MAKE, *(r.WriteHold, r.EndHold) * 4, r.MoveHold)


def check(board: Board, latest: dict[str, int]) -> None:
    """What must hold after every fact; ``latest`` remembers what each hold said first."""
    for one in board.holds:
        runs = (ClockKind.HOLD, one.id) in board.clocks
        assert runs == one.is_open(), f"{one.id}: its clock {'runs' if runs else 'stands'}"
        assert latest.setdefault(one.id, one.latest_at) == one.latest_at, f"{one.id} was lengthened"
        others = [two for two in board.holds if two.episode == one.episode and two.index < one.index]
        assert not (one.is_open() and any(two.is_open() for two in others)), f"{one.id} runs beside another"
        for two in others:
            assert one.started_at >= (two.ended_at or 0) or one.latest_at <= two.latest_at, f"{one.id} lengthens {two.id}"


def live(steps: list[Step]) -> Story:
    story, latest = Story(CALM, BEGUN.facts), dict[str, int]()
    story.now = START
    for kind_at, a, b in steps:
        kind = OFTEN[kind_at % len(OFTEN)]
        if kind is p.EndEpisode and b % 8:
            continue
        before = [one.responsible for one in story.board.episodes]
        try:
            told = story.when(kind, "", by=WHO[a // 2 % len(WHO)], **MAKE[kind](story, a, b))
        except Refused as refused:
            SEEN[refused.code] += 1
        else:
            SEEN[kind.__name__] += 1
            assert kind not in OF_HOLDS or [one.responsible for one in story.board.episodes] == before, told
        check(story.board, latest)
        SEEN.update(fact.kind for fact in story.wait(WAITS[b % len(WAITS)]) if fact.kind.startswith("Hold"))
        check(story.board, latest)
        for one in story.board.holds:
            assert not one.is_open() or one.is_over == (story.now >= one.latest_at), f"nobody was told that {one.id} is over"
            assert not one.is_open() or story.board.clocks[ClockKind.HOLD, one.id] <= max(one.latest_at, story.now + AGAIN_MS)
    return story


OF_HOLDS = frozenset({r.WriteHold, r.GiveAdvisement, r.ServeHoldNotice, r.MoveHold, r.EndHold})


@settings(max_examples=200, deadline=None)
@given(steps=STEPS)
def test_01_no_hold_is_open_without_a_clock_that_rises(steps: list[Step]) -> None:
    assert live(steps).board.holds is not None  # everything was looked at after every fact


@pytest.mark.deep
@settings(max_examples=10_000, deadline=None)
@given(steps=STEPS)
def test_02_nor_in_ten_thousand_histories(steps: list[Step]) -> None:
    assert live(steps).board.holds is not None


def test_03_those_histories_were_not_empty() -> None:
    granted = {kind.__name__ for kind in MAKE if SEEN[kind.__name__]}
    assert granted == {kind.__name__ for kind in MAKE}
    assert min(SEEN["HoldNearsEnd"], SEEN["HoldTimeOver"], SEEN["hold_running"], SEEN["hold_lengthens"]) > 0
