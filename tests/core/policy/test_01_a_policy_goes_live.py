"""A policy is proposed by one, agreed to by another who read what changes, in force from its millisecond on, and taken back in one step."""

from dataclasses import replace
from typing import Any

import pytest

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.codes import Level
from alongside.core.dispatch.facts import Recommended, UnitAssigned
from alongside.core.dispatch.requests import AssignUnit
from alongside.core.party import Actor
from alongside.core.policy import requests as r
from alongside.core.policy.in_force import in_force
from alongside.core.policy.settings import list_settings, with_settings
from alongside.core.policy.state import Setting
from alongside.library import load_program
from alongside.library.programs.sources import list_programs
from tests.core.story import Story, kinds
from tests.core.town import RULES

ADMIN = Actor("adeyemi", "administrator", "town")
LEAD = Actor("lindqvist", "supervisor", "town")
ANALYST = Actor("whitehorse", "evaluator", "county")
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
SOONER = Setting("clock.page", 20_000)


@pytest.fixture
def story() -> Story:
    told = Story(watched=True).staff()
    told.call("i1")
    return told


def propose(story: Story, *settings: Setting, by: Actor = ANALYST, id: str = "n1", after: int = 0, reason: str = "planned") -> Any:
    return story.when(r.ProposePolicy, "", by=by, policy=id, settings=settings, wanted_at=story.now + after, reason=reason)


def no(story: Story, *settings: Setting, **told: Any) -> str:
    given = {"by": ANALYST, "policy": "n1", "settings": settings, "wanted_at": story.now, "reason": "planned"}
    return story.refused(r.ProposePolicy, "", **given | told)


def read(story: Story, id: str = "n1") -> str:
    """The hash that the page shows to whoever is to agree."""
    one = story.board.policies.reach(id)
    at = max(one.wanted_at, story.now)
    told = [*(span.settings for span in story.board.policy_spans if span.holds(at)), one.settings]
    return with_settings(story.rules, {setting.name: setting for settings in told for setting in settings}).hash


def approve(story: Story, by: Actor = LEAD, id: str = "n1") -> Any:
    return story.when(r.ApprovePolicy, "", by=by, policy=id, gives=read(story, id))


def now(story: Story) -> int:
    return in_force(story.board, story.rules, story.now).clocks.page_ms


@pytest.mark.parametrize("program", list_programs())
def test_01_what_is_read_out_of_rules_and_put_back_says_the_same(program: str) -> None:
    rules = load_program(program).rules
    again = with_settings(rules, list_settings(rules))
    assert replace(again, hash=rules.hash) == rules
    assert again.base is rules
    for setting in list_settings(rules).values():
        other = setting._replace(codes=setting.codes[:-1]) if setting.codes else setting._replace(number=abs(setting.number - 1))
        if len(setting.codes) != 1:
            assert list_settings(with_settings(rules, {setting.name: other})) != list_settings(rules), setting.name


def test_02_proposed_agreed_to_by_a_second_person_and_in_force_from_its_millisecond_on(story: Story) -> None:
    assert kinds(propose(story, SOONER, after=HOUR)) == ["PolicyProposed"]
    assert kinds(approve(story)) == ["PolicyApproved"]
    began = story.now + HOUR
    assert story.board.policies.reach("n1").from_at == began
    story.now = began - 1
    assert now(story) == 30_000
    story.now = began
    assert now(story) == 20_000
    facts = story.when(AssignUnit, "desk-dispatch", incident="i1", assignment="a1", unit="C204")
    sent = next(fact for fact in facts if isinstance(fact, UnitAssigned))
    assert sent.acknowledge_by - sent.at == 20_000


def test_03_nobody_agrees_to_their_own_and_an_analyst_to_none(story: Story) -> None:
    propose(story, SOONER, by=ADMIN)
    told = {"policy": "n1", "gives": read(story)}
    assert story.refused(r.ApprovePolicy, "", by=ADMIN, **told) == "policy_own"
    assert story.refused(r.DeclinePolicy, "", by=ADMIN, policy="n1", reason="too_early") == "policy_own"
    assert story.refused(r.ApprovePolicy, "", by=ANALYST, **told) == "not_allowed"
    assert story.refused(r.ApprovePolicy, "", by=Actor("root", "system", "town"), **told) == "not_allowed"
    assert story.refused(r.ProposePolicy, "desk-dispatch", policy="n2", settings=(SOONER,), wanted_at=0, reason="planned") == "not_allowed"
    assert story.refused(r.WithdrawPolicy, "", by=LEAD, policy="n1") == "policy_not_own"
    assert kinds(story.when(r.WithdrawPolicy, "", by=ADMIN, policy="n1")) == ["PolicyWithdrawn"]
    assert story.refused(r.ApprovePolicy, "", by=LEAD, **told) == "policy_judged"


def test_04_who_agrees_agrees_to_what_they_read(story: Story) -> None:
    propose(story, SOONER)
    propose(story, Setting("clock.help", 15_000), id="n2")
    shown = read(story)
    approve(story, id="n2")
    assert story.refused(r.ApprovePolicy, "", by=LEAD, policy="n1", gives=shown) == "policy_moved_on"
    approve(story)
    clocks = in_force(story.board, story.rules, story.now).clocks
    assert (clocks.page_ms, clocks.help_ms) == (20_000, 15_000)


def test_05_taken_back_in_one_step_and_what_stood_before_stands_again(story: Story) -> None:
    propose(story, SOONER)
    approve(story)
    propose(story, Setting("clock.page", 10_000), Setting("clock.help", 15_000), id="n2")
    approve(story, id="n2")
    began, story.now = story.now, story.now + MINUTE
    assert now(story) == 10_000
    assert kinds(story.when(r.RollBackPolicy, "", by=ADMIN, policy="n2", reason="not_safe")) == ["PolicyRolledBack"]
    assert now(story) == 20_000
    assert in_force(story.board, story.rules, began).clocks.page_ms == 10_000  # under the policy of the time
    assert story.refused(r.RollBackPolicy, "", by=ADMIN, policy="n2", reason="not_safe") == "policy_not_in_force"
    story.when(r.RollBackPolicy, "", by=LEAD, policy="n1", reason="mistake")
    assert in_force(story.board, story.rules, story.now) is story.rules


def test_06_what_is_to_come_is_taken_back_before_it_ever_held(story: Story) -> None:
    propose(story, SOONER, after=DAY)
    approve(story)
    story.when(r.RollBackPolicy, "", by=LEAD, policy="n1", reason="crews_missing")
    story.now += 2 * DAY
    assert in_force(story.board, story.rules, story.now) is story.rules


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        (Setting("clock.page", 31_000), "policy_out_of_bounds"),  # a page rises within thirty seconds
        (Setting("clock.report", 1_000), "policy_setting_unknown"),  # law, not policy
        (Setting("crew.mobile_crisis.fewest", 1), "policy_out_of_bounds"),  # nobody works alone in the field
        (Setting("level.4.order", 0, ()), "policy_codes_wrong"),
        (Setting("level.4.order", 0, ("patrol", "patrol")), "policy_codes_wrong"),
        (Setting("level.4.order", 0, ("dragon",)), "policy_codes_wrong"),
        (Setting("level.4.order", 0, ("ems",)), "policy_limit_missing"),
        (Setting("level.4.assign_within", 31 * MINUTE), "policy_sent_after_arrival"),
        (Setting("follow_up.next_day.again", 2 * DAY), "policy_again_after_due"),
        (Setting("clock.page", 30_000), "policy_changes_nothing"),
        (Setting("level.2.stay_connected", 2), "policy_out_of_bounds"),
    ],
)
def test_07_what_cannot_be_kept_is_refused_with_its_reason(story: Story, setting: Setting, code: str) -> None:
    assert no(story, setting) == code


def test_08_more_that_is_refused(story: Story) -> None:
    assert no(story, SOONER, reason="because") == "not_in_list"
    assert no(story, SOONER, wanted_at=story.now + 500 * DAY) == "policy_too_far"
    assert no(story, SOONER, Setting("clock.page", 10_000)) == "policy_said_twice"
    assert no(story) == "policy_changes_nothing"
    late = (Setting("level.3.stay_connected", 1), Setting("level.3.arrive_within", 40 * MINUTE))
    assert no(story, *late) == "policy_connected_too_long"
    propose(story, SOONER)
    assert no(story, SOONER) == "policy_exists"
    assert story.refused(r.ApprovePolicy, "", by=LEAD, policy="none", gives="") == "policy_unknown"


def test_09_another_order_of_crews_is_what_the_next_decision_goes_by(story: Story) -> None:
    propose(story, Setting("level.3.order", 0, ("patrol", "mobile_crisis")), Setting("level.3.within.patrol", 10 * MINUTE))
    approve(story)
    plan = in_force(story.board, story.rules, story.now).program.levels[Level.URGENT]
    assert [(step.crew_kind, step.drive_limit_ms) for step in plan.order] == [("patrol", 10 * MINUTE), ("mobile_crisis", HOUR)]
    facts = story.when(AssignUnit, "desk-dispatch", incident="i1", assignment="a1", unit="P31")
    assert next(fact.options[0].unit for fact in facts if isinstance(fact, Recommended)) == "P31"


def test_10_files_that_no_longer_know_a_crew_still_let_every_fact_stand(story: Story) -> None:
    propose(story, Setting("level.3.order", 0, ("patrol", "mobile_crisis")))
    approve(story)
    crews = {id: kind for id, kind in RULES.program.crews.items() if id != "patrol"}
    smaller = replace(RULES, program=replace(RULES.program, crews=crews))
    plan = in_force(story.board, smaller, story.now).program.levels[Level.URGENT]
    assert [step.crew_kind for step in plan.order] == ["mobile_crisis"]


def test_11_the_same_facts_give_the_same_rules_on_every_machine(story: Story) -> None:
    propose(story, SOONER, after=HOUR)
    approve(story)
    propose(story, Setting("silence.crew", HOUR), id="n2")
    approve(story, id="n2")
    story.when(r.RollBackPolicy, "", by=LEAD, policy="n2", reason="mistake")
    other = Board()
    for fact in story.facts:
        apply(other, fact)
    for at in range(story.now - HOUR, story.now + 2 * HOUR, 60_000):
        here, there = in_force(story.board, story.rules, at), in_force(other, replace(story.rules), at)
        assert (here.hash, here) == (there.hash, there)


def test_12_two_accounts_count_as_two_people_only_where_neither_gave_the_other_theirs_nor_was_made_for_it(story: Story) -> None:
    propose(story, SOONER)
    told = {"by": LEAD, "policy": "n1", "gives": read(story)}
    assert story.refused(r.ApprovePolicy, "", **told, tied=True) == "policy_accounts_tied"
    assert story.refused(r.ApprovePolicy, "", **told, since=story.board.policies.reach("n1").proposed_at + 1) == "policy_account_newer"
    assert kinds(story.when(r.ApprovePolicy, "", **told, since=story.board.policies.reach("n1").proposed_at)) == ["PolicyApproved"]
