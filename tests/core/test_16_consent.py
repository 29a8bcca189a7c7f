"""Consent: asked, given, lacking, taken back. What it opens, to whom, until when; and what a newer no closes."""

from dataclasses import replace
from typing import Any

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Level
from alongside.core.consent import requests as c
from alongside.core.custodian import requests as k
from alongside.core.dispatch import requests as d
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as r
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.rules import Setting
from alongside.core.sharing.share import Shown, Withheld
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, kinds
from tests.core.town import RULES as TOWN

AMARA = Actor("amara", "clinician", "clinic", seat="M12")
NOVAK = Actor("novak", "officer", "police", seat="P31")
DAY = 86_400_000
LETS_MINORS = replace(TOWN, law={"minor_consent": Setting("minor_consent", 0)})
SHARING = load_sharing().rules


def words(*fields: str, id: str = "") -> tuple[Reference, ...]:
    return tuple(Reference(field, f"v-{field}{id}", "0" * 64) for field in fields)


WHOLE: dict[str, Any] = {
    "by": AMARA, "person": "w1", "about": "part2", "what": ("all",), "holders": ("any",), "recipients": ("clinic",),
    "purposes": ("treatment", "response"), "event": "treatment_ends", "stated": ("revocation",),
    "words": words("consent_name", "consent_signature"),
}  # fmt: skip


@pytest.fixture
def story() -> Story:
    """M12 is with somebody whose record holds a medication list from a Part 2 program."""
    told = Story().staff()
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    told.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="P31", also=True)
    for status in (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON):
        told.when(d.ReportStatus, "M12", assignment="a1", status=status)
    told.when(r.RecordPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="said_so", band="adult", words=words("name"))
    told.when(r.WriteItems, "", by=AMARA, person="w1", source="part2_program", words=words("medications", "diagnosis"))
    return told


def give(story: Story, id: str = "c1", **change: Any) -> tuple[Any, ...]:
    return story.when(c.RecordConsent, "M12", consent=id, **(WHOLE | change))


def answer(story: Story, who: Actor = AMARA, field: str = "medications", purpose: str = "treatment") -> Shown | Withheld:
    return Circumstances(SHARING, story.board, who, purpose, story.now).may_read("person", "w1", field, f"v-{field}")


def reads(story: Story, *asked: Any, **more: Any) -> str:
    said = answer(story, *asked, **more)
    return said.reason if isinstance(said, Withheld) else said.basis


def test_01_a_consent_opens_what_it_names_to_whom_it_names_and_says_which_it_was(story: Story) -> None:
    assert reads(story) == "consent_missing"
    give(story)
    said = answer(story)
    assert isinstance(said, Shown)
    assert (said.basis, said.notice, said.consent) == ("consent", True, "c1")
    assert reads(story, purpose="follow_up") == "consent_missing"
    assert reads(story, NOVAK, purpose="response") == "never_law_enforcement"
    assert reads(story, AMARA._replace(agency="hospital")) == "consent_missing"


def test_02_taken_back_with_or_without_a_reason_the_next_reading_is_refused(story: Story) -> None:
    give(story)
    told = story.when(c.WithdrawConsent, "", by=AMARA, person="w1", consent="c1")
    assert kinds(told) == ["ConsentWithdrawn"]
    assert reads(story) == "consent_withdrawn"
    assert story.refused(c.WithdrawConsent, "", by=AMARA, person="w1", consent="c1") == "consent_over"


def test_03_a_newer_no_closes_every_yes_before_it_and_a_newer_yes_opens_again(story: Story) -> None:
    give(story, "c1")
    give(story, "c2", what=("medications",), words=words("consent_name", "consent_signature", id="2"))
    story.when(c.WithdrawConsent, "", by=AMARA, person="w1", consent="c2")
    assert reads(story) == "consent_withdrawn"
    assert reads(story, field="diagnosis") == "consent"  # the no did not speak of it
    give(story, "c3", words=words("consent_name", "consent_signature", id="3"))
    assert reads(story) == "consent"
    give(story, "c4", answer="declined", form="said", words=())
    assert reads(story) == "consent_declined"


def test_04_of_several_any_that_is_whole_and_in_time_gives(story: Story) -> None:
    give(story, "c1")
    give(story, "c2", expires_at=story.now + DAY, words=words("consent_name", "consent_signature", id="2"))
    give(story, "c3", words=words("consent_name"))
    assert story.board.consents.reach("c3").missing == ("signature",)
    story.now += 2 * DAY
    assert reads(story) == "consent"
    story.when(c.ReportConsentWrong, "", by=AMARA, person="w1", consent="c1", reason="under_pressure")
    assert reads(story) == "consent_deficient"


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"words": words("consent_signature")}, "name"),
        ({"holders": ()}, "holder"),
        ({"what": ()}, "what"),
        ({"recipients": ()}, "recipient"),
        ({"recipients": ("exchange",), "intermediary": "exchange"}, "participants"),
        ({"purposes": ()}, "purpose"),
        ({"stated": ()}, "revocation"),
        ({"about": "part2_care", "recipients": ("treating",), "stated": ("revocation",)}, "redisclosure"),
        ({"about": "part2_proceedings", "purposes": ("proceeding",)}, "not_conditioned"),
        ({"event": ""}, "end"),
        ({"event": "none"}, "end"),
        ({"event": "other_event"}, "end"),
        ({"words": words("consent_name")}, "signature"),
        ({"form": "paper", "signed": True, "words": words("consent_name", "consent_paper")}, "date"),
        ({"form": "paper", "dated": True, "words": words("consent_name", "consent_paper")}, "signature"),
        ({"form": "paper", "dated": True, "signed": True, "words": words("consent_name")}, "place_of_paper"),
    ],
)
def test_05_without_one_of_its_elements_it_is_deficient_says_which_and_opens_nothing(
    story: Story, change: dict[str, Any], missing: str
) -> None:
    give(story, **change)
    assert story.board.consents.reach("c1").missing == (missing,)
    assert reads(story) in ("consent_deficient", "consent_missing")


def test_06_only_the_one_consent_for_all_care_may_be_without_an_end(story: Story) -> None:
    story.when(r.BeginTreatment, "", by=AMARA, person="w1")
    give(story, about="part2_care", recipients=("treating",), event="none", stated=("revocation", "redisclosure"))
    assert reads(story) == "consent"
    assert reads(story, AMARA._replace(agency="hospital")) == "consent_missing"
    story.when(r.EndTreatment, "", by=AMARA, person="w1")
    assert reads(story) == "consent_missing"


def test_07_counseling_notes_and_proceedings_need_a_consent_of_their_own(story: Story) -> None:
    assert story.refused(c.RecordConsent, "", consent="c1", **(WHOLE | {"purposes": ("treatment", "proceeding")})) == "consent_apart"
    assert story.refused(c.RecordConsent, "", consent="c1", **(WHOLE | {"what": ("psychotherapy_note",)})) == "not_in_list"
    assert story.refused(c.RecordConsent, "", consent="c1", **(WHOLE | {"form": "said"})) == "consent_must_be_written"


def test_08_it_ends_on_its_day_by_the_clock_and_by_a_stored_timer(story: Story) -> None:
    give(story, expires_at=story.now + DAY, event="")
    story.now += DAY
    assert reads(story) == "consent_expired"
    assert "ConsentExpired" in kinds(story.wait(0))
    assert story.board.consents.reach("c1").state == "expired"
    ends = WHOLE | {"event": "", "expires_at": story.now}
    assert story.refused(c.RecordConsent, "", consent="c2", **ends) == "consent_ends_before"


def test_09_the_event_it_named_is_seen_by_somebody(story: Story) -> None:
    give(story)
    story.when(c.EndConsent, "", by=AMARA, person="w1", consent="c1")
    assert reads(story) == "consent_expired"
    assert story.refused(c.EndConsent, "", by=AMARA, person="w1", consent="c1") == "consent_over"


def test_10_a_child_does_not_sign_and_a_teenager_signs_as_the_law_says(story: Story) -> None:
    told = {"by": AMARA, "person": "w1", "until": story.now + 300 * DAY}
    story.when(r.SetAge, "", **told, band="child")
    assert story.refused(c.RecordConsent, "", consent="c1", **WHOLE) == "consent_other_signer"
    give(story, "c1", signer="guardian")
    story.when(r.SetAge, "", **told, band="teen")
    assert story.refused(c.RecordConsent, "", consent="c2", **WHOLE) == "consent_other_signer"
    story.rules = LETS_MINORS
    assert story.refused(c.RecordConsent, "", consent="c2", **(WHOLE | {"signer": "guardian"})) == "consent_other_signer"
    give(story, "c2", words=words("consent_name", "consent_signature", id="2"))
    assert story.refused(c.WithdrawConsent, "", by=AMARA, person="w1", consent="c2", said_by="guardian") == "consent_minors_own"


def test_11_what_a_minor_signed_alone_is_no_guardians_to_read(story: Story) -> None:
    story.when(r.SetAge, "", by=AMARA, person="w1", band="teen", until=story.now + 300 * DAY)
    story.rules = LETS_MINORS
    give(story)
    guardian = Circumstances(SHARING, story.board, Actor("x", "guardian"), "own_record", story.now)
    assert isinstance(guardian.may_read("person", "w1", "consent_signature", "v-consent_signature"), Withheld)
    assert reads(story, field="consent_signature") == "treatment"
    assert reads(story, NOVAK, "consent_signature", purpose="response") != "164.512(j)"


def test_12_without_a_known_age_nobody_signs(story: Story) -> None:
    story.when(r.SetAge, "", by=AMARA, person="w1", band="unknown")
    assert story.refused(c.RecordConsent, "", consent="c1", **WHOLE) == "consent_age_unknown"


def test_13_signed_by_somebody_else_under_a_mistaken_identity_it_is_not_this_persons(story: Story) -> None:
    give(story, episode="i1-p1")
    story.when(r.BeginTreatment, "", by=AMARA, person="w1")
    assert reads(story) == "consent"
    story.when(r.UndoIdentification, "", by=AMARA, person="w1", episode="i1-p1", reason="same_name")
    assert reads(story) == "consent_missing"


def test_14_notes_of_another_organization_need_the_persons_consent(story: Story) -> None:
    other = Actor("tomas", "clinician", "hospital", seat="M12")
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="own_observation", words=words("clinical_note"))
    assert reads(story, other, "clinical_note") == "consent_missing"
    give(story, about="health", recipients=("hospital",), holders=("clinic",))
    assert reads(story, other, "clinical_note") == "consent"
    assert reads(story, other) == "consent_missing"  # a consent for notes opens no Part 2 record


def test_15_only_who_has_to_do_with_the_person_asks_and_takes_back(story: Story) -> None:
    away = Actor("okoro", "clinician", "hospital")
    assert story.refused(c.RecordConsent, "", consent="c1", **(WHOLE | {"by": away})) == "not_yours"
    assert story.refused(c.RecordConsent, "", consent="c1", **(WHOLE | {"by": NOVAK})) == "not_allowed"
    give(story)
    assert story.refused(c.WithdrawConsent, "", by=away, person="w1", consent="c1") == "not_yours"
    officer = Actor("petrov", "privacy_officer")
    assert kinds(story.when(c.WithdrawConsent, "", by=officer, person="w1", consent="c1")) == ["ConsentWithdrawn"]


COUNSELING: dict[str, Any] = {"about": "part2_counseling", "purposes": ("treatment",), "stated": ("revocation", "not_conditioned")}
COURT: dict[str, Any] = {
    "about": "part2_proceedings", "purposes": ("proceeding",), "stated": ("revocation", "not_conditioned"), "recipients": ("court",),
    "words": words("consent_name", "consent_signature", "consent_recipients"),
}  # fmt: skip
OTHER = Actor("bo", "clinician", "clinic", seat="M12")
CUSTODIAN = Actor("dana", "privacy_officer", "county")


@pytest.mark.parametrize("source", ["person", "part2_program"])
def test_16_counseling_notes_open_to_a_clinician_it_names_by_a_consent_for_them_alone(story: Story, source: str) -> None:
    story.when(r.WriteItems, "", by=AMARA, person="w1", source=source, words=words("psychotherapy_note"))
    give(story)
    give(story, "c2", about="health", recipients=("clinic",), purposes=("treatment",))
    story.when(r.BeginTreatment, "", by=AMARA, person="w1")
    assert answer(story, OTHER, "psychotherapy_note") == Withheld("author_only", "psychotherapy_author_only")
    give(story, "c3", **COUNSELING)
    shown = answer(story, OTHER, "psychotherapy_note")
    assert isinstance(shown, Shown), shown
    assert (shown.basis, shown.consent) == ("consent", "c3")
    assert isinstance(answer(story, NOVAK, "psychotherapy_note"), Withheld)
    assert isinstance(answer(story, OTHER._replace(agency="hospital"), "psychotherapy_note"), Withheld)
    assert isinstance(answer(story, OTHER, "psychotherapy_note", "response"), Withheld)
    story.when(c.WithdrawConsent, "M12", by=AMARA, person="w1", consent="c3", said_by="person", reason="")
    assert isinstance(answer(story, OTHER, "psychotherapy_note"), Withheld)


def test_17_a_consent_for_counseling_notes_opens_no_part_2_record(story: Story) -> None:
    give(story, **COUNSELING)
    assert isinstance(answer(story, OTHER), Withheld)


@pytest.mark.parametrize(
    ("asked", "opens"), [("subpoena", True), ("court_order", True), ("public_records", False), ("law_enforcement", False)]
)
def test_18_a_consent_to_a_proceeding_opens_part_2_to_the_custodian_who_was_asked_by_a_court(story: Story, asked: str, opens: bool) -> None:
    give(story)
    ask = {"by": CUSTODIAN, "release": "q1", "asked": asked, "about_kind": "person", "about": "w1", "words": words("records_asked_by")}
    story.when(k.AskRelease, "", **ask)
    assert isinstance(answer(story, CUSTODIAN, purpose="release"), Withheld)
    give(story, "c2", **COURT)
    assert isinstance(answer(story, CUSTODIAN, purpose="release"), Shown) is opens
    assert isinstance(answer(story, purpose="proceeding"), Withheld)
    assert isinstance(answer(story, NOVAK, purpose="proceeding"), Withheld)
    story.when(c.WithdrawConsent, "M12", by=AMARA, person="w1", consent="c2", said_by="person", reason="")
    assert isinstance(answer(story, CUSTODIAN, purpose="release"), Withheld)


def test_19_a_consent_to_a_proceeding_names_the_court_in_words(story: Story) -> None:
    (fact,) = give(story, **{**COURT, "words": words("consent_name", "consent_signature")})
    assert fact.missing == ("recipient",)
