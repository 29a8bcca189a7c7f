"""How likely a place says yes, how soon, and how long its door takes: not a count of beds, which is old the moment it is told.

A chance is a Beta-binomial mean, shrunk in steps: this part of the day towards the service, the service towards its kind, the kind towards
all places, all places towards a prior. Then the odds are moved by what the place has told (free and fresh, few left, old, nothing, advises
elsewhere), by as much as answers in that standing differed from what was usual. Nothing of the person enters: fit is decided before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.core.asking import Asking
from alongside.core.codes import ReservationStatus
from alongside.core.handoff.answers import PART_HOURS, Tally
from alongside.core.rules import Facility
from alongside.core.state import Place

PRIOR = 0.75  # before anything is known; published shares of accepted transfers lie around it
WEIGHTS = (8, 8, 12, 12)  # how many answers each step must bring before it counts as much as the one above it
STANDING_WEIGHT = 20
ODDS = {"free_told": 1.3, "few_left": 0.8, "told_long_ago": 0.8, "never_told": 0.8, "diverting": 0.3}  # before anything is known
SURE = 1000  # thousandths: an emergency department takes everybody who comes
FEWEST, MOST = 20, 980  # nobody is certain to be turned away, or taken
ANSWER_MS, ANSWER_WEIGHT = 480_000, 5
DOOR_WEIGHT = 8
FEW = 1


@dataclass(frozen=True, slots=True)
class Chance:
    """What is expected of asking. ``chance`` and ``usual`` in thousandths; ``seen`` is how many answers of this service stand behind it."""

    chance: int
    usual: int
    standing: str
    seen: int
    answer_ms: int
    door_ms: int


def standing_of(asking: Asking, facility: Facility, place: Place, service: str) -> str:
    """What the place has told of itself, beside what is already on its way there without being counted."""
    if place.diverting:
        return "diverting"
    free, at = place.free.get(service), place.updated_at.get(service)
    if free is None or at is None:
        return "never_told"
    if asking.now - at > asking.rules.clocks.capacity_stale_ms:
        return "told_long_ago"
    return "few_left" if free - _uncounted(asking, place, service) <= FEW else "free_told"


def _uncounted(asking: Asking, place: Place, service: str) -> int:
    """People on their way who took no free place off the count."""
    found = (asking.board.reservations.find(id) for id in place.coming)
    open_ones = (ReservationStatus.RESERVED, ReservationStatus.AGREED)
    return sum(one is not None and one.service == service and not one.counted and one.status in open_ones for one in found)


class Confidence:
    """The counts of this moment, summed once for a whole list of places."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._hour = asking.rules.local.hour(asking.now)
        self._all, self._by_kind, self._by_service = Tally(), dict[str, Tally](), dict[tuple[str, str], Tally]()
        for (facility, service, _part), tally in asking.board.answers.by_part.items():
            place = asking.rules.facilities.get(facility)
            kind = self._by_kind.setdefault(place.kind if place else "", Tally())
            for sum in (self._all, kind, self._by_service.setdefault((facility, service), Tally())):
                sum.plus(tally)

    @property
    def hour(self) -> int:
        """The local hour now."""
        return self._hour

    def of(self, facility: Facility, service: str, place: Place) -> Chance:
        """What to expect of asking this service now."""
        mine = self._by_service.get((facility.id, service), Tally())
        standing = standing_of(self._asking, facility, place, service)
        door = self._door_ms(facility)
        if not facility.may_decline:
            return Chance(SURE, SURE, standing, mine.asked, 0, door)
        usual = self._usual(facility, service, mine)
        chance = _moved(usual, self._shift(standing))
        answer = (ANSWER_MS * ANSWER_WEIGHT + mine.waited_ms) // (ANSWER_WEIGHT + mine.answers)
        return Chance(max(FEWEST, min(MOST, round(chance * 1000))), round(usual * 1000), standing, mine.asked, answer, door)

    def _usual(self, facility: Facility, service: str, mine: Tally) -> float:
        """Shrunk step by step, from all places down to this service at this part of the day."""
        part = self._asking.board.answers.by_part.get((facility.id, service, self._hour // PART_HOURS), Tally())
        return _shrunk((self._all, self._by_kind.get(facility.kind, Tally()), mine, part))

    def _shift(self, standing: str) -> float:
        """The factor on the odds for a standing: what answers in it were, against what was usual for the places asked."""
        tally = self._asking.board.answers.by_standing.get(standing, Tally())
        level = _shrunk((self._all,))
        before = _moved(level, ODDS[standing])
        came = (tally.yes + STANDING_WEIGHT * before) / (tally.asked + STANDING_WEIGHT)
        usual = (tally.expected / 1000 + STANDING_WEIGHT * level) / (tally.asked + STANDING_WEIGHT)
        return _odds(came) / _odds(usual)

    def _door_ms(self, facility: Facility) -> int:
        """From arrival to hand-over as it usually is here; its own target where nothing is known."""
        count, together = self._asking.board.answers.doors.get(facility.id, (0, 0))
        return (facility.drop_off_target_ms * DOOR_WEIGHT + together) // (DOOR_WEIGHT + count)


def _shrunk(tallies: Iterable[Tally]) -> float:
    level = PRIOR
    for tally, weight in zip(tallies, WEIGHTS, strict=False):
        level = (tally.yes + weight * level) / (tally.asked + weight)
    return level


def _odds(chance: float) -> float:
    kept = min(max(chance, 0.001), 0.999)
    return kept / (1 - kept)


def _moved(chance: float, factor: float) -> float:
    odds = _odds(chance) * factor
    return odds / (1 + odds)
