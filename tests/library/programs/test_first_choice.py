"""7 · From the default protocol's example calls to the crew the default program would send first, on a Wednesday at noon."""

import pytest

from alongside.core.board import Board
from alongside.core.codes import Level, PoliceRole, UnitService
from alongside.core.dispatch.crew import acts_as, capabilities_of, languages_of
from alongside.core.dispatch.recommend import recommend
from alongside.core.intake.triage import run
from alongside.core.state import Incident
from alongside.core.travel import Mode
from alongside.library import load_program
from alongside.library.protocols.examples import load_examples

PROFILE = load_program("tailored")
RULES = PROFILE.rules
PROTOCOL = RULES.protocols["alongside-default"]
ASSESSED = [example for example in load_examples("alongside-default") if run(PROTOCOL, example.answers).level]


class AcrossTheGrid:
    """Along the streets of a grid: north and then east, 40 km/h, 55 with lights."""

    version = "grid"

    def drive_ms(self, origins, to, mode):
        ms_per_microdegree = 7 if mode is Mode.LIGHTS else 10
        return tuple((abs(one.lat - to.lat) + abs(one.lon - to.lon)) * ms_per_microdegree for one in origins)


@pytest.fixture(scope="module")
def board():
    """Every crew on duty at its post."""
    board, program = Board(), RULES.program
    posts = {post.id: post.spot for post in PROFILE.area.posts}
    for rostered in PROFILE.list_on_duty(weekday=2, minute=720):
        unit, members = board.units.reach(rostered.id), PROFILE.list_members(rostered)
        unit.area, unit.call_sign, unit.crew_kind, unit.members = program.area, rostered.call_sign, rostered.crew_kind, members
        unit.acts_as = acts_as(program, rostered.crew_kind, members)
        unit.capabilities = capabilities_of(program, program.crews[rostered.crew_kind], members)
        unit.languages, unit.service, unit.spot = languages_of(members), UnitService.IN_SERVICE, posts.get(rostered.post)
    return board


def choose(board, example):
    """The triage of an example call, and the first unit recommended for it."""
    triage = run(PROTOCOL, example.answers)
    incident = Incident(id="one", area=RULES.program.area, level=triage.level, spot=PROFILE.area.centre)
    incident.requirements, incident.crews_advised = triage.requirements, triage.crews
    options = recommend(board, incident, RULES, AcrossTheGrid(), now=0).options
    return triage, board.units.find(options[0].unit), options


@pytest.mark.parametrize("example", ASSESSED, ids=lambda example: example.call)
def test_1_somebody_is_always_recommended_and_in_reach(board, example):
    _, first, options = choose(board, example)
    assert first.capabilities
    assert all("too_far" not in [reason.code for reason in option.reasons] for option in options[:1])


@pytest.mark.parametrize("example", ASSESSED, ids=lambda example: example.call)
def test_2_where_police_lead_or_are_present_police_go_first_and_nowhere_else(board, example):
    triage, first, _ = choose(board, example)
    if triage.police in (PoliceRole.LEAD, PoliceRole.PRESENT):
        assert "police" in first.capabilities
    elif triage.police is PoliceRole.NONE and "search" not in {one.code for one in triage.requirements}:
        assert "police" not in first.capabilities


@pytest.mark.parametrize("example", ASSESSED, ids=lambda example: example.call)
def test_3_whatever_the_first_lacks_a_second_brings(board, example):
    triage, first, options = choose(board, example)
    wanted = {RULES.program.requirements[one.code] for one in triage.requirements if one.code in RULES.program.requirements}
    together = first.capabilities.union(*(board.units.find(option.unit).capabilities for option in options if option.also))
    assert wanted - {"negotiator"} <= together


def test_4_a_young_person_in_distress_is_met_by_the_youth_team(board):
    example = next(one for one in ASSESSED if "autistic boy" in one.call)
    triage, first, _ = choose(board, example)
    assert (triage.level, first.acts_as) == (Level.ROUTINE, "youth_team")
