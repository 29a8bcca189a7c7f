"""Who the person of an episode is: recorded, recognized, put right. Nothing is merged, and every word knows whose it is."""

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Level
from alongside.core.dispatch import requests as d
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as r
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Shown, Withheld
from alongside.core.sharing.ties import is_contact_prohibited, standing_of
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, actor, kinds

AMARA = Actor("amara", "clinician", "clinic", seat="M12")
TOMAS = Actor("tomas", "peer", "clinic", seat="M12")
NOVAK = Actor("novak", "officer", "police", seat="P31")
ELSEWHERE = Actor("okoro", "clinician", "hospital")
DAY = 86_400_000
SHARING = load_sharing().rules


def word(field: str, id: str = "") -> Reference:
    return Reference(field, id or f"v-{field}", "0" * 64)


@pytest.fixture
def story() -> Story:
    """M12 is with somebody, and P31 was sent too; the clinician wrote down who it is."""
    told = Story().staff()
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    told.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="P31", also=True)
    for status in (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON):
        told.when(d.ReportStatus, "M12", assignment="a1", status=status)
    words = (word("name"), word("birth_date"))
    told.when(r.RecordPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="said_so", band="adult", words=words)
    return told


def reads(story: Story, who: Actor, field: str, id: str = "", purpose: str = "response") -> str:
    answer = Circumstances(SHARING, story.board, who, purpose, story.now).may_read("person", "w1", field, id or f"v-{field}")
    return answer.reason if isinstance(answer, Withheld) else answer.basis


def test_01_a_record_is_opened_with_who_says_so_and_whose_words_they_are(story: Story) -> None:
    person, item = story.board.people.find("w1"), story.board.items.find("v-name")
    assert person is not None
    assert item is not None
    assert (person.episodes, person.age, story.board.episodes.reach("i1-p1").person) == (("i1-p1",), "adult", "w1")
    assert (item.author, item.agency, item.source, item.episode) == ("amara", "clinic", "person", "i1-p1")
    assert story.refused(r.IdentifyPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="document") == "identified_already"


def test_02_only_who_has_to_do_with_the_person_writes_and_only_what_the_role_writes(story: Story) -> None:
    assert story.refused(r.WriteItems, "", by=ELSEWHERE, person="w1", source="provider", words=(word("diagnosis"),)) == "not_yours"
    assert story.refused(r.WriteItems, "", by=TOMAS, person="w1", source="person", words=(word("diagnosis"),)) == "field_not_yours"
    assert story.refused(r.RecordPerson, "", by=NOVAK, person="w2", episode="i1-p1", basis="document") == "not_allowed"
    assert story.refused(r.WriteItems, "", by=AMARA, person="w1", source="rumor", words=(word("diagnosis"),)) == "not_in_list"
    assert story.refused(r.WriteItems, "", by=AMARA, person="w1", source="person") == "item_empty"
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="own_observation", episode="i1-p1", words=(word("clinical_note"),))


def test_03_a_flag_has_a_date_within_a_year_and_is_withheld_once_that_has_passed(story: Story) -> None:
    told = {"by": AMARA, "person": "w1", "source": "family", "words": (word("calming"),)}
    assert story.refused(r.WriteItems, "", **told) == "flag_review_date"
    assert story.refused(r.WriteItems, "", **told, review_at=story.now + 400 * DAY) == "flag_review_date"
    story.when(r.WriteItems, "", **told, review_at=story.now + 30 * DAY)
    assert reads(story, NOVAK, "calming") == "safety"
    story.now += 31 * DAY
    assert reads(story, NOVAK, "calming") == "flag_lapsed"
    story.when(r.ReviewItem, "", by=Actor("sys", "system"), person="w1", item="v-calming", review_at=story.now + 300 * DAY)
    assert reads(story, NOVAK, "calming") == "safety"
    story.when(r.WithdrawItem, "", by=Actor("sys", "system"), person="w1", item="v-calming", reason="no_longer_true")
    assert (
        story.refused(r.ReviewItem, "", by=Actor("sys", "system"), person="w1", item="v-calming", review_at=story.now + DAY) == "item_over"
    )


def test_04_what_a_part_2_program_told_is_marked_whoever_writes_it_and_no_officer_ever_sees_it(story: Story) -> None:
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="part2_program", words=(word("medical_hazards"),))
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="person", words=(word("triggers"),))
    assert reads(story, NOVAK, "medical_hazards") == "never_law_enforcement"
    assert reads(story, NOVAK, "triggers") == "164.512(j)"
    assert reads(story, AMARA, "medical_hazards", purpose="treatment") == "consent_missing"


def test_05_psychotherapy_notes_are_their_authors_own(story: Story) -> None:
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="person", words=(word("psychotherapy_note"),))
    assert reads(story, AMARA, "psychotherapy_note", purpose="treatment") == "treatment"
    colleague = AMARA._replace(staff="lee", seat="C204")
    assert reads(story, colleague, "psychotherapy_note", purpose="treatment") == "author_only"


def test_06_a_mistaken_identity_is_undone_and_what_it_brought_is_shown_to_nobody(story: Story) -> None:
    told = {"by": AMARA, "person": "w1", "source": "person"}
    story.when(r.WriteItems, "", **told, episode="i1-p1", words=(word("allergies", "v-wrong"),))
    story.when(r.WriteItems, "", **told, words=(word("allergies", "v-right"),))
    story.when(r.BeginTreatment, "", by=AMARA, person="w1")
    undone = story.when(r.UndoIdentification, "", by=AMARA, person="w1", episode="i1-p1", reason="same_name")
    assert kinds(undone) == ["IdentificationUndone"]
    assert story.board.episodes.reach("i1-p1").person == ""
    assert reads(story, AMARA, "allergies", "v-wrong") == "mistaken_identity"
    assert reads(story, AMARA, "allergies", "v-right") == "treatment"
    story.when(r.RecordPerson, "", by=AMARA, person="w2", episode="i1-p1", basis="document")


def test_07_treatment_ties_an_organization_beyond_the_night_and_ends(story: Story) -> None:
    assert standing_of(story.board, ELSEWHERE, "person", "w1").ties == frozenset()
    story.when(r.BeginTreatment, "", by=AMARA, person="w1")
    away = AMARA._replace(staff="cruz", seat="")
    assert standing_of(story.board, away, "person", "w1").ties == {"treatment"}
    assert story.refused(r.EndTreatment, "", by=AMARA, person="w1", agency="hospital") == "not_yours"
    story.when(r.EndTreatment, "", by=AMARA, person="w1")
    assert standing_of(story.board, away, "person", "w1").ties == frozenset()


def test_08_an_age_is_certain_for_a_while_and_then_unknown_until_somebody_looks(story: Story) -> None:
    assert story.refused(r.SetAge, "", by=AMARA, person="w1", band="teen") == "age_needs_until"
    story.when(r.SetAge, "", by=AMARA, person="w1", band="teen", until=story.now + 200 * DAY)
    assert standing_of(story.board, AMARA, "person", "w1", story.now).age == "teen"
    assert standing_of(story.board, AMARA, "person", "w1", story.now + 201 * DAY).age == "unknown"


def test_09_a_prohibition_of_contact_blocks_outreach_until_somebody_withdraws_it_also_past_its_date(story: Story) -> None:
    phone = (word("phone"), word("contact_prohibition"))
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="register", review_at=story.now + 30 * DAY, words=phone)
    assert reads(story, AMARA, "phone", purpose="follow_up") == "contact_prohibited"
    story.now += 60 * DAY
    assert is_contact_prohibited(story.board, "w1")
    story.when(r.WithdrawItem, "", by=AMARA, person="w1", item="v-contact_prohibition", reason="no_longer_true")
    assert not is_contact_prohibited(story.board, "w1")


def test_10_what_is_put_right_stays_and_says_so(story: Story) -> None:
    told = {"by": AMARA, "person": "w1", "source": "person"}
    story.when(r.WriteItems, "", **told, amends="v-name", words=(word("name", "v-name-2"),))
    old = story.board.items.reach("v-name")
    assert (old.state, old.amended_by) == ("amended", "v-name-2")
    assert story.refused(r.WriteItems, "", **told, amends="nowhere", words=(word("name", "v-3"),)) == "item_unknown"


def test_11_whoever_was_sent_reads_the_slice_two_hours_more_and_no_other_night_opens_it_again(story: Story) -> None:
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="person", words=(word("triggers"),))
    for status in (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.CLEARED):
        story.when(d.ReportStatus, "P31", assignment="a2", status=status)
    incident = story.board.incidents.reach("i1")
    assert isinstance(
        Circumstances(SHARING, story.board, NOVAK, "response", story.now).may_read("person", "w1", "triggers", "v-triggers"), Shown
    )
    assert standing_of(story.board, NOVAK, "person", "w1").closed_at is None
    story.call("i2")
    story.when(r.IdentifyPerson, "", by=actor("M12")._replace(role="system"), person="w1", episode="i2-p1", basis="known_to_staff")
    incident.status, incident.closed_at = type(incident.status).CLOSED, story.now
    story.now += 2 * 3_600_000
    assert reads(story, NOVAK, "triggers") == "ended"


def test_12_a_flag_past_its_date_is_overdue_until_it_is_looked_at_or_withdrawn(story: Story) -> None:
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="person", review_at=story.now + DAY, words=(word("calming"),))
    flag = story.board.items.reach("v-calming")
    assert not flag.is_overdue(story.now + DAY - 1)
    assert flag.is_overdue(story.now + DAY)
    story.when(r.ReviewItem, "", by=AMARA, person="w1", item="v-calming", review_at=story.now + 3 * DAY)
    assert not flag.is_overdue(story.now + DAY)
    story.when(r.WithdrawItem, "", by=AMARA, person="w1", item="v-calming", reason="no_longer_true")
    assert not flag.is_overdue(story.now + 9 * DAY)
