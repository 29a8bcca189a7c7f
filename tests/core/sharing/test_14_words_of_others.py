"""Words that belong to other words or to somebody's question: a disagreement, a question back, a proceeding; and what a refusal says."""

from typing import Any

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Level, PartyKind
from alongside.core.consent import requests as c
from alongside.core.custodian import requests as k
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Party
from alongside.core.person import requests as r
from alongside.core.promise import requests as p
from alongside.core.refused import Refused
from alongside.core.rights import requests as g
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Case, Shown
from alongside.core.sharing.ties import addressed_to
from alongside.library.sharing.load import load_sharing
from tests.core.sharing.asked import words
from tests.core.story import Story, actor

AMARA, NOVAK = Actor("amara", "clinician", "clinic", seat="M12"), Actor("novak", "officer", "police", seat="P31")
PETROV, OKORO = Actor("petrov", "privacy_officer", "county"), Actor("okoro", "clinician", "hospital")
NURSE = actor("haven")
SHARING = load_sharing("california").rules
DAY = 86_400_000


@pytest.fixture
def story() -> Story:
    """M12 is with somebody whose record holds something from a Part 2 program; haven is asked for a chair."""
    told = Story().staff()
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.meet("M12")
    told.when(r.RecordPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="said_so", band="adult", words=words("name"))
    told.when(r.WriteItems, "", by=AMARA, person="w1", source="part2_program", words=words("part2_record"))
    told.when(r.WriteItems, "", by=AMARA, person="w1", source="provider", words=words("medical_hazards"))
    told.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    return told


def circumstances(story: Story, who: Actor, purpose: str) -> Circumstances:
    return Circumstances(SHARING, story.board, who, purpose, story.now)


def disagreed(story: Story) -> None:
    """The person says that the entry is wrong; the office keeps it, and what the person says to that."""
    about = {"by": PETROV, "amendment": "m1"}
    story.when(g.AskAmendment, "", **about, person="w1", item="v-medical_hazards", words=words("amendment_asked"))
    story.when(g.RefuseAmendment, "", **about, reason="accurate_and_complete", words=words("amendment_refused"))
    story.when(g.StateDisagreement, "", **about, words=words("disagreement"))


def hears(story: Story, who: Actor) -> bool:
    said = circumstances(story, who, "treatment").may_read("person", "w1", "disagreement", "v-disagreement")
    return isinstance(said, Shown)


def test_01_who_is_shown_an_entry_for_what_ties_them_to_the_person_hears_the_disagreement_with_it(story: Story) -> None:
    disagreed(story)
    assert not hears(story, OKORO)
    story.when(r.BeginTreatment, "", by=Actor("sys", "system", "hospital"), person="w1")
    assert hears(story, OKORO)
    assert not hears(story, NOVAK)


def test_02_an_entry_that_proved_to_be_somebody_elses_takes_the_disagreement_with_it(story: Story) -> None:
    disagreed(story)
    assert hears(story, AMARA)
    story.board.items.reach("v-medical_hazards").state = "mistaken"
    assert not hears(story, AMARA)


def test_03_what_a_place_asks_back_is_read_there_and_by_no_other_place(story: Story) -> None:
    story.when(h.AskBack, "haven", reservation="v1", question="other", words=words("place_question"))
    assert addressed_to(story.board, NURSE) == {"v-place_question"}
    story.when(h.AnswerBack, "M12", reservation="v1", words=words("place_answer"))
    assert addressed_to(story.board, NURSE) == {"v-place_question", "v-place_answer"}
    assert addressed_to(story.board, actor("general")) == addressed_to(story.board, NURSE._replace(seat="")) == frozenset()
    story.when(h.TakeBackReservation, "M12", reservation="v1")
    assert addressed_to(story.board, NURSE) == frozenset()


def in_court(story: Story, asked: str, field: str = "part2_record", **told: Any) -> Case:
    """The privacy officer answers what was asked of these records."""
    if told or "q1" not in story.board.releases:
        about = {"about_kind": "person", "about": "w1", "words": words("records_asked_by")}
        story.when(k.AskRelease, "", by=PETROV, release="q1", asked=asked, **about, **told)
    return circumstances(story, PETROV, "release").case_of("person", "w1", field, f"v-{field}")


def agrees_to_proceeding(story: Story, **change: Any) -> None:
    scope = {"what": ("all",), "holders": ("any",), "recipients": ("court",), "purposes": ("proceeding",)}
    signed = {"stated": ("revocation", "not_conditioned"), "words": words("consent_name", "consent_signature", "consent_recipients")}
    story.when(c.RecordConsent, "", by=AMARA, person="w1", consent="c1", about="part2_proceedings", **scope, **signed, **change)


def test_04_a_consent_to_a_proceeding_ends_at_its_time(story: Story) -> None:
    agrees_to_proceeding(story, expires_at=story.now + DAY)
    assert in_court(story, "subpoena").consent == "given"
    story.now += DAY
    assert in_court(story, "subpoena").consent == "expired"


def test_05_where_a_court_ordered_it_the_order_is_the_ground_and_not_the_consent_beside_it(story: Story) -> None:
    agrees_to_proceeding(story, event="case_closed")
    ordered = in_court(story, "court_order", covers=("part2",))
    assert (ordered.consent, ordered.consent_id) == ("court_order", "")


def test_06_words_of_a_kind_the_rules_do_not_know_are_opened_by_no_consent(story: Story) -> None:
    scope = {"what": ("all",), "holders": ("any",), "recipients": ("clinic",), "purposes": ("treatment",), "event": "treatment_ends"}
    signed = {"stated": ("revocation",), "words": words("consent_name", "consent_signature")}
    story.when(c.RecordConsent, "M12", by=AMARA, person="w1", consent="c1", about="part2", **scope, **signed)
    asked = circumstances(story, AMARA, "treatment")
    assert asked.case_of("person", "w1", "part2_record", "v-part2_record").consent == "given"
    assert asked.case_of("person", "w1", "unheard_of", "v-part2_record").consent == "not_asked"


def test_07_a_refusal_names_the_first_thing_it_was_about_and_no_more(story: Story) -> None:
    def named(kind: type, who: Actor, **asked: Any) -> str:
        with pytest.raises(Refused) as told:
            story.when(kind, "", by=who, **asked)
        assert told.value.code == "not_yours"
        return str(dict(told.value.parameters)["party"])

    story.call("i2")
    story.when(d.SendMessage, "desk-dispatch", message="m1", to="M12", incident="i1", words=words("message"))
    wren = Actor("wren", "call_taker")
    assert named(d.GoOutOfService, NOVAK, unit="M12", reason="meal") == "M12"
    assert named(h.SetCapacity, NURSE, facility="general", service="bay", free=1) == "general"
    assert named(d.TakePosition, wren, position="desk-calls", area="town", duty="call_taker", staff="other") == "desk-calls"
    assert named(f.WriteNote, NOVAK, incident="i1", words=words("note")) == "i1"
    assert named(d.ReportStatus, NOVAK, assignment="a1", status=A.CLEARED) == "a1"
    assert named(h.TakeBackReservation, NOVAK, reservation="v1") == "v1"
    assert named(p.OfferTransfer, NOVAK, episode="i1-p1", to=Party(PartyKind.CREW, "P31")) == "i1-p1"
    assert named(d.ReadMessage, NOVAK, message="m1") == "m1"
