"""Around the person on the crew's page and the console's panel: interpreter, guardian, children, a report that is owed."""

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene


@pytest.fixture
def crew(server: Server) -> Person:
    """Somebody aboard M12."""
    return Person(server, "p-lowe")


def test_01_what_a_crew_did_around_the_person_is_seen_by_crew_and_desk(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "with_person", language="es")
    status, refused = crew.ask("UseInterpreter", incident=scene.incident, language="es", modality="phone", interpreter="child")
    assert (status, refused["code"]) == (409, "family_interprets")
    interpreter = {"language": "es", "modality": "video", "texts": {"interpreter_id": "zebra-4471"}}
    scene.must("UseInterpreter", incident=scene.incident, **interpreter)
    scene.must("TryGuardian", episode=scene.episode, outcome="no_answer")
    scene.must("PlaceDependants", incident=scene.incident, who="neighbor")
    report = scene.must("OweReport", episode=scene.episode, about="child")["ids"]["report"]
    panel = scene.dispatcher.get(f"/dispatch/incident/{scene.incident}?part=1").text
    for text in (crew.get("/field/").text, panel):
        assert "Spanish · By video · Professional interpreter · On scene" in text
        assert "A neighbor" in text
        assert "owed until" in text
    assert "zebra-4471" in panel, "the interpreter's number comes out of the vault, on the timeline"
    told = {"report": report, "reason": "entered_wrong"}
    assert crew.ask("WithdrawReport", **told)[1]["code"] == "report_needs_second"
    lead = Person(server, "m-lindqvist")
    withdrawn = scene.must("WithdrawReport", by=lead, **told)
    assert "withdrawn, noted by mistake" in crew.get("/field/").text
    assert withdrawn["undo"] == {"kind": "RestoreReport", "report": report}
    scene.must("RestoreReport", by=lead, report=report)
    assert "owed until" in crew.get("/field/").text
    scene.must("FileReport", report=report)
    assert "owed until" not in crew.get("/field/").text
    scene.finish()


def test_02_the_desk_writes_down_who_decided_on_a_forced_door(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "on_scene")
    decided = {"incident": scene.incident, "forced": False, "reason": "no_danger_seen"}
    assert crew.ask("DecideEntry", **decided)[1]["code"] == "not_allowed"
    assert scene.dispatcher.ask("DecideEntry", **decided)[1]["code"] == "entry_needs_supervisor"
    scene.must("DecideEntry", by=scene.dispatcher, **decided, texts={"said_by": "Sgt. Alvarez"})
    assert "Decided: no forced entry" in crew.get("/field/").text
    scene.status("with_person")
    scene.finish()
