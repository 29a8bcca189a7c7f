"""Who was responsible at every minute, worked out from facts alone: in every history it is what the board said at that fact."""

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.cases import facts as c
from alongside.core.codes import Basis, EndReason, PartyKind
from alongside.core.fact import Fact
from alongside.core.party import Party
from alongside.core.promise import facts as p
from alongside.server.way.spans import Span, chain, fold, is_whole
from alongside.server.way.strip import bars, scale_of
from alongside.server.way.turns import CASE, Holder
from tests.core.history import Step, live, populate
from tests.core.story import START, Story

NUMBERS = st.integers(0, 255)
STEPS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=40, max_size=40)
NOON = populate(Story().staff()).facts
MINUTE = 60_000
DESK, CREW = Party(PartyKind.POSITION, "desk-calls"), Party(PartyKind.CREW, "M12")


def of(facts: list[Fact], episode: str) -> list[tuple[Fact, str]]:
    return [(one, "") for one in facts if getattr(one, "episode", "") == episode]


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_01_in_every_history_the_chain_is_whole_and_ends_with_who_has_the_person_now(steps: list[Step]) -> None:
    story = Story(facts=NOON)
    live(story, steps)
    for episode in story.board.episodes:
        links = chain(fold(of(story.facts, episode.id)))
        assert is_whole(links)
        last = links[-1].holder
        assert last == (Holder(episode.responsible.kind.value, episode.responsible.id) if episode.responsible else None)


@settings(max_examples=8, deadline=None)
@given(steps=STEPS)
def test_02_it_says_of_every_moment_what_the_board_said_then(steps: list[Step]) -> None:
    story = Story(facts=NOON)
    live(story, steps)
    chains = {one.id: chain(fold(of(story.facts, one.id))) for one in story.board.episodes}
    board = Board()
    for at, fact in enumerate(story.facts):
        apply(board, fact)
        following = story.facts[at + 1].at if at + 1 < len(story.facts) else fact.at + 1
        for episode in board.episodes if following > fact.at else ():  # the last fact of its moment
            here = next((link for link in chains[episode.id] if link.is_at(fact.at)), None)
            said = here.holder if here else None
            assert said == (Holder(episode.responsible.kind.value, episode.responsible.id) if episode.responsible else None)


def opened(at: int) -> Fact:
    return p.EpisodeOpened("episode/e", at, "e", "i", DESK, at)


def taken(at: int) -> Fact:
    return p.ResponsibilityTaken("episode/e", at, "e", "i", DESK, CREW, Basis.CONTACT_ON_SCENE, at)


def ended(at: int) -> Fact:
    return p.EpisodeEnded("episode/e", at, "e", "i", EndReason.RESOLVED, "somebody")


def begun(at: int, case: str = "c", worker: str = "mo") -> Fact:
    return c.CaseOpened(f"case/{case}", at, case, "w", "steady", worker, "" if worker else "desk-lead", "town", False, (), "court", at)


def closed(at: int, case: str = "c") -> Fact:
    return c.CaseClosed(f"case/{case}", at, case, "w", "stable", "mo", "")


def links(*facts: Fact) -> list[Span]:
    found = chain(fold((fact, "") for fact in facts))
    assert is_whole(found)
    return found


def who(*facts: Fact) -> list[str]:
    return [one.holder.id if one.holder else "" for one in links(*facts)]


def test_03_once_the_crisis_is_over_the_case_answers_and_before_that_it_stands_beside() -> None:
    way = [opened(0), taken(10), begun(20), ended(30), closed(50)]
    assert who(*way) == ["desk-calls", "M12", "mo", ""]
    assert [one.since for one in links(*way)] == [0, 10, 30, 50]
    assert links(*way)[2].lane == CASE
    assert links(*way)[3].ground == "case_closed"


def test_04_a_case_begun_later_leaves_no_doubt_that_nobody_had_to_be_responsible_between() -> None:
    found = links(opened(0), ended(30), begun(90))
    assert [(one.holder is None, one.since, one.until) for one in found] == [(False, 0, 30), (True, 30, 90), (False, 90, None)]
    assert found[1].ground == "resolved"


def test_05_two_cases_follow_one_another_a_desk_stands_in_and_the_crisis_may_begin_again() -> None:
    stands_in = c.CaseTaken("case/c", 40, "c", "w", "mo", "", "", "desk-lead", "town", "absent")
    again = p.EpisodeReopened("episode/e", 70, "e", "i", DESK, Basis.REOPENED, 70)
    way = [opened(0), begun(20), ended(30), stands_in, begun(45, "d"), closed(60), again, ended(80), closed(95, "d")]
    assert who(*way) == ["desk-calls", "mo", "desk-lead", "mo", "desk-calls", "mo", ""]


def test_06_what_was_told_late_makes_nobody_responsible_backwards() -> None:
    assert [(one.since, one.until) for one in links(opened(START), taken(START - MINUTE))] == [(START, START), (START, None)]


def test_07_the_strip_shows_every_piece_in_its_order_and_none_upon_another() -> None:
    spans = fold((fact, "") for fact in (opened(0), taken(90_000), begun(100_000), begun(110_000, "d"), ended(9 * 86_400_000)))
    end = 10 * 86_400_000
    scale = scale_of(spans, end)
    assert (min(scale.values()), round(max(scale.values()))) == (0.0, 100)
    assert list(scale.values()) == sorted(scale.values())
    rows = bars([one for one in spans if one.lane == CASE], scale, end)
    assert [len(row) for row in rows] == [1, 1]
    assert all(float(bar.width.rstrip("%")) > 0 for row in bars(spans, scale, end) for bar in row)
