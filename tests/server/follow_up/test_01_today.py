"""Whom to reach today: new until taken, due until reached, the story of one person and of nobody else, closing with a signature."""

import re
from html import unescape

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene


@pytest.fixture(scope="module")
def manager(server: Server) -> Person:
    """L. Moreau at the follow-up desk."""
    return Person(server, "l-moreau")


@pytest.fixture(scope="module")
def crew(server: Server) -> Person:
    return Person(server, "b-ferreira")


def page(person: Person, path: str = "/follow-up/") -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def part(text: str, id: str) -> str:
    found = re.search(rf'<section id="{id}">.*?</section>', text, re.DOTALL)
    assert found, f"no section {id}"
    return found[0]


def promises(text: str, episode: str) -> list[str]:
    """Follow-ups of a person that can be attempted on this page."""
    return re.findall(rf'data-follow-up="([\w-]+)" data-incident="\w+" data-episode="{episode}"', text)


def test_01_a_promise_is_new_until_a_desk_takes_it_on(server: Server, manager: Person, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person").finish()
    new = part(page(manager), "new")
    assert scene.episode in new
    assert "Reach the person within 24 hours; Reach the person within 72 hours" in new
    assert "permission not recorded: ask first" in new
    assert "Paces" not in new
    assert manager.ask("TakeFollowUp", episode=scene.episode, position="follow-up")[0] == 200
    text = page(manager)
    assert scene.episode not in part(text, "new")
    assert scene.episode in part(text, "tomorrow")
    assert scene.episode in part(text, "waiting")


def test_02_no_answer_asks_for_the_next_date_and_reaching_them_keeps_it(server: Server, manager: Person, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person").finish()
    manager.ask("TakeFollowUp", episode=scene.episode, position="follow-up")
    first = promises(part(page(manager), "tomorrow"), scene.episode)[0]
    assert manager.ask("AttemptFollowUp", follow_up=first, outcome="no_answer")[0] == 200
    assert re.search(r"Last contact: No answer, .*?try 1 of 4", page(manager), re.DOTALL)
    assert manager.ask("AttemptFollowUp", follow_up=first, outcome="seen")[0] == 200
    assert first not in page(manager)


def test_03_the_story_of_one_person_says_who_was_responsible_when(server: Server, manager: Person, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person").hand_over()
    words = {"follow_up_note": "Sister answers after six"}
    scene.must("WriteNote", by=manager, incident=scene.incident, episode=scene.episode, texts=words)
    text = page(manager, f"/follow-up/{scene.episode}")
    spans = part(text, "spans")
    assert [name in spans for name in ("Call-taker 1", "C204", "Wasatch Receiving Center")] == [True] * 3
    assert spans.index("Call-taker 1") < spans.index("C204") < spans.index("Wasatch")
    assert "Sister answers after six" in text
    assert "now" in spans


def test_04_another_persons_lines_and_notes_are_left_out(server: Server, manager: Person, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person")
    _, added = crew.ask("AddPerson", incident=scene.incident)
    other = added["ids"]["episode"]
    scene.must("WriteNote", by=crew, incident=scene.incident, episode=other, texts={"follow_up_note": "Only about the second person"})
    scene.must("RecordDisposition", episode=scene.episode, disposition="resolved_on_scene")
    text = page(manager, f"/follow-up/{scene.episode}")
    assert "Only about the second person" not in text
    assert "/ 2" not in part(text, "spans")
    crew.ask("ReportStatus", assignment=scene.assignment, status="cleared")


def test_05_closing_needs_a_supervisors_name(server: Server, manager: Person, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person").finish()
    manager.ask("TakeFollowUp", episode=scene.episode, position="follow-up")
    first = promises(page(manager), scene.episode)[0]
    status, answer = manager.ask("CloseFollowUp", follow_up=first, reason="moved")
    assert (status, answer["code"]) == (409, "end_needs_supervisor")
    assert manager.ask("CloseFollowUp", follow_up=first, reason="moved", signed_by="m-lindqvist")[0] == 200
    assert "Moved away" in page(manager, f"/follow-up/{scene.episode}")


def test_06_a_person_without_a_promise_has_no_page(server: Server, manager: Person, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person")
    assert manager.get(f"/follow-up/{scene.episode}").status_code == 404
    assert manager.get("/follow-up/no-such-person").status_code == 404
    scene.finish("not_behavioural")
