"""A legal hold over the real server: who is designated writes it, everybody who has the person reads its latest time, and nobody else."""

import time
from datetime import date, timedelta

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

FACTS = "canary-h1 stood on the rail and said goodbye"
HOUR = 3_600_000


class Held:
    """M12 is with somebody; P. Lowe is designated, I. Tuiasosopo is not."""

    def __init__(self, server: Server) -> None:
        self.server, self.clinician = server, Person(server, "p-lowe")
        self.scene = Scene(server, self.clinician, "m12", upto="with_person")
        self.path, self.hold, self.reservation = f"/hold/{self.scene.episode}", "", ""

    def write(self, who: Person | None = None, **fields: object) -> tuple[int, dict[str, object]]:
        told = {"episode": self.scene.episode, "hold_kind": "emergency", "criteria": ["danger_to_self"], "texts": {"hold_facts": FACTS}}
        return (who or self.clinician).ask("WriteHold", **{**told, "started_at": round(time.time() * 1000) - HOUR, **fields})

    def until(self, day: str, staff: str = "p-lowe") -> int:
        admin = Person(self.server, "e-adeyemi")
        told = {"name": "P. Lowe", "role": "clinician", "agency": "bridges-behavioral", "seat": "", "supervisor": "", "ends": ""}
        return admin.form(f"/staff/person/{staff}", **told, hold_until=day).status_code


@pytest.fixture(scope="module")
def held(server: Server) -> Held:
    return Held(server)


def test_01_the_page_names_the_law_and_says_why_somebody_may_not(held: Held) -> None:
    page = held.clinician.get(held.path).text
    assert "Invented law for the bundled area" in page
    assert 'data-ask="WriteHold"' in page
    assert held.clinician.get("/hold/no-such").status_code == 404
    assert Person(held.server, "i-tuiasosopo").get(held.path).status_code == 403
    assert Person(held.server, "n-castellanos").get(held.path).status_code == 404
    assert held.write(criteria=["odd"])[1]["code"] == "not_in_list"
    assert held.write(texts={})[1]["code"] == "hold_facts_missing"
    assert held.write(designated_until=None, started_at=round(time.time() * 1000) + HOUR)[1]["code"] == "hold_start_wrong"


def test_02_a_designation_has_an_end_and_nobody_gives_it_to_themselves(held: Held) -> None:
    assert held.until((date.today() - timedelta(days=2)).isoformat()) == 302  # noqa: DTZ011
    assert held.write(designated_until=9_999_999_999_999)[1]["code"] == "designation_over"
    assert "has ended" in held.clinician.get(held.path).text
    assert held.until("") == 302
    assert held.write(designated_until=9_999_999_999_999)[1]["code"] == "not_designated"
    assert held.until((date.today() + timedelta(days=300)).isoformat()) == 302  # noqa: DTZ011
    assert "changed" not in held.clinician.get(held.path).text
    assert 'data-ask="WriteHold"' in held.clinician.get(held.path).text


def test_03_written_it_shows_the_latest_time_first_and_moves_nobody(held: Held) -> None:
    before = held.scene.dispatcher.board()["incidents"][held.scene.incident]["responsible"]
    status, answer = held.write()
    assert status == 200, answer
    held.hold = str(answer["ids"]["hold"])  # type: ignore[index]
    page = held.clinician.get(held.path).text
    assert "At the latest" in page
    assert FACTS in page
    assert held.scene.dispatcher.board()["incidents"][held.scene.incident]["responsible"] == before
    assert held.write()[1]["code"] == "hold_running"
    panel = held.scene.dispatcher.get(f"/dispatch/incident/{held.scene.incident}").text
    assert "legal hold, at the latest" in panel
    assert FACTS not in panel
    sheet = held.clinician.get(f"{held.path}/worksheet").text
    assert "Worksheet, not the legal application" in sheet
    assert ".." not in sheet.split("<h1>")[1].split("</dl>")[0]
    assert sheet.count('class="blank"') >= 6  # whatever nobody wrote yet has a line to write on
    assert FACTS in sheet
    assert Person(held.server, "n-castellanos").get(f"{held.path}/worksheet").status_code == 404


def test_04_told_noticed_and_carried_to_the_place_that_reads_it_in_the_packet(held: Held) -> None:
    told = {"hold": held.hold, "language": "es", "modality": "in_person"}
    assert held.clinician.ask("GiveAdvisement", **told)[0] == 200
    assert held.clinician.ask("ServeHoldNotice", hold=held.hold, notice="rights_advocate")[0] == 200
    nurse = Person(held.server, "n-castellanos")
    asked = held.scene.must("ReservePlace", episode=held.scene.episode, facility="wasatch-receiving", service="chair_23h")
    held.reservation = asked["ids"]["reservation"]
    assert nurse.ask("AgreeToReceive", reservation=held.reservation)[0] == 200
    assert "Legal hold, at the latest until" in nurse.get(f"/packet/{held.scene.episode}").text
    page = nurse.get(held.path)
    assert page.status_code == 200
    assert "Spanish" in page.text
    assert 'data-ask="WriteHold"' not in page.text


def test_05_it_ends_with_who_was_told_and_the_next_is_another(held: Held) -> None:
    assert held.clinician.ask("EndHold", hold=held.hold, how="released", told=[])[1]["code"] == "hold_told_missing"
    assert held.clinician.ask("EndHold", hold=held.hold, how="voluntary", told=["person", "family"])[0] == 200
    page = held.clinician.get(held.path).text
    assert "Stays voluntarily" in page
    assert 'data-ask="WriteHold"' in page
    stranger = Person(held.server, "b-ferreira")
    assert held.write(stranger)[1]["code"] == "not_yours"
    held.scene.must("TakeBackReservation", reservation=held.reservation)
    held.scene.finish()
