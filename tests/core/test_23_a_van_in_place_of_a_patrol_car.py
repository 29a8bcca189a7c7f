"""The therapeutic van as data alone: the fire department's tiers send it first where it may go, and others before it where it may not."""

import pytest

from alongside.core.codes import Level, Origin
from alongside.core.dispatch import requests as d
from alongside.core.dispatch.recommend import recommend
from alongside.core.intake import requests as i
from alongside.core.party import Member
from alongside.core.rules import Rules
from alongside.library.programs import load_program
from tests.core.story import Story
from tests.core.town import CENTRE

DESKS = (("call-taker-1", "call_taker"), ("tiered-dispatch", "dispatcher"), ("supervisor-1", "supervisor"))
CREWS = {
    "V2": ("transport_van", (Member("begay", "driver"), Member("quintero", "psychiatric_technician"), Member("fairweather", "peer"))),
    "A21": ("ems", (Member("dubois", "paramedic"), Member("yilmaz", "emt"))),
    "C204": ("co_responder", (Member("tanaka", "officer", ("cit",)), Member("ferreira", "clinician"))),
    "P42": ("patrol", (Member("kowalski", "officer"),)),
}


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_program("la-therapeutic-transport").rules


def tier(rules: Rules, level: Level, members: tuple[Member, ...] = CREWS["V2"][1]) -> list[str]:
    """Which crews fire's dispatch would send for a call of that level, in order."""
    story = Story(rules)
    area = rules.program.area
    for desk, duty in DESKS:
        story.when(d.TakePosition, "system", position=desk, area=area, duty=duty, staff=desk)
    for unit, (kind, aboard) in CREWS.items():
        crew = members if unit == "V2" else aboard
        story.when(d.SignOn, "system", unit=unit, area=area, call_sign=unit, crew_kind=kind, members=crew, spot=CENTRE)
    told = {"incident": "i1", "episodes": ("i1-p1",), "area": area, "origin": Origin.CALL_911, "position": "call-taker-1", "spot": CENTRE}
    story.when(i.TakeCall, "system", **told)
    story.when(i.SetLevel, "system", incident="i1", level=level, reason="judgement")
    told_now = recommend(story.board, story.board.incidents.reach("i1"), rules, story.roads, story.now)
    return [option.unit for option in told_now.options]


def test_01_at_moderate_risk_the_van_goes_first_and_no_police_car(rules: Rules) -> None:
    assert tier(rules, Level.URGENT)[0] == "V2"
    assert "P42" not in tier(rules, Level.URGENT)[:2]


def test_02_at_higher_risk_others_go_before_it(rules: Rules) -> None:
    order = tier(rules, Level.EMERGENT)
    assert order[0] == "C204"
    assert order.index("A21") < order.index("V2")


def test_03_without_its_technician_or_its_peer_it_is_no_therapeutic_van(rules: Rules) -> None:
    alone = CREWS["V2"][1][:1]
    assert "V2" not in tier(rules, Level.URGENT, (*alone, Member("fairweather", "peer")))


def test_04_it_carries_people_under_a_hold_to_places_that_take_them(rules: Rules) -> None:
    holds = [one for one in rules.program.destinations if any("hold" in service.legal for service in rules.facilities[one].services)]
    assert len(holds) >= 4
    assert "transport" in rules.program.crews["transport_van"].gives
