"""The crisis card over HTTP: said by the person, read by a second, on the pages of the call, and a receipt of who looked."""

import re
from html import unescape
from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

DAY_MS = 86_400_000
HELPS, FIRST, SIGNS = "Talk to me about my dog", "Give me a minute by the window", "I stop answering my brother"


def page(person: Person, path: str) -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, (path, found.status_code, found.text[:300])
    return unescape(found.text)


@pytest.fixture(scope="module")
def scene(server: Server) -> Scene:
    """C204 with somebody whose record B. Ferreira opened."""
    return Scene(server, Person(server, "b-ferreira"), "c204", "with_person")


@pytest.fixture(scope="module")
def person(scene: Scene) -> str:
    known = scene.must("RecordPerson", episode=scene.episode, basis="said_so", texts={"name": "Lena Thistlewood"})
    return str(known["ids"]["person"])


def test_01_what_the_person_says_waits_for_a_second_person(server: Server, scene: Scene, person: str) -> None:
    officer, at = Person(server, "k-tanaka"), int(scene.crew.get("/board.json").json()["now"])
    words = {"card_helps": HELPS, "card_first": FIRST}
    said: dict[str, Any] = {"person": person, "source": "person", "review_at": at + 90 * DAY_MS, "texts": words}
    assert scene.crew.ask("WriteItems", **said | {"source": "family"})[1]["code"] == "card_not_theirs"
    scene.must("WriteItems", **said)
    scene.must("WriteItems", person=person, source="person", texts={"plan_signs": SIGNS})
    mine = page(scene.crew, f"/person/{person}/card")
    assert [one in mine for one in (HELPS, FIRST, SIGNS)] == [True] * 3
    assert ("waits for a second person" in mine, "I have read it" in mine) == (True, False)
    assert [one in page(officer, "/field/") for one in (HELPS, FIRST, SIGNS)] == [False] * 3


def test_02_once_read_who_is_sent_and_the_desk_see_it_and_never_the_plan(server: Server, scene: Scene, person: str) -> None:
    second, officer, desk = Person(server, "a-haddad"), Person(server, "k-tanaka"), Person(server, "r-okafor")
    found = re.search(r'data-ask="ApproveCard".*?"items":\[([^\]]*)\]', page(second, f"/person/{person}/card"))
    assert found
    items = re.findall(r"[\w-]+", found[1])
    assert len(items) == 2
    scene.must("ApproveCard", by=second, person=person, items=items)
    assert [one in page(officer, "/field/") for one in (HELPS, FIRST, SIGNS)] == [True, True, False]
    assert HELPS in unescape(desk.get(f"/dispatch/incident/{scene.incident}").text)
    assert "read by A. Haddad" in page(scene.crew, f"/person/{person}/card")


def test_03_who_looked_is_told(server: Server, scene: Scene, person: str) -> None:
    told = re.search(r'<section id="looked".*?</section>', page(scene.crew, f"/person/{person}/card"), re.DOTALL)
    assert told
    assert ("K. Tanaka" in told[0], "R. Okafor" in told[0], "V. Ilves" in told[0]) == (True, True, False)


def test_04_for_who_has_nothing_to_do_with_the_person_there_is_no_such_page(server: Server, person: str) -> None:
    assert [Person(server, who).get(f"/person/{person}/card").status_code for who in ("p-lowe", "v-ilves")] == [404, 404]


def test_05_in_spanish(server: Server, scene: Scene, person: str) -> None:
    told = page(Person(server, "b-ferreira", "es"), f"/person/{person}/card")
    assert [one in told for one in ("Tarjeta de crisis", "Plan de seguridad", "Imprimir para la persona")] == [True] * 3
    scene.finish()
