"""Who should go, and why: ranking 60 and 500 units for one incident with live positions on the roads of Salt Lake City.

The peer does what is straightforward: for each unit its own shortest-path search (scipy's Dijkstra) to the incident, then a sort by kind of
crew and time. It gives no reasons, no second units and no unmet need; its times are the same to the millisecond.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import gettempdir
from time import perf_counter

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.codes import Level, Origin
from alongside.core.dispatch.facts import CrewSignedOn
from alongside.core.dispatch.recommend import recommend
from alongside.core.intake.facts import CallTaken, LevelSet
from alongside.core.party import Member
from alongside.core.rules import Rules
from alongside.core.state import Incident
from alongside.core.travel import Mode, Spot
from alongside.library import load_program
from alongside.roads.opening import open_area
from alongside.roads.travel import RoadTravel
from bench.peers.each_unit import EachUnit
from bench.row import Row, at_most, lower_is_better

KINDS = ("co_responder", "mobile_crisis", "clinician_paramedic", "cit_patrol", "patrol", "ems", "community_responder", "youth_team")
LIMITS_MS = {60: 0.3, 500: 3.0}
NOW = 1_700_000_000_000


def rows() -> list[Row]:
    """p50 of one recommendation, beside its promise and beside the peer."""
    profile = load_program("tailored")
    travel = open_area(profile.area, Path(gettempdir()) / "alongside-bench-roads")
    peer = EachUnit(travel)
    found: list[Row] = []
    for count, limit in LIMITS_MS.items():
        board, incidents = set_up(profile.rules, travel, count)
        ours = measure(
            lambda incident, where, board=board: recommend(board, incident, profile.rules, travel, NOW, where), incidents, travel, count
        )
        few = incidents[: 4 if count > 100 else 12]
        theirs = measure(lambda incident, where, board=board: peer.rank(board, incident, profile.rules, where), few, travel, count)
        what = f"{count} units × 1 incident, p50"
        found.append(at_most("recommend", what, ours, limit, "ms"))
        found.append(lower_is_better("recommend", what, ours, theirs, "one Dijkstra a unit (scipy)", 1.0, "ms"))
    return found


def set_up(rules: Rules, travel: RoadTravel, units: int) -> tuple[Board, list[Incident]]:
    """A board of this many free crews and forty incidents of levels 2 to 4, all at random road nodes (seeded)."""
    dice, board = random.Random(units), Board()
    for index in range(units):
        kind = rules.program.crews[KINDS[index % len(KINDS)]]
        apply(board, CrewSignedOn(
            "area/a", NOW, f"u{index}", "a", f"U{index}", kind.id, kind.id, (Member(f"s{index}", "clinician"),),
            tuple(sorted(kind.needs | kind.gives)), ("en", "es")[: 1 + index % 2], "", NOW + 14_400_000, "", node(dice, travel),
        ))  # fmt: skip
    for index in range(40):
        id = f"i{index}"
        apply(
            board,
            CallTaken(
                "area/a", NOW, id, "a", index, Origin.CALL_911, "desk", NOW, "es" if index % 5 == 0 else "en", True, node(dice, travel)
            ),
        )
        apply(
            board, LevelSet("area/a", NOW, id, (Level.MODERATE, Level.URGENT, Level.EMERGENT)[index % 3], "rule", (), (), (), "", "", None)
        )
    return board, list(board.incidents)


def node(dice: random.Random, travel: RoadTravel) -> Spot:
    at = dice.randrange(travel.graph.node_count)
    return Spot(int(travel.graph.lat[at]), int(travel.graph.lon[at]))


def measure(rank: Callable[[Incident, Mapping[str, Spot]], object], incidents: list[Incident], travel: RoadTravel, units: int) -> float:
    """Median ms over the incidents, every one with positions that have moved, and been placed on the roads, since the last."""
    moves = positions(travel, units)
    times = []
    for incident in incidents:
        where = next(moves)
        travel.snapper.snap_all(list(where.values()))  # as the server does when a position arrives, not when somebody asks
        began = perf_counter()
        rank(incident, where)
        times.append((perf_counter() - began) * 1000)
    return median(times[len(times) // 4 :])  # the first quarter warms up


def positions(travel: RoadTravel, units: int) -> Iterator[dict[str, Spot]]:
    """Live positions: a tenth of the units has moved since the look before, a little off the road; the others stand."""
    dice = random.Random(7)
    where = {f"u{index}": node(dice, travel) for index in range(units)}
    travel.drive_ms(list(where.values()), node(dice, travel), Mode.NORMAL)
    while True:
        for unit in dice.sample(sorted(where), max(1, units // 10)):
            spot = node(dice, travel)
            where[unit] = Spot(spot.lat + dice.randrange(-300, 300), spot.lon + dice.randrange(-300, 300))
        yield dict(where)
