"""Who is on duty: what the people aboard make a unit, desks, hazards with a date to look at them again."""

import json
import re
import time
from html import unescape
from typing import Any

import pytest

from tests.server.running import Person, Server


@pytest.fixture(scope="module")
def lead(server: Server) -> Person:
    return Person(server, "m-lindqvist")


def page(person: Person) -> str:
    found = person.client.get("/roster/", headers={"X-Part": "1"})
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def article(text: str, id: str) -> str:
    found = re.search(rf'<article [^>]*id="{id}".*?</article>', text, re.DOTALL)
    return found[0] if found else ""


def members(text: str, checked: bool = True) -> list[Any]:
    found = re.findall(r"data-member='(\[.*?\])'( checked)?", text)
    return [json.loads(one) for one, ticked in found if bool(ticked) or not checked]


def test_01_a_co_responder_car_without_its_clinician_becomes_patrol_and_says_so(lead: Person) -> None:
    crew = members(article(page(lead), "unit-c204"))
    officer = [one for one in crew if one[1] == "officer"]
    assert len(crew) == 2
    assert len(officer) == 1
    assert lead.ask("ChangeCrew", unit="c204", members=officer)[0] == 200
    text = article(page(lead), "unit-c204")
    assert "Patrol, rostered as Co-responder car" in text
    assert any(one[0] == "b-ferreira" for one in members(text, checked=False))  # free now, so she can come back aboard
    assert lead.ask("ChangeCrew", unit="c204", members=crew)[0] == 200
    assert "rostered as" not in article(page(lead), "unit-c204")


def test_02_a_unit_signs_on_goes_out_of_service_and_off(lead: Person) -> None:
    off = re.search(r'<article [^>]*id="off-(\w+)".*?</article>', page(lead), re.DOTALL)
    assert off
    told = re.search(r"data-sign-on='(\{.*?\})'", off[0])
    assert told
    status, answer = lead.ask("SignOn", **json.loads(told[1]), members=members(off[0], checked=False))
    assert status == 200, answer
    unit = off[1]
    assert lead.ask("GoOutOfService", unit=unit, reason="meal")[0] == 200
    assert "Meal" in article(page(lead), f"unit-{unit}")
    assert "Back in service" in article(page(lead), f"unit-{unit}")
    assert lead.ask("ReturnToService", unit=unit)[0] == 200
    assert lead.ask("SignOff", unit=unit)[0] == 200
    assert f'id="off-{unit}"' in page(lead)


def test_03_a_hazard_has_a_source_and_a_review_date_and_can_be_withdrawn(lead: Person) -> None:
    review = int(time.time() * 1000) + 90 * 86_400_000
    given = {"code": "needles", "spot": [40.7701, -111.9102], "source": "crew"}
    assert lead.ask("RecordHazard", **given, review_at=review + 300 * 86_400_000)[0] == 409
    _, answer = lead.ask("RecordHazard", **given, review_at=review)
    hazard = answer["ids"]["hazard"]
    card = article(page(lead), f"hazard-{hazard}")
    assert "Needles" in card
    assert "from a crew" in card
    assert "until" in card
    assert lead.ask("WithdrawHazard", hazard=hazard)[0] == 200
    assert article(page(lead), f"hazard-{hazard}") == ""


def test_04_desks_say_who_sits_there_and_for_how_many(lead: Person) -> None:
    text = page(lead)
    assert "Supervisor on duty" in text
    assert "M. Lindqvist" in text
    assert "responsible for" in text
