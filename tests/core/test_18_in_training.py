"""What an intern writes of somebody's health is no clinical note until the clinician who supervises them has signed it."""

import pytest

from alongside.core.codes import Level
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as r
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Withheld
from alongside.core.supervised import requests as s
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, kinds

AMARA = Actor("amara", "clinician", "clinic", seat="M12")
IVY = Actor("ivy", "intern", "clinic", seat="M12")
OTHER = Actor("okoro", "clinician", "clinic", seat="M12")
HOSPITAL = Actor("silva", "clinician", "hospital", seat="M12")
SHARING = load_sharing().rules
DAY = 86_400_000


def word(field: str) -> Reference:
    return Reference(field, f"v-{field}", "0" * 64)


@pytest.fixture
def story() -> Story:
    """An intern with the crew wrote a note about somebody in crisis."""
    told = Story().staff()
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.meet("M12")
    told.when(r.RecordPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="said_so", words=(word("name"),))
    told.when(r.BeginTreatment, "M12", by=AMARA, person="w1")
    told.when(r.BeginTreatment, "", by=Actor("sys", "system", "hospital"), person="w1")
    told.facts.clear()
    told.when(
        r.WriteItems,
        "M12",
        by=IVY,
        person="w1",
        source="own_observation",
        words=(word("clinical_note"), word("allergies")),
    )
    return told


def reads(story: Story, who: Actor, field: str) -> str:
    answer = Circumstances(SHARING, story.board, who, "treatment", story.now).may_read("person", "w1", field, f"v-{field}")
    return answer.reason if isinstance(answer, Withheld) else "shown"


def sign(story: Story, who: Actor, item: str = "v-clinical_note", supervisor: str = "amara") -> str:
    return story.refused(s.SignItem, "M12", by=who, person="w1", item=item, supervisor=supervisor)


def test_01_each_clinical_item_of_an_intern_owes_a_signature(story: Story) -> None:
    assert kinds(story.facts) == ["ItemWritten", "ItemWritten", "SignatureOwed", "SignatureOwed"]
    assert story.board.is_unsigned("v-clinical_note")
    assert not story.board.is_unsigned("v-name")


def test_02_until_it_is_signed_it_stays_in_the_house_of_whoever_wrote_it(story: Story) -> None:
    assert reads(story, OTHER, "allergies") == "shown"
    assert reads(story, HOSPITAL, "allergies") == "unsigned"
    story.when(s.SignItem, "M12", by=AMARA, person="w1", item="v-allergies", supervisor="amara")
    assert reads(story, HOSPITAL, "allergies") == "shown"
    assert reads(story, OTHER, "clinical_note") == "shown"


def test_03_only_the_supervisor_signs_and_once(story: Story) -> None:
    assert sign(story, OTHER) == "not_their_supervisor"
    assert sign(story, IVY, supervisor="ivy") == "not_allowed"
    assert sign(story, AMARA, supervisor="") == "not_their_supervisor"
    assert sign(story, AMARA, item="v-name") == "signature_not_owed"
    assert sign(story, AMARA, item="v-gone") == "item_unknown"
    story.when(s.SignItem, "M12", by=AMARA, person="w1", item="v-clinical_note", supervisor="amara")
    assert sign(story, AMARA) == "signature_not_owed"
    assert story.board.signatures.reach("v-clinical_note").signed_by == "amara"


def test_04_what_no_longer_holds_needs_no_signature(story: Story) -> None:
    story.when(r.WithdrawItem, "M12", by=IVY, person="w1", item="v-clinical_note", reason="entered_wrong")
    assert sign(story, AMARA) == "item_over"


def test_05_flags_and_names_wait_for_nobody(story: Story) -> None:
    flag = (word("calming"),)
    story.facts.clear()
    story.when(r.WriteItems, "M12", by=IVY, person="w1", source="family", review_at=story.now + DAY, words=flag)
    story.when(r.WriteItems, "M12", by=IVY, person="w1", source="person", words=(word("phone"),))
    story.when(r.WriteItems, "M12", by=AMARA, person="w1", source="provider", words=(word("diagnosis"),))
    assert kinds(story.facts) == ["ItemWritten", "ItemWritten", "ItemWritten"]
