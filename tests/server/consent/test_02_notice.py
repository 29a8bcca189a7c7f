"""The notice of 42 CFR 2.32 with the scope of the consent that opened something."""

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.consent.facts import ConsentRecorded, ConsentWithdrawn
from alongside.core.person.facts import PersonRecorded
from alongside.core.sharing.share import Shown
from alongside.library.programs import load_program
from alongside.library.sharing.load import load_sharing
from alongside.server.records.open import Opened, Words
from alongside.server.site.names import Names
from alongside.server.site.notices import tell_because_of, tell_notices, turn_of
from alongside.server.site.rows import View

PROFILE, SHARING = load_program("tailored"), load_sharing()
STREAM = "person/w1"
SCOPE = (("medications",), ("any",), ("bridges-behavioral",), ("treatment",), "")


def board() -> Board:
    made = Board()
    apply(made, PersonRecorded(STREAM, 1, "w1", "e1", "i1", "p-lowe", "bridges-behavioral"))
    wrote = ((), "p-lowe", "bridges-behavioral", "")
    apply(
        made,
        ConsentRecorded(STREAM, 1, "w1", "c1", "part2", "given", "drawn", "person", False, *SCOPE, None, None, "treatment_ends", *wrote),
    )
    return made


def view(of: Board) -> View:
    return View(of, PROFILE.rules, Names(PROFILE, {}), "en", lambda unit: None)


def test_01_it_says_the_laws_sentence_and_what_the_consent_lets_whom_see() -> None:
    told = tell_notices(view(board()), SHARING, ["c1"])
    assert told is not None
    assert told["text"] == "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
    (one,) = told["scopes"]
    assert one["consent"] == "c1"
    assert "Bridges Behavioral Health (invented) may be shown Medications" in one["scope"]
    assert one["scope"].endswith("for treatment, until the treatment ends.")


def test_02_on_another_ground_than_a_consent_it_says_that_and_without_part_2_it_says_nothing() -> None:
    told = tell_notices(view(board()), SHARING, [""])
    assert told is not None
    assert "Shown without a consent" in told["scopes"][0]["scope"]
    assert tell_notices(view(board()), SHARING, []) is None


def test_03_words_that_were_shown_bring_it_along_and_words_of_another_class_only_what_to_watch() -> None:
    fields = frozenset({"medications"})
    part2 = Words({"v": "x"}, {}, [Shown(fields, "consent", "part2_consent", notice=True, consent="c1"), None])
    notes = Words({"v": "x"}, {}, [Shown(fields, "consent", "notes_consent", consent="c1")])
    assert (part2.notices, part2.consents, notes.notices, notes.consents) == (("c1",), ("c1",), (), ("c1",))
    assert "text" in tell_because_of(view(board()), SHARING, part2)
    assert tell_because_of(view(board()), SHARING, notes) == {"person": "w1", "turn": turn_of(board(), "w1")}


def test_04_what_pages_watch_changes_with_every_change_and_with_nothing_else() -> None:
    before, changed = board(), board()
    apply(changed, ConsentWithdrawn(STREAM, 2, "w1", "c1", "person", "", "p-lowe"))
    apply(before, PersonRecorded("person/w2", 2, "w2", "e2", "i2", "p-lowe", "bridges-behavioral"))
    assert turn_of(before, "w1") == turn_of(board(), "w1") != turn_of(changed, "w1")


def test_05_the_audit_keeps_which_consent_it_was_and_one_of_before_the_basis_alone() -> None:
    answer = Shown(frozenset({"medications"}), "consent", "part2_consent", notice=True, consent="c1")
    assert Opened("shown", answer=answer).noted == "shown/consent/c1"
    assert Opened("shown", answer=answer._replace(consent="")).noted == "shown/consent"
