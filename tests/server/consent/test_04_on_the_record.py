"""The page of a person carries the notice and the scope of the consent that opened it; taken back, both are gone at the next look."""

import pytest

from tests.server.consent.test_01_pages import WHOLE, text_of
from tests.server.running import Person, Server
from tests.server.scenes import Scene

NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."


@pytest.fixture(scope="module")
def clinician(server: Server) -> Person:
    """P. Lowe, clinician aboard M12."""
    return Person(server, "p-lowe")


@pytest.fixture(scope="module")
def known(server: Server, clinician: Person) -> str:
    """Somebody M12 is with, whose record holds something from a Part 2 program."""
    scene = Scene(server, clinician, "m12", "with_person")
    told = {"episode": scene.episode, "basis": "said_so", "band": "adult", "texts": {"name": "Teo Almeda"}}
    scene.must("RecordPerson", person="w-teo", **told)
    scene.must("WriteItems", person="w-teo", source="part2_program", texts={"medications": "methadone, evening dose"})
    return "w-teo"


def test_01_without_consent_neither_the_words_nor_the_notice(clinician: Person, known: str) -> None:
    page = clinician.get(f"/person/{known}").text
    assert "methadone" not in page
    assert 'id="notices"' not in page
    assert f'href="/person/{known}/consent"' in page


def test_02_with_it_the_words_the_notice_and_the_scope_on_the_page_and_on_its_living_part(clinician: Person, known: str) -> None:
    told = WHOLE | {"purposes": ["treatment", "response", "follow_up"]}
    assert clinician.ask("RecordConsent", person=known, consent="c-teo", **told)[0] == 200
    for page in (clinician.get(f"/person/{known}").text, clinician.client.get(f"/person/{known}", headers={"X-Part": "1"}).text):
        assert "methadone" in page
        assert NOTICE in page
        assert 'data-consent="c-teo"' in page
        assert f'data-watch="/person/{known}/consent/turn"' in page
    assert "Bridges Behavioral Health (invented) may be shown Medications" in text_of(clinician, f"/person/{known}")
    assert "Who read because of it (" in text_of(clinician, f"/person/{known}/consent")


def test_03_taken_back_the_next_look_has_none_of_it_and_what_was_shown_stays_in_the_log(clinician: Person, known: str) -> None:
    assert clinician.ask("WithdrawConsent", person=known, consent="c-teo")[0] == 200
    page = clinician.get(f"/person/{known}").text
    assert "methadone" not in page
    assert 'id="notices"' not in page
    assert "Medications" in text_of(clinician, f"/person/{known}/consent").split("Who read because of it (3)")[1]


def test_04_an_officer_of_the_same_need_never_sees_it(server: Server, clinician: Person, known: str) -> None:
    assert clinician.ask("RecordConsent", person=known, consent="c-teo-2", **WHOLE)[0] == 200
    assert "methadone" not in Person(server, "v-ilves").get(f"/person/{known}").text
