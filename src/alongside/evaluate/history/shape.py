"""The shape of a normalised call: columns, flags, and which time may not come before which."""

from __future__ import annotations

import polars as pl

TIMES = (
    "received_at",
    "queued_at",
    "dispatched_at",
    "acknowledged_at",
    "enroute_at",
    "arrived_at",
    "transport_at",
    "hospital_at",
    "cleared_at",
    "closed_at",
)
TEXTS = (
    "source_id",
    "initial_type",
    "type",
    "initial_priority",
    "priority",
    "disposition_text",
    "beat",
    "agency",
    "place_text",
    "reception",
    "narrative",
    "era",
)
CODES = ("service", "disposition")

CALL: dict[str, pl.DataType] = {
    "source": pl.String(),  # the mapping's name
    "file": pl.String(),
    "row": pl.UInt32(),  # line of the file (the header is line 1), or record number where a file has no lines
    "ordinal": pl.UInt32(),  # place in the whole source, from 0: the last term of every order
    "source_id": pl.String(),
    **dict.fromkeys(TIMES, pl.Int64()),  # milliseconds since the epoch, UTC; null where not known
    "received_text": pl.String(),  # what the source says of the time where no instant can be known
    "stated_response_ms": pl.Int64(),  # received to on scene, where the source states the interval and not the times
    "initial_type": pl.String(),
    "type": pl.String(),
    "type_words": pl.String(),  # the type in words, where the source writes a code and the mapping knows it
    "initial_priority": pl.String(),
    "priority": pl.String(),
    "disposition_text": pl.String(),
    "disposition": pl.String(),  # our closed list: library/classify/dispositions.yaml
    "disposition_common": pl.String(),  # APCO ANS 1.111.2 common code, where one fits
    "beat": pl.String(),
    "agency": pl.String(),
    "service": pl.String(),  # police, fire, ems, or null
    "lat": pl.Int32(),  # microdegrees, WGS 84
    "lon": pl.Int32(),
    "place_text": pl.String(),
    "reception": pl.String(),  # how the call came in, in the source's words
    "narrative": pl.String(),
    "era": pl.String(),  # which extraction rule of the source made the row: do not trend across eras
    "units": pl.UInt16(),  # units the source lists for the call; null where it lists none
    "flags": pl.UInt32(),  # bits, see FLAGS
    "behavioural": pl.String(),  # behavioural, possible, not, unknown
    "behavioural_kind": pl.String(),
    "behavioural_rule": pl.String(),  # the rule that decided
    "certainty": pl.String(),  # stated, likely, weak
}

# Which behavioural class, rule and words are read from; the last four columns are added by `classify`.
DECIDED = ("behavioural", "behavioural_kind", "behavioural_rule", "certainty")

FLAGS = {
    "duplicate": 1,  # equal to an earlier row in everything but its place
    "superseded": 2,  # another row of the same number is later in the total order
    "order_impossible": 4,  # a time comes before one it must follow
    "dst_gap": 8,  # a local time that no clock showed
    "dst_fold": 16,  # a local time that clocks showed twice
    "coordinate_absurd": 32,  # off the globe, or zero: emptied
    "coordinate_far": 64,  # outside the mapping's box: kept
    "censored": 128,  # the source saw the call before it ended
    "code_unknown": 256,  # a service or disposition the mapping has no code for
    "time_unreadable": 512,  # a time other than the call's own could not be read: emptied
    "time_partial": 1024,  # the source gives only part of the call's time: see received_text
    "text_cut": 2048,  # a text longer than the limit was cut
    "no_number": 4096,  # the row has no call number
    "place_withheld": 8192,  # the source says it withholds the place
    "units_disagree": 16384,  # the call's unit rows differ in what should be the same
}

# (first, then): `then` before `first` cannot be. The first unit to clear may do so before another arrives, and a crew
# may be on its way before it acknowledges, so those pairs are not here.
ORDER = (
    ("received_at", "queued_at"),
    ("queued_at", "dispatched_at"),
    ("received_at", "dispatched_at"),
    ("dispatched_at", "acknowledged_at"),
    ("dispatched_at", "enroute_at"),
    ("dispatched_at", "cleared_at"),
    ("dispatched_at", "arrived_at"),
    ("enroute_at", "arrived_at"),
    ("arrived_at", "transport_at"),
    ("transport_at", "hospital_at"),
    ("received_at", "arrived_at"),
    ("arrived_at", "closed_at"),
    ("received_at", "closed_at"),
)


def flag(when: pl.Expr, name: str) -> pl.Expr:
    """The flag's bit where `when` is true, else 0 (null counts as false)."""
    return pl.when(when).then(pl.lit(FLAGS[name], pl.UInt32)).otherwise(pl.lit(0, pl.UInt32))


def has(name: str) -> pl.Expr:
    """True where a call carries the flag: `calls.filter(~has("duplicate") & ~has("superseded"))`."""
    return (pl.col("flags") & FLAGS[name]) != 0


def current() -> pl.Expr:
    """True for the one row to count of each call: neither a repeat nor superseded by a later word."""
    return (pl.col("flags") & (FLAGS["duplicate"] | FLAGS["superseded"])) == 0


def names_of(flags: int) -> tuple[str, ...]:
    """The names of the bits set in `flags`."""
    return tuple(name for name, bit in FLAGS.items() if flags & bit)
