"""In every history anybody can make an open case has one worker or one desk, what is due has an owner, and every timer stops or rises."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.cases import requests as r
from alongside.core.cases.apply import task_clock
from alongside.core.cases.decide import DECIDE, DUE
from alongside.core.cases.facts import CaseOpened, CaseReopened, CaseTaken
from alongside.core.cases.state import Case
from alongside.core.cases.terms import GOAL_STATES, HOW, OUTCOMES, REFERRED
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.refused import Refused
from alongside.core.request import Request
from tests.core.cases.neighborhood import AMARA, CASES, CLOSINGS, DAY, ELSEWHERE, LEAD, MASON, MOREAU, SYSTEM, TOMAS, people, word
from tests.core.dice import Dice, Step
from tests.core.story import Story

WHO = (AMARA, MOREAU, MASON, TOMAS, LEAD, ELSEWHERE, SYSTEM)
NUMBERS = st.integers(0, 255)
STEPS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=24, max_size=24)
BEGUN = people(4).facts
SEEN: Counter[str] = Counter()
PEOPLE = ("w1", "w2", "w3", "w4")


class OfCases(Dice):
    """Choices among what there is."""

    def case(self) -> str:
        return str(self.pick([one.id for one in self.story.board.cases] or ["none"]))

    def cases(self) -> tuple[str, ...]:
        return tuple({self.case(), self.case()})

    def task(self, case: str) -> str:
        found = self.story.board.cases.find(case)
        return str(self.pick([*found.tasks, "t0", "t1"] if found else ["t0"]))


def of_task(x: OfCases, **more: Any) -> dict[str, Any]:
    case = x.case()
    return {"case": case, "task": x.task(case), **more}


MAKE: dict[type[Request], Callable[[OfCases], dict[str, Any]]] = {
    r.OpenCase: lambda x: {
        "case": f"c{len(x.story.board.cases)}", "person": x.pick(PEOPLE), "case_kind": x.pick(CASES.cases.kinds), "because": "court",
        "worker": x.pick(("", "mason")), "position": x.pick(("", "desk-lead")), "beyond_limit": x.pick((False, True)),
    },
    r.OfferCases: lambda x: {"cases": x.cases(), "worker": x.pick(WHO).staff, "because": "leave"},
    r.AcceptCases: lambda x: {"cases": x.cases()},
    r.DeclineCases: lambda x: {"cases": x.cases(), "because": "conflict"},
    r.WithdrawCaseOffers: lambda x: {"cases": x.cases()},
    r.StandInForCases: lambda x: {"cases": x.cases(), "position": "desk-lead", "because": "absent"},
    r.RecordCaseContact: lambda x: {"case": x.case(), "how": x.pick(sorted(HOW)), "outcome": x.pick(sorted(OUTCOMES))},
    r.SetCaseTask: lambda x: of_task(
        x, what=x.pick(("visit", "medication_visit")), due_at=x.story.now + x.pick((1, 5)) * DAY, every_ms=x.pick((0, DAY)),
    ),
    r.DoCaseTask: of_task,
    r.EndCaseTask: lambda x: of_task(x, because="stable"),
    r.SetCaseGoal: lambda x: {"case": x.case(), "goal": "g", "state": x.pick(sorted(GOAL_STATES)), "words": (word("case_goal"),)},
    r.WriteCasePlan: lambda x: {"case": x.case(), "words": (word("case_plan"),)},
    r.StepCase: lambda x: {"case": x.case(), "step": x.pick(("daily", "weekly"))},
    r.ReferCase: lambda x: {"case": x.case(), "code": "shelter", "state": x.pick(sorted(REFERRED))},
    r.CloseCase: lambda x: {"case": x.case(), "reason": x.pick(CLOSINGS), "signed_by": x.pick(("", "at-desk-lead"))},
    r.ReopenCase: lambda x: {"case": x.case()},
}  # fmt: skip
KINDS = tuple(MAKE)


def check(board: Board, before: dict[str, tuple[str, str]], facts: list[Fact]) -> None:
    """What must hold after every fact. Raises ``AssertionError`` naming the case."""
    for case in board.cases:
        assert bool(case.worker) + bool(case.desk) == (case.closed_at is None), f"{case.id} is between hands"
        assert not case.desk or board.positions.reach(case.desk).duty == "supervisor", f"{case.id} lies at a desk nobody answers for"
        if case.is_open and before.get(case.id) != (case.worker, case.desk):
            moved = [one for one in facts if isinstance(one, CaseOpened | CaseTaken | CaseReopened) and one.case == case.id]
            assert moved, f"{case.id} moved without an acceptance"
        clocks = {(ClockKind.CASE_CONTACT, case.id)} if case.is_open else set()
        clocks |= {(ClockKind.CASE_TASK, task_clock(case.id, id)) for id, task in case.tasks.items() if task.is_open}
        clocks |= {(ClockKind.CASE_OFFER, case.id)} if case.offered_to and not case.is_offer_late else set()
        running = {one for one in board.clocks if one[0] in DUE and one[1].partition("/")[0] == case.id}
        assert running == clocks, f"timers of {case.id}: {running ^ clocks}"
        assert case.is_open or not case.offered_to, f"{case.id} is closed and still offered"
        assert case.is_open or not case.list_open_tasks(), f"{case.id} left something due that nobody owns"


def live(story: Story, steps: list[Step]) -> Counter[str]:
    """Live through the steps, looking after each."""
    counted: Counter[str] = Counter()
    for step in steps:
        kind, dice = KINDS[step[0] % len(KINDS)], OfCases(story, step)
        before, seen = {one.id: (one.worker, one.desk) for one in story.board.cases}, len(story.facts)
        by = dice.pick(WHO)
        if kind is r.AcceptCases and step[3] % 2:  # who is asked answers more often than others
            asked = [one for one in story.board.cases if one.offered_to]
            by = next((who for who in WHO if asked and who.staff == asked[0].offered_to), by)
        try:
            story.when(kind, "", by=by, **MAKE[kind](dice))
            counted[kind.__name__] += 1
        except Refused as refused:
            counted[f"refused {refused.code}"] += 1
        check(story.board, before, story.facts[seen:])
        if step[2] % 4 == 0:
            counted.update(one.kind for one in story.wait(step[3] * 3_600_000 // 8) if one.kind.startswith("Case"))
            check(story.board, {one.id: (one.worker, one.desk) for one in story.board.cases}, [])
    return counted


def begun() -> Story:
    """Four people are known and everybody is at work; nobody's silence is looked at here."""
    story = Story(CASES, BEGUN)
    for clock, subject in list(story.board.clocks):
        story.board.stop_clock(clock, subject)
    return story


@settings(max_examples=1000, deadline=None)
@given(steps=STEPS)
def test_01_in_every_history_an_open_case_has_exactly_one_holder(steps: list[Step]) -> None:
    story = lived_through(steps)
    assert read_again(story) == list(story.board.cases)


@pytest.mark.deep
@settings(max_examples=10_000, deadline=None)
@given(steps=STEPS)
def test_02_in_ten_thousand_histories(steps: list[Step]) -> None:
    story = lived_through(steps)
    assert read_again(story) == list(story.board.cases)


def lived_through(steps: list[Step]) -> Story:
    """Live; ``check`` ran after every request and every timer."""
    story = begun()
    SEEN.update(live(story, steps))
    return story


def read_again(story: Story) -> list[Case]:
    """The same facts read by a board that knows nothing else."""
    again = Board()
    for fact in story.facts:
        apply(again, fact)
    return list(again.cases)


def test_03_the_histories_get_far_into_the_life_of_a_case() -> None:
    """Each kind of request was granted and each timer rose at least once, or the dice prove nothing."""
    story, turn = begun(), 0
    while len([kind for kind in KINDS if SEEN[kind.__name__]]) < len(KINDS) and turn < 400:
        SEEN.update(live(story, [(turn * 7 + n, turn * 31 + n * 13, n * 29, turn + n) for n in range(40)]))
        turn += 1
    assert [kind.__name__ for kind in KINDS if not SEEN[kind.__name__]] == []
    assert set(KINDS) == set(DECIDE)
    assert all(SEEN[one] for one in ("CaseContactOverdue", "CaseTaskOverdue", "CaseOfferUnanswered"))


@pytest.mark.parametrize(
    ("fault", "told"),
    [("between", "between hands"), ("moved", "moved without"), ("timer", "timers of"), ("left", "timers of")],
)
def test_04_the_check_finds(fault: str, told: str) -> None:
    story = begun()
    story.when(r.OpenCase, "", by=MOREAU, case="c1", person="w1", case_kind="steady", because="court")
    case, before = story.board.cases.reach("c1"), {"c1": ("moreau", "")}
    if fault == "between":
        case.worker = ""
    if fault == "moved":
        case.worker = "mason"
    if fault == "timer":
        story.board.stop_clock(ClockKind.CASE_CONTACT, "c1")
    if fault == "left":
        case.tasks["c1-0"].is_open = False
    with pytest.raises(AssertionError, match=told):
        check(story.board, before, [])
