"""Records are asked for by law, gone through piece by piece, signed by two; what is preserved is not erased; what goes, goes for ever."""

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, Level
from alongside.core.custodian import requests as c
from alongside.core.custodian.erasing import list_needs
from alongside.core.custodian.keeping import kept_until
from alongside.core.custodian.proposing import propose, stands
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as r
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Shown, Withheld
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, kinds

AMARA = Actor("amara", "clinician", "clinic", seat="M12")
PETROV = Actor("petrov", "privacy_officer", "county")
ADMIN = Actor("okafor", "administrator", "county")
CLASSES = load_sharing().rules.fields
DAY, YEAR = 86_400_000, 366 * 86_400_000
WHO = (Reference("records_asked_by", "v-who", "0" * 64),)
NONE = frozenset[str]()


def word(field: str, id: str = "") -> Reference:
    return Reference(field, id or f"v-{field}", "0" * 64)


@pytest.fixture
def story() -> Story:
    """Somebody was met, recorded and helped; the night is over."""
    told = Story().staff()
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.ROUTINE, reason="judgement")
    told.meet("M12")
    told.when(r.RecordPerson, "", by=AMARA, person="w1", episode="i1-p1", basis="said_so", band="adult", words=(word("name"),))
    told.when(r.WriteItems, "", by=AMARA, person="w1", source="part2_program", words=(word("medications"),))
    told.when(r.BeginTreatment, "", by=AMARA, person="w1")
    told.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE)
    told.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    told.wait(60_000)
    return told


def ask(story: Story, asked: str = "subpoena", **more: object) -> None:
    told: dict[str, object] = {"release": "q1", "asked": asked, "about_kind": "person", "about": "w1", "words": WHO}
    story.when(c.AskRelease, "", by=PETROV, **told | more)


def reads(story: Story, field: str, who: Actor = PETROV) -> str:
    answer = Circumstances(load_sharing().rules, story.board, who, "release", story.now).may_read("person", "w1", field, f"v-{field}")
    return answer.reason if isinstance(answer, Withheld) else answer.basis


def test_01_asked_for_with_who_asks_a_kind_and_the_laws_time_and_everything_is_kept_meanwhile(story: Story) -> None:
    told = {"by": PETROV, "release": "q1", "about_kind": "person", "about": "w1"}
    assert story.refused(c.AskRelease, "", **told, asked="curiosity", words=WHO) == "not_in_list"
    assert story.refused(c.AskRelease, "", **told, asked="subpoena") == "release_asked_by_missing"
    assert story.refused(c.AskRelease, "", **told, asked="subpoena", words=WHO, covers=("part2",)) == "covers_needs_order"
    assert story.refused(c.AskRelease, "", **told | {"about": "w9"}, asked="subpoena", words=WHO) == "about_unknown"
    assert story.refused(c.AskRelease, "", **told | {"by": AMARA}, asked="subpoena", words=WHO) == "not_allowed"
    ask(story)
    assert list_needs(story.board, "person", "w1") == ("preserved", "release_open")
    assert kinds(story.wait(16 * DAY)).count("ReleaseOverdue") == 2


def test_02_the_custodian_reads_for_an_open_request_only_and_never_what_no_order_covers(story: Story) -> None:
    assert reads(story, "name") == "no_tie"
    ask(story)
    assert reads(story, "name") == "required_by_law"
    assert reads(story, "medications") == "never_in_proceedings"
    assert reads(story, "name", ADMIN) == "not_for_role"
    story.when(c.CloseRelease, "", by=PETROV, release="q1", outcome="taken_back", reason="not_asked_for")
    assert reads(story, "name") == "no_tie"


def test_03_an_order_that_covers_part_2_opens_it_and_one_that_does_not_keeps_it_closed(story: Story) -> None:
    ask(story, "court_order")
    rules, open_one = story.rules.custodian, story.board.releases.reach("q1")
    part2 = frozenset({"part2"})
    assert propose(rules, open_one, "medications", CLASSES["medications"], part2).exemption == "part2"
    story.when(c.ChoosePiece, "", by=PETROV, release="q1", piece="v-medications", shown=True, reason="order_says_so")
    assert not stands(rules, open_one, "v-medications", "medications", CLASSES["medications"], part2).shown
    ask(story, "court_order", release="q2", covers=("part2",), preserve=False)
    assert propose(rules, story.board.releases.reach("q2"), "medications", CLASSES["medications"], part2).shown
    assert reads(story, "medications") == "court_order"


def test_04_every_deviation_has_a_reason_and_an_exemption_and_nobody_shows_psychotherapy_notes(story: Story) -> None:
    ask(story)
    told = {"by": PETROV, "release": "q1", "piece": "v-1"}
    assert story.refused(c.ChoosePiece, "", **told, shown=True, reason="why_not") == "not_in_list"
    assert story.refused(c.ChoosePiece, "", **told, shown=False, reason="safety", exemption="because") == "not_in_list"
    story.when(c.ChoosePiece, "", **told, shown=True, reason="order_says_so")
    rules, one = story.rules.custodian, story.board.releases.reach("q1")
    assert stands(rules, one, "v-1", "diagnosis", "clinical_notes", NONE) == (True, "", True)
    assert not stands(rules, one, "v-1", "psychotherapy_note", "psychotherapy_notes", NONE).shown
    assert propose(rules, one, "summary", "call_facts", NONE).shown
    assert propose(rules, one, "call_back", "call_facts", NONE) == (False, "private_life", False)
    assert propose(rules, one, "unheard_of", "", NONE) == (False, "not_released", False)


def test_05_a_second_person_signs_who_decided_nothing_of_it_and_then_it_goes_out_with_its_hash(story: Story) -> None:
    ask(story)
    out = {"by": PETROV, "release": "q1", "how": "court_filing"}
    pieces = (("v-name", True, ""), ("v-medications", False, "part2"))
    assert story.refused(c.HandOutRelease, "", **out, digest="a" * 64) == "release_not_signed"
    assert story.refused(c.SignRelease, "", by=PETROV, release="q1", pieces=pieces) == "second_person"
    story.when(c.ChoosePiece, "", by=ADMIN, release="q1", piece="v-1", shown=True, reason="order_says_so")
    assert story.refused(c.SignRelease, "", by=ADMIN, release="q1", pieces=pieces) == "second_person"
    third = ADMIN._replace(staff="reyes")
    story.when(c.SignRelease, "", by=third, release="q1", pieces=pieces)
    assert story.refused(c.ChoosePiece, "", by=PETROV, release="q1", piece="v-1", shown=True, reason="safety") == "release_over"
    story.when(c.TakeBackSignature, "", by=third, release="q1", reason="a_mistake")
    story.when(c.SignRelease, "", by=third, release="q1", pieces=pieces)
    assert story.refused(c.HandOutRelease, "", **out, digest="short") == "release_digest"
    story.when(c.HandOutRelease, "", **out, digest="a" * 64)
    assert story.board.releases.reach("q1").handed_out == ("court_filing", 1, 1, "a" * 64)
    assert kinds(story.wait(30 * DAY)).count("ReleaseOverdue") == 0
    assert reads(story, "name") == "required_by_law"  # what went out can be shown again; the rest is closed
    story.when(r.WriteItems, "", by=AMARA, person="w1", source="person", words=(word("allergies"),))
    assert reads(story, "allergies") == "no_tie"


def test_06_what_is_preserved_is_not_erased_and_another_person_lifts_it(story: Story) -> None:
    told = {"by": PETROV, "preservation": "k1", "about_kind": "incident", "about": "i1", "reason": "litigation"}
    assert story.refused(c.PlacePreservation, "", **told, review_at=story.now + 400 * DAY) == "preservation_review_date"
    story.when(c.PlacePreservation, "", **told, review_at=story.now + 30 * DAY)
    gone = {"by": PETROV, "erasure": "e1", "about_kind": "person", "about": "w1", "ground": "kept_long_enough"}
    assert story.refused(c.ProposeErasure, "", **gone) == "still_needed"
    assert kinds(story.wait(38 * DAY)).count("PreservationReviewDue") == 2
    assert story.refused(c.LiftPreservation, "", by=PETROV, preservation="k1", reason="matter_over") == "second_person"
    story.when(c.LiftPreservation, "", by=ADMIN, preservation="k1", reason="matter_over")
    story.when(c.ProposeErasure, "", **gone)


def test_07_erasing_takes_two_and_looks_again_before_it_is_signed(story: Story) -> None:
    gone = {"by": PETROV, "erasure": "e1", "about_kind": "person", "about": "w1", "ground": "kept_long_enough"}
    story.when(c.ProposeErasure, "", **gone)
    assert story.refused(c.SignErasure, "", by=PETROV, erasure="e1") == "second_person"
    kept = {"preservation": "k1", "about_kind": "person", "about": "w1", "reason": "complaint", "review_at": story.now + DAY}
    story.when(c.PlacePreservation, "", by=ADMIN, **kept)
    assert story.refused(c.SignErasure, "", by=ADMIN, erasure="e1") == "still_needed"
    story.when(c.LiftPreservation, "", by=PETROV, preservation="k1", reason="placed_by_mistake")
    story.when(c.SignErasure, "", by=ADMIN, erasure="e1")
    assert story.board.erasures.reach("e1").owners == (("person", "w1"), ("person", "i1-p1"))
    assert story.refused(c.FinishErasure, "", by=ADMIN, erasure="e1") == "not_allowed"
    story.when(c.FinishErasure, "nobody", erasure="e1")
    assert story.board.erasures.reach("e1").state == "done"


def test_08_how_long_is_counted_from_the_last_thing_that_happened_and_longer_for_who_is_not_grown(story: Story) -> None:
    rules = (story.rules.custodian, story.rules.writing)
    call, person = kept_until(story.board, *rules, "incident", "i1"), kept_until(story.board, *rules, "person", "w1")
    assert call is not None
    assert person is not None
    assert call.until == (story.board.incidents.reach("i1").closed_at or 0) + 3 * YEAR
    assert person.until == call.since + 7 * YEAR
    until = story.now + 200 * DAY
    story.when(r.SetAge, "nobody", person="w1", band="child", until=until)
    child = kept_until(story.board, *rules, "person", "w1")
    assert child is not None
    assert child.until == until + 8 * YEAR
    story.when(r.SetAge, "nobody", person="w1", band="unknown")
    unknown = kept_until(story.board, *rules, "person", "w1")
    assert unknown is not None
    assert unknown.until is None
    story.call("i2")
    story.when(r.IdentifyPerson, "nobody", person="w1", episode="i2-p1", basis="known_to_staff")
    assert kept_until(story.board, *rules, "person", "w1") is None


def test_09_shown_is_shown(story: Story) -> None:
    ask(story)
    answer = Circumstances(load_sharing().rules, story.board, PETROV, "release", story.now).may_read("person", "w1", "name", "v-name")
    assert isinstance(answer, Shown)
