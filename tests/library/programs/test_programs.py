"""6 · The bundled programs can run a day."""

import time
from dataclasses import replace

import pytest

from alongside.core.codes import Level, Origin
from alongside.core.dispatch.crew import acts_as, capabilities_of
from alongside.core.intake.protocol import REQUIREMENTS
from alongside.core.travel import Spot
from alongside.library import load_program, load_rules
from alongside.library.areas import load_area
from alongside.library.programs import list_programs
from alongside.library.programs.cli import main

NAMES = list_programs()


def abilities(profile, units):
    """Everything these units' people and vehicles bring."""
    program = profile.rules.program
    each = [capabilities_of(program, program.crews[unit.crew_kind], profile.list_members(unit)) for unit in units]
    return frozenset().union(*each)


def test_1_the_four_programs_are_there():
    assert {"tailored", "pert", "stl-cru", "la-therapeutic-transport"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_2_around_the_clock_each_level_has_a_crew_on_duty_that_the_level_orders(name):
    profile = load_program(name)
    for weekday, minute in [(0, 3 * 60), (2, 12 * 60), (5, 20 * 60), (6, 5 * 60 + 30)]:
        kinds = {unit.crew_kind for unit in profile.list_on_duty(weekday, minute)}
        for level in (Level.ROUTINE, Level.MODERATE, Level.URGENT, Level.EMERGENT):
            ordered = {step.crew_kind for step in profile.rules.program.levels[level].order}
            assert kinds & ordered, (name, level, weekday, minute)


@pytest.mark.parametrize("name", NAMES)
def test_3_every_unit_is_what_it_says_and_whoever_is_aboard_is_on_one_unit_only(name):
    profile = load_program(name)
    program = profile.rules.program
    aboard = [member for unit in profile.units for member in unit.members]
    assert len(aboard) == len(set(aboard))
    for unit in profile.units:
        assert acts_as(program, unit.crew_kind, profile.list_members(unit)) == unit.crew_kind


@pytest.mark.parametrize("name", NAMES)
def test_4_someone_of_each_part_can_sign_in_for_a_first_look(name):
    profile = load_program(name)
    demo = {one.role for one in profile.staff if one.demo}
    assert {"call_taker", "dispatcher", "supervisor", "nurse", "case_manager", "evaluator", "privacy_officer", "administrator"} <= demo
    crews = {unit.id: unit for unit in profile.units}
    for one in profile.staff:
        if one.demo and one.seat in crews:
            assert crews[one.seat].shift == (), "a demo crew is on duty whenever somebody looks"
            assert one.id in crews[one.seat].members


@pytest.mark.parametrize("name", NAMES)
def test_5_police_ems_and_a_clinician_can_be_had_at_any_hour(name):
    profile = load_program(name)
    program = profile.rules.program
    for hour in range(24):
        brought = abilities(profile, profile.list_on_duty(3, hour * 60))
        assert {program.requirements[code] for code in ("police", "ems", "clinician")} <= brought, (name, hour)


@pytest.mark.parametrize("name", NAMES)
def test_6_every_code_a_screen_may_show_has_words_in_both_languages(name):
    profile = load_program(name)
    program = profile.rules.program
    keys = [f"crew.{kind}" for kind in program.crews] + [f"role.{role}" for role in program.roles]
    keys += [f"desk.{desk.id}" for desk in program.desks]
    keys += [f"level.{int(level)}" for level in program.levels] + [f"agency.{one.agency}" for one in profile.staff]
    keys += ["program", *(f"requirement.{code}" for code in REQUIREMENTS), *(f"partner.{partner.id}" for partner in program.partners)]
    keys += [f"rule.{rule.id}" for protocol in profile.rules.protocols.values() for rule in protocol.rules]
    for key in keys:
        assert profile.get_label(key, "en")
        assert profile.get_label(key, "es")


def test_7_the_same_content_has_the_same_hash_and_another_content_another(copy):
    before = load_rules(copy.folder).hash
    copy.edit("roster.yaml", "call_sign: C204", "call_sign: C205")
    assert load_rules(copy.folder).hash == before, "the roster is not part of the rules"
    copy.edit("levels-tailored.yaml", "within: 20 min", "within: 21 min")
    assert load_rules(copy.folder).hash != before


def test_8_an_edited_file_is_read_again(copy):
    assert load_program(copy.folder).rules.clocks.page_ms == 30_000
    time.sleep(0.01)
    copy.edit("clocks.yaml", "page: 30 s", "page: 45 s")
    assert load_program(copy.folder).rules.clocks.page_ms == 45_000


def test_9_away_from_home_units_are_based_at_that_areas_posts():
    home = load_area("salt-lake-city")
    away = replace(home, name="elsewhere", posts=home.posts[:2], facilities=home.facilities[:3], beats=())
    profile = load_program("pert", away)
    assert {unit.post for unit in profile.units if unit.post} == {post.id for post in away.posts}
    assert profile.rules.program.destinations == ()
    assert list(profile.rules.facilities) == [facility.id for facility in away.facilities]
    assert profile.rules.program.area == "elsewhere"


def test_10_the_van_program_counts_an_unassessed_call_as_level_4():
    assert load_rules("la-therapeutic-transport").program.unassessed_as is Level.EMERGENT
    assert load_rules("tailored").program.unassessed_as is Level.URGENT


def test_11_pert_may_be_asked_for_by_dispatch_and_officers_only():
    program = load_rules("pert").program
    assert program.crews["co_responder"].asked_by == {Origin.CALL_911, Origin.OFFICER, Origin.DISPATCHER, Origin.SELF_STAGED}
    assert Origin.COMMUNITY not in program.origins


def test_12_each_first_ring_is_answered_by_a_desk():
    for name in NAMES:
        program = load_rules(name).program
        assert program.origins == {origin for desk in program.desks for origin in desk.origins}


def test_13_every_requirement_a_crew_can_meet_is_met_by_somebody_in_the_default_program():
    profile = load_program("tailored")
    program = profile.rules.program
    brought = abilities(profile, profile.units)
    assert set(program.requirements) <= REQUIREMENTS
    assert set(program.requirements.values()) <= brought


def test_14_minutes_left_in_a_shift_past_midnight():
    units = {unit.id: unit for unit in load_program("tailored").units}
    assert units["c211"].minutes_left(weekday=4, minute=23 * 60) == 3 * 60
    assert units["c204"].minutes_left(weekday=4, minute=23 * 60) == 1440
    assert units["o1"].is_on_duty(weekday=6, minute=10 * 60) is False


def test_15_facilities_lie_within_their_area():
    profile = load_program("tailored")
    assert all(profile.area.contains(Spot(*facility.spot)) for facility in profile.rules.facilities.values())


def test_16_the_command_line_says_what_a_program_holds(capsys):
    assert main(["check"]) == 0
    assert "level 3: mobile_crisis, youth_team" in capsys.readouterr().out
