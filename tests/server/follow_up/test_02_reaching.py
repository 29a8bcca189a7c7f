"""Whom to reach, by day and by filter; at which number, whether a message may be left, and where nobody may try."""

import re
from html import unescape
from typing import Any

import pytest

from alongside.server.follow_up.today import Only, _list_of, ends_of_days
from tests.server.running import Person, Server
from tests.server.scenes import Scene

DAY_MS = 86_400_000
SAFE, OTHER = "801 555 0141", "801 555 0142"


def page(person: Person, path: str) -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


@pytest.fixture(scope="module")
def manager(server: Server) -> Person:
    return Person(server, "l-moreau")


@pytest.fixture(scope="module")
def known() -> list[str]:
    """The record of that person, once there is one."""
    return []


@pytest.fixture(scope="module")
def scene(server: Server, manager: Person, known: list[str]) -> Scene:
    """Somebody known, who allowed contact and no message."""
    met = Scene(server, Person(server, "b-ferreira"), "c204", "with_person")
    person = met.must("RecordPerson", episode=met.episode, basis="said_so", texts={"name": "Wren Oddfellow", "phone": OTHER})["ids"][
        "person"
    ]
    met.must("WriteItems", person=person, source="person", texts={"safe_number": SAFE})
    met.must("SetPermission", episode=met.episode, permits=["contact"])
    met.finish()
    met.must("TakeFollowUp", by=manager, episode=met.episode, position="follow-up")
    known.append(person)
    return met


def test_01_a_day_ends_at_midnight_where_the_work_is_done_also_when_the_clocks_change() -> None:
    noon_before = 1_772_996_400_000  # 2026-03-08 13:00 in Salt Lake City: that morning the clocks went forward
    today, tomorrow = ends_of_days(noon_before, "America/Denver")
    assert (today - noon_before, tomorrow - today) == (11 * 3_600_000, DAY_MS)
    line: dict[str, Any] = {"to_take": False, "at_place": False}
    wanted = {"overdue": noon_before, "due": today, "tomorrow": tomorrow, "waiting": tomorrow + 1}
    assert {name: _list_of(noon_before, (today, tomorrow), line | {"by": by}) for name, by in wanted.items()} == {
        name: name for name in wanted
    }
    assert _list_of(noon_before, (today, tomorrow), line | {"by": today, "to_take": True}) == "new"
    assert _list_of(noon_before, (today, tomorrow), line | {"by": today, "at_place": True}) == "waiting"


def test_02_the_lists_are_narrowed_by_promise_language_and_whether_anybody_tried() -> None:
    line = {"attempts": 0, "rule": "next_day", "language": ""}
    takes = [Only(), Only("next_day", "en", "no"), Only("three_days"), Only(language="es"), Only(tried="yes")]
    assert [one.takes(line) for one in takes] == [True, True, False, False, False]


def test_03_the_page_of_a_person_shows_the_safe_number_first_and_that_no_message_may_be_left(manager: Person, scene: Scene) -> None:
    text = page(manager, f"/follow-up/{scene.episode}")
    assert text.index(SAFE) < text.index(OTHER)
    assert "Leave no message" in text
    assert 'data-outcome="left_message"' not in text
    line = re.search(r'data-follow-up="([\w-]+)"', text)
    assert line
    status, answer = manager.ask("AttemptFollowUp", follow_up=line[1], outcome="left_message")
    assert (status, answer["code"]) == (409, "voicemail_not_permitted")
    assert "801 555" not in page(manager, "/follow-up/")


def test_04_a_narrowed_list_leaves_the_others_out(manager: Person, scene: Scene) -> None:
    assert scene.episode in page(manager, "/follow-up/?rule=next_day")
    assert scene.episode not in page(manager, "/follow-up/?language=vi")
    assert "Show everything" in page(manager, "/follow-up/?tried=no")


def test_05_where_contact_is_prohibited_there_is_no_number_and_nothing_to_press(manager: Person, scene: Scene, known: list[str]) -> None:
    now = int(manager.get("/board.json").json()["now"])
    told = {"person": known[0], "source": "document", "review_at": now + 30 * DAY_MS}
    scene.must("WriteItems", by=manager, **told, texts={"contact_prohibition": "Order of the court"})
    text = page(manager, f"/follow-up/{scene.episode}")
    assert ("Contact is prohibited" in text, "801 555" in text) == (True, False)
