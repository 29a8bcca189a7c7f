"""A record opened in an emergency over the real server: what it shows, whom it tells, how it ends, who reviews it."""

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

NAME, NOTE = "canary-3d11 Invented Name", "canary-88e0 hears the sea"
PART2, PSYCHO = "canary-51b2 methadone", "canary-c0de dream of a bridge"
WHY = "canary-7ab4 unresponsive, allergies unknown"


class Desk:
    """One person with a record, met by M14's clinician; a facility nobody brought them to."""

    def __init__(self, server: Server) -> None:
        self.nurse, self.officer = Person(server, "n-castellanos"), Person(server, "s-petrov")
        self.clinician, self.lead = Person(server, "p-lowe"), Person(server, "m-lindqvist")
        self.scene = Scene(server, self.clinician, "m12", upto="with_person")
        told = {"episode": self.scene.episode, "texts": {"name": NAME}}
        self.person = self.scene.must("RecordPerson", basis="said_so", band="adult", **told)["ids"]["person"]
        self.scene.must("WriteItems", person=self.person, source="part2_program", texts={"medications": PART2})
        self.scene.must("WriteItems", person=self.person, source="person", texts={"clinical_note": NOTE, "psychotherapy_note": PSYCHO})
        self.path = f"/emergency-access/of/{self.person}"
        self.glass = ""

    def must(self, who: Person, kind: str, **body: object) -> dict[str, object]:
        status, answer = who.ask(kind, **body)
        assert status == 200, (kind, answer)
        return answer

    def shown(self, who: Person) -> set[str]:
        text = who.get(self.path).text
        return {word for word in (NAME, NOTE, PART2, PSYCHO) if word in text}


@pytest.fixture(scope="module")
def desk(server: Server) -> Desk:
    return Desk(server)


def test_01_the_form_comes_first_and_says_nothing_of_what_is_behind_it(desk: Desk) -> None:
    page = desk.nurse.get(desk.path)
    assert page.status_code == 200
    assert 'data-ask="BreakGlass"' in page.text
    assert desk.shown(desk.nurse) == set()
    number = desk.scene.number()
    assert f"/emergency-access/of/{desk.scene.episode}" in desk.nurse.get(f"/emergency-access/?number={number}").text
    assert "No incident has this number" in desk.nurse.get("/emergency-access/?number=99999999").text
    assert desk.nurse.get("/emergency-access/of/no-such").status_code == 404
    for staff in ("r-okafor", "k-tanaka", "e-adeyemi"):
        assert Person(desk.nurse.server, staff).get("/emergency-access/").status_code == 403, staff


def test_02_too_little_said_opens_nothing(desk: Desk) -> None:
    told = {"person": desk.person, "reason": "medical_emergency"}
    status, answer = desk.nurse.ask("BreakGlass", **told, texts={"glass_reason": "because   because"})
    assert (status, answer["code"]) == (409, "words_too_short")
    assert desk.nurse.ask("BreakGlass", **told)[1]["code"] == "glass_says_too_little"
    assert Person(desk.nurse.server, "k-tanaka").ask("BreakGlass", **told, texts={"glass_reason": WHY})[0] == 403
    assert desk.shown(desk.nurse) == set()


def test_03_opened_it_shows_the_record_without_part_2_or_psychotherapy_notes(desk: Desk) -> None:
    told = {"person": desk.person, "reason": "medical_emergency", "texts": {"glass_reason": WHY}}
    desk.glass = str(desk.must(desk.nurse, "BreakGlass", **told)["ids"]["glass"])  # type: ignore[index]
    assert desk.shown(desk.nurse) == {NAME, NOTE}
    page = desk.nurse.get(desk.path).text
    assert "data-ends=" in page
    assert WHY not in page
    assert "Why emergency access was needed" not in page  # the office's own words are no part of the record


def test_04_who_must_look_is_told_at_once_and_reads_why(desk: Desk) -> None:
    for who in (desk.officer,):
        assert who.get("/emergency-access/waiting.json").json()["count"] >= 1
        page = who.get("/emergency-access/").text
        assert WHY in page
        assert "N. Castellanos" in page
    assert desk.shown(desk.officer) == set()  # the officer reviews; the record stays shut to them
    assert WHY not in desk.lead.get("/emergency-access/").text  # not the supervisor's organization's data
    assert WHY not in desk.clinician.get("/emergency-access/").text


def test_05_part_2_asks_for_its_four_facts_and_carries_the_notice(desk: Desk) -> None:
    texts = {"glass_reason": WHY, "emergency_nature": "suspected overdose", "emergency_recipient": "N. Castellanos, Wasatch"}
    told = {"person": desk.person, "reason": "medical_emergency", "part2": True}
    assert desk.nurse.ask("BreakGlass", **told, texts=texts)[1]["code"] == "glass_says_too_little"
    desk.must(desk.nurse, "BreakGlass", **told, texts={**texts, "emergency_discloser": "Bridges"})
    assert desk.shown(desk.nurse) == {NAME, NOTE, PART2}
    assert "42 CFR part 2 prohibits unauthorized use or disclosure" in desk.nurse.get(desk.path).text
    assert "suspected overdose" in desk.officer.get("/emergency-access/").text


def test_06_the_privacy_officer_ends_it_and_the_next_reading_finds_it_shut(desk: Desk) -> None:
    assert desk.shown(desk.nurse) != set()
    page = desk.officer.get("/emergency-access/").text
    for glass in [part.split('"')[0] for part in page.split('data-ask="RevokeGlass" data-body=\'{"glass":"')[1:]]:
        desk.must(desk.officer, "RevokeGlass", glass=glass)
    assert desk.shown(desk.nurse) == set()


def test_07_it_is_reviewed_and_leaves_the_list_of_what_waits(desk: Desk) -> None:
    before = desk.officer.get("/emergency-access/waiting.json").json()["count"]
    assert desk.officer.ask("ReviewGlass", glass=desk.glass, finding="not_appropriate")[1]["code"] == "glass_says_too_little"
    desk.must(desk.officer, "ReviewGlass", glass=desk.glass, finding="appropriate")
    assert desk.officer.get("/emergency-access/waiting.json").json()["count"] == before - 1


def test_08_the_crew_finds_the_way_from_the_person_and_in_spanish(desk: Desk) -> None:
    assert f"/emergency-access/of/{desk.scene.episode}" in desk.clinician.get("/field/").text
    assert f"/emergency-access/of/{desk.scene.episode}" not in Person(desk.nurse.server, "v-ilves").get("/field/").text
    page = Person(desk.nurse.server, "n-castellanos", language="es").get(desk.path).text
    assert "Acceso de emergencia" in page
    assert "Open for one hour" not in page


def test_09_nothing_of_it_lies_in_the_clear(desk: Desk) -> None:
    for word in (WHY, NOTE, PART2, NAME):
        for path in desk.nurse.server.data.rglob("*"):
            assert not path.is_file() or word.encode() not in path.read_bytes(), path
