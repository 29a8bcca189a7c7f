"""The crew's page: only legal steps, unknown never no, what is missing said beside the button, one's own unit and no other."""

import re
from html import unescape

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene


@pytest.fixture(scope="module")
def crew(server: Server) -> Person:
    """P. Lowe aboard M12."""
    return Person(server, "p-lowe")


def page(person: Person, query: str = "") -> str:
    found = person.client.get(f"/field/{query}", headers={"X-Part": "1"})
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def steps(text: str) -> list[tuple[str, bool]]:
    """(status, may be pressed) of each big button, in order."""
    found = re.findall(r'<button class="[^"]*" data-ask="ReportStatus" data-body=\'[^\']*"status":"(\w+)"[^\']*\'([^>]*)>', text)
    return [(status, "disabled" not in rest) for status, rest in found if status != "declined"]


def test_01_a_crew_that_was_sent_sees_where_and_only_the_legal_steps(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12")
    text = page(crew)
    assert "the blue gate" in text
    assert "Paces in the yard" in text
    assert steps(text) == [("acknowledged", True), ("enroute", True)]
    assert crew.ask("ReportStatus", assignment=scene.assignment, status="with_person")[0] == 409  # what is not shown is refused, too
    for status, then in (("acknowledged", "enroute"), ("enroute", "on_scene"), ("on_scene", "with_person")):
        scene.status(status)
        assert steps(page(crew))[0] == (then, True)
    scene.status("with_person")
    scene.finish()


def test_02_unknown_is_never_shown_as_no(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "on_scene")
    text = page(crew)
    assert "Weapon: unknown, ask again" in text
    assert "Weapon: denied" not in text
    scene.must("ReportWeapon", incident=scene.incident, weapon="blade", place="in_home", state="seen", source="crew")
    assert re.search(r"Knife or blade: seen</strong>, somewhere in the home", page(crew))
    scene.status("with_person")
    scene.finish()


def test_03_clearing_waits_for_what_came_of_it_and_says_so(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "with_person")
    text = page(crew)
    assert ("cleared", False) in steps(text)
    assert "Say what came of it first: person 1." in text
    assert ("transporting", False) in steps(text)
    assert "Choose a place below first." in text
    scene.must("RecordDisposition", episode=scene.episode, disposition="resolved_on_scene", details=["police_present"])
    text = page(crew)
    assert steps(text)[0] == ("cleared", True)
    assert "Resolved here" in text
    assert "Police present" in text
    scene.status("cleared")


def offered(text: str) -> list[tuple[str, str]]:
    """(facility, service) of each place that can be reserved, in order."""
    return re.findall(r'data-ask="ReservePlace" data-body=\'\{"facility":"([\w-]+)","service":"([\w-]+)"', text)


def test_04_places_come_with_their_why_and_a_no_shows_the_next_at_once(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "with_person")
    places = offered(page(crew))
    assert len(places) > 3
    # Which comes first is learned from what other stories' places answered.
    facility, service = places[0]
    first = scene.must("ReservePlace", episode=scene.episode, facility=facility, service=service)
    assert "asked, no answer yet" in page(crew)
    scene.must("DeclineToReceive", reservation=first["ids"]["reservation"], reason="staffing", by_phone=True)
    text = page(crew)
    assert "said no: Not enough staff" in text
    following = [one for one in offered(text) if one[0] != facility]
    assert len(following) == len(offered(text)) > 1
    scene.must("ReservePlace", episode=scene.episode, facility=following[0][0], service=following[0][1])
    assert ("transporting", False) in steps(page(crew)), "the medical signs are asked again first"
    assert "Leave all the same, with a reason" in page(crew)
    scene.must("RuleOutRedFlags", incident=scene.incident, when="before_departure")
    assert steps(page(crew))[0] == ("transporting", True)
    reserved = re.search(r'data-ask="TakeBackReservation" data-body=\'\{"reservation":"(\w+)"', page(crew))
    assert reserved
    scene.must("TakeBackReservation", reservation=reserved[1])
    scene.finish()


def test_05_another_crew_sees_nothing_of_it(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "enroute")
    other = Person(server, "s-begay")
    assert "the blue gate" not in page(other)
    assert scene.assignment not in page(other, f"?assignment={scene.assignment}")
    assert other.get(f"/field/map/{scene.incident}.svg").status_code == 404
    drawn = crew.get(f"/field/map/{scene.incident}.svg")
    assert drawn.status_code == 200
    assert drawn.text.startswith("<svg")
    assert drawn.text.count("<path") > 3
    scene.status("on_scene")
    scene.status("with_person")
    scene.finish()


def test_06_two_assignments_can_be_switched_and_the_first_chosen(server: Server, crew: Person) -> None:
    one = Scene(server, crew, "m12", "with_person")
    call = one.taker.take_call(texts={"place": "the second place"})
    second = one.must("AssignUnit", by=one.dispatcher, incident=call, unit="m12", also=True)["ids"]["assignment"]
    assert "the blue gate" in page(crew)
    assert "the second place" in page(crew, f"?assignment={second}")
    one.must("ChoosePrimary", assignment=second)
    assert "the second place" in page(crew)
    one.must("CancelAssignment", by=one.dispatcher, assignment=second, reason="no_longer_needed")
    one.finish()


def test_07_the_page_holds_no_inline_script_or_style(crew: Person) -> None:
    text = crew.get("/field/").text
    assert "<style" not in text
    assert "style=" not in text
    assert "onclick" not in text
    assert all("src=" in one or "application/json" in one for one in re.findall(r"<script([^>]*)>", text))


def test_08_spanish_all_the_way_to_the_buttons(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "enroute")
    spanish = Person(server, "p-lowe", "es")
    text = page(spanish)
    assert "En el lugar" in text
    assert "On scene" not in text
    scene.status("on_scene")
    scene.status("with_person")
    scene.finish()


def test_30_clear_is_not_offered_while_somebody_goes_along(server: Server) -> None:
    scene = Scene(server, Person(server, "p-lowe"), "m12", "with_person")
    scene.must("RecordDisposition", episode=scene.episode, disposition="transported_voluntary")
    assert "Hand over first: person 1." in scene.crew.get("/field/").text
    scene.must("RecordDisposition", episode=scene.episode, disposition="resolved_on_scene")
    assert "Hand over first" not in scene.crew.get("/field/").text
    scene.status("cleared")
