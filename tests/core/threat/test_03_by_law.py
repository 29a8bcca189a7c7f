"""A threat file asked for by law: found by its reference, decided piece by piece, signed by two; kept by schedule, and erased."""

import pytest

from alongside.core.custodian import requests as c
from alongside.core.custodian.erasing import list_needs
from alongside.core.custodian.keeping import kept_until
from alongside.core.custodian.proposing import propose
from alongside.core.party import Actor, Reference
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Withheld
from alongside.core.threat import requests as r
from alongside.core.threat.finding import reference_of
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, kinds
from tests.core.threat.bureau import BUREAU, PARK, VEGA, opened, word

PETROV, ADMIN = Actor("petrov", "privacy_officer", "county"), Actor("okafor", "administrator", "county")
YEAR, NONE = 366 * 86_400_000, frozenset[str]()
WHO = (Reference("records_asked_by", "v-who", "0" * 64),)
ABOUT = {"about_kind": "threat", "about": "t1"}


@pytest.fixture
def story() -> Story:
    return opened()


def ask(story: Story, release: str = "q1", asked: str = "court_order") -> list[str]:
    return kinds(story.when(c.AskRelease, "", by=PETROV, release=release, asked=asked, **ABOUT, words=WHO))


def reads(story: Story, field: str, who: Actor = PETROV) -> str:
    answer = Circumstances(load_sharing().rules, story.board, who, "release", story.now).may_read("person", "t1", field, f"v-{field}")
    return answer.reason if isinstance(answer, Withheld) else answer.basis


def close(story: Story) -> None:
    story.when(r.CloseThreat, "", by=VEGA, threat="t1", reason="moved", words=(word("threat_review"),))


def erase(story: Story) -> None:
    story.when(c.ProposeErasure, "", by=PETROV, erasure="e1", **ABOUT, ground="kept_long_enough")
    story.when(c.SignErasure, "", by=ADMIN, erasure="e1")


def test_01_who_answers_for_records_reads_a_file_only_while_somebody_asks_for_it_by_law(story: Story) -> None:
    assert {field: reads(story, field) for field in ("threat_person", "threat_plan")} == {
        "threat_person": "no_tie",
        "threat_plan": "no_tie",
    }
    assert ask(story) == ["ReleaseAsked", "PreservationPlaced"]
    assert {story.facts[-1].stream, story.facts[-2].stream} == {"threat/t1"}
    assert reads(story, "threat_person") == reads(story, "threat_told") == "required_by_law"
    others = (ADMIN, PARK, VEGA, Actor("amara", "clinician", "clinic"))
    assert "required_by_law" not in {reads(story, "threat_person", who) for who in others}
    story.when(c.CloseRelease, "", by=PETROV, release="q1", outcome="refused", reason="law_says_so")
    assert reads(story, "threat_person") == "no_tie"


def test_02_only_a_courts_order_proposes_anything_of_a_file_and_never_what_came_from_a_health_record(story: Story) -> None:
    ask(story)
    ask(story, "q2", "public_records")
    rules = BUREAU.custodian

    def shown(release: str, field: str) -> bool:
        return propose(rules, story.board.releases.reach(release), field, "threat_management", NONE).shown

    assert [shown("q1", field) for field in ("threat_concern", "threat_assessment", "threat_told", "threat_stakeholder")] == [
        True,
        True,
        False,
        False,
    ]
    assert not any(shown("q2", field) for field in ("threat_person", "threat_concern", "threat_assessment", "threat_plan"))


def test_03_it_is_signed_by_somebody_else_and_stays_read_by_the_officer_as_it_went(story: Story) -> None:
    ask(story)
    pieces = (("v-threat_person", True, ""), ("v-threat_concern", False, "justice"))
    assert story.refused(c.SignRelease, "", by=PETROV, release="q1", pieces=pieces) == "second_person"
    story.when(c.SignRelease, "", by=ADMIN, release="q1", pieces=pieces)
    story.when(c.HandOutRelease, "", by=PETROV, release="q1", how="court_filing", digest="0" * 64)
    assert (reads(story, "threat_person"), reads(story, "threat_concern")) == ("required_by_law", "no_tie")


def test_04_an_open_file_or_one_that_is_preserved_is_not_erased(story: Story) -> None:
    assert list_needs(story.board, "threat", "t1") == ("threat_open",)
    assert story.refused(c.ProposeErasure, "", by=PETROV, erasure="e1", **ABOUT, ground="court_order") == "still_needed"
    assert kept_until(story.board, BUREAU.custodian, BUREAU.writing, "threat", "t1") is None
    close(story)
    told = {"preservation": "p1", "reason": "litigation", "review_at": story.now + 86_400_000}
    story.when(c.PlacePreservation, "", by=PETROV, **ABOUT, **told)
    assert list_needs(story.board, "threat", "t1") == ("preserved",)
    story.when(c.LiftPreservation, "", by=ADMIN, preservation="p1", reason="matter_over")
    assert list_needs(story.board, "threat", "t1") == ()


def test_05_it_is_kept_seven_years_from_its_closing_and_what_is_gone_is_not_gone_on_with(story: Story) -> None:
    close(story)
    kept = kept_until(story.board, BUREAU.custodian, BUREAU.writing, "threat", "t1")
    assert kept is not None
    assert (kept.until, kept.data_class, kept.since) == (story.now + 7 * YEAR, "threat_management", story.now)
    erase(story)
    assert story.board.erasures.reach("e1").owners == (("person", "t1"),)
    assert story.refused(r.ReopenThreat, "", by=VEGA, threat="t1") == "threat_erased"
    assert kinds(story.when(c.FinishErasure, "", by=Actor("sys", "system"), erasure="e1")) == ["ErasureDone"]
    assert story.refused(r.ReopenThreat, "", by=VEGA, threat="t1") == "threat_erased"


def test_06_opened_again_between_proposal_and_signature_it_is_not_erased(story: Story) -> None:
    close(story)
    story.when(c.ProposeErasure, "", by=PETROV, erasure="e1", **ABOUT, ground="never_ours")
    story.when(r.ReopenThreat, "", by=VEGA, threat="t1")
    assert story.refused(c.SignErasure, "", by=ADMIN, erasure="e1") == "still_needed"


def test_07_a_file_nobody_has_is_as_unknown_as_one_that_is_not_there_and_a_reference_tells_nothing(story: Story) -> None:
    told = {"release": "q1", "asked": "court_order", "about_kind": "threat", "words": WHO}
    assert story.refused(c.AskRelease, "", by=PETROV, **told, about="t2") == "about_unknown"
    assert story.refused(c.AskRelease, "", by=PETROV, **told, about="w1") == "about_unknown"
    assert reference_of("t1") != reference_of("t2")
    assert "t1" not in reference_of("t1").lower()
