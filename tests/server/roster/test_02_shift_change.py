"""Nobody goes off duty while responsible: everything is listed, passed in bulk, accepted; a list that changed is refused."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.server.running import Person, Server, running
from tests.server.scenes import Scene


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own: here desks change hands."""
    folder: Path = tmp_path_factory.mktemp("shift")
    with running(folder, "--quiet") as found:
        yield found


def page(person: Person) -> str:
    found = person.client.get("/shift/", headers={"X-Part": "1"})
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def shown(text: str, desk: str) -> list[str]:
    """What the newcomer is asked to accept with a desk."""
    found = re.search(rf'data-relieve="{desk}" data-episodes="([\w,]*)"', text)
    assert found, f"{desk} cannot be taken over here"
    return [one for one in found[1].split(",") if one]


def test_01_a_desk_that_is_responsible_is_told_what_to_do_instead_of_leaving(own: Server) -> None:
    taker = Person(own, "j-diaz")
    taker.take_call()
    text = page(taker)
    assert "You cannot leave this desk while it is responsible for 1 person." in text
    assert "M. Lindqvist can help." in text
    assert 'data-ask="LeavePosition"' not in text
    status, answer = taker.ask("LeavePosition", position="call-taker-1")
    assert (status, answer["code"]) == (409, "still_responsible")


def test_02_a_person_who_came_since_is_never_passed_unseen(own: Server) -> None:
    taker, lead = Person(own, "j-diaz"), Person(own, "m-lindqvist")
    accepted = shown(page(lead), "call-taker-1")
    taker.take_call()
    status, answer = lead.ask("RelievePosition", position="call-taker-1", episodes=accepted)
    assert (status, answer["code"]) == (409, "shift_list_changed")
    assert answer["sentence"]
    again = shown(page(lead), "call-taker-1")
    assert len(again) == len(accepted) + 1
    assert lead.ask("RelievePosition", position="call-taker-1", episodes=again)[0] == 200


def test_03_after_relieving_the_newcomer_sits_at_the_desk(own: Server) -> None:
    lead = Person(own, "m-lindqvist")
    assert lead.form("/shift/sit", position="call-taker-1", next="/shift/").headers["location"] == "/shift/"
    assert "Call-taker 1 (M. Lindqvist)" in page(lead)
    assert Person(own, "j-diaz").form("/shift/sit", position="call-taker-1").status_code == 403
    lead.form("/shift/sit", position="supervisor-1", next="/shift/")


def test_04_people_are_offered_to_another_desk_and_taken_over_there(own: Server) -> None:
    line, lead = Person(own, "a-haddad"), Person(own, "m-lindqvist")
    lead.form("/shift/sit", position="call-taker-1", next="/shift/")
    mine = re.findall(r'name="episode" value="(\w+)"', page(lead))
    assert mine
    assert lead.ask("OfferTransfer", episode=mine[0], to=["position", "clinician-line"])[0] == 200
    assert "offered to Clinician line" in page(lead)
    assert mine[0] in page(line)
    assert line.ask("AcceptTransfer", episode=mine[0])[0] == 200
    assert mine[0] in page(lead)  # agreeing moves nothing
    assert line.ask("TakeOver", episode=mine[0])[0] == 200
    assert mine[0] not in page(lead)


def test_05_a_new_crew_accepts_the_people_listed(own: Server) -> None:
    crew = Person(own, "b-ferreira")
    scene = Scene(own, crew, "c204", "with_person")
    text = page(crew)
    assert "This crew cannot sign off while it is responsible for 1 person." in text
    assert f'data-episodes="{scene.episode}"' in text
    newcomers = [["h-vasquez", "clinician", [], ["en"]], ["g-mbeki", "officer", ["cit"], ["en"]]]
    status, answer = crew.ask("ChangeCrew", unit="c204", members=newcomers, episodes=[])
    assert (status, answer["code"]) == (409, "shift_list_changed")
    assert crew.ask("ChangeCrew", unit="c204", members=newcomers, episodes=[scene.episode])[0] == 200
    next_shift = Person(own, "h-vasquez")
    assert "We are aboard" in page(next_shift)
    assert scene.episode in page(next_shift)
