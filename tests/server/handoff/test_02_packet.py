"""What goes along: read by the place that agreed, as the rules let it; by nobody else; the sheet somebody carries says nothing."""

import re

import httpx
import pytest

from tests.server.consent.test_01_pages import WHOLE
from tests.server.consent.test_04_on_the_record import NOTICE
from tests.server.invitation.test_01_link_and_pin import Sent
from tests.server.running import Person, Server

NAME, NOTE, PSYCHO, PART2 = "canary-p1 Invented Name", "canary-p2 hears the sea", "canary-p3 dream of a bridge", "canary-p4 methadone"
SAID, PLEASE = "canary-p5 quiet once the radio was off", "canary-p6 that is not what I said"
EVERYTHING = (NAME, NOTE, PSYCHO, PART2, SAID, PLEASE)


class Brought(Sent):
    """Somebody with a record, and a chair asked for."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.episode = self.scene.episode
        told = {"episode": self.episode, "texts": {"name": NAME}}
        self.person = str(self.scene.must("RecordPerson", basis="said_so", band="adult", **told)["ids"]["person"])
        self.scene.must("WriteItems", person=self.person, source="person", texts={"clinical_note": NOTE, "psychotherapy_note": PSYCHO})
        self.scene.must("WriteItems", person=self.person, source="part2_program", texts={"medications": PART2})
        self.scene.must("WriteNote", incident=self.scene.incident, episode=self.episode, texts={"note": SAID})
        self.scene.must("RuleOutRedFlags", incident=self.scene.incident, when="on_scene")

    @property
    def path(self) -> str:  # type: ignore[override]
        return f"/packet/{self.episode}"

    @path.setter
    def path(self, link: str) -> None:
        self.link = link

    def shown(self, page: httpx.Response) -> set[str]:
        return {one for one in EVERYTHING if one in page.text}


@pytest.fixture(scope="module")
def brought(server: Server) -> Brought:
    return Brought(server)


@pytest.fixture(scope="module")
def nurse(server: Server) -> Person:
    return Person(server, "n-castellanos")


def test_01_before_the_place_agreed_there_is_nothing_to_read(brought: Brought, nurse: Person) -> None:
    page = nurse.get(brought.path)
    assert page.status_code == 200
    assert brought.shown(page) == set()
    assert "opens once you have agreed" in page.text
    assert nurse.get("/packet/no-such").status_code == 404
    assert brought.scene.crew.get(brought.path).status_code == 403  # a crew has the person's own pages; this one is the receiver's


def test_02_a_no_at_four_in_the_morning_loses_nothing_and_the_next_place_reads_the_same(brought: Brought, nurse: Person) -> None:
    assert nurse.ask("DeclineToReceive", reservation=brought.reservation, reason="full")[0] == 200
    assert nurse.get(brought.path).status_code == 404  # no longer any business of theirs
    told = brought.scene.must("ReservePlace", episode=brought.episode, facility="wasatch-receiving", service="chair_23h")
    brought.reservation = str(told["ids"]["reservation"])
    assert nurse.ask("AgreeToReceive", reservation=brought.reservation)[0] == 200
    assert brought.shown(nurse.get(brought.path)) == {NAME, NOTE, SAID}


def test_03_what_is_not_theirs_is_as_if_it_did_not_exist(brought: Brought, nurse: Person) -> None:
    page = nurse.get(brought.path).text
    assert "withheld" not in page.casefold()
    assert "psychotherapy" not in page.casefold()
    assert "Medical red flags" in page
    assert "Print" in page
    lead = Person(brought.server, "m-lindqvist").get(brought.path)
    assert (lead.status_code, brought.shown(lead) & {NOTE, PSYCHO, PART2}) == (200, set())
    at_a_desk = Person(brought.server, "j-diaz").ask("TakeCall", origin="call_911")[1]["ids"]["episodes"][0]
    assert Person(brought.server, "m-lindqvist").get(f"/packet/{at_a_desk}").status_code == 404, "nobody is asked to receive them"
    for staff in ("k-tanaka", "s-petrov", "e-adeyemi"):
        assert Person(brought.server, staff).get(brought.path).status_code == 403, staff


def test_04_a_disagreement_goes_wherever_the_entry_goes(brought: Brought, nurse: Person) -> None:
    officer = Person(brought.server, "s-petrov")
    parts = officer.get(f"/rights/{brought.person}").text.split('<option value="')
    item = next(part.split('"')[0] for part in parts if ">Clinical note, " in part)
    asked = officer.ask("AskAmendment", person=brought.person, item=item, texts={"amendment_asked": "Please put this right"})
    assert asked[0] == 200, asked[1]
    amendment = asked[1]["ids"]["amendment"]
    told = {"amendment": amendment, "reason": "accurate_and_complete", "texts": {"amendment_refused": "It is what was heard that night"}}
    assert officer.ask("RefuseAmendment", **told)[0] == 200
    assert officer.ask("StateDisagreement", amendment=amendment, texts={"disagreement": PLEASE})[0] == 200
    assert brought.shown(nurse.get(brought.path)) == {NAME, NOTE, SAID, PLEASE}


def test_05_by_link_and_pin_the_same_and_the_reader_is_the_link(brought: Brought, nurse: Person) -> None:
    assert brought.make().status_code == 200
    guest = Person(brought.server)
    assert brought.shown(guest.get(brought.link)) == set()
    assert brought.shown(guest.form(brought.link, step="look", pin=brought.wrong())) == set()
    assert brought.shown(guest.form(brought.link, step="look", pin=brought.pin)) == {NAME, NOTE, SAID, PLEASE}
    accounting = Person(brought.server, "s-petrov").get(f"/rights/{brought.person}").text
    assert "somebody with link and PIN" in accounting


def test_06_with_consent_part_2_goes_along_under_its_notice_on_page_and_link(brought: Brought, nurse: Person) -> None:
    told = WHOLE | {"purposes": ["treatment"], "recipients": ["wasatch-center"]}
    brought.scene.must("RecordConsent", person=brought.person, consent=f"c-{brought.person}", **told)
    pages = [nurse.get(brought.path), Person(brought.server).form(brought.link, step="look", pin=brought.pin)]
    assert [brought.shown(one) for one in pages] == [{NAME, NOTE, SAID, PLEASE, PART2}] * 2
    assert [NOTICE in one.text for one in pages] == [True, True]
    brought.scene.must("WithdrawConsent", person=brought.person, consent=f"c-{brought.person}")
    assert PART2 not in nurse.get(brought.path).text


def test_07_the_sheet_an_officer_carries_says_receiver_and_code(brought: Brought, nurse: Person) -> None:
    sheet = brought.scene.crew.get(f"{brought.path}/cover")
    assert sheet.status_code == 200
    assert brought.shown(sheet) == set()
    code = re.search(r'class="code"><strong>([A-Z0-9]{3}-[A-Z0-9]{3})<', sheet.text)
    assert code
    assert code[1] in nurse.get("/places/wasatch-receiving").text
    assert str(brought.scene.number()) not in sheet.text.split('id="cover"')[1]
    assert Person(brought.server, "c-novak").get(f"{brought.path}/cover").status_code in (403, 404)  # a crew that has nothing to do with it


def test_08_handed_over_the_place_keeps_it_and_released_it_is_theirs_no_more(brought: Brought, nurse: Person) -> None:
    brought.scene.must("RecordDisposition", episode=brought.episode, disposition="transported_voluntary")
    brought.scene.must("RuleOutRedFlags", incident=brought.scene.incident, when="before_departure")
    brought.scene.status("transporting", place="wasatch-receiving")
    brought.scene.status("at_place", place="wasatch-receiving")
    told = {"facility": "wasatch-receiving", "service": "chair_23h", "reservation": brought.reservation, "received_by": "n-castellanos"}
    told["details"] = ["belongings", "legal_papers", "searched"]
    brought.scene.must("HandOver", by=nurse, episode=brought.episode, **told)
    page = nurse.get(brought.path)
    assert brought.shown(page) == {NAME, NOTE, SAID, PLEASE}
    assert "asked again before leaving" in page.text
    assert page.text.count("Trouble breathing:") == 1  # asked twice, told once
    assert "Belongings, Legal papers, Searched" in page.text
    assert brought.scene.crew.get(f"{brought.path}/cover").status_code == 404
