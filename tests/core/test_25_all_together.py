"""Everything that can be asked, mixed on one ledger: what one kind of history promises holds while all the others are lived beside it."""

from collections import Counter
from dataclasses import fields, replace
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.board import Board, Shelf
from alongside.core.codes import EndReason
from alongside.core.refused import Refused
from alongside.core.request import REQUESTS, Request
from alongside.ledger.body import encode, read_fact, read_request
from tests.core import history, whole
from tests.core.cases import test_02_no_case_between_hands as cases
from tests.core.cases.neighborhood import CASES
from tests.core.referral import test_02_every_history as referrals
from tests.core.referral.town import LEE, send, words
from tests.core.story import Story
from tests.core.threat import test_02_no_file_between_hands as threats
from tests.core.threat.bureau import BUREAU
from tests.core.threat.test_01_a_file import disclosed
from tests.core.town import DAY

LAWS, NO_LAW = history.RULES_OF_LAW, history.RULES.jurisdiction
SLOW = replace(LAWS.clocks, silence_again_ms=DAY, page_ms=DAY, help_ms=DAY, weapon_again_ms=DAY)  # else most is said again
TOWN = replace(LAWS, cases=CASES.cases, threat=BUREAU.threat, clocks=SLOW)
Step = tuple[int, int, int, int, int, int]
WIDTH = 6
SEEN: Counter[str] = Counter()


class History(NamedTuple):
    """Half of its steps are of three chapters, so that it gets far into the life of something; the others are of all."""

    favored: tuple[type[Request], ...]
    steps: list[Step]

    def kind(self, step: Step) -> type[Request]:
        among = self.favored if step[0] % 2 else whole.KINDS
        return among[(step[0] * 256 + step[1]) // 2 % len(among)]


def thrown(seed: int, length: int) -> History:
    """A history that fails is made shorter by its length; its bytes are all equally likely."""
    dice = Random(seed)
    chapters = dice.sample(whole.CHAPTERS, 3)
    favored = tuple(kind for kind in whole.KINDS if kind.__module__ in chapters)
    return History(favored, list(zip(*[iter(dice.randbytes(WIDTH * length))] * WIDTH, strict=True)))


HISTORIES = st.builds(thrown, st.integers(0, 2**64 - 1), st.integers(40, 50))


class Whole(Story):
    """Keeps everything that was asked, and when, refused or not: a ledger would be written from exactly this."""

    def __init__(self, *told: Any, **more: Any) -> None:
        super().__init__(*told, **more)
        self.kept: list[tuple[int, Request]] = []

    def ask(self, request: Request) -> Any:
        self.kept.append((self.now, request))
        return super().ask(request)


def begun() -> Whole:
    """A city in the middle of its day; who was met is known, with a file, a case, a consent to be sent on and a referral."""
    story = history.populate(Whole(replace(TOWN, jurisdiction=NO_LAW)).staff())  # whose holds nobody ends would be told of all day
    for n in range(5):
        person = {"person": f"w{n}", "episode": f"i{n}-p1"}
        story.when(whole.p.RecordPerson, "", by=whole.ROOT, basis="said_so", band="adult", **person)
        story.when(whole.p.BeginTreatment, "", by=whole.ROOT, person=f"w{n}")
    disclosed(story, "d1", "court_order", "clinical_summary")
    sent_on(story)
    story.when(cases.r.OpenCase, "", by=cases.MOREAU, case="c0", person="w1", case_kind="steady", because="court")
    story.when(
        threats.r.OpenThreat, "", by=threats.AMARA, threat="t0", person="w1", because="threat_made", words=threats.WHO, no_health=True
    )
    over(story)
    return story


def sent_on(story: Story) -> None:
    """To three organizations, with a consent that names them."""
    told = {"person": "w3", "consent": "c1", "about": "referral", "what": ("all",), "holders": ("any",), "purposes": ("referral",)}
    signed = {"stated": ("revocation",), "event": "case_closed", "words": words("consent_name", "consent_signature")}
    story.when(whole.c.RecordConsent, "", by=LEE, recipients=referrals.PARTNERS, **told, **signed)
    send(story, episode="i3-p1")


def over(story: Story) -> None:
    """Somebody died, and nothing is owed about them any more: what was written of them might be erased."""
    story.call("i9")
    story.when(whole.p.RecordPerson, "", by=whole.ROOT, basis="said_so", person="w9", episode="i9-p1")
    story.when(history.p.EndEpisode, "desk-calls", episode="i9-p1", reason=EndReason.DIED, signed_by="at-desk-lead")
    story.when(whole.i.CloseIncident, "desk-calls", incident="i9")


BEGUN = begun()
NIGHT = BEGUN.facts


def live(lived: History, watched: bool = False) -> Whole:
    """Live through the steps; what each kind of history promises is looked at after each."""
    story = Whole(TOWN, NIGHT, watched)
    story.now = BEGUN.now
    for step in lived.steps:
        kind, dice, wait = lived.kind(step), step[2:5], step[5]
        held, seen = holders(story), len(story.facts)
        granted = any(ask(story, kind, (again, *dice[again:], *dice[:again])) for again in range(3))  # by others, of other things
        SEEN[kind.__name__ if granted else "refused"] += 1
        check(story, held, seen)
        held, seen = holders(story), len(story.facts)
        SEEN["timers"] += len(story.wait(wait**2 * 20 if wait % 16 else wait * 400_000))
        check(story, held, seen)
    return story


def ask(story: Whole, kind: type[Request], dice: tuple[int, ...]) -> bool:
    """Whether it was granted. A refusal adds nothing."""
    asked, seen = whole.HOUSES[kind](story, kind, (dice[0], dice[1], dice[2], dice[3])), len(story.facts)
    try:
        story.when(asked.kind, "", by=asked.by, **asked.fields)
    except Refused:
        assert len(story.facts) == seen
        return False
    return True


def holders(story: Story) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Who has each case, and each file."""
    return {one.id: (one.worker, one.desk) for one in story.board.cases}, {one.id: one.lead for one in story.board.threats}


def check(story: Story, held: tuple[dict[str, tuple[str, str]], dict[str, str]], seen: int) -> None:
    """The promise itself was looked at after every single fact."""
    history.check_holds(story)
    referrals.check(story.board)
    cases.check(story.board, held[0], story.facts[seen:])
    threats.check(story.board, held[1], story.facts[seen:])


def asked_again(story: Whole) -> Story:
    """The same requests at the same times, read from their rows, asked of a board that knows nothing else."""
    again = Story(TOWN, NIGHT)
    for now, request in story.kept:
        again.now = now
        try:
            again.ask(read_request(request.kind, encode(request).decode()))
        except Refused:
            SEEN["refused again"] += 1
    return again


def lived_through(lived: History) -> tuple[Whole, Story]:
    """The history, and what the same requests come to once more."""
    story = live(lived)
    return story, asked_again(story)


def read_back(story: Story) -> Story:
    """A board of the same facts, written to their rows and read from them."""
    return Story(TOWN, [read_fact(one.kind, one.kind_version, encode(one).decode()) for one in story.facts])


def remembered(board: Board) -> list[object]:
    """Everything the board knows; the order in which it keeps its timers, running or stopped, is its own."""
    parts = [getattr(board, one.name) for one in fields(board) if not one.name.startswith("_")]
    return [list(part) if isinstance(part, Shelf) else part for part in parts]


@settings(max_examples=100, deadline=None)
@given(lived=HISTORIES)
def test_01_every_promise_holds_beside_the_others_and_the_same_requests_come_to_the_same(lived: History) -> None:
    story, again = lived_through(lived)
    assert again.facts == read_back(story).facts == story.facts
    assert remembered(again.board) == remembered(read_back(story).board) == remembered(story.board)


@pytest.mark.deep
@settings(max_examples=3_000, deadline=None)
@given(lived=HISTORIES)
def test_02_in_three_thousand_histories(lived: History) -> None:
    story, again = lived_through(lived)
    assert again.facts == read_back(story).facts == story.facts
    assert remembered(again.board) == remembered(read_back(story).board) == remembered(story.board)


@settings(max_examples=3, deadline=None)
@given(lived=HISTORIES)
def test_03_no_decision_changes_the_board_and_no_refusal_leaves_a_trace(lived: History) -> None:
    story = live(lived, watched=True)  # the board was written out before and after every decision
    assert len(story.kept) > len(lived.steps)


def test_04_every_kind_of_request_takes_part_and_most_come_to_something() -> None:
    assert set(REQUESTS) - {kind.__name__ for kind in whole.KINDS} == {"Tick"}
    if not SEEN:
        pytest.skip("looks at what the histories of the tests above came to; run together with them")
    granted = {kind for kind in whole.KINDS if SEEN[kind.__name__]}
    assert len(granted) > 120, sorted(kind.__name__ for kind in set(whole.KINDS) - granted)
    assert len({kind.__module__ for kind in granted}) > len(whole.CHAPTERS) - 6
    assert min(SEEN["refused"], SEEN["timers"]) > 1_000
