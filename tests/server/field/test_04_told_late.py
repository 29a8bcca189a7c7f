"""What a phone without a signal tells late has happened: it is taken as it is, and what was left open rises to the desk."""

import time
from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene


@pytest.fixture
def crew(server: Server) -> Person:
    """Somebody aboard M12."""
    return Person(server, "p-lowe")


def late(minutes: int) -> dict[str, Any]:
    """What a phone adds to a tap it kept."""
    return {"device": "phone-1", "sequence": 1, "happened_at": int(time.time() * 1000) - minutes * 60_000}


def alarms(scene: Scene, kind: str) -> list[str]:
    """What the desk is told of this call, in words."""
    found = scene.dispatcher.board()["alarms"]
    return [one["sentence"] for one in found if one["kind"] == kind and one["incident"] == scene.incident]


def test_01_a_crew_that_left_without_a_signal_is_asked_for_the_medical_signs_on_the_way(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "with_person")
    scene.must("ReservePlace", episode=scene.episode, facility="wasatch-receiving", service="chair_23h")
    scene.must("RecordDisposition", episode=scene.episode, disposition="transported_voluntary")
    status, refused = crew.ask("ReportStatus", assignment=scene.assignment, status="transporting", place="wasatch-receiving")
    assert (status, refused["code"]) == (409, "red_flags_unasked"), "with a signal the crew is still there, and can ask"
    told = scene.must("ReportStatus", assignment=scene.assignment, status="transporting", place="wasatch-receiving", **late(1))
    assert not told["quarantined"]
    assert "with medical signs left open" in alarms(scene, "red_flags_open")[0]
    assert 'id="left-open"' in crew.get("/field/").text
    assert "Medical signs asked again: no others" in scene.dispatcher.get(f"/dispatch/incident/{scene.incident}?part=1").text
    scene.must("RuleOutRedFlags", by=scene.dispatcher, incident=scene.incident, when="before_departure")
    assert alarms(scene, "red_flags_open") == []
    assert 'id="left-open"' not in crew.get("/field/").text
    scene.status("at_place", place="wasatch-receiving")
    scene.must("HandOver", episode=scene.episode, facility="wasatch-receiving", service="chair_23h", received_by="charge nurse")


def test_02_a_closed_door_whose_time_to_return_has_come_rises_to_the_desk(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "on_scene")
    kept = late(2)
    return_at = kept["happened_at"] + 60_000
    told = scene.must("RecordNoAnswer", incident=scene.incident, then="return", return_at=return_at, **kept | {"sequence": 2})
    assert not told["quarantined"]
    assert alarms(scene, "return_due") == [], "a crew is there"
    scene.status("cleared")
    assert "the time to come back has come" in alarms(scene, "return_due")[0]
    scene.must("AssignUnit", by=scene.dispatcher, incident=scene.incident, unit="m12")
    assert alarms(scene, "return_due") == [], "somebody is on the way"
