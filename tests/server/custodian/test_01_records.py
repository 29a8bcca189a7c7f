"""Records asked for by law over the real server: what is left out does not exist in what goes out; what is erased is gone."""

import json
import re
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from tests.server.running import Person, Server, until
from tests.server.scenes import Scene

SECRET = "canary-7f3a keeps the key under the mat"
NAME, PART2 = "canary-91cc Invented Name", "canary-20ee methadone clinic"


class Desk:
    """One call, gone through and over, with a record; the privacy officer and an administrator."""

    def __init__(self, server: Server) -> None:
        crew = Person(server, "p-lowe")
        self.officer, self.administrator = Person(server, "s-petrov"), Person(server, "e-adeyemi")
        self.manager = Person(server, "l-moreau")
        self.scene = Scene(
            server,
            crew,
            "m12",
            upto="with_person",
            texts={"place": "12 Quiet Lane", "summary": "Sits on the porch", "call_back": "801-555-0163"},
        )
        told = {"episode": self.scene.episode, "texts": {"name": NAME}}
        self.person = self.scene.must("RecordPerson", basis="said_so", band="adult", **told)["ids"]["person"]
        self.scene.must("WriteItems", person=self.person, source="part2_program", texts={"medications": PART2})
        self.scene.must("WriteItems", person=self.person, source="person", texts={"clinical_note": SECRET})
        ended = self.scene.must("RecordDisposition", episode=self.scene.episode, disposition="resolved_on_scene")
        self.promises = ended["ids"]["follow_ups"]
        self.scene.status("cleared")
        self.release = ""

    def must(self, who: Person, kind: str, **body: object) -> dict[str, object]:
        status, answer = who.ask(kind, **body)
        assert status == 200, (kind, answer)
        return answer

    def seen(self, who: Person) -> str:
        page = who.get(f"/records/{self.release}").text
        return page.split('name="seen" value="')[1].split('"')[0] if 'name="seen"' in page else ""


@pytest.fixture(scope="module")
def desk(server: Server) -> Desk:
    return Desk(server)


def test_01_the_custodian_finds_whom_by_the_incidents_number_and_nobody_else_sees_these_pages(desk: Desk) -> None:
    page = desk.officer.get(f"/records/?number={desk.scene.number()}").text
    assert f'"about":"{desk.person}"' in page
    assert "No incident has this number" in desk.officer.get("/records/?number=999999").text
    for path in ("/records/", "/records/keeping", "/records/x", "/records/x/package", "/records/x/package.json"):
        assert desk.scene.crew.get(path).status_code == 403, path
    assert desk.officer.get("/records/no-such").status_code == 404


def test_02_the_log_proposes_and_the_privacy_officer_reads_what_the_administrator_does_not(desk: Desk) -> None:
    asked = {"asked": "subpoena", "about_kind": "person", "about": desk.person, "texts": {"records_asked_by": "A. Court, invented"}}
    desk.release = str(desk.must(desk.officer, "AskRelease", **asked)["ids"]["release"])  # type: ignore[index]
    page = desk.officer.get(f"/records/{desk.release}").text
    assert "Sits on the porch" in page
    assert SECRET in page
    assert PART2 not in page  # no order covers it
    assert "A. Court, invented" in page
    log = desk.administrator.get(f"/records/{desk.release}").text
    assert [word for word in (SECRET, NAME, "Sits on the porch", "A. Court") if word in log] == []
    assert "Health information" in log


def test_03_nothing_goes_out_without_the_second_signature_and_no_browser_says_what_is_signed(desk: Desk) -> None:
    assert desk.officer.get(f"/records/{desk.release}/package.json").status_code == 404
    for kind in ("SignRelease", "HandOutRelease", "FinishErasure"):
        assert (
            desk.administrator.ask(kind, release=desk.release, erasure="x", pieces=[["x", True, ""]], how="mail", digest="a" * 64)[0] == 404
        )
    assert desk.officer.form(f"/records/{desk.release}/sign", seen=desk.seen(desk.administrator)).status_code == 409
    stale = desk.seen(desk.administrator)
    page = desk.officer.get(f"/records/{desk.release}").text
    piece = next(part.split('"')[0] for part in page.split('id="piece-')[1:] if "Sits on the porch" in part)
    chosen = {"release": desk.release, "piece": piece, "shown": False, "reason": "others_privacy", "exemption": "private_life"}
    desk.must(desk.officer, "ChoosePiece", **chosen)
    assert desk.administrator.form(f"/records/{desk.release}/sign", seen=stale).headers["location"].endswith("?changed=1")
    assert desk.administrator.form(f"/records/{desk.release}/sign", seen=desk.seen(desk.administrator)).status_code == 302


def test_04_what_is_left_out_is_in_no_byte_of_the_package_and_the_ledger_keeps_its_hash(desk: Desk) -> None:
    made = desk.officer.get(f"/records/{desk.release}/package.json").content
    shown = desk.officer.get(f"/records/{desk.release}/package").text
    for hidden in (SECRET, NAME, PART2, "Sits on the porch", "801-555-0163", "part2", "psychotherapy", "methadone"):
        assert hidden.encode() not in made, hidden
        assert hidden not in shown, hidden
    assert b"12 Quiet Lane" in made
    assert json.loads(made)["left_out"]["confidential_by_law"] >= 2
    assert desk.officer.form(f"/records/{desk.release}/hand-out", how="mail").status_code == 302
    assert sha256(made).hexdigest() in desk.officer.get(f"/records/{desk.release}").text
    assert desk.officer.get(f"/records/{desk.release}/package.json").content == made


def test_05_what_is_preserved_cannot_be_erased_and_then_it_can_by_two(desk: Desk) -> None:
    about = {"about_kind": "person", "about": desk.person, "ground": "person_asked"}
    status, answer = desk.officer.ask("ProposeErasure", **about)
    assert (status, answer["code"]) == (409, "still_needed")
    next_year = desk.officer.board()["now"] + 364 * 86_400_000
    kept = {"about_kind": "incident", "about": desk.scene.incident, "reason": "litigation", "review_at": next_year}
    preservation = desk.must(desk.officer, "PlacePreservation", **kept)["ids"]["preservation"]  # type: ignore[index]
    shown = desk.officer.get("/records/keeping").text
    assert re.search(rf"Look again by <time[^>]*>\d+ \w+ {datetime.fromtimestamp(next_year / 1000, UTC).year} ", shown)
    desk.must(desk.administrator, "LiftPreservation", preservation=preservation, reason="matter_over")
    desk.must(desk.administrator, "LiftPreservation", preservation=f"{desk.release}-kept", reason="matter_over")
    assert "a follow-up is open" in desk.officer.ask("ProposeErasure", **about)[1]["sentence"]
    desk.must(desk.manager, "TakeFollowUp", episode=desk.scene.episode, position="follow-up")
    for promise in desk.promises:
        desk.manager.ask("AttemptFollowUp", follow_up=promise, outcome="seen")
    erasure = str(desk.must(desk.officer, "ProposeErasure", **about)["ids"]["erasure"])  # type: ignore[index]
    assert desk.officer.ask("SignErasure", erasure=erasure)[1]["code"] == "second_person"
    before = desk.officer.get("/records/keeping").text.count("erased for ever")
    desk.must(desk.administrator, "SignErasure", erasure=erasure)
    assert until(lambda: desk.officer.get("/records/keeping").text.count("erased for ever") > before, 30)
    asked = {"asked": "court_order", "about_kind": "person", "about": desk.person, "texts": {"records_asked_by": "B. Court"}}
    assert desk.officer.ask("AskRelease", **asked)[1]["code"] == "owner_erased"
    again = {"asked": "court_order", "about_kind": "incident", "about": desk.scene.incident, "texts": {"records_asked_by": "B. Court"}}
    release = str(desk.must(desk.officer, "AskRelease", **again)["ids"]["release"])  # type: ignore[index]
    assert [word for word in (SECRET, NAME) if word in desk.officer.get(f"/records/{release}").text] == []


def test_06_spanish_and_empty_states(server: Server, desk: Desk) -> None:
    page = Person(server, "s-petrov", language="es").get("/records/keeping").text
    assert "Nada está bajo preservación." in page or "Bajo preservación legal" in page
    assert "Preservar, conservar, borrar" in page
