"""Facts as rows of numbers: kind, at, then ids, times and codes in a fixed order. What follows from these is not told twice.

Not in a row: the number people say aloud (a hash of the id), reasons of options, and what was expected of a place's answer: each is
worked out from the same inputs by the same core, and nothing later depends on it.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

import numpy as np

from alongside.core.dispatch.facts import NeedUnmet, Recommended
from alongside.core.fact import Fact
from alongside.core.party import Party
from alongside.core.travel import Spot
from alongside.twin.engine.codes import MISSING, OPTION, WIDTH, code, number, of_id, party_code

Row = tuple[int, ...]
FIELDS: Mapping[str, str] = {
    "PositionTaken": "=position =staff",
    "CrewSignedOn": "#unit =acts_as shift_ends_at @spot",
    "CrewSignedOff": "#unit",
    "UnitOutOfService": "#unit =reason",
    "CapacitySet": "=facility =service free",
    "CallTaken": "#incident =position first_ring_at assign_by @spot =language",
    "EpisodeOpened": "#episode !responsible speak_by",
    "ProtocolAnswered": "#incident =protocol =version *answers",
    "WeaponReported": "#incident =weapon =place =state =source",
    "RedFlagReported": "#incident =flag =state =when",
    "DetailsAdded": "#incident *no_uniform",
    "LevelSet": "#incident level =rule assign_by *requirements *crews *excluded",
    "Recommended": "#incident n",
    "NeedUnmet": "#incident level n",
    "UnitAssigned": "#assignment #incident #unit mode rank drive_ms acknowledge_by",
    "WeaponQuestionPlanned": "#incident ask_at",
    "WeaponQuestionDue": "#incident ask_again_at",
    "WeaponQuestionDropped": "#incident",
    "StatusReported": "#assignment #incident #unit =status =place @spot =reason",
    "ResponsibilityTaken": "#episode !taken_from !taken_by =basis speak_by",
    "LeadsNamed": "#incident =clinical =safety",
    "DispositionRecorded": "#episode =disposition =agency",
    "FollowUpDue": "#follow_up #episode =rule due_at !owner",
    "SignGiven": "#episode !responsible speak_by",
    "EpisodeEnded": "#episode =reason =author =signed_by =agency",
    "IncidentClosed": "#incident =reason",
    "FollowUpTaken": "#follow_up #episode !owner",
    "FollowUpAttempted": "#follow_up #episode =outcome next_at",
    "FollowUpKept": "#follow_up #episode =outcome",
    "FollowUpClosed": "#follow_up #episode =reason",
    "FollowUpOverdue": "#follow_up #episode due_at ask_again_at",
    "ResponsibleSilent": "#episode !responsible silent_since ask_again_at",
    "NeedWaiting": "#incident level since ask_again_at",
    "PageUnanswered": "#assignment #incident #unit ask_again_at",
    "ClockMoved": "=clock #subject due",
    "PlaceReserved": "#reservation =facility =service #episode =legal until counted",
    "AgreedToReceive": "#reservation =facility #episode",
    "DeclinedToReceive": "#reservation =facility #episode =reason",
    "ReservationExtended": "#reservation =facility until",
    "ReservationLapsed": "#reservation =facility",
    "TransportLeft": "#assignment #episode #unit =facility =legal assigned_at",
    "TransportArrived": "~ride #episode =facility late_at",
    "DropOffLate": "~ride #episode =facility ask_again_at",
    "HandedOver": "#episode =facility =service !handed_by #reservation arrived_at",
    "PersonReleased": "#episode =facility =to",
    "TransferOffered": "#episode !to answer_by",
    "TransferAccepted": "#episode !to",
}
Places = Mapping[Spot, int]


def rows_of(fact: Fact, places: Places) -> list[Row]:
    """One fact's rows. Raises ``KeyError`` for a kind outside the planning vocabulary."""
    if isinstance(fact, Recommended):
        below = [
            (
                OPTION,
                fact.at,
                of_id(one.unit),
                one.rank,
                -1 if one.drive_ms is None else one.drive_ms,
                _place(one.spot, places),
                int(one.also),
            )
            for one in fact.options
        ]
        return [_padded((number(fact.kind), fact.at, of_id(fact.incident), len(fact.options))), *map(_padded, below)]
    if isinstance(fact, NeedUnmet):
        missing = [(MISSING, fact.at, code(one.crew_kind), code(one.why)) for one in fact.missing]
        head = (number(fact.kind), fact.at, of_id(fact.incident), int(fact.level), len(fact.missing))
        return [_padded(head), *map(_padded, missing)]
    return [_padded((number(fact.kind), fact.at, *(read(value(fact), places) for read, value in READERS[fact.kind])))]


def trace(facts: Iterable[Fact], places: Places) -> np.ndarray:
    """All rows of a run, in order."""
    rows = [row for fact in facts for row in rows_of(fact, places)]
    return np.array(rows, dtype=np.int64).reshape(-1, WIDTH)


def _padded(row: Row) -> Row:
    return (*row, *((0,) * (WIDTH - len(row))))


def _place(spot: Spot | None, places: Places) -> int:
    return -1 if spot is None else places[spot]


def _number(value: Any, _: Places) -> int:
    return -1 if value is None else int(value)


def _words(value: Any, _: Places) -> int:
    return code(str(value))


def _whole(value: Any, _: Places) -> int:
    return code(repr(value))


def _party(value: Party | None, _: Places) -> int:
    return party_code(value)


def _ride(value: str, _: Places) -> int:
    return of_id(value.partition("-")[0])


Read = Callable[[Any, Places], int]
HOW: Mapping[str, Read] = {
    "#": lambda value, _: of_id(value), "=": _words, "@": _place, "!": _party, "*": _whole, "~": _ride,
}  # fmt: skip


def _readers(fields: str) -> list[tuple[Read, Callable[[Any], Any]]]:
    return [(HOW.get(one[0], _number), attrgetter(one.lstrip("#=@!*~"))) for one in fields.split()]


READERS = {kind: _readers(fields) for kind, fields in FIELDS.items()}
