"""Counts every measure of a program over the released table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import polars as pl

from alongside.evaluate.measures.interval import quantile, quantile_interval, wilson
from alongside.evaluate.measures.measure import Definition, Measure

SMALL = 11  # cells under eleven are not shown to evaluators (privacy-rules.md; CMS practice)

COMMUNITY = ("resolved_on_scene", "referred", "resolved_by_phone", "declined_service", "cited")
HOSPITAL = ("emergency", "inpatient")
c = pl.col

# Which contacts a measure looks at.
ROWS: Mapping[str, pl.Expr] = {
    "all": pl.lit(True),
    "settled": c("settled"),
    "field": c("in_field"),
    "met": c("met") & c("settled"),
    "assessed": c("level").is_not_null() & (c("level") > 0),
    "placed": c("place_kind").is_not_null(),
    "due": c("follow_ups_due") > 0,
    "known": c("person").is_not_null(),
}
# What makes a contact count in the numerator.
COUNTED: Mapping[str, pl.Expr] = {
    "contact": pl.lit(True),
    "crisis_intervention": ~c("community_service"),
    "community_service": c("community_service"),
    "in_community": c("disposition").is_in(COMMUNITY),
    "treated_on_site": c("disposition").is_in(("resolved_on_scene", "referred")),
    "police_present": c("police_present"),
    "arrested": c("arrested"),
    "charged": c("charged"),
    "force": c("force"),
    "not_hospitalised": ~c("place_kind").is_in(HOSPITAL).fill_null(False),
    "not_jailed": ~c("arrested"),
    "unmet": c("unmet"),
}


def count_all(rows: pl.DataFrame, definitions: Sequence[Definition], suppress_small: bool = False) -> tuple[Measure, ...]:
    """Every measure in the order given. With ``suppress_small``, cells of one to ten are withheld."""
    measures = (KINDS[definition.kind](rows, definition) for definition in definitions)
    return tuple(_suppressed(measure) if suppress_small else measure for measure in measures)


def _suppressed(measure: Measure) -> Measure:
    cells = (measure.numerator, measure.denominator, measure.denominator - measure.numerator)
    if measure.definition.kind == "time":
        cells = (measure.denominator, measure.denominator, 0)
    if not any(0 < cell < SMALL for cell in cells):
        return replace(measure, parts=withhold_small(measure.parts))
    return Measure(measure.definition, None, 0, 0, 0, None, suppressed=True)


def withhold_small(parts: Sequence[tuple[str, int | None]]) -> tuple[tuple[str, int | None], ...]:
    """None for a count of one to ten, and for as many of the next larger as it takes until two or more are withheld that are eleven
    together: what is left of the whole would tell the small one otherwise. ``parts``: the largest first."""
    hidden, together = 0, 0
    for _name, count in reversed(parts):
        if count is None or (count >= SMALL and (not hidden or (hidden > 1 and together >= SMALL))):
            break
        hidden, together = hidden + 1, together + count
    shown = len(parts) - hidden
    return tuple((name, count if place < shown else None) for place, (name, count) in enumerate(parts))


def _count(rows: pl.DataFrame, definition: Definition) -> Measure:
    of = rows.filter(ROWS[definition.of])
    counted = of.filter(COUNTED[definition.column]).height
    return Measure(definition, float(counted), counted, of.height, rows.height - of.height, None)


def _people(rows: pl.DataFrame, definition: Definition) -> Measure:
    """Distinct people among contacts whose person is known; the others are missing, never guessed."""
    known = rows.filter(ROWS["known"])
    people = known.get_column("person").n_unique() if known.height else 0
    value = float(people) if known.height else None
    return Measure(definition, value, people, known.height, rows.height - known.height, None)


def _share(rows: pl.DataFrame, definition: Definition) -> Measure:
    of = rows.filter(ROWS[definition.of])
    told = of.filter(COUNTED[definition.column].is_not_null())
    part = told.filter(COUNTED[definition.column]).height
    value = part / told.height if told.height else None
    return Measure(definition, value, part, told.height, rows.height - told.height, wilson(part, told.height))


def _time(rows: pl.DataFrame, definition: Definition) -> Measure:
    of = rows.filter(ROWS[definition.of])
    taken = sorted(of.get_column(definition.column).drop_nulls().to_list())
    interval = quantile_interval(taken, 0.5)
    return Measure(definition, quantile(taken, 0.5), len(taken), len(taken), of.height - len(taken), interval, quantile(taken, 0.9))


def _promises(rows: pl.DataFrame, definition: Definition) -> Measure:
    """Follow-ups kept in time among those due; promises whose time has not come are missing."""
    due, kept = int(rows.get_column("follow_ups_due").sum()), int(rows.get_column(definition.column).sum())
    waiting = int(rows.get_column("follow_ups_open").sum())
    return Measure(definition, kept / due if due else None, kept, due, waiting, wilson(kept, due))


def _parts(rows: pl.DataFrame, definition: Definition) -> Measure:
    """A count by the values of one column, largest first."""
    counted = rows.group_by(definition.column).len().sort(["len", definition.column], descending=[True, False])
    parts = tuple((str(value), int(size)) for value, size in counted.iter_rows())
    return Measure(definition, float(rows.height), rows.height, rows.height, 0, None, parts=parts)


KINDS: Mapping[str, Callable[[pl.DataFrame, Definition], Measure]] = {
    "count": _count,
    "people": _people,
    "share": _share,
    "time": _time,
    "promises": _promises,
    "parts": _parts,
}
