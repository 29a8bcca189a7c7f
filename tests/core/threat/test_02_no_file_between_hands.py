"""In every history anybody can make an open threat file has one lead, what is due has an owner, and every timer stops or rises."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.sharing.terms import TIES
from alongside.core.threat import requests as r
from alongside.core.threat.apply import task_clock
from alongside.core.threat.decide import DECIDE, DUE
from alongside.core.threat.facts import ThreatLeadTaken, ThreatOpened, ThreatReopened
from alongside.core.threat.terms import CLOSED_BECAUSE, LEVELS, PARTS
from alongside.core.threat.ties import threat_ties
from tests.core.dice import Dice, Step
from tests.core.story import Story
from tests.core.threat.bureau import AMARA, BUREAU, DAY, ELSEWHERE, LEAD, MOREAU, PARK, SYSTEM, VEGA, WHO, known, word
from tests.core.threat.test_01_a_file import disclosed

WHOEVER = (AMARA, VEGA, PARK, MOREAU, LEAD, ELSEWHERE, SYSTEM)
NUMBERS = st.integers(0, 255)
STEPS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=30, max_size=30)
SEEN: Counter[str] = Counter()


def begun() -> list[Fact]:
    """Somebody is known, of whom something was disclosed; nothing else runs."""
    story = known()
    disclosed(story, "d1", "court_order", "clinical_summary")
    return story.facts


BEGUN = begun()


class OfFiles(Dice):
    """Choices among what there is."""

    def file(self) -> str:
        return str(self.pick([one.id for one in self.story.board.threats] or ["none"]))

    def member(self) -> str:
        return str(self.pick(WHOEVER[:5]).staff)

    def task(self, file: str) -> str:
        found = self.story.board.threats.find(file)
        return str(self.pick([*found.tasks, "k0"] if found else ["k0"]))


def of(x: OfFiles, field: str = "", **more: Any) -> dict[str, Any]:
    return {"threat": x.file(), **({"words": (word(field, f"v{x.story.asked}"),)} if field else {}), **more}


def of_task(x: OfFiles, field: str = "", **more: Any) -> dict[str, Any]:
    told = of(x, field, **more)
    return {**told, "task": x.task(told["threat"])}


MAKE: dict[type[Request], Callable[[OfFiles], dict[str, Any]]] = {
    r.OpenThreat: lambda x: {
        "threat": f"t{min(2, len(x.story.board.threats))}", "because": "threat_made", "person": x.pick(("", "w1")), "words": WHO,
        "no_health": True,
    },
    r.AddThreatMember: lambda x: of(x, member=x.member(), part_taken=x.pick(sorted(PARTS))),
    r.RemoveThreatMember: lambda x: of(x, member=x.member(), because="conflict"),
    r.NameThreatStakeholder: lambda x: of(x, "threat_stakeholder", stakeholder=x.pick(("s1", "s2")), role="school"),
    r.RemoveThreatStakeholder: lambda x: of(x, stakeholder=x.pick(("s1", "s2"))),
    r.AssessThreat: lambda x: of(x, "threat_assessment", level=x.pick(LEVELS), concern=("planning",), no_health=True),
    r.WriteThreatPlan: lambda x: of(x, "threat_plan", no_health=x.pick((True, False))),
    r.SetThreatTask: lambda x: of_task(
        x, "threat_task", what="check_in", owner=x.member(), due_at=x.story.now + x.pick((1, 4)) * DAY, no_health=True,
    ),
    r.DoThreatTask: of_task,
    r.EndThreatTask: lambda x: of_task(x, because="not_needed"),
    r.ReviewThreat: lambda x: of(x, "threat_review", review_at=x.story.now + x.pick((1, 7, 30, 200)) * DAY, no_health=True),
    r.OfferThreatLead: lambda x: of(x, member=x.member(), because="leave"),
    r.AcceptThreatLead: of,
    r.DeclineThreatLead: lambda x: of(x, because="conflict"),
    r.WithdrawThreatLead: of,
    r.TellThreatTeam: lambda x: of(x, "threat_told", disclosure=x.pick(("d1", "none"))),
    r.RaiseThreatFlag: lambda x: of(x, "threat_flag", review_at=x.story.now + 9 * DAY),
    r.LowerThreatFlag: of,
    r.CloseThreat: lambda x: of(
        x, "threat_review", reason=x.pick(CLOSED_BECAUSE), signed_by=x.pick(("", "at-desk-lead")), no_health=True,
    ),
    r.ReopenThreat: of,
}  # fmt: skip
KINDS = tuple(MAKE)


def check(board: Board, before: dict[str, str], facts: list[Fact]) -> None:
    """What must hold after every request and every timer. Raises ``AssertionError`` naming the file."""
    for file in board.threats:
        assert bool(file.lead) == (file.closed_at is None), f"{file.id} is between hands"
        if file.is_open and before.get(file.id) != file.lead:
            moved = [one for one in facts if isinstance(one, ThreatOpened | ThreatLeadTaken | ThreatReopened) and one.threat == file.id]
            assert moved, f"{file.id} moved without an acceptance"
        owners = {task.owner for _, task in file.list_open_tasks()}
        assert owners <= {file.lead, *file.members}, f"{file.id} asks something of nobody on its team"
        assert file.is_open or not (owners or file.offered_to or file.flag), f"{file.id} is closed and not over"
        clocks = {(ClockKind.THREAT_REVIEW, file.id)} if file.is_open else set()
        clocks |= {(ClockKind.THREAT_TASK, task_clock(file.id, id)) for id, task in file.tasks.items() if task.is_open}
        clocks |= {(ClockKind.THREAT_OFFER, file.id)} if file.offered_to and not file.is_offer_late else set()
        running = {one for one in board.clocks if one[0] in DUE and one[1].partition("/")[0] == file.id}
        assert running == clocks, f"timers of {file.id}: {running ^ clocks}"
        flags = [one.id for one in board.items if one.field == "threat_flag" and not one.state]
        assert set(flags) == {one.flag for one in board.threats if one.flag}, f"a flag of {file.id} that no team raised"
        for who in WHOEVER:
            ties = threat_ties(board, who, file.id, "v-threat_person")
            assert ties <= frozenset(TIES), f"unheard ties to {file.id}"
            assert not ties or (file.is_open and who.staff in {file.lead, *file.members}), f"{file.id} is read by somebody beside the team"


def live(story: Story, steps: list[Step]) -> Counter[str]:
    """Live through the steps, looking after each."""
    counted: Counter[str] = Counter()
    for step in steps:
        kind, dice = KINDS[step[0] % len(KINDS)] if step[0] >= 40 else r.OpenThreat, OfFiles(story, step)
        before, seen = {one.id: one.lead for one in story.board.threats}, len(story.facts)
        by = who_asks(story, kind, dice)
        try:
            story.when(kind, "", by=by, **MAKE[kind](dice))
            counted[kind.__name__] += 1
        except Refused as refused:
            counted[f"refused {refused.code}"] += 1
        check(story.board, before, story.facts[seen:])
        if step[2] % 4 == 0:
            counted.update(one.kind for one in story.wait(step[3] * 3_600_000 // 4) if one.kind.startswith("Threat"))
            check(story.board, {one.id: one.lead for one in story.board.threats}, [])
    return counted


def who_asks(story: Story, kind: type[Request], dice: OfFiles) -> Any:
    """Whoever answers for a file, or is asked to, asks more often than others: otherwise hardly anything is granted."""
    by, files = dice.pick(WHOEVER), list(story.board.threats)
    if not files or dice.pick((True, True, False)) is False:
        return by
    named = {one.offered_to if kind in (r.AcceptThreatLead, r.DeclineThreatLead) else one.lead or one.closed_by for one in files[:1]}
    return next((who for who in WHOEVER if who.staff in named), by)


def lived_through(steps: list[Step]) -> Story:
    """Live; ``check`` ran after every request and every timer."""
    story = fresh()
    SEEN.update(live(story, steps))
    return story


def fresh() -> Story:
    """The same beginning, and no other timer."""
    story = Story(BUREAU, BEGUN)
    for clock, subject in list(story.board.clocks):
        story.board.stop_clock(clock, subject)
    return story


def read_again(story: Story) -> list[object]:
    """The same facts read by a board that knows nothing else."""
    again = Board()
    for fact in story.facts:
        apply(again, fact)
    return list(again.threats)


@settings(max_examples=1000, deadline=None)
@given(steps=STEPS)
def test_01_in_every_history_an_open_file_has_exactly_one_lead(steps: list[Step]) -> None:
    story = lived_through(steps)
    assert read_again(story) == list(story.board.threats)


@pytest.mark.deep
@settings(max_examples=10_000, deadline=None)
@given(steps=STEPS)
def test_02_in_ten_thousand_histories(steps: list[Step]) -> None:
    story = lived_through(steps)
    assert read_again(story) == list(story.board.threats)


def test_03_the_histories_get_far_into_the_life_of_a_file() -> None:
    """Each kind of request was granted and each timer rose at least once, or the dice prove nothing."""
    turn = 0
    wanted = [*(kind.__name__ for kind in KINDS), "ThreatReviewMissed", "ThreatTaskOverdue", "ThreatLeadUnanswered"]
    while [one for one in wanted if not SEEN[one]] and turn < 400:
        SEEN.update(live(fresh(), [((turn * 7 + n * 3) % 256, turn * 31 + n * 13, n * 29, turn + n) for n in range(60)]))
        turn += 1
    assert [one for one in wanted if not SEEN[one]] == []
    assert set(KINDS) == set(DECIDE)


@pytest.mark.parametrize(
    ("fault", "told"),
    [("between", "between hands"), ("moved", "moved without"), ("timer", "timers of"), ("left", "nobody on its team"), ("flag", "no team")],
)
def test_04_the_check_finds(fault: str, told: str) -> None:
    story = fresh()
    story.when(r.OpenThreat, "", by=AMARA, threat="t1", because="threat_made", person="w1", words=WHO, no_health=True)
    due: dict[str, Any] = {"task": "k1", "what": "check_in", "owner": "amara", "due_at": story.now + DAY}
    story.when(r.SetThreatTask, "", by=AMARA, threat="t1", **due)
    story.when(r.RaiseThreatFlag, "", by=AMARA, threat="t1", words=(word("threat_flag"),), review_at=story.now + DAY)
    file, before = story.board.threats.reach("t1"), {"t1": "amara"}
    if fault == "between":
        file.lead = ""
    if fault == "moved":
        file.lead = file.tasks["k1"].owner = "vega"
    if fault == "timer":
        story.board.stop_clock(ClockKind.THREAT_REVIEW, "t1")
    if fault == "left":
        file.tasks["k1"].owner = "okoro"
    if fault == "flag":
        file.flag = ""
    with pytest.raises(AssertionError, match=told):
        check(story.board, before, [])
