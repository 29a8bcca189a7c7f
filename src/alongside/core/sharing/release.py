"""What may leave for evaluation: named fields, banded; everything not in the table stays (default deny)."""

from collections.abc import Callable, Mapping

Value = str | int | bool | None
SECOND = 1_000


def _as_is(value: Value) -> Value:
    return value


def _to_the_second(value: Value) -> Value:
    """Durations keep seconds; a millisecond would single out one contact in another system's log."""
    return None if value is None else int(value) // SECOND * SECOND


def _yes_no(value: Value) -> Value:
    return bool(value)


# Times of day, places, names, ids and words are not here: they never leave. Hours leave as bands of four, dates as the ISO week.
RELEASED: Mapping[str, Callable[[Value], Value]] = {
    "contact": _as_is,  # a rotating pseudonym
    "person": _as_is,  # a rotating pseudonym, None while the person is not known
    "week": _as_is,
    "weekday": _as_is,
    "hour_band": lambda value: None if value is None else int(value) // 4 * 4,
    "origin": _as_is,
    "level": _as_is,
    "program": _as_is,
    "minor": _yes_no,
    "language_other": _yes_no,
    "crew_kind": _as_is,
    "police_present": _yes_no,
    "in_field": _yes_no,
    "met": _yes_no,
    "disposition": _as_is,
    "place_kind": _as_is,
    "ended": _as_is,
    "arrested": _yes_no,
    "charged": _yes_no,
    "force": _yes_no,
    "injured": _yes_no,
    "community_service": _yes_no,
    "unmet": _yes_no,
    "settled": _yes_no,
    "from_first_ring_ms": _to_the_second,
    "from_determination_ms": _to_the_second,
    "on_scene_ms": _to_the_second,
    "drop_off_ms": _to_the_second,
    "follow_ups_due": _as_is,
    "follow_ups_kept": _as_is,
    "follow_ups_kept_in_time": _as_is,
    "follow_ups_open": _as_is,
}


def release(record: Mapping[str, Value]) -> dict[str, Value]:
    """The record as it may leave: only fields of the table, each banded."""
    return {name: band(record[name]) for name, band in RELEASED.items() if name in record}
