"""Signed at the door over the real server: sealed like any words, drawn for the receiver who may read it, and never in anybody's way."""

from html import unescape

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

BY, ROLE, STROKES = "canary-s1 Ines Marrow", "canary-s2 charge nurse", "M111 112 L113 114 L115 116"
WASATCH = {"facility": "wasatch-receiving", "service": "chair_23h"}


@pytest.fixture(scope="module")
def nurse(server: Server) -> Person:
    found = Person(server, "n-castellanos")
    assert found.ask("SetCapacity", **WASATCH, free=12)[0] == 200
    return found


def handed(server: Server, **told: object) -> Scene:
    """M12 brought somebody to the receiving center; everything said of a signature came with the hand-over."""
    scene = Scene(server, Person(server, "p-lowe"), "m12", "with_person")
    scene.must("HandOver", episode=scene.episode, **WASATCH, received_by="nurse", **told)
    return scene


def let_go(nurse: Person, scene: Scene) -> None:
    assert nurse.ask("ReleasePerson", episode=scene.episode, to="home")[0] == 200
    assert nurse.ask("EndEpisode", episode=scene.episode, reason="resolved")[0] == 200


def page(person: Person, path: str) -> str:
    return unescape(person.get(path).text)


def test_01_with_the_hand_over_it_is_drawn_for_who_received_and_kept_sealed(server: Server, nurse: Person) -> None:
    scene = handed(server, texts={"door_signed_by": BY, "door_signed_role": ROLE, "door_signature": STROKES})
    packet = page(nurse, f"/packet/{scene.episode}")
    assert f'<path d="{STROKES}"/>' in packet
    assert BY in packet
    assert ROLE in packet
    assert packet.count(STROKES) == 1  # as a picture, not among the words too
    assert "signed on the screen" in page(nurse, "/places/wasatch-receiving")
    assert nurse.ask("SignHandOver", episode=scene.episode, texts={"door_signed_by": "Another"})[1]["code"] == "signed_already"
    assert [path.name for path in server.data.rglob("*") if path.is_file() and b"canary-s1" in path.read_bytes()] == []
    assert scene.crew.get(f"/packet/{scene.episode}").status_code == 403
    let_go(nurse, scene)


def test_02_nothing_said_is_asked_for_on_the_places_own_page_and_waits_for_nobody(server: Server, nurse: Person) -> None:
    scene = handed(server)
    assert f'id="sign-{scene.episode}"' in page(nurse, "/places/wasatch-receiving")
    assert nurse.ask("SignHandOver", episode=scene.episode)[1]["code"] == "signature_missing"
    assert scene.crew.ask("SignHandOver", episode=scene.episode, unsigned="paper")[1]["code"] == "not_yours"
    assert nurse.ask("SignHandOver", episode=scene.episode, unsigned="hands_full")[0] == 200
    assert "not signed (Nobody had a hand free)" in page(nurse, "/places/wasatch-receiving")
    assert nurse.ask("SignHandOver", episode=scene.episode, texts={"door_signed_by": BY})[0] == 200
    assert "name typed on the screen" in page(nurse, f"/packet/{scene.episode}")
    assert "se escribió el nombre" in page(Person(server, "n-castellanos", "es"), f"/packet/{scene.episode}")
    let_go(nurse, scene)


def test_03_what_is_no_stroke_draws_nothing(server: Server, nurse: Person) -> None:
    scene = handed(server, texts={"door_signature": 'M1 1 L2 2"/><script>alert(1)</script>'})
    packet = nurse.get(f"/packet/{scene.episode}").text
    assert "alert(1)" not in packet
    assert "signed on the screen" in packet
    let_go(nurse, scene)
