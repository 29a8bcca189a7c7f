"""``alongside vault erase``: two people, or nothing; the same core as the page, the same refusals."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.backup.place import Place, address
from tests.server.running import Person, Server, running

PASSWORD = "a quiet street in october"
PEOPLE = (("q-vance", "privacy_officer"), ("q-ortiz", "administrator"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.deep)])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Server, Place]]:
    """A demo with two people who have passwords."""
    database = "" if request.param == "sqlite" else address(request.getfixturevalue("postgres_dsn"))
    place = Place(tmp_path / "data", database)
    with running(place.data, "--quiet", database=database) as server:
        for id, role in PEOPLE:
            place.must("staff", "add", id, "--name", id, "--role", role, said=PASSWORD + "\n")
        yield server, place


def erase(place: Place, *words: str, said: str = "") -> tuple[int, str]:
    told = place.run("vault", "erase", "incident", *words, "--ground", "never_ours", said=said)
    assert "Traceback" not in told.stderr, told.stderr
    return told.returncode, told.stdout + told.stderr


def test_01_shown_asked_of_two_and_gone(house: tuple[Server, Place]) -> None:
    server, place = house
    taker = Person(server, "j-diaz")
    incident = taker.take_call(texts={"summary": "pacing in the kitchen"})
    number = str(taker.board()["incidents"][incident]["number"])
    code, told = erase(place, number, "--dry-run")
    assert (code, "It cannot be: an incident is open" in told) == (1, True), told
    assert taker.ask("CancelIncident", incident=incident, reason="misdial")[0] == 200
    code, told = erase(place, number, "--dry-run")
    assert (code, "go for ever, here and in every backup" in told) == (0, True), told
    both = (number, "--by", "q-vance", "--second")
    wrong = erase(place, *both, "q-ortiz", said="not the password\n")
    assert wrong[0] == 1
    assert "do not belong together" in wrong[1]
    assert "Nothing is destroyed" in wrong[1]
    alone = erase(place, *both, "q-vance", said=f"{PASSWORD}\n{PASSWORD}\n")
    assert (alone[0], "Another person must do this" in alone[1]) == (1, True), alone
    assert "pacing" in str(taker.post("/words", {"incidents": [incident]}).json()), "still there"
    code, told = erase(place, number, said="\n")
    assert (code, "waits for the second person" in told, "another person signs it" in told) == (1, True, True), told
    code, told = erase(place, number, "--second", "q-ortiz", said=PASSWORD + "\n")
    assert (code, "Erased for ever" in told) == (0, True), told
    assert "pacing" not in str(taker.post("/words", {"incidents": [incident]}).json())
    assert "erased for ever" in Person(server, "s-petrov").get("/records/keeping").text
    code, told = erase(place, "99999", "--dry-run")
    assert (code, "No incident is known as" in told) == (1, True), told
