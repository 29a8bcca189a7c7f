"""Which places could receive a person, in order, and why. Payer is not an input anywhere.

The order is practice.md's: medical and legal fit, the person's choice, distance and the way home, then how likely the place says yes.
Distance counts in steps of ten minutes, so that a minute's drive does not outweigh a likely yes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.core.asking import Asking
from alongside.core.dispatch.departing import list_positive
from alongside.core.handoff.confidence import Chance, Confidence
from alongside.core.handoff.fitting import misfits, unasked_exclusions
from alongside.core.handoff.wish import HERE
from alongside.core.party import Reason, reason
from alongside.core.rules import Facility, Service
from alongside.core.state import Episode
from alongside.core.travel import Mode, Spot

STEP_MS = 600_000
FAR = 1_000_000


@dataclass(frozen=True, slots=True)
class PlaceOption:
    """One service of one facility for one person. ``free`` is None where the facility has not said; ``chance`` in thousandths."""

    facility: str
    service: str
    fits: bool
    free: int | None
    updated_at: int | None
    drive_ms: int | None
    reasons: tuple[Reason, ...]
    chance: Chance
    home_ms: int | None = None  # the drive home from there, where it is known
    choice: int = 0  # 1 the person asks for it, -1 does not want to go there
    may_decline: bool = True
    out_of_network: bool = False
    is_more_than_needed: bool = False  # an emergency department, and nothing medical is known


def list_places(asking: Asking, episode: Episode, origin: Spot | None, legal: str = "voluntary") -> tuple[PlaceOption, ...]:
    """Every service of every destination, best first."""
    wanted = asking.rules.program.destinations or tuple(asking.rules.facilities)
    facilities = [asking.rules.facilities[id] for id in wanted if id in asking.rules.facilities]
    drives, homes = _drives(asking, facilities, origin), _drives(asking, facilities, _home_of(asking, episode, origin))
    confidence = Confidence(asking)
    options = [
        _option(asking, episode, facility, service, legal, drive, home, confidence)
        for facility, drive, home in zip(facilities, drives, homes, strict=True)
        for service in facility.services
    ]
    return tuple(sorted(options, key=_order))


def first_of(options: Sequence[PlaceOption], most: int) -> tuple[PlaceOption, ...]:
    """The first that are shown; the first door that turns nobody away is always among them, whatever the others say."""
    first = tuple(options[:most])
    doors = [one for one in options if one.fits and not one.may_decline]
    return first if not doors or any(not one.may_decline for one in first) else (*first[: most - 1], doors[0])


def _order(one: PlaceOption) -> tuple[int | bool, ...]:
    """Fit, whether it can be asked at all, the person's choice, the way there and home by steps, then likelihood; ties by the drive."""
    way = FAR if one.drive_ms is None else (one.drive_ms + (one.home_ms or 0)) // STEP_MS
    can_be_asked = one.free != 0 or not one.may_decline
    return (
        not one.fits, not can_be_asked, -one.choice, one.is_more_than_needed, one.out_of_network, way, -one.chance.chance,
        FAR if one.drive_ms is None else one.drive_ms,
    )  # fmt: skip


def _home_of(asking: Asking, episode: Episode, origin: Spot | None) -> Spot | None:
    """Where the person goes home to: where they were met, or the middle of the beat they live in."""
    home = episode.wish.home
    if home == HERE:
        return origin
    ring = next((beat.ring for beat in asking.rules.beats if beat.id == home), ())
    if not ring:
        return None
    return Spot(sum(one.lat for one in ring) // len(ring), sum(one.lon for one in ring) // len(ring))


def _drives(asking: Asking, facilities: list[Facility], origin: Spot | None) -> list[int | None]:
    if origin is None:
        return [None] * len(facilities)
    return [asking.travel.drive_ms([origin], facility.spot, Mode.NORMAL)[0] for facility in facilities]


def _option(
    asking: Asking, episode: Episode, facility: Facility, service: Service, legal: str, drive: int | None, home: int | None,
    confidence: Confidence,
) -> PlaceOption:  # fmt: skip
    place = asking.place(facility.id)
    against = misfits(asking, episode, facility, service, legal, drive or 0)
    free, updated = place.free.get(service.id), place.updated_at.get(service.id)
    chance = confidence.of(facility, service.id, place)
    choice = (facility.id in episode.wish.wants) - (facility.id in episode.wish.avoids)
    is_more = not facility.may_decline and not list_positive(asking.incident(episode.incident))
    why = _why(asking, episode, facility, service, chance)
    reasons = (
        *(against or (reason("fits", kind=facility.kind),)),
        *((reason(CHOICE[choice]),) if choice else ()),
        *((reason("more_than_needed"),) if is_more else ()),
        *why,
    )
    return PlaceOption(
        facility.id,
        service.id,
        not against,
        free,
        updated,
        drive,
        reasons,
        chance,
        home,
        choice,
        facility.may_decline,
        facility.out_of_network,
        is_more,
    )


CHOICE = {1: "person_asks_for_it", -1: "person_declines_it"}
TOLD = {"told_long_ago": "call_to_confirm", "never_told": "call_to_confirm", "diverting": "diverting", "few_left": "few_left"}


def _why(asking: Asking, episode: Episode, facility: Facility, service: Service, chance: Chance) -> tuple[Reason, ...]:
    """What else speaks for or against it, beside the fit and the person's choice."""
    language = asking.incident(episode.incident).language
    unasked = unasked_exclusions(asking, episode, service)
    told = TOLD.get(chance.standing)
    return (
        *((reason(told),) if told else ()),
        *((reason("past_answers", count=chance.seen) if chance.seen else reason("no_past_answers"),) if facility.may_decline else ()),
        *((reason("ask_before", flags=",".join(unasked)),) if unasked else ()),
        *((reason("interpreter_there", language=language),) if language and language not in facility.languages else ()),
        *((reason("one_ward", ward=service.ward),) if service.ward and not episode.wish.ward else ()),
        *((reason("out_of_network"),) if facility.out_of_network else ()),
    )
