"""Who, and where, is met often: contacts counted over windows. It counts; a human decides."""

from collections.abc import Iterator
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.cases.rules import OftenRules
from alongside.core.codes import IncidentStatus
from alongside.core.often.state import OftenReview
from alongside.core.state import Incident
from alongside.core.travel import Spot

MICRODEGREES_A_METRE = 9  # of latitude; a cell is as wide as it is high within a third, which is enough to call it one place
CAME_TO_NOTHING = frozenset({IncidentStatus.CANCELLED})


class Often(NamedTuple):
    """One person or place. ``counts``: (window in ms, contacts in it, at least so many) for each window that was reached."""

    whom: str
    key: str
    counts: tuple[tuple[int, int, int], ...]
    incidents: tuple[Incident, ...]  # of the longest window, latest first
    has_case: bool
    review: OftenReview | None

    @property
    def counted(self) -> int:
        """Contacts in the longest window."""
        return len(self.incidents)

    def is_waiting(self, now: int) -> bool:
        """Whether somebody should look: nobody did, or the day has come, or more came after it was left."""
        if self.has_case:
            return False
        if self.review is None:
            return True
        if self.review.look_again_at is not None:
            return self.review.look_again_at <= now
        return any(one.taken_at > self.review.at for one in self.incidents)


def list_often(board: Board, rules: OftenRules, now: int) -> list[Often]:
    """Everybody, and every place, over at least one window; most contacts first."""
    found = [*_people(board, rules, now), *_places(board, rules, now)]
    return sorted(found, key=lambda one: (-one.counted, one.key))


def find_often(board: Board, rules: OftenRules, now: int, whom: str, key: str) -> Often | None:
    """One of them, or None where nothing is met often there."""
    return next((one for one in list_often(board, rules, now) if (one.whom, one.key) == (whom, key)), None)


def _people(board: Board, rules: OftenRules, now: int) -> Iterator[Often]:
    for person in board.people:
        ids = dict.fromkeys(episode.incident for id in person.episodes if (episode := board.episodes.find(id)))
        incidents = [one for id in ids if (one := board.incidents.find(id)) and one.status not in CAME_TO_NOTHING]
        has_case = any(case is not None and case.is_open for case in map(board.cases.find, person.cases))
        yield from _counted(board, rules, now, ("person", person.id), incidents, has_case)


def _places(board: Board, rules: OftenRules, now: int) -> Iterator[Often]:
    longest = max(window for window, _ in rules.windows) if rules.windows else 0
    cells: dict[str, list[Incident]] = {}
    for incident in board.incidents:
        if incident.spot is not None and incident.taken_at > now - longest and incident.status not in CAME_TO_NOTHING:
            cells.setdefault(cell_of(incident.spot, rules.place_within_m), []).append(incident)
    for key, incidents in cells.items():
        yield from _counted(board, rules, now, ("place", key), incidents, has_case=False)


def cell_of(spot: Spot, within_m: int) -> str:
    """The square a spot lies in; squares are about ``within_m`` metres high."""
    step = within_m * MICRODEGREES_A_METRE
    return f"{spot.lat // step}.{spot.lon // step}"


def _counted(
    board: Board, rules: OftenRules, now: int, about: tuple[str, str], incidents: list[Incident], has_case: bool
) -> Iterator[Often]:
    counts = tuple((window, sum(1 for one in incidents if one.taken_at > now - window), least) for window, least in rules.windows)
    over = tuple(one for one in counts if one[1] >= one[2])
    if over:
        longest = max(window for window, _ in rules.windows)
        latest = sorted((one for one in incidents if one.taken_at > now - longest), key=lambda one: -one.taken_at)
        yield Often(*about, over, tuple(latest), has_case, board.often.find("/".join(about)))
