"""What a link never shows or keeps: the record to whom may not read it, a need that became another place's, words in place of a code."""

import pytest

from tests.server.invitation.test_01_link_and_pin import Sent
from tests.server.running import Person, Server

SAID = {"said_by": "Invented Nurse", "said_role": "nurse"}


@pytest.fixture(scope="module")
def sent(server: Server) -> Sent:
    return Sent(server)


@pytest.fixture(scope="module")
def guest(server: Server) -> Person:
    return Person(server)


def test_01_who_may_not_read_the_record_makes_no_link_that_opens_it(sent: Sent) -> None:
    """A peer of the same crew, dispatch, a supervisor: link and PIN would stand on their own screen."""
    for who in ("i-tuiasosopo", "r-okafor", "m-lindqvist"):
        assert sent.make(Person(sent.server, who)).status_code in (403, 409), who
    page = Person(sent.server, "r-okafor").get(f"/dispatch/incident/{sent.scene.incident}").text
    assert "Make a link" not in page
    assert "a clinician, nurse or case manager" in page
    assert sent.make().status_code == 200


def test_02_a_reason_by_link_is_a_code_and_a_name_has_its_length(sent: Sent, guest: Person) -> None:
    told = {"step": "answer", "pin": sent.pin, "answer": "decline"}
    page = guest.form(sent.path, **told, reason="she takes canary-9f methadone", **SAID)
    assert page.status_code == 200
    assert "nothing more to answer" not in page.text
    page = guest.form(sent.path, **told, reason="", said_by="x" * 300_000, said_role="nurse")
    assert page.status_code == 200
    kept = b"".join(path.read_bytes() for path in sent.server.data.rglob("*.sqlite3*") if path.is_file())
    assert b"canary-9f" not in kept


def test_03_a_place_that_said_no_sees_nothing_of_what_becomes_of_the_person(sent: Sent, guest: Person) -> None:
    number = str(sent.scene.number())
    assert number in guest.form(sent.path, step="look", pin=sent.pin).text
    guest.form(sent.path, step="answer", pin=sent.pin, answer="decline", reason="staffing", **SAID)
    sent.scene.must("ReportRedFlag", incident=sent.scene.incident, flag="withdrawal", state="yes")
    after = guest.form(sent.path, step="look", pin=sent.pin).text
    assert "nothing more to answer" in after
    for word in (number, "Withdrawal", "red flags", "kept until"):
        assert word not in after, word


def test_04_nor_does_one_from_which_it_was_taken_back(sent: Sent, guest: Person) -> None:
    told = sent.scene.must("ReservePlace", episode=sent.scene.episode, facility="wasatch-receiving", service="chair_23h")
    sent.reservation = str(told["ids"]["reservation"])
    assert sent.make().status_code == 200
    assert Person(sent.server, "n-castellanos").ask("TakeBackReservation", reservation=sent.reservation)[0] != 200
    sent.scene.must("TakeBackReservation", reservation=sent.reservation)
    after = guest.form(sent.path, step="look", pin=sent.pin).text
    assert "nothing more to answer" in after
    assert str(sent.scene.number()) not in after
    sent.scene.finish()
