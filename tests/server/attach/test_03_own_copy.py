"""The person's own copy holds their papers, too; nobody takes one out of it who was not handed the copy."""

import json
from collections.abc import Iterator

import pytest

from tests.server.attach.doing import record
from tests.server.attach.papers import pdf, png
from tests.server.running import Person, Server
from tests.server.scenes import Scene


@pytest.fixture(scope="module")
def signed(server: Server) -> Iterator[str]:
    """Somebody who signed a paper and a scan; their record's id."""
    clinician = Person(server, "p-lowe")
    scene = Scene(server, clinician, "m12", "with_person")
    scene.must("RecordPerson", person="w-own", episode=scene.episode, basis="said_so", band="adult", texts={"name": "Ines Almeda"})
    assert record(clinician, "w-own", "own-png", png())[0] == record(clinician, "w-own", "own-pdf", pdf())[0] == 200
    yield "w-own"
    scene.finish()


def test_01_it_shows_each_photo_and_gives_each_scan(server: Server, signed: str) -> None:
    officer = Person(server, "s-petrov")
    status, answer = officer.ask("HandOutCopy", person=signed, identity="photo_document", how="in_person")
    assert status == 200, answer
    path = f"/rights/{signed}/copy/{answer['ids']['copy']}"
    entries = [one for one in json.loads(officer.get(f"{path}/copy.json").text)["entries"] if one["field"] == "consent_scan"]
    assert [one["words"] for one in entries] == ["PNG, 1 kB", "PDF, 1 kB"]
    text = officer.get(path).text
    assert f'<img class="paper" src="{path}/file/{entries[0]["file"]}"' in text
    assert f'href="{path}/file/{entries[1]["file"]}" download' in text
    found = [officer.get(f"{path}/file/{one['file']}") for one in entries]
    assert [(one.status_code, one.headers["content-type"]) for one in found] == [(200, "image/png"), (200, "application/pdf")]
    assert "sandbox" in found[1].headers["content-security-policy"]
    elsewhere = (f"{path}/file/none", f"/rights/{signed}/copy/none/file/{entries[0]['file']}")
    assert [officer.get(one).status_code for one in elsewhere] == [404, 404]
    assert Person(server, "p-lowe").get(f"{path}/file/{entries[0]['file']}").status_code == 403
