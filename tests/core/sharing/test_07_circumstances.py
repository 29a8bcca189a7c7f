"""What ties somebody now and no longer, and through whom; what the rules are asked with: letters, consents, orders, an emergency."""

from typing import Any

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, EndReason, FollowUpStatus, IncidentStatus, Level, PartyKind
from alongside.core.consent import requests as c
from alongside.core.custodian import requests as k
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.glass import requests as g
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Party, Reference
from alongside.core.person import requests as r
from alongside.core.promise import requests as p
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Case, Shown, Withheld
from alongside.core.sharing.ties import Standing, of_item, seat_now, standing_of
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, actor

AMARA, NOVAK = Actor("amara", "clinician", "clinic", seat="M12"), Actor("novak", "officer", "police", seat="P31")
NURSE, FOLLOW_UP, LEAD = actor("haven"), actor("desk-follow-up"), actor("desk-lead")
PETROV, OKORO = Actor("petrov", "privacy_officer", "county"), Actor("okoro", "clinician", "hospital")
SHARING = load_sharing("california").rules
DAY = 86_400_000
OF_RECORD = ("person", "w1")


def words(*fields: str, id: str = "") -> tuple[Reference, ...]:
    return tuple(Reference(field, f"v-{field}{id}", "0" * 64) for field in fields)


@pytest.fixture
def story() -> Story:
    """M12 is with one of two people of a call, whose record holds something from a Part 2 program."""
    told = Story().staff()
    told.call("i1", people=2)
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.meet("M12")
    told.when(r.RecordPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="said_so", band="adult", words=words("name", "phone"))
    told.when(r.WriteItems, "", by=AMARA, person="w1", source="part2_program", words=words("part2_record"))
    return told


def ties(story: Story, who: Actor, id: str = "i1-p1", kind: str = "person") -> set[str]:
    return set(standing_of(story.board, who, kind, id).ties)


def circumstances(story: Story, who: Actor, purpose: str = "treatment") -> Circumstances:
    return Circumstances(SHARING, story.board, who, purpose, story.now)


def case(story: Story, who: Actor, field: str, owner: tuple[str, str] = OF_RECORD, purpose: str = "treatment", id: str = "") -> Case:
    return circumstances(story, who, purpose).case_of(*owner, field, id)


def give(story: Story, **change: Any) -> None:
    whole: dict[str, Any] = {
        "by": AMARA, "person": "w1", "consent": "c1", "about": "part2", "what": ("all",), "holders": ("any",), "recipients": ("clinic",),
        "purposes": ("treatment",), "event": "treatment_ends", "stated": ("revocation",),
        "words": words("consent_name", "consent_signature"),
    }  # fmt: skip
    story.when(c.RecordConsent, "M12", **(whole | change))


def resolved(story: Story) -> None:
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f1", "f2"))


def test_01_a_place_has_to_do_with_whom_it_expects_and_not_with_who_was_beside_them(story: Story) -> None:
    story.when(h.SetCapacity, "haven", facility="haven", service="chair", free=1)
    story.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    story.when(h.AgreeToReceive, "haven", reservation="v1")
    assert ties(story, NURSE, "i1-p1") == {"bound_here"}
    assert ties(story, NURSE, "i1-p2") == set()


def test_02_an_id_means_what_it_is_the_id_of(story: Story) -> None:
    assert standing_of(story.board, AMARA, "incident", "i1-p1") == Standing()


def test_03_an_offer_is_for_one_only(story: Story) -> None:
    story.when(p.OfferTransfer, "M12", episode="i1-p1", to=Party(PartyKind.POSITION, "desk-follow-up"))
    assert ties(story, FOLLOW_UP) == {"offered"}
    assert ties(story, NOVAK) == set()


def test_04_an_end_whose_time_nobody_wrote_down_was_long_ago(story: Story) -> None:
    incident = story.board.incidents.reach("i1")
    incident.status, incident.closed_at = IncidentStatus.CLOSED, None
    assert standing_of(story.board, AMARA, "incident", "i1").closed_at == 0


def test_05_what_is_over_ties_to_the_record_whoever_was_sent_and_nobody_else(story: Story) -> None:
    assert ties(story, AMARA, "w1") == {"assigned", "responsible"}
    story.board.episodes.reach("i1-p1").ended = EndReason.RESOLVED
    assert ties(story, AMARA, "w1") == set()
    assert ties(story, NOVAK, "w1") == set()
    story.board.assignments.reach("a1").status = A.CLEARED
    assert ties(story, AMARA, "w1") == {"was_sent"}


def test_06_while_one_call_goes_on_an_earlier_one_that_is_over_ends_nothing(story: Story) -> None:
    story.call("i2")
    story.board.assignments.reach("old").unit, story.board.assignments.reach("old").status = "M12", A.CLEARED
    earlier = story.board.incidents.reach("i2")
    earlier.assignments, earlier.status, earlier.closed_at = ("old",), IncidentStatus.CLOSED, story.now
    story.board.people.reach("w1").episodes = ("i2-p1", "i1-p1")
    assert standing_of(story.board, AMARA, "person", "w1").closed_at is None
    story.board.people.reach("w1").episodes = ("i2-p1",)
    assert standing_of(story.board, AMARA, "person", "w1").closed_at == story.now


def test_07_who_left_has_no_seat_at_all(story: Story) -> None:
    assert seat_now(story.board, AMARA) == "M12"
    assert seat_now(story.board, AMARA._replace(staff="other")) == ""
    assert seat_now(story.board, FOLLOW_UP._replace(staff="relieved")) == ""
    assert seat_now(story.board, Actor("x", "peer", seat="nowhere")) == "nowhere"


def test_08_an_open_promise_ties_every_follow_up_desk_and_a_kept_one_none(story: Story) -> None:
    resolved(story)
    story.board.positions.reach("desk-two").duty = "follow_up"
    two = Actor("ida", "case_manager", seat="desk-two")
    assert "open_case" in ties(story, FOLLOW_UP)
    assert "open_case" in ties(story, two)
    assert "reviews" in ties(story, LEAD)
    assert "open_case" not in ties(story, LEAD)
    for one in ("f1", "f2"):
        story.board.follow_ups.reach(one).status = FollowUpStatus.KEPT
    assert ties(story, FOLLOW_UP) & ties(story, two) & {"open_case"} == set()
    assert "reviews" not in ties(story, LEAD)


def test_09_a_promise_ties_its_owner_whoever_that_is_and_one_without_owner_nobody(story: Story) -> None:
    resolved(story)
    owed = story.board.follow_ups.reach("f1")
    story.board.episodes.reach("i1-p1").follow_ups = ("f1", "f9", "gone")
    story.board.follow_ups.reach("f9").owner = None
    owed.owner = Party(PartyKind.CREW, "P31")
    assert ties(story, NOVAK) == {"open_case"}
    assert "open_case" not in ties(story, FOLLOW_UP)  # no desk owes it
    owed.owner = Party(PartyKind.POSITION, "desk-lead")
    assert "open_case" in ties(story, LEAD)
    assert "open_case" not in ties(story, FOLLOW_UP)
    story.board.positions.reach("desk-lead-2").duty = "supervisor"
    assert "open_case" not in ties(story, Actor("x", "supervisor", seat="desk-lead-2"))


def test_10_a_letter_is_of_whom_it_was_written_to_whatever_else_ties_them(story: Story) -> None:
    for at, to in enumerate(("M12", "P31")):
        letter = words("message", id=str(at))
        story.when(d.SendMessage, "desk-dispatch", message=f"m{at}", to=to, incident="i1", words=letter)
    asked = circumstances(story, AMARA, "operations")
    of_call = ("incident", "i1")
    assert asked.case_of(*of_call, "message", "v-message0").ties == {"assigned", "responsible", "addressed"}
    assert asked.case_of(*of_call, "message", "v-message1").ties == {"assigned", "responsible"}
    assert asked.case_of(*of_call, "note", "v-message0").ties == {"assigned", "responsible"}
    assert case(story, NOVAK, "message", of_call, "operations", "v-message1").ties == {"addressed"}
    assert isinstance(circumstances(story, NOVAK, "operations").may_read(*of_call, "message", "v-message1"), Shown)


def test_11_each_owner_is_looked_up_for_itself_at_the_time_it_is(story: Story) -> None:
    asked = circumstances(story, AMARA)
    assert asked.case_of("person", "w1", "name").ties == {"assigned", "responsible"}
    assert asked.case_of("person", "nobody", "name").ties == frozenset()
    story.when(r.SetAge, "", by=AMARA, person="w1", band="teen", until=story.now + DAY)
    assert case(story, AMARA, "name").age == "teen"
    story.now += DAY
    assert case(story, AMARA, "name").age == "unknown"


def test_12_contact_is_prohibited_with_whom_it_is_and_with_nobody_else(story: Story) -> None:
    assert not case(story, AMARA, "phone").contact_prohibited
    told = {"by": AMARA, "person": "w1", "source": "person", "words": words("contact_prohibition"), "review_at": story.now + DAY}
    story.when(r.WriteItems, "", **told)
    assert case(story, AMARA, "phone").contact_prohibited
    assert case(story, AMARA, "phone", ("person", "i1-p1")).contact_prohibited
    assert not case(story, AMARA, "call_back", ("incident", "w1")).contact_prohibited  # what was said on a call has no person
    assert not case(story, AMARA, "phone", ("person", "i1-p2")).contact_prohibited


def test_13_a_consent_speaks_of_the_persons_words_also_under_their_episode_and_of_no_incident(story: Story) -> None:
    give(story)
    for owner in ("w1", "i1-p1"):
        assert case(story, AMARA, "part2_record", ("person", owner)).consent == "given"
    assert case(story, AMARA, "part2_record", ("person", "i1-p2")).consent == "not_asked"
    assert case(story, AMARA, "part2_record", ("incident", "w1"))[4:5] == ("not_asked",)
    assert case(story, AMARA, "field nobody knows").consent == "not_asked"


def test_14_an_order_of_a_court_goes_before_what_was_agreed_to(story: Story) -> None:
    give(story)
    story.call("i2")
    told = {"by": PETROV, "asked": "court_order", "words": words("records_asked_by"), "covers": ("part2",)}
    agreed = story.board.consents.reach("c1")
    agreed.purposes, agreed.recipients = frozenset({"release"}), frozenset({"county"})
    assert case(story, PETROV, "part2_record", purpose="release", id="v-part2_record").consent_id == "c1"
    story.when(k.AskRelease, "", release="q1", about_kind="person", about="w1", **told)
    ordered = case(story, PETROV, "part2_record", purpose="release", id="v-part2_record")
    assert (ordered.consent, ordered.consent_id) == ("court_order", "")
    assert "release" in ordered.ties
    assert "release" not in case(story, PETROV, "part2_record", purpose="operations", id="v-part2_record").ties
    assert "release" not in case(story, AMARA, "part2_record", purpose="release", id="v-part2_record").ties
    assert case(story, PETROV, "part2_record", ("incident", "i1"), "release").consent == "court_order"  # what was said of them
    assert case(story, PETROV, "part2_record", ("incident", "i2"), "release").consent == "not_asked"
    story.when(k.AskRelease, "", release="q2", about_kind="incident", about="i2", **told | {"covers": ()})
    assert case(story, PETROV, "part2_record", ("incident", "i2"), "release").consent == "not_asked"


def test_15_an_emergency_opens_where_no_consent_does_and_a_consent_is_named_where_it_does(story: Story) -> None:
    amara = AMARA._replace(seat="")
    four = words("glass_reason", "emergency_recipient", "emergency_discloser", "emergency_nature")
    for at, who in enumerate((amara, OKORO)):
        story.when(g.BreakGlass, "", by=who, glass=f"g{at}", person="w1", reason="medical_emergency", part2=True, words=four)
    assert case(story, OKORO, "part2_record", id="v-part2_record").consent == "emergency"
    give(story)
    given = case(story, amara, "part2_record", id="v-part2_record")
    assert (given.consent, given.consent_id) == ("given", "c1")
    assert case(story, OKORO, "part2_record", id="v-part2_record").consent == "emergency"


def test_16_a_name_under_what_a_minor_signed_alone_is_the_minors_and_under_another_is_the_guardians_too(story: Story) -> None:
    give(story)
    guardian = Actor("x", "guardian", purpose="own_record", seat="w1")
    story.board.people.reach("w1").age, story.now = "teen", 1_800_000_000_000  # the law is in force

    def reads() -> str:
        answer = circumstances(story, guardian, "own_record").may_read("person", "w1", "consent_name", "v-consent_name")
        return answer.reason if isinstance(answer, Withheld) else answer.basis

    assert reads() == "individual_access"
    story.board.consents.reach("c1").is_minors_own = True
    assert reads() == "minor_decides"


def test_17_an_item_is_its_authors_and_of_the_organization_it_was_written_in(story: Story) -> None:
    item = story.board.items.reach("v-name")
    assert of_item(AMARA, item) == {"author", "own_agency"}
    assert of_item(AMARA._replace(agency="hospital"), item) == {"author"}
    assert of_item(Actor("lee", "clinician", "clinic"), item) == {"own_agency"}
    assert of_item(OKORO, item) == frozenset()
    item.agency = ""
    assert of_item(Actor("lee", "clinician"), item) == frozenset()  # nobody's organization is no organization


def test_18_once_a_request_was_answered_only_what_went_out_and_its_own_words_are_read_again(story: Story) -> None:
    told = {"by": PETROV, "release": "q1", "asked": "subpoena", "about_kind": "person", "about": "w1", "words": words("records_asked_by")}
    story.when(k.AskRelease, "", **told)
    release = story.board.releases.reach("q1")

    def ties_now() -> list[bool]:
        asked = circumstances(story, PETROV, "release")
        ids = ("v-name", "v-phone", "v-records_asked_by")
        return ["release" in asked.case_of("person", "w1", "name", id).ties for id in ids]

    assert ties_now() == [True, True, True]
    release.state, release.pieces = "handed_out", (("v-name", True, ""), ("v-phone", False, "privacy"))
    assert ties_now() == [True, False, True]
