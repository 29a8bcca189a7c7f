"""A paper among records asked for by law: looked at, decided like any piece, whole in what goes out; never one that tells of Part 2."""

import json
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256

import pytest

from tests.server.attach.doing import record
from tests.server.attach.papers import png
from tests.server.running import Person, Server
from tests.server.scenes import Scene

FAMILY = {"about": "family", "what": ["all"], "recipients": ["family"], "purposes": ["own_record"], "event": "none"}


class Asked:
    """Somebody with two papers, and a subpoena for their record."""

    def __init__(self, server: Server, clinician: Person) -> None:
        self.officer, self.administrator = Person(server, "s-petrov"), Person(server, "e-adeyemi")
        told = {"consent_name": "Ines Almeda", "consent_recipients": "her sister"}
        for consent, change in (("rel-family", FAMILY), ("rel-part2", {})):
            assert record(clinician, "w-rel", consent, png(), words=told, **change)[0] == 200
        told = {"asked": "subpoena", "about_kind": "person", "about": "w-rel", "texts": {"records_asked_by": "A. Court, invented"}}
        status, answer = self.officer.ask("AskRelease", **told)
        assert status == 200, answer
        self.path, self.id = f"/records/{answer['ids']['release']}", answer["ids"]["release"]

    def pieces(self) -> dict[str, str]:
        """Each scan's id, and its part of the page."""
        parts = [
            part for part in self.officer.get(self.path).text.split('id="piece-')[1:] if "Photo or scan" in part.split("</article>")[0]
        ]
        return {part.split('"')[0]: part.split("</article>")[0] for part in parts}

    def choose(self, piece: str) -> int:
        return self.officer.ask("ChoosePiece", release=self.id, piece=piece, shown=True, reason="order_says_so", exemption="")[0]


@pytest.fixture(scope="module")
def asked(server: Server) -> Iterator[Asked]:
    clinician = Person(server, "p-lowe")
    scene = Scene(server, clinician, "m12", "with_person")
    scene.must("RecordPerson", person="w-rel", episode=scene.episode, basis="said_so", band="adult", texts={"name": "Ines Almeda"})
    yield Asked(server, clinician)
    scene.finish()


def test_01_the_privacy_officer_looks_at_it_before_deciding_and_the_administrator_does_not(asked: Asked) -> None:
    pieces = asked.pieces()
    assert len(pieces) == 2
    for piece in pieces:
        assert asked.officer.get(f"{asked.path}/file/{piece}").headers["content-type"] == "image/png"
        assert asked.administrator.get(f"{asked.path}/file/{piece}").status_code == 404
    assert asked.officer.get(f"{asked.path}/file/none").status_code == 404


def test_02_what_goes_out_holds_it_whole_and_a_part_2_paper_nobody_can_let_out(asked: Asked) -> None:
    pieces = asked.pieces()
    closed = [piece for piece, text in pieces.items() if "Nobody can choose to let this go out" in text]
    assert len(closed) == 1
    assert {asked.choose(piece) for piece in pieces} == {200}
    seen = asked.administrator.get(asked.path).text.split('name="seen" value="')[1].split('"')[0]
    assert asked.administrator.form(f"{asked.path}/sign", seen=seen).status_code == 302
    made = asked.officer.get(f"{asked.path}/package.json").content
    files = [one["file"] for one in json.loads(made)["pieces"] if "file" in one]
    assert [one["media_type"] for one in files] == ["image/png"]
    (open_one,) = pieces.keys() - set(closed)
    assert b64decode(files[0]["base64"]) == asked.officer.get(f"{asked.path}/file/{open_one}").content
    assert "data:image/png;base64," in asked.officer.get(f"{asked.path}/package").text
    assert asked.officer.form(f"{asked.path}/hand-out", how="mail").status_code == 302
    assert sha256(made).hexdigest() in asked.officer.get(asked.path).text
