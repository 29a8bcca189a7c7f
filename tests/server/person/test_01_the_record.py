"""The record of a person as each of them sees it: who it is, what keeps everybody safe, what only some may read, and what was a mistake."""

import re
from html import unescape
from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

NAME, BORN, TRIGGER, PLAN = "Orla Quillfeather", "1988-04-02", "Loud radios frighten her", "Calls her aunt first"
FLAG, NOTE, OWN, PART2 = "Approach from the left", "Sleeps two hours a night", "My own unease about it", "Methadone each morning"
AGAINST = "Only the siren does"
DAY_MS = 86_400_000


def page(person: Person, path: str) -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, (path, found.status_code, found.text[:300])
    return unescape(found.text)


class Told:
    """A scene whose person is known, with an entry of each kind."""

    def __init__(self, server: Server, clinician: Person, name: str = NAME, born: str = BORN) -> None:
        self.scene = Scene(server, clinician, "c204", "with_person")
        who = {"name": name, "birth_date": born, "phone": "801 555 0188"}
        self.by, self.episode = clinician, self.scene.episode
        self.id = self.must("RecordPerson", episode=self.episode, basis="said_so", texts=who)["ids"]["person"]

    def must(self, kind: str, **body: Any) -> dict[str, Any]:
        status, answer = self.by.ask(kind, **body)
        assert status == 200, (kind, answer)
        return answer

    def write(self, source: str = "person", **texts: str) -> None:
        """Entries on the strength of this episode; flags are looked at again in a month."""
        review = {"review_at": self.now() + 30 * DAY_MS} if "calming" in texts or "contact_prohibition" in texts else {}
        self.must("WriteItems", person=self.id, episode=self.episode, source=source, texts=texts, **review)

    def now(self) -> int:
        return int(self.by.get("/board.json").json()["now"])

    def all_kinds(self) -> "Told":
        self.write(calming=FLAG)
        self.write(triggers=TRIGGER, crisis_plan=PLAN)
        self.write(clinical_note=NOTE)
        self.write(psychotherapy_note=OWN)
        self.write("part2_program", medical_hazards=PART2)
        return self

    def page(self, person: Person) -> str:
        return page(person, f"/person/{self.id}")


@pytest.fixture(scope="module")
def clinician(server: Server) -> Person:
    return Person(server, "b-ferreira")


@pytest.fixture(scope="module")
def told(server: Server, clinician: Person) -> Told:
    return Told(server, clinician).all_kinds()


def test_01_who_it_is_is_looked_up_before_a_record_is_opened(server: Server, clinician: Person) -> None:
    scene = Scene(server, clinician, "c204", "with_person")
    assert f'href="/person/who/{scene.episode}"' in page(clinician, "/field/")
    asked = clinician.form(f"/person/who/{scene.episode}", name="Nobody Bythisname", birth_date="", phone="")
    assert "No record fits" in asked.text
    assert "Open a new record" in asked.text
    assert "Give a name, a date of birth or a phone number" in clinician.form(f"/person/who/{scene.episode}", name=" ").text
    _, answer = clinician.ask(
        "RecordPerson", episode=scene.episode, basis="said_so", texts={"name": "Ed Marrow", "birth_date": "2999-01-01"}
    )
    assert answer["code"] == "birth_date_wrong"
    scene.finish()


SEES = {
    "b-ferreira": ((NAME, FLAG, TRIGGER, PLAN, NOTE, OWN), (PART2,)),
    "k-tanaka": ((NAME, FLAG, TRIGGER, "164.512(j)"), (PLAN, NOTE, OWN, PART2)),
    "a-haddad": ((NAME, FLAG, TRIGGER, PLAN, NOTE), (OWN, PART2)),
    "r-okafor": ((FLAG,), (NAME, TRIGGER, PLAN, NOTE, OWN, PART2)),
    "m-lindqvist": ((FLAG,), (NAME, TRIGGER, PLAN, NOTE, OWN, PART2)),
    "s-petrov": (("Clinical note", "Psychotherapy note"), (NAME, FLAG, TRIGGER, PLAN, NOTE, OWN, PART2)),
}


@pytest.mark.parametrize("staff", SEES)
def test_02_each_sees_their_own_of_it_and_not_a_word_more(server: Server, told: Told, staff: str) -> None:
    text = told.page(Person(server, staff))
    shown, hidden = SEES[staff]
    assert [one for one in shown if one not in text] == []
    assert [one for one in hidden if one in text] == []


@pytest.mark.parametrize("staff", ["p-lowe", "n-castellanos", "v-ilves", "l-moreau"])
def test_03_whom_nothing_ties_to_the_person_finds_no_such_page(server: Server, told: Told, staff: str) -> None:
    stranger = Person(server, staff)
    theirs, none = stranger.get(f"/person/{told.id}"), stranger.get("/person/no-such-record")
    assert (theirs.status_code, none.status_code) == (404, 404)
    token = re.compile(r'(csrf-token" content=|csrfmiddlewaretoken" value=)"[^"]*"|data-now="\d+"|value="/person/[^"]*"|datetime="[^"]*"')
    assert token.sub("", theirs.text) == token.sub("", none.text)


def test_04_an_evaluator_and_an_administrator_have_no_such_page(server: Server, told: Told) -> None:
    assert {Person(server, one).get(f"/person/{told.id}").status_code for one in ("d-whitehorse", "e-adeyemi")} == {403}


def test_05_nobody_learns_that_something_of_a_program_is_there(server: Server, clinician: Person, told: Told) -> None:
    """42 CFR 2.13: without consent not even that there is such a record."""
    for staff in ("b-ferreira", "k-tanaka", "a-haddad"):
        text = told.page(Person(server, staff))
        assert "Medical hazards" not in text.split('id="write"')[0].split('id="d-write')[0]
        assert "has not consented" not in text


def test_06_the_crew_and_the_desk_read_the_flags_in_their_own_place(server: Server, told: Told) -> None:
    crew = page(Person(server, "k-tanaka"), "/field/")
    assert all(one in crew for one in (FLAG, TRIGGER, "ends two hours after the call"))
    assert not any(one in crew for one in (NOTE, PART2, OWN, PLAN))
    panel = unescape(Person(server, "r-okafor").get(f"/dispatch/incident/{told.scene.incident}?part=1").text)
    assert FLAG in panel
    timeline = panel.split('id="part-timeline"')[1]
    assert "Who the person is was recorded" in timeline
    assert not any(one in timeline for one in ("Written to the person", "clinical note", "medical hazards", "Withheld"))
    assert not any(one in panel for one in (NAME, TRIGGER, PLAN, NOTE, PART2))


def test_06_what_the_person_says_against_an_entry_stands_beside_it_there_too(server: Server, told: Told) -> None:
    officer = Person(server, "s-petrov")
    parts = unescape(officer.get(f"/rights/{told.id}").text).split('<option value="')
    item = next(part.split('"')[0] for part in parts if ">What makes it worse, " in part)
    asked = officer.ask("AskAmendment", person=told.id, item=item, texts={"amendment_asked": "It is not the radios"})[1]["ids"]["amendment"]
    refused = {"reason": "accurate_and_complete", "texts": {"amendment_refused": "Both crews saw it"}}
    assert officer.ask("RefuseAmendment", amendment=asked, **refused)[0] == 200
    assert officer.ask("StateDisagreement", amendment=asked, texts={"disagreement": AGAINST})[0] == 200
    assert f"The person disagrees: {AGAINST}" in page(Person(server, "b-ferreira"), "/field/")
    crew = page(Person(server, "k-tanaka"), "/field/")
    assert "The person disagrees with this entry" in crew
    assert AGAINST not in crew


def test_07_a_flag_shows_whose_word_it_is_and_when_it_is_looked_at_again(server: Server, told: Told) -> None:
    text = told.page(Person(server, "k-tanaka"))
    assert re.search(r"from the person; written by B. Ferreira, Bridges Behavioral[^<]*,", text)
    assert "look again by" in text


def test_07_a_day_of_birth_is_read_as_people_say_it_and_stays_a_day_in_the_form_that_puts_it_right(server: Server, told: Told) -> None:
    text = told.page(told.by)
    assert '<p class="words">2 Apr 1988</p>' in text
    assert f'<input type="date" name="birth_date" data-text required value="{BORN}">' in text
    assert BORN not in told.page(Person(server, "k-tanaka"))
    assert "2 abr 1988" in told.page(Person(server, "k-tanaka", language="es"))


def test_08_another_crew_learns_only_that_a_record_fits(server: Server, told: Told) -> None:
    other = Person(server, "p-lowe")
    scene = Scene(server, other, "m12", "with_person")
    found = unescape(other.form(f"/person/who/{scene.episode}", name="orla quillfeather", birth_date=BORN, phone="").text)
    assert "A record fits" in found
    assert "the same name, the same date of birth" in found
    assert "Look first" not in found
    assert re.search(rf'id="fit-{told.id}"', found)
    assert other.ask("IdentifyPerson", person=told.id, episode=scene.episode, basis="record_matched")[0] == 200
    assert PLAN in told.page(other)
    assert other.ask("UndoIdentification", person=told.id, episode=scene.episode, reason="same_name")[0] == 200
    assert other.get(f"/person/{told.id}").status_code == 404
    scene.finish("not_found")


def test_09_a_mistake_is_undone_and_its_author_carries_over_what_was_written(server: Server, told: Told) -> None:
    other = Person(server, "p-lowe")
    scene = Scene(server, other, "m12", "with_person")
    assert other.ask("IdentifyPerson", person=told.id, episode=scene.episode, basis="said_so")[0] == 200
    said = {"allergies": "Penicillin, she says"}
    assert other.ask("WriteItems", person=told.id, episode=scene.episode, source="person", texts=said)[0] == 200
    assert other.ask("UndoIdentification", person=told.id, episode=scene.episode, reason="same_name")[0] == 200
    assert "Penicillin" not in told.page(told.by)
    listed = page(other, f"/person/who/{scene.episode}")
    assert "Written by you about somebody else" in listed
    assert "Penicillin" not in listed
    _, opened = other.ask("RecordPerson", episode=scene.episode, basis="document", texts={"name": "Orla Quillfeather"})
    right = opened["ids"]["person"]
    item = re.search(r'"item":"(\w+)"', page(other, f"/person/who/{scene.episode}"))
    assert item
    carry = {"person": right, "item": item[1], "episode": scene.episode}
    assert Person(server, "i-tuiasosopo").ask("CarryItemOver", **carry)[1]["code"] == "item_not_carried"
    assert other.ask("CarryItemOver", **carry)[0] == 200
    assert "Penicillin, she says" in page(other, f"/person/{right}")
    assert other.ask("CarryItemOver", **carry)[1]["code"] == "item_not_carried"
    scene.finish()


def test_10_what_is_put_right_says_so_and_what_no_longer_holds_stays_apart(told: Told) -> None:
    item = re.search(rf'id="item-(\w+)">.{{0,400}}?{re.escape(PLAN)}', told.page(told.by), re.DOTALL)
    assert item
    told.must(
        "WriteItems", person=told.id, source="family", amends=item[1].split("item-")[-1], texts={"crisis_plan": "Calls her sister first"}
    )
    text = told.page(told.by)
    earlier = text.split('id="earlier"')[1]
    assert "Calls her sister first" in text.split('id="earlier"')[0]
    assert PLAN in earlier
    assert "put right by a later entry" in earlier


def test_11_a_draft_is_kept_for_its_writer_and_for_nobody_else(server: Server, told: Told) -> None:
    typed = {"person": told.id, "class": "clinical_notes", "texts": {"clinical_note": "Half a sentence"}}
    assert told.by.post("/person/draft", typed).json() == {"kept": True}
    assert "Half a sentence" in told.page(told.by)
    assert "Half a sentence" not in told.page(Person(server, "a-haddad"))
    assert Person(server, "p-lowe").post("/person/draft", typed).status_code == 404
    assert told.by.post("/person/draft", {**typed, "class": "no-class"}).status_code == 404
    told.by.post("/person/draft", {**typed, "texts": {}})
    assert "Half a sentence" not in told.page(told.by)


def test_12_in_spanish_and_without_a_word_of_english(server: Server, told: Told) -> None:
    text = told.page(Person(server, "b-ferreira", "es"))
    assert [one for one in ("Seguridad", "Plan de crisis", "18 o más", "Escribir") if one not in text] == []
    assert [one for one in ("Safety", "Who it is", "Write to the record", "written by", "from the person") if one in text] == []


def test_13_a_minors_page_says_what_the_law_says_and_takes_the_minors_own_word(server: Server, clinician: Person) -> None:
    told = Told(server, clinician, "Wren Aldermoor", "2012-03-09")
    text = told.page(clinician)
    assert all(one in text for one in ("12 to 17", "A guardian decides", "minors of 12 or more may agree"))
    asked = {"person": told.id, "mature_enough": True, "guardians": "inappropriate"}
    assert clinician.ask("RecordMinorConsent", **asked)[1]["code"] == "minor_reason_missing"
    told.must("RecordMinorConsent", **asked, texts={"minor_care_note": "Afraid of his father"})
    text = told.page(clinician)
    assert "The minor agreed to care" in text
    assert "Afraid of his father" in text
    assert "Afraid of his father" not in told.page(Person(server, "k-tanaka"))


def test_14_where_contact_is_prohibited_every_page_says_so_and_the_follow_up_is_refused(server: Server, clinician: Person) -> None:
    told = Told(server, clinician, "Bram Thistlewood")
    told.write("register", contact_prohibition="Order of protection, do not call")
    assert "Contact is prohibited" in told.page(clinician)
    told.scene.finish()
    manager = Person(server, "l-moreau")
    assert manager.ask("TakeFollowUp", episode=told.episode, position="follow-up")[0] == 200
    line = page(manager, f"/follow-up/{told.episode}")
    assert "Contact is prohibited" in line
    promise = re.search(r'data-follow-up="([\w-]+)"', line)
    assert promise
    assert manager.ask("AttemptFollowUp", follow_up=promise[1], outcome="no_answer")[1]["code"] == "contact_prohibited"
    text = told.page(manager)
    assert "Bram Thistlewood" in text
    assert "801 555 0188" not in text
    assert Person(server, "m-lindqvist").ask("CloseFollowUp", follow_up=promise[1], reason="contact_prohibited")[0] == 200


def test_15_a_nurse_reads_it_once_the_place_has_agreed(server: Server, clinician: Person) -> None:
    told = Told(server, clinician, "Ines Carroway").all_kinds()
    nurse = Person(server, "n-castellanos")
    assert nurse.get(f"/person/{told.id}").status_code == 404
    told.scene.hand_over()
    assert f'href="/person/{told.id}"' in page(nurse, "/places/wasatch-receiving")
    text = told.page(nurse)
    assert all(one in text for one in ("Ines Carroway", PLAN, NOTE))
    assert not any(one in text for one in (OWN, PART2))


def test_16_no_screen_hears_that_something_of_a_program_was_written(server: Server, told: Told) -> None:
    desk = Person(server, "r-okafor")
    before = desk.board()["position"]
    told.write("part2_program", medical_hazards="Buprenorphine")
    told.write(clinical_note="Another note")
    told.must("BeginTreatment", person=told.id, part2=True)
    assert desk.board()["position"] == before
    told.write(what_calms="Her dog")
    assert desk.board()["position"] == before + 1


def test_17_an_age_is_judged_by_eye_until_the_year_ends_where_nobody_knows_the_day(server: Server, clinician: Person) -> None:
    told = Told(server, clinician, "Rue Pennywhistle", "")
    asked = re.search(r'"band":"teen","until":(\d+)', told.page(clinician))
    assert asked
    told.must("SetAge", person=told.id, band="teen", until=int(asked[1]))
    assert "12 to 17" in told.page(clinician)
