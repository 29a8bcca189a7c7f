"""Who saw it, a copy, something put right, a disagreement: what the law gives a person over their record."""

import pytest

from alongside.core.codes import ClockKind
from alongside.core.glass import requests as g
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as p
from alongside.core.rights import requests as r
from alongside.core.rights.amending import ANSWER_MS
from alongside.core.rights.facts import AmendmentOverdue
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Withheld
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, kinds

ROOT = Actor("root", "system", "clinic")
PETROV = Actor("petrov", "privacy_officer", "county")
SELF = Actor("petrov", "person", "", purpose="own_record", seat="w1")
PARENT = SELF._replace(role="guardian")
SHARING = load_sharing().rules
DAY = 86_400_000


def word(field: str, id: str = "") -> Reference:
    return Reference(field, id or f"v-{field}", "0" * 64)


TOLD = (word("disclosed_to"), word("disclosed_what"))


@pytest.fixture
def story() -> Story:
    """Somebody with a record: who they are, and a list of medications from a Part 2 program."""
    told = Story().staff()
    told.call("i1")
    told.when(p.RecordPerson, "", by=ROOT, person="w1", episode="i1-p1", basis="document", band="adult", words=())
    clinician = Actor("amara", "clinician", "clinic", seat="M12")
    told.board.people.reach("w1").treated_by["clinic"] = False
    told.when(p.WriteItems, "", by=clinician, person="w1", source="part2_program", words=(word("medications"),))
    return told


def reads(story: Story, who: Actor, field: str, id: str = "", owner: str = "w1") -> str:
    answer = Circumstances(SHARING, story.board, who, "own_record", story.now).may_read("person", owner, field, id or f"v-{field}")
    return answer.reason if isinstance(answer, Withheld) else answer.basis


def test_01_the_person_reads_their_own_record_and_no_other_and_not_what_others_said(story: Story) -> None:
    assert reads(story, SELF, "medications") == "individual_access"
    assert reads(story, SELF, "name", owner="i1-p1") == "individual_access"
    assert reads(story, SELF._replace(seat="w2"), "medications") == "no_tie"
    assert reads(story, SELF, "narrative") == "others_words"
    assert reads(story, SELF, "psychotherapy_note") == "author_only"
    assert reads(story, PETROV, "medications") != "individual_access"


def test_02_a_copy_is_handed_out_once_who_asks_was_checked(story: Story) -> None:
    told = {"by": PETROV, "copy": "c1", "person": "w1", "identity": "photo_document", "how": "in_person"}
    assert story.refused(r.HandOutCopy, "", **told | {"identity": "said_so"}) == "not_in_list"
    assert story.refused(r.HandOutCopy, "", **told | {"by": ROOT}) == "not_allowed"
    assert story.refused(r.HandOutCopy, "", **told, asker="guardian") == "copy_no_guardian"
    assert kinds(story.when(r.HandOutCopy, "", **told)) == ["CopyHandedOut"]
    story.when(p.SetAge, "", by=ROOT, person="w1", band="teen", until=story.now + 400 * DAY)
    story.when(r.HandOutCopy, "", **told | {"copy": "c2"}, asker="guardian")
    assert reads(story, PARENT, "name") == "individual_access"
    assert reads(story, PARENT, "part2_record") == "not_for_role"


def test_03_what_was_told_outside_is_written_down_with_its_basis(story: Story) -> None:
    told = {"by": PETROV, "disclosure": "d1", "person": "w1", "how": "subpoena", "basis": "court_order", "classes": ("part2",)}
    assert story.refused(r.RecordDisclosure, "", **told) == "disclosure_says_too_little"
    assert story.refused(r.RecordDisclosure, "", **told | {"basis": "felt_right"}, words=TOLD) == "not_in_list"
    assert story.refused(r.RecordDisclosure, "", **told | {"classes": ()}, words=TOLD) == "not_in_list"
    assert story.refused(r.RecordDisclosure, "", **told, words=TOLD, disclosed_at=story.now + 1) == "disclosure_time"
    assert story.refused(r.RecordDisclosure, "", **told, words=TOLD, disclosed_at=story.now - 7 * 366 * DAY) == "disclosure_time"
    stranger = Actor("x", "clinician", "elsewhere")
    assert story.refused(r.RecordDisclosure, "", **told | {"by": stranger}, words=TOLD) == "not_yours"
    story.when(r.RecordDisclosure, "", **told, words=TOLD, disclosed_at=story.now - DAY)
    assert reads(story, PETROV, "disclosed_to") == "required_by_law"


def test_04_a_request_to_put_right_is_answered_within_sixty_days_or_rises_every_day(story: Story) -> None:
    told = {"by": PETROV, "amendment": "m1", "person": "w1", "item": "v-medications"}
    assert story.refused(r.AskAmendment, "", **told) == "amendment_says_too_little"
    assert story.refused(r.AskAmendment, "", **told | {"item": "other"}, words=(word("amendment_asked"),)) == "item_unknown"
    story.when(r.AskAmendment, "", **told, words=(word("amendment_asked"),))
    late = [one for one in story.wait(ANSWER_MS + 2 * DAY) if isinstance(one, AmendmentOverdue)]
    assert len(late) == 3
    assert story.board.amendments.reach("m1").is_overdue


def test_05_accepted_the_new_words_stand_beside_the_old_with_the_same_marks(story: Story) -> None:
    story.when(r.AskAmendment, "", by=PETROV, amendment="m1", person="w1", item="v-medications", words=(word("amendment_asked"),))
    assert story.refused(r.AcceptAmendment, "", by=PETROV, amendment="m1") == "amendment_says_too_little"
    right = (word("medications", "v-right"),)
    story.when(r.AcceptAmendment, "", by=PETROV, amendment="m1", told=("clinic",), words=right)
    old, new = story.board.items.reach("v-medications"), story.board.items.reach("v-right")
    assert (old.state, old.amended_by, new.amends) == ("amended", "v-right", "v-medications")
    assert (new.marks, new.agency) == (old.marks, old.agency)
    assert (ClockKind.AMENDMENT, "m1") not in story.board.clocks
    assert story.refused(r.RefuseAmendment, "", by=PETROV, amendment="m1", reason="not_made_here") == "amendment_answered"


def test_06_refused_with_a_reason_the_person_may_disagree_and_that_is_kept(story: Story) -> None:
    story.when(r.AskAmendment, "", by=PETROV, amendment="m1", person="w1", item="v-medications", words=(word("amendment_asked"),))
    said = (word("disagreement"),)
    assert story.refused(r.StateDisagreement, "", by=PETROV, amendment="m1", words=said) == "amendment_not_refused"
    told = {"by": PETROV, "amendment": "m1", "words": (word("amendment_refused"),)}
    assert story.refused(r.RefuseAmendment, "", **told, reason="no_time") == "not_in_list"
    story.when(r.RefuseAmendment, "", **told, reason="accurate_and_complete")
    story.when(r.StateDisagreement, "", by=PETROV, amendment="m1", words=said)
    assert story.board.amendments.reach("m1").disagreement == said


def test_07_a_disagreement_is_shown_to_whoever_is_shown_its_entry(story: Story) -> None:
    clinician, medic = Actor("amara", "clinician", "clinic", seat="M12"), Actor("m", "paramedic", "fire")
    story.when(p.WriteItems, "", by=clinician, person="w1", source="provider", words=(word("medical_hazards"), word("clinical_note")))
    for id, item in (("m1", "v-medical_hazards"), ("m2", "v-clinical_note")):
        story.when(r.AskAmendment, "", by=PETROV, amendment=id, person="w1", item=item, words=(word("amendment_asked", f"asked-{id}"),))
        no = (word("amendment_refused", f"no-{id}"),)
        story.when(r.RefuseAmendment, "", by=PETROV, amendment=id, reason="accurate_and_complete", words=no)
        story.when(r.StateDisagreement, "", by=PETROV, amendment=id, words=(word("disagreement", f"said-{id}"),))

    def says(who: Actor, field: str, id: str) -> bool:
        asking = Circumstances(SHARING, story.board, who, "treatment" if who is clinician else "response", story.now)
        return not isinstance(asking.may_read("person", "w1", field, id), Withheld)

    story.when(g.BreakGlass, "", by=medic, glass="g1", person="w1", reason="life_at_risk", words=(word("glass_reason", "why"),))
    assert says(clinician, "disagreement", "said-m1")
    assert says(clinician, "disagreement", "said-m2")
    assert says(medic, "medical_hazards", "v-medical_hazards")
    assert says(medic, "disagreement", "said-m1")
    assert not says(medic, "disagreement", "said-m2")


def test_08_the_answer_is_put_off_once_by_thirty_days_with_the_reason_in_writing(story: Story) -> None:
    story.when(r.AskAmendment, "", by=PETROV, amendment="m1", person="w1", item="v-medications", words=(word("amendment_asked"),))
    due, why = story.board.amendments.reach("m1").due_at, (word("amendment_extended"),)
    later = {"by": PETROV, "amendment": "m1"}
    assert story.refused(r.ExtendAmendment, "", **later) == "amendment_says_too_little"
    assert story.refused(r.ExtendAmendment, "", **later | {"by": ROOT}, words=why) == "not_allowed"
    story.when(r.ExtendAmendment, "", **later, words=why)
    one = story.board.amendments.reach("m1")
    assert (one.due_at, one.state) == (due + 30 * DAY, "open")
    assert reads(story, PETROV, "amendment_extended") == "required_by_law"
    assert story.refused(r.ExtendAmendment, "", **later, words=why) == "amendment_extended"
    late = [fact for fact in story.wait(ANSWER_MS + 29 * DAY) if isinstance(fact, AmendmentOverdue)]
    assert late == []
    assert [fact.due_at for fact in story.wait(DAY) if isinstance(fact, AmendmentOverdue)] == [due + 30 * DAY]


def test_09_once_the_time_has_passed_nothing_is_put_off(story: Story) -> None:
    story.when(r.AskAmendment, "", by=PETROV, amendment="m1", person="w1", words=(word("amendment_asked"),))
    story.wait(ANSWER_MS)
    assert story.refused(r.ExtendAmendment, "", by=PETROV, amendment="m1", words=(word("amendment_extended"),)) == "amendment_late"
    told = {"by": PETROV, "amendment": "m1", "words": (word("amendment_refused"),)}
    story.when(r.RefuseAmendment, "", **told, reason="not_made_here")
    assert story.refused(r.ExtendAmendment, "", by=PETROV, amendment="m1", words=(word("amendment_extended"),)) == "amendment_answered"
