"""The county's form over the real server: filled for who may read what stands in it, noted, kept nowhere; not at all once it changed."""

import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from tests.server.holds.test_01_hold import Held
from tests.server.official.papers import make_paper
from tests.server.official.test_02_filled import fields_of, printed
from tests.server.running import Person, Server

NAME, FACTS = "Canary-f2 O'Hara", "canary-f1 stood on the rail and said goodbye"
MAPPING = """form:
  title: Invented form 7
  language: en
  jurisdiction: invented
  kind: emergency
  sha256: SUM
  checked: {by: A. Counsel, on: 2026-07-01}
fields:
  Person Name: {write: name}
  DOB: {time: birth_date, as: MM/DD/YYYY}
  Danger to self: {tick: criterion.danger_to_self}
  Danger to others: {tick: criterion.danger_to_others}
  By: {choose: {role.officer: officer, role.clinician: clinician}}
  Facts: {write: facts}
  Case: {write: incident}
  Ground: {choose: {criterion.danger_to_self: self}}
  Detained: {time: started_at, as: MM/DD/YYYY HH:MM}
  Until: {time: latest_at, as: MM/DD/YYYY HH:MM}
  Signature: by_hand
"""


class Filed(Held):
    """The same, with who the person is, and the county's form beside the ledger."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        who = {"name": NAME, "birth_date": "1988-03-02"}
        self.scene.must("RecordPerson", episode=self.scene.episode, basis="said_so", texts=who)
        status, answer = self.write(texts={"hold_facts": FACTS})
        assert status == 200, answer
        self.hold = str(answer["ids"]["hold"])  # type: ignore[index]
        self.folder = server.data / "forms" / "invented"

    def load(self, content: bytes, checked: bytes | None = None) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "emergency.pdf").write_bytes(content)
        (self.folder / "emergency.yaml").write_text(MAPPING.replace("SUM", sha256(checked or content).hexdigest()))

    def page(self, who: Person | None = None) -> str:
        return unescape((who or self.clinician).get(f"{self.path}/form").text)


@pytest.fixture(scope="module")
def filed(server: Server) -> Iterator[Filed]:
    told = Filed(server)
    yield told
    for one in (told.folder / "emergency.pdf", told.folder / "emergency.yaml"):
        one.unlink(missing_ok=True)
    told.clinician.ask("EndHold", hold=told.hold, how="released", told=["person"])
    told.scene.finish()


def test_01_without_a_form_the_worksheet_is_offered(filed: Filed) -> None:
    assert "Official form, filled" not in filed.clinician.get(filed.path).text
    assert "No official form is loaded" in filed.page()
    assert filed.clinician.get(f"{filed.path}/form.pdf").status_code == 404


def test_02_loaded_it_is_filled_with_what_this_reader_may_see(filed: Filed) -> None:
    blank = make_paper()
    filed.load(blank)
    assert "Official form, filled" in filed.clinician.get(filed.path).text
    page = filed.page()
    assert "Compared with the form by A. Counsel on 1 Jul 2026" in page
    assert "Signature" in page
    assert not any(one in page for one in ("canary-f1", "Canary-f2"))
    sheet = unescape(filed.clinician.get(f"{filed.path}/worksheet").text)
    assert [one in sheet for one in (NAME, "2 Mar 1988", FACTS)] == [True] * 3  # the worksheet knows what the form knows
    assert "Formulario oficial" in filed.page(Person(filed.server, "p-lowe", "es"))
    answer = filed.clinician.get(f"{filed.path}/form.pdf")
    told = fields_of(answer.content)
    assert answer.content.startswith(blank)
    assert (told["Person Name"], told["DOB"], told["Facts"], told["By"]) == (NAME, "03/02/1988", FACTS, "/clinician")
    assert (told["Danger to self"], told["Danger to others"], told["Case"]) == ("/Yes", "/Off", str(filed.scene.number()))
    assert FACTS in printed(answer.content)[0]
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["cache-control"] == "no-store"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_03_it_is_as_if_it_were_not_there_for_whom_the_person_is_no_business(filed: Filed) -> None:
    for staff in ("b-ferreira", "n-castellanos"):
        assert [Person(filed.server, staff).get(f"{filed.path}/{one}").status_code for one in ("form", "form.pdf")] == [404, 404]
    assert Person(filed.server, "j-diaz").get(f"{filed.path}/form.pdf").status_code == 403


def test_04_each_filling_was_noted_and_nothing_of_it_is_kept_anywhere(filed: Filed) -> None:
    before = count_readings(filed)
    assert filed.clinician.get(f"{filed.path}/form.pdf").status_code == 200
    assert count_readings(filed) >= before + 3  # name, birth date, facts
    assert [path for path in filed.server.data.rglob("*") if path.is_file() and b"canary-f1" in path.read_bytes()] == []


def test_05_another_file_than_was_checked_fills_nothing_and_says_so(filed: Filed) -> None:
    filed.load(make_paper() + b"\n", checked=make_paper())
    assert "is not the one that was checked" in filed.page()
    assert filed.clinician.get(f"{filed.path}/form.pdf").status_code == 404


def count_readings(filed: Filed) -> int:
    words = (sys.executable, "-m", "alongside", "--data", str(filed.server.data), "audit", "report", "--staff", "p-lowe")
    told = subprocess.run(words, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3] / "src").stdout
    return len(told.splitlines())
