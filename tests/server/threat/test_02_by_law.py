"""A threat file on the custodian's pages: found by the reference its team names, handed out without what is left out, erased."""

import json
import re
import time
from hashlib import sha256
from html import unescape
from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene
from tests.server.threat.test_01_files import page, part

NAME, SAID, TOLD, ASKS = (
    "canary-55e1 Ferris Oakhollow",
    "canary-6b0d named the bridge",
    "canary-11f7 stopped his tablets",
    "canary-8c2a Elm County Court",
)


class Bureau:
    """A clinician of M12 leads a file about somebody of whom something was disclosed on a court's order; nobody else knows of it."""

    def __init__(self, server: Server) -> None:
        self.lead, self.officer, self.administrator = Person(server, "p-lowe"), Person(server, "s-petrov"), Person(server, "e-adeyemi")
        self.scene = Scene(server, self.lead, "m12", "with_person")
        who = {"episode": self.scene.episode, "basis": "said_so", "band": "adult", "texts": {"name": NAME}}
        self.person = str(self.scene.must("RecordPerson", **who)["ids"]["person"])
        texts = {"threat_person": NAME, "threat_concern": SAID}
        asked: dict[str, Any] = {"person": self.person, "because": "threat_made", "no_health": True, "texts": texts}
        self.id = str(self.scene.must("OpenThreat", **asked)["ids"]["threat"])
        told = {
            "how": "phone",
            "basis": "court_order",
            "classes": ["clinical_summary"],
            "texts": {"disclosed_to": "Team", "disclosed_what": "x"},
        }
        disclosure = self.scene.must("RecordDisclosure", person=self.person, **told)["ids"]["disclosure"]
        self.scene.must("TellThreatTeam", threat=self.id, disclosure=disclosure, texts={"threat_told": TOLD})
        found = re.search(r"T-[0-9A-F]{8}", page(self.lead, f"/threats/{self.id}"))
        assert found
        self.reference, self.release = found[0], ""

    def asks(self, who: Person, kind: str, **body: object) -> dict[str, Any]:
        status, answer = who.ask(kind, **body)
        assert status == 200, (kind, answer)
        return answer

    def sign(self) -> None:
        seen = self.administrator.get(f"/records/{self.release}").text.split('name="seen" value="')[1].split('"')[0]
        assert self.administrator.form(f"/records/{self.release}/sign", seen=seen).status_code == 302


@pytest.fixture(scope="module")
def bureau(server: Server) -> Bureau:
    return Bureau(server)


def test_01_the_custodian_learns_of_a_file_by_its_reference_alone(bureau: Bureau) -> None:
    assert bureau.id not in page(bureau.officer, "/records/") + page(bureau.officer, "/records/keeping")
    assert bureau.id not in page(bureau.officer, f"/records/?number={bureau.scene.number()}")
    assert bureau.id not in page(bureau.officer, "/records/?number=T-00000000")
    found = part(page(bureau.officer, f"/records/?number={bureau.reference.lower()}"), "records-new")
    assert f"Threat file {bureau.reference}, opened" in found
    assert NAME not in found


def test_02_a_courts_order_is_gone_through_piece_by_piece(bureau: Bureau) -> None:
    told = {"asked": "court_order", "about_kind": "threat", "about": bureau.id, "texts": {"records_asked_by": ASKS}}
    bureau.release = str(bureau.asks(bureau.officer, "AskRelease", **told)["ids"]["release"])
    seen = page(bureau.officer, f"/records/{bureau.release}")
    assert [one in seen for one in (NAME, SAID, TOLD, ASKS, bureau.reference)] == [True] * 5
    assert not [one for one in (NAME, SAID, TOLD) if one in page(bureau.administrator, f"/records/{bureau.release}")]
    left = re.findall(r'<article class="card piece is-out".*?</article>', seen, re.DOTALL)
    assert [TOLD in one for one in left] == [True]


def test_03_what_goes_out_is_what_two_signed_and_what_is_left_out_is_not_in_it(bureau: Bureau) -> None:
    bureau.sign()
    made = bureau.officer.get(f"/records/{bureau.release}/package.json").content
    package = json.loads(made)
    assert package["about"] == bureau.reference
    assert {one["words"] for one in package["pieces"]} == {NAME, SAID}
    assert TOLD not in made.decode()
    assert package["left_out"] == {"justice": 1}
    assert bureau.officer.form(f"/records/{bureau.release}/hand-out", how="court_filing").status_code == 302
    assert sha256(made).hexdigest() in page(bureau.officer, f"/records/{bureau.release}")


def test_04_the_persons_accounting_tells_of_what_came_from_their_record_and_not_that_there_is_a_file(bureau: Bureau) -> None:
    before = page(bureau.officer, f"/rights/{bureau.person}")
    assert ASKS not in before
    told = {"asked": "court_order", "about_kind": "threat", "about": bureau.id, "texts": {"records_asked_by": ASKS}}
    bureau.release = str(bureau.asks(bureau.officer, "AskRelease", **told)["ids"]["release"])
    seen = page(bureau.officer, f"/records/{bureau.release}")
    piece = re.search(r'id="piece-([^"]+)">(?:(?!</article>).)*?' + TOLD, seen, re.DOTALL)
    assert piece
    bureau.asks(bureau.officer, "ChoosePiece", release=bureau.release, piece=piece[1], shown=True, reason="order_says_so")
    bureau.sign()
    assert bureau.officer.form(f"/records/{bureau.release}/hand-out", how="court_filing").status_code == 302
    assert ASKS in page(bureau.officer, f"/rights/{bureau.person}")


def test_05_closed_and_no_longer_preserved_it_is_erased_by_two_and_nobody_reads_it_again(bureau: Bureau) -> None:
    keeping = f"/records/keeping?number={bureau.reference}"
    assert "the file is open" in page(bureau.officer, keeping)
    bureau.scene.must("CloseThreat", threat=bureau.id, reason="moved", no_health=True, texts={"threat_review": "over"})
    for kept in re.findall(r'id="kept-([^"]+)"><p><strong>' + bureau.reference, page(bureau.officer, keeping)):
        bureau.asks(bureau.administrator, "LiftPreservation", preservation=kept, reason="matter_over")
    told = {"about_kind": "threat", "about": bureau.id, "ground": "court_order"}
    erasure = bureau.asks(bureau.officer, "ProposeErasure", **told)["ids"]["erasure"]
    bureau.asks(bureau.administrator, "SignErasure", erasure=erasure)
    until = time.monotonic() + 60
    while "erased for ever" not in page(bureau.officer, keeping).partition(f'id="erasure-{erasure}"')[2].partition("</article>")[0]:
        assert time.monotonic() < until, part(page(bureau.officer, keeping), "erasures")
        time.sleep(0.05)
    assert bureau.lead.ask("ReopenThreat", threat=bureau.id)[0] == 409
    assert NAME not in unescape(bureau.officer.get(f"/records/{bureau.release}").text)
    assert bureau.officer.get(f"/person/{bureau.person}").status_code in (200, 404)
