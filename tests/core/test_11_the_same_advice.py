"""The recommendation is quick, and says to the letter what a second one says that was written from the rules alone."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.board import Board
from alongside.core.codes import AssignmentStatus, Level, Origin, UnitService
from alongside.core.dispatch.recommend import recommend
from alongside.core.party import Requirement
from alongside.core.state import Incident
from alongside.core.travel import Mode, Spot
from tests.core.second_opinion_on_advice import SecondOpinion
from tests.core.story import START
from tests.core.town import CREWS, RULES, StraightRoads

KINDS = tuple(kind.id for kind in CREWS)
ABILITIES = ("police", "clinician", "ems", "youth")
SHIFT_ENDS = (0, 0, START - 1, START + 300_000, START + 1_000_000, START + 9_000_000)
FIVE_MINUTES = 26_980  # microdegrees of latitude: three kilometers at ten meters a second
OPEN = ((), (), (), *((f"a{index}",) for index in range(8)), ("a2", "a3"))


class BrokenRoads(StraightRoads):
    """No road leads from every seventh microdegree."""

    def drive_ms(self, origins: Sequence[Spot], to: Spot, mode: Mode) -> tuple[int | None, ...]:
        """As the crow drives, where it does."""
        return tuple(None if start.lat % 7 == 0 else ms for start, ms in zip(origins, super().drive_ms(origins, to, mode), strict=True))


def spot(dice: Random) -> Spot | None:
    """Near, so that drives are alike; five minutes away, which is what a language counts; far, beyond an hour; or not known."""
    reach, north = dice.choice(((0, 0), (1, 0), (1, 0), (40, 0), (60, FIVE_MINUTES), (40_000, 0), (700_000, 0)))
    return Spot(40_760_000 + north + dice.randint(-reach, reach), -111_890_000 + dice.randint(-reach, reach)) if reach else None


def any_board(dice: Random) -> tuple[Board, Incident]:
    """One need, up to thirty units free, busy, elsewhere or off duty, and what they are busy with."""
    board = Board()
    need = board.incidents.reach("i0")
    need.area, need.level, need.spot, need.origin = "town", dice.choice((None, *Level)), spot(dice), dice.choice(list(Origin))
    need.language, need.assignments = dice.choice(("", "en", "es")), dice.choice(((), (), ("a0",), ("a0", "a1")))
    need.requirements = tuple(
        Requirement(code, answer="yes") for code in dice.sample(("police", "ems", "youth", "search", "no_uniform"), dice.randint(0, 4))
    )
    need.no_uniform = dice.random() < 0.5
    need.crews_excluded = tuple(dice.sample(KINDS, dice.choice((0, 0, 1, 2))))
    need.crews_advised = tuple(dice.sample((*KINDS, "unknown"), dice.choice((0, 0, 3))))
    for index in range(8):
        assignment, other = board.assignments.reach(f"a{index}"), board.incidents.reach(f"o{index}")
        assignment.status, assignment.incident, assignment.unit = dice.choice(list(AssignmentStatus)), other.id, f"u{dice.randrange(20)}"
        other.level = dice.choice((None, *Level))
    for index in range(dice.choice((0, 1, 3, 8, 30))):
        unit = board.units.reach(f"u{index}")
        unit.area, unit.service = dice.choice(("town",) * 9 + ("elsewhere",)), dice.choice((UnitService.IN_SERVICE,) * 6 + (*UnitService,))
        unit.crew_kind, unit.acts_as = dice.choice(KINDS), dice.choice((*KINDS, *KINDS, ""))
        unit.capabilities = frozenset(dice.sample(ABILITIES, dice.randint(0, 3)))
        unit.languages = frozenset(dice.sample(("en", "es"), dice.randint(0, 2)))
        unit.spot, unit.shift_ends_at, unit.assignments = spot(dice), dice.choice(SHIFT_ENDS), dice.choice(OPEN)
    return board, need


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_1_any_board_gets_the_same_advice(seed: int) -> None:
    dice = Random(seed)
    board, need = any_board(dice)
    where = {unit.id: heard for unit in board.units if dice.random() < 0.5 and (heard := spot(dice)) is not None}
    asked = (board, need, RULES, BrokenRoads(), START, where)
    assert recommend(*asked) == SecondOpinion(*asked).advise()
