"""No way past the bounds: not by two policies that are harmless apart, not by taking one back, not by an upgrade of the files between."""

from dataclasses import replace

import pytest

from alongside.core.codes import Level
from alongside.core.intake.condition import Is
from alongside.core.intake.protocol import Rule
from alongside.core.policy import requests as r
from alongside.core.policy.in_force import in_force
from alongside.core.policy.state import Setting
from alongside.core.rules import Rules
from tests.core.policy.test_01_a_policy_goes_live import DAY, LEAD, MINUTE, approve, no, propose, read, story
from tests.core.story import Story, kinds
from tests.core.town import PROTOCOL, RULES

__all__ = ["story"]  # its fixture
CONNECTED = Setting("level.2.stay_connected", 1)
SLOWER = Setting("level.2.arrive_within", 40 * MINUTE)
SOONER = Setting("level.2.arrive_within", 25 * MINUTE)


def with_fewest(fewest: int) -> Rules:
    """The town's files, where a mobile team is so many people."""
    crews = {**RULES.program.crews, "mobile_crisis": replace(RULES.program.crews["mobile_crisis"], fewest=fewest)}
    return replace(RULES, hash=f"files of {fewest}", program=replace(RULES.program, crews=crews))


def test_01_what_comes_later_is_looked_at_too(story: Story) -> None:
    propose(story, SOONER)
    approve(story)
    propose(story, CONNECTED, id="later", after=DAY)
    approve(story, id="later")
    assert no(story, SLOWER, policy="n2") == "policy_connected_too_long"  # today nobody stays on the line yet, tomorrow somebody does


def test_02_what_another_rests_on_is_not_taken_from_under_it(story: Story) -> None:
    unhurried = replace(RULES.program.levels[Level.MODERATE], arrive_within_ms=60 * MINUTE)
    story.rules = replace(RULES, program=replace(RULES.program, levels={**RULES.program.levels, Level.MODERATE: unhurried}))
    propose(story, SOONER)
    approve(story)
    propose(story, CONNECTED, id="later", after=DAY)
    approve(story, id="later")
    assert story.refused(r.RollBackPolicy, "", by=LEAD, policy="n1", reason="not_safe") == "policy_rests_on_it"
    for policy in ("later", "n1"):
        assert kinds(story.when(r.RollBackPolicy, "", by=LEAD, policy=policy, reason="not_safe")) == ["PolicyRolledBack"]
    assert in_force(story.board, story.rules, story.now) is story.rules


def test_03_nobody_works_alone_after_the_files_say_that_this_crew_is_two(story: Story) -> None:
    story.rules = with_fewest(1)
    propose(story, Setting("crew.mobile_crisis.fewest", 3))
    approve(story)
    propose(story, Setting("crew.mobile_crisis.fewest", 1), id="n2")
    shown = read(story, "n2")
    story.rules = with_fewest(2)
    assert story.refused(r.ApprovePolicy, "", by=LEAD, policy="n2", gives=shown) == "policy_out_of_bounds"
    story.rules = with_fewest(1)
    approve(story, id="n2")
    assert in_force(story.board, story.rules, story.now).program.crews["mobile_crisis"].fewest == 1
    assert in_force(story.board, with_fewest(2), story.now).program.crews["mobile_crisis"].fewest == 3


@pytest.mark.parametrize("duty", ["call_taker", "dispatcher", "supervisor", "clinician_line"])
def test_04_no_desk_is_silent_for_long_whatever_its_duty(story: Story, duty: str) -> None:
    limits = {**RULES.clocks.silence_ms, duty: 10 * MINUTE}
    story.rules = replace(RULES, clocks=replace(RULES.clocks, silence_ms=limits))
    assert no(story, Setting(f"silence.{duty}", 31 * MINUTE)) == "policy_out_of_bounds"
    assert kinds(propose(story, Setting(f"silence.{duty}", 20 * MINUTE))) == ["PolicyProposed"]


def test_05_somebody_may_go_to_every_call(story: Story) -> None:
    order = [step.crew_kind for step in story.rules.program.levels[Level.URGENT].order]
    nobody = [Setting(f"crew.{kind}.asked_by", 0, ("officer",)) for kind in order]
    assert no(story, *nobody) == "policy_nobody_may_go"
    assert kinds(propose(story, *nobody[:-1])) == ["PolicyProposed"]


def test_06_who_stays_on_the_line_by_a_rule_of_triage_waits_no_longer_than_by_the_plan(story: Story) -> None:
    late = (Setting("level.3.stay_connected", 0), Setting("level.3.arrive_within", 7 * DAY))
    rule = Rule("attempt", Is("concern", ("suicide",)), Level.URGENT, ("clinician", "stay_connected"))
    story.rules = replace(RULES, protocols={"town": replace(PROTOCOL, rules=(*PROTOCOL.rules, rule))})
    assert no(story, *late) == "policy_connected_too_long"
    assert kinds(propose(story, Setting("level.3.arrive_within", 29 * MINUTE))) == ["PolicyProposed"]


def test_07_files_that_let_somebody_wait_longer_are_not_made_worse(story: Story) -> None:
    slow = replace(RULES.program.levels[Level.URGENT], stay_connected=True, arrive_within_ms=45 * MINUTE)
    story.rules = replace(RULES, program=replace(RULES.program, levels={**RULES.program.levels, Level.URGENT: slow}))
    assert no(story, Setting("level.3.arrive_within", 46 * MINUTE)) == "policy_connected_too_long"
    assert kinds(propose(story, Setting("level.3.arrive_within", 44 * MINUTE))) == ["PolicyProposed"]
